"""A worker's folder: what is in it, and what is never in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from course.catalogue import read_exercise
from course.catalogue.package import joined
from course.checking.slot import fill, fill_program, sources_of_tests
from course.errors import SandboxError
from tests.checking.door import EXERCISES


@pytest.fixture
def slot(tmp_path: Path) -> Path:
    for name in ("work", "tests"):
        (tmp_path / "slot" / name).mkdir(parents=True)
    return tmp_path / "slot"


def files_in(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_tests_are_there_by_name_and_their_text_is_not(slot: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(EXERCISES / "clamp", tmp_path / "clamp")
    (folder / "data" / "more").mkdir(parents=True)
    (folder / "data" / "more" / "a.csv").write_text("1", encoding="utf-8")
    (folder / "data" / "more" / "b.csv").write_text("2", encoding="utf-8")
    exercise = read_exercise(folder)
    fill(slot, exercise, "x = 1\n")
    data = {"data/more/a.csv": "1", "data/more/b.csv": "2"}
    assert files_in(slot / "work") == {"clamp.py": "x = 1\n", **data}
    assert files_in(slot / "tests") == {"test_clamp.py": "", **data}
    assert "def test_" in sources_of_tests(exercise)["test_clamp.py"]


def test_a_package_is_taken_apart_and_tests_of_the_learner_stay_out(slot: Path) -> None:
    clamp = read_exercise(EXERCISES / "clamp")
    package = msgspec.structs.replace(clamp, package=True, module_name="shop")
    fill(slot, package, joined({"a.py": "a\n", "deep/b.py": "b\n", "deep/c.py": "c\n"}))
    made = {"shop/a.py": "a\n", "shop/deep/b.py": "b\n", "shop/deep/c.py": "c\n"}
    assert files_in(slot / "work") == made
    shutil.rmtree(slot / "work")
    (slot / "work").mkdir()
    fill(slot, msgspec.structs.replace(clamp, by_learner=True), "x = 1\n")
    assert files_in(slot / "work") == {}


def test_a_file_from_elsewhere_lies_beside_by_its_name() -> None:
    clamp = read_exercise(EXERCISES / "clamp")
    assert clamp.place_of(clamp.folder / "data" / "a.csv") == "data/a.csv"
    assert clamp.place_of(Path("/elsewhere/a.csv")) == "a.csv"


def test_a_program_has_its_files_beside_it_and_none_leaves_the_folder(slot: Path) -> None:
    fill_program(slot, "print()\n", {"a/b.txt": "text", "a/d.txt": "", "c.bin": b"bytes"})
    beside = {"a/b.txt": "text", "a/d.txt": "", "c.bin": "bytes"}
    assert files_in(slot / "work") == {**beside, "main.py": "print()\n"}
    for name in ("/etc/a", "../a", "a/../../b"):
        with pytest.raises(ValueError, match="leaves the program's folder"):
            fill_program(slot, "", {name: ""})


def test_half_a_character_is_written_all_the_same(slot: Path) -> None:
    fill_program(slot, "x = '\ud800'\n", {})
    assert b"\xed\xa0\x80" in (slot / "work" / "main.py").read_bytes()


def test_a_disk_without_room_is_told(slot: Path) -> None:
    with pytest.raises(OSError, match="No such file"):  # a fault of ours stays one
        fill_program(slot / "gone", "", {})
    if Path("/dev/full").exists():
        (slot / "work" / "main.py").symlink_to("/dev/full")
        with pytest.raises(SandboxError, match="set TMPDIR to another folder"):
            fill_program(slot, "x" * 100_000, {})
