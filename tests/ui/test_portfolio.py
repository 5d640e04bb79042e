"""The portfolio from the app: asked whose it is, written, and told where."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from course.learner.portfolio import remembered
from course.learner.records import Attempt
from course.learner.session import Session
from course.locations import Locations

AUTHORS = Path(__file__).parents[1] / "authoring" / "content"
GROWN = "def first():\n    return 1\n\n\ndef after(number):\n    return number + 1\n"
TESTS = (
    "01-start::test_start.py::test_the_first_number_is_one",
    "02-go-on::test_go_on.py::test_after_one_comes_two",
    "02-go-on::test_go_on.py::test_after_zero_comes_one",
)


@pytest.fixture
def authors_course(monkeypatch: pytest.MonkeyPatch) -> Locations:
    """The authors' small course, which has a project of two stages."""
    from course import locations

    monkeypatch.setenv("COURSE_CONTENT", str(AUTHORS))
    return locations.find()


def passed(session: Session) -> None:
    """The project passes all of its tests."""
    session.store.append(
        Attempt(
            **session.store.new_row(),
            exercise="shop/grow",
            verdict="passed",
            tests=dict.fromkeys(TESTS, "passed"),
            source_hash="",
            source=GROWN,
        )
    )


async def test_the_projects_are_written_from_skills_with_the_name_that_is_typed(
    open_app: Any, authors_course: Locations
) -> None:
    async with open_app(authors_course, has_path=False, prepare=passed) as it:
        await it.app.run_action("app.skills")
        await it.until(lambda: it.place == "SkillsScreen")
        await it.press("g")
        assert it.place == "PortfolioDialog"
        await it.press(*"Mei", "enter", "enter", *"https://example.org/mei", "enter")
        await it.until(lambda: it.place == "ConfirmDialog")
        folder = it.app.locations.workspace / "portfolio"
        assert "Grow a counter" in it.text
        assert remembered(it.app.session, folder).url == "https://example.org/mei"
        who = subprocess.run(
            ["git", "log", "--format=%an"], cwd=folder, capture_output=True, text=True, check=True
        )
        assert set(who.stdout.split()) == {"Mei"}
        await it.press("escape", "g")
        assert it.place == "PortfolioDialog"
        assert it.app.screen.query_one("#portfolio-name").value == "Mei", "it is asked once"
        await it.press("escape")
        assert it.place == "SkillsScreen"


async def test_without_a_project_it_says_which_is_the_first(
    open_app: Any, authors_course: Locations
) -> None:
    async with open_app(authors_course, has_path=False) as it:
        await it.app.run_action("app.portfolio")
        await it.until(lambda: it.place == "ErrorDialog")
        assert "no project to show yet" in it.text
