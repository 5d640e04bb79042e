from collections import Counter
from collections.abc import Iterable
from typing import Optional


class Inventory:
    def __init__(self) -> None:
        self.pieces = Counter()

    def add(self, sku: str, count: int) -> None:
        if count <= 0:
            raise ValueError(count)
        self.pieces[sku] += count

    def stock(self, sku: str) -> int:
        return self.pieces[sku]

    def skus(self) -> "list[str]":
        return sorted(self.pieces.keys())

    def scarcest(self) -> Optional[str]:
        if not self.pieces:
            return None
        return min((count, sku) for sku, count in self.pieces.items())[1]


def merged(inventories: Iterable[Inventory]) -> Inventory:
    both = Inventory()
    for one in inventories:
        both.pieces.update(one.pieces)
    return both
