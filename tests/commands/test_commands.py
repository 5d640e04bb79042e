"""The command line as its users meet it: real processes, exit statuses, JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from course.learner.records import Try
from course.learner.store import Store
from course.locations import Locations
from tests.project_of_files import write_project

DOUBLE = Path(__file__).parents[1] / "content" / "exercises" / "basics" / "double"
GOOD = "def double(n):\n    return n * 2\n"
PRINTS = "def double(n):\n    print(n * 2)\n"


def course(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "course", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def reports(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def write(file: Path, text: str | bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_list_has_the_promised_shape(small_course: Locations) -> None:
    done = course("list", "--json")

    assert done.returncode == 0, done.stderr
    listed = json.loads(done.stdout)
    assert listed["modules"][1] == {
        "id": "loops",
        "title": "Loops",
        "lessons": [
            {
                "id": "loops/for",
                "title": "One after the other",
                "exercises": ["loops/total_weight"],
            }
        ],
    }


def test_list_for_people_shows_what_is_passed(small_course: Locations) -> None:
    write(small_course.workspace / "basics" / "double.py", GOOD)
    assert course("check", "basics/double").returncode == 0

    done = course("list")

    assert "✓ basics/double" in done.stdout
    assert "○ basics/label" in done.stdout


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


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "basics/doubel"], "Did you mean `basics/double`?"),
        (["show", "nothing/there"], "There is no"),
        (["check", "--exercise", "/no/such/folder", "x.py"], "no such exercise folder"),
        (["check", "--exercise", str(DOUBLE), "/no/file.py"], "/no/file.py cannot be read"),
        (["check", "--exercise", str(DOUBLE)], "Name the files"),
        (["check", "/no/file.py"], "There is no file /no/file.py"),
        (["lst"], "No such command"),
        (["hint"], "Missing argument"),
        (["progress", "import", "/no/export.json"], "/no/export.json"),
    ],
)
def test_wrong_use_ends_with_2_and_names_the_thing(
    small_course: Locations, arguments: list[str], words: str
) -> None:
    done = course(*arguments)

    assert done.returncode == 2, done.stdout + done.stderr
    assert words in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_broken_content_is_told_with_its_line(own_course: Locations) -> None:
    broken = own_course.exercises / "basics" / "double" / "exercise.yaml"
    write(broken, "title: t\nkind: sing\n")

    done = course("check", "basics/double")

    assert done.returncode == 1
    assert f"{broken}:2:" in done.stderr


def test_a_course_without_lessons_says_what_to_do(own_course: Locations) -> None:
    own_course.lessons.rename(own_course.content / "gone")

    done = course("list")

    assert done.returncode == 1
    assert "install the course again" in done.stderr


def test_hints_come_one_at_a_time(small_course: Locations) -> None:
    assert "Hint 1 of 3" in course("hint", "basics/double").stdout
    assert "Hint 2 of 3" in course("hint", "basics/double").stdout
    assert "Hint 3 of 3" in course("hint", "basics/double").stdout
    assert "no more hints" in course("hint", "basics/double").stdout


def test_reset_keeps_the_learners_version(small_course: Locations) -> None:
    own = write(small_course.workspace / "basics" / "double.py", "# mine\n")

    done = course("reset", "basics/double")

    assert own.read_text(encoding="utf-8") == (DOUBLE / "starter.py").read_text(encoding="utf-8")
    kept = [file for file in own.parent.iterdir() if file.read_text(encoding="utf-8") == "# mine\n"]
    assert len(kept) == 1
    assert str(kept[0]) in done.stdout


def test_progress_travels_and_is_not_doubled(small_course: Locations, tmp_path: Path) -> None:
    write(small_course.workspace / "basics" / "double.py", GOOD)
    course("check", "basics/double")
    file = tmp_path / "progress.json"

    assert course("progress", "export", file).returncode == 0
    again = course("progress", "import", file)

    assert again.stdout.startswith("0 new entries")
    exported = json.loads(file.read_text(encoding="utf-8"))
    assert len(exported["attempts"]) == 1
    assert set(exported) >= {"attempts", "answers", "reviews", "notes"}
    assert json.loads(course("progress", "export", "-").stdout)["attempts"] == exported["attempts"]


def test_show_prints_brief_and_place(small_course: Locations) -> None:
    done = course("show", "basics/double")

    assert "It returns twice the number" in done.stdout
    own = small_course.workspace / "basics" / "double.py"
    assert str(own) in done.stdout
    starter = (small_course.exercises / "basics" / "double" / "starter.py").read_text("utf-8")
    assert own.read_text("utf-8") == starter
    own.write_text("\n", encoding="utf-8")  # an editor was opened at that path and saved
    course("show", "basics/double")
    assert own.read_text("utf-8") == starter


def test_the_app_needs_a_terminal_and_says_so(small_course: Locations) -> None:
    done = course()

    assert done.returncode == 2
    assert "needs a terminal" in done.stderr


def test_no_escape_code_of_a_submission_reaches_the_terminal(
    small_course: Locations, tmp_path: Path
) -> None:
    hostile = write(tmp_path / "a.py", 'def double(n):\n    print("\\x1b[31mred\\x07")\n')

    for arguments in (["--json"], []):
        done = course("check", "--exercise", DOUBLE, *arguments, hostile)
        assert "\x1b" not in done.stdout
        assert "\\u001b" not in done.stdout
        assert "red" in done.stdout


def test_watch_checks_at_once_and_again_on_every_save(small_course: Locations) -> None:
    own = write(small_course.workspace / "basics" / "double.py", PRINTS)
    with subprocess.Popen(
        [sys.executable, "-m", "course", "watch", "basics/double"],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as watching:
        assert watching.stdout is not None
        try:
            seen = iter(watching.stdout.readline, "")
            assert any("Not yet" in line for line in seen)
            assert any("works below zero" in line for line in seen)
            write(own, GOOD)
            assert any("✓ All" in line for line in seen)
        finally:
            watching.kill()
    store = Store(small_course.database, small_course.backups)
    assert [row.verdict for row in store.rows(Try)] == ["failed", "passed"]  # refused, changed
    store.close()


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


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["list"],
        ["list", "--json"],
        ["doctor"],
        ["check", "--exercise", DOUBLE, DOUBLE / "solution.py"],
        ["check", "--exercise", DOUBLE, "--json", DOUBLE / "solution.py", DOUBLE / "starter.py"],
    ],
)
def test_a_reader_that_goes_away_ends_a_command_quietly(
    small_course: Locations, arguments: list[str | Path]
) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "course", *map(str, arguments)],
            stdout=write,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    finally:
        os.close(write)
    assert done.stderr == b""
    assert done.returncode == 1
