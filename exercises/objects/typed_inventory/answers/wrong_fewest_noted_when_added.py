class Inventory:
    """How many there are of each SKU."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._fewest: str | None = None

    def add(self, sku: str, count: int) -> None:
        """Put some more of a SKU on the shelf; ValueError for fewer than 1."""
        if count < 1:
            raise ValueError(f"{count} of {sku} cannot be added")
        self._counts[sku] = self.stock(sku) + count
        if self._fewest is None or (self._counts[sku], sku) < (self._counts[self._fewest], self._fewest):
            self._fewest = sku

    def stock(self, sku: str) -> int:
        """Return how many there are of a SKU."""
        return self._counts.get(sku, 0)

    def skus(self) -> list[str]:
        """Return all SKUs in the order of the alphabet."""
        return sorted(self._counts)

    def scarcest(self) -> str | None:
        """Return the SKU of which there are fewest, or None."""
        return self._fewest


def merged(inventories: list[Inventory]) -> Inventory:
    """Return a new inventory with everything that is in the others."""
    everything = Inventory()
    for inventory in inventories:
        for sku in inventory.skus():
            everything.add(sku, inventory.stock(sku))
    return everything
