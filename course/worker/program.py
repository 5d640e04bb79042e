"""Runs a whole program as `__main__`, then evaluates a check in its namespace."""

from __future__ import annotations

import io
import linecache
import os
import sys
import threading
import types

from .channel import Channel, Output
from .live import live_input
from .probes import evaluate
from .protocol import Checked, Job, Ran
from .value_text import OwnFolder, describe
from .watch import Watchdog

FILE = "main.py"


class _Input(io.StringIO):
    """`sys.stdin` of a program: the given text, then end of file."""

    def fileno(self) -> int:
        return 0


def run_program(
    job: Job, replies: int, channel: Channel, output: Output, home: OwnFolder, watchdog: Watchdog
) -> None:
    """Run `main.py` of the working folder; send `ran` and, with a check, `checked`.

    A live program is answered on the descriptor `replies`.
    """
    if job.get("live"):
        sys.stdin = live_input(replies, channel, output, watchdog)
        sys.breakpointhook = _debug  # pytest's own announces itself
    else:
        sys.stdin = _Input(job.get("stdin", ""))
    sys.argv = job.get("arguments") or [FILE]
    path = os.path.join(os.getcwd(), FILE)
    module = types.ModuleType("__main__")
    module.__file__ = path
    module.__builtins__ = __builtins__  # type: ignore[attr-defined]
    sys.modules["__main__"] = module
    exception = None
    try:
        with open(path, "rb") as file:
            source = file.read()
        linecache.checkcache(path)
        exec(compile(source, path, "exec", dont_inherit=True), module.__dict__)  # noqa: S102
    except SystemExit as error:
        if error.code not in (None, 0) and not isinstance(error.code, int):
            sys.stderr.write(f"{error.code}\n")
    except BaseException as error:
        exception = home.exception(error)
    wait_for_threads()
    output.flush()
    channel.send(Ran(exception))
    check = job.get("check")
    if exception is not None or check is None:
        return
    try:
        value, _ = evaluate(check, module.__dict__)
        channel.send(Checked(bool(value), describe(value)))
    except BaseException as error:
        channel.send(Checked(False, exception=home.exception(error)))


def _debug(*_arguments: object, **_more: object) -> None:
    """`breakpoint()`: Python's debugger, which the learner can talk to."""
    import pdb

    pdb.Pdb(nosigint=True).set_trace(sys._getframe(1))


def wait_for_threads() -> None:
    """Python ends a program only when all its threads but the daemons have ended."""
    for thread in threading.enumerate():
        if not thread.daemon and thread is not threading.current_thread():
            thread.join()
