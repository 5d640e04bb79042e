"""Skills and readiness: counted from rows, nothing claimed that no row stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from course import locations
from course.learner import report
from course.learner.held import KNOWN, STANDING
from course.learner.readiness import STATES, overview, practice
from course.learner.records import Answer, Attempt, Help, Review, Try
from course.learner.report_html import page
from course.learner.report_markdown import document
from course.learner.session import Session
from course.locations import Locations
from tests.learner.conftest import attempt

# ---------------------------------------------------------------- counted


def test_nothing_done_is_nothing_shown(job: Session) -> None:
    found = overview(job)
    assert found.shown == 0
    assert {area.state for area in found.areas} <= {"open"}
    assert all(not skill.mastery and not skill.passed for skill in found.modules)
    assert found.areas[0].next == "basics/double"


def test_first_tries_hints_and_later_attempts_are_told_apart(job: Session) -> None:
    attempt(job, "basics/double")
    attempt(job, "basics/double", "failed")
    attempt(job, "basics/label", "failed")
    attempt(job, "basics/label", hints=1)
    attempt(job, "loops/total_weight", "failed")
    found = overview(job)

    double, label = found.practice["basics/double"], found.practice["basics/label"]
    assert double.first_try
    assert (label.attempts, label.hints, label.first_try) == (2, 1, False)
    assert found.practice["loops/total_weight"].passed_at is None
    basics, loops = found.modules
    assert (basics.passed, basics.first_try, basics.hints) == (2, 1, 1)
    assert (loops.passed, loops.exercises) == (0, 1)
    writing, loops_area, _ = found.areas
    assert (writing.state, writing.passes) == ("shown", ("basics/double", "basics/label"))
    assert (loops_area.state, loops_area.needed) == ("open", 1)


def test_the_first_answer_to_a_question_is_the_one_that_counts(job: Session) -> None:
    for question, correct in (("q1", False), ("q1", True), ("q2", True)):
        row = job.store.new_row()
        job.store.append(
            Answer(**row, lesson="basics/functions", step=2, question=question, correct=correct)
        )
    row = job.store.new_row()
    job.store.append(Review(**row, card="concept:return", rating=1, item="x"))
    found = overview(job)
    assert (found.questions, found.questions_at_once) == (2, 1)
    assert (found.reviews, found.reviews_known) == (1, 0)


def test_no_report_says_that_a_skipped_module_is_held(
    job: Session,
) -> None:
    finding = {"module": "basics", "likely": 0.95, "right": 2, "asked": 2, "skipped": True}
    job.decide("placement", {"round": "r", "findings": [finding]})
    found = overview(job)
    assert [area.state for area in found.areas][:2] == ["placed", "open"]
    assert found.shown == 0
    row = job.store.new_row()
    job.store.append(
        Answer(**row, lesson="loops/for", step=2, question="q", correct=True, concepts=("x",))
    )
    for words in (page(report.gather(job)), document(report.gather(job))):
        assert "left out after a short test" in words
        assert "not practised here" in words
        assert "held" not in words


def test_a_report_says_of_a_skipped_module_what_let_it_be_skipped(job: Session) -> None:
    job.decide(f"{STANDING}basics", KNOWN)
    [mine] = [it for it in overview(job).modules if it.id == "basics"]
    assert mine.skipped == "word"
    row = job.store.new_row()
    job.store.append(
        Answer(**row, lesson="loops/for", step=2, question="q", correct=True, concepts=("x",))
    )
    for words in (page(report.gather(job)), document(report.gather(job))):
        assert "after a short test" not in words
        assert "own word" in words


def test_what_the_course_says_a_job_asks_for_can_be_shown_with_its_exercises(
    indexed: Callable[[Locations], Locations],
) -> None:
    session = Session.open(indexed(locations.find()))
    found = overview(session)
    assert len(found.areas) >= 10
    for area, asked in zip(found.areas, session.catalogue.job, strict=True):
        assert area.needed == asked.passes or area.title == "Building something whole", area
        assert area.next in session.catalogue.exercises
    session.store.close()


def tried(*verdicts: str, hints: int = 0) -> list[Try]:
    return [
        Try(
            uuid=str(at),
            at=f"2026-03-01T10:{at:02}:00.000000Z",
            exercise="e",
            verdict=it,
            hints=hints,
        )
        for at, it in enumerate(verdicts)
    ]


def test_what_comes_after_a_pass_changes_nothing() -> None:
    [first] = practice(tried("passed", "failed", "passed")).values()
    assert (first.attempts, first.first_try) == (1, True)
    assert first.passed_at == "2026-03-01T10:00:00.000000Z"
    [later] = practice(tried("failed", "passed", "passed")).values()
    assert (later.attempts, later.first_try) == (2, False)
    [helped] = practice(tried("passed", hints=1)).values()
    assert not helped.first_try
    [never] = practice(tried("failed", "failed")).values()
    assert (never.attempts, never.passed_at, never.first_try) == (2, None, False)


def test_what_is_skipped_is_still_needed_to_be_shown(job: Session) -> None:
    finding = {"module": "loops", "likely": 0.95, "right": 2, "asked": 2, "skipped": True}
    job.decide("placement", {"round": "r", "findings": [finding]})
    writing, loops, reviews = overview(job).areas
    assert (writing.needed, writing.skipped, writing.next) == (2, (), "basics/double")
    assert (loops.needed, loops.skipped, loops.next, loops.state) == (
        1,
        ("placement",),
        None,
        "placed",
    )
    assert (reviews.needed, reviews.next) == (1, None)
    assert overview(job).modules[1].skipped


def review(job: Session, *ratings: int) -> None:
    for rating in ratings:
        row = job.store.new_row()
        job.store.append(Review(**row, card="concept:return", rating=rating, item="x"))


def test_what_was_hard_was_known(job: Session) -> None:
    review(job, 1, 2, 3, 4)
    found = overview(job)
    assert (found.reviews, found.reviews_known) == (4, 3)


def test_a_pass_with_help_shows_nothing_until_it_was_written_alone() -> None:
    tries = tried("failed", "passed", "failed", "passed", "passed")
    helped = frozenset({tries[1].uuid, tries[3].uuid})
    [found] = practice(tries[:4], helped).values()
    assert (found.attempts, found.helped, found.leant, found.first_try) == (2, True, True, False)
    assert found.alone_at is None
    [found] = practice(tries, helped).values()
    assert (found.leant, found.alone_at) == (False, tries[4].at)
    assert found.passed_at == tries[1].at
    [alone] = practice(tried("passed", "passed")).values()
    assert (alone.alone_at, alone.helped, alone.leant) == (alone.passed_at, False, False)
    [at_once] = practice(tried("passed"), frozenset("0")).values()
    assert not at_once.first_try
    [never] = practice(tried("failed")).values()
    assert (never.alone_at, never.leant) == (None, False)


def test_a_module_is_counted_from_its_exercises_and_concepts(job: Session) -> None:
    attempt(job, "basics/double", hints=2)
    attempt(job, "basics/label", hints=1)
    last = job.store.rows(Attempt)[-1]
    job.store.append(
        Help(**job.store.new_row(), exercise="basics/label", rung="passed", text=last.uuid)
    )
    found = overview(job)
    basics, loops = found.modules
    assert (basics.title, basics.concepts, basics.passed, basics.exercises) == ("Basics", 4, 2, 2)
    assert (basics.hints, basics.leant, basics.first_try) == (3, 1, 0)
    seen = [found.skills[it].mastery for it in ("function", "return", "arithmetic", "f_string")
            if it in found.skills]  # fmt: skip
    assert basics.seen == len(seen) > 0
    assert basics.mastery == pytest.approx(sum(seen) / 4)
    assert (loops.seen, loops.mastery, loops.skipped, loops.leant) == (0, 0.0, None, 0)
    writing, *_ = found.areas
    assert (writing.title, writing.asks) == ("Writing", "Write functions.")
    assert (writing.passes, writing.state, writing.next) == (
        *(("basics/double",), "begun"),
        "basics/label",
    )
    assert (writing.passed, writing.first_try) == (1, 0)
    assert found.shown == 0
    attempt(job, "loops/total_weight")
    found = overview(job)
    assert found.shown == 1
    assert (found.areas[1].first_try, found.areas[1].next) == (1, None)


def test_an_area_may_ask_for_a_kind_of_exercise_anywhere(own_course: Locations) -> None:
    text = own_course.course_file.read_text(encoding="utf-8")
    own_course.course_file.write_text(
        f"{text}"
        "job:\n"
        "  - {title: All, asks: 'Write\n    it.', passes: 2, kinds: [write]}\n"
        "  - {title: Some, asks: It., passes: 1, kinds: [write], modules: [loops]}\n"
        "  - {title: None, asks: It., passes: 3, kinds: [refactor]}\n",
        encoding="utf-8",
    )
    session = Session.open(own_course)
    every, some, none = overview(session).areas
    assert (every.asks, every.needed, every.next) == ("Write it.", 2, "basics/double")
    assert (some.needed, some.next) == (1, "loops/total_weight")
    assert (none.needed, none.next, none.state) == (3, None, "open")
    session.decide(f"{STANDING}basics", KNOWN)
    assert overview(session).areas[0].next == "loops/total_weight", "what is skipped is not next"
    session.store.close()


def test_how_far_an_area_is_in_words() -> None:
    words = [STATES[it] for it in ("shown", "placed", "begun", "open")]
    assert words == ["shown", "not practised here", "begun", "not yet"]
