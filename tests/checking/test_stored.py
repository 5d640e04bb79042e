"""Results in the cache folder: whole, of the right shape, or worked out again."""

from __future__ import annotations

import pytest

from course import locations
from course.checking.stored import load, save


def test_what_was_saved_comes_back_and_anything_else_is_none() -> None:
    assert load("kind", "key", list[int]) is None
    save("kind", "key", [1, 2])
    assert load("kind", "key", list[int]) == [1, 2]
    assert load("kind", "other", list[int]) is None
    assert load("kind", "key", list[str]) is None
    folder = locations.find().cache / "kind"
    assert [file.name for file in folder.iterdir()] == ["key.json"]
    (folder / "key.json").write_bytes(b"[1,")
    assert load("kind", "key", list[int]) is None


def test_a_cache_that_cannot_be_written_stops_nothing() -> None:
    cache = locations.find().cache
    cache.parent.mkdir(parents=True)
    cache.touch()
    save("kind", "key", [1])
    assert load("kind", "key", list[int]) is None


def test_what_is_kept_is_said_by_the_start_of_its_key(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COURSE_DEBUG", "cache")
    key = "abcdefghijklmnop"
    load("kind", key, list[int])
    save("kind", key, [1])
    load("kind", key, list[int])
    load("kind", key, list[str])
    none, kept, other = capsys.readouterr().err.splitlines()
    assert none.endswith("kind abcdefghijkl is not kept: it is worked out")
    assert kept.endswith("kind abcdefghijkl is kept: nothing is worked out")
    assert "kind abcdefghijkl cannot be used (ValidationError(" in other
    assert other.endswith("): it is worked out")
