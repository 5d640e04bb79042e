def apply_promotions(price, promotions):
    return max(0, min([price, *(promotion(price) for promotion in promotions)]))
