"""Help: the keys of the screen it was opened from, and how the course works."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from course.ui.screens.base import CourseScreen

HOW_IT_WORKS = (
    (
        "Lessons",
        "A lesson goes step by step: something to read, an example to run and change, a question, "
        "an exercise. It is done when its questions are answered, its exercises are passed and "
        "you have seen its last step. You can leave at any time; you come back to the same step.",
    ),
    (
        "Exercises",
        "You write code in a file of your own, here or in your own editor. Checking runs tests on "
        "it and tells you what happened, on which call, and what was expected. A check that does "
        "not pass costs nothing: it shows you where to look.",
    ),
    (
        "Hints",
        "Take a hint when you are stuck. The first one points the way, the last one nearly gives "
        "it away. After a pass you can compare your code with other solutions.",
    ),
    (
        "Your work",
        "Everything is kept on this computer, as you go. Nothing is sent anywhere.",
    ),
    (
        "Signs",
        "✓ done   ▸ you are here, or under way   ○ not begun   ! something to know",
    ),
)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One action: the keys for it as they are written on a keyboard, what it does, its name."""

    keys: str
    words: str
    name: str


def keys_of(screen: Screen[Any]) -> tuple[list[KeyLine], list[KeyLine]]:
    """The keys that work on a screen: those of the place, and those that work everywhere."""
    app: App[Any] = screen.app
    found: dict[str, tuple[list[str], str, bool]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if not binding.id or not active.enabled:
            continue
        shown, _, _ = found.setdefault(
            binding.id, ([], binding.tooltip or binding.description, active.node is app)
        )
        shown.append(app.get_key_display(binding))
    here, everywhere = [], []
    for name, (shown, words, is_global) in found.items():
        (everywhere if is_global else here).append(KeyLine(" or ".join(shown), words, name))
    return here, everywhere


class HelpScreen(CourseScreen):
    """The keys in words, then the course in a few paragraphs."""

    def __init__(self, place: str, here: list[KeyLine], everywhere: list[KeyLine]) -> None:
        super().__init__()
        self._place = place
        self._here = here
        self._everywhere = everywhere

    def compose_place(self) -> ComposeResult:
        """Everything in one column that scrolls."""
        with VerticalScroll(classes="page"):
            yield Static("Keys on this screen", classes="page-title", markup=False)
            yield Static(_table(self._here), classes="page-block")
            yield Static("Keys everywhere", classes="page-title", markup=False)
            yield Static(_table(self._everywhere), classes="page-block")
            for title, text in HOW_IT_WORKS:
                yield Static(title, classes="page-title", markup=False)
                yield Static(text, classes="page-block", markup=False)
            yield Static("Other keys", classes="page-title", markup=False)
            yield Static(
                "Each key has a name, shown beside it. Under `keys` in "
                f"{self.course.locations.settings} you can give it another key.",
                classes="page-block",
                markup=False,
            )

    def on_mount(self) -> None:
        """Say what it is about."""
        self.title = "Help"
        self.sub_title = self._place


def _table(lines: Iterable[KeyLine]) -> Content:
    """A line for each key; the names stand muted after the words."""
    return Content("\n").join(
        Content.assemble(
            (line.keys.ljust(14) + " ", "bold $accent"),
            line.words,
            (f"   {line.name}", "$muted"),
        )
        for line in lines
    )
