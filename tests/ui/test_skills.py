"""Skills: counted lines, Enter opens what is next, the report is written from there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from course.learner.records import Attempt
from course.learner.session import Session
from course.locations import Locations
from course.ui.app import CourseApp

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


@pytest.fixture
def job(own_course: Locations) -> Locations:
    """The small course with what a job asks for."""
    text = own_course.course_file.read_text(encoding="utf-8")
    own_course.course_file.write_text(
        f"{text}"
        "job:\n"
        "  - {title: Writing, asks: Write functions., passes: 1, modules: [basics]}\n"
        "  - {title: Loops, asks: Go through lists., passes: 1, modules: [loops]}\n",
        encoding="utf-8",
    )
    return own_course


def passed(session: Session) -> None:
    """A learner who passed one exercise at the second check."""
    for verdict in ("failed", "passed"):
        session.store.append(
            Attempt(
                **session.store.new_row(),
                exercise="basics/double",
                verdict=verdict,
                tests={"a": verdict},
                source_hash="",
                source="def double(n): ...",
            )
        )


async def test_nothing_is_claimed_before_anything_is_done(open_app: Any, job: Locations) -> None:
    async with open_app(job) as it:
        await it.press("k")
        assert it.place == "SkillsScreen"
        assert "Nothing is shown yet" in it.text
        assert re.search(r"○ Writing.*not yet, 0 of 1 passed", it.text)
        assert "%" not in it.text.replace("0%", "")


async def test_what_was_passed_is_counted_and_enter_opens_what_is_next(
    open_app: Any, job: Locations
) -> None:
    async with open_app(job, prepare=passed) as it:
        await it.press("k")
        assert "1 of 2 areas shown" in it.text
        assert "1 exercise passed, 0 at the first try" in it.text
        assert re.search(r"✓ Writing.*shown, 1 passed", it.text)
        assert re.search(r"Basics.*%\s*\n.*1 of 2 exercises passed", it.text)
        assert re.search(r"arithmetic.*%   seen 1 time", it.text)
        await it.press("down", "enter")
        await it.until(lambda: it.place == "ExerciseScreen")
        assert it.app.screen.exercise.id == "loops/total_weight"
        await it.press("escape")
        while it.place != "SkillsScreen":
            await it.press("escape")


async def test_a_concept_opens_its_lesson_and_a_module_its_place_on_home(
    open_app: Any, job: Locations
) -> None:
    async with open_app(job, prepare=passed) as it:
        await it.press("k", "down", "down", "down", "enter")
        assert it.place == "LessonScreen"
        it.app.go_home()
        await it.press("k", "down", "down", "enter")
        assert it.place == "HomeScreen"


async def test_the_report_is_written_and_its_place_told(open_app: Any, job: Locations) -> None:
    async with open_app(job, prepare=passed) as it:
        await it.press("k", "w")
        file = job.workspace / "report" / "report.html"
        assert "exercises passed" in file.read_text(encoding="utf-8")
        assert "Your report is written" in it.text
        assert "Open it in the browser" in it.text
        await it.press("enter")
        assert it.place == "SkillsScreen"


async def test_the_palette_finds_skills_placement_and_report(open_app: Any, job: Locations) -> None:
    async with open_app(job) as it:
        for words, command in (
            ("skills", "Skills"),
            ("placement", "Placement"),
            ("repo", "Report"),
        ):
            await it.press("slash", *words)
            await it.until(lambda command=command: command in it.text)
            await it.press("escape")


@pytest.mark.parametrize("size", SIZES)
async def test_how_it_looks(
    open_app: Any,
    job: Locations,
    picture: Callable[[CourseApp], bool],
    size: tuple[int, int],
) -> None:
    async with open_app(job, size=size, prepare=passed) as it:
        await it.press("k")
        assert picture(it.app)


@pytest.mark.parametrize("width", [40, 50, 60, 70, 100])
async def test_no_line_is_cut_or_wrapped_within_its_words(
    open_app: Any, job: Locations, width: int
) -> None:
    async with open_app(job, size=(width, 40), prepare=passed) as it:
        await it.press("k")
        lines = [line.strip() for line in it.text.splitlines() if line.strip()]
        shown = " ".join(lines)
        assert "Write functions." in shown
        assert "1 of 2 exercises passed" in re.sub(r"\s+", " ", it.text)
        at = next(number for number, line in enumerate(lines) if "Writing" in line)
        assert re.search(r"shown, 1 passed$", f"{lines[at]}\n{lines[at + 1]}", re.MULTILINE)
        assert re.search(r"arithmetic.*\n?.*%   seen 1 time$", "\n".join(lines), re.MULTILINE)
        await it.resize(100, 40)
        assert re.search(r"✓ Writing.*shown, 1 passed", it.text)
