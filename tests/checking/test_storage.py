"""What a program has stored: files, holes, and what lies too deep."""

from __future__ import annotations

import ctypes
import mmap
import os
from pathlib import Path

import pytest

from course.checking import storage
from course.model import Verdict
from course.worker import sandbox
from course.worker.limits import STORED_BYTES, STORED_FILES
from tests.checking.door import Door

ON_LINUX = pytest.mark.skipif(not sandbox.LINUX, reason="calls of Linux")


@pytest.mark.parametrize(
    "source",
    [
        "for number in range(2_100):\n    open(f'{number}', 'w').close()\n",
        "import os\nfor number in range(2_100):\n    os.mkdir(f'{number}')\n",
        "import os\nopen('one', 'w').close()\n"
        "for number in range(2_100):\n    os.link('one', f'{number}')\n",
        "number = 0\nwhile True:\n    open(f'{number}', 'wb').write(b'x' * 9_000_000)\n"
        "    number += 1\n",
    ],
)
def test_the_files_of_a_program_have_a_number_and_a_sum(source: str, door: Door) -> None:
    report = door.run(source, timeout=60)
    assert report.verdict is Verdict.TOO_MANY_FILES
    assert "64 MB" in (report.limit or "")
    assert "2,000 files" in (report.limit or "")


@ON_LINUX
def test_no_space_is_taken_beyond_the_end_of_a_file(door: Door) -> None:
    """A file whose size is nothing takes a gigabyte, where the kernel is asked to keep the size."""
    report = door.run(
        "import ctypes, os\n"
        "libc = ctypes.CDLL(None)\n"
        "libc.fallocate.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_long, ctypes.c_long]\n"
        "file = os.open('all', os.O_CREAT | os.O_RDWR)\n"
        "for mode in (1, 3, 8, 16, 17, 32, 64):\n"
        "    libc.fallocate(file, mode, 0, 1 << 28)\n"
        "os.posix_fallocate(file, 0, 100_000)\n"
        "print(os.fstat(file).st_size, os.fstat(file).st_blocks * 512 < 1 << 20)\n"
    )
    assert report.printed == "100000 True\n"


def test_what_a_disk_keeps_for_a_file_is_counted_also_beyond_its_end(tmp_path: Path) -> None:
    if not hasattr(os, "posix_fallocate") or not sandbox.LINUX:
        pytest.skip("a call of Linux")
    for name in ("work", "tmp"):
        (tmp_path / name).mkdir()
    assert not storage.exceeded(tmp_path, None)
    libc = ctypes.CDLL(None)
    long = ctypes.c_long
    with (tmp_path / "work" / "empty").open("wb") as file:
        if libc.fallocate(file.fileno(), 1, long(0), long(STORED_BYTES + 1)):
            pytest.skip("this file system cannot")
        assert os.fstat(file.fileno()).st_size == 0
    assert storage.exceeded(tmp_path, None)


@pytest.fixture
def slot(tmp_path: Path) -> Path:
    """A folder of a check."""
    for name in ("work", "tmp", "tests"):
        (tmp_path / name).mkdir()
    return tmp_path


def test_files_of_a_check_are_counted_in_two_of_its_folders(slot: Path) -> None:
    (slot / "work" / "deep").mkdir()
    (slot / "work" / "deep" / "a").write_bytes(b"x" * 100_000)
    (slot / "tmp" / "b").write_bytes(b"x" * 5_000)
    (slot / "tests" / "c").write_bytes(b"x")
    (slot / "work" / "link").symlink_to("/etc")
    sizes = sorted(storage._sizes(slot, None))
    assert len(sizes) == 4
    assert sizes[0] == 0
    assert sizes[-2] >= 5_000
    assert sizes[-1] >= 100_000


def test_the_most_files_and_the_most_bytes(slot: Path) -> None:
    with (slot / "tmp" / "sparse").open("wb") as file:
        file.truncate(STORED_BYTES)
    assert not storage.exceeded(slot, None)
    with (slot / "tmp" / "sparse").open("wb") as file:
        file.truncate(STORED_BYTES + 1)
    assert storage.exceeded(slot, None)
    (slot / "tmp" / "sparse").unlink()
    one = slot / "work" / "0"
    one.touch()
    for number in range(1, STORED_FILES):
        os.link(one, slot / "work" / str(number))
    assert not storage.exceeded(slot, None)
    (slot / "tmp" / "more").touch()
    assert storage.exceeded(slot, None)


def test_what_lies_too_deep_to_be_reached_counts_as_everything(slot: Path) -> None:
    name = "d" * 200
    os.makedirs(slot / "work" / "/".join([name] * 13))
    assert not storage.exceeded(slot, None)
    folder = os.open(slot / "work" / "/".join([name] * 13), os.O_RDONLY)
    for _ in range(3):
        os.mkdir(name, dir_fd=folder)
        folder = os.open(name, os.O_RDONLY, dir_fd=folder)
    assert storage.exceeded(slot, None)


@ON_LINUX
def test_open_files_without_a_name_are_counted(slot: Path) -> None:
    before = list(storage._open_without_a_name(os.getpid()))
    with (slot / "work" / "a").open("wb") as file:
        file.write(b"x" * 50_000)
        file.flush()
        assert list(storage._open_without_a_name(os.getpid())) == before
        (slot / "work" / "a").unlink()
        [size] = set(storage._open_without_a_name(os.getpid())) - set(before)
        assert size >= 50_000


@ON_LINUX
def test_mapped_files_without_a_name_are_counted(slot: Path) -> None:
    with (slot / "work" / "a").open("w+b") as file:
        file.truncate(5 << 20)
        with mmap.mmap(file.fileno(), 5 << 20), mmap.mmap(file.fileno(), 4096):
            assert list(storage._mapped_without_a_name(os.getpid(), str(slot))) == []
            (slot / "work" / "a").unlink()
            mapped = sorted(storage._mapped_without_a_name(os.getpid(), str(slot)))
            assert mapped == [1 << 20, 5 << 20]
            assert list(storage._mapped_without_a_name(os.getpid(), "/elsewhere")) == []
