"""Everything that differs between operating systems when strangers' code is run.

Linux: resource limits, Landlock (files) and seccomp (a list of the system calls that are allowed),
put on by the worker itself before any of the learner's code; no privileges are needed, and those
of root are given up. macOS: limits, the
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
import functools
import os
import platform
import signal
import site
import struct
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from . import landlock, privileges, seccomp
from .limits import CPU_SECONDS, DESCRIPTORS, FILE_SIZE, MEMORY

LINUX = sys.platform == "linux"
MACOS = sys.platform == "darwin"
WINDOWS = sys.platform == "win32"
HAS_FORK = hasattr(os, "fork") and not WINDOWS

_COURSE = Path(__file__).resolve().parent.parent
_SYSTEM_READABLE = (
    *("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache"),
    *("/usr/share/zoneinfo", "/usr/share/locale", "/etc/localtime", "/etc/mime.types"),
)
_NAMES_OF_MACHINES = ("/etc/hosts", "/etc/host.conf", "/etc/nsswitch.conf", "/etc/gai.conf")


def level() -> str:
    """`full`, `limits` or `off`."""
    chosen = os.environ.get("COURSE_SANDBOX", "full")
    return chosen if chosen in ("limits", "off") else "full"


def missing() -> tuple[str, ...]:
    """What protects a check elsewhere and not on this machine, in plain words; empty is best."""
    if level() != "full":
        return (f"COURSE_SANDBOX={level()} switches protection off",)
    if LINUX:
        protections = []
        if not landlock.version():
            protections.append("Landlock (kernel 5.13): a program can read and write your files")
        if not seccomp.is_known(platform.machine()):
            protections.append("seccomp rules for this processor: a program can start others")
        return tuple(protections)
    if MACOS:
        lacking = ["memory is checked a few times a second, not limited by the system"]
        if _macos_library() is None:
            lacking.append("sandbox profiles: a program can read and write your files")
        return tuple(lacking)
    return ("files and the network are not closed to a program under check on this system",)


def confine(slot: str, needs: Iterable[str], import_paths: Iterable[str]) -> str:
    """Limit this process for good: writes only in `slot`/work and /tmp, reads only Python.

    `needs` may open something: `processes`, `localhost`. Where that would not be safe, nothing
    may run: returns why, in words for a learner; empty is best.
    """
    allowed = frozenset(needs)
    if level() != "off":
        _limit_resources()
    if level() != "full":
        return ""
    if LINUX:
        return _confine_linux(slot, allowed, list(_python_folders(import_paths)))
    if MACOS:
        _macos_profile(slot, allowed, list(_python_folders(import_paths)))
    return ""


def prepare(needs: Iterable[str]) -> None:
    """Do once what would take each process forked from this one its time."""
    if LINUX and level() == "full":
        privileges.drop_bounds()
        if seccomp.is_known(platform.machine()):
            seccomp.prepared(_rules(frozenset(needs)))


def _rules(allowed: frozenset[str]) -> seccomp.FilterRules:
    """The calls that are allowed here to a program with these needs."""
    return seccomp.FilterRules(
        platform.machine(),
        truncates=landlock.guards_truncation(),
        processes="processes" in allowed,
        network="localhost" in allowed,
    )


def _confine_linux(slot: str, allowed: frozenset[str], python: list[str]) -> str:
    processes = "processes" in allowed
    folders = [os.path.join(slot, name) for name in ("work", "tmp")]
    readable = [os.path.join(slot, "tests"), *python]
    if processes:
        folders.append("/dev/shm")  # noqa: S108 - where semaphores live
        readable += ["/usr/bin", "/bin", *_own_programs()]
    network = "localhost" in allowed
    readable += _NAMES_OF_MACHINES if network else ()
    if (network or processes) and not privileges.isolate(network, shared_memory=processes):
        return _NO_SPACE_OF_ITS_OWN
    privileges.drop()
    landlock.restrict(readable, folders, allow_execute=processes)
    if seccomp.is_known(platform.machine()):
        seccomp.install(_rules(allowed))
        for name in ("utime", "chmod"):
            setattr(os, name, _of_what_is_there(getattr(os, name)))
    return ""


def _own_programs() -> tuple[str, ...]:
    """What another Python needs to start as this one, and the tools installed beside it."""
    real = os.path.realpath(sys.executable)
    beside = os.path.join(sys.prefix, "pyvenv.cfg")
    return (os.path.dirname(real), os.path.dirname(sys.executable), beside)


def _of_what_is_there(change: Callable[..., None]) -> Callable[..., None]:
    """`os.utime` or `os.chmod`, which only pretend here, with an error for a file that is not.

    `Path.touch` makes a file only where `os.utime` says that there is none.
    """

    @functools.wraps(change)
    def changed(path: Any, *args: Any, **named: Any) -> None:
        places = {it: named[it] for it in ("dir_fd", "follow_symlinks") if it in named}
        os.stat(path, **places)
        change(path, *args, **named)

    for able in (os.supports_fd, os.supports_dir_fd, os.supports_follow_symlinks):
        if change in able:
            able.add(changed)
    return changed


_NO_SPACE_OF_ITS_OWN = (
    "This exercise uses the network inside this machine or starts processes (`needs: localhost` or "
    "`needs: processes`). The course keeps such code in a network and a shared memory of its own, "
    "and this system does not let it make them. With the real ones the code could reach your "
    "network and other programs, so it is not run. `docs/security.md` says what a system must "
    "allow."
)


def close_inherited(keep: set[int]) -> None:
    """Close every descriptor but these."""
    last = max(keep) + 1
    for descriptor in range(last):
        if descriptor not in keep:
            with contextlib.suppress(OSError):
                os.close(descriptor)
    os.closerange(last, 1024)


def _limit_resources() -> None:
    if sys.platform == "win32":
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
    if sys.platform != "darwin":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _python_folders(import_paths: Iterable[str]) -> Iterator[str]:
    """The standard library, installed packages and system libraries, without the course.

    The user's own packages are read only where the course is one of them.
    """
    standard = sysconfig.get_paths()
    roots = {standard["stdlib"], standard["platstdlib"], os.path.join(sys.base_prefix, "lib")}
    named = {str(Path(path).resolve()) for path in import_paths if os.path.isdir(path)}
    hidden = {_COURSE, Path(site.getusersitepackages()).resolve()}
    for root in {str(Path(root).resolve()) for root in roots} | named:
        yield from _without({path for path in hidden if str(path) not in named}, Path(root))
    yield from _SYSTEM_READABLE


def _without(hidden: set[Path], folder: Path) -> Iterator[str]:
    """`folder`, or where something hidden is inside it everything in it but that."""
    if any(path == folder or path in folder.parents for path in hidden):
        return
    if not any(folder in path.parents for path in hidden):
        yield str(folder)
        return
    yield f"{folder}{landlock.LIST_ONLY}"
    for child in os.scandir(folder):
        yield from _without(hidden, Path(child.path))


# ------------------------------------------------------------------ processes


def become_subreaper() -> None:
    """Orphans below this process become its children, so that it can end them."""
    if LINUX:
        privileges.become_subreaper()


def end_with_parent() -> None:
    """When the process that started this one ends, however it ends, so does this one."""
    if LINUX:
        privileges.end_with_parent()


def alone_is_enough(needs: Iterable[str]) -> bool:
    """Whether a worker with these needs can start no process that would have to be found later."""
    if "processes" in needs or level() != "full":
        return False
    return WINDOWS or MACOS or seccomp.is_known(platform.machine())


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
    if sys.platform == "win32":
        return  # a Job Object does it there
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(process, signal.SIGKILL)


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
    programs = _own_programs() if "processes" in allowed else ()
    rules = [
        "(version 1)",
        "(allow default)",
        f'(deny file-read-data (subpath "{os.path.expanduser("~")}") (subpath "{_COURSE}"))',
        f"(allow file-read* {subpaths([*readable, *programs, slot])})",
        "(deny file-write*)",
        f'(allow file-write* {writable} (literal "/dev/null"))',
        "(deny network*)" if "localhost" not in allowed else "(deny network-outbound)",
    ]
    if "localhost" in allowed:
        rules.append('(allow network-outbound (remote ip "localhost:*"))')
    if "processes" not in allowed:
        rules += ["(deny process-fork)", "(deny process-exec)", "(deny signal (target others))"]
    error = ctypes.c_char_p()
    library.sandbox_init("\n".join(rules).encode(), ctypes.c_uint64(0), ctypes.byref(error))


# ------------------------------------------------------------------ Windows


def hold_in_job(process_handle: int) -> Any:
    """A Job Object with this process in it: memory, no second process, dies with its handle.

    Keep the returned handle; the system ends everything in the job when it is closed.
    """
    if sys.platform != "win32":
        return None
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    job = kernel.CreateJobObjectW(None, None)
    # JOBOBJECT_EXTENDED_LIMIT_INFORMATION; flags: active processes, process memory, kill on close.
    flags = 0x8 | 0x100 | 0x2000
    basic = struct.pack("qqIxxxxQQIxxxxQII", 0, 0, flags, 0, 0, 1, 0, 0, 0)
    limits = basic + struct.pack("6Q", *[0] * 6) + struct.pack("4N", MEMORY, 0, 0, 0)
    kernel.SetInformationJobObject(job, 9, limits, len(limits))
    kernel.AssignProcessToJobObject(job, process_handle)
    return job
