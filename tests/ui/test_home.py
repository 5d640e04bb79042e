"""Home: one Enter goes on, the path folds by keyboard, the figures are the learner's own."""

from __future__ import annotations

from typing import Any

import pytest

from course.catalogue import Catalogue
from course.learner.records import Attempt
from course.learner.session import Session
from course.locations import Locations


def pass_exercise(session: Session, exercise: str) -> None:
    """Put a passed attempt into the learner's progress."""
    session.store.append(
        Attempt(
            **session.store.new_row(),
            exercise=exercise,
            verdict="passed",
            hints=0,
            mistakes=(),
            seconds=0.1,
            tests={},
            source_hash="",
            source="",
        )
    )


async def test_one_enter_goes_on_where_the_learner_was(
    open_app: Any, small_course: Locations
) -> None:
    def visited(session: Session) -> None:
        session.visit("basics/texts", 1)

    async with open_app(small_course, prepare=visited) as it:
        assert "Continue" in it.text
        assert "step 2 of 3" in it.text
        await it.press("enter")
        assert it.place == "LessonScreen"
        assert it.app.session.here().lesson == "basics/texts"
        assert it.app.session.here().step == 1


async def test_the_first_lesson_is_where_a_new_learner_starts(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        assert "Start here" in it.text
        assert "Functions hand values back" in it.text


async def test_coming_home_shows_what_was_done_meanwhile(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        assert "passed" not in it.text
        await it.press("p")
        pass_exercise(it.app.session, "basics/label")
        await it.press("escape")
        assert "1 exercise passed" in it.text
        assert "1 day of practice" in it.text


async def test_a_notice_is_shown_and_can_be_hidden(open_app: Any, small_course: Locations) -> None:
    small_course.data.mkdir(parents=True)
    small_course.database.write_bytes(b"this is not a database, it is a letter" * 200)
    async with open_app(small_course) as it:
        assert "!" in it.text
        assert "progress" in it.text
        await it.press("x")
        assert not it.app.screen.query_one("#notices").display


@pytest.mark.parametrize("size", [(40, 12), (50, 16), (80, 24), (100, 30), (200, 60)])
async def test_every_size_shows_the_card_and_the_path(
    open_app: Any, small_course: Locations, size: tuple[int, int]
) -> None:
    async with open_app(small_course, size=size) as it:
        assert ("Functions hand values" if size[0] > 40 else "Functions hand …") in it.text
        assert "0 of 2" in it.text


async def test_a_module_that_is_not_there_does_not_stop_home(
    open_app: Any, own_course: Locations
) -> None:
    course_file = own_course.course_file
    course_file.write_text(
        course_file.read_text(encoding="utf-8").replace(
            "modules: [basics, loops]\npaths", "modules: [basics, loops, missing]\npaths"
        ),
        encoding="utf-8",
    )
    assert Catalogue.open(own_course).problems
    async with open_app(own_course) as it:
        assert "Functions hand values back" in it.text
