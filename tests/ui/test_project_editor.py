"""A project of several files in the app: tabs, saving, checking."""

from __future__ import annotations

from typing import Any

import pytest

from course.catalogue.package import split
from course.learner.session import Session
from course.learner.unsaved import Unsaved
from course.locations import Locations
from tests.project_of_files import FILES, write_project

PROJECT = "loops/van_plan"
WIDE = (120, 40)


@pytest.fixture
def project_course(own_course: Locations) -> Locations:
    """The small course with a project of several files."""
    write_project(own_course.content, "loops", "02-loops/01-for.yaml")
    return own_course


@pytest.mark.usefixtures("patient")
async def test_each_file_has_its_tab_and_its_editor(
    open_app: Any, project_course: Locations
) -> None:
    async with open_app(project_course, size=WIDE) as it:
        screen = await it.exercise(PROJECT)
        assert "▸weights.py" in it.text, "the file of the first milestone"
        assert "Milestone 1 of 2: Weigh" in it.text
        assert "def total(parcels):" in it.text
        await it.press("shift+f9")
        assert screen.editor.opened == "labels.py"


@pytest.mark.usefixtures("patient")
async def test_typing_in_one_file_saves_and_checks_all(
    open_app: Any, project_course: Locations
) -> None:
    async with open_app(project_course, size=WIDE) as it:
        screen = await it.exercise(PROJECT)
        screen.editor.open("weights.py")
        screen.editor.focus()
        await it.press("ctrl+end", *"    return sum(parcels)")
        await it.check()
        assert "not saved yet" not in it.text
        saved = it.app.session.file(screen.exercise) / "weights.py"
        assert saved.read_text("utf-8").rstrip() == FILES["solution/weights.py"].rstrip()
        assert "Milestone 2 of 2: Label" in it.text
        outcomes = {test.id: test.outcome for test in screen.results.report.tests}
        assert outcomes["01-weigh::test_adds_up"] == "passed"
        assert outcomes["02-label::test_an_empty_van_has_a_label"] == "failed"


@pytest.mark.usefixtures("patient")
async def test_a_file_from_elsewhere_gets_a_tab(open_app: Any, project_course: Locations) -> None:
    async with open_app(project_course, size=WIDE) as it:
        screen = await it.exercise(PROJECT)
        folder = it.app.session.file(screen.exercise)
        (folder / "routes.py").write_text("STOPS = 3\n", encoding="utf-8")
        await it.until(lambda: "routes.py" in split(screen.editor.text))
        await it.until(lambda: "routes.py" in it.text)


@pytest.mark.usefixtures("patient")
async def test_a_click_on_a_tab_opens_the_file(open_app: Any, project_course: Locations) -> None:
    async with open_app(project_course, size=(80, 24)) as it:
        screen = await it.exercise(PROJECT)
        await it.press("2")
        await it.click(".file-tabs", offset=(3, 0))
        assert screen.editor.opened == "__init__.py"


@pytest.mark.usefixtures("patient")
async def test_stepping_shows_the_file_that_the_step_is_in(
    open_app: Any, project_course: Locations
) -> None:
    async with open_app(project_course, size=WIDE) as it:
        screen = await it.exercise(PROJECT)
        await it.check()
        assert screen.results.shown_test.call
        assert "F3 steps through this call" in it.text
        await it.press("f3")
        await it.until(lambda: it.place == "TimeTravelScreen")
        await it.press("n")
        assert "of weights.py" in it.text
        assert "def total(parcels):" in it.text


@pytest.mark.usefixtures("patient")
async def test_an_emptied_file_stays_and_names_that_look_alike_are_two_files(
    open_app: Any, project_course: Locations
) -> None:
    def prepare(session: Session) -> None:
        exercise = session.catalogue.exercise(PROJECT)
        session.load(exercise)
        folder = session.file(exercise)
        for name in ("weights.py", "my.parts.py", "my-parts.py", "pages--van.html"):
            (folder / name).write_text("", encoding="utf-8")

    async with open_app(project_course, size=WIDE, prepare=prepare) as it:
        screen = await it.exercise(PROJECT)
        files = split(screen.editor.text)
        assert files["weights.py"] == files["my-parts.py"] == files["my.parts.py"] == ""
        assert files["labels.py"] == FILES["starter/labels.py"]
        folder = it.app.session.file(screen.exercise)
        for name in ("weights.py", "my-parts.py"):
            screen.editor.open(name)
            screen.editor.focus()
            await it.press("x")
        await it.press("ctrl+s")
        assert (folder / "weights.py").read_text(encoding="utf-8").strip() == "x"
        assert (folder / "my-parts.py").read_text(encoding="utf-8").strip() == "x"
        assert (folder / "my.parts.py").read_text(encoding="utf-8") == ""


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("text", ["", "x = 1\n", "#=== ../../a.py ===\nx\n"])
async def test_a_kept_text_that_is_no_project_leaves_it_as_it_is(
    open_app: Any, project_course: Locations, text: str
) -> None:
    def prepare(session: Session) -> None:
        kept = Unsaved(place=f"exercise:{PROJECT}", title="it", file="", text=text, base="", why="")
        session.unsaved.keep(kept)

    async with open_app(project_course, size=WIDE, prepare=prepare) as it:
        await it.until(lambda: it.place == "UnsavedDialog")
        await it.press("enter")
        await it.until(lambda: it.place == "ErrorDialog")
        assert "does not fit this project" in it.text
        await it.press("enter")
        assert it.app.screen.editor.text == it.app.screen.exercise.starter
        assert [kept.text for kept in it.app.session.unsaved.all()] == [text]
