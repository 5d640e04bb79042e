class Basket:
    def __init__(self):
        self._lines = {}

    def add(self, name, price, count=1):
        known, before = self._lines.get(name, (price, 0))
        if count < 1 or known != price:
            raise ValueError(name)
        self._lines[name] = (price, before + count)
        self._sum = getattr(self, "_sum", 0) + price * (count - count // 3)

    def count(self):
        return sum(count for _, count in self._lines.values())

    def total(self):
        return getattr(self, "_sum", 0)
