class Basket:
    def __init__(self):
        self.things = []
        self.prices = {}

    def add(self, name, price, count=1):
        if count < 1:
            raise ValueError("the count is too small")
        if self.prices.setdefault(name, price) != price:
            raise ValueError("another price")
        self.things += [price] * count

    def count(self):
        return len(self.things)

    def total(self):
        cheapest_first = sorted(self.things)
        return sum(cheapest_first[len(cheapest_first) // 3 :])
