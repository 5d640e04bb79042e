"""Walks through every place of the real course: whatever is pressed, the app stands.

Hypothesis makes the walks, the same ones each time, and tells the one that fails as it was:
shortening it would take many more. Nothing in them depends on time: after each key everything
that it set off is waited for.
"""

from __future__ import annotations

import contextvars
import dataclasses
import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from textual import events
from textual.geometry import Size

from benchmarks.monkey import screens
from course import locations
from course.catalogue import Catalogue
from course.catalogue.beside import beside, program_of
from course.errors import WrongUse
from course.learner.session import Session
from course.learner.unsaved import Unsaved
from course.model import QUESTION_KINDS
from course.ui.app import CourseApp
from course.ui.screens.too_small import is_too_small
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.key_line import KeyLine
from tests.ui import idle
from tests.ui.conftest import NOW

STEPS = ("text", "example", *QUESTION_KINDS, "exercise")
KINDS = ("write", "fix", "test", "review", "refactor", "project", "repo")
PLACES = screens() - {"MishapDialog"}
"""Every screen there is but the one that tells a mishap."""
COMMANDS = {
    "progress": "ProgressScreen", "playground": "PlaygroundScreen", "settings": "SettingsScreen",
    "skills": "SkillsScreen", "assess": "AssessmentScreen", "choose_path": "PathChoiceScreen",
    "command_palette": "CoursePalette", "help": "HelpScreen", "report": "ConfirmDialog",
    "exam": "ExamScreen", "shift": "ShiftsScreen", "look_up": "LookupDialog",
}  # fmt: skip
"""Commands, and the place that each opens on top of the one before."""
WORK = {"ExerciseScreen", "RepositoryScreen"}
ON_TOP_OF = {
    "NotesScreen": {"LessonScreen"},
    "ComparisonScreen": WORK,
    "LadderScreen": WORK,
    "RemarkDialog": {"ExerciseScreen"},
    "EarlierDialog": {"PlaygroundScreen"},
    "FilesDialog": {
        "LessonScreen", "ReviewScreen", "AssessmentScreen", "ExamScreen", "ExerciseScreen",
    },
    "TimeTravelScreen": {"LessonScreen", "ExerciseScreen", "PlaygroundScreen"},
    "OneOfScreen": {"PathChoiceScreen"},
    "ShiftScreen": {"ShiftsScreen"},
    "ShiftTextScreen": {"ShiftScreen"},
}  # fmt: skip
"""What opens only there; everything else is opened from anywhere, by the search."""
ONCE = {"HomeScreen", "PlaygroundScreen", "TooSmallScreen", "CoursePalette"}
KEYS = (
    "enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "pagedown", "home",
    "end", "space", "backspace", "delete", "f1", "f2", "f3", "f4", "f5", "f7", "f8", "ctrl+r",
    "ctrl+s", "ctrl+p", *"abcdegijklmnoprstxz0123456789/?",
)  # fmt: skip
PASTES = ("print(1)\n", "def f(:", "x" * 20_000, "\x00\x1b[2J\u202e\r\n\t'", "é漢🙂\n" * 500)
SIZES = ((80, 24), (120, 40), (40, 12), (30, 8), (20, 5), (200, 60))


