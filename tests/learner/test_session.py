"""The session's door: places, exercises, hints, notes; what opening it costs."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import subprocess
import sys
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest

from course import locations
from course.catalogue.search import SearchHit
from course.errors import CourseError, UnknownId
from course.learner import questions
from course.learner.readiness import practice
from course.learner.records import Answer, Attempt, Review, Try
from course.learner.review import ReviewItem
from course.learner.session import Place, Session
from course.locations import Locations
from course.model import Verdict
from tests.learner.conftest import attempt

T = TypeVar("T")

GOOD = "def double(n):\n    return n * 2\n"
BAD = "def double(n):\n    print(n * 2)\n"


def within(session: Session, work: Coroutine[Any, Any, T]) -> T:
    """Run `work` and close the session's checker in the same loop."""

    async def run() -> T:
        async with session:
            return await work

    return asyncio.run(run())


# ---------------------------------------------------------------- places


def test_a_new_learner_starts_at_the_first_lesson(session: Session) -> None:
    assert session.here() == Place("basics/functions", 0)


def test_the_chosen_path_tells_the_first_lesson(session: Session) -> None:
    assert session.path() is None
    session.choose_path("loops-only")
    path = session.path()
    assert path is not None
    assert path.id == "loops-only"
    assert session.here() == Place("loops/for", 0)


def test_an_unknown_path_is_refused_by_name(session: Session) -> None:
    with pytest.raises(UnknownId, match=r"no path `fast`.*everything, loops-only"):
        session.choose_path("fast")


def test_a_session_continues_where_the_one_before_ended(small_course: Locations) -> None:
    first = Session.open(small_course)
    first.visit("basics/functions", 2)
    first.visit("basics/texts", 1)
    first.visit("basics/functions", 1)
    first.store.close()
    second = Session.open(small_course)
    assert second.here() == Place("basics/functions", 1)
    assert second.step_of("basics/texts") == 1
    assert second.step_of("loops/for") == 0
    second.store.close()


def test_after_a_lesson_that_is_done_comes_the_next_one(session: Session) -> None:
    texts = session.catalogue.lesson("basics/texts")
    last = len(texts.steps) - 1
    for step in range(last + 1):
        session.visit("basics/texts", step)
    assert session.here() == Place("basics/texts", last), "something in it is still to be done"
    attempt(session, "basics/label")
    row = session.store.new_row()
    asked = questions.identity(texts.steps[1])
    session.store.append(
        Answer(**row, lesson="basics/texts", step=1, question=asked, correct=True, answer="")
    )
    assert session.here() == Place("loops/for", 0)


def test_a_lesson_that_is_gone_or_shorter_does_not_strand_the_learner(session: Session) -> None:
    session.visit("basics/texts", 99)
    assert session.here() == Place("basics/texts", 2)
    assert session.step_of("basics/texts") == 2
    session.visit("removed/lesson", 1)
    assert session.here() == Place("basics/texts", 2)


# ---------------------------------------------------------------- exercises


def test_a_submission_is_saved_checked_and_kept(session: Session) -> None:
    exercise = session.catalogue.exercise("basics/double")
    session.take_hint(exercise)

    async def work() -> tuple[Verdict, Verdict]:
        failed = await session.submit(exercise, BAD)
        assert session.load(exercise) == BAD
        assert not session.is_passed("basics/double")
        passed = await session.submit(exercise, GOOD)
        assert session.is_passed("basics/double")
        failed_attempt, passed_attempt = session.attempts("basics/double")
        assert failed_attempt.source == BAD
        assert failed_attempt.verdict == "failed"
        assert failed_attempt.hints == 1
        assert failed_attempt.mistakes == tuple(
            dict.fromkeys(
                it.name for it in failed.diagnosis if it.kind in ("mistake", "symptom") and it.name
            )
        )
        assert set(failed_attempt.tests.values()) == {"failed"}
        assert set(passed_attempt.tests.values()) == {"passed"}
        assert len(passed_attempt.tests) == 3
        return failed.verdict, passed.verdict

    assert within(session, work()) == (Verdict.FAILED, Verdict.PASSED)


def test_in_an_exam_a_check_says_what_came_and_not_why_and_the_cause_is_kept(
    session: Session,
) -> None:
    exercise = session.catalogue.exercise("basics/double")
    session.without_hints = frozenset({exercise.id})
    report = within(session, session.submit(exercise, BAD))
    assert [it.kind for it in report.diagnosis] == ["facts"]
    [row] = session.store.rows(Try)
    assert row.mistakes, "what it shows is known all the same"


