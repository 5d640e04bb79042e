"""Everything that differs between operating systems when strangers' code is run.

Linux: resource limits, Landlock (files) and seccomp (processes, signals, network), put on by the
worker itself before any of the learner's code; no privileges are needed. macOS: limits, the
profile of `sandbox-exec` through the same library call, and a poll of the memory used. Windows:
a Job Object held by the parent. What this machine lacks is told by `missing()`; the course then
runs with what there is.

`COURSE_SANDBOX` is `full` (as if unset), `limits` (no Landlock, no seccomp, no profile) or
`off`; the last two exist to test what remains.

Stdlib only, and no import of `course`: workers and the supervisor load this file too.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import struct
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from . import syscalls

MEMORY = 1 << 30  # bytes of address space
FILE_SIZE = 16 << 20
DESCRIPTORS = 256
CPU_SECONDS = 75

LINUX = sys.platform == "linux"
MACOS = sys.platform == "darwin"
WINDOWS = sys.platform == "win32"
HAS_FORK = hasattr(os, "fork") and not WINDOWS

_COURSE = Path(__file__).resolve().parent.parent
_SYSTEM_READABLE = (
    *("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache"),
    *("/usr/share/zoneinfo", "/usr/share/locale", "/etc/localtime", "/etc/mime.types"),
)
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")


def level() -> str:
    """`full`, `limits` or `off`."""
    chosen = os.environ.get("COURSE_SANDBOX", "full")
    return chosen if chosen in ("limits", "off") else "full"


def missing() -> tuple[str, ...]:
    """What protects a check elsewhere and not on this machine, in plain words; empty is best."""
    if level() != "full":
        return (f"COURSE_SANDBOX={level()} switches protection off",)
    if LINUX:
        found = []
        if not landlock_version():
            found.append("Landlock (kernel 5.13): a program can read and write your files")
        if not _seccomp_numbers():
            found.append("seccomp rules for this processor: a program can start others")
        return tuple(found)
    if MACOS:
        lacking = ["memory is checked a few times a second, not limited by the system"]
        if _macos_library() is None:
            lacking.append("sandbox profiles: a program can read and write your files")
        return tuple(lacking)
    return ("files and the network are not closed to a program under check on this system",)


def confine(slot: str, needs: Iterable[str], import_paths: Iterable[str]) -> tuple[str, ...]:
    """Limit this process for good: writes only in `slot`/work and /tmp, reads only Python.

    `needs` may open something: `processes`, `localhost`. Returns the words of `missing`.
    """
    allowed = frozenset(needs)
    if level() != "off":
        _limit_resources()
    if level() != "full":
        return missing()
    if LINUX:
        folders = [os.path.join(slot, name) for name in ("work", "tmp")]
        readable = [os.path.join(slot, "tests"), *_python_folders(import_paths)]
        if "localhost" in allowed:
            isolate_network()
        if "processes" in allowed:
            folders.append("/dev/shm")  # noqa: S108 - where semaphores live
            readable += ["/usr/bin", "/bin", os.path.dirname(os.path.realpath(sys.executable))]
            readable.append(os.path.join(sys.prefix, "pyvenv.cfg"))
        restrict_files(readable, folders, allow_execute="processes" in allowed)
        restrict_calls("processes" in allowed, "localhost" in allowed)
    elif MACOS:
        _macos_profile(slot, allowed, list(_python_folders(import_paths)))
    return missing()


def close_inherited(keep: set[int]) -> None:
    """Close every descriptor but these."""
    last = max(keep) + 1
    for descriptor in range(last):
        if descriptor not in keep:
            with contextlib.suppress(OSError):
                os.close(descriptor)
    os.closerange(last, 1024)


def _limit_resources() -> None:
    if WINDOWS:
        return
    import resource

    for name, value in (
        ("RLIMIT_AS", MEMORY),
        ("RLIMIT_CPU", CPU_SECONDS),
        ("RLIMIT_FSIZE", FILE_SIZE),
        ("RLIMIT_NOFILE", DESCRIPTORS),
        ("RLIMIT_CORE", 0),
    ):
        # A container may already have a lower limit, and macOS refuses RLIMIT_AS.
        with contextlib.suppress(ValueError, OSError, AttributeError):
            resource.setrlimit(getattr(resource, name), (value, value))
    # A file that grows too far is then an OSError with words instead of a dead process.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def memory_used() -> int | None:
    """The most bytes this process has held, where the system does not limit them by itself."""
    if not MACOS:
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _python_folders(import_paths: Iterable[str]) -> Iterator[str]:
    """The standard library, installed packages and system libraries, without the course."""
    standard = sysconfig.get_paths()
    roots = {standard["stdlib"], standard["platstdlib"], os.path.join(sys.base_prefix, "lib")}
    roots |= {path for path in import_paths if os.path.isdir(path)}
    for root in roots:
        resolved = Path(root).resolve()
        if resolved != _COURSE.parent or resolved.name in ("site-packages", "dist-packages"):
            yield from _without_course(resolved)
    yield from _SYSTEM_READABLE


def _without_course(folder: Path) -> Iterator[str]:
    """`folder`, or where the course is inside it everything in it but the course."""
    if folder == _COURSE or _COURSE in folder.parents:
        return
    if folder not in _COURSE.parents:
        yield str(folder)
        return
    yield f"{folder}{_LIST_ONLY}"
    for child in os.scandir(folder):
        yield from _without_course(Path(child.path))


_LIST_ONLY = "\0list"


# ------------------------------------------------------------------ processes


def become_subreaper() -> None:
    """Orphans below this process become its children, so that it can end them."""
    if LINUX:
        _prctl(36, 1)


def children(process: int) -> list[int]:
    """The direct children of a process; empty where the system cannot tell."""
    if not LINUX:
        return []
    try:
        with open(f"/proc/{process}/task/{process}/children", encoding="ascii") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def kill_group(process: int) -> None:
    """End a process and the group it leads."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(process, signal.SIGKILL)


