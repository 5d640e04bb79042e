"""Your result can fall below 0, and then the shop owes the customer money. Stop at 0."""


def apply_promotions(price, promotions):
    lowest = price
    for promotion in promotions:
        lowest = min(lowest, promotion(price))
    return lowest
