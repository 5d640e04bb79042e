"""A text area that offers names while they are typed, and shows what a call takes."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.content import Content
from textual.widgets import Static

from course.signs import HERE
from course.ui.aids.complete import CallAtCursor, Offer, Offers, call_at, complete
from course.ui.aids.reference_uses import reference_uses
from course.ui.widgets.ending_words import fitted
from course.ui.widgets.marked import MarkedArea

if TYPE_CHECKING:
    from textual.timer import Timer

    from course.ui.aids.edits import Place
    from course.ui.settings import Settings

PAUSE = 0.12
"""Seconds without a key until something is offered."""
_ROWS = 7
_WIDEST = 64


class AidBox(Static):
    """What is offered, below the cursor or above it; over everything, and takes no keys."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = ""

    def __init__(self) -> None:
        super().__init__("", classes="aid-box", markup=False)

    def put(self, content: Content, at: tuple[int, int]) -> None:
        """Show this at a place on the screen."""
        self.update(content)
        height = content.plain.count("\n") + 1
        x, y = at
        below = y + 1
        y = below if below + height <= self.screen.size.height else max(0, y - height)
        self.styles.offset = (max(0, min(x, self.screen.size.width - content.cell_length - 2)), y)
        self.display = True


class AssistedArea(MarkedArea):
    """Offers what a name that is begun may mean, once the typing pauses.

    Tab takes what is marked, the arrows mark another, Enter takes one that was marked by an arrow,
    Escape puts the list away; every other key goes on as if nothing were offered.
    """

    offers: Offers | None = None
    call: CallAtCursor | None = None
    _chosen = 0
    _has_chosen = False
    _help_timer: Timer | None = None
    _edits = 0
    _box: AidBox | None = None

    @property
    def settings(self) -> Settings:
        """The learner's; a subclass says which."""
        raise NotImplementedError

    @property
    def completes(self) -> bool:
        """Whether names are offered here at all: not in the first module."""
        return bool(getattr(self.screen, "completes", True))

    # ------------------------------------------------------------ when

    def update_suggestion(self) -> None:
        """The text has changed: what was offered is of before."""
        super().update_suggestion()
        self._edits += 1
        if self.offers is not None or self.call is not None:
            self.put_away()
        if self.has_focus and (self.settings.completion or self.settings.signatures):
            self._help_timer = self._help_timer or self.set_timer(PAUSE, self._help_now)

    def offer_nothing(self) -> None:
        """It was not typed: whoever reads what has come needs no list over it."""
        if self._help_timer is not None:
            self._help_timer.stop()
            self._help_timer = None

    def _help_now(self) -> None:
        left = self._changed_at + PAUSE - time.monotonic()
        self._help_timer = self.set_timer(left, self._help_now) if left > 0 else None
        if left <= 0 and self.has_focus and self.selection.is_empty and self.completes:
            self.find_help()

    @work(group="offer", exclusive=True)
    async def find_help(self, *, asked: bool = False) -> None:
        """Work out what to offer, beside the typing, and show it unless that went on."""
        edits, cursor = self._edits, self.cursor_location
        settings = self.settings
        offers, call = await self.helped(
            list(self.document.lines),
            cursor,
            asked=asked,
            names=settings.completion or asked,
            calls=settings.signatures,
        )
        if (edits, cursor) == (self._edits, self.cursor_location) and self.has_focus:
            self.show_help(offers, call)

    async def helped(
        self, lines: list[str], cursor: Place, *, asked: bool, names: bool, calls: bool
    ) -> tuple[Offers | None, CallAtCursor | None]:
        """What to offer at a place: worked out in a thread, and asked of a language server.

        What the offline reference says of a name is said in place of what the server says.
        """

        def find() -> tuple[Offers | None, CallAtCursor | None]:
            uses = reference_uses(getattr(self.app, "locations", None))
            return (
                complete(lines, cursor, uses, asked=asked) if names else None,
                call_at(lines, cursor, uses) if calls else None,
            )

        server = getattr(self.app, "language_server", None)
        own = asyncio.to_thread(find)
        if server is None or not self.settings.language_server:
            return await own
        mine, theirs = await asyncio.gather(
            own, server.help(lines, cursor, names=names, calls=calls)
        )
        if theirs is None:
            return mine
        return _merged(mine[0], theirs[0]), mine[1] or theirs[1]

    def action_complete(self) -> None:
        """Offer what may be meant, also where nothing is begun."""
        self.find_help(asked=True)

    # ------------------------------------------------------------ what is shown

    def show_help(self, offers: Offers | None, call: CallAtCursor | None) -> None:
        """Show names, or else the call; nothing where there is neither."""
        self.offers, self.call = offers, call
        self._chosen, self._has_chosen = 0, False
        if offers is None and call is None:
            self.put_away()
        else:
            self._draw()

    def _draw(self) -> None:
        if self._box is None or not self._box.is_attached:
            self._box = AidBox()
            self.screen.mount(self._box)
        x, y = self.cursor_screen_offset
        room = min(_WIDEST, self.screen.size.width - 2)
        if self.offers is not None:
            start = self.cursor_location[1] - self.offers.start
            content = self._list(self.offers.offers, room)
            self._box.put(content, (x - start - 2, y))
        elif self.call is not None:
            self._box.put(_told(self.call, room), (x, y - 2 if y > 2 else y))

    def _list(self, offers: tuple[Offer, ...], room: int) -> Content:
        first = max(0, min(self._chosen - _ROWS // 2, len(offers) - _ROWS))
        shown = offers[first : first + _ROWS]
        widest = max(len(it.name) for it in shown)
        rows = []
        for place, it in enumerate(shown, start=first):
            is_chosen = place == self._chosen
            use = fitted(it.use, room - widest - 4) if it.use and room - widest > 12 else ""
            name = Content.styled(it.name.ljust(widest), "bold" if is_chosen else "")
            sign = Content.styled(HERE if is_chosen else " ", "$accent")
            rows.append(Content.assemble(sign, " ", name, "  ", (use, "$muted")))
        return Content("\n").join(rows)

    def put_away(self) -> None:
        """Offer nothing."""
        self.offers = self.call = None
        if self._box is not None and self._box.is_attached:
            self._box.display = False

    def on_blur(self) -> None:
        """What is offered is of the place that is typed in."""
        self.put_away()

    def _watch_selection(self, previous: Any, selection: Any) -> None:
        super()._watch_selection(previous, selection)
        if self.call is not None or self.offers is not None:
            self.put_away()

    # ------------------------------------------------------------ taking one

    def take_key(self, event: events.Key) -> bool:
        """Whether a key is about what is offered; it is done then."""
        if self.offers is None:
            if self.call is not None and event.key == "escape":
                self.put_away()
                return True
            return False
        if event.key in ("up", "down"):
            by = 1 if event.key == "down" else -1
            self._chosen = (self._chosen + by) % len(self.offers.offers)
            self._has_chosen = True
            self._draw()
        elif event.key == "tab" or (event.key == "enter" and self._has_chosen):
            self._take(self.offers)
        elif event.key == "escape":
            self.put_away()
        else:
            return False
        return True

    def _take(self, offers: Offers) -> None:
        row, column = self.cursor_location
        name = offers.offers[self._chosen].name
        self.put_away()
        self.history.checkpoint()
        self.replace(name, (row, offers.start), (row, column), maintain_selection_offset=False)
        self.history.checkpoint()


def _merged(own: Offers | None, theirs: Offers | None) -> Offers | None:
    """What the server offers, in our words where there are some, then what only we offer."""
    if own is None or theirs is None or own.start != theirs.start:
        return theirs or own
    ours = {it.name: it for it in own.offers}
    names = {it.name for it in theirs.offers}
    both = [ours[it.name] if it.name in ours and ours[it.name].use else it for it in theirs.offers]
    return Offers(own.start, (*both, *(it for it in own.offers if it.name not in names)))


def _told(call: CallAtCursor, room: int) -> Content:
    """How a call is written, with the argument that is being typed underlined."""
    begins = call.use.find("(") + 1
    places, depth, at = [begins], 0, begins
    for at in range(begins, len(call.use)):
        sign = call.use[at]
        depth += (sign in "([{") - (sign in ")]}")
        if depth < 0:
            break
        if sign == "," and depth == 0:
            places.append(at + 1)
    ends = [*(it - 1 for it in places[1:]), at]
    content = Content(call.use)
    if call.argument < len(places):
        content = content.stylize("bold underline", places[call.argument], ends[call.argument])
    return content.truncate(room, ellipsis=True)
