"""A step in words: what runs next, what is given back, what the test expects."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations
from course.tracing.departure import Departure
from tests.ui.stepping import COUNTS, RAISES, WIDE, stepping

pytestmark = pytest.mark.usefixtures("patient")


async def test_the_next_change_and_the_one_before(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await stepping(it, COUNTS)
        await it.press(*"cccc")
        assert "● total = 4   was 0" in it.text
        at = screen.position
        await it.press("c", "C")
        assert screen.position == at
        await it.press("c", "c")
        assert "[1] ● list" in it.text
        assert "4, +4" in it.text
        await it.press("o")
        assert "known = [4, 4]" in it.text
        assert "⇄ the same object as seen" in it.text
        assert "turn 4" in it.text


async def test_objects_are_drawn_where_some_are_shared_and_by_a_key(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await stepping(it, COUNTS)
        assert not it.app.screen.has_class("-drawn")
        await it.press("o")
        assert it.app.screen.has_class("-drawn")
        await it.press("o", "f")
        assert not it.app.screen.has_class("-drawn"), "the learner has chosen"
        await it.press("o")
        assert "known ─" in it.text
        assert "seen ─" in it.text


async def test_the_failure_says_what_the_test_expects(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await stepping(it, COUNTS)
        await it.press("f")
        assert screen.position == screen.trace.failure
        assert "◀ double gives back 4  ✗ the test expects 8" in it.text


async def test_an_exception_is_shown_where_it_was_raised(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        await stepping(it, RAISES)
        await it.press("f")
        assert "✗ Line 2 raises IndexError: list index out of range" in it.text
        assert "▶ add  line 2" in it.text
        assert "double  line 5" in it.text


async def test_the_first_difference_from_the_reference(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await stepping(it, COUNTS)
        assert screen.departure == Departure(screen.trace.failure, "8")
        assert "First difference" not in it.text
        screen.departure = Departure(3, "8")
        await it.press("d")
        assert screen.position == 3
        assert "✗ the reference gives back 8" in it.text
        assert "First difference" in it.text


YIELDS = """\
def double(n):
    return list(twice(n))

def twice(n):
    first, second, third, fourth, fifth, sixth = range(6)
    yield {"twice": n * 2, "because": "a long value takes more than one line of this window"}
    yield "and a second one"
"""


async def test_what_a_generator_yields_is_listed_whole_and_comes_into_view(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await stepping(it, YIELDS)
        yields = [at for at in range(len(screen.trace)) if screen.trace[at].event == "pause"]
        screen.go_to(yields[0])
        await it.until(lambda: "+ {'twice': " in it.text)
        assert "than one line of this" in it.text.partition("Variables")[2]
        screen.go_to(yields[1])
        await it.until(lambda: "+ 'and a second one'" in it.text)
        assert "twice has yielded" in it.text
