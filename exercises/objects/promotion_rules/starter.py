class Promotion:
    """Something that takes cents off a list of prices."""

    def __init__(self, name):
        self.name = name

    def discount(self, prices):
        """Return how many cents are taken off."""
        return 0

    def label(self, prices):
        """Return the name and what it takes off."""
        return f"{self.name}: {self.discount(prices)} off"


class PercentOff(Promotion):
    """Takes a percentage off the sum."""


class AmountOff(Promotion):
    """Takes an amount off a sum that is large enough."""


class BestOf(Promotion):
    """Takes off as much as the best of several promotions."""
