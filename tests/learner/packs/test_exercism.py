"""Exercism exercises as they come: what is missing or leads out is said."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from course.catalogue import Catalogue
from course.catalogue.exercises import reference
from course.checking import Checker
from course.errors import CourseError
from course.learner.packs.adding import add
from course.locations import Locations
from course.model import Verdict
from tests.learner.packs import look_alike


def _meta(**files: list[str]) -> str:
    known = {
        "solution": ["greet_people.py"],
        "test": ["greet_people_test.py"],
        "example": [".meta/example.py"],
    }
    return json.dumps({"files": {**known, **files}})


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"_dot_meta__example_dot_py": None}, "its file .meta/example.py is not there"),
        ({"_dot_meta__config_dot_json": _meta(test=["../x_test.py"])}, "leads out of its folder"),
        ({"_dot_meta__config_dot_json": _meta(solution=["/etc/x.py"])}, "leads out of its folder"),
        ({"_dot_meta__config_dot_json": _meta(solution=["a.py", "b.py"])}, "2 files to write"),
        ({"_dot_meta__config_dot_json": _meta(example=[])}, "names no example"),
        ({"_dot_meta__config_dot_json": "[" * 9000}, "JSON is malformed|Expected `object`"),
        ({"greet_people_test_dot_py": "x = 1\n"}, "no tests in its test files"),
    ],
)
def test_a_broken_exercise_is_refused_in_words(
    small_course: Locations, tmp_path: Path, files: dict[str, str | None], words: str
) -> None:
    with pytest.raises(CourseError, match=words):
        add(
            small_course,
            Catalogue.open(small_course),
            look_alike.exercise(tmp_path / "greet-people", **files),
        )
    assert list(small_course.packs.iterdir()) == []


TANGLED = """\
def greet(name):
    if name is not None:
        if len(name) > 0:
            if name != "":
                return "Hello, " + name + "!"
            else:
                return "Hello!"
        else:
            return "Hello!"
"""


@pytest.mark.parametrize(
    ("blurb", "stub", "kind"),
    [
        ("Refactor a greeting.", TANGLED, "refactor"),
        ("Greet, then refactor.", TANGLED, "write"),
        ("Refactor a greeting.", "def greet(name:\n", "write"),
        ("Refactor a greeting.", look_alike.EXAMPLE, "write"),
    ],
)
def test_a_stub_that_works_already_is_there_to_be_refactored(
    small_course: Locations, tmp_path: Path, blurb: str, stub: str, kind: str
) -> None:
    meta = json.dumps({**json.loads(_meta()), "blurb": blurb})
    files = {"_dot_meta__config_dot_json": meta, "greet_people_dot_py": stub}
    add(
        small_course,
        Catalogue.open(small_course),
        look_alike.exercise(tmp_path / "greet-people", **files),
    )
    exercise = Catalogue.open(small_course).exercise("greet-people/greet_people")
    assert exercise.source.kind == kind
    limits = exercise.source.rules.limits
    assert (limits.complexity if limits else None) == (3 if kind == "refactor" else None)
    asked = "at most 3 ways through the most complicated function"
    assert (asked in exercise.source.brief) == (kind == "refactor")


def test_a_refactoring_is_done_when_the_code_is_simpler(
    small_course: Locations, tmp_path: Path
) -> None:
    meta = json.dumps({**json.loads(_meta()), "blurb": "Refactor a greeting."})
    files = {"_dot_meta__config_dot_json": meta, "greet_people_dot_py": TANGLED}
    source = look_alike.exercise(tmp_path / "greet-people", **files)
    add(small_course, Catalogue.open(small_course), source)
    exercise = Catalogue.open(small_course).exercise("greet-people/greet_people")

    async def verdicts() -> list[Verdict]:
        async with Checker() as checker:
            both = reference(exercise), exercise.starter
            return [(await checker.check(exercise, one)).verdict for one in both]

    assert asyncio.run(verdicts()) == [Verdict.PASSED, Verdict.FAILED]
