"""Texts that no file could take are kept, whatever lies there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from course.errors import CourseError
from course.learner.unsaved import Unsaved, UnsavedTexts
from course.worker.limits import FILE_BYTES


def text(words: str) -> Unsaved:
    return Unsaved(place="playground", title="it", file="", text=words, base="", why="full")


def test_a_text_that_no_file_can_hold_is_kept_all_the_same(tmp_path: Path) -> None:
    kept = UnsavedTexts(tmp_path)
    kept.keep(text("x = '\ud800'\n"))
    assert [one.text for one in kept.all()] == ["x = '\ud800'\n"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[" * 100_000, b'{"ident": 1}', b"\xff" * 50])
def test_a_damaged_file_among_the_kept_ones_hides_no_other(tmp_path: Path, damage: bytes) -> None:
    kept = UnsavedTexts(tmp_path)
    kept.keep(text("mine"))
    (kept.folder / "other.json").write_bytes(damage)
    assert [one.text for one in kept.all()] == ["mine"]


def test_where_the_data_folder_takes_nothing_the_temporary_one_does(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.write_text("in the way", encoding="utf-8")
    kept = UnsavedTexts(data)
    one = text("mine")
    kept.keep(one)
    assert [found.text for found in UnsavedTexts(data).all()] == ["mine"]
    assert kept._elsewhere.stat().st_mode & 0o777 == 0o700, "nobody else reads it"
    kept.drop(one.ident)
    assert kept.all() == ()


def test_what_was_typed_since_the_data_folder_takes_nothing_is_what_is_offered(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    kept = UnsavedTexts(data)
    begun = text("beg")
    kept.keep(begun)
    (data / "unsaved").rename(tmp_path / "away")
    (data / "unsaved").write_text("in the way", encoding="utf-8")
    kept.keep(msgspec.structs.replace(begun, text="begun", at=datetime.now(UTC)))
    (data / "unsaved").unlink()
    (tmp_path / "away").rename(data / "unsaved")
    assert [one.text for one in kept.all()] == ["begun"]
    kept.drop(begun.ident)
    assert kept.all() == ()


def dated(words: str, place: str, day: int) -> Unsaved:
    at = datetime(2026, 3, day, tzinfo=UTC)
    return Unsaved(place=place, title=words, file="", text=words, base="", why="full", at=at)


def test_the_newest_text_of_a_place_is_offered_or_the_one_that_was_chosen(tmp_path: Path) -> None:
    kept = UnsavedTexts(tmp_path)
    assert kept.all() == ()
    assert kept.of("playground") is None
    older, newer = dated("older", "playground", 1), dated("newer", "playground", 2)
    other = dated("other", "exercise:a/b", 3)
    for one in (newer, older, other):
        assert kept.keep(one).parent == kept.folder
    assert kept.all() == (other, newer, older)
    assert kept.of("playground") == newer
    kept.chosen = older.ident
    assert kept.of("playground") == older
    kept.drop(older.ident)
    kept.drop(older.ident)  # twice is once
    assert kept.of("playground") == newer


def test_a_text_that_is_kept_again_takes_its_own_place(tmp_path: Path) -> None:
    kept = UnsavedTexts(tmp_path)
    first = dated("first", "playground", 1)
    kept.keep(first)
    again = msgspec.structs.replace(first, text="second")
    kept.keep(again)
    assert kept.all() == (again,)


def test_a_file_that_belongs_to_another_text_or_is_too_large_is_passed_over(
    tmp_path: Path,
) -> None:
    kept = UnsavedTexts(tmp_path)
    file = kept.keep(text("mine"))
    file.rename(file.with_name("other.json"))
    assert kept.all() == ()
    (kept.folder / "folder.json").mkdir()
    large = kept.folder / "large.json"
    large.write_bytes(b" " * (16 * 1024 * 1024 + 1))
    naive = msgspec.structs.replace(text("mine"), at=datetime(2026, 3, 1))
    kept.keep(naive)
    assert kept.all() == ()


def test_a_title_from_a_file_of_anybodys_is_shown_and_never_obeyed() -> None:
    assert msgspec.structs.replace(text(""), title="exercise a\x1b[2J").heading == "Exercise a?[2J"
    assert len(msgspec.structs.replace(text(""), title="x" * 300).heading) == 200
    assert msgspec.structs.replace(text(""), title="").heading == ""


def test_some_of_the_disk_is_held_in_reserve_once(tmp_path: Path) -> None:
    kept = UnsavedTexts(tmp_path)
    kept.prepare()
    reserve = kept.folder / "reserve"
    before = reserve.read_bytes()
    assert len(before) == 256 * 1024
    kept.prepare()
    assert reserve.read_bytes() == before
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    UnsavedTexts(in_the_way).prepare()  # no obstacle


def test_a_temporary_folder_that_leads_elsewhere_is_nobodys(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.write_text("in the way", encoding="utf-8")
    kept = UnsavedTexts(data)
    kept.keep(text("mine"))
    [one] = kept.all()
    place = kept._elsewhere
    other = place.rename(tmp_path / "other")
    try:
        place.symlink_to(other, target_is_directory=True)
        assert kept.all() == ()
        with pytest.raises(CourseError):
            kept.keep(text("more"))
    finally:
        place.unlink()
    other.rename(place)
    assert kept.all() == (one,)
    kept.drop(one.ident)
    place.rmdir()


def test_the_largest_text_of_a_file_is_kept_however_it_is_escaped(tmp_path: Path) -> None:
    kept = UnsavedTexts(tmp_path)
    largest = msgspec.structs.replace(text("\0" * FILE_BYTES), base="\0" * FILE_BYTES)
    kept.keep(largest)
    assert kept.all() == (largest,)


def test_the_largest_file_that_is_read_has_sixteen_mebibytes(tmp_path: Path) -> None:
    kept = UnsavedTexts(tmp_path)
    one = text("mine")
    file = kept.keep(one)
    content = file.read_bytes()
    file.write_bytes(content + b" " * (16 * 1024 * 1024 - len(content)))
    assert kept.all() == (one,)
    file.write_bytes(content + b" " * (16 * 1024 * 1024 + 1 - len(content)))
    assert kept.all() == ()
    assert (file.parent.name, file.suffix) == ("unsaved", ".json")