# ------------------------------------------------------------------ Linux

_libc = ctypes.CDLL(None, use_errno=True) if LINUX else None


def _check(result: int, what: str) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), what)
    return result


def _prctl(option: int, value: int) -> None:
    assert _libc is not None  # noqa: S101 - Linux only
    arguments = [ctypes.c_ulong(number) for number in (option, value, 0, 0, 0)]
    _check(_libc.prctl(*arguments), "prctl")


def isolate_network() -> None:
    """A network of its own that has only the loopback; skipped where that is not permitted."""
    import fcntl
    import socket

    assert _libc is not None  # noqa: S101
    if _libc.unshare(0x40000000) and _libc.unshare(0x10000000 | 0x40000000):
        return
    with contextlib.suppress(OSError), socket.socket() as probe:
        request = struct.pack("16sH14x", b"lo", 1 | 0x40)  # IFF_UP | IFF_RUNNING
        fcntl.ioctl(probe, 0x8914, request)


def landlock_version() -> int:
    """The version of Landlock the kernel offers; 0 for none."""
    if _libc is None:
        return 0
    version: int = _libc.syscall(444, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    return max(0, version)


def restrict_files(
    readable: Iterable[str], writable: Iterable[str], allow_execute: bool = False
) -> None:
    """Landlock: nothing but these paths can be opened; does nothing where there is none."""
    version = landlock_version()
    if not version:
        return
    assert _libc is not None  # noqa: S101
    everything = (1 << 13) - 1
    everything |= sum(1 << bit for bit, since in ((13, 2), (14, 3), (15, 5)) if version >= since)
    attributes = struct.pack("QQQ", everything, 0, 3 if version >= 6 else 0)
    attributes = attributes[: 24 if version >= 6 else 8]
    rules = _check(
        _libc.syscall(444, attributes, ctypes.c_size_t(len(attributes)), 0), "landlock_create"
    )
    execute, write_file, read_file, read_folder = 1, 1 << 1, 1 << 2, 1 << 3
    on_file = (execute | write_file | read_file | 1 << 14 | 1 << 15) & everything
    read = read_file | read_folder | execute
    for paths, access in (
        (readable, read),
        (writable, everything if allow_execute else everything & ~execute),
        (_DEVICES, on_file & ~execute),
    ):
        for path in paths:
            name, _, only = path.partition("\0")
            _allow(rules, name, read_folder if only else access, on_file)
    _prctl(38, 1)  # no new privileges
    _check(_libc.syscall(446, rules, 0), "landlock_restrict_self")
    os.close(rules)


def _allow(rules: int, path: str, access: int, on_file: int) -> None:
    assert _libc is not None  # noqa: S101
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        granted = access if os.path.isdir(path) else access & on_file
        if granted:
            rule = struct.pack("<Qi", granted, descriptor)
            _check(_libc.syscall(445, rules, 1, rule, 0), f"landlock_add_rule {path}")
    finally:
        os.close(descriptor)


_LOAD, _EQUAL, _ANY_BIT, _AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_YES, _PERMISSION, _NO_SUCH_CALL = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38
Instruction = tuple[int, int, int, int]


def _seccomp_numbers() -> dict[str, int]:
    return syscalls.numbers(os.uname().machine) if LINUX and sys.maxsize > 2**32 else {}


def _program(allow_processes: bool, allow_network: bool) -> list[Instruction]:
    """The seccomp filter: refused calls, and calls whose first argument decides."""
    numbers = _seccomp_numbers()
    program: list[Instruction] = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, numbers["arch"])]
    program += [(_RETURN, 0, 0, _NO_SUCH_CALL), (_LOAD, 0, 0, 0)]
    if os.uname().machine == "x86_64":  # the x32 numbers would go round every rule
        program += [(_AT_LEAST, 0, 1, 0x40000000), (_RETURN, 0, 0, _NO_SUCH_CALL)]

    def rule(name: str, *body: Instruction) -> None:
        if name in numbers:
            program.extend([(_LOAD, 0, 0, 0), (_EQUAL, 0, len(body), numbers[name]), *body])

    def first_argument(*allowed: int) -> list[Instruction]:
        tests = [(_EQUAL, len(allowed) - at, 0, value) for at, value in enumerate(allowed)]
        return [(_LOAD, 0, 0, 16), *tests, (_RETURN, 0, 0, _PERMISSION), (_RETURN, 0, 0, _YES)]

    process = os.getpid()
    for name in syscalls.ALWAYS_REFUSED:
        rule(name, (_RETURN, 0, 0, _PERMISSION))
    for name in syscalls.PRETENDED:
        rule(name, (_RETURN, 0, 0, 0x00050000))
    for name in syscalls.OWN_PROCESS_ONLY:
        rule(name, *first_argument(0, process))
    if not allow_processes:
        for name in syscalls.PROCESSES:
            rule(name, (_RETURN, 0, 0, _PERMISSION))
        rule("clone3", (_RETURN, 0, 0, _NO_SUCH_CALL))
        thread = (_ANY_BIT, 1, 0, 0x10000)
        refuse: list[Instruction] = [(_RETURN, 0, 0, _PERMISSION), (_RETURN, 0, 0, _YES)]
        rule("clone", (_LOAD, 0, 0, 16), thread, *refuse)
        for name in ("kill", "tgkill"):
            rule(name, *first_argument(process))
    if not allow_network:
        rule("socket", *first_argument(1))  # AF_UNIX, for asyncio's own pair
    program.append((_RETURN, 0, 0, _YES))
    return program


