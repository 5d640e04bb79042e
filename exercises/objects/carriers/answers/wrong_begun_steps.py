from abc import ABC, abstractmethod


class Carrier(ABC):
    """Somebody who takes parcels; every carrier has a price."""

    def __init__(self, name):
        self.name = name

    @abstractmethod
    def price(self, grams):
        """Return the price in cents, or None for a parcel that is too heavy."""

    def offer(self, grams):
        """Return the name and the price in one line."""
        price = self.price(grams)
        if price is None:
            return f"{self.name}: too heavy"
        return f"{self.name}: {price}"


class Post(Carrier):
    """Takes light parcels."""

    heaviest = 2000

    def price(self, grams):
        if grams > self.heaviest:
            return None
        return 490 + grams // 10


class Courier(Carrier):
    """Takes every parcel."""

    def __init__(self, name, base):
        super().__init__(name)
        self.base = base

    def price(self, grams):
        return self.base + grams // 50


def cheapest(carriers, grams):
    """Return the carrier with the lowest price, or None."""
    able = [carrier for carrier in carriers if carrier.price(grams) is not None]
    return min(able, key=lambda carrier: carrier.price(grams), default=None)
