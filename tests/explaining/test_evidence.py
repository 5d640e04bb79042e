"""Whose an exception is: of the call that a test makes, or of what the test does besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence
from course.model import CheckReport, ExceptionInfo, Exercise, ExerciseSource, Frame, Verdict
from course.model import TestResult as Result

SOURCE = """\
def f(n):
    return n
def g(n):
    return n
@wraps
def wrapped(n):
    return n
class Box:
    def open(self):
        return 1
"""
MISSING = "'list' object has no attribute 'first'"
NOT_MANY = "not enough values to unpack (expected 2, got 0)"


def stopped_in(
    folder: Path, line: str, call: str, kind: str, message: str, own: str, source: str = SOURCE
) -> str | None:
    """The test that stopped, where its only line did; in a frame of the function `own`, if any."""
    file = folder / "test_lesson.py"
    file.write_text(
        f"from lesson import Box, f, wrapped\n\ndef test_it():\n    {line}\n", encoding="utf-8"
    )
    exercise = Exercise(
        "own/lesson", folder, ExerciseSource("Own", "write", "-"), "lesson", "", (file,)
    )
    frames = (Frame("lesson.py", 2, own, "return n"),) if own else ()
    raised = ExceptionInfo(kind, message, frames)
    failed = Result("it", "test_it", "failed", call=call, exception=raised, line=4)
    report = CheckReport("own/lesson", Verdict.FAILED, tests=(failed,))
    case = Case(
        call=call, function=call.partition("(")[0], arguments=None, passed=False,
        exception=raised, test="test_it",
    )  # fmt: skip
    return Evidence(report, exercise, source).test_that_stopped(case)


@pytest.mark.parametrize(
    ("line", "call", "kind", "message", "own", "of_test"),
    [
        ("f(1)", "f(1)", "ValueError", "no", "f", False),
        ("f(1)", "f(1)", "ValueError", "no", "g", True),
        ("f(1)", "f(1)", "ValueError", "no", "Box.f", False),
        ("wrapped(1)", "wrapped(1)", "ValueError", "no", "g", False),
        ("f(1)['a']", "f(1)", "KeyError", "'a'", "", True),
        ("f(1)", "f(1)", "KeyError", "'a'", "", True),
        ("f(1)[3]", "f(1)", "IndexError", "list index out of range", "", True),
        ("f(1)", "f(1)", "TypeError", "f() takes 1 argument", "", False),
        ("wrapped(1)", "wrapped(1)", "KeyError", "'a'", "", False),
        ("wrapped(1)", "wrapped(1)", "ValueError", NOT_MANY, "", True),
        ("f(1)", "f(1)", "ValueError", NOT_MANY, "", False),
        ("f(1)", "f(1)", "AttributeError", MISSING, "", True),
        ("f(1).first", "f(1)", "AttributeError", MISSING, "", True),
        ("xs.first()", "xs.first()", "AttributeError", MISSING, "", False),
        ("f.first()", "f.first()", "AttributeError", MISSING, "", False),
        ("Box()", "Box()", "TypeError", "Box() takes no arguments", "", False),
        ("Box()", "Box()", "TypeError", "unhashable type", "", True),
        ("Box()", "Box()", "ValueError", "an argument", "", True),
        ("Box()", "Box()", "ValueError", "no", "Box.open", False),
        ("Box()", "Box()", "ValueError", "no", "__init__", False),
        ("Box()", "Box()", "ValueError", "no", "g", True),
    ],
)
def test_whose_an_exception_is(
    tmp_path: Path, line: str, call: str, kind: str, message: str, own: str, of_test: bool
) -> None:
    found = stopped_in(tmp_path, line, call, kind, message, own)
    assert found == ("it" if of_test else None)


OPERATIONS = (
    "lt le gt ge eq ne add sub mul truediv floordiv mod radd rsub rmul and or contains getitem "
    "delitem len bool hash str repr iter next enter exit"
)


@pytest.mark.parametrize("name", [*OPERATIONS.split(), "init", "post_init", "new"])
def test_what_a_test_does_with_an_object_is_not_its_making(tmp_path: Path, name: str) -> None:
    source = SOURCE.replace("def open", f"def __{name}__")
    found = stopped_in(tmp_path, "Box()", "Box()", "ValueError", "no", f"Box.__{name}__", source)
    assert found == ("it" if name in OPERATIONS.split() else None)
    assert stopped_in(tmp_path, "f()", "Box().a", "ValueError", "no", f"__{name}__", source) is None
