"""What reaches the terminal, and a reader that goes away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from course.commands.output import report_json
from course.locations import Locations
from course.model import CheckReport, TestResult, Verdict
from tests.commands.course_command import DOUBLE, course, write


def test_no_escape_code_of_a_submission_reaches_the_terminal(
    small_course: Locations, tmp_path: Path
) -> None:
    hostile = write(tmp_path / "a.py", 'def double(n):\n    print("\\x1b[31mred\\x07")\n')

    for arguments in (["--json"], []):
        done = course("check", "--exercise", DOUBLE, *arguments, hostile)
        assert "\x1b" not in done.stdout
        assert "\\u001b" not in done.stdout
        assert "red" in done.stdout


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (1, ["--version"]),  # click's own
        (0, ["list"]),
        (0, ["list", "--json"]),
        (0, ["doctor"]),
        (0, ["check", "--exercise", DOUBLE, DOUBLE / "solution.py"]),
        (1, ["check", "--exercise", DOUBLE, DOUBLE / "solution.py", DOUBLE / "starter.py"]),
        (1, ["check", "--exercise", DOUBLE, "--json", DOUBLE / "starter.py"]),
    ],
)
def test_a_reader_that_goes_away_ends_a_command_quietly_with_its_status(
    small_course: Locations, status: int, arguments: list[str | Path]
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
    assert done.returncode == status


def test_what_a_test_typed_is_in_the_report_where_it_typed() -> None:
    asked = TestResult("it asks", "test_asks", "failed", typed=("2500", "10"))
    plain = TestResult("it counts", "test_counts", "failed")
    report = CheckReport("basics/till", Verdict.FAILED, (asked, plain))

    tests = report_json("till.py", report)["tests"]

    assert [test.get("typed") for test in tests] == [("2500", "10"), None]
