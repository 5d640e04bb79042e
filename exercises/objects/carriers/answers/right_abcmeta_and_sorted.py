import abc


class Carrier(metaclass=abc.ABCMeta):
    def __init__(self, name):
        self.name = name

    @abc.abstractmethod
    def price(self, grams):
        raise NotImplementedError

    def offer(self, grams):
        cents = self.price(grams)
        return f"{self.name}: " + ("too heavy" if cents is None else str(cents))


class Post(Carrier):
    def price(self, grams):
        if grams <= 2000:
            return 490 + int(grams / 10)


class Courier(Carrier):
    def __init__(self, name, base):
        self.name = name
        self.base = base

    def price(self, grams):
        hundreds = (grams - grams % 100) / 100
        return int(self.base + 2 * hundreds)


def cheapest(carriers, grams):
    pairs = []
    for number, carrier in enumerate(carriers):
        price = carrier.price(grams)
        if price is not None:
            pairs.append((price, number))
    if not pairs:
        return None
    pairs.sort()
    return carriers[pairs[0][1]]
