class Inventory:
    def __init__(self) -> "None":
        self._stock = {}

    def add(self, sku: "str", count: "int") -> "None":
        if count <= 0:
            raise ValueError(count)
        self._stock[sku] = self._stock.get(sku, 0) + count

    def stock(self, sku: "str") -> "int":
        return self._stock[sku] if sku in self._stock else 0

    def skus(self) -> "list[str]":
        return sorted(self._stock)

    def scarcest(self) -> "None | str":
        best = None
        for sku in self.skus():
            if best is None or self.stock(sku) < self.stock(best):
                best = sku
        return best


def merged(inventories: "list[Inventory]") -> "Inventory":
    both = Inventory()
    for one in inventories:
        for sku in one.skus():
            both.add(sku, one.stock(sku))
    return both
