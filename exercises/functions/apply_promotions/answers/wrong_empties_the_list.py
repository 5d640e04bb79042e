def apply_promotions(price, promotions):
    lowest = price
    while promotions:
        lowest = min(lowest, promotions.pop()(price))
    return max(0, lowest)
