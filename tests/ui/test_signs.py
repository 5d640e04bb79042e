"""Signs, dots and key names say what is so: on Home, in Progress, in a lesson, in the help."""

from __future__ import annotations

import re
from typing import Any

import pytest

from course.catalogue.package import joined, split
from course.learner.session import Session
from course.locations import Locations
from course.ui.keys import key_ids, key_names
from course.ui.widgets.editor import CodeEditor
from tests.project_of_files import FILES, write_project
from tests.ui.test_home import pass_exercise

LESSON = "basics/functions"
GOOD = 'def double(n):\n    """Return twice n."""\n    return n + n\n'
PLACES = [(120, 40), (80, 24), (60, 20), (40, 20)]


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


# ---------------------------------------------------------------- milestones, tests


@pytest.mark.usefixtures("patient")
async def test_a_finished_milestone_says_so_and_failing_tests_come_first(
    open_app: Any, own_course: Locations
) -> None:
    write_project(own_course.content, "loops", "02-loops/01-for.yaml")
    async with open_app(own_course, size=(120, 40)) as it:
        screen = await it.exercise("loops/van_plan")
        await it.check()
        assert "▸  Milestone 1 of 2: Weigh" in it.text
        assert "·  Milestone 2 of 2: Label (comes later)" in it.text
        package = split(screen.editor.text) | {"weights.py": FILES["solution/weights.py"]}
        screen.editor.replace_text(joined(package))
        await it.check()
        assert "✓  Milestone 1 of 2: Weigh (finished)" in it.text
        assert "▸  Milestone 2 of 2: Label" in it.text


@pytest.mark.usefixtures("patient")
async def test_failing_tests_stand_before_those_that_pass(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await it.exercise("basics/double")
        screen.editor.replace_text(GOOD.replace("n + n", "n and n + 2"))
        await it.check()
        signs = re.findall(r"^ *.*?([✓✗])  \w", it.text, re.MULTILINE)
        assert "✓" in signs
        assert signs == sorted(signs, reverse=True)


# ---------------------------------------------------------------- keys


@pytest.mark.parametrize("size", PLACES, ids=str)
@pytest.mark.parametrize("place", ["home", "lesson", "exercise", "playground", "search"])
async def test_help_shows_no_internal_name_and_breaks_no_word(
    open_app: Any, small_course: Locations, place: str, size: tuple[int, int]
) -> None:
    async with open_app(small_course, size=size) as it:
        if place == "lesson":
            it.app.open_lesson(LESSON, 4)
            await it.until(lambda: it.place == "LessonScreen")
        elif place == "exercise":
            await it.exercise("basics/double")
        elif place == "playground":
            await it.press("g")
        await it.settle()
        said = {
            word
            for active in it.app.screen.active_bindings.values()
            if active.binding.id and active.enabled
            for word in active.binding.tooltip.split()
        }
        await it.press("f1")
        assert it.place == "HelpScreen"
        tables = it.app.screen.query("KeyTable")
        shown = "\n".join(str(table.render()) for table in tables)
        assert not set(key_ids()) & set(re.findall(r"[a-z_]+\.[a-z_0-9]+", shown))
        width = tables.first().content_size.width
        assert all(len(line) <= width for line in shown.splitlines())
        assert said <= set(shown.split())


def test_every_key_is_told_in_words() -> None:
    for name, said in key_names():
        assert said, name
        assert "_" not in said, name
        assert not set(key_ids()) & set(re.findall(r"[a-z_]+\.[a-z_0-9]+", said)), name


async def test_beside_the_search_there_is_nothing_of_the_place_below(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        assert "of 3 lessons done" in it.text
        await it.press("ctrl+p")
        await it.until(lambda: it.place == "CoursePalette")
        assert it.app.screen.styles.background.a == 1


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


@pytest.mark.usefixtures("patient")
async def test_words_about_earlier_code_do_not_stay_over_a_pass(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await it.exercise("basics/double")
        await it.press("f3")
        assert it.app._notifications
        screen.editor.replace_text(GOOD)
        await it.check()
        assert "✓ All 3 tests pass" in it.text
        assert not it.app._notifications


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
async def test_a_hint_taken_from_the_results_is_in_view(
    open_app: Any, own_course: Locations, size: tuple[int, int]
) -> None:
    file = own_course.exercises / "basics" / "double" / "exercise.yaml"
    long_brief = "brief: |\n" + "  A line of the brief.\n\n" * 40
    file.write_text(file.read_text("utf-8").replace("brief: |\n", long_brief), "utf-8")
    async with open_app(own_course, size=size) as it:
        screen = await it.exercise("basics/double")
        screen.editor.replace_text(GOOD.replace("n + n", "n"))
        await it.check()
        assert screen.pane == "results"
        await it.press("f2")
        await it.pilot.pause()
        assert "Hint 1 of 3" in it.text


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