def restrict_calls(allow_processes: bool, allow_network: bool) -> None:
    """seccomp: no process, no signal to others, no network, nothing that outlives the check."""
    if not _seccomp_numbers():
        return
    assert _libc is not None  # noqa: S101

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    instructions = _program(allow_processes, allow_network)
    packed = b"".join(struct.pack("HBBI", *instruction) for instruction in instructions)
    memory = ctypes.create_string_buffer(packed, len(packed))
    program = Program(len(instructions), ctypes.cast(memory, ctypes.c_void_p))
    _prctl(38, 1)
    _check(_libc.prctl(22, 2, ctypes.byref(program), 0, 0), "seccomp")


# ------------------------------------------------------------------ macOS


def _macos_library() -> Any | None:
    try:
        library = ctypes.CDLL("/usr/lib/libSystem.dylib")
        return library if hasattr(library, "sandbox_init") else None
    except OSError:
        return None


def _macos_profile(slot: str, allowed: frozenset[str], readable: list[str]) -> None:
    """The rules `sandbox-exec` takes, put on this process; not run on the developers' machines."""
    library = _macos_library()
    if library is None:
        return

    def subpaths(paths: Iterable[str]) -> str:
        real = (os.path.realpath(path.partition("\0")[0]) for path in paths)
        return " ".join(f'(subpath "{path}")' for path in real)

    writable = subpaths(os.path.join(slot, name) for name in ("work", "tmp"))
    rules = [
        "(version 1)",
        "(allow default)",
        f'(deny file-read-data (subpath "{os.path.expanduser("~")}") (subpath "{_COURSE}"))',
        f"(allow file-read* {subpaths([*readable, slot])})",
        "(deny file-write*)",
        f'(allow file-write* {writable} (literal "/dev/null"))',
        "(deny network*)" if "localhost" not in allowed else "(deny network-outbound (remote ip))",
    ]
    if "processes" not in allowed:
        rules += ["(deny process-fork)", "(deny process-exec)", "(deny signal (target others))"]
    error = ctypes.c_char_p()
    library.sandbox_init("\n".join(rules).encode(), ctypes.c_uint64(0), ctypes.byref(error))


# ------------------------------------------------------------------ Windows


def hold_in_job(process_handle: int) -> Any:
    """A Job Object with this process in it: memory, no second process, dies with its handle.

    Keep the returned handle; the system ends everything in the job when it is closed.
    """
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    job = kernel.CreateJobObjectW(None, None)
    # JOBOBJECT_EXTENDED_LIMIT_INFORMATION; flags: active processes, process memory, kill on close.
    flags = 0x8 | 0x100 | 0x2000
    basic = struct.pack("qqIxxxxQQIxxxxQII", 0, 0, flags, 0, 0, 1, 0, 0, 0)
    limits = basic + struct.pack("6Q", *[0] * 6) + struct.pack("4N", MEMORY, 0, 0, 0)
    kernel.SetInformationJobObject(job, 9, limits, len(limits))
    kernel.AssignProcessToJobObject(job, process_handle)
    return job
