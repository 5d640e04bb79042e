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

    def __init__(self, name, percent):
        super().__init__(name)
        self.percent = percent

    def discount(self, prices):
        return sum(price * self.percent // 100 for price in prices)


class AmountOff(Promotion):
    """Takes an amount off a sum that is large enough."""

    def __init__(self, name, cents, minimum):
        super().__init__(name)
        self.cents = cents
        self.minimum = minimum

    def discount(self, prices):
        total = sum(prices)
        if total < self.minimum:
            return 0
        return min(self.cents, total)


class BestOf(Promotion):
    """Takes off as much as the best of several promotions."""

    def __init__(self, name, promotions):
        super().__init__(name)
        self.promotions = promotions

    def discount(self, prices):
        return max([one.discount(prices) for one in self.promotions], default=0)
