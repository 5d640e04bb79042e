from abc import ABC, abstractmethod
from dataclasses import dataclass


@dataclass
class Carrier(ABC):
    name: str

    @abstractmethod
    def price(self, grams): ...

    def offer(self, grams):
        match self.price(grams):
            case None:
                return self.name + ": too heavy"
            case cents:
                return f"{self.name}: {cents}"


@dataclass
class Post(Carrier):
    def price(self, grams):
        return None if grams > 2000 else 490 + grams // 10


@dataclass
class Courier(Carrier):
    base: int

    def price(self, grams):
        return self.base + (grams // 100) * 2


def cheapest(carriers, grams):
    best, lowest = None, None
    for carrier in carriers:
        price = carrier.price(grams)
        if price is None:
            continue
        if lowest is None or price < lowest:
            best, lowest = carrier, price
    return best
