"""The promotions add up in your program: each one works on what the one before it left. Every promotion is tried
on the full price, and only the best one counts."""


def apply_promotions(price, promotions):
    for promotion in promotions:
        price = min(price, promotion(price))
    return max(price, 0)
