"""Time travel: the failing call step by step, a lesson's code, by keyboard and at both sizes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from textual.geometry import Offset

from course.locations import Locations
from course.tracing.departure import Departure
from course.ui.app import CourseApp
from course.ui.screens.time_travel import TimeTravelScreen
from tests.ui.stepping import COUNTS, RAISES, WIDE, stepping

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]
LOOPS = """\
def double(n):
    for turn in range(10_000):
        total = turn
    return total
"""

pytestmark = pytest.mark.usefixtures("patient")


def said(it: Any) -> str:
    """What the app has notified, or shows in a dialog."""
    return " ".join([it.text, *(note.message for note in it.app._notifications)])


async def test_one_key_opens_the_failing_call_at_its_first_step(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        await stepping(it, COUNTS)
        assert "double(4)" in it.text
        assert "step 1 of" in it.text
        assert "▶ double is called" in it.text
        assert "+ n = 4" in it.text


async def test_an_exception_that_the_test_expects_is_told_in_a_sentence(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await stepping(it, COUNTS)
        screen.test = msgspec.structs.replace(screen.test, expected="raises ValueError")
        await it.press("end")
        await it.until(lambda: "the test expects it to raise ValueError" in it.text)


async def test_steps_go_forwards_and_back_and_to_the_ends(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await stepping(it, COUNTS)
        await it.press("right", "n")
        assert screen.position == 2
        assert "▶ Line 4 runs next" in it.text
        assert "+ total = 0" in it.text
        await it.press("left")
        assert screen.position == 1
        assert "+ total = 0" not in it.text
        await it.press("p", "p", "p")
        assert screen.position == 0
        await it.press("end")
        assert screen.position == len(screen.trace) - 1
        await it.press("right")
        assert screen.position == len(screen.trace) - 1
        assert "This is the last step." in said(it)
        await it.press("home")
        assert screen.position == 0
        await it.press("left")
        assert "This is the first step." in said(it)
        assert "This is the last step." not in said(it)


async def test_ten_thousand_turns_stay_usable_and_are_told(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await stepping(it, LOOPS)
        assert "step 1 of 20,004" in it.text
        assert "are left out" in it.text
        await it.press("f")
        assert "step 20,004 of 20,004" in it.text
        assert "gives back 9999" in it.text
        await it.press("left", "left", "left", "pageup")
        assert screen.position == len(screen.trace) - 54


async def test_a_click_on_the_way_goes_there(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await stepping(it, COUNTS)
        await it.click("#timeline", offset=Offset(WIDE[0] - 3, 0))
        assert screen.position == len(screen.trace) - 1


async def test_escape_goes_back_to_the_exercise(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        await stepping(it, COUNTS)
        await it.press("escape")
        assert it.place == "ExerciseScreen"
        assert it.app.screen.editor.text == COUNTS


async def test_before_a_check_the_key_says_what_it_needs(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        await screen.results.clear()
        await it.press("f3")
        await it.until(lambda: "F5 checks your code first" in said(it))
        assert it.place == "ExerciseScreen"


async def test_code_that_cannot_start_is_told_in_words(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text("def double(n:\n")
        await it.check()
        await it.press("f3")
        await it.until(lambda: "to step through yet" in said(it))


async def test_an_example_is_stepped_through_as_it_was_changed(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        lesson = next(
            entry
            for module in it.app.session.catalogue.modules
            for entry in module.lessons
            if "example" in entry.steps
        )
        it.app.open_lesson(lesson.id, lesson.steps.index("example"))
        await it.settle()
        await it.press("e")
        it.app.screen.view.editor.text = "basket = ['tea']\nprint(basket)\n"
        await it.press("f3")
        await it.until(lambda: it.place == "TimeTravelScreen")
        await it.press("c")
        assert "+ basket = ['tea']" in it.text
        await it.press("end")
        assert "◀ The program has ended" in it.text
        assert "['tea']" in it.text
        await it.press("escape")
        assert it.place == "LessonScreen"


async def test_a_prediction_is_stepped_through_once_it_is_right(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        lesson = next(
            entry
            for module in it.app.session.catalogue.modules
            for entry in module.lessons
            if "predict" in entry.steps
        )
        it.app.open_lesson(lesson.id, lesson.steps.index("predict"))
        await it.settle()
        await it.press("f3")
        assert it.place == "LessonScreen"
        it.app.screen.view.finished = True
        await it.press("f3")
        await it.until(lambda: it.place == "TimeTravelScreen")


async def test_help_lists_the_keys(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        await stepping(it, COUNTS)
        await it.press("f1")
        assert "Go to where it goes wrong" in it.text
        assert "trace.failure" not in it.text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("source", "keys"),
    [
        pytest.param(COUNTS, "cccccc", id="change"),
        pytest.param(COUNTS, "f", id="failure"),
        pytest.param(RAISES, "f", id="exception"),
        pytest.param(LOOPS, "nnn", id="long"),
    ],
)
async def test_pictures(
    open_app: Any,
    small_course: Locations,
    picture: Callable[[CourseApp], bool],
    size: tuple[int, int],
    source: str,
    keys: str,
) -> None:
    async with open_app(small_course, size=size) as it:
        await stepping(it, source)
        await it.press(*keys)
        assert picture(it.app)


async def test_leaving_before_it_is_drawn_asks_for_nothing_that_is_gone(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await stepping(it, COUNTS)
        for keys in (("escape",), ("n", "escape"), ("escape", "escape", "escape")):
            again = TimeTravelScreen("Again", screen.trace)
            it.app.push_screen(again)
            await it.rush(*keys)
            again.departure = Departure(0, "2")
            again.on_resize()
            await it.settle()
        assert it.place in ("ExerciseScreen", "HomeScreen")
