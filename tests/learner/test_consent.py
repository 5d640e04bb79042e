"""What content from elsewhere may do: asked for once, kept for its folder and its needs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from course import locations
from course.learner.consent import Consent, NotAllowed, asked, in_words
from course.locations import Locations


def test_only_what_opens_something_is_asked_for() -> None:
    assert asked(["pandas", "processes", "localhost", "processes"]) == ["localhost", "processes"]
    assert in_words(["processes"]) == "start other programs"
    both = "open network connections inside this machine and start other programs"
    assert in_words(["processes", "localhost"]) == both
    assert in_words(["pandas"]) == ""


def test_what_is_allowed_is_kept_for_a_folder_and_what_it_needs(
    small_course: Locations, tmp_path: Path
) -> None:
    consent = Consent(small_course, tmp_path / "pack")
    assert not consent.lacks(["pandas"])
    consent.expect(["pandas"])
    with pytest.raises(NotAllowed) as told:
        consent.expect(["processes", "pandas"])
    assert str(told.value).startswith(f"The course in {tmp_path / 'pack'} is not the one that")
    assert "asks to start other programs." in str(told.value)
    assert "`course check --allow processes`" in str(told.value)
    with pytest.raises(NotAllowed, match="--allow localhost,processes"):
        consent.expect(["processes", "localhost"])

    consent.allow()
    for again in (consent, Consent(small_course, tmp_path / "pack")):
        assert not again.lacks(["processes", "localhost"])
    assert Consent(small_course, tmp_path / "other").lacks(["processes"])
    assert Consent(small_course, tmp_path / "pack", ["processes"]).lacks(["processes"])


def test_something_is_allowed_for_as_long_as_a_program_runs(
    small_course: Locations, tmp_path: Path
) -> None:
    consent = Consent(small_course, tmp_path)
    consent.allow_for_now(["processes"])
    assert not consent.lacks(["processes"])
    assert consent.lacks(["processes", "localhost"])
    assert Consent(small_course, tmp_path).lacks(["processes"])


def test_what_came_with_the_program_is_not_asked_for(small_course: Locations) -> None:
    own = locations.own_content()
    assert not Consent(small_course, own / "exercises").lacks(["processes", "localhost"])
    assert Consent(small_course, own.parent).lacks(["processes"])


def test_what_is_allowed_is_written_down_for_who_looks(
    small_course: Locations, tmp_path: Path
) -> None:
    Consent(small_course, tmp_path / "pack", ["processes", "pandas"]).allow()
    [file] = (small_course.data / "allowed").iterdir()
    assert json.loads(file.read_text("utf-8")) == {
        "folder": str(tmp_path / "pack"),
        "needs": ["processes"],
    }
    assert re.fullmatch(r"[0-9a-f]{32}\.json", file.name)
    with pytest.raises(NotAllowed) as told:
        Consent(small_course, tmp_path / "other").expect(["processes"])
    assert str(told.value) == (
        f"The course in {tmp_path / 'other'} is not the one that came with this program, and this "
        "part of it asks to start other programs. Where you trust who wrote it, allow that: "
        "`course check --allow processes`, or F5 in the app."
    )
