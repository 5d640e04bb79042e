"""Submissions that abuse what results come through: calm words, and no false pass."""

from __future__ import annotations

import random

import pytest

from course.model import Verdict
from tests.checking.door import Door

GOOD = "def clamp(value, low, high):\n    return max(low, min(value, high))\n"
BAD = "def clamp(value, low, high):\n    return low\n"
HEAD = """
import fcntl, json, os, signal, sys, threading, time

def each(use):
    for descriptor in range(40):
        try:
            use(descriptor)
        except BaseException:
            pass

"""
EVENTS = """
[json.dumps({"v": 1, "n": "x", "s": number, "t": kind}).encode()
 for number in range(1, 30) for kind in ("begin", "test", "finished", "stuck", "late", "end")]
""".strip().replace("\n", "")
STEPS = [
    f"each(lambda fd: os.write(fd, b'\\n'.join({EVENTS})))",
    'each(lambda fd: os.write(fd, b\'{"v": 1, "n": \'))',
    "each(lambda fd: os.write(fd, b'\\0' * 50_000))",
    "each(lambda fd: os.write(fd, bytes(range(256)) * 100))",
    "each(lambda fd: os.write(fd, b'[' * 60_000))",
    "each(lambda fd: os.write(fd, b'  File \"/x\", line 3 in f\\n' * 500))",
    "each(lambda fd: os.write(fd, b'Timeout (0:00:05)!\\n  File \"c.py\", line 9' + b'9' * 30))",
    "each(lambda fd: os.write(fd, b'Current thread\\xff\\xfe\\x1b[2J\\n' * 100))",
    "each(lambda fd: os.set_blocking(fd, False))",
    "each(lambda fd: (os.set_blocking(fd, False), os.write(fd, b'x' * 10_000_000)))",
    "each(os.close)",
    "each(lambda fd: os.close(fd) if fd % 2 else None)",
    "each(lambda fd: os.dup2(1, fd))",
    "each(lambda fd: os.dup2(0, fd))",
    "each(lambda fd: os.dup2(fd, 1))",
    "null = os.open(os.devnull, os.O_RDWR); each(lambda fd: os.dup2(null, fd))",
    "own = os.open('own', os.O_RDWR | os.O_CREAT); each(lambda fd: os.dup2(own, fd))",
    "left, right = os.pipe(); each(lambda fd: os.dup2(right, fd))",
    "each(lambda fd: fcntl.fcntl(fd, 1031, 4096))",
    "each(lambda fd: os.ftruncate(fd, 0))",
    "each(lambda fd: os.lseek(fd, 0, 0))",
    f"print(*{EVENTS}, sep='\\n')",
    "print('\\x1b[2J\\u202e\\x00\\ud800'); sys.stderr.write('\\x1b]52;c;aGk=\\x07')",
    "threading.Thread(target=lambda: (time.sleep(0.01), each(os.close)), daemon=True).start()",
    "signal.signal(signal.SIGPIPE, signal.SIG_DFL)",
    "sys.stdout = sys.stderr = None",
    "os.write = lambda *given: 0",
    "os.write = lambda descriptor, data: len(data)",
    "json.JSONEncoder.encode = lambda *given: '{}'",
    "import json.encoder; json.encoder.c_make_encoder = None",
    "threading.Lock = None",
    "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))",
    "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))",
    "sys.stdout.write = lambda *given: 1 / 0",
    "sys.stdout._descriptor = 99_999",
    "sys.stdout._lock = None",
    "sys.stdout._waiting = None",
    "os._exit(0)",
]


def abusing(seed: int) -> tuple[str, bool]:
    """A program that takes some of the steps, and whether its function is right."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    steps = chance.sample(STEPS, chance.choice((1, 1, 2, 3, 5)))
    is_right = chance.random() < 0.5
    source = HEAD + (GOOD if is_right else BAD)
    if chance.random() < 0.6:  # while it is imported
        return source + "\n".join(steps), is_right
    inside = "\n".join(f"    {step}" for step in steps)
    return (
        f"{source}right = clamp\ndef clamp(*given):\n{inside}\n    return right(*given)",
        is_right,
    )


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_done_to_the_channel_the_verdict_is_calm(seed: int, door: Door) -> None:
    source, is_right = abusing(seed)
    report = door.check("clamp", source)  # which proves that it is safe to show
    assert is_right or report.verdict is not Verdict.PASSED, source
    assert report.verdict is Verdict.PASSED or report.limit or report.diagnosis, source
