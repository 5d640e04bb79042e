"""Exercism exercises as they come: what is missing or leads out is said."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
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


def _made(small_course: Locations, folder: Path) -> tuple[str, Path]:
    """The exercise that became of a folder: its brief, and where it is."""
    name = add(small_course, Catalogue.open(small_course), folder).name
    catalogue = Catalogue.open(small_course)
    [ident] = [it for it in catalogue.exercises if it.startswith(f"{name}/")]
    exercise = catalogue.exercise(ident)
    return exercise.source.brief, exercise.folder


def test_the_brief_is_the_instructions_else_the_blurb_else_the_title(
    small_course: Locations, tmp_path: Path
) -> None:
    folder = look_alike.exercise(
        tmp_path / "greet-people",
        _dot_docs__instructions_dot_append_dot_md="# Instructions append\n\nTwice.\n",
    )
    assert _made(small_course, folder)[0] == "Greet whoever comes.\n\nTwice."
    shutil.rmtree(folder / ".docs")
    assert _made(small_course, folder)[0] == "Greet people."
    (folder / ".meta/config.json").write_text(_meta(), encoding="utf-8")
    assert _made(small_course, folder)[0] == "Greet People"


def test_which_files_go_beside_an_exercise(small_course: Locations, tmp_path: Path) -> None:
    meta = _meta(
        solution=["greet_people.py", "notes.txt"],
        test=["check.py", "data.json", "empty_test.py"],
        editor=["helper.py"],
        exemplar=[".meta/exemplar.py"],
    )
    folder = look_alike.exercise(
        tmp_path / "greet-people",
        _dot_meta__config_dot_json=meta,
        _dot_meta__exemplar_dot_py="def greet(name):\n    return 1\n",
        check_dot_py="async def test_it():\n    pass\n",
        data_dot_json="{}",
        empty_test_dot_py="x = 1\n",
        helper_dot_py="y = 1\n",
        more_dot_csv="a,b\n",
        _dot_hidden="no",
        folder__inside_dot_py="no",
    )
    _, place = _made(small_course, folder)
    assert (place / "solution.py").read_text("utf-8") == "def greet(name):\n    return 1\n"
    names = {it.relative_to(place).as_posix() for it in place.rglob("*") if it.is_file()}
    beside = {"data.json", "empty_test.py", "helper.py", "more.csv", "greet_people_test.py"}
    assert names == {
        *("exercise.yaml", "solution.py", "starter.py", "check_test.py"),
        *(f"beside/{name}" for name in beside),
    }


@pytest.mark.parametrize(
    ("theirs", "ours"), [(-3, 1), (0, 1), (1, 1), (2, 1), (3, 2), (6, 3), (9, 5), (10, 5), (99, 5)]
)
def test_ten_difficulties_become_five(
    small_course: Locations, tmp_path: Path, theirs: int, ours: int
) -> None:
    root = look_alike.track(tmp_path / "snake")
    lines = {"practice": [{"slug": "greet-people", "difficulty": theirs}]}
    (root / "config.json").write_text(json.dumps({"exercises": lines}), encoding="utf-8")
    add(small_course, Catalogue.open(small_course), root)
    exercise = Catalogue.open(small_course).exercise("snake/greet_people")
    assert (exercise.source.difficulty, exercise.source.minutes) == (ours, 15)


SKIPPED = """\
import unittest


class T(unittest.TestCase):
    def test_one(self):
        pass

    @unittest.skip
    def test_two(self):
        pass

    @other
    @unittest.skip("extra")
    def test_three(self):
        pass

    @unittest.expectedFailure
    def test_four(self):
        pass
"""


def test_tests_that_their_author_skips_are_left_out() -> None:
    left = exercism._without_skipped(SKIPPED)
    assert re.findall(r"def (\w+)|@(\S+)", left) == [
        ("test_one", ""), ("", "unittest.expectedFailure"), ("test_four", ""),
    ]  # fmt: skip
    assert "        pass\n\n\n\n    @unittest.expectedFailure\n    def test_four" in left
    assert "@" not in left.partition("@unittest.expectedFailure")[0]
    assert exercism._without_skipped("def test(:\n") == "def test(:\n"


def test_each_item_of_a_list_is_a_hint_and_twelve_are_enough(tmp_path: Path) -> None:
    assert list(exercism._hints(tmp_path)) == []
    items = "".join(f"- Hint {number}\n" for number in range(1, 15))
    (tmp_path / "hints.md").write_text(f"# Hints\n\nText.\n\n{items}", encoding="utf-8")
    assert list(exercism._hints(tmp_path)) == [f"Hint {number}" for number in range(1, 13)]
    text = "* First\n  goes on\n- Second\n# Heading\n- Third\n\nText.\n"
    (tmp_path / "hints.md").write_text(text, encoding="utf-8")
    assert list(exercism._hints(tmp_path)) == ["First goes on", "Second", "Third"]


@pytest.mark.parametrize(
    ("tests", "has"),
    [
        ("def test_it():\n", True),
        ("class T:\n    async def test_it(self):\n", True),
        ("x = 1\n# def test_it\n", False),
        ("def tests_later(): 1\n", True),
        ("def helper():\n", False),
    ],
)
def test_a_file_of_tests_has_tests(tmp_path: Path, tests: str, has: bool) -> None:
    (tmp_path / "t.py").write_text(tests, encoding="utf-8")
    assert exercism._has_tests(tmp_path / "t.py") is has


def test_a_document_begins_after_its_heading(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("\n# Introduction\nOne.\n# Introduction\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# Instructions\n \n", encoding="utf-8")
    (tmp_path / "c.md").write_text("# Other\n\nThree.\n", encoding="utf-8")
    names = ("a.md", "b.md", "gone.md", "c.md")
    assert exercism._document(tmp_path, *names) == ("One.\n# Introduction\n\n# Other\n\nThree.")


def test_an_exercise_that_no_list_names_is_called_by_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "two-fer"
    assert not exercism.is_exercise(folder)
    (folder / ".meta").mkdir(parents=True)
    (folder / ".meta/config.json").write_text("{\n}", encoding="utf-8")
    assert exercism.is_exercise(folder)
    made = exercism.exercise(folder, None)  # type: ignore[arg-type]
    assert (made.name, made.title) == ("two-fer", "Two Fer")
    assert "missing required field `files`" in made.why_not
    assert exercism.name_of(folder) == ""
