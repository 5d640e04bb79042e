"""A decision of any shape, from another machine or version, is read or passed over."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any

from course.errors import CourseError
from course.learner.decisions import decided, newest
from course.learner.exam import Exam, is_begun, results
from course.learner.habit import goal
from course.learner.own_word import turn
from course.learner.records import Decision
from course.learner.report import gather
from course.learner.session import Session
from course.learner.shift_outcomes import ShiftRun
from course.learner.shifts import Shifts
from course.locations import Locations
from tests.learner.test_foreign_progress import DECIDED, MINUTE, RESULT, RUN, START

ODD_TEXTS = [
    json.dumps({"at": at, "kind": kind, "data": data})
    for at, kind, data in (
        (-1, "start", START), (10**30, "minute", MINUTE), (1, "minute", {}), (1, "deploy", {}),
        (1, "message", {"sender": 1, "subject": None, "text": []}), (1, "nothing", {}),
        (1, "start", {**START, "refs": {"main": 1}}), (1, "read", {"number": "x"}),
    )
]  # fmt: skip
ODD: list[Any] = [
    *(None, 5, -1, 1e308, 2**63 - 1, True, "", "x", "\ud800", "{", "[]", "null", *ODD_TEXTS),
    *([], [1], ["basics", 2], [["basics"]], [{}], {}, {"round": 1}, {"round": "r"}),
    {"round": "r", "tasks": [["question", "basics/functions", 99, 0], ["exercise", "a/b"]]},
    {"round": "s", "tasks": [["question", "basics/functions", 0, 0]]},
    {"round": "t", "tasks": [["question", "basics/functions", 2, 2**40], ["x"]]},
    {"round": "u", "tasks": [["question", "gone/away", 2, 0]]},
    {"round": "u", "task": -1, "right": "x", "used": 1e300},
    {**RESULT, "right": 10**18},
    {**RESULT, "asked": 0},
    {**RUN, "day": "\x1b]0;x\x07"},
    {**RUN, "run": "y", "scenario": "../../../x"},
]


def test_every_reader_goes_on(with_a_shift: Locations) -> None:
    session = Session.open(with_a_shift)
    kept = [Decision(**session.store.new_row(), name=it, value=said) for it, said in DECIDED]
    session.store.append_all(kept)
    names = [*dict(DECIDED), "path", "modules of everything", "placement"]
    for value in ODD:
        rows = [Decision(**session.store.new_row(), name=it, value=value) for it in names]
        session.store.append_all(rows)
        try:
            read_all(session)
        except Exception as error:
            error.add_note(f"with {value!r}")
            raise
    assert gather(session).skills
    session.store.close()


def read_all(session: Session) -> None:
    """Read what is decided, as the app and the commands do."""
    session.choose_path("everything")
    assert [module.id for module in session.modules()] == ["basics", "loops"]
    assert newest(session.store, "returned", tuple[str, ...]) is not None
    assert 0 <= goal(session) <= 7
    assert (session.skipped() | session.returned()) <= {"basics", "loops"}
    assert turn(session, "basics")
    assert all(one.bounds[0] <= one.bounds[1] for one in results(session))
    if is_begun(session):
        exam = Exam.open(session, lambda: 0.0)
        assert exam.minutes_left <= 45
        with suppress(CourseError):
            assert exam.task is None or exam.question(exam.task)
        exam.conclude()
    shifts = Shifts(session)
    assert "tiny" in [run.scenario for run in shifts.begun()]
    for run in shifts.unfinished():
        with suppress(CourseError):
            asyncio.run(shifts.resume(run))
    assert "A tiny day" in [one.run.title for one in shifts.outcomes()]


def test_the_newest_that_makes_sense_is_the_newest(session: Session) -> None:
    for value in ({**RUN, "run": "1"}, {**RUN, "run": "2"}, 5, "x"):
        session.decide("shift begun", value)
    assert [run.run for _, run in decided(session.store, "shift begun", ShiftRun)] == ["1", "2"]
    assert newest(session.store, "shift begun", ShiftRun) == ShiftRun(
        "2", "tiny", "A tiny day", RUN["day"], True
    )
    assert newest(session.store, "nothing", ShiftRun) is None
