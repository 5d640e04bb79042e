"""The results of a check: what fails comes first."""

from __future__ import annotations

import re
from typing import Any

import pytest

from course.catalogue.package import joined, split
from course.locations import Locations
from course.model import CheckReport, TestResult, Verdict
from course.ui.widgets.results import list_of_tests
from tests.project_of_files import FILES, write_project
from tests.ui.submissions import EXERCISE, GOOD, NEVER_ENDS, PRINTS, WIDE

# ---------------------------------------------------------------- milestones, tests


def test_tests_have_their_signs() -> None:
    outcomes = ("passed", "failed", "error", "skipped", "not_run")
    tests = tuple(TestResult(name, name, name) for name in outcomes)  # type: ignore[arg-type]
    assert list_of_tests(CheckReport("e", Verdict.FAILED, tests)).plain.split("\n") == [
        "✗  failed",
        "✗  error",
        "-  skipped (skipped)",
        "·  not_run (not run)",
        "✓  passed",
    ]


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
        await it.settle()
        assert "Hint 1 of 3" in it.text


# ---------------------------------------------------------------- checking


@pytest.mark.usefixtures("patient")
async def test_a_failing_check_names_the_call_and_keeps_an_attempt(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(PRINTS)
        await it.check()
        assert "✗ Not yet: 0 of 3 tests pass" in it.text
        assert "double(4)" in it.text
        assert "expected  8" in it.text
        assert "✗  zero stays zero" in it.text
        assert "Printed" in it.text
        assert [it.verdict for it in it.app.session.attempts(EXERCISE)] == ["failed"]
        assert screen.editor.has_focus


@pytest.mark.usefixtures("patient")
async def test_the_leading_diagnosis_is_told(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(PRINTS)
        await it.check("ctrl+j")
        report = screen.results.report
        assert report is not None
        assert report.diagnosis
        words = report.diagnosis[0].text.replace("`", "").split()
        assert " ".join(words[:4]) in " ".join(it.text.split())


@pytest.mark.usefixtures("patient")
async def test_a_program_that_never_ends_shows_its_line_and_variables(
    open_app: Any, own_course: Locations
) -> None:
    file = own_course.exercises / "basics" / "double" / "exercise.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "timeout: 1\n", encoding="utf-8")
    async with open_app(own_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(NEVER_ENDS)
        await it.check()
        assert screen.results.report is not None
        assert screen.results.report.verdict is Verdict.TIMEOUT
        assert "■ The code did not end in time" in it.text
        assert "n = 4" in it.text
