"""The texts of values and exceptions in a recording; none of the learner's code runs for them."""

from __future__ import annotations

import contextlib
import marshal
from itertools import islice
from typing import Any

from ..value_text import safe_repr, type_name

_WIDTH = 80
_COLLECTIONS = frozenset((list, dict, tuple, set, frozenset))
_ITEMS = 12
_STATE = 20_000
_TEXTS_KEPT = 2_000


class Texts:
    """The texts of values. A collection of plain data is written again only if it has changed.

    `marshal` tells that quickly, in C; it refuses everything that is not plain data.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[bytes, str]] = {}

    def of(self, value: Any) -> str:
        """The text of a value as it is at this moment."""
        if type(value) not in _COLLECTIONS:
            return text_of(value)
        try:
            state = marshal.dumps((len(value), shown_part(value)), 2)
        except (ValueError, RuntimeError):
            return text_of(value)
        entry = self._known.get(id(value))
        if entry is not None and entry[0] == state:
            return entry[1]
        text = text_of(value)
        if len(self._known) >= _TEXTS_KEPT:
            self._known.clear()
        if len(state) <= _STATE:
            self._known[id(value)] = (state, text)
        return text


def shown_part(value: Any) -> Any:
    """The items of a collection that its text shows."""
    if len(value) <= _ITEMS:
        return value
    return tuple(islice(value.items() if type(value) is dict else value, _ITEMS))


def text_of(value: Any) -> str:
    """A value on one short line."""
    return safe_repr(value, 3, _ITEMS, _WIDTH)[:600]


def exception_text(error: Any, kind: type) -> str:
    """`ValueError: not a number`; a learner's own `__str__` is not called."""
    if not isinstance(error, BaseException):  # raised by C code and not made into an object yet
        return f"{kind.__name__}: {error}"[:600]
    words = ""
    if type(error).__str__ in (BaseException.__str__, OSError.__str__, KeyError.__str__):
        with contextlib.suppress(Exception):
            words = str(error)[:500]
    return f"{type_name(error)}: {words}" if words else type_name(error)
