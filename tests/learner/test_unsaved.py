"""Texts that no file could take are kept, whatever lies there."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.learner.unsaved import Unsaved, UnsavedTexts


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
    kept.drop(one.ident)
    assert kept.all() == ()
