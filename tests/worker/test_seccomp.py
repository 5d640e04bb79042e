"""The filter of system calls, run as the kernel runs it, for both processors."""

from __future__ import annotations

import errno
import itertools
from collections.abc import Sequence

import pytest

from course.worker import seccomp, syscalls

ALLOWED, REFUSED, PRETENDED = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x00050000
NO_SUCH_CALL = 0x00050000 | 38
MACHINES = ("x86_64", "aarch64")


def decide(rules: seccomp.FilterRules, number: int, *arguments: int, machine: str = "") -> int:
    """What the filter answers to a call."""
    words = {0: number, 4: syscalls.ARCHITECTURES[machine or rules.machine]}
    for at, argument in enumerate(arguments):
        words[16 + 8 * at] = argument & 0xFFFFFFFF
        words[20 + 8 * at] = argument >> 32
    program = seccomp.program(rules)
    at, accumulator = 0, 0
    while True:
        code, if_true, if_false, value = program[at]
        at += 1
        if code == 0x06:
            return value
        if code == 0x20:
            accumulator = words.get(value, 0)
        elif code == 0x54:
            accumulator &= value
        elif code == 0x05:
            at += value
        else:
            holds = {
                0x15: accumulator == value,
                0x35: accumulator >= value,
                0x45: bool(accumulator & value),
            }[code]
            at += if_true if holds else if_false


def rules_of(machine: str, *allowed: str) -> seccomp.FilterRules:
    return seccomp.FilterRules(machine, True, "processes" in allowed, "localhost" in allowed)


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("needs", [(), ("processes",), ("localhost",), ("processes", "localhost")])
def test_what_is_not_listed_is_refused_also_what_later_kernels_add(
    machine: str, needs: Sequence[str]
) -> None:
    rules = rules_of(machine, *needs)
    listed = {
        *syscalls.allowed(machine, rules.processes, rules.network),
        *syscalls.by_argument(machine).values(),
        *syscalls.pretended(machine),
        *syscalls.not_supported(machine),
    }
    for number in itertools.chain(range(1200), range(0x40000000, 0x40000300), (0xFFFFFFFF,)):
        if number not in listed:
            assert decide(rules, number) in (REFUSED, NO_SUCH_CALL), number
            assert decide(rules, number, 1, 1, 1, 1, 1, 1) in (REFUSED, NO_SUCH_CALL), number
    for number in syscalls.allowed(machine, rules.processes, rules.network):
        assert decide(rules, number) == ALLOWED


@pytest.mark.parametrize("machine", MACHINES)
def test_calls_of_another_processor_are_refused(machine: str) -> None:
    (other,) = set(MACHINES) - {machine}
    assert decide(rules_of(machine), 0, machine=other) == NO_SUCH_CALL
    assert decide(rules_of(machine), 1, machine=other) == NO_SUCH_CALL


_X86_64_NAMED = {
    "setxattrat": 463,
    "removexattrat": 466,
    "file_setattr": 469,
    "lremovexattr": 198,
    "fremovexattr": 199,
    "sched_setattr": 314,
    "fanotify_init": 300,
    "shmget": 29,
    "shmat": 30,
    "shmctl": 31,
    "semop": 65,
    "semctl": 66,
    "msgrcv": 70,
    "msgctl": 71,
    "ptrace": 101,
    "setuid": 105,
    "settimeofday": 164,
    "clock_settime": 227,
    "sethostname": 170,
    "mknod": 133,
    "mknodat": 259,
    "inotify_add_watch": 254,
    "memfd_create": 319,
    "io_uring_setup": 425,
    "open_by_handle_at": 304,
    "personality": 135,
    "mount_setattr": 442,
    "clone3": 435,
    "openat2": 437,
    "process_madvise": 440,
}


@pytest.mark.parametrize("name", _X86_64_NAMED)
def test_calls_that_once_went_through_are_refused(name: str) -> None:
    number = _X86_64_NAMED[name]
    for needs in ((), ("processes", "localhost")):
        assert decide(rules_of("x86_64", *needs), number) in (REFUSED, NO_SUCH_CALL)


