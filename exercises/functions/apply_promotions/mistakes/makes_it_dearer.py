"""A promotion that raises the price is used when there is no better one. The full price is always among the
choices."""


def apply_promotions(price, promotions):
    if not promotions:
        return price
    return max(min([promotion(price) for promotion in promotions]), 0)
