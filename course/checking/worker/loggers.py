"""The root logger as a program finds it."""

from __future__ import annotations

import logging

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
