"""Whether a value agrees with what it cannot be equal to: with strangers, and with its opposite.

A learner may give a class an `__eq__` of its own, and mostly it is a right one. So nobody is
refused for having written it; it is asked. A value made up on the spot is equal to nothing, and an
object of the same class whose attributes are all others is another object. Who says otherwise
agrees with everything, and what a test compares with it says nothing.

Whatever such a method raises is no agreement, and what it prints meanwhile is not kept.
"""

from __future__ import annotations

import operator
import os
import types
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from .muted_output import muted

Asked = Callable[[Any, Any], Any]

_COMPARED: dict[str, Asked] = {
    "__eq__": operator.eq, "__ne__": lambda one, other: not operator.ne(one, other),
    "__lt__": operator.lt, "__le__": operator.le, "__gt__": operator.gt, "__ge__": operator.ge,
    "__contains__": operator.contains,
}  # fmt: skip
_ADDED: dict[str, Asked] = {
    "__sub__": operator.sub, "__rsub__": lambda one, other: other - one,
    "__add__": operator.add, "__radd__": lambda one, other: other + one,
}  # fmt: skip
# Equal numbers are `<=` both ways, so what is asked is always the strict comparison.
_STRICT = {"__lt__": operator.lt, "__le__": operator.lt, "__gt__": operator.gt}
_TRIED = 40
_MADE = 1 << 9  # the flag of a class that was made while Python ran
_order_of_bases = type.__dict__["__mro__"].__get__
_namespace = type.__dict__["__dict__"].__get__
_flags = type.__dict__["__flags__"].__get__


def agrees_with_another(value: Any, other: Any) -> bool:
    """Whether a value is equal to `other`, and to something much like it that is not the same."""
    with muted():
        return _says(operator.eq, value, other) and any(
            _says(operator.eq, value, one) for one in islice(_alike(other), _TRIED)
        )


def _alike(value: Any) -> Iterator[Any]:
    """Plain values that differ from a plain one in one place; nothing for any other."""
    kind = type(value)
    if kind is bool:
        yield not value
    elif kind is int or kind is float:
        yield from (value + 1, value - 1, value * 10 + 7)
    elif kind is str:
        yield from (f"{value}x", value[:-1] or "x")
    elif kind is list or kind is tuple:
        yield kind((*value, Stranger()))
        for number, one in enumerate(value):
            yield kind((*value[:number], *value[number + 1 :]))
            for another in _alike(one):
                yield kind((*value[:number], another, *value[number + 1 :]))
    elif kind is dict:
        yield {**value, Stranger(): None}
        for key, one in value.items():
            yield {name: kept for name, kept in value.items() if name != key}
            for another in _alike(one):
                yield {**value, key: another}
    elif kind is set or kind is frozenset:
        yield value | {Stranger()}
        for one in value:
            yield value - {one}


class Stranger:
    """Equal to nothing but itself."""


def may_be_asked(name: str) -> bool:
    """Whether asking a special method shows if it agrees with everything."""
    return name in _COMPARED or name in _ADDED


def agrees(value: Any, name: str) -> bool:
    """Whether the special method `name` of a value says that something holds which cannot."""
    with muted():
        if name in _ADDED:
            return _gives_the_same(value, _ADDED[name])
        asked = _COMPARED[name]
        if any(_says(asked, value, one) for one in _strangers(name)):
            return True
        twin = _twin(value)
        if twin is None or name == "__contains__":
            return False
        if name in ("__eq__", "__ne__"):
            return _says(asked, value, twin) and not _leaves_it(value, name, twin)
        strict = _STRICT.get(name, operator.gt)
        return _says(strict, value, twin) and _says(strict, twin, value)


def _leaves_it(value: Any, name: str, twin: Any) -> bool:
    """Whether a mock leaves the answer to its twin, which has the method that knows only the mock.

    `unittest.mock` gives each mock a class of its own, with methods that compare with that mock.
    """
    kinds = _order_of_bases(type(value))
    method: Any = next((_namespace(it)[name] for it in kinds if name in _namespace(it)), None)
    if type(method).__module__ != "unittest.mock":
        return False
    try:
        bound = method.__get__(value) if hasattr(type(method), "__get__") else method
        return bound(twin) is NotImplemented
    except Exception:  # it was told to do something else
        return False


def iterated(value: Any) -> list[Any]:
    """The first things that iteration gives; none where that would use it up."""
    try:
        iterator = iter(value)
        return [] if iterator is value else list(islice(iterator, 100))
    except Exception:  # a learner's method
        return []


def _says(asked: Asked, value: Any, other: Any) -> bool:
    try:
        return bool(asked(value, other))
    except Exception:  # a learner's method that wants an object of its own class
        return False


def _strangers(name: str) -> tuple[Any, ...]:
    """Values nobody has seen. Only equality is asked about numbers: these have an order."""
    word, number = os.urandom(8).hex(), int.from_bytes(os.urandom(6))
    if name in ("__eq__", "__ne__"):
        return (
            Stranger(), word, number, number + 0.5, [word], (word,), {word}, {word: number},
        )  # fmt: skip
    return (Stranger(), word) if name == "__contains__" else (Stranger(),)


def _gives_the_same(value: Any, asked: Asked) -> bool:
    """Whether it is one number, whatever is added or taken away."""
    try:
        answers = [asked(value, other) for other in (1, 3, 1_000, 0.25)]
        return isinstance(answers[0], int | float) and answers.count(answers[0]) == len(answers)
    except Exception:  # as in `_says`
        return False


def _base(kind: type) -> Any:
    """The first of a class's bases that is written in C."""
    return next(one for one in _order_of_bases(kind) if not _flags(one) & _MADE)


def _twin(value: Any) -> Any:
    """An object of the same class that differs in all it holds; None where it holds nothing."""
    kind = type(value)
    base = _base(kind)
    word, number = os.urandom(8).hex(), int.from_bytes(os.urandom(6))
    other = {int: number, float: float(number), str: word, bytes: word.encode()}.get(base)
    try:
        if base in (tuple, frozenset):
            twin = base.__new__(kind, [Stranger()])
        else:
            twin = base.__new__(kind) if other is None else base.__new__(kind, other)
        changed = _filled(twin, base) | _others(value, twin)
    except Exception:  # a class in C of another making, or an attribute that cannot be set
        return None
    return twin if changed else None


def _filled(twin: Any, base: type) -> bool:
    """Put something into a new container; whether a twin of this base differs by now."""
    if base is list:
        list.append(twin, Stranger())
    elif base is dict:
        dict.__setitem__(twin, Stranger(), Stranger())
    elif base is set:
        set.add(twin, Stranger())
    return base in (int, float, str, bytes, tuple, list, dict, set, frozenset)


def _others(value: Any, twin: Any) -> bool:
    """Give the twin a stranger for every attribute of the value; whether there are any."""
    names = list(_attributes(value))
    _attributes(twin).update({one: Stranger() for one in names})
    slots = [
        member
        for owner in _order_of_bases(type(value))
        for name, member in _namespace(owner).items()
        if type(member) is types.MemberDescriptorType and not name.startswith("__")
        if _flags(owner) & _MADE and _is_set(member, value)
    ]
    for member in slots:
        member.__set__(twin, Stranger())
    return bool(names or slots)


def _attributes(value: Any) -> dict[str, Any]:
    try:
        attributes: dict[str, Any] = object.__getattribute__(value, "__dict__")
    except AttributeError:  # all of its attributes are slots
        return {}
    return attributes


def _is_set(slot: types.MemberDescriptorType, value: Any) -> bool:
    try:
        slot.__get__(value)
    except AttributeError:
        return False
    return True
