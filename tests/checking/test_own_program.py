"""How a program of the learner's own ends is how `course run` ends."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from course.checking.own_program import Ending, end_like, python, run_own
from tests.commands.own_program import COURSE, started


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_signal_that_ends_the_program_ends_the_command(tmp_path: Path) -> None:
    source = "import os\nos.kill(os.getpid(), 15)\n"
    (tmp_path / "dies.py").write_text(source, encoding="utf-8")
    done = started(tmp_path, [*COURSE, "dies.py"])
    assert done.returncode == -signal.SIGTERM


def test_the_python_that_runs_it_is_that_of_the_active_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    assert python() == sys.executable
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path))
    assert python() == sys.executable
    for name in ("Scripts/python.exe", "bin/python"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
        assert python() == str(tmp_path / name)


def test_how_a_program_ended_is_told_with_its_exception(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    before = [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)]
    file = tmp_path / "fails.py"
    file.write_text("import sys\nnumber = int(sys.argv[1])\n10 / number\n", encoding="utf-8")
    ending = run_own("file", str(file), ["0"])
    assert (ending.status, ending.broken, ending.python) == (1, "", sys.executable)
    assert ending.folder == str(tmp_path)
    assert ending.exception is not None
    assert (ending.exception.type, ending.exception.message) == (
        "ZeroDivisionError",
        "division by zero",
    )
    [frame] = ending.exception.frames
    assert (Path(frame.file).name, frame.line, frame.code) == ("fails.py", 3, "10 / number")
    assert frame.variables["number"] == "0"
    ended = run_own("file", str(file), ["2"])
    assert ended == Ending(0)
    assert (ended.exception, ended.folder, ended.broken, ended.python) == (None, "", "", "")
    assert [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)] == before


def test_a_status_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [end_like(it) for it in (0, 3)] == [0, 3]
    monkeypatch.setattr(sys, "platform", "win32")
    assert end_like(-15) == 143
