"""Files whose tests cannot begin: names, parameters, imports, what runs while a file is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from course.explaining.cannot_start import cannot_start
from course.explaining.evidence import Evidence
from course.model import CheckReport, Exercise, ExerciseSource, Verdict
from tests.checking.door import Door
from tests.explaining.stopping import stopped
from tests.explaining.test_symptoms import leads, make

TESTS = "def test_one():\n    assert f([1, 2], 2) == 1\ndef test_two():\n    assert f([], 1) == 0"

#  the name of what is told, the submission, its line, words that must be said
CASES = [
    ("empty_file", "", None, "Your file is empty. The tests call `f`."),
    ("empty_file", "# I will write f here\n", None, "only comments"),
    ("empty_file", '"""My module."""\n', None, "no code in your file yet"),
    ("name_missing", "def count(xs, x):\n    return 1\n", None, "What your file has is `count`"),
    ("name_missing", "x = 3\n", None, "nothing called `f`"),
    ("name_case", "def F(xs, x):\n    return 1\n", 1, "Uppercase and lowercase letters"),
    (
        "name_nested",
        "def main():\n    def f(xs, x):\n        return 1\n",
        2,
        "only inside the function `main`",
    ),
    (
        "name_nested",
        "class Search:\n    def f(self, xs, x):\n        return 1\n",
        2,
        "only inside the class `Search`",
    ),
    (
        "parameters",
        "def f(xs):\n    return 1\n",
        1,
        "2 arguments; your `f` on line 1 takes 1 argument: `xs`",
    ),
    ("parameters", "def f():\n    return 1\n", 1, "takes no arguments"),
    ("import_missing", "import numpi\ndef f(xs, x):\n    return 1\n", 1, "no module `numpi`"),
    ("import_missing", "import maths\ndef f(xs, x):\n    return 1\n", 1, "a module `math`"),
    (
        "import_name",
        "from math import sqroot\ndef f(xs, x):\n    return 1\n",
        1,
        "nothing called `sqroot`",
    ),
    ("input_on_load", "n = int(input())\ndef f(xs, x):\n    return n\n", 1, "nobody types"),
    ("stops_on_load", "def f(xs, x):\n    return 1\n\nprint(1 / 0)\n", 4, "It divides by `0`"),
    (
        "stops_on_load",
        "def f(xs, x):\n    return xs[x]\n\nprint(f([], 1))\n",
        2,
        "called from line 4",
    ),
    (
        "exit_on_load",
        "import sys\nsys.exit()\ndef f(xs, x):\n    return 1\n",
        2,
        "ends the program",
    ),
    ("colon_missing", "def f(xs, x)\n    return 1\n", 1, "needs a colon"),
    ("refused", "x = 1\0\n", None, "NUL"),
]


@pytest.mark.parametrize(
    ("name", "source", "line", "words"),
    CASES,
    ids=[f"{index}-{case[0]}" for index, case in enumerate(CASES)],
)
def test_says_why_the_tests_could_not_begin(
    door: Door, tmp_path: Path, name: str, source: str, line: int | None, words: str
) -> None:
    report = door.check(make(tmp_path, TESTS), source)
    assert leads(report)[0] == name, report.diagnosis
    assert words in leads(report)[1]
    assert report.diagnosis[0].kind == "cannot_start"
    assert report.diagnosis[0].line == line
    assert len(report.diagnosis) == 1


def test_a_misspelt_name_is_told_beside_what_the_other_tests_found(
    door: Door, tmp_path: Path
) -> None:
    exercise = make(
        tmp_path,
        "from answer import find_sku\n\ndef test_one():\n    assert f(1) == 2\n"
        "def test_two():\n    assert find_sku([]) is None",
    )
    source = "def f(n):\n    return n\n\ndef find_sko(xs):\n    return None\n"
    report = door.check(exercise, source)
    assert leads(report)[0] == "name_misspelt"
    assert leads(report)[1].startswith("The tests call `find_sku`; your file has `find_sko`.")
    assert report.diagnosis[1].kind == "symptom"
    assert "`f(1)`" in report.diagnosis[1].text


def test_an_endless_loop_outside_all_functions_is_told(door: Door, tmp_path: Path) -> None:
    source = "def f(xs, x):\n    return 1\n\nwhile True:\n    pass\n"
    report = door.check(make(tmp_path, TESTS, timeout="0.5"), source)
    assert leads(report)[0] in {"stuck_on_load", "endless_loop"}
    assert "line 4" in leads(report)[1] or "line 5" in leads(report)[1]


GOLDEN = Path(__file__).with_name("golden") / "cannot_start.yaml"


def files() -> list[dict[str, Any]]:
    """The files of the golden file, with what is told of each, and tests that are not `TESTS`."""
    found: list[dict[str, Any]] = yaml.load(
        GOLDEN.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return found


def told_of_start(file: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
    """What is told of a file whose tests may not begin, read here as a worker would load it."""
    tests = folder / "test_lesson.py"
    tests.write_text(f"from lesson import *\n{file.get('tests', TESTS)}", encoding="utf-8")
    exercise = Exercise(
        "own/lesson",
        folder,
        ExerciseSource("Own", "write", "-"),
        "lesson",
        file.get("starter", ""),
        (tests,),
    )
    exception = stopped(file["source"], None, folder) if file.get("stops") else None
    report = CheckReport(exercise.id, Verdict.ERROR, exception=exception)
    told = cannot_start(Evidence(report, exercise, file["source"]))
    return [{"name": it.name, "line": it.line, "says": it.text} for it in told]


@pytest.mark.parametrize(
    "file", files(), ids=lambda file: (file["told"] or [{"name": ""}])[0]["name"]
)
def test_what_is_told_of_a_file(file: dict[str, Any], tmp_path: Path) -> None:
    assert told_of_start(file, tmp_path) == file["told"]
