"""The last line: the keys that work here. What does not fit is left to the help screen."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

_GAP = 2
_LAST = "help"


class KeyLine(Widget):
    """Keys and what they do, from the screen's bindings; a click on one presses it.

    `offers` says of an action whether it is named. One widget draws the line: Textual's footer
    makes a widget of each key, each time the focus moves. The key for help is always there,
    however narrow the window.
    """

    ALLOW_SELECT = False

    def __init__(self, offers: Callable[[str], bool] = lambda _: True) -> None:
        super().__init__()
        self._offers = offers
        self._spots: list[tuple[range, str]] = []

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen and self.app.app_focus:
            self.refresh()

    def _shown(self) -> list[tuple[str, str, str, bool]]:
        """The key to press, the key as written, the label, whether it is the key for help."""
        keys_shown: dict[str, tuple[str, str, str, bool]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            is_named = binding.show and binding.description and self._offers(binding.action)
            if is_named and active.enabled:
                written = self.app.get_key_display(binding)
                is_last = binding.id == _LAST
                keys_shown.setdefault(
                    binding.action, (binding.key, written, binding.description, is_last)
                )
        return sorted(keys_shown.values(), key=lambda shown: shown[3])

    def render(self) -> RenderResult:
        """As many keys as fit, in their order, help at the end."""
        keys = self._shown()
        room = self.content_size.width
        widths = [len(written) + 1 + len(label) for _, written, label, _ in keys]
        while len(keys) > 1 and sum(widths) + _GAP * (len(keys) - 1) > room:
            dropped = -2 if keys[-1][3] else -1
            del keys[dropped], widths[dropped]
        self._spots = []
        parts: list[Content | str | tuple[str, str]] = []
        start = 0
        for (key, written, label, _), width in zip(keys, widths, strict=True):
            self._spots.append((range(start, start + width), key))
            parts += [(written, "bold $accent"), (f" {label}", "$muted"), " " * _GAP]
            start += width + _GAP
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        place = event.get_content_offset(self)
        if place is None:
            return
        for columns, key in self._spots:
            if place.x in columns:
                event.stop()
                self.app.simulate_key(key)
