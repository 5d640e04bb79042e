"""A program of the learner's own, run in their own environment as Python would run it.

Nothing is held back from it: it is their program, on their machine. The exception that ends it is
noted beside it by `worker/own_program.py`.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from course import shapes
from course.checking.verdict import exception_info
from course.model import ExceptionInfo
from course.worker.protocol import ExceptionSaid, FrameSaid

Kind = Literal["file", "module"]
_RUNNER = Path(__file__).parents[1] / "worker" / "own_program.py"


class Ending(Struct, frozen=True):
    """How a program ended: its exit status, below 0 the signal that ended it.

    `exception` has the frames of the files in `folder`, which are the learner's own; `broken` is
    the one of them that Python cannot read, `python` what ran it.
    """

    status: int
    exception: ExceptionInfo | None = None
    folder: str = ""
    broken: str = ""
    python: str = ""


class _Frame(Struct, frozen=True):
    file: str
    line: int
    function: str
    code: str
    variables: dict[str, str]


class _Exception(Struct, frozen=True):
    type: str
    message: str
    frames: tuple[_Frame, ...]


class _Noted(Struct, frozen=True):
    folder: str
    exception: _Exception
    broken: str = ""


def python() -> str:
    """The Python that runs it: that of the active virtual environment, else the course's own."""
    active = os.environ.get("VIRTUAL_ENV")
    if active:
        for place in ("bin/python", "Scripts/python.exe"):
            if (file := Path(active, place)).is_file():
                return str(file)
    return sys.executable


def run_own(kind: Kind, target: str, arguments: Sequence[str]) -> Ending:
    """Run it to its end, at this terminal and with this input; signals go to it."""
    with tempfile.TemporaryDirectory(prefix="course-run-", ignore_cleanup_errors=True) as folder:
        note = Path(folder, "exception.json")
        runs_it = python()
        command = [runs_it, str(_RUNNER), str(note), kind, target, *arguments]
        process = subprocess.Popen(command)
        with _signals_to(process):
            status = process.wait()
        with suppress(OSError, msgspec.MsgspecError):
            noted = shapes.decode(note.read_bytes(), _Noted)
            info = _info(noted.exception)
            return Ending(status, info, noted.folder, noted.broken, runs_it)
    return Ending(status)


def _info(noted: _Exception) -> ExceptionInfo | None:
    """The exception as in a report, with the same bounds."""
    frames = tuple(
        FrameSaid(it.file, it.line, it.function, it.code, it.variables) for it in noted.frames
    )
    return exception_info(ExceptionSaid(noted.type, noted.message, frames))


@contextmanager
def _signals_to(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Ctrl+C reaches the program from the terminal; what is sent to the course is passed on."""

    def passed_on(number: int, _frame: object) -> None:
        with suppress(ProcessLookupError):
            process.send_signal(number)

    handlers = {signal.SIGINT: lambda *_: None, signal.SIGTERM: passed_on}
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def end_like(status: int) -> int:
    """The exit status to end with; where a signal ended the program, the same one ends this."""
    if status < 0 and sys.platform != "win32":
        sys.stdout.flush()
        sys.stderr.flush()
        signal.signal(-status, signal.SIG_DFL) if -status != signal.SIGKILL else None
        os.kill(os.getpid(), -status)
    return status if status >= 0 else 128 - status
