"""Helpers of the tests of programs that run: opened, run to their end, what is said of them."""

from __future__ import annotations

from typing import Any

from textual.content import Content

from course.ui.screens.playground import PlaygroundScreen

ASKING = """\
name = input("Name? ")
amount = int(input("How many? "))
print(f"{amount} for {name}")
"""


async def opened(it: Any, source: str | None = None) -> PlaygroundScreen:
    """Open the playground from Home, with a program in it."""
    await it.press("g")
    await it.until(lambda: it.place == "PlaygroundScreen")
    screen = it.app.screen
    assert isinstance(screen, PlaygroundScreen)
    if source is not None:
        screen.editor.replace_text(source)
    return screen


async def ran(it: Any, screen: PlaygroundScreen) -> None:
    """Press the key that runs and wait for the end."""
    await it.press("f5")
    await it.until(lambda: has_ended(screen))
    await it.settle()


def state(screen: PlaygroundScreen) -> str:
    """What the line above the output says."""
    shown = screen.query_one("#play-state").render()
    assert isinstance(shown, Content)
    return shown.plain


def has_ended(screen: PlaygroundScreen) -> bool:
    """Whether the program has ended, and all is said of its end."""
    says = state(screen)[0] in "✓✗■"
    return says and not any(work.group == "play" for work in screen.app.workers)


def told(it: Any) -> str:
    """The plain words below the output."""
    return " ".join(line.rpartition("▌")[2].strip() for line in it.text.split("\n"))
