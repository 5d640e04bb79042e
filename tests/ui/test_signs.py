"""Signs, dots and key names say what is so: on Home, in Progress, in a lesson, in the help."""

from __future__ import annotations

from typing import Any

import pytest

from course.learner.session import Session
from course.locations import Locations
from course.ui.widgets.editor import CodeEditor
from tests.ui.lessons import LESSON
from tests.ui.submissions import GOOD
from tests.ui.test_home import pass_exercise

# ---------------------------------------------------------------- Home, Progress, the dots


@pytest.mark.parametrize("done", ["visited", "passed"])
async def test_a_lesson_with_anything_done_in_it_is_not_said_to_be_new(
    open_app: Any, small_course: Locations, done: str
) -> None:
    def begin(session: Session) -> None:
        if done == "visited":
            session.visit(LESSON, 7)
        else:
            pass_exercise(session, "basics/double")
        session.visit("basics/texts", 0)  # the learner is here

    async with open_app(small_course, prepare=begin) as it:
        title = it.app.session.catalogue.lesson_entry(LESSON).title
        (line,) = [line for line in it.text.splitlines() if title in line]
        assert "▸" in line
        assert "begun" in line


async def test_the_dots_remember_every_step_that_was_seen(
    open_app: Any, small_course: Locations
) -> None:
    def read(session: Session) -> None:
        for step in (0, 1, 0):
            session.visit(LESSON, step)

    async with open_app(small_course, prepare=read) as it:
        it.app.open_lesson(LESSON, 2)
        await it.until(lambda: "Step 3 of 8" in it.text)
        assert "● ● ◐ ○" in it.text
        it.app.open_lesson(LESSON, 0)
        await it.until(lambda: "Step 1 of 8" in it.text)
        assert "◐ ● ○ ○" in it.text


async def test_home_and_progress_count_the_same_lessons_and_show_what_is_skipped(
    open_app: Any, small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin(session: Session) -> None:
        session.visit(LESSON, 0)
        pass_exercise(session, "basics/double")

    monkeypatch.setattr(Session, "skipped", lambda _: frozenset({"loops"}))
    async with open_app(small_course, size=(120, 60), prepare=begin) as it:
        assert "0 of 2 lessons done" in it.text
        await it.press("p")
        assert it.place == "ProgressScreen"
        assert "0 of 2 lessons done" in it.text
        assert "1 module skipped" in it.text
        (loops,) = [line for line in it.text.splitlines() if "»" in line]
        assert "skipped" in loops


# ---------------------------------------------------------------- stepping, hints, examples


@pytest.mark.usefixtures("patient")
async def test_stepping_is_named_only_where_there_is_a_call(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=(140, 40)) as it:
        screen = await it.exercise("basics/double")
        assert "F3 Step through" not in it.text
        screen.editor.replace_text("def double(n:\n")
        await it.check()
        assert "F3" not in it.text
        screen.editor.replace_text(GOOD.replace("n + n", "n"))
        await it.check()
        assert "F3 steps through this call" in it.text
        assert "F3 Step through" in it.text


async def test_an_edited_example_is_explained_as_in_the_playground(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        it.app.open_lesson(LESSON, 1)
        await it.until(lambda: "Step 2 of 8" in it.text)
        await it.press("e")
        editor = it.app.screen.query_one(CodeEditor)
        await it.press("f7", "delete")
        assert editor.text == ""
        for program, words in (
            ("print(“hello”)\n", "straight quotes"),
            ("print(double(4))\n", "gives `double` a value"),
            ("input()\n", "one more line of input"),
        ):
            editor.replace_text(program)
            await it.press("f5")
            await it.until(lambda words=words: words in said(it))
        editor.replace_text("print(1)\n")
        await it.press("f5")
        await it.until(lambda: not it.app.screen.query_one(".example-why").display)


def said(it: Any) -> str:
    """The explanation under an example, as it was written."""
    return str(it.app.screen.query_one(".example-why").source)