def verdicts_of(session: Session) -> list[str]:
    return [it.verdict for it in session.attempts("basics/double")]


def test_a_quiet_check_that_passes_counts_and_one_that_fails_does_not(session: Session) -> None:
    exercise = session.catalogue.exercise("basics/double")

    async def work() -> None:
        assert not (await session.submit(exercise, BAD, counted=False)).passed
        assert verdicts_of(session) == []
        assert (await session.submit(exercise, GOOD, counted=False)).passed
        assert session.load(exercise) == GOOD
        assert session.is_passed("basics/double")
        await session.submit(exercise, GOOD + "# the same\n", counted=False)
        await session.submit(exercise, GOOD, counted=False)
        await session.submit(exercise, GOOD)
        assert verdicts_of(session).count("passed") == 1

    within(session, work())


@pytest.mark.parametrize("counted", [True, False], ids=["asked for", "quiet"])
@pytest.mark.parametrize(
    ("before", "first_try"),
    [
        ([], True),
        ([("def double(n):\n    return n\n", False)], True),  # the pass only adds to it
        ([("def double(n):\n    return n", False), ("def double(n", False)], True),
        ([(BAD, False)], False),
        ([(BAD, False), ("def double(n):\n    return n\n", False)], False),
        ([(BAD, True)], False),
    ],
)
def test_a_pass_is_at_the_first_try_where_no_code_was_refused_and_changed(
    session: Session, before: list[tuple[str, bool]], first_try: bool, counted: bool
) -> None:
    exercise = session.catalogue.exercise("basics/double")

    async def work() -> None:
        for source, was_asked_for in before:
            await session.submit(exercise, source, counted=was_asked_for)
        await session.submit(exercise, GOOD, counted=counted)

    within(session, work())
    found = practice(session.store.rows(Try))["basics/double"]
    assert found.first_try == first_try
    assert found.attempts == (1 if first_try else 2)


def test_a_quiet_pass_counts_again_after_a_failure_and_on_another_day(
    small_course: Locations,
) -> None:
    now = [datetime(2026, 3, 1, 12, tzinfo=UTC)]
    session = Session.open(small_course, clock=lambda: now[0])
    exercise = session.catalogue.exercise("basics/double")

    async def work() -> None:
        await session.submit(exercise, GOOD, counted=False)
        await session.submit(exercise, BAD)
        await session.submit(exercise, GOOD, counted=False)
        assert verdicts_of(session) == ["passed", "failed", "passed"]
        now[0] += timedelta(days=2)
        await session.submit(exercise, GOOD, counted=False)  # what was there says nothing
        assert len(verdicts_of(session)) == 3
        await session.submit(exercise, GOOD.replace("n * 2", "n + n"), counted=False)
        assert len(verdicts_of(session)) == 4

    within(session, work())


def test_the_starter_as_it_is_given_is_no_attempt(session: Session) -> None:
    exercise = session.catalogue.exercise("basics/double")
    assert not within(session, session.submit(exercise)).passed
    assert not within(session, session.submit(exercise, exercise.starter, counted=False)).passed
    assert verdicts_of(session) == []


def test_without_a_source_the_learners_file_is_checked(session: Session) -> None:
    exercise = session.catalogue.exercise("basics/double")
    session.load(exercise)
    session.file(exercise).write_text(GOOD, encoding="utf-8")
    assert within(session, session.submit(exercise)).passed
    assert session.attempts("basics/double")[0].source == GOOD


def test_hints_come_one_by_one_and_are_remembered(small_course: Locations) -> None:
    session = Session.open(small_course)
    exercise = session.catalogue.exercise("basics/double")
    hints = exercise.source.hints
    assert session.hints_taken(exercise) == ()
    assert session.take_hint(exercise) == hints[0]
    assert session.take_hint(exercise) == hints[1]
    session.store.close()
    session = Session.open(small_course)
    assert session.hints_taken(exercise) == hints[:2]
    assert session.take_hint(exercise) == hints[2]
    assert session.take_hint(exercise) is None
    assert session.hints_taken(exercise) == hints
    session.store.close()


def test_the_reference_is_shown_only_after_a_pass(session: Session) -> None:
    exercise = session.catalogue.exercise("basics/double")
    with pytest.raises(CourseError, match=r"once you have passed it"):
        session.comparison(exercise)
    within(session, session.submit(exercise, GOOD))
    session.save(exercise, "later = 1\n")
    shown = session.comparison(exercise)
    assert shown.yours == GOOD
    assert "return n * 2" in shown.reference
    [other] = shown.approaches
    assert other.approach.name == "adds"
    assert "return n + n" in other.source
    assert shown.after == "You handed a value back to the caller."


