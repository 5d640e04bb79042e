"""A pack that is made: its names, what an exercise practises, the lessons through it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml

from course.errors import WrongUse
from course.learner.packs.folder import Made, Maker, identifier
from course.model import Concept


def maker(root: Path, *constructs: str) -> Maker:
    """One for a pack `tea`, with a concept for each of those constructs."""
    concepts = {
        f"c_{it}": msgspec.convert({"name": it, "means": "M.", "constructs": [it]}, Concept)
        for it in constructs
    }
    return Maker(root, "tea", concepts)


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Two Fer.zip", "two-fer-zip"),
        ("--A__b 9--", "a-b-9"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 60),
        ("café", "caf"),
    ],
)
def test_a_name_becomes_an_id(name: str, ident: str) -> None:
    assert identifier(name) == ident


def test_a_name_of_signs_is_none() -> None:
    with pytest.raises(WrongUse, match="'!é!' has no letter or digit"):
        identifier("!é!")


def test_each_exercise_has_a_folder_of_its_own(tmp_path: Path) -> None:
    make = maker(tmp_path)
    assert make.folder("Two-Fer") == tmp_path / "exercises/tea/two_fer"
    assert (tmp_path / "exercises/tea/two_fer").is_dir()
    with pytest.raises(WrongUse, match="there are two exercises called two_fer"):
        make.folder("two fer")


def test_what_an_exercise_practises_is_read_off_its_solution(tmp_path: Path) -> None:
    used = ("def", "return", "for_loop", "if", "while_loop", "f_string", "lambda", "try", "with")
    make = maker(tmp_path, *used, "class")
    source = (
        "def f(a):\n    for b in a:\n        if b:\n            return f'{b}'\n"
        "    while a:\n        try:\n            with a:\n                lambda: 1\n"
        "        except ValueError:\n            pass\n"
    )
    assert make.practised(source) == tuple(f"c_{it}" for it in used[1:]), "the last eight"
    assert make.practised("def f(a):\n    return a\n") == ("c_def", "c_return")
    assert make.practised("def f(:\n") == ()


def test_an_exercise_is_written_with_its_solution_and_its_starter(tmp_path: Path) -> None:
    make = maker(tmp_path, "def")
    for kind in ("write", "refactor"):
        folder = make.folder(kind)
        more = {"kind": kind} if kind != "write" else {}
        make.exercise(folder, solution="def f(): 1\n", starter="é = 1\n", title="T", **more)
        document = yaml.safe_load((folder / "exercise.yaml").read_text("utf-8"))
        assert document == {"kind": kind, "practises": ["c_def"], "title": "T"}
        assert (folder / "solution.py").read_text("utf-8") == "def f(): 1\n"
        assert (folder / "starter.py").read_text("utf-8") == "é = 1\n"


def test_a_lesson_leads_through_five_exercises(tmp_path: Path) -> None:
    made = [Made(it, it.upper()) for it in "abcd"]
    made += [Made("e", "E", before="Read this.", minutes=21), Made("f", "F", minutes=0)]
    maker(tmp_path).lessons("Tea Time", made)
    assert {
        file.relative_to(tmp_path / "lessons").as_posix(): yaml.safe_load(file.read_text("utf-8"))
        for file in (tmp_path / "lessons").rglob("*.yaml")
    } == {
        "course.yaml": {"title": "Tea Time", "modules": ["tea"]},
        "tea/module.yaml": {"title": "Tea Time", "can_do": "Exercises from Tea Time."},
        "tea/001-part-1.yaml": {
            "title": "A to E",
            "minutes": 60,
            "summary": "Exercises from Tea Time.",
            "steps": [
                *({"exercise": f"tea/{it}"} for it in "abcd"),
                {"text": "Read this."},
                {"exercise": "tea/e"},
            ],
        },
        "tea/002-part-2.yaml": {
            "title": "F",
            "minutes": 1,
            "summary": "Exercises from Tea Time.",
            "steps": [{"exercise": "tea/f"}],
        },
    }


def test_the_minutes_of_a_lesson_are_those_of_its_exercises(tmp_path: Path) -> None:
    maker(tmp_path).lessons("Tea", [Made("a", "A"), Made("b", "B", minutes=3)])
    lesson = yaml.safe_load((tmp_path / "lessons/tea/001-part-1.yaml").read_text("utf-8"))
    assert lesson["minutes"] == 13
