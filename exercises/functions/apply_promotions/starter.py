def apply_promotions(price, promotions):
    """Return the lowest price that one of the promotions gives, in cents."""
