"""Every program of the golden file of exceptions: what leads is the cause, at its line."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from syrupy.assertion import SnapshotAssertion

from course.explaining.diagnose import diagnose
from course.model import (
    CheckReport,
    ExceptionInfo,
    Exercise,
    ExerciseSource,
    Frame,
    TestResult,
    Verdict,
)
from tests.explaining.answering import all_said
from tests.explaining.as_it_was import as_it_was
from tests.explaining.stopping import reported_stop

GOLDEN = Path(__file__).with_name("golden") / "exceptions.yaml"


def programs() -> list[dict[str, Any]]:
    """The programs of the golden file."""
    found: list[dict[str, Any]] = yaml.load(
        GOLDEN.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return found


@pytest.mark.parametrize("program", programs(), ids=lambda program: program["name"])
def test_the_exception_and_its_cause_lead(
    program: dict[str, Any], tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    report, exercise = reported_stop(program["source"], program.get("call"), tmp_path)
    told = asyncio.run(diagnose(report, exercise, program["source"]))[0]
    assert (told.name, told.line) == (program["name"], program.get("line")), told.text
    if program.get("in_a_comprehension") and sys.version_info >= (3, 12):
        return  # its names are gone when it has stopped (PEP 709): less is known to say
    assert _alike(told.text) == _alike(program["says"])
    said = all_said(report, exercise, program["source"], known=told.text)
    assert as_it_was(snapshot, *map(_alike, said))


def _alike(text: str) -> str:
    """A text without how deep a recursion went, and by its older name what 3.13 calls anew."""
    return re.sub(r"to `-\d+`", "to `-n`", text).replace("a `PatternError`", "an `error`")


@pytest.mark.parametrize("call", ["''.splitlines()", "[].index('TEA')", "'a b'.split()"])
def test_what_stops_in_the_test_is_not_said_of_a_call_that_is_none_of_the_learners(
    call: str, tmp_path: Path
) -> None:
    words = "not enough values to unpack (expected 1, got 0)"
    exception = ExceptionInfo("ValueError", words)
    test = TestResult("It works", "test_it", "failed", call=call, exception=exception)
    exercise = Exercise("own/x", tmp_path, ExerciseSource("Own", "write", "-"), "x", "", ())
    report = CheckReport("own/x", Verdict.FAILED, tests=(test,))
    told = asyncio.run(diagnose(report, exercise, "print()\n"))
    assert [it.text for it in told if call in it.text] == []


@pytest.mark.parametrize("call", ["digest('velo')", "Caller('velo')"])
def test_what_other_code_raises_is_not_said_of_the_call_that_the_test_makes(
    call: str, tmp_path: Path
) -> None:
    source = (
        "def digest(key):\n    return key\ndef show():\n    return {}['a']\n"
        "@dataclass\nclass Caller:\n    name: str\n"
    )
    raised = ExceptionInfo("KeyError", "'a'", (Frame("x.py", 4, "show", "return {}['a']"),))
    test = TestResult("a key", "test_it", "failed", call=call, exception=raised)
    exercise = Exercise("own/x", tmp_path, ExerciseSource("Own", "write", "-"), "x", "", ())
    report = CheckReport("own/x", Verdict.FAILED, tests=(test,))
    told = asyncio.run(diagnose(report, exercise, source))
    assert told[0].text.startswith("The test `a key` stopped on line 4")
    assert [it.text for it in told if call in it.text] == []
    assert len(told) == 1


def test_the_words_are_few() -> None:
    for program in programs():
        words = re.sub(r"`` .*? ``|`[^`]*`", "code", program["says"]).split()
        assert len(words) <= 42, program["says"]
        assert program["says"].endswith((".", "?")), program["says"]
