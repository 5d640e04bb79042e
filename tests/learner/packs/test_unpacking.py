"""What comes from elsewhere is taken in as plain files, or refused in words."""

from __future__ import annotations

import os
import stat
import zipfile
from pathlib import Path

import pytest

from course.errors import WrongUse
from course.learner.packs import unpacking
from course.learner.packs.unpacking import take


def _zip(file: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return file


def _link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def test_a_zip_and_a_folder_are_the_same_files(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/one.py").write_text("1\n", encoding="utf-8")
    (tmp_path / "a/.git").mkdir()
    (tmp_path / "a/.git/config").write_text("no content", encoding="utf-8")
    take(tmp_path / "a", tmp_path / "from-folder")
    packed = _zip(tmp_path / "a.zip", ("b/one.py", b"1\n"), (".git/config", b""), ("b/", b""))
    take(packed, tmp_path / "from-zip")
    for taken in (tmp_path / "from-folder", tmp_path / "from-zip"):
        found = [it.relative_to(taken).as_posix() for it in taken.rglob("*") if it.is_file()]
        assert found == ["b/one.py"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../out.py", "leads out of its folder"),
        ("a/../../out.py", "leads out of its folder"),
        ("a\\..\\..\\out.py", "leads out of its folder"),
        ("/etc/out.py", "is absolute"),
        ("C:\\out.py", "is absolute"),
        ("c:out.py", "is absolute"),
        ("\\\\server\\share\\out.py", "is absolute"),
        ("/".join("a" * 30), "folders more than 20 deep"),
    ],
)
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str, words: str) -> None:
    packed = _zip(tmp_path / "a.zip", (name, b"x"))
    with pytest.raises(WrongUse, match=words):
        take(packed, tmp_path / "in/taken")
    assert not list(tmp_path.rglob("out.py"))


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    packed = _zip(tmp_path / "a.zip", (_link("passwords"), b"/etc/passwd"))
    with pytest.raises(WrongUse, match="is a link"):
        take(packed, tmp_path / "taken")


def test_a_zip_that_was_made_to_fill_a_disk_is_refused(tmp_path: Path) -> None:
    packed = _zip(tmp_path / "a.zip", ("zeros", bytes(3_000_000)))
    with pytest.raises(WrongUse, match="in a very small file"):
        take(packed, tmp_path / "taken")
    assert not list(tmp_path.rglob("zeros"))


def test_bounds_hold_for_folders_and_zips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_FILES", 2)
    monkeypatch.setattr(unpacking, "MOST_BYTES", 2_000_000)
    packed = _zip(tmp_path / "a.zip", *((f"{it}.py", b"") for it in range(3)))
    large = _zip(tmp_path / "b.zip", ("zeros", os.urandom(2_100_000)))
    folder = tmp_path / "folder"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.py").touch()
    for source, words in ((packed, "2 files"), (folder, "2 files"), (large, "2 MB")):
        with pytest.raises(WrongUse, match=words):
            take(source, tmp_path / f"taken-{source.stem}")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_of_a_folder_stay_inside(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "real").mkdir(parents=True)
    (folder / "real/one.py").write_text("1\n", encoding="utf-8")
    (folder / "same.py").symlink_to("real/one.py")
    (folder / "gone.py").symlink_to("real/nothing.py")
    take(folder, tmp_path / "taken")
    assert (tmp_path / "taken/same.py").read_text(encoding="utf-8") == "1\n"
    assert not (tmp_path / "taken/same.py").is_symlink()
    (tmp_path / "secret").mkdir()
    (folder / "out").symlink_to(tmp_path / "secret", target_is_directory=True)
    with pytest.raises(WrongUse, match="a link that leads out"):
        take(folder, tmp_path / "again")


