class Inventory:
    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def add(self, sku: str, count: int) -> None:
        if count < 1:
            raise ValueError("fewer than 1")
        self._counts[sku] = self.stock(sku) + count
        return self._counts[sku]

    def stock(self, sku: str) -> int:
        return self._counts.get(sku, 0)

    def skus(self) -> list[str]:
        return sorted(self._counts)

    def scarcest(self) -> str | None:
        return min(self.skus(), key=self.stock, default=None)


def merged(inventories: list[Inventory]) -> Inventory:
    result = Inventory()
    for inventory in inventories:
        for sku in inventory.skus():
            result.add(sku, inventory.stock(sku))
    return result
