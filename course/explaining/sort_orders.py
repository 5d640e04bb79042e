"""By what a list is ordered: whole items or one element of each, upwards or downwards."""

from __future__ import annotations

import itertools
from typing import Any

from course.checking.values import same

Order = tuple[int | None, bool]
"""Which element of each item (None: the item itself) and whether it goes downwards."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def orders_of(items: list[Any]) -> list[Order]:
    """The orders a list of two or more different items is in."""
    orders: list[Order] = []
    for element in (None, *range(_width(items))):
        try:
            keys = [item if element is None else item[element] for item in items]
            if len(keys) < 2 or all(same(key, keys[0]) for key in keys):
                continue
            pairs = list(itertools.pairwise(keys))
            if all(a <= b for a, b in pairs):
                orders.append((element, False))
            if all(a >= b for a, b in pairs):
                orders.append((element, True))
        except (TypeError, ValueError, IndexError):
            continue
    return orders


def _width(items: list[Any]) -> int:
    sizes = {len(item) if isinstance(item, tuple | list) else 0 for item in items}
    return min(sizes.pop(), 5) if len(sizes) == 1 else 0


def in_words(order: Order) -> str:
    """`ascending order of the first element`."""
    element, downwards = order
    way = "descending" if downwards else "ascending"
    if element is None:
        return f"{way} order"
    return f"{way} order of the {_ORDINALS[element]} element"


def as_texts(items: list[Any]) -> bool:
    """Whether numbers (or texts of digits) stand in the order of their texts, not their values."""
    texts = [str(item) for item in items]
    if not all(text.lstrip("-").isdigit() for text in texts):
        return False
    numbers = [int(text) for text in texts]
    ordered = sorted(texts)
    return texts in (ordered, ordered[::-1]) and numbers not in (
        sorted(numbers),
        sorted(numbers, reverse=True),
    )
