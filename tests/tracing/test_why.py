"""Why a value is what it is: the steps that made it, back from the recording."""

from __future__ import annotations

import pytest

from course.tracing.trace import Trace
from course.tracing.why import Cause, cause_words, values_at, why
from tests.tracing.conftest import Record

TOTAL = """\
def price_of(name, prices):
    found = prices[name]
    return found

prices = {"tea": 450, "mug": 800}
total = 100
price = price_of("mug", prices)
total += price
half = total // 2
other = 5
"""


def causes(trace: Trace, name: str, at: int = -1) -> tuple[Cause, ...]:
    index = range(len(trace))[at]
    [asked] = [it for it in values_at(trace, index) if it.name == name]
    return why(trace, index, asked)


def test_a_value_is_followed_through_what_its_lines_read(program: Record) -> None:
    trace = program(TOTAL)
    found = causes(trace, "half")
    assert [(it.depth, it.words) for it in found] == [
        (0, "Line 9 gives half the value 450"),
        (1, "Line 8 gives total the value 900"),
        (2, "Line 6 gives total the value 100"),
        (2, "Line 7 gives price the value 800"),
        (3, "Line 5 gives prices the value {'tea': 450, 'mug': 800}"),
        (3, "price_of gives back 800"),
        (4, "Line 2 gives found the value 800"),
        (5, "price_of is called with prices = {'tea': 450, 'mug': 800}"),
        (5, "price_of is called with name = 'mug'"),
    ]
    assert cause_words(found[1]).endswith("900, from total = 100, price = 800")
    assert found[1].code == "total += price"
    assert [trace[it.index].line for it in found] == [9, 8, 6, 7, 5, 3, 2, 7, 7]


def test_what_changed_an_object_under_another_name_is_a_cause(program: Record) -> None:
    found = causes(program("a = [1]\nb = a\nb.append(2)\nn = len(a)\n"), "n")
    assert [cause_words(it) for it in found] == [
        "Line 4 gives n the value 2, from a = [1, 2]",
        "Line 3 changes a to [1, 2], from b = [1]",
        "Line 2 gives b the value [1], from a = [1]",
        "Line 1 gives a the value [1]",
    ]


def test_what_a_function_gives_back_can_be_asked_about(record: Record) -> None:
    trace = record(
        "from work import double\n\ndef test_double():\n    assert double(3) == 6\n",
        "def double(n):\n    total = n + n + 1\n    return total\n",
    )
    found = causes(trace, "")
    assert [it.words for it in found] == [
        "double gives back 7",
        "Line 2 gives total the value 7",
        "double is called with n = 3",
    ]
    assert found[-1].code == "double(3)"


def test_a_loop_names_its_newest_changes_and_where_it_began(program: Record) -> None:
    trace = program("found = []\nfor n in range(30):\n    found.append(n)\n")
    own = [it.words for it in causes(trace, "found") if it.depth == 0]
    assert len(own) == 6
    assert own[-1] == "Line 1 gives found the value []"
    assert own[0].startswith("Line 3 changes found to [0, 1, 2")


def test_what_happened_in_steps_left_out_is_said(program: Record) -> None:
    trace = program("total = 0\nfor n in range(10_000):\n    total += 1\n")
    [gap] = [
        at for at in range(1, len(trace)) if trace.number_of(at) != trace.number_of(at - 1) + 1
    ]
    found = causes(trace, "n", gap)
    assert [it.words for it in found] == [
        f"n becomes {_value(trace, gap)} in steps that are left out"
    ]


def _value(trace: Trace, at: int) -> str:
    return next(it.value for it in trace[at].frames[0].variables or () if it.name == "n")


@pytest.mark.parametrize("call", ["f(two=n, one=n + 1)", "f(n + 1, n)", "f(n + 1, two=n)"])
def test_an_argument_is_made_of_what_is_passed_for_it(program: Record, call: str) -> None:
    trace = program(
        f"def f(one, two, three=3):\n    return one\n\nn = 1\nm = 2\nf(n + 1, n)\n{call}\n"
    )
    last = max(at for at in range(len(trace)) if trace[at].event == "call")
    assert causes(trace, "two", last)[0].read == (("n", "1"),)
    assert causes(trace, "three", last)[0].read == ()
