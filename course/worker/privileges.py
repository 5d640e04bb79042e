"""What a Linux process is by itself: its rights beyond a plain user's, its network, its tree.

Stdlib only; Linux only.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import struct
import sys

_PARENT_DEATH_SIGNAL, _NO_NEW_PRIVILEGES, _SUBREAPER, _READ_BOUNDS, _DROP_FROM_BOUNDS = (
    1,
    38,
    36,
    23,
    24,
)
_NEW_NETWORK, _NEW_USER, _NEW_MOUNTS = 0x40000000, 0x10000000, 0x00020000
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def become_subreaper() -> None:
    """Orphans below this process become its children, so that it can end them."""
    _prctl(_SUBREAPER, 1)


def end_with_parent() -> None:
    """The kernel kills this process when the thread that has started it ends."""
    if sys.platform != "win32":
        _prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)


def drop_bounds() -> None:
    """Programs that this process starts get no rights of root, whoever starts them.

    A template does this for its workers: there are forty rights, and each takes a while.
    """
    assert _libc is not None  # noqa: S101 - Linux only
    if _libc.prctl(_READ_BOUNDS, 0) != 1:  # the last one to go
        return
    for right in reversed(range(64)):
        with contextlib.suppress(OSError):  # no kernel has all 64; a plain user has none to drop
            _prctl(_DROP_FROM_BOUNDS, right)


def drop() -> None:
    """No rights of root any more, for good: neither this process nor a program that it starts."""
    assert _libc is not None  # noqa: S101 - Linux only
    drop_bounds()
    header, none = struct.pack("Ii", 0x20080522, 0), struct.pack("6I", *[0] * 6)
    _check(_libc.capset(header, none), "capset")
    no_new()


def no_new() -> None:
    """Programs that this process starts get no rights that it has not."""
    _prctl(_NO_NEW_PRIVILEGES, 1)


def isolate(network: bool, shared_memory: bool) -> bool:
    """A network of its own that has only this machine's loopback, `/dev/shm` of its own, or both.

    False where that is not permitted: then the process must not run what needs it.
    """
    if sys.platform != "linux":
        return False
    assert _libc is not None  # noqa: S101
    spaces = _NEW_NETWORK * network | _NEW_MOUNTS * shared_memory
    user, group = os.geteuid(), os.getegid()
    try:
        if _libc.unshare(spaces):
            _check(_libc.unshare(_NEW_USER | spaces), "unshare")
            for name, words in (
                ("setgroups", "deny"),
                ("uid_map", f"{user} {user} 1"),
                ("gid_map", f"{group} {group} 1"),
            ):
                with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                    file.write(words)
        if network:
            _start_loopback()
        if shared_memory:
            _mount_shared_memory()
    except OSError:
        return False
    return True


def _start_loopback() -> None:
    if sys.platform != "linux":
        return
    import fcntl
    import socket

    with socket.socket() as probe:
        request = struct.pack("16sH14x", b"lo", 1 | 0x40)  # IFF_UP | IFF_RUNNING
        fcntl.ioctl(probe, 0x8914, request)


def _mount_shared_memory() -> None:
    """Semaphores and shared memory of this check alone; gone with its last process."""
    assert _libc is not None  # noqa: S101 - Linux only
    recursive, private, no_set_user, no_devices = 0x4000, 0x40000, 2, 4
    none = ctypes.c_char_p(None)
    _check(_libc.mount(none, b"/", none, ctypes.c_ulong(recursive | private), none), "mount")
    flags, place = ctypes.c_ulong(no_set_user | no_devices), b"/dev/shm"
    limits = b"size=64m,nr_inodes=2000,mode=1777"
    _check(_libc.mount(b"tmpfs", place, b"tmpfs", flags, limits), "mount")


def _prctl(option: int, value: int) -> None:
    assert _libc is not None  # noqa: S101 - Linux only
    none = ctypes.c_ulong(0)
    _check(_libc.prctl(option, ctypes.c_ulong(value), none, none, none), "prctl")


def _check(result: int, what: str) -> None:
    if result < 0:
        raise OSError(ctypes.get_errno(), what)
