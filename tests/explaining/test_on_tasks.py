"""Calls that a loop awaits one after another, where a test wants them side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.explaining.evidence import Evidence
from course.explaining.on_tasks import one_after_another
from course.model import CheckReport, Exercise, ExerciseSource, TestResult, Verdict

PROGRAM = """\
async def prices(carriers, fetch):
    found = []
    for carrier in carriers:
        found.append(await fetch(carrier))
    return found
"""


def said(source: str, got: str = "1", practises: str = "gather") -> str:
    source_of = ExerciseSource("A task", "write", "Write it.", practises=(practises,))
    failed = TestResult("they overlap", "test_overlap", "failed", got=got, expected="3",
                        expected_type="int")  # fmt: skip
    report = CheckReport("a/task", Verdict.FAILED, tests=(failed,))
    exercise = Exercise("a/task", Path(), source_of, "task", "", ())
    saying = one_after_another(Evidence(report, exercise, source))
    return saying.text if saying is not None else ""


def test_a_loop_that_awaits_each_call() -> None:
    assert said(PROGRAM) == (
        "The loop on line 3 waits for each `fetch(...)` to end before it calls the next one. So "
        "they run one after another, and never side by side."
    )
    short = "async def f(xs, ask):\n    return [await ask(x) for x in xs]\n"
    assert said(short).startswith(
        "Line 2, `return [await ask(x) for x in xs]`, waits for each `ask(...)` to end "
    )


@pytest.mark.parametrize(
    ("source", "got", "practises"),
    [
        (PROGRAM, "2", "gather"),
        (PROGRAM, "1", "await"),
        (PROGRAM.replace("fetch(carrier)", "fetch()"), "1", "gather"),
        (PROGRAM.replace("await fetch", "fetch"), "1", "gather"),
        (PROGRAM + "    asyncio.gather(*found)\n", "1", "gather"),
        ("async def f(xs):\n    return [x async for x in await xs]\n", "1", "gather"),
    ],
)
def test_nothing_is_said(source: str, got: str, practises: str) -> None:
    assert said(source, got, practises) == ""
