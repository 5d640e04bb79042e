"""A class without a server: whose files are found in a folder, and how what was found is told."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from pathlib import Path

import msgspec
import pytest

from course.catalogue import Catalogue
from course.learner import classroom
from course.learner.classroom import CheckedWork, Class, handed_in
from course.learner.mixed_up import MixUps
from course.locations import Locations
from course.model import CheckReport, Diagnosis, TestResult, Verdict
from course.worker.limits import FILE_BYTES
from tests.project_of_files import write_project


def _write(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("def double(n):\n    return n\n", encoding="utf-8")
    return folder


def _whose(folder: Path, catalogue: Catalogue, only: str = "") -> list[tuple[str, str]]:
    one = catalogue.exercise(only) if only else None
    work, _ = handed_in(folder, catalogue, one)
    return [(it.learner, it.exercise.id) for it in work]


def test_each_learner_has_a_folder_laid_out_as_they_like(
    small_course: Locations, tmp_path: Path
) -> None:
    folder = _write(
        tmp_path / "class",
        "Amira/basics/double.py",
        "Amira/basics/label.py",
        "jonas/week 1/double.py",
        "jonas/week 1/notes.py",
        "jonas/week 1/test_double.py",
        "jonas/.venv/double.py",
    )
    catalogue = Catalogue.open(small_course)
    assert _whose(folder, catalogue) == [
        ("Amira", "basics/double"),
        ("Amira", "basics/label"),
        ("jonas", "basics/double"),
    ]
    _, left_out = handed_in(folder, catalogue)
    assert left_out == [("jonas/week 1/notes.py", "no exercise has a file of that name")]


def test_with_one_exercise_a_file_for_each_learner_is_enough(
    small_course: Locations, tmp_path: Path
) -> None:
    folder = _write(tmp_path / "class", "amira.py", "jonas.py", "mei/double.py", "mei/other.py")
    whose = _whose(folder, Catalogue.open(small_course), "basics/double")
    assert whose == [(name, "basics/double") for name in ("amira", "jonas", "mei")]


def test_a_second_file_for_the_same_exercise_is_told(
    small_course: Locations, tmp_path: Path
) -> None:
    folder = _write(tmp_path / "class", "mei/a/double.py", "mei/b/double.py")
    work, left_out = handed_in(folder, Catalogue.open(small_course))
    assert [it.file.relative_to(folder).as_posix() for it in work] == ["mei/a/double.py"]
    assert left_out == [("mei/b/double.py", "mei has another file for basics/double")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_out_is_not_read(small_course: Locations, tmp_path: Path) -> None:
    folder = _write(tmp_path / "class", "mei/label.py")
    _write(tmp_path, "secret/double.py")
    (folder / "mei/double.py").symlink_to(tmp_path / "secret/double.py")
    assert _whose(folder, Catalogue.open(small_course)) == [("mei", "basics/label")]


def test_a_file_that_cannot_be_read_is_left_out_with_why(
    small_course: Locations, tmp_path: Path
) -> None:
    folder = _write(tmp_path / "class", "mei/label.py")
    (folder / "mei/double.py").write_bytes(b"#" * (FILE_BYTES + 1))
    work, [(place, why)] = handed_in(folder, Catalogue.open(small_course))
    assert ([it.exercise.id for it in work], place) == (["basics/label"], "mei/double.py")
    assert "is too large" in why
    assert "\n" not in why


MISCONCEPTIONS = """\
returning:
  name: Printing and returning
  words: You print a value where the caller needs it.
  apart: One shows it, the other gives it back.
  question: basics/functions#3
  mistakes: [basics/double/prints]
