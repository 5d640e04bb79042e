"""Pairs on the screen: joined by keys and by mouse, marked pair by pair."""

from __future__ import annotations

from typing import Any

import pytest

from course.learner.questions.match import LETTERS
from course.locations import Locations
from course.ui.screens.lesson import LessonScreen
from course.ui.widgets.choices import ChoiceRow
from course.ui.widgets.steps.match import MatchStep, PairBench

LESSON, STEP = "basics/texts", 3
QUESTION = """\
  - match:
      question: What does each of them give?
      pairs:
        "`d.get(k)`": "`None` where the key is missing"
        "`d[k]`": a KeyError where the key is missing
        "`k in d`": "`False` where the key is missing"
        "`len(d)`": "the number of keys, whatever they are"
      because: Only the brackets insist on the key.
"""


@pytest.fixture
def place(own_course: Locations) -> Locations:
    """The small course with pairs to be joined at the end of a lesson."""
    file = next(own_course.content.glob("lessons/01-basics/02-texts.yaml"))
    file.write_text(file.read_text("utf-8") + QUESTION, "utf-8")
    return own_course


async def opened(it: Any) -> MatchStep:
    """The question, opened."""
    it.app.open_lesson(LESSON, STEP)
    await it.until(lambda: it.place == "LessonScreen" and it.app.screen.query(PairBench))
    await it.settle()
    assert isinstance(it.app.screen, LessonScreen)
    return it.app.screen.query_one(MatchStep)


def letter(step: MatchStep, left: int) -> str:
    """The letter of the text that belongs to that one on the left."""
    return LETTERS[step.order.index(left)]


async def test_pairs_are_joined_by_number_and_letter_and_a_wrong_one_is_pointed_at(
    open_app: Any, place: Locations
) -> None:
    async with open_app(place) as it:
        step = await opened(it)
        a, b, c, d = (letter(step, left) for left in range(4))
        await it.press("1", a, "2", c, "3", b)
        await it.press("enter")  # goes on to the last text, which is still alone
        assert it.app.session.answered(LESSON) == {}
        await it.press(d, "enter")
        assert "✗ Not all of them yet. Try again." in it.text
        assert "Right: pairs 1 and 4. Not yet: pairs 2 and 3." in it.text
        assert step.bench.marks == {0: True, 1: False, 2: False, 3: True}
        assert "Only the brackets insist" not in it.text
        assert it.app.session.answered(LESSON) == {STEP: False}
        await it.press("2", b)
        assert step.bench.marks == {}
        assert 2 not in step.bench.joined  # its partner has gone to another
        await it.press("3", c, "f5")
        assert "✓ Right" in it.text
        assert "Only the brackets insist" in it.text
        assert it.app.session.answered(LESSON) == {STEP: True}
        await it.press("1", b)
        assert step.answer() == (0, 1, 2, 3)
        await it.press("enter")
        assert it.app.screen.position == STEP + 1


async def test_arrows_alone_join_and_take_apart(open_app: Any, place: Locations) -> None:
    async with open_app(place) as it:
        step = await opened(it)
        for left in range(4):
            await it.press("right")
            assert it.app.screen.position == STEP
            at = step.order.index(left)
            while step.bench.cursor != 4 + at:
                await it.press("down" if step.bench.cursor < 4 + at else "up")
            await it.press("space")
        assert step.answer() == (0, 1, 2, 3)
        await it.press("backspace")
        assert len(step.bench.joined) == 3
        await it.press("right", "left")
        assert step.bench.cursor < 4


async def test_keys_are_taken_in_the_order_in_which_they_are_typed(
    open_app: Any, place: Locations
) -> None:
    async with open_app(place) as it:
        step = await opened(it)
        a, b, c, d = (letter(step, left) for left in range(4))
        await it.rush("4", d, "2", b, "1", a, "3", c)
        assert step.answer() == (0, 1, 2, 3)
        assert step.bench.cursor < 4
        await it.rush("2", "down", "up", "left", "up", "right", "backspace")
        assert len(step.bench.joined) == 3


async def test_the_mouse_joins_and_all_of_it_can_be_read_in_a_small_window(
    open_app: Any, place: Locations
) -> None:
    async with open_app(place, size=(80, 24)) as it:
        step = await opened(it)
        for text in ("d.get(k)", "the number of keys", "Answer", "1-4, then a-d joins"):
            assert text in it.text
        rows = list(step.query(ChoiceRow))
        for left in range(4):
            await it.click(rows[left])
            await it.click(rows[4 + step.order.index(left)])
        assert step.bench.is_complete
        await it.click("#act")
        assert "✓ Right" in it.text


async def test_what_was_answered_is_shown_joined(open_app: Any, place: Locations) -> None:
    async with open_app(place) as it:
        step = await opened(it)
        keys = [key for left in range(4) for key in (str(left + 1), letter(step, left))]
        await it.press(*keys, "enter")
        assert it.app.session.answered(LESSON) == {STEP: True}
        await it.press("p", "n")
        step = it.app.screen.query_one(MatchStep)
        assert step.finished
        assert step.answer() == (0, 1, 2, 3)
        assert "You have answered this" in it.text
