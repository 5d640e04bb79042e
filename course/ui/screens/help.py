"""Help: the keys of the screen it was opened from, and how the course works."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from course.signs import DONE, HERE, OPEN, SKIPPED
from course.ui import keys, styles
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
        "Take a hint when you are stuck: first the place in your code, where it is known, then "
        "hints that go further and further. After the last one you can go on to the solution, put "
        "its lines in order or read it line by line. Such an exercise comes back in two days. "
        "After a pass you can compare your code with other solutions.",
    ),
    (
        "Playground",
        "A place for programs of your own. What a program asks for, you type below its output. "
        "Programs you ran are kept and can be brought back. They can reach neither your files "
        "nor the network.",
    ),
    (
        "Your work",
        "Everything is kept on this computer, as you go. Nothing is sent anywhere.",
    ),
    (
        "Signs",
        f"{DONE} done   {HERE} you are here, or under way   {OPEN} not begun\n"
        f"{SKIPPED} skipped because you know it   ! something to know",
    ),
)


_ORDER = {name: place for place, name in enumerate(keys.key_ids())}


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One action: the keys for it as they are written on a keyboard, and what it does."""

    keys: str
    words: str


def keys_of(screen: Screen[Any]) -> tuple[list[KeyRow], list[KeyRow]]:
    """The keys that work on a screen: those of the place, and those that work everywhere."""
    app: App[Any] = screen.app
    rows: dict[str, tuple[list[str], str, bool]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if not binding.id or not active.enabled:
            continue
        shown, _, _ = rows.setdefault(
            binding.id, ([], binding.tooltip or binding.description, active.node is app)
        )
        shown.append(app.get_key_display(binding))
    here: list[KeyRow] = []
    everywhere: list[KeyRow] = []
    for _, (shown, words, is_global) in sorted(rows.items(), key=_place_in_keys):
        (everywhere if is_global else here).append(KeyRow(" or ".join(shown), words))
    return here, everywhere


def _place_in_keys(item: tuple[str, object]) -> int:
    """Keys stand in the order of `course.ui.keys`; those of other widgets after them."""
    return _ORDER.get(item[0], len(_ORDER))


class HelpScreen(CourseScreen):
    """The keys in words, then the course in a few paragraphs."""

    CSS_PATH = styles.PAGES

    def __init__(self, place: str, here: list[KeyRow], everywhere: list[KeyRow]) -> None:
        super().__init__()
        self._place = place
        self._here = here
        self._everywhere = everywhere

    def compose_place(self) -> ComposeResult:
        """Everything in one column that scrolls."""
        with VerticalScroll(classes="page"):
            yield Static("Keys on this screen", classes="page-title", markup=False)
            yield KeyTable(self._here)
            yield Static("Keys everywhere", classes="page-title", markup=False)
            yield KeyTable(self._everywhere)
            for title, text in HOW_IT_WORKS:
                yield Static(title, classes="page-title", markup=False)
                yield Static(text, classes="page-block", markup=False)
            yield Static("Other keys", classes="page-title", markup=False)
            yield Static(
                "Keys can be changed: the file "
                f"{self.course.locations.settings} says how, once a setting was changed.",
                classes="page-block",
                markup=False,
            )

    def on_mount(self) -> None:
        """Say what it is about."""
        self.title = "Help"
        self.sub_title = self._place


class KeyTable(Widget):
    """The keys and what they do, side by side; words that do not fit go on below themselves."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key"}

    def __init__(self, lines: list[KeyRow]) -> None:
        super().__init__(classes="page-block")
        self._lines = lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many lines as the words take."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Keys in one column, words in another."""
        key_style = self.get_visual_style("keys--key")
        rows = self._rows(self.content_size.width)
        return Content("\n").join(Content.assemble((key, key_style), words) for key, words in rows)

    def _rows(self, width: int) -> list[tuple[str, str]]:
        longest = max((len(line.keys) for line in self._lines), default=0)
        column = min(longest + 3, max(12, width // 3))
        rows: list[tuple[str, str]] = []
        for line in self._lines:
            keys = textwrap.wrap(line.keys, column - 1)
            words = textwrap.wrap(line.words, max(10, width - column))
            pairs = zip_longest(keys, words, fillvalue="")
            rows += [(key.ljust(column), does) for key, does in pairs]
        return rows
