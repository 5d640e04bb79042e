"""Adding two to three leaves two on your shelf: the second `add` replaces the first. Add
to what is there."""


class Inventory:
    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def add(self, sku: str, count: int) -> None:
        if count < 1:
            raise ValueError(f"{count} of {sku} cannot be added")
        self._counts[sku] = count

    def stock(self, sku: str) -> int:
        return self._counts.get(sku, 0)

    def skus(self) -> list[str]:
        return sorted(self._counts)

    def scarcest(self) -> str | None:
        return min(self.skus(), key=self.stock, default=None)


def merged(inventories: list[Inventory]) -> Inventory:
    everything = Inventory()
    for inventory in inventories:
        for sku in inventory.skus():
            everything.add(sku, inventory.stock(sku))
    return everything
