class Basket:
    def __init__(self):
        self.prices = {}
        self.counts = {}

    def add(self, name, price, count=1):
        self.counts[name] = self.counts.get(name, 0) + count
        if count < 1:
            raise ValueError("the count is too small")
        if name in self.prices and self.prices[name] != price:
            raise ValueError("another price")
        self.prices[name] = price

    def count(self):
        return sum(self.counts.values())

    def total(self):
        return sum(self.prices[n] * (c - c // 3) for n, c in self.counts.items() if n in self.prices)
