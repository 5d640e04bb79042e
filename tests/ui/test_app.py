"""The app around the places: palette, help, size of the window, errors, settings, keys."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations
from course.ui import keys
from course.ui.app import CourseApp
from course.ui.keys import ANSWER, GROUPS, key_ids
from course.ui.screens.home import HomeScreen

# ---------------------------------------------------------------- the palette


@pytest.mark.parametrize("key", ["slash", "ctrl+p"])
async def test_the_palette_finds_a_lesson_and_opens_it(
    open_app: Any, small_course: Locations, key: str
) -> None:
    async with open_app(small_course) as it:
        await it.press(key)
        await it.press(*"texts")
        assert "Texts with values in them   lesson" in it.text
        await it.press("enter")
        assert it.place == "LessonScreen"
        assert it.app.session.here().lesson == "basics/texts"


async def test_the_palette_finds_exercises_concepts_and_modules(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.press("slash")
        await it.press(*"label")
        assert "exercise" in it.text
        await it.press("escape", "slash")
        await it.press(*"f-string")
        assert "f-string   concept" in it.text
        await it.press("enter")
        assert it.app.session.here().lesson == "basics/texts"
        await it.press("ctrl+p")
        await it.press(*"loops")
        assert "module" in it.text


async def test_the_palette_does_what_the_app_can_do(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        await it.press("slash")
        for command in ("Continue", "Playground", "Progress", "Settings", "Help", "Quit"):
            assert command in it.text
        await it.press(*"progress")
        await it.press("enter")
        assert it.place == "ProgressScreen"


# ---------------------------------------------------------------- help


@pytest.mark.parametrize("pressed", [(), ("p",), ("s",), ("c",), ("enter",)])
async def test_help_tells_the_keys_of_the_screen_it_came_from(
    open_app: Any, small_course: Locations, pressed: tuple[str, ...]
) -> None:
    async with open_app(small_course, size=(100, 60)) as it:
        await it.press(*pressed)
        before = it.place
        wanted = {
            active.binding.tooltip
            for active in it.app.screen.active_bindings.values()
            if active.binding.id and active.enabled
        }
        await it.press("f1")
        assert it.place == "HelpScreen"
        assert wanted
        assert not [words for words in wanted if words not in it.text]
        await it.press("escape")
        assert it.place == before


async def test_the_help_key_also_leaves_help(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await it.press("f1", "f1")
        assert it.place == "HomeScreen"


def test_every_key_has_a_name_a_label_and_words() -> None:
    bindings = [binding for group in GROUPS for binding in group]
    lists = [it for name, it in vars(keys).items() if name.isupper() and isinstance(it, list)]
    assert len(GROUPS) == len(lists)
    assert len(set(key_ids())) == len(bindings)
    for binding in bindings:
        assert binding.id
        assert binding.description
        assert binding.tooltip


def test_no_key_is_one_that_terminals_or_the_editor_take() -> None:
    taken = {"ctrl+m", "ctrl+h", "ctrl+i", "f6", "f7", *(f"ctrl+{key}" for key in "acdekuvwxyz")}
    # The line that answers a program is no editor; there they are what they are at a terminal.
    # What the editor does with F7 by itself is only named.
    bindings = [it for group in GROUPS if group is not ANSWER for it in group]
    used = {key for it in bindings if it.id != "editor.all" for key in it.key.split(",")}
    assert not used & taken


# ---------------------------------------------------------------- the window


async def test_a_tiny_window_says_what_it_needs(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=(20, 5)) as it:
        said = " ".join(it.text.split())
        assert "This window is 20x5." in said
        assert "at least 40x12; make it larger." in said


@pytest.mark.parametrize("pressed", [(), ("p",), ("enter",), ("slash", "t", "e")])
async def test_a_window_that_grows_again_shows_what_it_showed(
    open_app: Any, small_course: Locations, pressed: tuple[str, ...]
) -> None:
    async with open_app(small_course) as it:
        await it.press(*pressed)
        before, focus, text = it.place, it.app.focused, it.text
        await it.resize(30, 8)
        assert "30x8" in it.text
        await it.resize(39, 30)
        assert "39x30" in it.text
        await it.resize(80, 24)
        assert it.place == before
        assert it.app.focused is focus
        assert it.text == text


async def test_keys_do_nothing_while_the_window_is_too_small(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.resize(20, 5)
        await it.press("p", "f1", "ctrl+p", "escape", "enter")
        await it.resize(80, 24)
        assert it.place == "HomeScreen"


async def test_wide_and_narrow(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        assert it.app.screen.has_class("-narrow")
        assert "After this module" not in it.text
        await it.resize(120, 40)
        assert it.app.screen.has_class("-wide")
        assert "After this module" in it.text


# ---------------------------------------------------------------- errors


async def test_a_broken_lesson_is_told_with_its_place(open_app: Any, own_course: Locations) -> None:
    lesson = own_course.lessons / "01-basics" / "02-texts.yaml"
    async with open_app(own_course, size=(120, 40)) as it:
        lesson.write_text("title: Texts\nminutes: soon\nsteps: []\n", encoding="utf-8")
        it.app.open_lesson("basics/texts")
        await it.settle()
        assert it.place == "ErrorDialog"
        assert "02-texts.yaml:2" in it.text
        assert "Traceback" not in it.text
        await it.press("enter")
        assert it.place == "HomeScreen"


async def test_a_course_with_a_broken_lesson_still_opens(
    open_app: Any, own_course: Locations
) -> None:
    lesson = own_course.lessons / "01-basics" / "01-functions.yaml"
    lesson.write_text("title: [Functions\nminutes: 8\n", encoding="utf-8")
    async with open_app(own_course, size=(120, 40)) as it:
        assert it.place == "HomeScreen"
        it.app.open_lesson("basics/functions")
        await it.settle()
        assert it.place == "ErrorDialog"
        assert "01-functions.yaml" in it.text
        await it.press("escape")
        assert it.place == "HomeScreen"


async def test_a_missing_exercise_folder_is_told(open_app: Any, own_course: Locations) -> None:
    async with open_app(own_course, size=(120, 40)) as it:
        (own_course.exercises / "basics" / "label" / "exercise.yaml").unlink()
        it.app.open_exercise("basics/label")
        await it.settle()
        assert it.place == "ErrorDialog"
        assert "exercise.yaml" in it.text
        await it.press("escape")
        assert it.place == "HomeScreen"


async def test_an_unknown_id_is_told_with_the_nearest(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        it.app.open_lesson("basics/text")
        await it.settle()
        assert "basics/texts" in it.text


# ---------------------------------------------------------------- settings and keys


async def test_a_theme_is_used_at_once_and_kept(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await it.press("s", "down", "enter")
        assert it.app.theme == "paper"
        assert "● " in it.text
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
        assert said in it.text
        assert it.app.theme == "lantern"
    assert small_course.settings.read_text(encoding="utf-8") == text


async def test_no_color_is_honoured(
    open_app: Any, small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(small_course) as it:
        screen = it.app.screen
        colours = {
            colour.triplet
            for line in range(it.app.size.height)
            for segment in screen._compositor.render_strips()[line].apply_filter(
                it.app._filters[-1], screen.background_colors[1]
            )
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None and colour.triplet
        }
        assert colours
        assert all(max(rgb) - min(rgb) <= 1 for rgb in colours)
        assert "you are here" in it.text


async def test_the_home_screen_is_always_at_the_bottom(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.press("enter", "ctrl+p")
        await it.press(*"texts", "enter")
        assert [type(screen) for screen in it.app.screen_stack][:1] == [HomeScreen]
        assert len(it.app.screen_stack) == 2
        it.app.go_home()
        await it.settle()
        assert it.place == "HomeScreen"


async def test_q_leaves(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        app: CourseApp = it.app
        await it.pilot.press("q")
        await it.pilot.pause()
    assert app.return_code == 0


async def test_a_lesson_changed_since_the_last_start_is_shown_as_it_is(
    open_app: Any, own_course: Locations
) -> None:
    async with open_app(own_course) as it:
        assert "Functions hand values back" in it.text
    lesson = own_course.lessons / "01-basics" / "01-functions.yaml"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("Functions hand values back", "Give it back"), encoding="utf-8")

    async with open_app(own_course) as it:
        await it.until(lambda: "Give it back" in it.text)
        assert "Functions hand values back" not in it.text
