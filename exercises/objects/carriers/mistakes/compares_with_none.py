"""When the parcel is too heavy for one of them, `cheapest` stops with an error: `None` and a number
cannot be compared. Leave out those that gave no price."""

from abc import ABC, abstractmethod


class Carrier(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def price(self, grams):
        """Return the price in cents, or None for a parcel that is too heavy."""

    def offer(self, grams):
        price = self.price(grams)
        if price is None:
            return f"{self.name}: too heavy"
        return f"{self.name}: {price}"


class Post(Carrier):
    heaviest = 2000

    def price(self, grams):
        if grams > self.heaviest:
            return None
        return 490 + grams // 10


class Courier(Carrier):
    def __init__(self, name, base):
        super().__init__(name)
        self.base = base

    def price(self, grams):
        return self.base + grams // 100 * 2


def cheapest(carriers, grams):
    able = [carrier for carrier in carriers]
    return min(able, key=lambda carrier: carrier.price(grams), default=None)
