"""Results kept in the cache folder, each under the digest of all that it depends on.

Best effort: what cannot be read or written is worked out again.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TypeVar

import msgspec

from course import shapes
from course.atomic_write import write_whole
from course.debug import debug
from course.locations import find

T = TypeVar("T")


def load(kind: str, key: str, shape: type[T]) -> T | None:
    """The result that was saved; None where there is none of that shape."""
    try:
        stored = shapes.decode(_file(kind, key).read_bytes(), shape)
    except FileNotFoundError:
        debug("cache", f"{kind} {key[:12]} is not kept: it is worked out")
        return None
    except (OSError, msgspec.DecodeError) as error:
        debug("cache", f"{kind} {key[:12]} cannot be used ({error!r}): it is worked out")
        return None
    debug("cache", f"{kind} {key[:12]} is kept: nothing is worked out")
    return stored


def save(kind: str, key: str, result: object) -> None:
    """Keep a result, whole or not at all."""
    path = _file(kind, key)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, msgspec.json.encode(result))


def _file(kind: str, key: str) -> Path:
    return find().cache / kind / f"{key}.json"
