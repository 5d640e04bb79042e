def apply_promotions(price, promotions):
    lowest = price
    for promotion in promotions:
        if promotion(price) < lowest:
            lowest = promotion(price)
    if lowest < 0:
        lowest = 0
    return lowest
