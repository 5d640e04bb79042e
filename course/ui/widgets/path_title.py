"""The line above the learning path: its name, how far one is, ways the footer has no room for."""

from __future__ import annotations

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

_WAYS = {"home.placement": "placement", "home.shift": "working day", "home.exam": "exam"}
"""Keys of Home, the first ones first, and what each is called here."""
_GAP = "  "


class PathTitle(Widget):
    """What `show` was given, then as many ways as fit; a click on one goes there."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._words = ("", "")
        self._placement_is_open = False
        self._spots: list[tuple[range, str]] = []

    def show(self, title: str, done: str, placement_is_open: bool) -> None:
        """Draw the path's title, how much of it is done, and whether its placement is to come."""
        self._words = (title, done)
        self._placement_is_open = placement_is_open
        self.refresh()

    def on_mount(self) -> None:
        """The keys may change."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> RenderResult:
        """One line."""
        title, done = self._words
        line = Content.assemble((title, "bold"), (f"   {done}", "$muted"))
        self._spots = []
        bindings = {it.binding.id: it.binding for it in self.screen.active_bindings.values()}
        for name, words in _WAYS.items():
            if name not in bindings or (name == "home.placement" and not self._placement_is_open):
                continue
            key = self.app.get_key_display(bindings[name])
            longer = Content.assemble(
                line, (f"{_GAP}{words}: ", "$muted"), (f" {key} ", "$muted on $panel")
            )
            if longer.cell_length <= self.content_size.width:
                place = range(line.cell_length, longer.cell_length)
                self._spots.append((place, bindings[name].action))
                line = longer
        return line

    async def on_click(self, event: events.Click) -> None:
        """Go where a way leads."""
        place = event.get_content_offset(self)
        for columns, action in self._spots:
            if place is not None and place.x in columns:
                event.stop()
                await self.screen.run_action(action)
