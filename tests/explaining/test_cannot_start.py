"""Files whose tests cannot begin: names, parameters, imports, what runs while a file is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from course.explaining.cannot_start import cannot_start
from course.explaining.evidence import Evidence
from course.model import (
    CheckReport,
    ExceptionInfo,
    Exercise,
    ExerciseSource,
    Frame,
    Stuck,
    Verdict,
)
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


def of_report(source: str, folder: Path, **more: Any) -> list[tuple[str, int | None, str]]:
    """What is told of a file with a report of its own."""
    exercise = Exercise("own/lesson", folder, ExerciseSource("Own", "write", "-"), "lesson", "", ())
    report = CheckReport(exercise.id, **{"verdict": Verdict.ERROR, **more})
    told = cannot_start(Evidence(report, exercise, source))
    return [(it.name or "", it.line, it.text) for it in told]


def loading(type_: str, message: str, *frames: Frame) -> dict[str, ExceptionInfo]:
    return {"exception": ExceptionInfo(type_, message, frames)}


OWN = Frame("lesson.py", 2, "", "import lesson")


@pytest.mark.parametrize(
    "message", ["No module named 'lesson'", "cannot import name 'f' from 'lesson' (x)"]
)
def test_a_file_that_imports_itself(message: str, tmp_path: Path) -> None:
    [(name, line, says)] = of_report(
        "x = 1\nimport lesson\n", tmp_path, **loading("ImportError", message, OWN)
    )
    assert (name, line) == ("imports_itself", 2)
    assert says == (
        "Line 2, `import lesson`, imports your own file into itself. What is in it is there "
        "without that: leave the line out."
    )


def test_two_files_that_import_each_other(tmp_path: Path) -> None:
    other = Frame("shop.py", 5, "", " from lesson import f ")
    raised = loading("ImportError", "cannot import name 'f' from 'lesson' (x)", OWN, other)
    [(name, line, says)] = of_report("x = 1\nimport shop\n", tmp_path, **raised)
    assert (name, line) == ("imports_in_a_circle", 2)
    assert says.startswith(
        "Line 2, `import shop`, waits for a file that waits for yours: shop.py says `from lesson "
        "import f` on its line 5, and your file is loaded only as far as the line that asked."
    )


@pytest.mark.parametrize("library", ["flask", "uvicorn", "fastapi", "math"])
def test_a_server_is_no_part_of_a_file_that_is_loaded(library: str, tmp_path: Path) -> None:
    source = f"import {library}\napp = 1\napp.run()\n"
    started = loading("OSError", "no sockets", Frame("lesson.py", 3, "", "app.run()"))
    stuck = {"verdict": Verdict.TIMEOUT, "stuck": Stuck(line=3, code="app.run()")}
    for more in (started, stuck):
        [(name, line, says)] = of_report(source, tmp_path, **more)
        assert (name == "server_on_load") == (library != "math")
        assert line == 3
        if library != "math":
            assert says == (
                "Line 3, `app.run()`, starts a server as soon as the file is loaded. The tests "
                'ask your app without one. Such a line belongs under `if __name__ == "__main__":`.'
            )


@pytest.mark.parametrize(
    ("more", "is_told"),
    [
        ({}, True),
        ({"test": "test_one"}, False),
        ({"call": "f(1)"}, False),
        ({"function": "f"}, False),
        ({"line": None}, False),
    ],
)
def test_a_file_that_does_not_come_to_its_end(
    more: dict[str, Any], is_told: bool, tmp_path: Path
) -> None:
    stuck = Stuck(**{"line": 1, "code": "while True:", **more})
    source = "while True:\n    pass\ndef f(n):\n    return n\n"
    told = of_report(source, tmp_path, verdict=Verdict.TIMEOUT, stuck=stuck)
    assert [it[:2] for it in told] == ([("stuck_on_load", 1)] if is_told else [])
    assert of_report(source, tmp_path, verdict=Verdict.FAILED, stuck=stuck) == []
    if is_told:
        assert told[0][2] == (
            "The tests could not begin: your file did not come to its end. It was still on line "
            "1, `while True:`, which stands outside every function and so runs when the file is "
            "loaded."
        )


def test_a_file_that_is_refused_is_told_in_the_words_of_the_limit(tmp_path: Path) -> None:
    assert of_report("if x\n", tmp_path, limit="It is too large.") == [
        ("refused", None, "It is too large.")
    ]
