"""The card at the top of Home: where to go on, one Enter away."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import RenderResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from course.ui import keys
from course.ui.widgets.ending_words import fitted


class ContinueCard(Widget, can_focus=True):
    """Says what comes next and opens it on Enter or a click."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.CONTINUE]
    ALLOW_SELECT = False

    label: reactive[str] = reactive("")
    heading: reactive[str] = reactive("")
    place: reactive[str] = reactive("")

    class Chosen(Message):
        """The learner goes on."""

    def render(self) -> RenderResult:
        """What it is about, the lesson's title, its place; the key at the right."""
        width = self.content_size.width
        key = " Enter ↵ "
        title = Content(fitted(self.heading, width - len(key) - 1))
        gap = max(1, width - title.cell_length - len(key))
        focused = self.has_focus
        return Content("\n").join(
            [
                Content.assemble((self.label, "$accent" if focused else "$muted")),
                Content.assemble(
                    title.stylize("bold"),
                    " " * gap,
                    (key, "bold $background on $accent" if focused else "$muted on $panel"),
                ),
                Content.styled(fitted(self.place, width), "$muted"),
            ]
        )

    def action_choose(self) -> None:
        """Go on."""
        self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """A click does what Enter does."""
        event.stop()
        self.action_choose()
