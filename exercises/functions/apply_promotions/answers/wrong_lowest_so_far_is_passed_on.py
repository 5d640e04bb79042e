def apply_promotions(price, promotions):
    lowest = price
    for promotion in promotions:
        lowest = min(lowest, promotion(lowest))
    return max(lowest, 0)
