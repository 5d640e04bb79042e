"""What a program prints while one of its objects is asked something is not kept.

The streams stay what they are, so that nothing it could look at tells it that it is being asked.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from .channel import ErrorsSide, Output


@contextmanager
def muted() -> Iterator[None]:
    """Forget what this block prints."""
    streams = [sys.stdout] if sys.stderr is sys.stdout else [sys.stdout, sys.stderr]
    ends = [_end(stream) for stream in streams]
    try:
        yield
    finally:
        for stream, end in zip(streams, ends, strict=True):
            _forget_from(stream, end)


def _end(stream: object) -> int:
    if isinstance(stream, Output | ErrorsSide):
        stream.mute(True)
    elif (captured := _captured(stream)) is not None:
        return captured.tell()
    return 0


def _forget_from(stream: object, end: int) -> None:
    if isinstance(stream, Output | ErrorsSide):
        stream.mute(False)
    elif (captured := _captured(stream)) is not None:
        captured.seek(end)
        captured.truncate()


def _captured(stream: object) -> io.BytesIO | None:
    """What pytest's `capsys` keeps, where it put that in the place of a stream."""
    if not isinstance(stream, io.TextIOWrapper):
        return None
    stream.flush()
    buffer: object = stream.buffer
    return buffer if isinstance(buffer, io.BytesIO) else None
