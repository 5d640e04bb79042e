"""Make a list of all prices, the full one among them, and take the smallest. Shorter; the loop is
easier to extend when you also want to know *which* promotion won."""


def apply_promotions(price, promotions):
    """Return the lowest price that one of the promotions gives, in cents."""
    prices = [promotion(price) for promotion in promotions]
    return max(0, min([price, *prices]))
