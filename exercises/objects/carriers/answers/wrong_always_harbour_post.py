from abc import ABC, abstractmethod


class Carrier(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def price(self, grams):
        """."""

    def offer(self, grams):
        price = self.price(grams)
        if price is None:
            return f"{self.name}: too heavy"
        return f"{self.name}: {price}"


class Post(Carrier):
    def __init__(self, name):
        self.name = 'Harbour Post'

    def price(self, grams):
        if grams > 2000:
            return None
        return 490 + grams // 10


class Courier(Carrier):
    def __init__(self, name, base):
        super().__init__(name)
        self.base = base

    def price(self, grams):
        return self.base + grams // 100 * 2


def cheapest(carriers, grams):
    best, least = None, None
    for carrier in carriers:
        price = carrier.price(grams)
        if price is not None and (least is None or price < least):
            best, least = carrier, price
    return best
