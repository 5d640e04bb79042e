"""Which lines and functions of one file are run, as a trace function for `sys.settrace`."""

from __future__ import annotations

import types
from typing import Any


def tracer_of(path: str, lines: set[int], entered: set[str]) -> Any:
    """A trace function that notes the lines of a file that run, and its functions."""

    def local(frame: types.FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            lines.add(frame.f_lineno)
        return local

    def tracer(frame: types.FrameType, event: str, _argument: Any) -> Any:
        if event != "call" or frame.f_code.co_filename != path:
            return None
        entered.add(frame.f_code.co_name)
        return local

    return tracer
