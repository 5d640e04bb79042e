"""Kinds of input: what the calls that go wrong have in common and the others have not.

A kind is only told when every call it is told of has it and no call that is right has it, so
the sentence is true of all the calls the tests make.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from course.checking.values import UNKNOWN, is_number, same
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence
from course.explaining.syntax_tree import parameters

_OF_CODE = frozenset({"NameError", "UnboundLocalError", "AttributeError", "TypeError"})
"""Exceptions that are about how the code is written, whatever it was called with."""
_FEW = 2
"""A kind that most calls are of needs so many calls that pass and are not."""
_SURE, _SURE_OF_EDGES = 0.2, 0.7
"""How many kinds may fit by chance; edges (empty, 0, one item) are where faults are anyway."""


class CallKind(Struct, frozen=True):
    """A kind of call. `said` completes "each of these calls …"; `edge` kinds need less proof,
    `weak` ones more.

    `ties` says that two of its values are equal, which is where comparisons are tried.
    """

    said: str
    holds: Callable[[Case], bool]
    edge: bool = False
    ties: bool = False
    weak: bool = False


def what_they_share(cases: Sequence[Case], evidence: Evidence) -> CallKind | None:
    """What the given failing calls share and no call that passes has; None when nothing does.

    Its words complete "has", "is": a clause such as "`xs` is empty".
    """
    if not cases or any(case.arguments is None for case in cases):
        return None
    function = cases[0].function
    passing = [
        case
        for case in evidence.passing
        if case.function == function and case.arguments is not None
    ]
    if not evidence.knows_all_passing(function):
        return None
    if not passing or any(case.function != function for case in cases):
        return None
    arity = {len(case.arguments or ()) for case in (*cases, *passing)}
    if len(arity) != 1:
        return None
    names = _names(evidence, cases[0], arity.pop())
    if not passing or any(case.exception and case.exception.type in _OF_CODE for case in cases):
        return None
    # Each call is a toss of a coin: so many kinds in a row divide the calls by chance, too.
    by_chance = 0.5 ** (len(cases) + len(passing))
    for number, kind in enumerate(_kinds(names), start=1):
        if number * by_chance > (_SURE_OF_EDGES if kind.edge else _SURE):
            break
        if kind.weak and len(passing) < _FEW:
            continue  # one call that is not like that is too little to set the others apart
        if all(_holds(kind, case) for case in cases) and not any(
            _holds(kind, case) for case in passing
        ):
            return kind
    return None


def _names(evidence: Evidence, case: Case, arity: int) -> list[str]:
    function = evidence.function_of(case)
    named = [name for name in parameters(function) if name != "self"] if function else []
    if len(named) < arity:
        ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"]
        return [f"the {ordinals[i] if i < 6 else f'{i + 1}th'} argument" for i in range(arity)]
    return [f"`{name}`" for name in named[:arity]]


def _holds(kind: CallKind, case: Case) -> bool:
    try:
        return kind.holds(case)
    except (TypeError, ValueError, IndexError, KeyError, AttributeError, ArithmeticError):
        return False


def _kinds(names: list[str]) -> Iterator[CallKind]:
    """All kinds, the most telling first."""
    for tests in (_EMPTY, _SMALL):
        for index, name in enumerate(names):
            yield from _of_one(tests, index, name, edge=True)
    for index, name in enumerate(names):
        yield from _of_one(_STRIKING, index, name, edge=False)
    for first in range(len(names)):
        for second in range(len(names)):
            if first != second:
                yield from _of_two(first, names[first], second, names[second])
    for index, name in enumerate(names):
        yield from _of_one(_TELLING, index, name, edge=False)
    yield from _of_expected()
    for index, name in enumerate(names):
        yield from _of_one(_WEAK, index, name, edge=False)


Test = tuple[str, Callable[[Any], bool]]


def _of_one(tests: Sequence[Test], index: int, name: str, edge: bool) -> Iterator[CallKind]:
    for words, holds in tests:
        yield CallKind(
            words.format(name),
            lambda case, holds=holds: holds((case.arguments or ())[index]),  # type: ignore[misc]
            edge,
            ties=holds is _all_equal,
            weak=tests is _WEAK,
        )


def _sized(value: Any) -> bool:
    return isinstance(value, list | tuple | set | frozenset | dict | str)


def _series(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _repeats(items: Sequence[Any]) -> bool:
    return any(same(item, other) for i, item in enumerate(items) for other in items[:i])


def _next_to_each_other(items: Sequence[Any]) -> bool:
    return any(same(a, b) for a, b in itertools.pairwise(items))


def _ties(items: Any) -> bool:
    """Whether two pairs in the list have the same last element."""
    pairs = _series(items) and all(_series(item) and len(item) > 1 for item in items)
    return pairs and _repeats([item[-1] for item in items])


def _apart(items: Any) -> bool:
    """Whether equal items stand in a list with another item between them."""
    return _series(items) and any(
        same(item, items[later]) and not same(items[later - 1], items[later])
        for first, item in enumerate(items)
        for later in range(first + 1, len(items))
    )


def _plain(items: Any) -> bool:
    """Whether it is a list whose items nobody orders by their parts."""
    return _series(items) and not any(map(_series, items))


def _all_equal(items: Any) -> bool:
    return _series(items) and len(items) > 1 and all(same(i, items[0]) for i in items)


def _only_negative(items: Any) -> bool:
    return _series(items) and len(items) > 0 and all(is_number(n) and n < 0 for n in items)


def _numbers(items: Any) -> list[Any]:
    return [item for item in items if is_number(item)] if _series(items) else []


_EMPTY: tuple[Test, ...] = (
    ("{} is empty", lambda v: _sized(v) and len(v) == 0),
    ("{} is `None`", lambda v: v is None),
    ("{} is 0", lambda v: is_number(v) and v == 0),
)
_SMALL: tuple[Test, ...] = (
    ("{} has exactly one item", lambda v: _sized(v) and not isinstance(v, str) and len(v) == 1),
    ("{} has at most one item", lambda v: _sized(v) and not isinstance(v, str) and len(v) <= 1),
    ("{} is a single character", lambda v: isinstance(v, str) and len(v) == 1),
    ("{} is negative", lambda v: is_number(v) and v < 0),
    ("{} is 1", lambda v: is_number(v) and v == 1),
    ("{} is 0 or negative", lambda v: is_number(v) and v <= 0),
)
_STRIKING: tuple[Test, ...] = (
    ("two pairs in {} have the same last element", _ties),
    ("equal items in {} stand apart from each other", _apart),
    ("{} has only negative numbers in it", lambda v: _only_negative(v)),
)
_TELLING: tuple[Test, ...] = (
    ("the same item stands twice in a row in {}", lambda v: _series(v) and _next_to_each_other(v)),
    ("an item stands more than once in {}", lambda v: _series(v) and _repeats(v)),
    ("no item stands more than once in {}", lambda v: _series(v) and not _repeats(v)),
    ("all items of {} are equal", _all_equal),
    ("{} has a negative number in it", lambda v: any(n < 0 for n in _numbers(v))),
    ("{} has a 0 in it", lambda v: any(n == 0 for n in _numbers(v))),
    ("{} has numbers with a decimal point in it", lambda v: any(isinstance(n, float) for n in v)),
    ("{} has an odd number of items", lambda v: _series(v) and len(v) % 2 == 1),
    ("{} has an even number of items", lambda v: _series(v) and len(v) % 2 == 0),
    ("{} is not in ascending order", lambda v: _plain(v) and sorted(v) != list(v)),
    ("{} is already in ascending order", lambda v: _plain(v) and sorted(v) == list(v)),
    ("{} is in descending order", lambda v: _plain(v) and sorted(v, reverse=True) == list(v)),
    ("{} has another list or tuple in it", lambda v: _series(v) and any(map(_series, v))),
    ("{} has `None` in it", lambda v: _series(v) and None in v),
    ("{} has capital letters in it", lambda v: isinstance(v, str) and v != v.lower()),
    ("{} has spaces in it", lambda v: isinstance(v, str) and " " in v),
    ("{} starts or ends with a space", lambda v: isinstance(v, str) and v != v.strip()),
    (
        "{} has punctuation in it",
        lambda v: isinstance(v, str) and any(not (c.isalnum() or c.isspace()) for c in v),
    ),
    ("{} has digits in it", lambda v: isinstance(v, str) and any(c.isdigit() for c in v)),
    ("a letter stands more than once in {}", lambda v: isinstance(v, str) and _repeats(v)),
    ("{} is not a whole number", lambda v: isinstance(v, float) and v != int(v)),
    ("{} has a decimal point", lambda v: isinstance(v, float)),
    ("{} can be divided by 15", lambda v: is_number(v) and v % 15 == 0),
    ("{} can be divided by 5", lambda v: is_number(v) and v % 5 == 0),
    ("{} can be divided by 3", lambda v: is_number(v) and v % 3 == 0),
    ("{} can be divided by 100", lambda v: is_number(v) and v % 100 == 0),
    ("{} can be divided by 4", lambda v: is_number(v) and v % 4 == 0),
    ("{} is even", lambda v: is_number(v) and v % 2 == 0),
    ("{} is odd", lambda v: is_number(v) and v % 2 == 1),
)
_WEAK: tuple[Test, ...] = (
    ("{} has at least one item in it", lambda v: _sized(v) and len(v) > 0),
    ("{} has more than one item", lambda v: _sized(v) and len(v) > 1),
    ("{} has more than two items", lambda v: _sized(v) and len(v) > 2),
    ("{} is above 0", lambda v: is_number(v) and v > 0),
    ("{} is above 1", lambda v: is_number(v) and v > 1),
    ("{} is a list", lambda v: isinstance(v, list)),
    ("{} is a tuple", lambda v: isinstance(v, tuple)),
    ("{} is a text", lambda v: isinstance(v, str)),
    ("{} is `True`", lambda v: v is True),
    ("{} is `False`", lambda v: v is False),
)


def _of_two(i: int, a: str, j: int, b: str) -> Iterator[CallKind]:
    """Kinds of two arguments; each is written for a single value `x` and a series `s`."""
    yield from (
        CallKind(pair.said.format(a=a, b=b), _pair(pair.holds, i, j), pair.edge, pair.ties)
        for pair in _PAIRS
        if i < j or pair.turns
    )


def _pair(holds: Callable[[Any, Any], bool], i: int, j: int) -> Callable[[Case], bool]:
    def of(case: Case) -> bool:
        arguments = case.arguments or ()
        return holds(arguments[i], arguments[j])

    return of


def _number_in(x: Any, s: Any) -> bool:
    return is_number(x) and _series(s) and len(s) > 0 and len(_numbers(s)) == len(s)


class Pair(Struct, frozen=True):
    """What two arguments may be to each other. What `turns` is tried with either of them first."""

    said: str
    holds: Callable[[Any, Any], bool]
    edge: bool
    turns: bool = True
    ties: bool = False


_PAIRS: tuple[Pair, ...] = (
    Pair(
        "{a} is larger than every item of {b}", lambda x, s: _number_in(x, s) and x > max(s), True
    ),
    Pair(
        "{a} is smaller than every item of {b}", lambda x, s: _number_in(x, s) and x < min(s), True
    ),
    Pair(
        "no item of {b} is as large as {a}",
        lambda x, s: (
            is_number(x) and _series(s) and len(_numbers(s)) == len(s) and all(i < x for i in s)
        ),
        True,
    ),
    Pair(
        "no item of {b} is smaller than {a}",
        lambda x, s: (
            is_number(x) and _series(s) and len(_numbers(s)) == len(s) and all(i >= x for i in s)
        ),
        True,
    ),
    Pair(
        "{a} is one of the items of {b}",
        lambda x, s: isinstance(s, list | tuple | set | dict) and x in s,
        True,
        ties=True,
    ),
    Pair("{a} is the first item of {b}", lambda x, s: _series(s) and same(x, s[0]), True),
    Pair("{a} is the last item of {b}", lambda x, s: _series(s) and same(x, s[-1]), True),
    Pair(
        "{a} is not one of the items of {b}",
        lambda x, s: isinstance(s, list | tuple | set | dict) and x not in s,
        True,
    ),
    Pair(
        "{a} lies between two items of {b} without being one of them",
        lambda x, s: _number_in(x, s) and min(s) < x < max(s) and x not in s,
        False,
    ),
    Pair("{a} stands more than once in {b}", lambda x, s: _series(s) and s.count(x) > 1, False),
    Pair(
        "{a} is larger than the number of items in {b}",
        lambda k, s: is_number(k) and _sized(s) and k > len(s),
        True,
    ),
    Pair(
        "{a} is the number of items in {b}",
        lambda k, s: is_number(k) and _sized(s) and k == len(s),
        True,
    ),
    Pair(
        "{a} is smaller than the number of items in {b}",
        lambda k, s: is_number(k) and _sized(s) and k < len(s),
        False,
    ),
    Pair(
        "{a} and {b} are equal",
        lambda x, y: type(x) is type(y) and same(x, y),
        True,
        turns=False,
        ties=True,
    ),
    Pair("{a} is larger than {b}", lambda x, y: is_number(x) and is_number(y) and x > y, False),
    Pair(
        "{a} has more items than {b}",
        lambda x, y: _series(x) and _series(y) and len(x) > len(y),
        True,
    ),
    Pair(
        "{a} can be divided by {b} without a rest",
        lambda x, y: is_number(x) and is_number(y) and y != 0 and x % y == 0,
        False,
        turns=False,
    ),
)


def _of_expected() -> Iterator[CallKind]:
    def expects(check: Callable[[Any], bool]) -> Callable[[Case], bool]:
        return lambda case: case.expected_value is not UNKNOWN and check(case.expected_value)

    yield CallKind("the right answer is `None`", expects(lambda v: v is None), edge=True)
    yield CallKind(
        "the right answer is empty", expects(lambda v: _sized(v) and len(v) == 0), edge=True
    )
    yield CallKind("the right answer is 0", expects(lambda v: is_number(v) and v == 0))
    yield CallKind("the right answer is `True`", expects(lambda v: v is True))
    yield CallKind("the right answer is `False`", expects(lambda v: v is False))
    yield CallKind("the right answer is negative", expects(lambda v: is_number(v) and v < 0))
