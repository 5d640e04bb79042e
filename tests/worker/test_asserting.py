"""How a test's assertion failed: read from real tracebacks of pytest and unittest."""

from __future__ import annotations

import ast
import types
import unittest
from collections.abc import Callable
from typing import Any

import pytest

from course.worker.asserting import (
    asserted_value,
    by_operator,
    frame_in,
    refused_in_other_words,
    unittest_assertion,
    wanted_exception,
    wanted_words,
)


def block(source: str) -> ast.With:
    """A `with` statement."""
    statement = ast.parse(f"with {source}:\n    f(1)").body[0]
    assert isinstance(statement, ast.With)
    return statement


@pytest.mark.parametrize(
    ("source", "exception", "words"),
    [
        ("pytest.raises(ValueError)", "ValueError", None),
        ("raises(ValueError, match='mix')", "ValueError", "'mix'"),
        ("self.assertRaisesRegex(KeyError, 'tea')", "KeyError", "'tea'"),
        ("open(path)", None, None),
    ],
)
def test_what_a_block_wants(source: str, exception: str | None, words: str | None) -> None:
    wanted, fits = wanted_exception(block(source)), wanted_words(block(source))
    assert (wanted and ast.unparse(wanted)) == exception
    assert (fits and ast.unparse(fits)) == words


def refuse() -> None:
    raise ValueError("EUR and USD do not mix")


def error_of(run: Callable[[], Any]) -> BaseException:
    """What a call ends with."""
    try:
        run()
    except BaseException as error:
        return error
    raise AssertionError("it came to its end")


def other_words() -> None:
    with pytest.raises(ValueError, match="no such coin"):
        refuse()


def nothing_raised() -> None:
    with pytest.raises(ValueError, match="no such coin"):
        pass


def in_unittest() -> None:
    with unittest.TestCase().assertRaisesRegex(ValueError, "no such coin"):  # noqa: PT027 - its words are the point
        refuse()


@pytest.mark.parametrize("run", [other_words, in_unittest])
def test_an_exception_in_other_words_is_found(run: Callable[[], None]) -> None:
    refused = refused_in_other_words(error_of(run))
    assert str(refused) == "EUR and USD do not mix"


@pytest.mark.parametrize("run", [nothing_raised, refuse, lambda: ast.literal_eval("f(1)")])
def test_any_other_failure_refuses_nothing(run: Callable[[], None]) -> None:
    assert refused_in_other_words(error_of(run)) is None


def test_the_frame_is_the_one_that_called_the_learners_code() -> None:
    space: dict[str, Any] = {}
    exec(compile("def retry(fetch):\n    return fetch()\n", "retry.py", "exec"), space)

    def is_learners(code: types.CodeType) -> bool:
        return code.co_filename == "retry.py"

    error = error_of(lambda: space["retry"](refuse))
    calling = frame_in(__file__, error.__traceback__, is_learners)
    innermost = frame_in(__file__, error.__traceback__, lambda _code: False)
    assert calling is not None
    assert innermost is not None
    assert calling.tb_frame.f_code.co_name != "refuse"
    assert innermost.tb_frame.f_code.co_name == "refuse"
    assert frame_in("elsewhere.py", error.__traceback__, is_learners) is None


def test_the_method_of_a_unittest_assertion_and_its_variables() -> None:
    error = error_of(lambda: unittest.TestCase().assertEqual(1, 2))  # noqa: PT009 - as above
    part = frame_in(__file__, error.__traceback__, lambda _code: False)
    assert part is not None
    asserting = unittest_assertion(part)
    assert asserting is not None
    method, values = asserting
    assert (method, values["first"], values["second"]) == ("assertEqual", 1, 2)


@pytest.mark.parametrize(
    ("words", "got"),
    [
        ("assert []\n + where [] = f()", {"got": "[]", "got_type": "list"}),
        ("assert not True", {"got": "True", "got_type": "bool"}),
        ("assert <Basket>", {"got": "<Basket>"}),
        ("other words", {}),
    ],
)
def test_the_value_of_a_bare_assertion(words: str, got: dict[str, str]) -> None:
    assert asserted_value(AssertionError(words)) == got


class Money:
    """Stands for a class of the learner's, without `__add__`."""


def test_an_operator_that_objects_do_not_have_is_what_failed() -> None:
    with pytest.raises(TypeError) as raised:
        Money() + Money()  # type: ignore[operator]
    assert by_operator(raised.value, "")
    assert by_operator(ValueError("other currency"), "__add__")
    assert not by_operator(ValueError("unsupported operand type"), "")
    assert not by_operator(raised.value, "total")
