"""The placement in the app: offered with its path, asked one by one, ended at any time."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.learner.records import Answer, Placed
from course.learner.session import Session
from course.locations import Locations
from course.ui.app import CourseApp
from course.ui.widgets.steps.base import AnswerWords

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


@pytest.fixture
def course(own_course: Locations) -> Locations:
    """The small course with one path more: it begins with a placement and has a choice."""
    text = own_course.course_file.read_text(encoding="utf-8")
    own_course.course_file.write_text(
        f"{text}"
        "  - id: change\n"
        "    title: Change\n"
        "    audience: You have worked before.\n"
        "    starts_with: placement\n"
        "    modules: [basics, loops]\n"
        "  - id: either\n"
        "    title: Either\n"
        "    audience: You want one of them.\n"
        "    modules: [basics, loops]\n"
        "    one_of: [basics, loops]\n",
        encoding="utf-8",
    )
    return own_course


@pytest.fixture(autouse=True)
def same_round(monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of the questions hangs on the round's id; a picture needs the same one."""
    import uuid

    numbers = iter(range(1, 10_000))
    monkeypatch.setattr(
        "course.learner.placing.uuid.uuid4", lambda: uuid.UUID(int=next(numbers), version=4)
    )


async def begin(it: Any) -> Any:
    """Choose the path, wait for the questions, ask the first."""
    it.app.choose_path("change")
    await it.settle()
    assert it.place == "AssessmentScreen"
    await it.press("enter")
    return it.app.screen


async def answer(it: Any, right: bool = True) -> None:
    """Answer what is asked with the keys a learner has, and go on."""
    kind = it.app.screen.placing.current.kind
    if kind == "predict":
        code = it.app.screen.view.content.code
        await it.press(*(("None" if "shout" in code else "to Bergen") if right else "no"))
        await it.press("enter")
    elif kind == "blank":
        await it.press(*("return" if right else "print"), "enter")
    elif kind == "spot":
        await it.press("down", *(("down",) if right else ()), "enter")
    else:
        bench = it.app.screen.view
        lines = bench.lines if right else bench.lines[::-1]
        bench.query_one("LineBench").program = lines
        await it.press("f5")
    await it.settle()


async def test_the_path_offers_it_and_everything_right_skips_the_module(
    open_app: Any, course: Locations
) -> None:
    async with open_app(course, has_path=False) as it:
        await it.settle()
        assert it.place == "PathChoiceScreen"
        await it.press("down", "down", "enter")
        assert it.place == "AssessmentScreen"
        assert "15 to 50 questions" in it.text
        await it.press("enter")
        for number in range(5):
            assert f"question {number + 1}," in it.text
            await answer(it)
            assert it.app.screen.view.finished
            await it.press("enter")
        assert "You skip 1 module" in it.text
        assert re.search(r"✓ Basics +skip +5 of 5 right", it.text)
        assert re.search(r"Loops +not asked about", it.text)
        await it.press("enter")
        assert it.place == "HomeScreen"
        assert re.search(r"» Basics.*skipped", it.text)
        assert "One after the other" in it.text
        assert {row.outcome for row in it.app.session.store.rows(Placed)} == {"right"}


async def test_a_short_output_is_typed_and_a_wrong_answer_is_explained_once(
    open_app: Any, course: Locations
) -> None:
    async with open_app(course) as it:
        screen = await begin(it)
        while screen.placing.current.lesson != "basics/texts":
            await it.press("f2")
            await it.until(lambda: "Noted" in it.text)
            await it.press("enter")
        await answer(it, right=False)
        assert "✗ Not this time" in it.text
        assert "It prints to Bergen" in it.text
        await it.press("f5")
        assert [row.correct for row in it.app.session.store.rows(Answer)] == [False]
        assert screen.view.query_one(AnswerWords).display is False


async def test_the_line_of_keys_says_what_enter_does_once_it_is_answered(
    open_app: Any, course: Locations
) -> None:
    async with open_app(course, has_path=False) as it:
        await begin(it)
        keys = lambda: it.text.rstrip().split("\n")[-1]  # noqa: E731
        assert "Enter Go on" not in keys()
        await it.press("f2")
        await it.until(lambda: "Enter Go on" in keys())


async def test_not_knowing_is_an_answer_and_the_end_is_when_the_learner_says(
    open_app: Any, course: Locations
) -> None:
    async with open_app(course) as it:
        await begin(it)
        assert "F8" not in it.text
        await it.press("f2")
        await it.until(lambda: "The answer" in it.text or "It prints" in it.text)
        await it.press("enter")
        assert "question 2," in it.text
        await it.press("f8")
        assert "End the placement here?" in it.text
        await it.press("tab", "enter")
        assert "Nothing is skipped" in it.text
        assert "what is skipped" not in it.text
        assert re.search(r"Basics +learn +0 of 1 right", it.text)
        assert it.app.session.store.rows(Answer) == []
        await it.press("enter")
        assert it.place == "HomeScreen"


async def test_leaving_keeps_the_answers_and_home_says_where_it_goes_on(
    open_app: Any, course: Locations
) -> None:
    async with open_app(course) as it:
        await begin(it)
        await it.press("f2", "escape")
        if it.place == "AssessmentScreen":
            await it.press("escape")
        assert "placement:  a" in it.text
        await it.press("a")
        assert "1 answer so far" in it.text
        await it.press("enter")
        assert "question 2," in it.text


async def test_one_of_two_modules_is_chosen_and_the_other_is_not_on_the_path(
    open_app: Any, course: Locations
) -> None:
    async with open_app(course, has_path=False) as it:
        await it.settle()
        await it.press("end", "enter")
        assert it.place == "OneOfScreen"
        assert "Both" in it.text
        await it.press("down", "enter")
        assert it.place == "HomeScreen"
        assert "Basics" not in it.text
        assert "Loops" in it.text
        assert it.app.session.here().lesson == "loops/for"


async def test_a_failed_recheck_says_that_the_module_is_back(
    open_app: Any, course: Locations
) -> None:
    from course.ui.screens.review import ReviewScreen

    def prepare(session: Session) -> None:
        session.decide(
            "placement",
            {
                "round": "r",
                "findings": [
                    {"module": "loops", "likely": 0.9, "right": 2, "asked": 2, "skipped": True}
                ],
            },
        )

    async with open_app(course, prepare=prepare) as it:
        from course.learner.review import ReviewItem

        item = ReviewItem(
            id="loops/for#1",
            card="concept:for_loop",
            concept="for_loop",
            about="for loop",
            covers=("for_loop",),
            minutes=1,
            lesson="loops/for",
            step=2,
        )
        await it.app.push_screen(ReviewScreen([item]))
        await it.settle()
        it.app.screen._keep(0, False)
        await it.press("n")
        assert "Back on your path: Loops" in it.text


@pytest.mark.parametrize("size", SIZES)
async def test_how_it_looks(
    open_app: Any,
    course: Locations,
    picture: Callable[[CourseApp], bool],
    size: tuple[int, int],
    tmp_path: Path,
) -> None:
    async with open_app(course, size=size) as it:
        it.app.choose_path("change")
        await it.settle()
        assert picture(it.app)
        await it.press("enter")
        assert picture(it.app)
        await answer(it)
        await it.press("f8")
        await it.press("tab", "enter")
        assert picture(it.app)
        await it.press("enter")
        assert picture(it.app)
