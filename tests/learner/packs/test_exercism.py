"""Exercism exercises as they come: what is missing or leads out is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.catalogue import Catalogue
from course.errors import CourseError
from course.learner.packs.adding import add
from course.locations import Locations
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
