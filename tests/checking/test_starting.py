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
    while (process := starting.started_ahead()) is not None:
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


def test_a_worker_sees_no_packages_of_the_user_nor_the_current_folder() -> None:
    *options, _, _ = starting.command("main")
    asked = "import sys; f = sys.flags; print(f.no_user_site, f.safe_path, f.utf8_mode)"
    command = [starting.executable(), *options, "-c", asked]
    assert subprocess.run(command, capture_output=True, text=True).stdout == "1 True 1\n"


@pytest.mark.parametrize("module", ["main", "supervisor"])
def test_nothing_of_the_course_but_the_worker_is_loaded(module: str, tmp_path: Path) -> None:
    *options, boot = starting.command(module)
    assert boot.endswith("gc.freeze();gc.enable();main(sys.argv[1:])")
    asked = (
        "main(sys.argv[1:])",
        "print(*sorted(it for it in sys.modules if it.startswith(('course', '_course.'))));"
        "print(gc.isenabled(), gc.get_freeze_count() > 0, main.__module__)",
    )
    done = subprocess.run(
        [starting.executable(), *options, boot.replace(*asked)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=starting.environment("0"),
    )
    loaded, state = done.stdout.splitlines()
    assert "_course.worker" in loaded.split()
    assert not any(name.startswith("course") for name in loaded.split())
    assert "_course.checking" not in loaded.split()
    assert state == f"True True _course.worker.{module}"


@pytest.mark.parametrize(("rehearse", "last"), [(True, "once"), (False, "now")])
def test_a_worker_is_told_whether_to_rehearse(rehearse: bool, last: str) -> None:
    assert starting.arguments_of_worker(rehearse)[-1] == last


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_on_windows_the_real_interpreter_is_started(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "_base_executable", "the real one")
    real = platform == "win32"
    assert starting.executable() == ("the real one" if real else sys.executable)
    if real:
        starting.prepare_check(["a.py"])
        assert starting.started_ahead() is None
