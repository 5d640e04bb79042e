"""Where two values differ: the way into nested data, and the part of a long text."""

from __future__ import annotations

from typing import Any, NamedTuple

from course.checking.values import same
from course.checking.words import a_type, code, value

_LONG = 70
_BEFORE = 20
_ELLIPSIS = "…"


class Difference(NamedTuple):
    """The innermost parts that differ, and the keys and indexes that lead there: `[0]['city']`."""

    path: str
    got: Any
    wanted: Any


def difference(got: Any, wanted: Any) -> Difference:
    """The first part that differs, as deep inside as the two have the same form."""
    path = ""
    while (step := _step(got, wanted)) is not None:
        key, got, wanted = step
        path += f"[{key!r}]"
    return Difference(path, got, wanted)


def _step(got: Any, wanted: Any) -> tuple[Any, Any, Any] | None:
    keys: Any = ()
    if isinstance(got, dict) and isinstance(wanted, dict) and got.keys() == wanted.keys():
        keys = wanted
    elif isinstance(got, list | tuple) and type(got) is type(wanted) and len(got) == len(wanted):
        keys = range(len(wanted))
    return next(((key, got[key], wanted[key]) for key in keys if _differ(got, wanted, key)), None)


def _differ(got: Any, wanted: Any, key: Any) -> bool:
    return not same(got[key], wanted[key])


def of_another_type(got: Any, wanted: Any) -> str:
    """That two values look alike and differ in their type, as a sentence; else empty."""
    if type(got) is type(wanted) or str(got) != str(wanted):
        return ""
    return f" That is {a_type(type(got).__name__)}, and not {a_type(type(wanted).__name__)}."


def where_they_differ(got: Any, wanted: Any) -> str:
    """The place in nested data as a sentence; empty where the values are no nested data."""
    path, mine, its = difference(got, wanted)
    if not path:
        return ""
    one, other = windows(mine, its)
    return f" They differ at {code(path)}: {one} instead of {other}.{of_another_type(mine, its)}"


def windows(got: Any, wanted: Any) -> tuple[str, str]:
    """Two values as code; of long texts the part around the first character that differs."""
    are_texts = isinstance(got, str) and isinstance(wanted, str)
    # As they are written: a cut in the middle could take the difference away.
    if not are_texts or max(len(repr(it)) for it in (got, wanted)) <= _LONG:
        return value(got, _LONG), value(wanted, _LONG)
    pairs = enumerate(zip(got, wanted, strict=False))
    first = next((at for at, (one, other) in pairs if one != other), min(len(got), len(wanted)))
    start = max(0, first - _BEFORE)
    return _window(got, start), _window(wanted, start)


def _window(text: str, start: int) -> str:
    part = text[start : start + _LONG - 10]
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if start + len(part) < len(text) else ""
    return value(f"{before}{part}{after}", 4 * _LONG)