class Walk(RuleBasedStateMachine):
    """One learner, from an empty home on."""

    index: Path
    steps: dict[str, tuple[str, int]]
    """A step of each kind, and one with files beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        where = dataclasses.replace(
            locations.find(),
            **{name: self.home / name for name in ("data", "workspace", "config")},
            cache=self.index,
        )
        self.loop = idle.new_loop()
        self.context = contextvars.copy_context()
        session = Session.open(where, clock=lambda: NOW)
        session.choose_path(session.catalogue.paths[0].id)
        self.app = CourseApp(where, session)
        self.begun = 0
        self.watch_work()
        self.running = self.app.run_test(size=(80, 24))
        self.pilot = self.do(self.running.__aenter__())
        self.do(self.settle())

    def watch_work(self) -> None:
        """Count every piece of work that begins."""
        begin = self.app._open_work.add_worker

        def begun(*given: Any, **named: Any) -> None:
            self.begun += 1
            begin(*given, **named)

        self.app._open_work.add_worker = begun  # type: ignore[method-assign]

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Do something in the app's loop and context."""
        return self.loop.run_until_complete(self.loop.create_task(work, context=self.context))

    async def settle(self) -> None:
        """Wait until nothing is on its way."""
        await idle.settle(self.app)

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
    def stack(self) -> list[str]:
        """The places that are open, Home first."""
        return [type(screen).__name__ for screen in self.app.screen_stack]

    @property
    def seen(self) -> tuple[object, ...]:
        """All that a key may change: what is shown, what has the keys, what is done and kept."""
        screen = self.app.screen
        lines = [list(strip) for strip in screen._compositor.render_strips()]
        stack = [id(place) for place in self.app.screen_stack]
        said = [one.identity for one in self.app._notifications]
        kept = self.app.session.store.revision()
        return stack, id(screen.focused), lines, said, self.begun, kept

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
        keys = [shown for line in lines for shown in line._shown() if shown[0] != "q"]
        if keys:
            key, _, label, _ = keys[number % len(keys)]
            before, stack = self.seen, self.stack
            self.send(events.Key(key, key if len(key) == 1 else None))
            assert self.app._exit or self.seen != before, f"{key} ({label}) does nothing: {stack}"

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

    def is_covered(self) -> bool:
        """Whether nobody can go anywhere: the window is too small, or a search is open."""
        return self.stack[-1:] not in ([], ["TooSmallScreen"], ["CoursePalette"])

    def then(self, call: Callable[..., object], *given: object) -> None:
        """Call something of the app, and wait until all of it is done."""
        self.app.call_later(call, *given)
        self.do(self.settle())

    @precondition(is_covered)
    @rule(command=st.sampled_from(sorted(COMMANDS)))
    def go(self, command: str) -> None:
        """Go where a command goes: there it is, on top of where one was."""
        before, place = self.stack, COMMANDS[command]
        self.do(self.app.run_action(f"app.{command}"))
        self.do(self.settle())
        if before[-1] == place == "HelpScreen":
            expected = before[:-1]  # its key leaves it
        elif before[-1] == place != "ConfirmDialog":
            expected = before
        elif place in ONCE and place in before:
            expected = before[: before.index(place) + 1]
        else:
            expected = [*before, place]
        assert self.stack == expected

    @precondition(is_covered)
    @rule()
    def go_on(self) -> None:
        """Go on where the learner is."""
        expected = self.with_a_lesson()
        self.do(self.app.run_action("app.go_on"))
        self.do(self.settle())
        assert self.stack == expected

    def with_a_lesson(self) -> list[str]:
        """Dialogs close; an open lesson makes way, and with it all that stands above."""
        below = self.stack
        while below[-1].endswith("Dialog") or {"LessonScreen", *WORK} & {*below}:
            below.pop()
        return [*below, "LessonScreen"]

    @precondition(is_covered)
    @rule()
    def climb(self) -> None:
        """Esc leads Home, from everywhere."""
        for _ in range(2 * len(self.stack) + 2):
            if self.stack != ["HomeScreen"]:
                self.press("escape")
        assert self.stack == ["HomeScreen"]

    @precondition(is_covered)
    @rule(kind=st.sampled_from((*STEPS, "files")))
    def open_step(self, kind: str) -> None:
        """Open a step of this kind, or one that has files beside it."""
        lesson, step = self.steps[kind]
        expected = self.with_a_lesson()
        self.then(self.app.open_lesson, lesson, step)
        assert self.stack == expected
        if kind == "files":
            self.press("f4")
            assert self.stack == [*expected, "FilesDialog"]

    @precondition(is_covered)
    @rule(kind=st.sampled_from(KINDS))
    def open_exercise(self, kind: str) -> None:
        """Open an exercise of this kind, in the place of one that is open."""
        catalogue = self.app.session.catalogue
        ident = next(it.id for it in catalogue.exercises.values() if it.kind == kind)
        below = self.stack[: -1 if self.stack[-1] in WORK else None]
        self.then(self.app.open_exercise, ident)
        place = "RepositoryScreen" if kind == "repo" else "ExerciseScreen"
        assert self.stack == [*below, place]

    @precondition(is_covered)
    @rule()
    def choose_one_of(self) -> None:
        """Choose a path on which modules stand for each other, and ask which."""
        paths = self.app.session.catalogue.paths
        number = next(number for number, path in enumerate(paths) if path.one_of)
        self.go("choose_path")
        self.press("home")
        for _ in range(number):
            self.press("down")
        self.press("enter")
        assert self.stack[-2:] == ["PathChoiceScreen", "OneOfScreen"]

    @precondition(is_covered)
    @rule(word=st.sampled_from(("write note", "read", "wait 1", "nothing", "deploy main")))
    def work_in_a_shift(self, word: str) -> None:
        """Begin a calm day, and do something in it."""
        self.go("shift")
        for key in ("end", "enter"):
            self.press(key)
        self.paste(word)
        self.press("enter")
        assert "ShiftScreen" in self.stack

    @precondition(is_covered)
    @rule()
    def review(self) -> None:
        """Review what is due."""
        self.then(self.app.home.action_review)
        assert self.stack[-1] == "ReviewScreen"

    @precondition(is_covered)
    @rule()
    def write_notes(self) -> None:
        """Write notes on a lesson."""
        expected = self.with_a_lesson()
        self.then(self.app.open_lesson, self.steps["text"][0], 0)
        self.press("m")
        assert self.stack == [*expected, "NotesScreen"]
        self.press("a")

    @precondition(is_covered)
    @rule()
    def look_at_earlier(self) -> None:
        """Look at the programs that were run before."""
        self.then(self.app.open_playground, "print(2)\n")
        self.then(self.app.open_playground, "print(3)\n")
        self.press("f2")
        assert self.stack[-2:] == ["PlaygroundScreen", "EarlierDialog"]

    @precondition(is_covered)
    @rule(place=st.sampled_from(("exercise", "step", "notes", "playground", "review", "placement")))
    def offer_unsaved(self, place: str) -> None:
        """Offer what could not be saved, of every place and of places that are gone."""
        from course.ui.screens.unsaved import offer

        lesson, step = self.steps["blank"]
        within = {
            "exercise": next(iter(self.app.session.catalogue.exercises)),
            "step": f"{lesson}/{step}",
            "notes": lesson,
        }
        for name in (f"{place}:{within.get(place, 'a/b')}", "exercise:gone/away", "nowhere"):
            text = Unsaved(place=name, title=name, file="", text="1", base="", why="A full disk.")
            self.app.session.unsaved.keep(text)
        self.then(offer, self.app, self.app.session.unsaved.all())
        assert self.stack[-1] == "UnsavedDialog"

    @precondition(is_covered)
    @rule()
    def tell_an_error(self) -> None:
        """Something that can be foreseen does not work."""
        below = self.stack
        self.then(self.app.show_error, WrongUse("That does not work. Do something else."))
        assert self.stack == [*below, "ErrorDialog"]

    @precondition(is_covered)
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
            self.then(editors[0].replace_text, file.read_text(encoding="utf-8"))
        self.press("f5")
        self.press("f4" if solution else "f3")

    # ------------------------------------------------------------ what always holds

    @invariant()
    def it_stands(self) -> None:
        """The app runs, has written nothing down, and shows the places that there are."""
        assert self.log == ""
        assert self.app.is_running or self.app._exit
        stack = self.stack
        assert set(stack) <= PLACES
        assert not stack or stack[0] == "HomeScreen"
        assert all(stack.count(place) <= 1 for place in ONCE), stack
        for below, place in itertools.pairwise(stack):
            assert below in ON_TOP_OF.get(place, {below}), stack
            assert below not in ("TooSmallScreen", "CoursePalette"), stack
        if stack:
            assert ("TooSmallScreen" in stack) == is_too_small(self.app.size), stack


def steps_of_every_kind(cache: Path) -> dict[str, tuple[str, int]]:
    """A step of the course for each kind there is, and one with files beside it."""
    catalogue = Catalogue.open(dataclasses.replace(locations.find(), cache=cache))
    found: dict[str, tuple[str, int]] = {}
    for ident, entry in catalogue.lessons.items():
        for number, kind in enumerate(entry.steps):
            found.setdefault(kind, (ident, number))
        is_wanted = "files" not in found and ident.startswith("django/")
        for number, step in enumerate(catalogue.lesson(ident).steps if is_wanted else ()):
            if beside(program_of(step.content), catalogue.lesson(ident).files):
                found.setdefault("files", (ident, number))
    return found


def test_the_app_stands_whatever_is_pressed(tmp_path_factory: pytest.TempPathFactory) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    Walk.index = tmp_path_factory.mktemp("index")
    Walk.steps = steps_of_every_kind(Walk.index)
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=int(os.environ.get("COURSE_WALKS", "4")),
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        ),
    )
