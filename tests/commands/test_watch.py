"""`course watch` in a process of its own: it ends quietly, and says what ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.locations import Locations

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a signal ends it there by other means")


@pytest.fixture
def watching(small_course: Locations) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """The command, once it has told what its first check found; the file it watches."""
    process = subprocess.Popen(
        [sys.executable, "-m", "course", "watch", "basics/double"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    lines = iter(process.stdout.readline, "")
    assert any("tests" in line for line in lines)
    yield process, small_course.workspace / "basics" / "double.py"
    process.kill()
    process.communicate()


def test_ctrl_c_ends_it_without_a_word(watching: tuple[subprocess.Popen[str], Path]) -> None:
    process, _ = watching
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert not said
    assert process.returncode == 0


def test_a_file_that_is_not_utf_8_is_told(watching: tuple[subprocess.Popen[str], Path]) -> None:
    process, file = watching
    file.write_bytes("# caf\xe9\n".encode("latin-1"))
    _, said = process.communicate()
    assert "double.py" in said
    assert "UTF-8" in said
    assert "Traceback" not in said
    assert "Event loop" not in said
    assert process.returncode == 1
