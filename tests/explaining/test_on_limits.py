"""A loop that did not end: what is said of the variables in its condition is what they did."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.explaining.evidence import Evidence
from course.explaining.on_limits import ended_by_limit
from course.explaining.programs import explain_program
from course.model import (
    CheckReport,
    Exercise,
    ExerciseSource,
    ProgramReport,
    Stuck,
    StuckVariable,
    Verdict,
    WaitingTask,
)

LOOP = "n = 3\nlimit = 10\nwhile n < limit:\n    n = n - 1\n"


def told(*variables: StuckVariable) -> str:
    """What is said of the loop when these were seen in it."""
    stuck = Stuck(line=4, code="n = n - 1", variables=variables, seconds=2.0)
    report = ProgramReport(verdict=Verdict.TIMEOUT, limit="It ran too long.", stuck=stuck)
    return explain_program(report, LOOP) or ""


def test_a_condition_never_changed_only_where_no_variable_in_it_did() -> None:
    still = StuckVariable("limit", "10", changed=False)
    words = told(StuckVariable("n", "3", changed=False), still)
    assert "`n` stayed `3`" in words
    assert "the condition never changed" in words
    words = told(StuckVariable("n", "-9", changed=True), still)
    assert "never changed" not in words
    assert "`n` (at last `-9`) did change, but the condition stayed true" in words


def test_an_iterator_that_returns_its_end() -> None:
    source = "class Down:\n    def __next__(self):\n        return StopIteration\nlist(Down())\n"
    report = ProgramReport(verdict=Verdict.TIMEOUT, limit="It ran too long.", stuck=Stuck(line=2))
    words = explain_program(report, source) or ""
    assert "Line 3 returns `StopIteration` and does not raise it" in words


def test_variables_outside_the_condition_say_nothing_about_it() -> None:
    words = told(StuckVariable("other", "1", changed=False))
    assert "never changed" not in words
    assert "did change" not in words


NESTED = """\
def best(xs, k):
    top = []
    while len(top) < k:
        for x in xs:
            if x > 9:
                top.append(x)
    return top
"""
GROWS = """\
def walk(xs):
    while xs:
        for x in xs:
            xs.append(x)
"""


def stuck_at(line: int, source: str) -> str:
    """What is said of a program that was on that line when its time ran out."""
    stuck = Stuck(line=line, code=source.splitlines()[line - 1].strip(), seconds=2.0)
    report = ProgramReport(verdict=Verdict.TIMEOUT, limit="It ran too long.", stuck=stuck)
    return explain_program(report, source) or ""


def test_a_for_loop_ends_so_the_while_around_it_is_the_endless_one() -> None:
    for line in (4, 5):
        words = stuck_at(line, NESTED)
        assert "as long as `len(top) < k` is true (line 3)" in words
        assert "loop around it starts on line 4" not in words


def test_a_for_loop_that_makes_its_list_longer_does_not() -> None:
    assert "`xs` gets longer" in stuck_at(4, GROWS)


def limited(stuck: Stuck, source: str) -> tuple[str, str, int | None]:
    """The name, the words and the line of what is said where a limit ended a check."""
    exercise = Exercise("own/lesson", Path(), ExerciseSource("Own", "write", "-"), "lesson", "", ())
    report = CheckReport("own/lesson", Verdict.TIMEOUT, limit="It ran too long.", stuck=stuck)
    told = ended_by_limit(Evidence(report, exercise, source))
    assert told is not None
    return told[0], told[1].text, told[1].line


def test_a_task_that_waits_is_told_with_its_line() -> None:
    waiting = Stuck(line=None, call="evening(3)", tasks=(WaitingTask("work", 5),), seconds=2.0)
    name, text, line = limited(waiting, "import asyncio\n")
    assert (name, line) == ("waits_forever", 5)
    assert "`work` waits on line 5, and nothing ends that wait." in text


def test_a_queue_whose_items_nobody_reports_as_done() -> None:
    source = "import asyncio\nbelt = asyncio.Queue(2)\nasync def f():\n    await belt.join()\n"
    waiting = Stuck(line=None, call="evening(3)", tasks=(WaitingTask("work", 4),), seconds=2.0)
    name, text, line = limited(waiting, source)
    assert (name, line) == ("waits_forever", 4)
    assert "Line 4, `belt.join()`, waits until each item" in text
    assert "nothing calls that" in text
    assert "nothing ends that wait" in limited(waiting, source + "    belt.task_done()\n")[1]


QUEUE = """\
import asyncio, queue
belt = asyncio.Queue(2)
names = ["a"]
belt.sizes = 3
async def f(words, thread):
    await belt.join()
