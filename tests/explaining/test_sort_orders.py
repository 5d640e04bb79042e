"""By what a list is ordered, and whether numbers are ordered as their texts are."""

from __future__ import annotations

from typing import Any

import pytest

from course.explaining.sort_orders import as_texts, in_words, orders_of


@pytest.mark.parametrize(
    ("items", "orders"),
    [
        ([1, 2, 2], [(None, False)]),
        ([3, 2, 2], [(None, True)]),
        ([1, 3, 2], []),
        ([2, 2], []),
        ([1], []),
        ([], []),
        ([1, "a"], []),
        ([(1, 9), (2, 5)], [(None, False), (0, False), (1, True)]),
        ([("a", 1), ("a", 2)], [(None, False), (1, False)]),
        ([(1, 2), (2,)], [(None, False)]),
        (["ba", "ab"], [(None, True)]),
    ],
)
def test_a_list_is_in_these_orders(items: list[Any], orders: list[tuple[int | None, bool]]) -> None:
    assert orders_of(items) == orders


def test_five_elements_are_looked_at() -> None:
    rows = [(0, 0, 0, 0, 1, 2), (0, 0, 0, 0, 2, 1)]
    assert orders_of(rows) == [(None, False), (4, False)]
    assert in_words((4, False)) == "ascending order of the fifth element"
    assert in_words((0, True)) == "descending order of the first element"
    assert in_words((None, True)) == "descending order"


@pytest.mark.parametrize(
    ("items", "is_so"),
    [
        ([10, 9], False),
        ([9, 10], False),
        ([9, 10, 1], True),
        ([9, 8, 10], True),
        (["10", "8", "9"], True),
        (["a", "b"], False),
        ([1, 2], False),
        ([2, 1], False),
        ([10, 9, 11], False),
    ],
)
def test_numbers_in_the_order_of_their_texts(items: list[Any], is_so: bool) -> None:
    assert as_texts(items) is is_so
