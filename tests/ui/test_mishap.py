"""An exception that nobody expected: what is typed is kept, it is told, and Home is there again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual import events
from textual.widget import Widget

from course.catalogue import Catalogue
from course.errors import CourseError
from course.learner.session import Session
from course.locations import Locations
from course.ui.screens.help import HelpScreen
from course.ui.screens.home import HomeScreen
from course.ui.screens.lesson import LessonScreen
from course.ui.screens.playground import PlaygroundScreen
from course.ui.screens.progress import ProgressScreen
from course.ui.screens.settings import SettingsScreen
from course.ui.widgets.choices import ChoiceList
from course.ui.widgets.continue_card import ContinueCard
from course.ui.widgets.steps.text_example import TextStep

pytestmark = pytest.mark.usefixtures("patient")

TYPED = "# typed a moment ago\n"


def stuck(*_: Any, **__: Any) -> Any:
    """What a broken part does."""
    raise RuntimeError("the crane is stuck")


async def stuck_later(*_: Any, **__: Any) -> Any:
    """What a broken part that is waited for does."""
    raise RuntimeError("the crane is stuck")


async def type_in_the_exercise(it: Any) -> None:
    """Open the exercise and type into its editor."""
    screen = await it.exercise()
    screen.editor.focus()
    screen.editor.load_text(TYPED)
    await it.settle()


async def dialog(it: Any) -> None:
    """Wait until the mishap is told."""
    it.expects_mishap = True
    await it.until(lambda: it.place == "MishapDialog" or not it.app.is_running)
    await it.settle()


async def is_told(it: Any) -> None:
    """Wait until the mishap is told, and look whether Home is there again and works."""
    await dialog(it)
    said = " ".join(it.text.split())
    assert "Something went wrong" in said
    assert "the crane is stuck" in said
    assert "You are back at Home." in said
    assert "errors.log" in said.replace(" ", "")
    assert "RuntimeError: the crane is stuck" in it.log
    await it.press("enter")
    assert it.place == "HomeScreen"
    assert len(it.app.screen_stack) == 1
    assert it.app.is_running
    await it.press("s")
    assert it.place == "SettingsScreen"
    await it.press("escape")
    assert it.place == "HomeScreen"


Fault = tuple[type, str, Callable[..., Any], tuple[str, ...]]
FAULTS: dict[str, Fault] = {
    "handler of a place": (LessonScreen, "on_screen_resume", stuck_later, ("enter",)),
    "handler of a widget": (ContinueCard, "action_choose", stuck, ("enter",)),
    "action": (HomeScreen, "action_review", stuck, ("r",)),
    "action of the app": (SettingsScreen, "__init__", stuck, ("s",)),
    "compose": (ProgressScreen, "compose_place", stuck, ("p",)),
    "compose of an editor": (LessonScreen, "compose_place", stuck, ("enter",)),
    "compose of a widget": (ChoiceList, "compose", stuck, ("enter", "n", "n")),
    "mount": (SettingsScreen, "on_mount", stuck, ("s",)),
    "drawing": (HelpScreen, "render_lines", stuck, ("f1",)),
    "async mount": (LessonScreen, "on_mount", stuck_later, ("enter",)),
    "async action": (LessonScreen, "action_next_step", stuck_later, ("enter", "n")),
    "showing a step": (LessonScreen, "show_trail", stuck, ("enter",)),
    "check of a key": (LessonScreen, "check_action", stuck, ("enter",)),
    "worker": (Session, "run", stuck_later, ("enter", "n", "enter")),
    "worker that answers": (Session, "answer", stuck_later, ("enter", "n", "n", "1")),
    "what a step shows": (TextStep, "opened", stuck_later, ("enter",)),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
async def test_an_exception_anywhere_is_told_and_home_is_there_again(
    open_app: Any, small_course: Locations, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    owner, name, broken, keys = fault
    async with open_app(small_course) as it:
        with monkeypatch.context() as patch:
            # Nothing is due in a new course; the key that reviews is pressed all the same.
            patch.setattr(HomeScreen, "check_action", lambda *_: True)
            patch.setattr(owner, name, broken, raising=False)
            await it.press(*keys[:-1])
            last = keys[-1]
            it.app.post_message(events.Key(last, last if len(last) == 1 else None))
            await dialog(it)
        await is_told(it)
        assert it.log.count("\n--- ") + it.log.startswith("--- ") == 1  # what follows is no news


async def test_a_timer_and_a_callback_that_fail_are_got_over(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.press("enter")
        it.app.screen.set_timer(0.001, stuck)
        await is_told(it)
        await it.press("enter")
        it.app.screen.call_later(stuck)
        await is_told(it)
        await it.press("enter")
        it.app.screen.call_after_refresh(stuck)
        await is_told(it)
        it.app.call_later(stuck)
        await is_told(it)


async def test_what_was_typed_is_kept_and_the_dialog_says_where(
    open_app: Any, small_course: Locations
) -> None:
    file = small_course.workspace / "basics" / "double.py"
    async with open_app(small_course, size=(200, 40)) as it:
        for fails in ("screen", "editor", "app"):
            await type_in_the_exercise(it)
            screen = it.app.screen
            {"screen": screen, "editor": screen.editor, "app": it.app}[fails].call_later(stuck)
            await dialog(it)
            assert "What you typed is kept in" in it.text
            assert "double.py" in it.text
            assert file.read_text(encoding="utf-8") == TYPED
            file.write_text("# another one\n", encoding="utf-8")
            await is_told(it)


async def test_the_playground_keeps_its_program(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await it.press("slash", *"playground", "enter")
        assert isinstance(it.app.screen, PlaygroundScreen)
        await it.press(*"print(7)")
        it.app.screen.editor.call_later(stuck)
        await is_told(it)
        it.app.open_playground()
        await it.settle()
        assert it.app.screen.editor.text.startswith("print(7)")


async def test_a_second_one_in_a_row_closes_with_words(
    open_app: Any, small_course: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    async def twice() -> None:
        async with open_app(small_course) as it:
            await it.press("enter")
            it.app.screen.call_later(stuck)
            await dialog(it)
            await it.press("enter")
            it.app.screen.call_later(stuck)
            await dialog(it)

    with pytest.raises(RuntimeError, match="the crane is stuck"):
        await twice()
    told = " ".join(capsys.readouterr().err.split())
    assert "Your files and your progress are kept" in told
    assert "errors.log" in told
    assert "Traceback" not in told


async def test_a_home_that_cannot_be_shown_any_more_closes_with_words(
    open_app: Any,
    small_course: Locations,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def breaks() -> None:
        async with open_app(small_course) as it:
            monkeypatch.setattr(HomeScreen, "compose_place", stuck)
            it.app.screen.call_later(stuck)
            await dialog(it)

    with pytest.raises(RuntimeError, match="the crane is stuck"):
        await breaks()
    assert "Your files and your progress are kept" in " ".join(capsys.readouterr().err.split())


async def test_one_mishap_that_breaks_many_parts_is_told_once(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.press("enter", "n")
        for widget in it.app.screen.walk_children(Widget):
            widget.call_later(stuck)
        it.app.screen.call_later(stuck)
        it.app.call_later(stuck)
        await is_told(it)


async def test_an_error_with_words_in_a_worker_leaves_the_place_as_it_is(
    open_app: Any, small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def missing(*_: Any, **__: Any) -> Any:
        raise CourseError("There is no crane.")

    async with open_app(small_course) as it:
        await it.press("enter", "n")
        monkeypatch.setattr(Session, "run", missing)
        await it.press("enter")
        assert "There is no crane." in it.text
        await it.press("enter")
        assert it.place == "LessonScreen"


async def test_what_fails_beside_home_is_a_line_there(
    open_app: Any, small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Catalogue, "refresh", stuck)
    async with open_app(small_course, size=(120, 40)) as it:
        it.expects_mishap = True
        await it.until(lambda: "the crane is stuck" in it.text)
        assert it.place == "HomeScreen"
        assert "errors.log" in it.text
        await it.press("enter")
        assert it.place == "LessonScreen"
