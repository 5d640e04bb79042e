class Basket:
    def __init__(self):
        self.things = []

    def add(self, name, price, count=1):
        if count < 1:
            raise ValueError(f"{count} is not enough")
        for other, other_price in self.things:
            if other == name and other_price != price:
                raise ValueError(f"{name} was {other_price} before")
        self.things.extend([(name, price)] * count)

    def count(self):
        return len(self.things)

    def total(self):
        cents = 0
        seen = {}
        for name, price in self.things:
            seen[name] = seen.get(name, 0) + 1
            if seen[name] % 3 != 0:
                cents += price
        return cents