def test_an_attempt_survives_a_changed_exercise(session: Session) -> None:
    session.store.append(
        Attempt(
            **session.store.new_row(),
            exercise="removed/exercise",
            verdict="passed",
            source_hash="00",
            source="x = 1\n",
        )
    )
    assert session.is_passed("removed/exercise")
    assert session.progress().concepts == {}


# ---------------------------------------------------------------- notes


def test_notes_are_kept_changed_and_removed(session: Session) -> None:
    first = session.note("basics/functions", "return hands back")
    session.note("basics/functions", "  print shows\n")
    session.note("loops/for", "elsewhere")
    texts = [note.text for note in session.notes("basics/functions")]
    assert texts == ["return hands back", "print shows"]
    session.note("basics/functions", "return gives back", note=first)
    assert session.notes("basics/functions")[0].text == "return gives back"
    session.note("basics/functions", "", note=first)
    assert [note.text for note in session.notes()] == ["print shows", "elsewhere"]


def test_search_finds_lessons_and_notes(session: Session) -> None:
    session.note("loops/for", "A function is called in every turn\nand so on")
    found = [(hit.kind, hit.id) for hit in session.search("function")]
    assert ("lesson", "basics/functions") in found
    assert ("concept", "function") in found
    assert found[-1] == ("note", "loops/for")
    [note] = session.search("every turn and so")
    assert note.title == "A function is called in every turn"
    lesson = session.catalogue.lesson_entry("loops/for")
    assert note.detail == f"{lesson.title}: and so on"


# ---------------------------------------------------------------- cost


