"""What the sandbox promises, each promise tried on this machine by a program that breaks it.

`docs/security.md` says the same in a table; its rows are these promises, in this order.
"""

from __future__ import annotations

import contextlib
import os
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course.model import ENDED_BY_A_LIMIT, Verdict
from course.worker.limits import MEMORY

if TYPE_CHECKING:
    from course.checking import Checker

_SECONDS = 20.0


@dataclass(frozen=True)
class Promise:
    """`can` is what a program could do where the promise does not hold; `tries` prints `done` then.

    `tries` knows `secret` (a file of the user), `port` (a server of this machine), `named` (a
    socket of another program, in the file system), `app` (the number of the app's process).
    """

    can: str
    tries: str
    needs: tuple[str, ...] = ()


PROMISES = (
    Promise("read your files", "open(secret).read()"),
    Promise("change your files", "open(secret, 'a').close()"),
    Promise("make files outside its folder", "open(secret + '.other', 'w').close()"),
    Promise(
        "change the times and attributes of your files",
        "was = os.stat(secret).st_mtime_ns, os.stat(secret).st_mode\n"
        "for change in (lambda: os.utime(secret, (1, 1)), lambda: os.chmod(secret, 0o644)):\n"
        "    with contextlib.suppress(OSError): change()\n"
        "assert was != (os.stat(secret).st_mtime_ns, os.stat(secret).st_mode)",
    ),
    Promise(
        "read the course's solutions and tests",
        "open(os.path.join(course, 'checking', 'checker.py')).read()",
    ),
    Promise("start programs", "import subprocess; subprocess.run([sys.executable, '-V'])"),
    Promise("reach your other programs by signals", "os.kill(app, 0)"),
    Promise("use the network", "socket.create_connection(('127.0.0.1', port), 5)"),
    Promise(
        "talk to your other programs by sockets",
        "one = socket.socket(socket.AF_UNIX); one.settimeout(5); one.connect(named)",
    ),
    Promise(
        f"use more than {MEMORY >> 30} GB of memory",
        "kept = bytearray(1_400_000_000)\nimport time; time.sleep(1.5)",
    ),
    Promise(
        "fill your disk",
        "for number in range(9):\n    open(f'{number}', 'wb').write(b'x' * 9_000_000)",
    ),
    Promise(
        f"use more than {MEMORY >> 30} GB of memory in exercises with `needs: processes`",
        "import subprocess, time\n"
        "code = 'kept = bytearray(400_000_000); print(1, flush=True); import time; time.sleep(9)'\n"
        "one = [sys.executable, '-I', '-c', code]\n"
        "held = [subprocess.Popen(one, stdout=subprocess.PIPE) for number in range(3)]\n"
        "for child in held: child.stdout.readline()\n"
        "time.sleep(2)",
        ("processes",),
    ),
    Promise(
        "use the real network in exercises with `needs: localhost`",
        "socket.create_connection(('127.0.0.1', port), 5)",
        ("localhost",),
    ),
    Promise(
        "reach your other programs in exercises with `needs: processes`",
        "os.kill(app, 0)",
        ("processes",),
    ),
)

_START = """
import contextlib, os, socket, sys
secret, port, named, app, course = {values!r}
try:
{tries}
except Exception:
    sys.exit()
print("done")
"""


@dataclass(frozen=True)
class TriedPromise:
    """Whether a promise holds here. `refused` says why such exercises are not run at all."""

    promise: Promise
    holds: bool
    refused: str = ""


async def try_all(checker: Checker) -> AsyncIterator[TriedPromise]:
    """Every promise, tried in a worker of `checker`. The user's own files are not touched."""
    with _victims() as values:
        for promise in PROMISES:
            tries = "\n".join(f"    {line}" for line in promise.tries.splitlines())
            source = _START.format(values=values, tries=tries)
            report = await checker.run(source, needs=promise.needs, timeout=_SECONDS)
            refused = report.limit or "" if report.verdict is Verdict.ERROR else ""
            done = report.printed.endswith("done\n") and report.verdict not in ENDED_BY_A_LIMIT
            yield TriedPromise(promise, not done, "" if report.exception else refused)


@contextlib.contextmanager
def _victims() -> Iterator[tuple[str, int, str, int, str]]:
    """A file, a server and a socket that a program under check must not reach."""
    with contextlib.ExitStack() as opened:
        folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="course-doctor-"))
        secret = Path(folder, "secret.txt")
        secret.write_text("parcel", encoding="utf-8")
        secret.chmod(0o600)
        server = opened.enter_context(socket.create_server(("127.0.0.1", 0)))
        named = os.path.join(folder, "agent")
        if hasattr(socket, "AF_UNIX"):
            agent = opened.enter_context(socket.socket(socket.AF_UNIX))
            agent.bind(named)
            agent.listen()
        package = str(Path(__file__).resolve().parents[1])
        yield str(secret), server.getsockname()[1], named, os.getpid(), package
