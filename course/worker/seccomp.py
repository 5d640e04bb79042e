"""The filter of system calls: a list of what is allowed, as a program that the kernel runs.

Refused is everything that `syscalls` does not name. Stdlib only; Linux only.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from . import syscalls

OWN = 0x7FEDCBA9
"""In a program, the number of the process that the filter will be put on."""

Instruction = tuple[int, int, int, int]
_LOAD, _JUMP, _EQUAL, _AT_LEAST, _ANY_BIT, _AND, _RETURN = 0x20, 0x05, 0x15, 0x35, 0x45, 0x54, 0x06
_ERRNO = 0x00050000
_ALLOW: Instruction = (_RETURN, 0, 0, 0x7FFF0000)
_REFUSE: Instruction = (_RETURN, 0, 0, _ERRNO | errno.EPERM)
_NO_SUCH_CALL: Instruction = (_RETURN, 0, 0, _ERRNO | 38)
_NOT_SUPPORTED: Instruction = (_RETURN, 0, 0, _ERRNO | 95)
_PRETEND: Instruction = (_RETURN, 0, 0, _ERRNO)

_THREAD = 0x00010000
_KEPT_TOGETHER = 0x7E02A000  # a namespace, a child of another, a child traced by another
_O_TRUNC = 0o1000
_O_ACCMODE = 3
_OWNERS = 0o700
_UNIX, _INET, _INET6 = 1, 2, 10
_STREAM, _DATAGRAM = 1, 2
_KIND_OF_SOCKET = 0xF  # the rest of the number is flags
# Whether it is a terminal and how wide; what waits to be read; flags; a copy that shares blocks.
_IOCTLS = (0x5401, 0x802C542A, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451, 0x40049409)
# Duplicates, flags, locks and the size of a pipe; not who gets a signal.
_FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1031, 1032)
_PRCTLS = (15, 16, 0x53564D41)  # names of threads and of memory


@dataclass(frozen=True)
class FilterRules:
    """What a filter is made for: the processor, and what a program may do beyond computing."""

    machine: str
    truncates: bool
    """Whether Landlock guards what a path is cut to; else cutting by name is refused."""
    processes: bool = False
    network: bool = False


def is_known(machine: str) -> bool:
    """Whether there are numbers for this processor."""
    return machine in syscalls.ARCHITECTURES and sys.maxsize > 2**32


@lru_cache
def program(rules: FilterRules) -> list[Instruction]:
    """The filter, with `OWN` where the number of the process belongs.

    The numbers of calls are searched by halves, so that few instructions run for each.
    """
    bodies: dict[int, list[Instruction]] = {}
    machine = rules.machine
    for numbers, action in (
        (syscalls.allowed(machine, rules.processes, rules.network), _ALLOW),
        (syscalls.pretended(machine), _PRETEND),
        (syscalls.not_supported(machine), _NOT_SUPPORTED),
    ):
        bodies |= {number: [action] for number in numbers}
    decided = _by_argument(rules)
    bodies |= {number: decided[name] for name, number in syscalls.by_argument(machine).items()}
    start: list[Instruction] = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 1, 0, syscalls.ARCHITECTURES[machine]),
        _NO_SUCH_CALL,
        (_LOAD, 0, 0, 0),
    ]
    return [*start, *_search(_ranges(bodies))]


def _ranges(bodies: dict[int, list[Instruction]]) -> list[tuple[int, list[Instruction]]]:
    """Where each range of numbers with the same answer begins, from 0 to the last number."""

    def answer(number: int) -> list[Instruction]:
        last = number >= syscalls.FIRST_OF_ALL_PROCESSORS
        return bodies.get(number, [_NO_SUCH_CALL if last else _REFUSE])

    begins = {0, syscalls.FIRST_OF_ALL_PROCESSORS, *bodies, *(number + 1 for number in bodies)}
    ranges: list[tuple[int, list[Instruction]]] = []
    for number in sorted(begins):
        if not ranges or ranges[-1][1] != answer(number):
            ranges.append((number, answer(number)))
    return ranges


def _search(ranges: list[tuple[int, list[Instruction]]]) -> list[Instruction]:
    if len(ranges) == 1:
        return ranges[0][1]
    middle = len(ranges) // 2
    low, high = _search(ranges[:middle]), _search(ranges[middle:])
    return [(_AT_LEAST, 0, 1, ranges[middle][0]), (_JUMP, 0, 0, len(low)), *low, *high]


def _argument(index: int, upper_half: bool = False) -> Instruction:
    return (_LOAD, 0, 0, 16 + 8 * index + 4 * upper_half)


def _one_of(values: Iterable[int]) -> list[Instruction]:
    """Allow when what was loaded is one of these."""
    numbers = tuple(values)
    tests = [(_EQUAL, len(numbers) - at, 0, value) for at, value in enumerate(numbers)]
    return [*tests, _REFUSE, _ALLOW]


def _by_argument(rules: FilterRules) -> dict[str, list[Instruction]]:
    """What decides about the calls of `syscalls.by_argument`."""
    own = [_argument(0), *_one_of((0, OWN))]
    signals = [_ALLOW] if rules.processes else [_argument(0), *_one_of((OWN,))]
    if rules.processes:
        clone: list[Instruction] = [_argument(0), (_ANY_BIT, 0, 1, _KEPT_TOGETHER)]
        clone += [_REFUSE, _ALLOW]
    else:
        clone = [_argument(0), (_ANY_BIT, 0, 1, _KEPT_TOGETHER), _REFUSE]
        clone += [(_ANY_BIT, 1, 0, _THREAD), _REFUSE, _ALLOW]
    return {
        "open": _no_reading_cut(1),
        "openat": _no_reading_cut(2),
        "mkdir": _mode_with(1),
        "mkdirat": _mode_with(2),
        "umask": [_argument(0), (_ANY_BIT, 0, 1, _OWNERS), _REFUSE, _ALLOW],
        "truncate": [_ALLOW if rules.truncates else _REFUSE],
        "fallocate": [_argument(1), *_one_of((0,))],  # other modes keep the size and fill the disk
        "ioctl": [_argument(1), *_one_of(_IOCTLS)],
        "fcntl": [_argument(1), *_one_of(_FCNTLS)],
        "prctl": [_argument(0), *_one_of(_PRCTLS)],
        "prlimit64": own,
        "sched_setaffinity": own,
        "clone": clone,
        "kill": signals,
        "tgkill": signals,
        **_sockets(rules.network),
    }


def _no_reading_cut(flags: int) -> list[Instruction]:
    """A file opened for reading only is not emptied on the way: older Landlocks let that pass."""
    return [
        (_argument(flags)),
        (_ANY_BIT, 0, 2, _O_TRUNC),
        (_ANY_BIT, 1, 0, _O_ACCMODE),
        _REFUSE,
        _ALLOW,
    ]


def _mode_with(argument: int) -> list[Instruction]:
    """A folder that its owner can look into: what lies in it is counted."""
    return [_argument(argument), (_AND, 0, 0, _OWNERS), *_one_of((_OWNERS,))]


def _sockets(network: bool) -> dict[str, list[Instruction]]:
    """Pairs of sockets, for asyncio. A pair of streams cannot be sent or bound elsewhere.

    A socket of the file system or an abstract one is refused always: it can be somebody's agent.
    """
    pair = [_argument(0), (_EQUAL, 1, 0, _UNIX), _REFUSE]
    pair += [_argument(1), (_AND, 0, 0, _KIND_OF_SOCKET), *_one_of((_STREAM,))]
    if network:
        opened = [_argument(0), (_EQUAL, 2, 0, _INET), (_EQUAL, 1, 0, _INET6), _REFUSE]
        opened += [_argument(1), (_AND, 0, 0, _KIND_OF_SOCKET), *_one_of((_STREAM, _DATAGRAM))]
        return {"socket": opened, "socketpair": pair, "sendto": [_ALLOW]}
    addressed = [_argument(4), (_EQUAL, 1, 0, 0), _REFUSE, _argument(4, True), *_one_of((0,))]
    return {"socket": [_REFUSE], "socketpair": pair, "sendto": addressed}


@lru_cache
def prepared(rules: FilterRules) -> tuple[bytes, tuple[int, ...]]:
    """The program as the kernel reads it, and where in it the number of the process belongs."""
    instructions = program(rules)
    data = b"".join(struct.pack("HBBI", *instruction) for instruction in instructions)
    return data, tuple(8 * at + 4 for at, one in enumerate(instructions) if one[3] == OWN)


def install(rules: FilterRules) -> None:
    """Put the filter on this process, for good. Needs `no_new_privs`."""
    data, places = prepared(rules)
    program_of_this_process = bytearray(data)
    for place in places:
        struct.pack_into("I", program_of_this_process, place, os.getpid())
    load(bytes(program_of_this_process))


def load(data: bytes) -> None:
    """Put a filter, as the kernel reads it, on every thread of this process."""
    memory = ctypes.create_string_buffer(data, len(data))
    filter_ = struct.pack("HxxxxxxQ", len(data) // 8, ctypes.addressof(memory))
    libc = ctypes.CDLL(None, use_errno=True)
    number = {"x86_64": 317, "aarch64": 277}[platform.machine()]
    every_thread = 1
    if libc.syscall(number, 1, every_thread, filter_) != 0:
        raise OSError(ctypes.get_errno(), "seccomp")