@pytest.mark.parametrize("machine", MACHINES)
def test_arguments_decide_about_sockets(machine: str) -> None:
    call = syscalls.by_argument(machine)
    alone, network = rules_of(machine), rules_of(machine, "localhost")
    unix, stream, datagram, raw = 1, 1, 2, 3
    for rules in (alone, network):
        assert decide(rules, call["socket"], unix, stream) == REFUSED
        assert decide(rules, call["socket"], 16, raw) == REFUSED  # netlink
        assert decide(rules, call["socketpair"], unix, stream | 0o2000000) == ALLOWED
        assert decide(rules, call["socketpair"], unix, datagram) == REFUSED
    assert decide(alone, call["socket"], 2, stream) == REFUSED
    assert decide(network, call["socket"], 2, stream | 0o4000) == ALLOWED
    assert decide(network, call["socket"], 10, datagram) == ALLOWED
    assert decide(network, call["socket"], 2, raw) == REFUSED
    assert decide(alone, call["sendto"], 3, 0, 0, 0, 0, 0) == ALLOWED
    assert decide(alone, call["sendto"], 3, 0, 0, 0, 0x7F0000000000, 16) == REFUSED
    assert decide(alone, call["sendto"], 3, 0, 0, 0, 0x1000, 16) == REFUSED
    assert decide(network, call["sendto"], 3, 0, 0, 0, 0x1000, 16) == ALLOWED


@pytest.mark.parametrize("machine", MACHINES)
def test_arguments_decide_about_processes(machine: str) -> None:
    call = syscalls.by_argument(machine)
    alone, many = rules_of(machine), rules_of(machine, "processes")
    thread, child, signal_of_a_child = 0x10000, 0x11, 0x11
    assert decide(alone, call["clone"], thread | 0x3D0F00) == ALLOWED
    assert decide(alone, call["clone"], child) == REFUSED
    assert decide(many, call["clone"], child) == ALLOWED
    for space in (0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000):
        for rules in (alone, many):
            assert decide(rules, call["clone"], space | signal_of_a_child) == REFUSED
            assert decide(rules, call["clone"], space | thread) == REFUSED
    for name in ("kill", "tgkill", "prlimit64", "sched_setaffinity"):
        assert decide(alone, call[name], seccomp.OWN) == ALLOWED
        assert decide(alone, call[name], 1) == REFUSED
        assert decide(alone, call[name], 0xFFFFFFFF) == REFUSED
    assert decide(many, call["prlimit64"], 1) == REFUSED


@pytest.mark.parametrize("machine", MACHINES)
def test_arguments_decide_about_files(machine: str) -> None:
    call = syscalls.by_argument(machine)
    rules = rules_of(machine)
    read_only, write_only, truncate = 0, 1, 0o1000
    assert decide(rules, call["openat"], 0, 0, read_only) == ALLOWED
    assert decide(rules, call["openat"], 0, 0, write_only | truncate) == ALLOWED
    assert decide(rules, call["openat"], 0, 0, read_only | truncate) == REFUSED
    assert decide(rules, call["ioctl"], 0, 0x5401) == ALLOWED
    assert decide(rules, call["ioctl"], 0, 0x5412) == REFUSED  # types into a terminal
    assert decide(rules, call["fcntl"], 0, 8) == REFUSED  # who gets a signal
    assert decide(rules, call["prctl"], 15) == ALLOWED
    assert decide(rules, call["prctl"], 22) == REFUSED
    assert decide(rules, call["truncate"]) == ALLOWED
    without = seccomp.FilterRules(machine, truncates=False)
    assert decide(without, call["truncate"]) == REFUSED
    for number in syscalls.pretended(machine):
        assert decide(rules, number, 1, 2, 3) == PRETENDED


def test_the_process_is_filled_in_wherever_it_belongs() -> None:
    rules = rules_of("x86_64")
    data, places = seccomp.prepared(rules)
    own = [at for at, one in enumerate(seccomp.program(rules)) if one[3] == seccomp.OWN]
    assert [8 * at + 4 for at in own] == list(places)
    assert len(data) == 8 * len(seccomp.program(rules))
    assert len(places) == 4
