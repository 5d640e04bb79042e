"""Code that runs and is in no file that is measured: text that is executed, a module made here.

A refactoring is measured by its text. What runs all the same is heard of as it begins: Python
announces every code object that is executed, made or put into a function, whatever name or road
led there.
"""

from __future__ import annotations

import os
import sys
import types
from collections.abc import Container, Iterator
from typing import Any

from .channel import Channel
from .protocol import HiddenCode
from .value_text import OwnFolder

_RUNS = {"exec": "exec", "function.__new__": "types.FunctionType", "code.__new__": "types.CodeType"}
# Files of Python's that run text which somebody else gave them. Others run their own.
_RUN_FOR_OTHERS = tuple(
    os.path.join(os.sep, name)
    for name in (
        *("annotationlib.py", "bdb.py", "cProfile.py", "code.py", "codeop.py", "doctest.py"),
        *("pdb.py", "profile.py", "runpy.py", "timeit.py", "trace.py", "typing.py"),
    )
)


class Hidden:
    """Tells, once, of code that the learner's code runs and that is in none of `files`.

    These are names of files in the learner's folder, as they were before any of it ran.
    """

    def __init__(self, home: OwnFolder, channel: Channel, files: Container[str]) -> None:
        self._home = home
        self._files = files
        self._channel: Channel | None = channel
        self._frame = sys._getframe

    def watch(self) -> None:
        """From here on, for as long as the process lives."""
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._channel is None or event not in _RUNS:
            return
        code = arguments[0]
        of_file = type(code) is types.CodeType and self._home.owns(code)
        if of_file and self._home.name(code) in self._files:
            return
        if of_file or self._is_asked_for():
            channel, self._channel = self._channel, None
            channel.send(HiddenCode(_RUNS[event]))

    def _is_asked_for(self) -> bool:
        """Whether the learner's code did that, itself or through what runs text for others."""
        frame: types.FrameType | None = self._frame(2)
        while frame is not None and frame.f_code.co_filename.endswith(_RUN_FOR_OTHERS):
            frame = frame.f_back
        return frame is not None and self._home.owns(frame.f_code)


def files_in(folder: str) -> Iterator[str]:
    """The names of all files below a folder, with `/` between their parts."""
    for place, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/")
