class Basket:
    """What a customer is about to buy. Prices are in cents."""

    def __init__(self):
        self._lines = {}

    def add(self, name, price, count=1):
        """Put `count` of a product in; the price of a product cannot change in between."""
        if count < 1:
            raise ValueError(f"the count is {count}; it must be at least 1")
        known_price, before = self._lines.get(name, (price, 0))
        if known_price != price:
            raise ValueError(f"{name} costs {known_price}, not {price}")
        self._lines[name] = (price, before + count)

    def count(self):
        """Return how many things are in the basket."""
        return sum(count - count // 3 for _, count in self._lines.values())

    def total(self):
        """Return what the basket costs: of three equal products one is free."""
        return sum(price * (count - count // 3) for price, count in self._lines.values())
