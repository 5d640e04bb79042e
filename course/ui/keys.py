"""Every key of the app, as data.

Each binding has an `id` (`lesson.next`), so that the `keys` of the settings can move it to
another key, and a tooltip in whole words, which the help screen shows. Never bound: `ctrl+m`,
`ctrl+h` and `ctrl+i` (Enter, Backspace and Tab on many terminals), nor anything that a focused
editor takes for itself (`f6`, `f7`, `ctrl+a/c/d/e/k/u/v/w/x/y/z`).
"""

from __future__ import annotations

from textual.binding import Binding


def _key(
    name: str, key: str, action: str, label: str, words: str, *, show: bool = True, first: bool = False
) -> Binding:
    """One binding; `first` means it is seen before the focused widget sees the key."""
    return Binding(key, action, label, id=name, tooltip=words, show=show, priority=first)


APP = [
    _key("help", "f1", "help", "Help", "Show the keys of this screen", first=True),
    _key(
        "search",
        "ctrl+p",
        "command_palette",
        "Search",
        "Find any lesson, exercise, concept or command",
        show=False,
        first=True,
    ),
    _key("quit", "ctrl+q", "quit", "Quit", "Leave the course; your place is kept", show=False, first=True),
]

PLACE = [
    _key("back", "escape", "back", "Back", "Go back to where you came from"),
]

HOME = [
    _key("home.search", "slash", "app.command_palette", "Search", "Find any lesson, exercise or concept"),
    _key("home.progress", "p", "app.progress", "Progress", "See what you did and what you have mastered"),
    _key("home.path", "c", "app.choose_path", "Path", "Choose another learning path", show=False),
    _key("home.settings", "s", "app.settings", "Settings", "Change the colours and other settings"),
    _key("home.quit", "q", "app.quit", "Quit", "Leave the course; your place is kept"),
]

LESSON_LIST = [
    _key("path.open", "enter", "select_cursor", "Open", "Open the lesson, or show a module's lessons"),
    _key("path.fold", "space", "toggle_node", "Fold", "Show or hide a module's lessons", show=False),
    _key("path.expand", "right", "expand", "Unfold", "Show a module's lessons", show=False),
    _key("path.collapse", "left", "collapse", "Fold", "Hide a module's lessons", show=False),
]

LESSON = [
    _key("lesson.next", "n,right", "next_step", "Next", "Go to the next step"),
    _key("lesson.previous", "p,left", "previous_step", "Previous", "Go to the previous step"),
]

EXERCISE = [
    _key("exercise.check", "f5,ctrl+j", "check", "Check", "Run the tests on your code", first=True),
    _key("exercise.hint", "f2", "hint", "Hint", "Take the next hint", first=True),
    _key("exercise.steps", "f3", "step_through", "Step through", "Step through your code", first=True),
    _key("exercise.compare", "f4", "compare", "Compare", "Compare with other solutions", first=True),
]

GROUPS = (APP, PLACE, HOME, LESSON_LIST, LESSON, EXERCISE)
"""Every group above; the ids in them are the ones that settings may name."""


def key_ids() -> frozenset[str]:
    """The id of every key that can be moved."""
    return frozenset(binding.id for group in GROUPS for binding in group if binding.id)
