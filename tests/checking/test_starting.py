"""The worker of a single check starts before the command is loaded; of others it does not."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.checking import starting

SHOP = Path(__file__).parents[2] / "exercises/functions/find_sku"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()
    if (process := starting.started_ahead()) is not None:
        process.communicate()  # its input ends, and so does it


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is started ahead there")
@pytest.mark.parametrize(
    "arguments",
    [[], ["a.py"], ["--exercise", "folder", "a.py", "--json"], ["--allow", "processes", "a/b"]],
)
def test_one_exercise_has_its_worker_started(arguments: list[str]) -> None:
    starting.prepare_check(arguments)
    process = starting.started_ahead()
    assert process is not None
    assert starting.started_ahead() is None
    assert not gc.isenabled()
    process.communicate()
    assert process.returncode == 0


@pytest.mark.parametrize("arguments", [["--help"], ["a.py", "b.py"], ["a.py", "--json", "b.py"]])
def test_help_and_several_files_have_none(arguments: list[str]) -> None:
    starting.prepare_check(arguments)
    assert starting.started_ahead() is None
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("name", "status"), [("solution.py", 0), ("starter.py", 1), ("nothing.py", 2)]
)
def test_the_command_ends_with_its_status_and_leaves_nothing(
    name: str, status: int, tmp_path: Path
) -> None:
    (tmp_path / "tmp").mkdir()
    own = {"COURSE_HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "tmp")}
    done = subprocess.run(
        [sys.executable, "-B", "-m", "course", "check", "--exercise", SHOP, SHOP / name],
        capture_output=True,
        text=True,
        env={**os.environ, **own},
        check=False,
    )
    assert done.returncode == status, done.stderr
    assert bool(done.stdout) == (status < 2)
    assert list((tmp_path / "tmp").iterdir()) == []
