"""The root logger as a program finds it."""

from __future__ import annotations

import logging

from .channel import Output

_streams: list[object] = []
"""Files whose descriptor was closed, and may be somebody else's by now: Python must not do it."""


def free_root_logger() -> None:
    """Take pytest's handlers off the root logger, so that `logging.basicConfig` does something.

    pytest puts them back while a test runs. The file of one of them was closed with everything
    that was inherited; without a stream it can be closed once more.
    """
    root = logging.getLogger()
    for handler in list(root.handlers):
        root.removeHandler(handler)
        if isinstance(handler, logging.FileHandler):
            _streams.append(handler.stream)
            handler.stream = None


def tell_logs_apart(output: Output) -> None:
    """From now on what a program logs, also to `sys.stdout`, is not kept as printed."""
    output.keep_only_prints()
    call_handlers = logging.Logger.callHandlers

    def called_apart(self: logging.Logger, record: logging.LogRecord) -> None:
        with output.logging():
            call_handlers(self, record)

    logging.Logger.callHandlers = called_apart  # type: ignore[method-assign]
