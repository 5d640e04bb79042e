"""The driver of an app that `course serve` has started: it ends when the server is gone."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size

from course.ui import ending


class ServedDriver(WebDriver):
    """Draws into a pipe and reads keys from another, both held by the server."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: Size | tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._write = partial(self._send)

    def _send(self, data: bytes) -> int:
        """Write to the server; what nobody reads any more is dropped."""
        with suppress(BrokenPipeError):
            os.write(self.fileno, data)
        return len(data)

    def run_input_thread(self) -> None:
        """Read until the app closes; a pipe that ends earlier means that the server has died."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._loop.call_soon_threadsafe(ending.hang_up, self._app)
