class Basket:
    """What a customer is about to buy. Prices are in cents."""
