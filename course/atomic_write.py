"""A file written whole or not at all: a part beside it takes its place, or goes."""

from __future__ import annotations

import itertools
import os
from contextlib import suppress

_PARTS = itertools.count()


def write_whole(
    file: str | os.PathLike[str], content: bytes, *, mode: int | None = None, lasts: bool = False
) -> None:
    """Put a new file in the place of whatever has its name; raises OSError.

    Whatever stops it, a full disk or a key, leaves no part behind; `lasts` means that the content
    has reached the disk before the name does.
    """
    folder, name = os.path.split(os.fspath(file))
    for number in _PARTS:
        part = os.path.join(folder, f".{name}.{os.getpid()}-{number}.part")
        with suppress(FileExistsError):  # of a process of that number that was killed
            stream = open(part, "xb")  # noqa: SIM115 - closed below
            break
    try:
        with stream:
            stream.write(content)
            if lasts:
                stream.flush()
                os.fsync(stream.fileno())
        if mode is not None:
            os.chmod(part, mode)
        os.replace(part, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise
