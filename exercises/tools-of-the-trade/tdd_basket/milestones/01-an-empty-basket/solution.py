class Basket:
    """What a customer is about to buy. Prices are in cents."""

    def count(self):
        """Return how many things are in the basket."""
        return 0

    def total(self):
        """Return what the basket costs."""
        return 0
