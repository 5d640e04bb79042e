"""Walks through every place of the real course: whatever is pressed, the app stands.

Hypothesis makes the walks, the same ones each time, and shortens one that fails. Nothing in them
depends on time: after each key everything that it set off is waited for.
"""

from __future__ import annotations

import asyncio
import contextvars
import dataclasses
import shutil
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from textual import events
from textual.geometry import Size
from textual.worker import WorkerState

from course import locations
from course.learner.session import Session
from course.ui.app import CourseApp
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.key_line import KeyLine
from tests.ui.conftest import NOW

STEPS = ("text", "example", "predict", "choose", "order", "blank", "spot", "exercise")
KINDS = ("write", "fix", "test", "review", "refactor", "project")
PLACES = {
    "HomeScreen", "PathChoiceScreen", "LessonScreen", "ExerciseScreen", "TimeTravelScreen",
    "ComparisonScreen", "PlaygroundScreen", "ReviewScreen", "AssessmentScreen", "ProgressScreen",
    "SkillsScreen", "SettingsScreen", "NotesScreen", "CoursePalette", "HelpScreen",
    "TooSmallScreen", "ErrorDialog", "ConfirmDialog", "EarlierDialog", "FilesDialog",
    "UnsavedDialog",
}  # fmt: skip
"""Every screen there is but the one that tells a mishap."""
COMMANDS = (
    "progress", "playground", "settings", "skills", "assess", "choose_path", "command_palette",
    "help", "go_on",
)  # fmt: skip
KEYS = (
    "enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "pagedown", "home",
    "end", "space", "backspace", "delete", "f1", "f2", "f3", "f4", "f5", "f7", "f8", "ctrl+r",
    "ctrl+s", "ctrl+p", *"abcdegijklmnoprstxz0123456789/?",
)  # fmt: skip
PASTES = ("print(1)\n", "def f(:", "x" * 20_000, "\x00\x1b[2J\u202e\r\n\t'", "é漢🙂\n" * 500)
SIZES = ((80, 24), (120, 40), (40, 12), (30, 8), (20, 5), (200, 60))
GO_ON = ("follow", "ask", "play")
"""Groups of work that end when the learner wants."""


