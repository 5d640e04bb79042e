"""You return what the last promotion gives, even if an earlier one was better for the customer. Keep the lowest
price while you go through them."""


def apply_promotions(price, promotions):
    result = price
    for promotion in promotions:
        if promotion(price) < price:
            result = promotion(price)
    return max(result, 0)
