"""Which checks become attempts, without checking anything."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from course.catalogue import read_exercise
from course.learner.records import Attempt, Help
from course.learner.store import Store
from course.learner.tries import Tries
from course.model import CheckReport, Diagnosis, Exercise, RepoScript, RepoStep, TestResult, Verdict
from tests.conftest import SMALL_COURSE

STARTER = "def double(n):\n    ...\n"


class Learner:
    """Somebody at one exercise, at a time that the test moves."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)
        self.store = Store(folder / "p.sqlite3", folder / "backups", clock=lambda: self.now)
        self.tries = Tries(self.store, lambda: self.now.astimezone().date())
        self.exercise: Exercise = read_exercise(SMALL_COURSE / "exercises/basics/double")

    def checked(
        self,
        source: str,
        verdict: Verdict,
        *,
        counted: bool = False,
        hints: int = 0,
        given: bool = False,
    ) -> None:
        tests = (TestResult("t", "t", "passed" if verdict is Verdict.PASSED else "failed"),)
        told = (
            Diagnosis("facts", "nothing", "facts"),
            Diagnosis("symptom", "words", "adds_two"),
            Diagnosis("mistake", "words", "adds_two"),
        )
        report = CheckReport(
            self.exercise.id, verdict, tests, diagnosis=() if verdict is Verdict.PASSED else told
        )
        self.tries.settle(self.exercise, source, report, counted=counted, hints=hints, given=given)

    def passes(self, source: str = "good", **more: object) -> None:
        self.checked(source, Verdict.PASSED, **more)  # type: ignore[arg-type]

    def fails(self, source: str = "bad", **more: object) -> None:
        self.checked(source, Verdict.FAILED, **more)  # type: ignore[arg-type]

    @property
    def verdicts(self) -> list[str]:
        return [row.verdict for row in self.store.rows(Attempt)]


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    somebody = Learner(tmp_path)
    yield somebody
    somebody.store.close()


def test_what_was_asked_for_is_kept_as_it_went(learner: Learner) -> None:
    learner.fails(counted=True, hints=1)
    learner.passes(counted=True)
    failed, passed = learner.store.rows(Attempt)
    assert (failed.verdict, failed.hints, failed.tests, failed.source) == (
        "failed",
        1,
        {"t": "failed"},
        "bad",
    )
    assert failed.mistakes == ("adds_two",)
    assert (passed.verdict, passed.mistakes) == ("passed", ())
    assert failed.source_hash != passed.source_hash


def test_what_was_given_is_no_attempt(learner: Learner) -> None:
    learner.fails(given=True, counted=True)
    learner.fails(given=True)
    learner.passes()
    assert learner.verdicts == ["passed"]


def test_code_that_was_refused_quietly_counts_once_it_was_changed(learner: Learner) -> None:
    learner.fails("wrong = 1")
    assert learner.verdicts == []
    learner.passes("good = 1")
    assert learner.verdicts == ["failed", "passed"]
    learner.passes("good = 1", counted=True)
    assert learner.verdicts == ["failed", "passed"]


def test_a_repository_half_way_was_not_wrong_and_what_was_asked_for_counts(
    learner: Learner,
) -> None:
    start = RepoScript((RepoStep(git="init shop"),))
    learner.exercise = msgspec.structs.replace(learner.exercise, start=start)
    learner.fails("one commit")
    learner.passes("two commits")
    assert learner.verdicts == ["passed"]
    learner.fails("three commits", counted=True)
    assert learner.verdicts == ["passed", "failed"]


def test_code_that_only_grew_was_not_wrong(learner: Learner) -> None:
    learner.fails("x = 1")
    learner.passes("x = 12\ny")
    assert learner.verdicts == ["passed"]


def test_the_first_refused_code_that_was_changed_is_the_one_that_counts(learner: Learner) -> None:
    learner.fails("a = 1")
    learner.fails("a = 1\nb")  # only more of it
    learner.fails("zzz")  # something else
    learner.passes("q")
    assert [row.source for row in learner.store.rows(Attempt)] == ["a = 1\nb", "q"]


def test_code_that_python_cannot_read_is_not_wrong_yet(learner: Learner) -> None:
    learner.checked("def (", Verdict.ERROR)
    learner.passes("good")
    assert learner.verdicts == ["passed"]
    learner.checked("def (", Verdict.ERROR, counted=True)
    assert learner.verdicts == ["passed", "error"]


def test_a_refusal_that_was_asked_for_is_not_counted_twice(learner: Learner) -> None:
    learner.fails("wrong")
    learner.fails("wrong", counted=True)
    learner.passes("good")
    assert learner.verdicts == ["failed", "passed"]


def test_a_quiet_pass_of_what_is_passed_says_something_only_on_another_day_in_other_words(
    learner: Learner,
) -> None:
    learner.passes("one")
    learner.passes("two")
    assert learner.verdicts == ["passed"]
    learner.now = learner.now.replace(day=3)
    learner.passes("one")
    assert learner.verdicts == ["passed"]
    learner.passes("two")
    assert learner.verdicts == ["passed", "passed"]
    learner.fails("bad", counted=True)
    learner.passes("two")
    assert learner.verdicts == ["passed", "passed", "failed", "passed"]


def test_a_pass_that_was_asked_for_counts_each_time(learner: Learner) -> None:
    learner.passes("good", counted=True)
    learner.passes("good", counted=True)
    assert learner.verdicts == ["passed", "passed"]


def test_the_starters_own_lines_may_go(learner: Learner) -> None:
    given = learner.exercise.starter
    learner.fails(given + "x = 1\n")
    learner.passes("x = 1\ny = 2\n")
    assert learner.verdicts == ["passed"]


def test_a_pass_with_the_references_help_is_kept_as_such(learner: Learner) -> None:
    learner.passes("one", counted=True)
    assert learner.store.rows(Help) == []
    row = learner.store.new_row()
    learner.store.append(Help(**row, exercise=learner.exercise.id, rung="whole", number=2))
    learner.passes("two", counted=True)
    last = learner.store.rows(Help)[-1]
    passed = learner.store.rows(Attempt)[-1]
    assert (last.exercise, last.rung, last.number, last.text) == (
        *(learner.exercise.id, "passed", 0, passed.uuid),
    )


def test_what_a_check_took_and_found_is_kept(learner: Learner) -> None:
    report = CheckReport(learner.exercise.id, Verdict.FAILED, seconds=1.25)
    learner.tries.settle(learner.exercise, "é", report, counted=True, hints=0)
    [row] = learner.store.rows(Attempt)
    assert (row.exercise, row.seconds, row.tests) == (learner.exercise.id, 1.25, {})
    assert row.source_hash == hashlib.sha256("é".encode()).hexdigest()
