def apply_promotions(price, promotions):
    for promotion in promotions:
        if promotion(price) < price:
            return max(promotion(price), 0)
    return price
