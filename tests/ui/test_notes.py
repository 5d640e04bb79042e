"""Notes on a lesson: written with a key, shown there, found by search, exported."""

from __future__ import annotations

import json
from typing import Any

from textual.widgets import TextArea

from course.learner.notebook import read_notes
from course.learner.session import Session
from course.learner.transfer import export_progress
from course.locations import Locations


async def opened_notes(it: Any) -> TextArea:
    """Open a lesson and its notes; the page to write on."""
    it.app.open_lesson(first_lesson(it), 0)
    await it.settle()
    await it.press("m")
    await it.until(lambda: it.place == "NotesScreen")
    await it.settle()
    return it.app.screen.query_one(TextArea)


def first_lesson(it: Any) -> str:
    """The id of the first lesson."""
    return next(iter(it.app.session.catalogue.lessons))


async def test_a_note_is_written_shown_found_and_exported(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await opened_notes(it)
        await it.press(*"a mug is red", "enter", *"tea is hot")
        await it.press("escape")
        assert it.place == "LessonScreen"
        assert "✎ a mug is red  (+ 1 line)" in it.text
        [hit] = [hit for hit in it.app.session.search("mug red") if hit.kind == "note"]
        assert hit.id == first_lesson(it)
        exported = json.loads(export_progress(it.app.session.store))
        assert [note["text"] for note in exported["notes"]] == ["a mug is red\ntea is hot"]
        await it.press("ctrl+p")
        await it.press(*"mug red")
        await it.until(lambda: "note" in it.text)
        await it.press("down", "enter")
        await it.until(lambda: it.place == "LessonScreen")


async def test_notes_are_changed_and_taken_away(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        editor = await opened_notes(it)
        await it.press(*"one", "ctrl+s")
        await it.press(*" more", "escape")
        assert read_notes(it.app.session, first_lesson(it)) == "one more"
        await it.press("m")
        await it.settle()
        editor = it.app.screen.query_one(TextArea)
        assert editor.text == "one more"
        editor.text = ""
        await it.press("escape")
        assert it.app.session.notes() == ()
        assert "✎" not in it.text


async def test_leaving_the_course_keeps_the_page(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await opened_notes(it)
        lesson = first_lesson(it)
        await it.press(*"half a tho")
        await it.press("ctrl+q")
    session = Session.open(small_course)
    assert read_notes(session, lesson) == "half a tho"
    session.store.close()


async def test_notes_of_two_machines_stand_below_each_other(
    open_app: Any, small_course: Locations
) -> None:
    def two(session: Session) -> None:
        lesson = next(iter(session.catalogue.lessons))
        session.note(lesson, "from the laptop")
        session.note(lesson, "from the desk")

    async with open_app(small_course, prepare=two) as it:
        editor = await opened_notes(it)
        assert editor.text == "from the laptop\n\nfrom the desk"
        await it.press("!", "escape")
        assert read_notes(it.app.session, first_lesson(it)) == "from the laptop\n\nfrom the desk!"
        assert len(it.app.session.notes()) == 1


async def test_the_end_of_the_lesson_shows_all_notes(
    open_app: Any, small_course: Locations
) -> None:
    def noted(session: Session) -> None:
        session.note(next(iter(session.catalogue.lessons)), "first\nsecond\nthird")

    async with open_app(small_course, prepare=noted) as it:
        lesson = it.app.session.catalogue.lessons[first_lesson(it)]
        it.app.open_lesson(lesson.id, len(lesson.steps))
        await it.settle()
        assert "third" in it.text


async def test_a_step_is_noted_as_unclear_with_one_key_and_no_longer_with_another(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        it.app.open_lesson(first_lesson(it), 1)
        await it.settle()
        await it.press("u")
        await it.until(lambda: "✎ Step 2 is unclear to me: def double(n):" in it.text)
        [note] = json.loads(export_progress(it.app.session.store))["notes"]
        assert note["text"] == "Step 2 is unclear to me: def double(n):"
        await it.press("u")
        await it.until(lambda: "✎" not in it.text)
        assert read_notes(it.app.session, first_lesson(it)) == ""
