"""Values as short texts: true, bounded, and without running anything of the learner's."""

from __future__ import annotations

import collections
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from course.worker import channel
from course.worker.value_text import LONG, OwnFolder, describe, safe_repr, type_name, variables


class Account:
    """A class of a learner's whose own words must not be asked for."""

    def __init__(self, **fields: Any) -> None:
        self.__dict__.update(fields)

    def __repr__(self) -> str:
        raise AssertionError("it was asked")


Account.__module__ = "shop"


class Text(str):
    __slots__ = ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.5, "1.5"),
        (2**400, "<a number of 401 bits>"),
        (2**400 - 1, str(2**400 - 1)),
        ("x" * 60, repr("x" * 60)),
        ("x" * 61, "'" + "x" * 30 + "' ... '" + "x" * 15 + "'"),
        ([], "[]"),
        ([1, "a"], "[1, 'a']"),
        ((1,), "(1,)"),
        ((), "()"),
        (set(), "set()"),
        (frozenset(), "frozenset()"),
        ({3, 1, 2}, "{1, 2, 3}"),
        (frozenset({1}), "frozenset({1})"),
        ([1, 2, 3, 4, 5, 6], "[1, 2, 3, 4, 5, 6]"),
        ([1, 2, 3, 4, 5, 6, 7], "[1, 2, 3, 4, 5, 6, ...] (7 items)"),
        ([[[1]], [[]]], "[[[...]], [[]]]"),
        ({"a": {"b": {"c": 1}, "d": {}}}, "{'a': {'b': {...}, 'd': {}}}"),
        ({n: n for n in range(7)}, "{0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, ...} (7 items)"),
        (deque([1, 2]), "deque([1, 2])"),
        (Counter("a"), "Counter({'a': 1})"),
        (defaultdict(list, a=[1]), "defaultdict({'a': [1]})"),
        (OrderedDict(a=1), "OrderedDict({'a': 1})"),
        (range(3), "range(0, 3)"),
        (date(2026, 3, 1), "datetime.date(2026, 3, 1)"),
        (Decimal("1.50"), "Decimal('1.50')"),
        (Account(balance=3, owner=[1]), "Account(balance=3, owner=[1])"),
        (Account(), "<Account>"),
        ([[Account(balance=3)]], "[[<Account>]]"),
        (Text("x"), "<Text>"),
        (variables, "<function variables>"),
        (Account, "<class Account>"),
        (sys, "<module sys>"),
        (collections.UserDict(), "<UserDict>"),
    ],
)
def test_a_short_text(value: Any, text: str) -> None:
    assert safe_repr(value) == text


def test_what_stands_in_a_report_may_be_longer_and_is_bounded() -> None:
    assert describe(list(range(300))) == repr(list(range(300)))
    many = describe(list(range(301)))
    assert many.startswith("[0, 1,")
    assert many.endswith("29, ...] (301 items)")
    assert describe({3, 1, 2}) == "{1, 2, 3}"
    assert describe("x" * LONG) == repr("x" * LONG)[:LONG] + " ..."
    assert len(describe("x" * 10 * LONG)) < LONG
    assert describe(Account(balance=3)) == "Account(balance=3)"
    assert describe(object()) == "<object object>"


def test_a_type_is_named_as_the_learner_would() -> None:
    assert (type_name(1), type_name(Account()), type_name(None)) == ("int", "Account", "NoneType")


def test_only_what_a_learner_calls_a_variable_is_one() -> None:
    names = {"__name__": 1, "@py": 1, "sys": sys, "A": Account, "f": variables, "n": len, "x": 1}
    assert variables(names) == {"x": "1"}
    assert list(variables({f"v{number}": 1 for number in range(30)}, 3)) == ["v0", "v1", "v2"]


def test_the_limit_of_an_exception_is_known_by_its_class() -> None:
    class TooMuchOutput(Exception):  # noqa: N818 - the name is the point
        """A learner's own."""

    home = OwnFolder("work")
    assert home.exception(channel.TooMuchOutput("printed too much")).limit == "output"
    assert home.exception(MemoryError()).limit == "memory"
    assert home.exception(TooMuchOutput("mine")).limit is None


@pytest.mark.parametrize(
    ("source", "limit"),
    [
        ("raise MemoryError", None),
        ("raise MemoryError('full')", None),
        (
            "def f():\n    raise MemoryError()\ntry:\n    f()\nexcept MemoryError:\n    raise",
            None,
        ),
        ("bytearray(1 << 62)", "memory"),
        ("try:\n    bytearray(1 << 62)\nexcept MemoryError:\n    raise", "memory"),
        ("try:\n    bytearray(1 << 62)\nexcept MemoryError as error:\n    raise error", "memory"),
    ],
)
def test_a_limit_is_not_reached_by_raising_its_exception(source: str, limit: str | None) -> None:
    home = OwnFolder("work")
    with pytest.raises(MemoryError) as caught:
        exec(compile(source, "work/lesson.py", "exec"))
    assert home.exception(caught.value).limit == limit