"""
JOIN = "Line 6, `belt.join()`, waits until each item that was put in is reported as done with "


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("", "", 6),
        ("asyncio.Queue", "queue.PriorityQueue", 6),
        ("asyncio.Queue", "Queue", 6),
        ("belt.join()", "belt.join(); await belt.get()", 6),
        ("belt.join()", "belt.join(); ','.join(words); thread.join()", 6),
        ("belt.join()", "belt.join(); await belt.join()", None),
        ("belt.join()", "belt.get()", None),
        ("belt.join()", "thread.join()", None),
        ("belt.join()", "thread.join(); belt.get(); join()", None),
        ("belt.join()", "belt.join(); belt.task_done()", None),
        ("asyncio.Queue(2)", "asyncio.Queue", None),
        ("asyncio.Queue(2)", "asyncio.Event()", None),
        ("asyncio.Queue(2)", "asyncio.Queue(:", None),
    ],
)
def test_the_only_join_of_a_queue(old: str, new: str, line: int | None) -> None:
    tasks = (WaitingTask("a", 0), WaitingTask("work", 9), WaitingTask("b", 8), WaitingTask("c", 7))
    stuck = Stuck(line=3, call="f()", tasks=tasks, seconds=2.0)
    name, text, at = limited(stuck, QUEUE.replace(old, new, 1))
    assert name == "waits_forever"
    assert (f" within 2 seconds. {JOIN}" in text) is (line is not None)
    assert at == (line or 9)
    if line is None:
        assert text.endswith(
            " `a` waits, `work` waits on line 9 and `b` waits on line 8, and nothing ends that "
            "wait."
        )


def test_what_was_seen_on_the_line_where_it_was_stopped() -> None:
    start = "Your code did not come to an end within 2 seconds. When it was stopped it was on "
    seen = tuple(StuckVariable(name, "1", changed=False) for name in "abcde")
    stuck = Stuck(line=2, code="return n", variables=seen, seconds=2.0)
    source = "def f(n):\n    return n\n"
    assert limited(stuck, source)[1] == (
        f"{start}line 2, `return n`. There, `a` was `1`, `b` was `1`, `c` was `1` and `d` was `1`."
    )
    stuck = Stuck(line=2, code="return n", seconds=2.0)
    assert limited(stuck, source) == ("too_slow", f"{start}line 2, `return n`.", 2)


def test_tasks_of_which_no_line_is_known() -> None:
    stuck = Stuck(line=3, call="f()", tasks=(WaitingTask("a", 0),), seconds=2.0)
    assert limited(stuck, "import asyncio\n")[2] == 3


def test_the_only_while_is_named_where_nobody_saw_what_ran() -> None:
    name, text, line = limited(Stuck(line=None), NESTED)
    assert (name, line) == ("endless", 3)
    assert "Line 3, `while len(top) < k:`, is the only `while` in it: what ends that loop?" in text
    assert limited(Stuck(line=None), "def f():\n    return f()\n")[2] is None


def test_a_line_that_gives_a_name_its_old_value_is_shown() -> None:
    def words(body: str) -> str:
        stuck = Stuck(line=3, variables=(StuckVariable("n", "1", changed=False),), seconds=2.0)
        report = ProgramReport(verdict=Verdict.TIMEOUT, limit="It ran too long.", stuck=stuck)
        return explain_program(report, f"n = 1\nwhile n < 9:\n    {body}\n") or ""

    assert words("n **= 2").endswith("Line 3, `n **= 2`, gives `n` the value that it has already.")
    assert "Line 3, `n = n * n`, gives" in words("n = n * n")
    assert "that it has already" not in words("m = n * n")
    assert "that it has already" not in words("if n: continue\n    n = n * n")