def test_what_is_neither_is_said(tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("no zip", encoding="utf-8")
    with pytest.raises(WrongUse, match="neither a folder nor a ZIP"):
        take(tmp_path / "text.zip", tmp_path / "taken")
    with pytest.raises(WrongUse, match="There is no"):
        take(tmp_path / "nothing", tmp_path / "taken")
    broken = bytearray(_zip(tmp_path / "a.zip", ("a.py", b"print(1)\n" * 50)).read_bytes())
    broken[40:60] = bytes(20)
    (tmp_path / "a.zip").write_bytes(broken)
    with pytest.raises(WrongUse, match="cannot be unpacked"):
        take(tmp_path / "a.zip", tmp_path / "taken")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.zip")
    with pytest.raises(WrongUse, match="neither a folder nor a ZIP"):
        take(tmp_path / "a.zip", tmp_path / "taken")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("a//b/./one.py", "a/b/one.py"),
        ("a\\b.py", "a/b.py"),
        ("/".join("a" * 20), "/".join("a" * 20)),
        ("..a/b..c", "..a/b..c"),
        (".git/config", None),
        ("a/.git/config", None),
    ],
)
def test_where_an_entry_goes(name: str, place: str | None) -> None:
    found = unpacking._place(Path("a.zip"), zipfile.ZipInfo(name))
    assert (found.as_posix() if found is not None else None) == place


def test_what_is_within_the_bounds(tmp_path: Path) -> None:
    within = unpacking._within_bounds
    within(tmp_path, 20_000, 100_000_000)
    with pytest.raises(WrongUse, match="holds more than 20,000 files; not added"):
        within(tmp_path, 20_001, 0)
    with pytest.raises(WrongUse, match="holds more than 100 MB; not added"):
        within(tmp_path, 0, 100_000_001)


@pytest.mark.parametrize(
    ("zeros", "noise", "refused"),
    [
        (2_000_000, 0, False),
        (2_000_001, 0, True),
        (3_900_000, 20_000, False),
        (5_000_000, 20_000, True),
    ],
)
def test_a_zip_is_at_most_two_hundred_times_smaller(
    tmp_path: Path, zeros: int, noise: int, refused: bool
) -> None:
    packed = _zip(tmp_path / "a.zip", ("zeros", bytes(zeros)), ("noise", os.urandom(noise)))
    if refused:
        with pytest.raises(WrongUse, match="in a very small file"):
            take(packed, tmp_path / "taken")
    else:
        take(packed, tmp_path / "taken")
        assert (tmp_path / "taken/zeros").read_bytes() == bytes(zeros)


def test_a_file_of_a_zip_that_says_less_than_it_holds_fills_no_disk(tmp_path: Path) -> None:
    packed = _zip(tmp_path / "a.zip", ("zeros", bytes(100_000)))
    content = packed.read_bytes()
    packed.write_bytes(content.replace((100_000).to_bytes(4, "little"), bytes([10, 0, 0, 0])))
    with pytest.raises(WrongUse, match="cannot be unpacked"):
        take(packed, tmp_path / "taken")
    assert sum(it.stat().st_size for it in tmp_path.rglob("zeros")) <= 10


def test_folders_are_twenty_deep_at_most(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "/".join("b" * 20)
    deep.mkdir(parents=True)
    (deep / "one.py").touch()
    take(tmp_path / "a", tmp_path / "taken")
    assert (tmp_path / "taken" / "/".join("b" * 20) / "one.py").is_file()
    (deep / "c").mkdir()
    with pytest.raises(WrongUse, match="has folders more than 20 deep"):
        take(tmp_path / "a", tmp_path / "again")
    packed = _zip(tmp_path / "a.zip", ("/".join("b" * 21), b""))
    with pytest.raises(WrongUse, match="has folders more than 20 deep"):
        take(packed, tmp_path / "again")


@pytest.mark.parametrize(
    "name",
    [".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", "__MACOSX"],
)
def test_what_no_author_wrote_is_left_out(tmp_path: Path, name: str) -> None:
    for file in (f"a/{name}/x.py", "a/own/x.py", f"a/{name}.py"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    take(tmp_path / "a", tmp_path / "taken")
    assert sorted(it.name for it in (tmp_path / "taken").iterdir()) == sorted([f"{name}.py", "own"])
    assert unpacking._place(Path("a.zip"), zipfile.ZipInfo(f"a/{name}/x.py")) is None
