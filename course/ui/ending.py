"""The end that comes from outside: the terminal hangs up, or the system asks the app to end.

What is typed is saved at once; then the app closes as it does by its key, so that the terminal is
left as it was. Where that takes too long the process ends all the same.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


_ENDS_WITHIN = 10.0
"""Seconds that closing may take."""


def listen(app: App[Any]) -> None:
    """Close `app` at a signal; where there are no such signals, nothing is done."""
    loop = asyncio.get_running_loop()
    ours = terminals()  # asked here: one that has hung up is none any more

    def interrupted(number: int, _: object) -> None:
        if loop.is_closed():
            raise KeyboardInterrupt
        loop.call_soon_threadsafe(_end, app, number, ours)

    # Windows has no handlers in a loop; a loop beside the main thread takes none.
    with suppress(NotImplementedError, RuntimeError, ValueError):
        for name in ("SIGHUP", "SIGTERM"):
            if (number := getattr(signal, name, None)) is not None:
                loop.add_signal_handler(number, _end, app, number, ours)
        # Not by the loop, which would hear it later: `own_editor` says whose Ctrl+C it is.
        signal.signal(signal.SIGINT, interrupted)


def hang_up(app: App[Any]) -> None:
    """Close `app` because nobody is there any more to draw for."""
    _end(app, 1, [])


def terminals() -> list[int]:
    """The descriptors of this program's terminal."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    return [one.fileno() for one in streams if one is not None and one.isatty()]


def leave_if_gone(ours: list[int]) -> None:
    """Where the terminal has hung up meanwhile: whoever writes to it would wait for ever."""
    if not all(map(os.isatty, ours)):
        _leave(ours)


def _end(app: App[Any], number: int, ours: list[int]) -> None:
    if save_typed := getattr(app, "save_typed", None):
        save_typed()
    status = 128 + number
    last = threading.Timer(_ENDS_WITHIN, os._exit, [status])
    last.daemon = True
    last.start()
    if number == 1:  # SIGHUP, which Windows has no name for
        _leave(ours)
    app.exit(return_code=status)


def _leave(ours: list[int]) -> None:
    """The terminal is gone: what is still drawn goes nowhere, instead of failing in a thread."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in ours:
            os.dup2(nowhere, descriptor)
        os.close(nowhere)
