def apply_promotions(price, promotions):
    """Return the lowest price that one of the promotions gives, in cents."""
    lowest = price
    for promotion in promotions:
        lowest = min(lowest, promotion(price))
    return max(lowest, 0)
