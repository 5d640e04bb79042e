"""Two edits at once, where no single one makes a program right."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from itertools import count

from .edit import Edit
from .purposes import KINDS

_FIRST, _WAYS = 8, 4
_AT_ONCE = 40
"""So many second edits of a first one, before it is the turn of the next first one."""


def first_ones(partial: Sequence[Edit], edits: Sequence[Edit]) -> list[Edit]:
    """The edits that may be the first of two: those that help already, or else the likely ones.

    Those that change a way of doing it may be, too, as all else is in vain before they are made.
    """
    ways = [edit for edit in edits if edit.kind in KINDS and edit not in partial]
    likely = partial or [edit for edit in edits[:_FIRST] if edit not in ways]
    return [*ways[:_WAYS], *likely[:_FIRST]]


def in_turns(
    firsts: Sequence[Edit], others: Callable[[], list[Edit]]
) -> Generator[tuple[Edit, Edit], None, None]:
    """Each first edit, made, with each of the `others` of the program that it makes."""
    orders: dict[int, list[Edit]] = {}
    for begin in count(0, _AT_ONCE):
        is_left = False
        for number, one in enumerate(firsts):
            with one.made():
                if number not in orders:
                    orders[number] = others()
                for other in orders[number][begin : begin + _AT_ONCE]:
                    is_left = True
                    yield one, other
        if not is_left:
            return
