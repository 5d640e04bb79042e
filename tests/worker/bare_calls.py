"""Bare system calls, tried one after the other."""

from __future__ import annotations

import platform

import pytest

from course.model import Verdict
from course.worker import sandbox
from tests.checking.door import Door

pytestmark = pytest.mark.skipif(
    not sandbox.LINUX or platform.machine() != "x86_64", reason="numbers of Linux on x86_64"
)


LIBC = """
import ctypes, os, socket, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *arguments):
    ctypes.set_errno(0)
    made = [ctypes.c_char_p(a) if isinstance(a, bytes) else ctypes.c_long(a) for a in arguments]
    result = libc.syscall(ctypes.c_long(number), *made)
    return "done" if result >= 0 else f"refused {ctypes.get_errno()}"
"""


def attempts(door: Door, source: str, needs: tuple[str, ...] = ()) -> list[str]:
    """What a program says, line by line; it must come to its end."""
    report = door.run(LIBC + source, needs=needs, timeout=20)
    assert report.verdict is Verdict.PASSED, report
    return report.printed.splitlines()