"""


def test_a_report_becomes_a_line_with_the_mistake_and_what_is_mixed_up(
    own_course: Locations, tmp_path: Path
) -> None:
    (own_course.lessons / "misconceptions.yaml").write_text(MISCONCEPTIONS, encoding="utf-8")
    catalogue = Catalogue.open(own_course)
    folder = _write(tmp_path / "class", "mei/double.py")
    [work], _ = handed_in(folder, catalogue)
    tests = tuple(TestResult(name=it, id=it, outcome=it) for it in ("passed", "failed", "failed"))  # type: ignore[arg-type]
    told = (
        Diagnosis(kind="facts", text="Two tests."),
        Diagnosis(kind="mistake", text="You print\nit.", name="prints"),
    )
    report = CheckReport("basics/double", Verdict.FAILED, tests, told)
    line = classroom.found(work, folder, report, MixUps(catalogue))
    assert (line.learner, line.file, line.verdict) == ("mei", "mei/double.py", "failed")
    assert (line.passed, line.tests, line.mistake, line.words) == (1, 3, "prints", "You print it.")
    assert line.misconception == "returning"
    assert line.mixed_up == "Printing and returning. One shows it, the other gives it back."
    assert line.taught_in == "basics/functions"
    nothing = CheckReport("basics/double", Verdict.FAILED, tests, told[:1])
    assert not classroom.found(work, folder, nothing, MixUps(catalogue)).misconception


def _found(learner: str, verdict: str, mistake: str = "") -> CheckedWork:
    mixed = ("returning", "Printing. One shows it.", "basics/functions")
    return CheckedWork(
        learner,
        "basics/double",
        "Twice as many",
        "f.py",
        verdict,
        4 if verdict == "passed" else 1,
        4,
        mistake,
        f"You did {mistake}." if mistake else "",
        *(mixed if mistake == "prints" else ()),
    )


EVERYBODY = Class(
    (
        _found("Amira", "passed"),
        _found("=cmd|x", "failed", "prints"),
        _found("Mei_1", "failed", "prints"),
        _found("Rui", "timeout", "no_end"),
    ),
    (("x/odd.py", "no exercise has a file of that name"),),
)


def test_a_person_reads_who_what_and_which_mistake() -> None:
    assert classroom.summary(EVERYBODY) == (
        "4 learners, 1 exercise, 1 of 4 files passed.\n\n## Who\n\n"
        "- **Amira**: 1 of 1 passed\n"
        "- **=cmd|x**: 0 of 1 passed\n"
        "  - Twice as many (`basics/double`): Not yet: 1 of 4 tests pass. You did prints.\n"
        "- **Mei\\_1**: 0 of 1 passed\n"
        "  - Twice as many (`basics/double`): Not yet: 1 of 4 tests pass. You did prints.\n"
        "- **Rui**: 0 of 1 passed\n"
        "  - Twice as many (`basics/double`): The code did not end in time. You did no_end.\n\n"
        "## What is mixed up, and by whom\n\n"
        "- 2 learners (=cmd|x, Mei\\_1): Printing. One shows it. Lesson: `basics/functions`.\n\n"
        "## Which mistakes, and whose\n\n"
        "- 2 learners (=cmd|x, Mei\\_1): Twice as many: You did prints.\n"
        "- 1 learner (Rui): Twice as many: You did no_end.\n\n"
        "## Not checked\n\n- `x/odd.py`: no exercise has a file of that name\n"
    )


def test_the_same_is_written_for_spreadsheets_and_programs(tmp_path: Path) -> None:
    files = classroom.write(EVERYBODY, tmp_path / "out")
    assert [file.name for file in files] == ["summary.md", "summary.csv", "summary.json"]
    rows = list(csv.DictReader(io.StringIO(files[1].read_text(encoding="utf-8"))))
    assert [row["learner"] for row in rows] == ["Amira", "'=cmd|x", "Mei_1", "Rui"]
    assert [row["mistake"] for row in rows] == ["", "prints", "prints", "no_end"]
    assert [row["misconception"] for row in rows] == ["", "returning", "returning", ""]
    read = json.loads(files[2].read_text(encoding="utf-8"))
    assert msgspec.convert(read, Class) == EVERYBODY


def test_hidden_files_and_other_endings_are_nobodys(
    small_course: Locations, tmp_path: Path
) -> None:
    folder = _write(
        tmp_path / "class",
        ".double.py",
        "__pycache__/double.py",
        "mei/.hidden/double.py",
        "mei/__cache/double.py",
        "mei/double.txt",
        "mei/_double.py",
    )
    catalogue = Catalogue.open(small_course)
    assert _whose(folder, catalogue) == []
    _, left_out = handed_in(folder, catalogue)
    assert left_out == []
    assert _whose(folder, catalogue, "basics/double") == []
    _write(folder, "notes.txt", "deep/er/double.py", "deep/er/own.py")
    assert _whose(folder, catalogue, "basics/double") == [("deep", "basics/double")]


def test_the_folder_of_a_module_tells_which_exercise_is_meant(
    small_course: Locations, tmp_path: Path
) -> None:
    folder = _write(tmp_path / "class", "double.py", "mei/loops/double.py", "ann/basics/double.py")
    whose = _whose(folder, Catalogue.open(small_course))
    assert whose == [(name, "basics/double") for name in ("ann", "class", "mei")]


@pytest.fixture
def with_a_package(own_course: Locations) -> Catalogue:
    """The small course with a project of several files."""
    write_project(own_course.content, "loops", "02-loops/01-for.yaml")
    return Catalogue.open(own_course)


@pytest.mark.parametrize(
    ("names", "only", "whose", "left_out"),
    [
        # The name of a file counts, and of a folder its name alone.
        (["mei/double/notes.py"], "", [], ["mei/double/notes.py"]),
        (["mei/double.txt", "mei/label"], "", [], []),
        (["mei/none/double.py"], "", ["mei basics/double"], []),
        (["zoe/label.py", "Ann/label.py", "bo/label.py"], "", ["Ann", "bo", "zoe"], []),
        (
            ["mei/total_weight.py", "mei/label.py", "mei/double.py"],
            "",
            ["mei basics/double", "mei basics/label", "mei loops/total_weight"],
            [],
        ),
        (["mei/odd.txt", "mei/test_odd.py", "mei/_odd.py", "mei/odd.py"], "", [], ["mei/odd.py"]),
        # With one exercise: a file that lies there by itself, or has its name.
        (["mei.py", "mei.txt", "ann/double.txt"], "basics/double", ["mei basics/double"], []),
        (["a/b/c/double.py"], "basics/double", ["a basics/double"], []),
        # A package is a folder, whose name counts.
        (
            [
                "mei/van_plan/core.py",
                "mei/van_plan/more.py",
                "ann/x/van_plan/core.py",
                "bo/van_plan.py",
            ],
            "",
            ["ann loops/van_plan", "mei loops/van_plan"],
            ["bo/van_plan.py"],
        ),
        (
            ["mei/core.py", "ann/van_plan/core.py", "own.py"],
            "loops/van_plan",
            ["ann loops/van_plan", "mei loops/van_plan"],
            ["own.py"],
        ),
    ],
)
def test_whose_file_is_for_which_exercise(
    with_a_package: Catalogue,
    tmp_path: Path,
    names: list[str],
    only: str,
    whose: list[str],
    left_out: list[str],
) -> None:
    folder = _write(tmp_path / "class", *names)
    one = with_a_package.exercise(only) if only else None
    work, told = handed_in(folder, with_a_package, one)
    got = [f"{it.learner} {it.exercise.id}" for it in work]
    assert got == [it if " " in it else f"{it} basics/label" for it in whose]
    assert [place for place, _ in told] == left_out


def test_of_two_exercises_of_one_name_the_folder_of_the_module_tells_which(
    own_course: Locations, tmp_path: Path
) -> None:
    shutil.copytree(own_course.exercises / "basics/double", own_course.exercises / "loops/double")
    catalogue = Catalogue.open(own_course)
    folder = _write(
        tmp_path / "class", "basics/double.py", "mei/loops/double.py", "ann/double.py", "double.py"
    )
    assert _whose(folder, catalogue) == [("basics", "basics/double"), ("mei", "loops/double")]
    _, left_out = handed_in(folder, catalogue)
    assert [place for place, _ in left_out] == ["double.py", "ann/double.py"]


def test_who_has_two_files_for_an_exercise_is_told_and_a_long_reason_is_cut(
    small_course: Locations, tmp_path: Path
) -> None:
    catalogue = Catalogue.open(small_course)
    deep = "/".join(["a" * 60] * 6)
    folder = _write(tmp_path / "class", "mei/label.py", f"mei/{deep}/ok.txt")
    (folder / f"mei/{deep}/double.py").write_bytes(b"#" * (FILE_BYTES + 1))
    _, [(_, why)] = handed_in(folder, catalogue)
    assert (len(why), why[-3:]) == (303, "...")
    assert classroom._plain("*a*_b_ `c`") == "\\*a\\*\\_b\\_ 'c'"
    for value in ("=a", "+a", "-a", "@a", "\ta", "\ra"):
        assert classroom._cell(value) == f"'{value}"
    assert [classroom._cell(it) for it in ("a=", 3, "")] == ["a=", 3, ""]


@pytest.mark.parametrize(
    ("kind", "mistake"),
    [
        ("facts", ""),
        ("cannot_start", "cannot_start"),
        ("rule", "rule"),
        ("symptom", "symptom"),
        ("mistake", "mistake"),
    ],
)
def test_what_is_told_of_a_file_is_its_first_cause(
    small_course: Locations, tmp_path: Path, kind: str, mistake: str
) -> None:
    catalogue = Catalogue.open(small_course)
    folder = _write(tmp_path / "class", "mei/double.py")
    [work], _ = handed_in(folder, catalogue)
    told = (Diagnosis(kind=kind, text="So."), Diagnosis(kind="rule", text="Later.", name="late"))  # type: ignore[arg-type]
    report = CheckReport("basics/double", Verdict.FAILED, (), told[: 1 if mistake else 0])
    line = classroom.found(work, folder, report, MixUps(catalogue))
    assert (line.mistake, line.words) == (mistake, "So." if mistake else "")
    assert (line.misconception, line.mixed_up, line.taught_in) == ("", "", "")
    assert line.title == "Twice as many"
    both = CheckReport("basics/double", Verdict.FAILED, (), told)
    assert classroom.found(work, folder, both, MixUps(catalogue)).mistake == (mistake or "late")
