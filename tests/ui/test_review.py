"""Review: offered on Home, one item after another, the first answer is what counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from course.learner.placement_outcome import DECISION
from course.learner.questions import identity
from course.learner.records import Answer, Decision, Review
from course.learner.review import ReviewItem
from course.learner.session import Session
from course.learner.store import Store
from course.learner.unsaved import Unsaved
from course.locations import Locations
from course.model import QUESTION_KINDS
from course.ui.app import CourseApp
from course.ui.screens.review import ReviewScreen

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


def learn(locations: Locations, but: str = "") -> Locations:
    """Go through the first lesson two months ago, but for one kind of question."""
    session = Session.open(locations, clock=lambda: NOW - timedelta(days=60))
    session.choose_path("everything")
    lesson = session.catalogue.lesson("basics/functions")
    concepts = session.catalogue.lesson_entry(lesson.id).teaches
    for number, step in enumerate(lesson.steps):
        session.visit(lesson.id, number)
        if step.kind in QUESTION_KINDS and step.kind != but:
            session.store.append(
                Answer(
                    **session.store.new_row(),
                    lesson=lesson.id,
                    step=number,
                    question=identity(step),
                    correct=True,
                    concepts=concepts,
                    answer="",
                )
            )
    session.store.close()
    return locations


@pytest.fixture
def learnt(small_course: Locations) -> Locations:
    """A learner who went through the first lesson two months ago."""
    return learn(small_course)


async def test_nothing_is_offered_to_a_new_learner(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await it.settle()
        assert "to review" not in it.text
        assert "r Review" not in it.text
        await it.press("r")
        assert it.place == "HomeScreen"


async def test_what_a_placement_skipped_is_asked_about_though_nothing_else_was_done(
    open_app: Any, small_course: Locations
) -> None:
    before = NOW - timedelta(days=12)
    store = Store(small_course.database, small_course.backups, clock=lambda: before)
    found = {"module": "basics", "likely": 0.9, "right": 3, "asked": 3, "skipped": True}
    value = {"round": "r", "findings": [found]}
    store.append(Decision(**store.new_row(), name=DECISION, value=value))
    store.close()
    async with open_app(small_course) as it:
        await it.until(lambda: "to review" in it.text)


async def test_what_is_due_is_offered_and_can_be_left(open_app: Any, learnt: Locations) -> None:
    async with open_app(learnt) as it:
        await it.settle()
        assert "to review" in it.text
        assert "r Review" in it.text
        await it.press("r")
        assert it.place == "ReviewScreen"
        assert "1 of" in it.text
        await it.press("escape")
        assert it.place == "HomeScreen"


async def test_the_first_answer_counts_and_the_end_says_how_it_went(
    open_app: Any, learnt: Locations
) -> None:
    async with open_app(learnt) as it:
        await it.settle()
        await it.press("r")
        screen = it.app.screen
        item = screen.items[0]
        for is_right in (False, True):
            screen._keep(0, is_right)
        kept = it.app.session.store.rows(Review)
        assert [(row.card, row.item, row.rating) for row in kept] == [(item.card, item.id, 1)]
        for _ in screen.items:
            await it.press("n")
        assert "0 of 1 item went well the first time" in it.text
        assert item.about in it.text
        await it.press("enter")
        assert it.place == "HomeScreen"


async def test_an_answer_is_marked_and_kept(open_app: Any, learnt: Locations) -> None:
    async with open_app(learnt) as it:
        asked = ReviewItem(
            id="basics/functions#2",
            card="concept:return",
            concept="return",
            about="return",
            covers=("return",),
            minutes=2,
            lesson="basics/functions",
            step=2,
        )
        await it.app.push_screen(ReviewScreen([asked]))
        await it.settle()
        assert 'print(shout("hi"))' in it.text
        await it.press("1")
        (kept,) = it.app.session.store.rows(Review)
        assert (kept.card, kept.rating) == ("concept:return", 1)
        assert "There is no" in it.text
        await it.press("3")
        assert len(it.app.session.store.rows(Review)) == 1
        await it.press("enter")
        assert "You will be asked again soon about return." in it.text


@pytest.mark.parametrize("key", ["f5", "ctrl+j"])
async def test_f5_checks_a_program_but_never_goes_on(
    open_app: Any, learnt: Locations, key: str
) -> None:
    async with open_app(learnt) as it:
        lesson = it.app.session.catalogue.lesson("basics/functions")
        step = next(at for at, step in enumerate(lesson.steps) if step.kind == "order")
        asked = ReviewItem(
            id=f"basics/functions#{step}",
            card="concept:return",
            concept="return",
            about="return",
            covers=("return",),
            minutes=2,
            lesson="basics/functions",
            step=step,
        )
        await it.app.push_screen(ReviewScreen([asked]))
        await it.settle()
        assert "F5 checks" in it.text
        await it.press("enter")
        await it.press(key)
        (kept,) = it.app.session.store.rows(Review)
        assert (kept.card, kept.rating) == ("concept:return", 1)
        await it.press(key)
        assert "1 of 1" in it.text


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("refused_first", "known"), [(False, 3), (True, 1)], ids=["at once", "after a refusal"]
)
async def test_a_quiet_pass_of_an_exercise_counts_for_its_card(
    open_app: Any, learnt: Locations, refused_first: bool, known: int
) -> None:
    asked = ReviewItem(
        id="basics/double",
        card="concept:return",
        concept="return",
        about="return",
        covers=("return",),
        minutes=5,
        exercise="basics/double",
    )
    async with open_app(learnt) as it:
        await it.app.push_screen(ReviewScreen([asked]))
        await it.settle()
        await it.press("enter")
        await it.until(lambda: getattr(it.app.screen, "ready", False))
        screen = it.app.screen
        if refused_first:
            screen.editor.replace_text("def double(n):\n    print(n)\n")
            await it.until(lambda: screen.results.report)
        screen.editor.replace_text("def double(n):\n    return n + n\n")
        await it.until(lambda: screen.results.report and screen.results.report.passed)
        await it.settle()
        it.app.go_back()
        await it.until(lambda: it.place == "ReviewScreen")
        await it.settle()
        (kept,) = it.app.session.store.rows(Review)
        assert kept.rating == known


async def test_leaving_everything_out_keeps_it_due(open_app: Any, learnt: Locations) -> None:
    async with open_app(learnt) as it:
        await it.settle()
        due = it.app.home.due
        await it.press("r", *("n" for _ in due))
        assert "What is due stays due" in it.text
        await it.press("enter")
        await it.settle()
        assert it.app.home.due == due


@pytest.mark.parametrize(
    "size", [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]
)
async def test_how_it_looks(
    open_app: Any,
    learnt: Locations,
    picture: Callable[[CourseApp], bool],
    size: tuple[int, int],
) -> None:
    async with open_app(learnt, size=size) as it:
        await it.settle()
        assert picture(it.app)
        await it.press("r")
        assert picture(it.app)


@pytest.mark.usefixtures("quick")
async def test_an_answer_that_is_being_typed_survives_an_end(
    open_app: Any, small_course: Locations
) -> None:
    learn(small_course, but="blank")  # what was never seen is asked first
    async with open_app(small_course) as it:
        await it.until(lambda: it.app.home.due)
        await it.press("r", *"return")
        item = it.app.screen.items[0]
        await it.kept_as_typed()
    async with open_app(small_course) as it:
        await it.until(lambda: it.place == "UnsavedDialog")
        assert f"The review of {item.about}" in it.text
        await it.press("enter")
        await it.until(lambda: it.place == "ReviewScreen" and it.app.screen.view)
        assert it.app.screen.items[0] == item
        assert it.app.screen.view.typed == "return"
        await it.press("enter")
        await it.until(lambda: 0 in it.app.screen.results)
        await it.until(lambda: not it.app.session.unsaved.all())


@pytest.mark.usefixtures("quick")
async def test_a_second_try_survives_an_end_and_counts_for_nothing(
    open_app: Any, small_course: Locations
) -> None:
    learn(small_course, but="blank")
    async with open_app(small_course) as it:
        await it.until(lambda: it.app.home.due)
        await it.press("r", *"yield", "enter")
        item = it.app.screen.items[0]
        await it.until(lambda: it.app.screen.view.wrong_answers)
        await it.press(*" x")
        typed = it.app.screen.view.typed
        await it.until(lambda: [kept.text for kept in it.app.session.unsaved.all()] == [typed])
    async with open_app(small_course) as it:
        await it.until(lambda: it.place == "UnsavedDialog")
        await it.press("enter")
        await it.until(lambda: it.place == "ReviewScreen" and it.app.screen.view)
        assert it.app.screen.items[0].id == item.id
        assert it.app.screen.view.typed == typed
        await it.press(*["backspace"] * len(typed), *"return", "enter")
        await it.until(lambda: it.app.screen.view.finished)
        await it.until(lambda: not it.app.session.unsaved.all())
        assert [row.rating for row in it.app.session.store.rows(Review)] == [1]


async def test_an_answer_to_what_is_not_asked_any_more_says_so(
    open_app: Any, learnt: Locations
) -> None:
    async with open_app(learnt) as it:
        gone = "basics/functions#gone"
        it.app.session.unsaved.keep(
            Unsaved(place=f"review:{gone}", title="", file="", text="mine", base="", why="")
        )
        await it.app.open_review(gone)
        await it.until(lambda: it.place == "ErrorDialog")
        assert "not asked any more" in " ".join(it.text.split())
