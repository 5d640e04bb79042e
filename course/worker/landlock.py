"""Landlock: the files and folders a process may open, and what it may do with them.

Stdlib only; Linux only.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable

LIST_ONLY = "\0list"
"""At the end of a path: its names can be read, nothing below it."""

_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_FOLDER, _REMOVE_FOLDER, _REMOVE_FILE = (
    1 << bit for bit in range(6)
)
_MAKE_DEVICE, _MAKE_SOCKET, _MAKE_PIPE = 1 << 6 | 1 << 11, 1 << 9, 1 << 10
_REFER, _TRUNCATE, _IOCTL = 1 << 13, 1 << 14, 1 << 15
_SINCE = {_REFER: 2, _TRUNCATE: 3, _IOCTL: 5}
_BEFORE = (1 << 13) - 1
_SCOPED = 3  # abstract sockets and signals stay among the confined
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def version() -> int:
    """The version of Landlock the kernel offers; 0 for none."""
    if _libc is None:
        return 0
    offered: int = _libc.syscall(444, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    return max(0, offered)


def guards_truncation() -> bool:
    """Whether cutting a file by its path is guarded."""
    return version() >= _SINCE[_TRUNCATE]


def restrict(readable: Iterable[str], writable: Iterable[str], allow_execute: bool) -> None:
    """Nothing but these paths can be opened; does nothing where there is no Landlock.

    Needs `no_new_privs`. In a writable folder nobody makes devices, sockets or named pipes.
    """
    offered = version()
    if not offered:
        return
    everything = _BEFORE | sum(right for right, since in _SINCE.items() if offered >= since)
    scoped = offered >= 6
    attributes = struct.pack("QQQ", everything, 0, _SCOPED if scoped else 0)
    attributes = attributes[: 24 if scoped else 8]
    rules = _call(444, attributes, ctypes.c_size_t(len(attributes)), 0)
    on_file = (_EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL) & everything
    read = _READ_FILE | _READ_FOLDER | _EXECUTE
    write = everything & ~(_MAKE_DEVICE | _MAKE_SOCKET | _MAKE_PIPE | _IOCTL)
    for paths, access in (
        (readable, read),
        (writable, write if allow_execute else write & ~_EXECUTE),
        (_DEVICES, on_file & ~_EXECUTE),
    ):
        for path in paths:
            name, _, only = path.partition("\0")
            _allow(rules, name, _READ_FOLDER if only else access, on_file)
    _call(446, rules, 0)
    os.close(rules)


def _allow(rules: int, path: str, access: int, on_file: int) -> None:
    if sys.platform != "linux":
        return
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        granted = access if os.path.isdir(path) else access & on_file
        if granted:
            _call(445, rules, 1, struct.pack("<Qi", granted, descriptor), 0)
    finally:
        os.close(descriptor)


def _call(number: int, *arguments: object) -> int:
    assert _libc is not None  # noqa: S101 - Linux only
    result: int = _libc.syscall(number, *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), f"landlock call {number}")
    return result
