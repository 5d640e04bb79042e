"""What a text stands for, told without running it, and within bounds."""

from __future__ import annotations

import math
from typing import Any

import pytest

from course.checking.values import (
    LARGEST,
    UNKNOWN,
    count_in,
    is_number,
    items_of,
    less,
    same,
    value_of,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        (" -2.5 ", -2.5),
        ("+1", 1),
        ("not 0", True),
        ("'a'", "a"),
        ("None", None),
        ("[1, (2,), {3}, {'a': 4}]", [1, (2,), {3}, {"a": 4}]),
        ("2 + 3 * 4", 14),
        ("7 // 2 - 7 % 4", 0),
        ("1 / 4", 0.25),
        ("'ab' * 2", "abab"),
        ("inf", math.inf),
        ("set()", set()),
        ("frozenset({1})", frozenset({1})),
        ("sorted([2, 1])", [1, 2]),
        ("list(range(3))", [0, 1, 2]),
        ("float('1.5')", 1.5),
        ("int('3')", 3),
        ("str(3)", "3"),
        ("tuple([1])", (1,)),
        ("set([1])", {1}),
        ("dict([('a', 1)])", {"a": 1}),
        ("range(2)", range(2)),
        ("7 - 2", 5),
        ("7 % 4", 3),
        ("7 // 2", 3),
        ("-inf", -math.inf),
        ("'x' * 20_000", "x" * 20_000),
        ("20_000 * [1]", [1] * 20_000),
        ("range(20_000)", range(20_000)),
        ("2 * 30_000", 60_000),
        pytest.param("'" + "x" * (LARGEST - 2) + "'", "x" * (LARGEST - 2), id="longest"),
    ],
)
def test_what_is_written_out_is_known(text: str, value: Any) -> None:
    assert value_of(text) == value
    assert type(value_of(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "f(1)",
        "a.b",
        "open('a')",
        "{**a}",
        "1 / 0",
        "[1][2]",
        "2 ** 3",
        "(",
        "",
        None,
        "'x' * 30_000",
        "30_000 * [1]",
        "'x' * 20_001",
        "sorted('ab', True)",
        f"range({LARGEST + 1})",
        f"list(range({10**12}))",
        "'" + "x" * LARGEST + "'",
        "-" * 5_000 + "1",
        "{[1]: 2}",
        "int('a')",
    ],
)
def test_everything_else_is_unknown(text: str | None) -> None:
    assert value_of(text) is UNKNOWN


def test_numbers_and_equality_are_those_of_a_test() -> None:
    assert is_number(1)
    assert is_number(1.5)
    assert not is_number(True)
    assert not is_number("1")
    assert same(1, 1.0)
    assert not same(1, 2)
    assert same(1.0, 1.05, 0.1)
    assert not same(1.0, 1.2, 0.1)
    assert not same("a", "b", 0.1)


def test_items_are_counted_and_taken_out_one_for_one() -> None:
    assert items_of((1, 2)) == [1, 2]
    assert items_of("ab") is None
    assert items_of({"a": 1}) is None
    assert count_in([1, True, 1.0, 1], 1) == 2
    assert less([1, 2, 1, 3], [1, 3]) == [2, 1]
    assert less([1], [1, 1]) == []


class Odd:
    """A value that cannot be compared."""

    def __eq__(self, other: object) -> bool:
        raise TypeError


def test_near_is_near_as_tests_have_it() -> None:
    assert same(1_000_000.0, 1_000_000.9, 0.0)
    assert not same(1_000_000.0, 1_000_001.5, 0.0)
    assert not same(1_000_000.0, 1_000_000.9)
    assert not same(True, 1.01, 0.1)
    assert not same(Odd(), Odd())
    assert math.isnan(value_of("nan"))
    assert repr(UNKNOWN) == "UNKNOWN"


def test_items_of_every_kind() -> None:
    assert [items_of(it) for it in ([1], (1,), {1}, frozenset({1}))] == [[1]] * 4
    assert count_in([[1], [1.0], (1,)], [1]) == 2
    assert less([2, 1, 1], [1, 1]) == [2]
