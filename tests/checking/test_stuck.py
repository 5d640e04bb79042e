"""Where code was when its time ran out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from course.checking.stuck import shown_id, where_stuck
from course.model import Stuck, StuckVariable, WaitingTask
from course.text import clean, cut
from course.worker.protocol import Event, StuckSaid, TaskSaid, TestBegun, VariableSaid
from tests.checking.door import exercise_named
from tests.checking.said import talk_of

# ---------------------------------------------------------------- what was said, read

SOURCE = "def clamp():\n    while True:\n        pass\n"
SLOT = Path("/slot")


def read(*events: Event, fault: list[str] | None = None, **more: Any) -> Stuck | None:
    return where_stuck(talk_of(*events, fault=fault or []), SLOT, SOURCE, 2.0, **more)


def test_the_line_that_was_seen_most_often_is_the_one() -> None:
    variables = (VariableSaid("n", "1", changed=True),)
    said = StuckSaid({2: 1, 3: 5}, "clamp", False, "f.py::test_a", "clamp()", variables)
    found = read(TestBegun("f.py::test_b"), said)
    assert found == Stuck(
        3, "clamp", "pass", "test_a", "clamp()", (StuckVariable("n", "1", True),), (), 2.0
    )


def test_the_test_that_had_begun_is_the_one_where_nothing_else_is_said() -> None:
    found = read(TestBegun("f.py::test_b"), StuckSaid({2: 1}, "<module>", False))
    assert found is not None
    assert (found.test, found.function, found.code) == ("test_b", "", "while True:")


def test_a_line_that_is_not_in_the_source_has_no_code() -> None:
    for line in (0, 4):
        found = read(StuckSaid({line: 1}, "f", False))
        assert found is not None
        assert (found.line, found.code) == (line, "")


def test_where_nothing_is_known_nothing_is_claimed() -> None:
    assert read(TestBegun("f.py::test_b")) is None
    assert read(fault=["Timeout (0:00:02)!", '  File "/usr/lib/x.py", line 3 in wait']) is None


def test_a_traceback_of_c_gives_the_learners_innermost_line_and_the_tests_call() -> None:
    exercise = exercise_named("clamp")
    [tests] = exercise.test_files
    call = next(
        number
        for number, line in enumerate(tests.read_text("utf-8").splitlines(), 1)
        if "assert clamp(" in line
    )
    found = read(
        fault=[
            '  File "/usr/lib/python3.11/threading.py", line 9 in wait',
            '  File "/slot/work/clamp.py", line 3 in inner',
            '  File "/slot/work/clamp.py", line 2 in clamp',
            f'  File "/slot/tests/{tests.name}", line {call} in test_it',
        ],
        exercise=exercise,
    )
    assert found is not None
    assert (found.line, found.function, found.code) == (3, "inner", "pass")
    assert (found.call or "").startswith("clamp(")


def test_what_is_shown_is_bounded() -> None:
    variables = tuple(VariableSaid(f"v{number}", "1", False) for number in range(30))
    tasks = tuple(TaskSaid(f"t{number}", "f", number) for number in range(30))
    found = read(StuckSaid({1: 1}, "f", False, variables=variables, tasks=tasks))
    assert found is not None
    assert (len(found.variables), len(found.tasks)) == (24, 24)
    assert (found.tasks[1].name, found.tasks[1].line, found.tasks[1].function) == ("t1", 1, "f")


def test_every_text_of_it_is_bounded() -> None:
    long = "x" * 5_000
    variables, tasks = (VariableSaid(long, long, False),), (TaskSaid(long, long, 4),)
    said = StuckSaid({1: 1}, long, False, long, long, variables, tasks)
    found = read(said)
    assert found is not None
    assert (found.function, found.test) == (clean(long, 200), clean(long, 500))
    assert (found.call, found.code) == (clean(long, 2_000), "def clamp():")
    assert found.variables == (StuckVariable(cut(long, 100), cut(long, 300), False),)
    assert found.tasks == (WaitingTask(cut(long, 100), 4, cut(long, 100)),)
    code = where_stuck(talk_of(said, fault=[]), SLOT, f"  {long}  \n", 2.0)
    assert code is not None
    assert code.code == clean(long, 300)


def test_a_traceback_is_read_for_the_learners_file_alone() -> None:
    exercise = exercise_named("clamp")
    place = f'  File "/slot/tests/{exercise.test_files[0].name}", line 1 in test_it'
    for lines in ([place], ['  File "/slot/tests/other.py", line 1 in test_it'], ["File x"]):
        assert read(fault=lines, exercise=exercise) is None
    deep = read(fault=['  File "/slot/work/shop/a.py", line 2 in <module>'])
    assert deep is not None
    assert (deep.line, deep.function, deep.call, deep.seconds) == (2, "", None, 2.0)


def test_an_id_without_its_file() -> None:
    assert [shown_id(it) for it in ("f.py::T::a", "a")] == ["T::a", "a"]
