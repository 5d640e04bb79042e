"""A file is written whole or not at all, and nothing else is left beside it."""

from __future__ import annotations

import itertools
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.atomic_write import write_whole


@pytest.fixture
def _full_disk() -> Iterator[None]:
    """No file may have more than a thousand bytes: what a full disk looks like to a program."""
    resource = pytest.importorskip("resource", reason="this system has no such limit")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_is_there_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    write_whole(file, b"first")
    write_whole(str(file), b"second", lasts=True)
    assert file.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such mode there")
def test_the_mode_is_there_with_the_name(tmp_path: Path) -> None:
    file = tmp_path / "run.sh"
    write_whole(file, b"#!/bin/sh\n", mode=0o750)
    assert stat.S_IMODE(file.stat().st_mode) == 0o750


@pytest.mark.usefixtures("_full_disk")
@pytest.mark.parametrize("lasts", [False, True])
def test_a_full_disk_leaves_the_file_as_it_was_and_no_part(tmp_path: Path, lasts: bool) -> None:
    file = tmp_path / "notes.txt"
    write_whole(file, b"before")
    with pytest.raises(OSError, match="too large"):
        write_whole(file, b"x" * 100_000, lasts=lasts)
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_in_the_way_leaves_no_part(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").mkdir()
    with pytest.raises(OSError, match=r"irectory|denied"):
        write_whole(tmp_path / "notes.txt", b"text")
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_a_link_of_its_name_is_replaced_and_what_it_led_to_stays(tmp_path: Path) -> None:
    try:
        (tmp_path / "log").symlink_to(tmp_path / "precious")
    except OSError:
        pytest.skip("this system makes no links")
    (tmp_path / "precious").write_bytes(b"kept")
    write_whole(tmp_path / "log", b"lines")
    assert (tmp_path / "precious").read_bytes() == b"kept"
    assert not (tmp_path / "log").is_symlink()


def test_a_part_of_a_killed_process_is_in_nobodys_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A computer that has started anew gives its numbers out again."""
    monkeypatch.setattr("course.atomic_write._PARTS", itertools.count())
    left = tmp_path / f".notes.txt.{os.getpid()}-0.part"
    left.write_bytes(b"half")
    write_whole(tmp_path / "notes.txt", b"whole")
    assert (tmp_path / "notes.txt").read_bytes() == b"whole"
    assert left.read_bytes() == b"half"
