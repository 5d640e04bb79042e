"""The tabs of an exercise in a narrow window: one pane at a time, each a key away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult

PANES: dict[str, str] = {"brief": "Brief", "code": "Code", "results": "Results"}


class PaneTab(Static):
    """One tab; a click shows its pane."""

    @dataclass
    class Chosen(Message):
        """Show this pane."""

        pane: str

    def __init__(self, pane: str, number: int, title: str) -> None:
        super().__init__(classes="pane-tab", id=f"tab-{pane}")
        self.pane = pane
        self.title = title
        self.number = number
        self.say("")

    def say(self, more: str) -> None:
        """The tab's number and name, and what is new in its pane (`✗`, `2 hints`)."""
        name = Content.assemble((f"{self.number} ", "$muted"), self.title)
        self.update(Content.assemble(name, (f" {more}" if more else "", "")))

    def on_click(self, event: events.Click) -> None:
        """Like the key of its number."""
        event.stop()
        self.post_message(self.Chosen(self.pane))


class PaneTabs(Horizontal):
    """`1 Brief  2 Code  3 Results`; the one that is shown is marked."""

    NAMES: ClassVar[tuple[str, ...]] = tuple(PANES)

    def __init__(self, work: str = PANES["code"]) -> None:
        """`work` is what the pane is called in which the learner works."""
        super().__init__(id="pane-tabs")
        self.titles = {**PANES, "code": work}

    def compose(self) -> ComposeResult:
        """A tab for each pane."""
        for number, pane in enumerate(PANES, start=1):
            yield PaneTab(pane, number, self.titles[pane])

    def show(self, shown: str) -> None:
        """Mark the tab of the pane that is shown."""
        for tab in self.query(PaneTab):
            tab.set_class(tab.pane == shown, "-shown")

    def say(self, pane: str, more: str) -> None:
        """Put a word about its pane on a tab."""
        for tab in self.query(PaneTab):
            if tab.pane == pane:
                tab.say(more)
