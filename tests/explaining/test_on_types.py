"""Answers of another type: a coroutine inside, a list too many, an exception that is caught."""

from __future__ import annotations

import pytest

from course.explaining.on_not_refused import not_refused
from course.explaining.on_types import _holds_only, _unawaited, never_awaited
from course.explaining.sentences import refusal
from course.explaining.syntax_tree import functions_of, parse
from course.model import TestResult
from tests.explaining.answering import evidence_of

LABEL = """\
async def code(number):
    return number
async def label(number):
    return [code(number)]
"""
INSIDE = (
    "Line 4 makes a coroutine with `code(...)`, and nothing awaits it. So the coroutine itself is "
    "in the answer, in the place of what it would return."
)


def result(got: str, call: str | None = "label(1)", expected: str = "[1]") -> TestResult:
    return TestResult("a label", "test_label", "failed", call=call, got=got, got_type="list",
                      expected=expected, expected_type="list")  # fmt: skip


@pytest.mark.parametrize("call", ["label(1)", None])
@pytest.mark.parametrize(
    ("source", "got", "words"),
    [
        (LABEL, "[<coroutine object code at 0x7f>]", INSIDE),
        (LABEL, "[<coroutine object Shop.inner.code>]", INSIDE),
        (LABEL, "[<coroutine object other>]", ""),
        (LABEL, "[<generator object code>]", ""),
        (LABEL.replace("[code", "[await code"), "[<coroutine object code>]", ""),
        (LABEL.replace("(number)]", "(number), code(2)]"), "[<coroutine object code>]", ""),
        (
            LABEL.replace("(number)]", "(number), await code(2)]"),
            "[<coroutine object code>]",
            INSIDE,
        ),
        (
            LABEL.replace("[code", "[shop.code"),
            "[<coroutine object Shop.code>]",
            INSIDE.replace("code(", "shop.code("),
        ),
    ],
)
def test_a_coroutine_in_the_answer(source: str, got: str, words: str, call: str | None) -> None:
    saying = never_awaited(evidence_of(source, result(got, call)))
    assert (saying.text if saying else "") == words
    if saying:
        assert (saying.line, len(saying.cases)) == (4, 1 if call else 0)


def test_the_first_answer_with_a_coroutine_is_the_one_that_is_told() -> None:
    evidence = evidence_of(LABEL, result("[2]", "label(2)"), result("[<coroutine object code>]"))
    saying = never_awaited(evidence)
    assert saying is not None
    assert saying.cases[0].got == "[<coroutine object code>]"


def test_calls_that_nobody_awaits() -> None:
    tree = parse("async def f():\n    await a(b())\n    c()\n    await d\n")
    calls = _unawaited(functions_of(tree)["f"])
    assert sorted(call.func.id for call in calls) == ["b", "c"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ([1], 1, True),
        ((1,), 1, True),
        ([1, 1], 1, False),
        ([2], 1, False),
        (1, 1, False),
        ([[1]], [1], True),
        ([[]], [], False),
        ([()], (), False),
        ([{}], {}, False),
        ([set()], set(), False),
        ([""], "", True),
        ([None], None, True),
        ([0], 0, True),
    ],
)
def test_one_item_more_around(outer: object, inner: object, holds: bool) -> None:
    assert _holds_only(outer, inner) is holds


def refused(source: str, *calls: str) -> str:
    """What is said where calls should be refused, and are not."""
    tests = [
        TestResult("refused", f"test_it[{at}]", "failed", call=call, got="1", got_type="int",
                   expected="raises ValueError")
        for at, call in enumerate(calls or ("f(1)",))
    ]  # fmt: skip
    saying = not_refused(evidence_of(source, *tests))
    return saying.text.partition("came out. ")[2] if saying else ""


CAUGHT = """\
def f(n):
    try:
        return check(n)
    except ValueError:
        return 0
def check(n):
    if n > 3:
        raise ValueError
    return n
def other(n):
    try:
        return n
    except KeyError:
        return 1
"""


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            CAUGHT,
            "An exception that the `except` on line 4 catches does not reach the caller.",
        ),
        (
            CAUGHT.replace("return 0", "raise"),
            "For this call, the `raise` on line 5 or 8 was not reached.",
        ),
        (
            CAUGHT.replace("check(n)\n", "other(n)\n"),
            "An exception that the `except` on line 4 or 13 catches does not reach the caller.",
        ),
        ("def f(n):\n    return n\n", "There is no `raise` in your file."),
        ("def f(n):\n    raise ValueError\n" * 4,
         "For this call, the `raise` on line 2, 4 or 6 was not reached."),
        ("", ""),
    ],
)  # fmt: skip
def test_why_nothing_is_refused(source: str, words: str) -> None:
    assert refused(source) == words


def test_a_variable_of_a_test_is_no_name_of_an_exception() -> None:
    assert refusal("ValueError") == "`ValueError`"
    assert refusal("re.error") == "`re.error`"
    assert refusal("error") == refusal(None) == "an exception"


def test_an_exception_that_a_function_handed_in_may_raise() -> None:
    assert refused("def f(n):\n    return n\n") == "There is no `raise` in your file."
    assert refused("def f(n):\n    return 1\n\ndef g(ask):\n    return ask()\n") == ""
