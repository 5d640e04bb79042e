"""Compiled code of the course is kept in its cache folder where Python is told to keep none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
sys.path.insert(0, {package!r})
from course import bytecode
bytecode.keep("made", {kept!r})
sys.path.insert(0, {source!r})
import made.one
print(made.one.value, made.one.__file__)
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with a module whose compiled code shows what it was compiled from."""
    (tmp_path / "made").mkdir()
    (tmp_path / "made/__init__.py").touch()
    write(tmp_path, "value = 1")
    return tmp_path


def write(package: Path, text: str, time: int = 1_000_000_000) -> None:
    """Write the module, as if at that time."""
    (package / "made/one.py").write_text(text, encoding="utf-8")
    os.utime(package / "made/one.py", (time, time))


def imported(package: Path) -> str:
    """What a fresh process, told to keep no bytecode, finds in the module."""
    source = PROGRAM.format(
        package=str(Path(__file__).parents[1]), source=str(package), kept=str(package / "kept")
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", source], capture_output=True, text=True, check=True
    )
    value, _, file = done.stdout.strip().partition(" ")
    assert file == str(package / "made" / "one.py")
    return value


def test_what_was_compiled_is_used_again(package: Path) -> None:
    assert imported(package) == "1"
    assert not list(package.rglob("__pycache__"))
    assert len(list((package / "kept").rglob("one.py.*"))) == 1
    write(package, "value = 2")  # as long, and of the same time: nobody can tell
    assert imported(package) == "1"


def test_another_source_is_compiled_again(package: Path) -> None:
    assert imported(package) == "1"
    write(package, "value = 2", time=1_000_000_001)
    assert imported(package) == "2"
    write(package, "value = 30", time=1_000_000_001)
    assert imported(package) == "30"


def test_a_folder_that_cannot_be_written_or_read_is_no_matter(package: Path) -> None:
    (package / "kept").write_text("a file", encoding="utf-8")
    assert imported(package) == "1"
    (package / "kept").unlink()
    assert imported(package) == "1"
    for file in (package / "kept").rglob("one.py.*"):
        file.write_bytes(b"nothing of the kind")
    assert imported(package) == "1"
