class Basket:
    """What a customer is about to buy. Prices are in cents."""

    def __init__(self):
        self.prices = {}
        self.counts = {}

    def add(self, name, price, count=1):
        if count <= 0:
            raise ValueError("add at least one")
        if self.prices.setdefault(name, price) != price:
            raise ValueError(f"{name} has another price in this basket")
        self.counts[name] = self.counts.get(name, 0) + count

    def count(self):
        return sum(self.counts.values())

    def total(self):
        cents = 0
        for name, price in self.prices.items():
            threes, rest = divmod(self.counts[name], 3)
            cents += price * (2 * threes + rest)
        return cents
