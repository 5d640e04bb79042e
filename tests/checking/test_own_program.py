"""How a program of the learner's own ends is how `course run` ends."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.commands.own_program import COURSE, started


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_signal_that_ends_the_program_ends_the_command(tmp_path: Path) -> None:
    source = "import os\nos.kill(os.getpid(), 15)\n"
    (tmp_path / "dies.py").write_text(source, encoding="utf-8")
    done = started(tmp_path, [*COURSE, "dies.py"])
    assert done.returncode == -signal.SIGTERM
