"""The border to the terminal under the app: every line that is drawn passes here."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

from course.text import clean


class ShowOnly(LineFilter):
    """What others wrote is shown and never obeyed; a line stays as wide as it is."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments of a line, safe for a terminal."""
        shown = [_shown(one) for one in segments]
        if shown == segments:
            return segments
        width = sum(one.cell_length for one in segments)
        return list(Strip(shown).adjust_cell_length(width))


def _shown(segment: Segment) -> Segment:
    text, style, control = segment
    if control:
        return segment
    if style is not None and style.link and clean(style.link) != style.link:
        style = style.update_link(None)
    return Segment(clean(text, 10 * len(text)).replace("\n", "\\n"), style)