def test_opening_a_session_loads_nothing_heavy(small_course: Locations) -> None:
    program = """
import sys
from course import locations
from course.learner.session import Session
session = Session.open(locations.find())
session.here(), session.progress()
print([name for name in ("fsrs", "pytest", "textual", "course.checking.checker", "watchfiles",
       "course.learner.review", "course.learner.transfer", "platformdirs") if name in sys.modules])
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_a_lesson_reopens_at_its_step_and_every_step_that_was_seen_is_known(
    session: Session,
) -> None:
    assert session.step_of("basics/functions") == 0
    assert session.seen("basics/functions") == frozenset()
    for step in (2, 4, 1):
        session.visit("basics/functions", step)
    assert session.step_of("basics/functions") == 1
    assert session.seen("basics/functions") == {1, 2, 4}
    session.visit("basics/functions", 99)
    last = len(session.catalogue.lesson_entry("basics/functions").steps) - 1
    assert session.step_of("basics/functions") == last


def test_what_a_placement_found_is_skipped(session: Session) -> None:
    assert session.skipped() == frozenset()
    finding = {"module": "basics", "likely": 0.95, "right": 2, "asked": 2, "skipped": True}
    session.decide("placement", {"round": "r", "findings": [finding]})
    assert session.skipped() == {"basics"}
    assert session.decision("placement")["round"] == "r"
    assert session.decision("other") is None
    assert session.here().lesson == "loops/for"


def test_a_path_is_chosen_with_some_of_its_modules(session: Session) -> None:
    assert session.path() is None
    [first, *_] = session.catalogue.paths
    session.choose_path(first.id)
    assert session.path() == first
    assert session.decision(f"modules of {first.id}") is None
    session.choose_path(first.id, ("loops",))
    assert tuple(session.decision(f"modules of {first.id}")) == ("loops",)
    session.decide("path", "gone")
    assert session.path() is None


def test_hints_that_are_there_are_taken_and_no_more(session: Session) -> None:
    exercise = session.catalogue.exercise("basics/double")
    taken = [session.take_hint(exercise) for _ in range(len(exercise.source.hints) + 1)]
    assert taken == [*exercise.source.hints, None]
    assert session.hints_taken(exercise) == exercise.source.hints


def test_the_learners_own_word_on_a_review_counts(session: Session) -> None:
    item = ReviewItem("basics/double", "concept:return", "return", "return", (), 5)
    for correct, rating in ((True, None), (False, None), (True, 4)):
        session.reviewed(item, correct, rating, seconds=2.5)
    assert [(row.rating, row.seconds) for row in session.store.rows(Review)] == [
        (3, 2.5),
        (1, 2.5),
        (4, 2.5),
    ]


def test_a_session_is_left_as_it_was_entered_and_may_be_left_twice(
    small_course: Locations,
) -> None:
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)

    async def work() -> None:
        async with Session.open(small_course, clock=lambda: noon) as session:
            assert session.today() == noon.astimezone().date()
            exercise = session.catalogue.exercise("basics/double")
            assert not (await session.submit(exercise, BAD)).passed
            checker, explainer = session.checker, session.explainer
            assert session.checker is checker
            assert session.explainer is explainer
        assert session._checker is None
        assert session._explainer is None
        await session.aclose()

    asyncio.run(work())


def test_a_start_puts_the_house_in_order(session: Session) -> None:
    locations = session.locations
    for folder in (locations.workspace / "basics", locations.data):
        folder.mkdir(parents=True, exist_ok=True)
        old = folder / ".a.py.12.part"
        old.touch()
        os.utime(old, (0, 0))
    session.tidy()
    assert list(locations.workspace.rglob("*.part")) == []
    assert list(locations.data.glob("*.part")) == []
    assert (locations.data / "unsaved" / "reserve").is_file()
    playground = session.open_playground()
    assert playground.file == locations.workspace / "playground" / "playground.py"


def test_a_course_that_is_not_there_moves_nothing(small_course: Locations, tmp_path: Path) -> None:
    nowhere = dataclasses.replace(small_course, content=tmp_path / "nowhere")
    session = Session.open(nowhere)
    session.visit("basics/functions", 1)
    assert session.store.last_steps() == {"basics/functions": 1}
    session.store.close()


def test_what_is_found_is_no_more_than_asked_for(session: Session) -> None:
    for number in range(60):
        session.note("loops/for", f"function number {number}")
    assert len(session.search("function")) == 50
    assert len(session.search("function", limit=4)) == 4
    hit = SearchHit("command", "function", "A function", "")
    assert hit in session.search("function", also=[hit])
    assert hit not in session.search("function")


def test_a_module_that_a_placement_found_and_a_review_opened_again_is_said_to_be_back(
    session: Session,
) -> None:
    assert session.returned() == frozenset()
    session.decide("placement", 7)
    assert session.returned() == frozenset()
    findings = [
        {"module": module, "likely": 0.95, "right": 2, "asked": 2, "skipped": True}
        for module in ("basics", "loops")
    ]
    session.decide("placement", {"round": "r", "findings": findings})
    assert session.returned() == frozenset()
    for concept in ("return", "for_loop"):
        row = session.store.new_row()
        session.store.append(Review(**row, card=f"concept:{concept}", rating=1, item="i"))
    assert session.returned() == {"basics", "loops"}
    session.decide("standing of basics", "back")
    assert session.returned() == {"loops"}, "the learner's own word is no news to them"
    session.decide("standing of loops", "known")
    assert session.returned() == frozenset()


def test_what_is_held_is_asked_although_it_was_never_opened(small_course: Locations) -> None:
    now = [datetime(2026, 3, 1, 12, tzinfo=UTC)]
    session = Session.open(small_course, clock=lambda: now[0])
    session.decide("standing of loops", "known")
    now[0] += timedelta(days=60)
    assert [(item.lesson, item.step) for item in session.due()] == [("loops/for", 2)]
    session.store.close()


def test_what_is_not_told_of_a_review_is_nothing(session: Session) -> None:
    item = ReviewItem("basics/double", "concept:return", "return", "return", (), 5)
    session.reviewed(item, correct=True)
    [row] = session.store.rows(Review)
    assert (row.card, row.item, row.rating, row.seconds) == (
        *("concept:return", "basics/double", 3, 0.0),
    )
    assert session.stage(session.catalogue.exercise("basics/double")) == -1


def test_the_stage_of_a_project_is_where_its_last_check_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    authors = Path(__file__).parents[1] / "authoring" / "content"
    monkeypatch.setenv("COURSE_CONTENT", str(authors))
    session = Session.open(locations.find())
    project = session.catalogue.exercise("shop/grow")
    assert session.stage(project) == 0
    tests = {
        "01-start::test_start.py::test_the_first_number_is_one": "passed",
        "02-go-on::test_go_on.py::test_after_one_comes_two": "failed",
    }
    row = session.store.new_row()
    session.store.append(
        Attempt(
            **row, exercise=project.id, verdict="failed", tests=tests, source_hash="", source=""
        )
    )
    assert session.stage(project) == 1
    session.store.close()
