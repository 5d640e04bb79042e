"""Exercism exercises as they come: what is missing or leads out is said."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from course.catalogue import Catalogue
from course.catalogue.exercises import reference
from course.checking import Checker
from course.errors import CourseError, WrongUse
from course.learner.packs import exercism
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


LONG = "def f(a):\n    b = a\n    c = b\n    return c\n"
SHORT = "def f(a):\n    return a\n"


def test_what_code_has_to_come_down_to() -> None:
    assert exercism._limits(LONG, SHORT) == {"function_lines": 3}
    assert exercism._limits(SHORT, LONG) == {}
    assert exercism._limits("def f(:", SHORT) == {}
    assert exercism._asked({"function_lines": 3, "complexity": 2}) == (
        "You are done when the tests still pass and the code has\n\n"
        "- at most 3 lines in the longest function\n"
        "- at most 2 ways through the most complicated function"
    )


def test_files_of_an_exercise_are_its_own(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.py").touch()
    assert exercism._inside(tmp_path, "a/b.py") == tmp_path / "a/b.py"
    for name in ("/a", "../a", "a/../../b", "a\\b", "c:a"):
        with pytest.raises(WrongUse, match="leads out of its folder"):
            exercism._inside(tmp_path, name)
    with pytest.raises(WrongUse, match="its file a is not there"):
        exercism._inside(tmp_path, "a")


def test_the_exercises_of_a_track_come_in_its_order_and_then_by_difficulty(tmp_path: Path) -> None:
    lines = {
        "concept": [{"slug": "second", "name": "The Second"}, {"slug": "first", "name": "First"}],
        "practice": [
            {"slug": "hard", "name": "Hard", "difficulty": 9},
            {"slug": "easy-one", "name": "", "difficulty": 1},
            {"slug": "also", "name": "Also", "difficulty": 1},
        ],
    }
    config = json.dumps({"language": "Snake", "slug": "snake", "exercises": lines})
    (tmp_path / "config.json").write_text(config, encoding="utf-8")
    for kind, names in (
        ("concept", ("first", "second")),
        ("practice", ("hard", "easy-one", "also", "unknown")),
    ):
        for name in names:
            folder = tmp_path / "exercises" / kind / name / ".meta"
            folder.mkdir(parents=True)
            (folder / "config.json").write_text("{", encoding="utf-8")
    made = list(exercism.exercises(tmp_path, None))  # type: ignore[arg-type]
    assert [one.name for one in made] == ["second", "first", "also", "easy-one", "hard", "unknown"]
    assert [one.title for one in made[:4]] == ["The Second", "First", "Also", "Easy One"]
    assert all(one.why_not for one in made)
    assert exercism.is_track(tmp_path)
    assert not exercism.is_track(tmp_path / "exercises")
    assert exercism.name_of(tmp_path) == "exercism-snake"
    (tmp_path / "config.json").write_text("[", encoding="utf-8")
    assert exercism.name_of(tmp_path) == ""
