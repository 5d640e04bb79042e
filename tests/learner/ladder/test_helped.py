"""A pass with the reference's help: no first try, due again within two days, worth little."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from course.learner import transfer
from course.learner.ladder.helped import (
    COMES_BACK,
    HELPED,
    begin_afresh,
    help_taken,
    newest_was_helped,
)
from course.learner.readiness import overview
from course.learner.records import Help
from course.learner.report import gather
from course.learner.report_markdown import document
from course.learner.session import Session
from course.locations import Locations
from course.model import CheckReport, TestResult, Verdict

IDENT = "basics/double"
CODE, OTHER = "def double(n):\n    return n * 2\n", "def double(n):\n    return n + n\n"


class Learner:
    """Somebody at one exercise, on a day that the test moves."""

    def __init__(self, locations: Locations) -> None:
        self.now = datetime(2026, 3, 2, 12, tzinfo=UTC)
        self.session = Session.open(locations, clock=lambda: self.now)
        self.exercise = self.session.catalogue.exercise(IDENT)
        self.ladder = self.session.ladder(self.exercise)
        self.session.visit("basics/functions", 7)

    def passes(self, source: str = CODE) -> None:
        tests = (TestResult("t", "t", "passed"),)
        report = CheckReport(IDENT, Verdict.PASSED, tests)
        hints = self.ladder.hints_taken
        self.session._tries.settle(self.exercise, source, report, counted=True, hints=hints)

    @property
    def helped(self) -> list[bool]:
        """Of each pass whether it was helped."""
        helped = {row.text for row in self.session.store.rows(Help, rung="passed")}
        return [row.uuid in helped for row in self.session.attempts(IDENT)]

    @property
    def due(self) -> list[str]:
        """The exercises and cards that are due."""
        return [item.card for item in self.session.due()]


@pytest.fixture
def learner(small_course: Locations) -> Iterator[Learner]:
    somebody = Learner(small_course)
    yield somebody
    somebody.session.store.close()


def test_hints_are_no_such_help(learner: Learner) -> None:
    learner.ladder.take_hint()
    learner.passes()
    assert learner.helped == [False]


def test_help_holds_for_the_day_and_for_the_same_code(learner: Learner) -> None:
    learner.ladder.take_order()
    learner.passes()
    learner.passes(OTHER)
    learner.now += timedelta(days=1)
    learner.passes(CODE)
    learner.passes("def double(n):\n    return 2 * n\n")
    assert learner.helped == [True, True, True, False]


def test_code_finished_on_another_day_was_helped_too(learner: Learner) -> None:
    learner.ladder.take_part()
    learner.now += timedelta(days=3)
    learner.passes()
    assert learner.helped == [True]


def test_the_starter_put_back_begins_afresh_on_another_day(learner: Learner) -> None:
    learner.ladder.take_whole()
    learner.passes()
    learner.session.reset(learner.exercise)
    learner.passes()
    learner.now += timedelta(days=1)
    learner.passes()
    assert learner.helped == [True, True, False]


def test_it_is_never_a_first_try_and_the_report_says_so(learner: Learner) -> None:
    learner.ladder.take_order()
    learner.passes()
    found = overview(learner.session)
    assert found.practice[IDENT].leant
    assert not found.practice[IDENT].first_try
    (work,) = gather(learner.session, code="all").work
    assert not work.source
    written = document(gather(learner.session))
    assert "1 of 3 exercises passed**, 0 at the first check" in written
    assert "1 with the solution's help" in written
    learner.session.reset(learner.exercise)
    learner.now += timedelta(days=2)
    learner.passes()
    again = document(gather(learner.session, code="all"))
    assert "with the solution's help, alone on 2026-03-04" in again
    assert not overview(learner.session).practice[IDENT].first_try


def test_it_counts_little(learner: Learner) -> None:
    learner.ladder.take_order()
    learner.passes()
    helped = learner.session.skills()["return"].mastery
    learner.now += timedelta(days=1)
    learner.passes(OTHER)
    assert helped < 0.1 < 0.5 < learner.session.skills()["return"].mastery


def test_it_is_due_again_within_two_days_until_it_is_passed_alone(learner: Learner) -> None:
    for _ in range(3):  # held so well that it would come much later
        learner.passes(OTHER)
        learner.now += timedelta(days=20)
    assert learner.due == [] or f"exercise:{IDENT}" not in learner.due
    learner.ladder.take_whole()
    learner.passes()
    assert f"exercise:{IDENT}" not in learner.due
    learner.now += timedelta(days=2)
    assert learner.due[-1] == f"exercise:{IDENT}"
    assert "concept:return" in learner.due or len(learner.due) > 1
    (item,) = [it for it in learner.session.due() if it.exercise == IDENT]
    learner.session.reviewed(item, True)
    assert f"exercise:{IDENT}" in learner.due
    learner.session.reset(learner.exercise)
    learner.now += timedelta(days=1)
    learner.passes()
    assert f"exercise:{IDENT}" not in learner.due


def test_it_goes_along_to_another_machine(learner: Learner, tmp_path_factory: object) -> None:
    learner.ladder.take_order()
    learner.passes()
    file = learner.session.locations.data / "out.json"
    file.write_bytes(transfer.export_progress(learner.session.store))
    assert transfer.import_progress(learner.session.store, file) == 0
    assert b'"rung": "passed"' in file.read_bytes()
    asyncio.run(learner.session.aclose())


def test_whether_the_newest_pass_was_helped(learner: Learner) -> None:
    store = learner.session.store
    assert not newest_was_helped(store, IDENT)
    learner.passes(OTHER)
    assert not newest_was_helped(store, IDENT)
    learner.ladder.take_order()
    learner.passes()
    assert newest_was_helped(store, IDENT)
    learner.now += timedelta(days=1)
    learner.passes("def double(n):\n    return 2 * n\n")
    assert not newest_was_helped(store, IDENT)


def test_what_is_said_of_help() -> None:
    assert timedelta(hours=36) == COMES_BACK
    words = "Practised with the solution's help. It comes back in two days, for you to write it on "
    assert f"{words}your own." == HELPED


def test_parts_of_the_reference_are_help_as_well(learner: Learner) -> None:
    store = learner.session.store
    for rung, count in (("place", 0), ("order", 1), ("lines", 2), ("whole", 3), ("afresh", 0)):
        store.append(Help(**store.new_row(), exercise=IDENT, rung=rung, number=0))
        assert len(help_taken(store, IDENT)) == count
    begin_afresh(store, IDENT)
    assert len(store.rows(Help)) == 5, "nothing was taken since"
    row = store.new_row()
    store.append(Help(**row, exercise=IDENT, rung="lines", number=1))
    begin_afresh(store, IDENT)
    last = store.newest(Help)
    assert last is not None
    assert (last.rung, last.number, last.text) == ("afresh", 0, "")
