def apply_promotions(price, promotions):
    lowest = price
    for promotion in promotions:
        new = promotion(price)
        if new and new < lowest:
            lowest = new
    return max(0, lowest)
