"""What the tests have for themselves: values that a submission could change to make them agree.

`find(PRODUCTS, "A1") == TEA` says nothing when `find` has emptied `TEA`. A list that is empty at
first is there to be filled, and says nothing either way.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from .protocol import ChangedValue, Event
from .value_text import Namespace

_CONTAINERS = (list, dict, set)
_ATOMS = (int, float, complex, str, bytes, bool, type(None))
_MOST = 2_000  # values inside one


class OwnValues:
    """Remembers the plain containers of test files, and tells of the first that was changed."""

    def __init__(self, tells: Callable[[Event], None]) -> None:
        self._tells: Callable[[Event], None] | None = tells
        self._known: dict[int, tuple[str, Any, Any]] = {}

    def remember(self, namespace: Namespace) -> None:
        """The values of a test file that has been loaded."""
        for name, value in namespace.items():
            if type(value) in _CONTAINERS and value and _is_plain(value):
                self._known[id(value)] = name, value, copy.deepcopy(value)

    def check(self, value: Any) -> None:
        """A test compares this."""
        entry = self._known.get(id(value))
        if entry is not None and self._tells is not None and entry[1] != entry[2]:
            tells, self._tells = self._tells, None
            tells(ChangedValue(entry[0]))


def _is_plain(value: Any) -> bool:
    waiting, count = [value], 0
    while waiting and count < _MOST:
        one = waiting.pop()
        count += 1
        if type(one) is dict:
            waiting += [*one, *one.values()]
        elif type(one) in (*_CONTAINERS, tuple):
            waiting += one
        elif type(one) not in _ATOMS:
            return False
    return not waiting
