def apply_promotions(price, promotions):
    lowest = price
    for promotion in promotions[:2]:
        lowest = min(lowest, promotion(price))
    return max(0, lowest)
