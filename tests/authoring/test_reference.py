"""The gate runs the reference's examples and follows what its entries point at."""

from __future__ import annotations

from course.authoring import gatekeeper
from course.catalogue.reference import files
from course.locations import Locations


def told(own_course: Locations, old: str, new: str) -> list[str]:
    (file,) = files(own_course.lessons)
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    findings = gatekeeper.run(("reference",), own_course, fresh=True)
    return [f"{it.line}: {it.text}" for it in findings.problems]


def test_nothing_is_said_of_what_is_right(own_course: Locations) -> None:
    assert told(own_course, "", "") == []


def test_an_output_that_is_not_printed_is_told_with_its_line(own_course: Locations) -> None:
    (problem,) = told(own_course, "['a', 'b', 'c']", "['a', 'b c']")
    assert problem.startswith("18: `re.split`: Python prints ['a', 'b', 'c'], not ['a', 'b c']")


def test_names_that_are_not_there_are_told(own_course: Locations) -> None:
    (problem,) = told(own_course, "see: [str.split]", "see: [str.cut]")
    assert problem == "20: the reference has no `str.cut`; add it, or leave it out"
    (problem, _) = told(own_course, "lesson: basics/functions", "lesson: basics/gone")
    assert problem == "10: there is no lesson basics/gone; name one, or none"


def test_a_name_twice_and_a_long_line_are_told(own_course: Locations) -> None:
    problems = told(own_course, "name: re.split", "name: str.split")
    assert "12: `str.split` is in names.yaml already; keep one of them" in problems
    problems = told(own_course, "import re", f"import re  # {'long ' * 20}")
    assert any(it.startswith("15: a line has 113 columns") for it in problems)
