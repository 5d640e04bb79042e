"""The line above the learning path: its name, how far one is, ways the footer has no room for."""

from __future__ import annotations

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

_WAYS = {"home.placement": "placement", "home.shift": "working day", "home.exam": "exam"}
"""Keys of Home, the first ones first, and what each is called here."""
_BELOW = "home.shift"
"""The one that takes a second line where it does not fit; those after it go along."""
_GAP = "  "
_LOW = 24
"""A window of so many lines has room for a second line."""


class PathTitle(Widget):
    """What `show` was given, then as many ways as fit; a click on one goes there."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._words = ("", "")
        self._placement_is_open = False
        self._spots: list[tuple[int, range, str]] = []

    def show(self, title: str, done: str, placement_is_open: bool) -> None:
        """Draw the path's title, how much of it is done, and whether its placement is to come."""
        self._words = (title, done)
        self._placement_is_open = placement_is_open
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """One line, or two where the ways do not fit."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """What fits."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        title, done = self._words
        lines = [Content.assemble((title, "bold"), (f"   {done}", "$muted"))]
        most = 2 if self.app.size.height >= _LOW else 1
        self._spots = []
        bindings = {it.binding.id: it.binding for it in self.screen.active_bindings.values()}
        for name, words in _WAYS.items():
            if name not in bindings or (name == "home.placement" and not self._placement_is_open):
                continue
            key = self.app.get_key_display(bindings[name])
            way = Content.assemble((f"{words}: ", "$muted"), (f" {key} ", "$muted on $panel"))
            longer = Content.assemble(lines[-1], _GAP, way)
            if longer.cell_length > width and len(lines) < most and name == _BELOW:
                lines.append(Content(""))
                longer = way
            if longer.cell_length <= width:
                place = range(longer.cell_length - way.cell_length, longer.cell_length)
                self._spots.append((len(lines) - 1, place, bindings[name].action))
                lines[-1] = longer
        return lines

    async def on_click(self, event: events.Click) -> None:
        """Go where a way leads."""
        place = event.get_content_offset(self)
        for row, columns, action in self._spots:
            if place is not None and place.y == row and place.x in columns:
                event.stop()
                await self.screen.run_action(action)
