"""When an app has done all that it was asked to: nothing here depends on how fast a machine is.

The pilot guesses from the time that the process takes, and one that a busy machine does not let
run looks as if it had nothing to do. Here everything that may still happen is asked for: what the
event loop has yet to run, messages, work, threads, what is to be drawn.

`COURSE_JITTER=1` (any number, a seed) has messages, work and threads take their time at random:
a test that looks before something is there fails then.
"""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import Callable, Coroutine
from contextvars import copy_context
from functools import partial
from itertools import chain
from typing import Any
from weakref import WeakKeyDictionary

from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker, active_worker

GO_ON = ("follow", "ask", "play")
"""Groups of work that end when the learner wants."""
PATIENCE = 180
"""Seconds after which what is waited for never comes."""

_threads: WeakKeyDictionary[asyncio.AbstractEventLoop, set[asyncio.Future[Any]]] = (
    WeakKeyDictionary()
)


_runner = asyncio.Runner(loop_factory=lambda: new_loop())


def run(test: Coroutine[Any, Any, Any]) -> Any:
    """Run a test in the event loop that all of them share, as they share a checker."""
    return _runner.run(test, context=copy_context())


def close() -> None:
    """End the event loop, with the last test."""
    _runner.close()


def new_loop() -> asyncio.AbstractEventLoop:
    """An event loop of which is known what goes on in threads."""
    loop = asyncio.new_event_loop()
    begin = loop.run_in_executor
    in_threads = _threads[loop] = set()

    def begun(executor: Any, call: Callable[..., Any], *given: Any) -> asyncio.Future[Any]:
        future = begin(executor, _late(call), *given)
        if _ends(active_worker.get(None)):
            in_threads.add(future)
            future.add_done_callback(in_threads.discard)
        return future

    loop.run_in_executor = begun  # type: ignore[method-assign,assignment]
    return loop


async def settle(app: App[Any]) -> None:
    """Wait until nothing goes on but what waits for the learner."""
    end = time.monotonic() + PATIENCE
    while True:
        await draw(app)
        if not (reason := busy(app)):
            return
        if time.monotonic() > end:
            raise TimeoutError(f"it still goes on: {reason}")
        tasks = [it._task for it in app.workers if _ends(it) and it._task is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=0.05, return_when=asyncio.FIRST_COMPLETED)
        else:
            await asyncio.sleep(0.002)


async def draw(app: App[Any]) -> None:
    """Let everything run that can, and draw at once what it changed."""
    await _turned()
    for part in list(app._registry):
        # One that changed while it was made says so with its next message only.
        if isinstance(part, Widget) and (part._layout_required or part._repaint_required):
            part.check_idle()
    await _turned()
    screens = [it for it in _seen(app) if _is_undrawn(it) or it._dirty_widgets]
    while screens and not app._batch_count:
        for screen in screens:
            screen.call_next(screen._on_timer_update)
        await _turned()
        screens = undrawn(app)


def busy(app: App[Any]) -> str:
    """Something that goes on, or nothing."""
    if not app.is_running or app._exit:
        return ""
    going = chain(
        (it for it in [app, *app._registry] if it._running and not _waits(it)),
        (it for it in app.workers if _ends(it)),
        _threads.get(asyncio.get_running_loop(), ()),
        (*app.animator._animations, *app.animator._scheduled),
        # A new size of the window is taken in a moment later, as one of many might be.
        (it for it in app._timers if it._repeat == 0 and it._task and not it._task.done()),
        undrawn(app),
    )
    return next(map(repr, going), "")


def undrawn(app: App[Any]) -> list[Screen[Any]]:
    """The screens that are seen and not yet as they are to be."""
    return [it for it in _seen(app) if _is_undrawn(it)]


def _ends(work: Worker[Any] | None) -> bool:
    """Whether a piece of work ends by itself; so does what is no such piece."""
    return work is None or (work.group not in GO_ON and not work.is_finished)


def _waits(pump: MessagePump) -> bool:
    """Whether a part has nothing to do until a message comes."""
    queue = pump._message_queue
    is_empty = queue.empty() and pump._pending_message is None and not pump._next_callbacks
    return is_empty and bool(queue.ready_event._waiters)  # type: ignore[attr-defined]


def _seen(app: App[Any]) -> list[Screen[Any]]:
    """The screens that are seen, the one on top first."""
    if not app.is_running or app._exit or not app._screen_stack:
        return []
    return [it for it in (app.screen, *app._background_screens) if it._running]


def _is_undrawn(screen: Screen[Any]) -> bool:
    """Whether a screen is not yet as it is to be; one below another never says it is painted."""
    unpainted = screen._dirty_widgets or screen._repaint_required
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._recompose_required
        or screen._callbacks
        or (screen is screen.app.screen and unpainted)
    )


async def _turned() -> None:
    """Wait until everything else in the event loop waits for something from outside of it."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    calm = 0
    while calm < 2:
        await asyncio.sleep(0)
        calm = 0 if ready else calm + 1


# ---------------------------------------------------------------- taking its time

_chance = random.Random(os.environ.get("COURSE_JITTER"))  # noqa: S311 - no secret
_LONGEST = 0.05 if "COURSE_JITTER" in os.environ else 0.0


def _late(call: Callable[..., Any]) -> Callable[..., Any]:
    """A call for a thread; with jitter it begins a moment later."""
    return partial(_after, _chance.uniform(0, _LONGEST), call) if _LONGEST else call


def _after(seconds: float, call: Callable[..., Any], *given: Any) -> Any:
    time.sleep(seconds)
    return call(*given)


def take_time() -> None:
    """With jitter, let work and one message in ten take a moment longer, from here on."""
    if not _LONGEST:
        return
    work, dispatch = Worker.run, MessagePump._dispatch_message

    async def run_late(self: Worker[Any]) -> Any:
        await asyncio.sleep(_chance.uniform(0, _LONGEST))
        return await work(self)

    async def dispatch_late(self: MessagePump, message: Any) -> None:
        if _chance.random() < 0.1:
            await asyncio.sleep(_chance.uniform(0, _LONGEST))
        await dispatch(self, message)

    Worker.run = run_late  # type: ignore[method-assign]
    MessagePump._dispatch_message = dispatch_late  # type: ignore[method-assign]
