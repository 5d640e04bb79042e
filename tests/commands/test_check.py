"""`course check`: files, folders and ids; its JSON, its words, its status."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.locations import Locations
from tests.commands.course_command import DOUBLE, GOOD, PRINTS, course, reports, write
from tests.project_of_files import write_project


def test_check_prints_one_object_a_line_in_the_order_of_the_files(
    small_course: Locations, tmp_path: Path
) -> None:
    files = [
        write(tmp_path / "a.py", PRINTS),
        write(tmp_path / "b.py", GOOD),
        write(tmp_path / "c.py", "def double(n)\n    return n\n"),
        write(tmp_path / "d.py", GOOD),
    ]

    done = course("check", "--exercise", DOUBLE, "--json", *files)

    assert done.returncode == 1
    found = reports(done)
    assert [report["file"] for report in found] == [str(file) for file in files]
    assert [report["verdict"] for report in found] == ["failed", "passed", "error", "passed"]
    first = found[0]
    assert first["version"] == 1
    assert first["exercise"] == "basics/double"
    assert first["tests"][0] == {
        "name": "doubles a number",
        "outcome": "failed",
        "call": "double(4)",
        "got": "None",
        "expected": "8",
    }
    assert first["diagnosis"][0]["kind"] == "mistake"
    assert "its caller gets `None`" in first["diagnosis"][0]["text"]
    assert found[2]["diagnosis"][0]["kind"] == "cannot_start"
    assert set(first) >= {"stuck", "printed", "seconds"}


def test_all_passed_ends_with_0(small_course: Locations, tmp_path: Path) -> None:
    done = course("check", "--exercise", DOUBLE, write(tmp_path / "a.py", GOOD))

    assert (done.returncode, done.stderr) == (0, "")
    assert "✓ All" in done.stdout


def test_a_failure_for_people_names_the_call(small_course: Locations, tmp_path: Path) -> None:
    done = course("check", "--exercise", DOUBLE, write(tmp_path / "a.py", PRINTS))

    assert done.returncode == 1
    assert "its caller gets `None`" in done.stdout
    assert "call      double(4)" in done.stdout
    assert "expected  8" in done.stdout


def test_check_of_an_id_makes_the_file_from_the_starter(small_course: Locations) -> None:
    done = course("check", "basics/double")

    assert done.returncode == 1
    own = small_course.workspace / "basics" / "double.py"
    assert own.read_text(encoding="utf-8") == (DOUBLE / "starter.py").read_text(encoding="utf-8")


def test_check_of_a_workspace_file_finds_its_exercise(small_course: Locations) -> None:
    own = write(small_course.workspace / "basics" / "double.py", GOOD)

    assert course("check", own).returncode == 0


def test_check_without_a_name_takes_the_exercise_at_hand(small_course: Locations) -> None:
    write(small_course.workspace / "basics" / "double.py", GOOD)

    assert course("check", "--json").returncode == 0
    assert course("next").stdout.startswith("basics/functions")


def test_check_takes_the_folder_of_a_project_of_several_files(own_course: Locations) -> None:
    folder = write_project(own_course.content, "loops", "02-loops/01-for.yaml")
    solution = course("check", "--exercise", folder, "--json", folder / "solution")
    assert (solution.returncode, reports(solution)[0]["verdict"]) == (0, "passed")
    mine = course("check", "loops/van_plan")
    assert mine.returncode == 1
    assert (own_course.workspace / "loops" / "van_plan" / "weights.py").is_file()
    assert "Milestone 1 of 2: Weigh" in mine.stdout


def test_an_id_wins_over_a_folder_of_that_name(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_course.content / "exercises")
    assert course("check", "basics/double").returncode == 1
