from collections import defaultdict
from typing import List, Optional


class Inventory:
    def __init__(self):
        self.counts = defaultdict(int)

    def add(self, sku: str, count: int) -> None:
        if not count >= 1:
            raise ValueError("too few")
        self.counts[sku] += count

    def stock(self, sku: str) -> int:
        return self.counts.get(sku, 0)

    def skus(self) -> List[str]:
        return sorted(self.counts.keys())

    def scarcest(self) -> Optional[str]:
        if not self.counts:
            return None
        return sorted(self.counts, key=lambda sku: (self.counts[sku], sku))[0]


def merged(inventories: "List[Inventory]") -> "Inventory":
    result = Inventory()
    for inventory in inventories:
        for sku, count in inventory.counts.items():
            result.add(sku, count)
    return result
