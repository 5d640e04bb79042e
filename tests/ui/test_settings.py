"""Settings: used at once, kept, moved keys, and files that do not read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.errors import CourseError
from course.locations import Locations
from course.ui.settings import Settings, read_settings, write_settings

# ---------------------------------------------------------------- settings and keys


async def test_a_theme_is_used_at_once_and_kept(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await it.press("s", "down", "enter")
        assert it.app.theme == "paper"
        assert "● " in it.text
        await it.press("enter")
        assert [one.message for one in it.app._notifications] == ["These colours are set already."]
    async with open_app(small_course) as it:
        assert it.app.theme == "paper"


async def test_quiet_checks_can_be_switched_off(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await it.press("s", "end", "enter")
        assert "off" in it.text
        assert it.app.settings.live_checks is False


async def test_a_key_can_be_moved(open_app: Any, small_course: Locations) -> None:
    small_course.settings.parent.mkdir(parents=True)
    small_course.settings.write_text("keys:\n  home.progress: g\n", encoding="utf-8")
    async with open_app(small_course) as it:
        assert "g Progress" in it.text
        await it.press("p")
        assert it.place == "HomeScreen"
        await it.press("g")
        assert it.place == "ProgressScreen"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme: sunset\n", "sunset"),
        ("theme: [\n", "this is not YAML"),
        ("keys:\n  home.progres: g\n", "home.progress"),
        ("sound: loud\n", "sound"),
    ],
)
async def test_settings_that_do_not_read_are_told_and_not_overwritten(
    open_app: Any, small_course: Locations, text: str, said: str
) -> None:
    small_course.settings.parent.mkdir(parents=True)
    small_course.settings.write_text(text, encoding="utf-8")
    async with open_app(small_course, size=(120, 40)) as it:
        assert "Your settings are not used" in it.text
        assert said in " ".join(it.app.notices)  # on the screen a long path breaks its line
        assert it.app.theme == "lantern"
    assert small_course.settings.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(theme="paper", live_checks=False),
        Settings(
            keys={"home.progress": "g", "lesson.next": "space", "home.search": "question_mark"}
        ),
    ],
)
def test_settings_are_read_as_they_were_written(tmp_path: Path, settings: Settings) -> None:
    file = tmp_path / "config" / "settings.yaml"
    write_settings(file, settings)
    assert read_settings(file) == settings
    assert file.read_text(encoding="utf-8").count("#") >= 4
    assert [it.name for it in file.parent.iterdir()] == ["settings.yaml"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("theme: mud\n", "settings.yaml:1: there are no colours `mud`"),
        ("live_checks: yes\nkeys:\n  lesson.nex: j\n", "settings.yaml:3: there is no key named"),
        ("keys:\n  lesson.nex: j\n", "did you mean `lesson.next`?"),
        ("theme: paper\nlive_checks: perhaps\n", "settings.yaml:2: "),
        ("theme: [\n", "settings.yaml:2: this is not YAML"),
        ("thme: paper\n", "settings.yaml:1: "),
    ],
)
def test_what_is_wrong_in_the_settings_is_told_with_its_line(
    tmp_path: Path, text: str, told: str
) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match="Your settings are not used") as raised:
        read_settings(file)
    assert told in str(raised.value)


def test_a_file_with_nothing_but_comments_sets_nothing(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("# theme: paper\n\n", encoding="utf-8")
    assert read_settings(file) == Settings()
