"""`course watch` in a process of its own: it ends quietly, and says what ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.learner.records import Try
from course.learner.store import Store
from course.locations import Locations
from tests.commands.course_command import DOUBLE, GOOD, PRINTS, write

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


def test_whatever_becomes_of_the_file_is_told_and_it_is_watched_on(
    watching: tuple[subprocess.Popen[str], Path],
) -> None:
    process, file = watching
    assert process.stdout is not None
    lines = iter(process.stdout.readline, "")
    assert any("Waiting for the next save" in line for line in lines)
    file.write_bytes("# caf\xe9\n".encode("latin-1"))
    assert any("double.py" in line and "UTF-8" in line for line in lines)
    file.unlink()
    assert any("is gone. It is there again when" in line for line in lines)
    file.mkdir()
    assert any("There is a folder where the file" in line for line in lines)
    file.rmdir()
    away = file.parent.rename(file.parent.with_name("moved"))
    assert any("is gone. It is there again when" in line for line in lines)
    away.rename(file.parent)
    write(file, (DOUBLE / "starter.py").read_bytes())  # as it was checked before
    assert any("Checking" in line for line in lines)
    write(file, "def double(n):\n    while True: pass\n")
    write(file, GOOD)  # while the loop runs, or before it began: the newest version is checked
    assert any("✓ All" in line for line in lines)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert (said, process.returncode) == ("", 0)


@pytest.mark.parametrize("enough", [b"", b"Checking", b"Waiting for the next save"])
def test_a_reader_that_has_read_enough_ends_it(small_course: Locations, enough: bytes) -> None:
    """Also where its next words would come from a check, or only after the next save."""
    with subprocess.Popen(
        [sys.executable, "-m", "course", "watch", "basics/double"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as watching:
        assert watching.stdout is not None
        assert watching.stderr is not None
        assert not enough or any(enough in line for line in watching.stdout)
        watching.stdout.close()
        assert watching.wait() == 0
        assert watching.stderr.read() == b""


def test_a_file_of_another_encoding_is_told_and_waited_for(small_course: Locations) -> None:
    own = small_course.workspace / "basics" / "double.py"
    own.parent.mkdir(parents=True)
    own.write_bytes("# café\n".encode("utf-16"))
    with subprocess.Popen(
        [sys.executable, "-m", "course", "watch", "basics/double"],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as watching:
        assert watching.stdout is not None
        try:
            seen = iter(watching.stdout.readline, "")
            assert any("double.py" in line and "UTF-8" in line for line in seen)
            assert any("Waiting for the next save" in line for line in seen)
            write(own, "\ufeff" + GOOD)
            assert any("✓ All" in line for line in seen)
        finally:
            watching.kill()


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
