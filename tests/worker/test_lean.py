"""A worker's pytest comes without what it has no use for, and is rehearsed: nobody notices."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from course.model import Verdict
from tests.checking.door import Door

LEAN = """
import sys, types
course = sys.modules["_course"] = types.ModuleType("_course")
course.__path__ = [{folder!r}]
from _course.worker.lean import import_pytest
import_pytest()
import pytest
loaded = [name for name in sys.modules if name.partition(".")[0] in ("pygments", "email")]
assert not loaded, loaded
import importlib.metadata
assert "email" not in sys.modules
assert importlib.metadata.version("pytest") == pytest.__version__
from pygments.lexers.python import PythonLexer
assert PythonLexer.name == "Python"
"""


def test_what_is_left_out_is_there_for_others() -> None:
    folder = str(Path(__file__).parents[2] / "course")
    subprocess.run([sys.executable, "-c", LEAN.format(folder=folder)], check=True)


def test_a_rehearsal_leaves_nothing(tmp_path: Path) -> None:
    rehearsed = "from course.worker.pytest_start import prime\nprime()\nprime()\n"
    own = {**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path))}
    subprocess.run([sys.executable, "-c", rehearsed], check=True, cwd=tmp_path, env=own)
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_uses_it_runs(door: Door) -> None:
    source = (
        "from importlib.metadata import version\nimport email.message\n"
        "import pygments.token\nprint(version('pytest'), pygments.token.Token)"
    )
    report = door.run(source)
    assert report.verdict is Verdict.PASSED, report.exception
    assert report.printed.endswith("Token\n")
