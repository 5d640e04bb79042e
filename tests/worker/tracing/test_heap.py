"""Objects get numbers that stay, and are looked into without running anything of theirs."""

from __future__ import annotations

from collections import OrderedDict, deque, namedtuple
from typing import Any

from course.worker.tracing.heap import Heap


def looked(heap: Heap, *roots: Any, is_continued: bool = True) -> Heap:
    heap.begin(is_continued)
    heap.look(list(roots))
    return heap


def test_an_object_keeps_its_number_while_it_is_seen_and_another_gets_a_new_one() -> None:
    heap = Heap()
    row = [1]
    looked(heap, row)
    first = heap.number(row)
    row.append(2)
    looked(heap, row)
    assert heap.number(row) == first
    looked(heap)
    looked(heap)
    assert heap.number(row) != first, "nobody saw it in between: the address may be another's"


def test_what_lives_on_unseen_keeps_its_number() -> None:
    heap = Heap()
    row = [1]
    looked(heap, row)
    first = heap.number(row)
    looked(heap, is_continued=False)
    looked(heap, row, is_continued=False)
    assert heap.number(row) == first


def test_a_row_that_is_replaced_by_an_equal_one_is_no_longer_shared() -> None:
    heap = Heap()
    row = [0]
    grid = [row, row]
    looked(heap, grid)
    same = [it[2] for it in heap.now[heap.number(grid)].items]
    grid[0] = [0]
    looked(heap, grid)
    other = [it[2] for it in heap.now[heap.number(grid)].items]
    assert same[0] == same[1]
    assert other[0] != other[1]


def test_collections_are_looked_into_by_their_kind() -> None:
    pair = namedtuple("pair", "left right")
    heap = Heap()
    values = (
        {"tea": [1]},
        OrderedDict(a=1),
        deque([1, 2]),
        {7},
        pair([], 2),
    )
    looked(heap, *values)
    seen = {it.kind: it for it in heap.now.values()}
    assert [it[:2] for it in seen["dict"].items] == [("'tea'", "[1]")]
    assert [it[:2] for it in seen["OrderedDict"].items] == [("'a'", "1")]
    assert [it[1] for it in seen["deque"].items] == ["1", "2"]
    assert [it[1] for it in seen["set"].items] == ["7"]


def test_the_default_of_a_function_is_kept_by_it() -> None:
    def add(item, basket=[], *, size=0):  # noqa: B006
        return basket

    heap = Heap()
    heap.find_owners({"add": add}, lambda _code: True)
    assert [(name, value) for _owner, name, value in heap.kept()] == [("basket", [])]
    heap.find_owners({"add": add, "n": 1}, lambda _code: False)
    assert list(heap.kept()) == []
