"""Data as the shapes that it should have: the one door to msgspec's decoding.

msgspec works out what a type looks like when it first meets it, and keeps that half done where
another thread can see it: two threads that meet a type at the same time end the whole process. So
the first time of each type is waited for here; after that there is nothing to wait for.
"""

from __future__ import annotations

import threading
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_met: set[Any] = set()
_meeting = threading.Lock()


def convert(value: Any, kind: type[T], *, strict: bool = True, str_keys: bool = False) -> T:
    """`msgspec.convert`, in any thread."""
    _meet(kind)
    return msgspec.convert(value, kind, strict=strict, str_keys=str_keys)


def decode(content: bytes | str, kind: type[T]) -> T:
    """`msgspec.json.decode`, in any thread."""
    _meet(kind)
    return msgspec.json.decode(content, type=kind)


def _meet(kind: Any) -> None:
    if kind not in _met:
        with _meeting:
            msgspec.json.Decoder(kind)
            _met.add(kind)
