"""You apply each promotion to what the one before left over, so they add up. Every promotion is to be
tried on the full price, and the best one counts."""


def apply_promotions(price, promotions):
    for promotion in promotions:
        price = min(price, promotion(price))
    return max(price, 0)