class Walk(RuleBasedStateMachine):
    """One learner, from an empty home on."""

    index: Path

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        where = dataclasses.replace(
            locations.find(),
            **{name: self.home / name for name in ("data", "workspace", "config")},
            cache=self.index,
        )
        self.loop = asyncio.new_event_loop()
        self.context = contextvars.copy_context()
        session = Session.open(where, clock=lambda: NOW)
        session.choose_path(session.catalogue.paths[0].id)
        self.app = CourseApp(where, session)
        self.running = self.app.run_test(size=(80, 24))
        self.pilot = self.do(self.running.__aenter__())
        self.do(self.settle())

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Do something in the app's loop and context."""
        return self.loop.run_until_complete(self.loop.create_task(work, context=self.context))

    async def settle(self) -> None:
        """Wait until nothing is on its way: the pilot waits for ever for widgets that go meanwhile.

        Two looks in a row, because what is done in one may be drawn in the next.
        """
        found = 0
        while found < 2 and not self.app._exit:
            await asyncio.sleep(0.005)
            found = 0 if self.is_busy() else found + 1

    def is_busy(self) -> bool:
        """Whether a message waits, something is to be drawn, or work goes on."""
        screen = self.app.screen
        pumps = [self.app, *self.app._registry]
        return (
            any(it._running and not it._message_queue.empty() for it in pumps)
            or bool(screen._callbacks or screen._dirty_widgets or screen._layout_required)
            or not screen.is_mounted
            or any(
                it.state in (WorkerState.PENDING, WorkerState.RUNNING) and it.group not in GO_ON
                for it in self.app.workers
            )
        )

    def send(self, event: events.Event) -> None:
        """Let something be pressed."""
        self.app.post_message(event)
        self.do(self.settle())

    def teardown(self) -> None:
        """Leave the app."""
        self.do(self.running.__aexit__(None, None, None))
        self.loop.close()
        assert self.log == ""
        shutil.rmtree(self.home, ignore_errors=True)

    @property
    def log(self) -> str:
        """What nobody expected."""
        file = self.app.locations.error_logs[0]
        return file.read_text(encoding="utf-8") if file.exists() else ""

    # ------------------------------------------------------------ what is done

    @rule(key=st.sampled_from(KEYS))
    def press(self, key: str) -> None:
        """Press any key."""
        self.send(events.Key(key, key if len(key) == 1 else None))

    @rule(number=st.integers(0, 12))
    def press_offered(self, number: int) -> None:
        """Press a key that the last line offers."""
        lines = list(self.app.screen.query(KeyLine))
        keys = [shown[0] for line in lines for shown in line._shown() if shown[0] != "q"]
        if keys:
            key = keys[number % len(keys)]
            self.send(events.Key(key, key if len(key) == 1 else None))

    @rule(keys=st.lists(st.sampled_from(KEYS), min_size=2, max_size=4))
    def press_fast(self, keys: list[str]) -> None:
        """Press keys faster than the app follows."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        self.do(self.settle())

    @rule(text=st.sampled_from(PASTES))
    def paste(self, text: str) -> None:
        """Paste something."""
        self.send(events.Paste(text))

    @rule(size=st.sampled_from(SIZES))
    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        self.app._driver._size = size
        self.send(events.Resize(Size(*size), Size(*size)))

    @rule(x=st.floats(0, 0.99), y=st.floats(0, 0.99), kind=st.sampled_from((1, 1, 3, 0)))
    def click(self, x: float, y: float, kind: int) -> None:
        """Click somewhere, or scroll."""
        width, height = self.app.size
        place = None, int(x * width), int(y * height), 0, 0
        if kind:
            self.app.post_message(events.MouseDown(*place, kind, False, False, False))
            self.send(events.MouseUp(*place, kind, False, False, False))
        else:
            self.send(events.MouseScrollDown(*place, 0, False, False, False))

    # ------------------------------------------------------------ where it goes

    @rule(command=st.sampled_from(COMMANDS))
    def go(self, command: str) -> None:
        """Go where a command goes."""
        self.do(self.app.run_action(f"app.{command}"))
        self.do(self.settle())

    @rule(kind=st.sampled_from(STEPS))
    def open_step(self, kind: str) -> None:
        """Open a step of this kind."""
        catalogue = self.app.session.catalogue
        for lesson in list(catalogue.lessons)[:40]:
            steps = [step.kind for step in catalogue.lesson(lesson).steps]
            if kind in steps:
                self.app.call_later(self.app.open_lesson, lesson, steps.index(kind))
                break
        self.do(self.settle())

    @rule(kind=st.sampled_from(KINDS))
    def open_exercise(self, kind: str) -> None:
        """Open an exercise of this kind."""
        catalogue = self.app.session.catalogue
        ident = next(it.id for it in catalogue.exercises.values() if it.kind == kind)
        self.app.call_later(self.app.open_exercise, ident)
        self.do(self.settle())

    @rule()
    def review(self) -> None:
        """Review what is due."""
        self.app.call_later(self.app.home.action_review)
        self.do(self.settle())

    @rule(solution=st.booleans())
    def check(self, solution: bool) -> None:
        """Check what is there, or the author's solution; then step through, or compare."""
        if not hasattr(self.app.screen, "exercise"):
            self.open_exercise("write")
        if not hasattr(self.app.screen, "exercise"):
            return  # something is in front of it
        file = self.app.screen.exercise.folder / "solution.py"
        editors = list(self.app.screen.query(CodeEditor))
        if solution and file.is_file() and editors:
            editors[0].replace_text(file.read_text(encoding="utf-8"))
        self.press("f5")
        self.press("f4" if solution else "f3")

    # ------------------------------------------------------------ what always holds

    @invariant()
    def it_stands(self) -> None:
        """The app runs, has written nothing down, and shows the places that there are."""
        assert self.log == ""
        assert self.app.is_running or self.app._exit
        stack = [type(screen).__name__ for screen in self.app.screen_stack]
        assert set(stack) <= PLACES
        if stack:
            assert stack[0] == "HomeScreen"
            assert stack.count("HomeScreen") == 1


def test_the_app_stands_whatever_is_pressed(tmp_path_factory: pytest.TempPathFactory) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    Walk.index = tmp_path_factory.mktemp("index")
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=6,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
