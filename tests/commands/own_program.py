"""A program of the learner's own, run by Python and by `course run`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

COURSE = [sys.executable, "-m", "course", "run"]


def started(
    folder: Path, command: list[str], given: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        check=False,
    )


def both(folder: Path, *arguments: str, given: str = "") -> list[subprocess.CompletedProcess[str]]:
    """The same program run by Python and by the course."""
    return [
        started(folder, [*command, *arguments], given) for command in ([sys.executable], COURSE)
    ]
