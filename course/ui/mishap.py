"""The app's border: an exception that nobody expected costs the place it happened in, no more.

Wherever it is raised (a handler, a worker, a callback, a timer, while a place is composed or
drawn), Textual gives it to the app. What is typed is saved, what happened is written down and
told, and the learner goes on at Home. A second one ends the app, with words, if nothing that the
learner did in between has worked.

A place that closes is whole until then: it is not taken away while it opens. What its parts can
not find any more while it goes is no mishap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from textual import events
from textual._context import active_message_pump
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.dom import DOMNode, NoScreen
from textual.errors import NoWidget
from textual.widget import MountError
from textual.worker import Worker, WorkerFailed
from textual.worker_manager import WorkerManager

from course.debug import debug
from course.errors import CourseError
from course.ui.crash import farewell, write_down

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rich.console import RenderableType
    from textual.message import Message
    from textual.screen import Screen

    from course.locations import Locations


class OpenWork(WorkerManager):
    """The work of places that are open. A place that is closing begins nothing any more."""

    def __init__(self, app: App[None]) -> None:
        super().__init__(app)
        self._closing: WeakSet[DOMNode] = WeakSet()

    def add_worker(self, worker: Worker[Any], start: bool = True, exclusive: bool = True) -> None:
        """Begin a piece of work, unless its place is closing."""
        if self._closing.isdisjoint(worker.node.ancestors_with_self):
            super().add_worker(worker, start, exclusive)
        else:
            worker.cancel()

    def end(self, places: Iterable[DOMNode]) -> None:
        """End what these places do, for good."""
        self._closing.update(places)
        for worker in self:
            if not self._closing.isdisjoint(worker.node.ancestors_with_self):
                worker.cancel()


_GONE = (NoMatches, NoScreen, MountError)
"""What is raised where a part is asked for in a place that is being taken apart."""
_WORKED = 2
"""Keys after an exception that show that the app works again: the last may be the next culprit."""


def _is_ghost(screen: Screen[object], event: events.MouseDown) -> bool:
    """Whether what is clicked on is gone, and only still drawn; Textual asks it for its place."""
    try:
        widget, _ = screen.get_widget_at(event.x, event.y)
    except NoWidget:
        return False
    return widget.parent is None


class RecoveringApp(App[None]):
    """An app whose places may fail. `base_screen` makes the screen at the bottom of the stack."""

    DEFAULT_MODE = "base 0"

    locations: Locations

    def __init__(self) -> None:
        super().__init__()
        self._workers = self._open_work = OpenWork(self)
        self._serves = False
        self._recovering = False
        self._recovered = 0
        self._new_base: Screen[None] | None = None
        self._mishap: Screen[None] | None = None
        self._given_up: WeakSet[DOMNode] = WeakSet()
        self._keys = _WORKED
        self._used: Screen[Any] | None = None
        self.add_mode(self.DEFAULT_MODE, self.base_screen)

    # ------------------------------------------------------------ what the app provides

    def base_screen(self) -> Screen[None]:
        """A new screen to go on at."""
        raise NotImplementedError

    def keep_typed(self) -> str:
        """Save what is typed anywhere; in words, where it is now."""
        raise NotImplementedError

    def mishap_screen(self, error: Exception, kept: str, log: Path | None) -> Screen[None]:
        """What tells that a place failed, what was kept of what is typed, and where it is noted."""
        raise NotImplementedError

    def show_error(self, error: Exception) -> None:
        """Tell an error in a dialog, in the error's own words."""
        raise NotImplementedError

    def after_mishap(self, _: object = None) -> None:
        """The learner has read that a place failed, and is at the new base screen."""
        raise NotImplementedError

    @property
    def has_recovered(self) -> bool:
        """Whether this is not the first base screen any more."""
        return self._recovered > 0

    def has_given_up(self, place: DOMNode) -> bool:
        """Whether a place closes because something failed, and not because it was left."""
        return place in self._given_up

    # ------------------------------------------------------------ keys and screens

    async def on_event(self, event: events.Event) -> None:
        """What is pressed, typed or clicked waits until the screen it is meant for is there."""
        if isinstance(event, (events.InputEvent, events.Paste)):
            while not (screen := self.screen).is_mounted:
                await screen._mounted_event.wait()
            if isinstance(event, events.MouseDown) and _is_ghost(screen, event):
                return
            if isinstance(event, (events.Key, events.MouseDown, events.Paste)):
                self._keys += self._counts(screen)
                if self._used is not screen:
                    self._used = screen
                    debug("place", type(screen).__name__)
        await super().on_event(event)

    def _counts(self, screen: Screen[object]) -> bool:
        """Whether a key there is something the learner does, more than reading what happened."""
        return screen is not self._mishap

    def pop_screen(self) -> AwaitComplete:
        """Close the screen on top. Its work ends first: nothing asks for widgets that are going."""
        self._open_work.end([self.screen])
        return super().pop_screen()

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Close the app as soon as every place that is opening is open."""
        leave = super().exit

        async def once_open() -> None:
            await self._all_open()
            leave(result, return_code, message)

        if self._serves and not self._exit:
            self.call_later(once_open)
        else:
            leave(result, return_code, message)

    async def _shutdown(self) -> None:
        """Where nobody has asked the app to close, it closes here."""
        if self._running and not self._exit:
            await self._all_open()
        await super()._shutdown()

    async def _all_open(self) -> None:
        """Wait until every place is open; then their work ends."""
        while opening := [it for it in self._places() if not it.is_mounted]:
            await opening[0]._mounted_event.wait()
        self._open_work.end(self._places())

    def _places(self) -> list[Screen[Any]]:
        """Every screen, of the old stack as well."""
        return [screen for stack in self._screen_stacks.values() for screen in stack]

    async def _replace_screen(self, screen: Screen[Any]) -> Screen[Any]:
        """A place that is still opening is taken away once it is open."""
        if screen._task is not None:
            await screen._mounted_event.wait()
        return await super()._replace_screen(screen)

    # ------------------------------------------------------------ the border

    async def _dispatch_message(self, message: Message) -> None:
        """Textual ends an app whose own handler raises, and most keys are handled by the app."""
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            self._handle_exception(error)

    async def _process_messages_loop(self) -> None:
        """Only an app that takes messages can go on."""
        self._serves = True
        try:
            await super()._process_messages_loop()
        finally:
            self._serves = False

    def _handle_exception(self, error: Exception) -> None:
        """Everything that nobody caught comes here, from every place (see this module)."""
        if isinstance(error, WorkerFailed):
            error = error.error if isinstance(error.error, Exception) else error
            if isinstance(error, CourseError) and self._serves:
                self.call_later(self.show_error, error)  # the place itself stands
                return
        if isinstance(error, _GONE) and self._is_closing():
            return
        if self._exception is not None or (self._recovering and not self._base_fails()):
            return  # it follows from the first one, which is written down
        log = write_down(error, self.locations)
        if not self._serves or self._recovering or self._keys < _WORKED:
            self._end(error, log)
        else:
            self._recovering = True
            self.call_later(self._recover, error, log)

    def _is_closing(self) -> bool:
        """Whether the place that something happens in is going, or the whole app."""
        node = active_message_pump.get(None)
        nodes = node.ancestors_with_self if isinstance(node, DOMNode) else []
        is_going = any(it._pruning or it._closing for it in nodes)
        return is_going or self._exit or not self._running

    def _base_fails(self) -> bool:
        """Whether it is the new base screen that fails, and not what is left of the old places."""
        node = active_message_pump.get(None)
        return isinstance(node, DOMNode) and self._new_base in node.ancestors_with_self

    async def _recover(self, error: Exception, log: Path | None) -> None:
        """Save what is typed, leave every place, and tell what happened at a new base screen."""
        try:
            kept = self.keep_typed()
            self._given_up.update(self._places())
            self._open_work.end(self.screen_stack)
            await self._start_again()
            if self._exception is None:
                self._mishap = self.mishap_screen(error, kept, log)
                await self.push_screen(self._mishap, self.after_mishap)
        except Exception as another:
            self._end(another, write_down(another, self.locations))
        self._recovering, self._new_base, self._keys = False, None, 0

    async def _start_again(self) -> None:
        """A new base screen in a stack of its own: anything in the old one may be broken."""

        def make() -> Screen[None]:
            self._new_base = self.base_screen()
            return self._new_base

        before = self.current_mode
        self._recovered += 1
        self.add_mode(f"base {self._recovered}", make)
        await self.switch_mode(f"base {self._recovered}")
        self.remove_mode(before)

    def _end(self, error: Exception, log: Path | None) -> None:
        """Close calmly, with words in place of a traceback. The screens save as they close."""
        self._return_code = 1
        self._exit = True  # nothing is put into places any more
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self._exit_renderables.append(farewell(error, log))
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Print the words of the end; a path stays in one piece, so that it can be copied."""
        for words in self._exit_renderables:
            self.error_console.print(words, soft_wrap=True)
        self._exit_renderables.clear()
