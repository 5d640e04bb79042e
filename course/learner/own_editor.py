"""The learner's own programs: an editor, from `$VISUAL` or `$EDITOR`, and a shell."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.errors import WrongUse
from course.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable

_ADVICE = (
    "Set it to the command of a program that is there; a path with a space in it belongs in "
    "quotes. Or open the file yourself: this editor shows what is saved there."
)

_LOOK = 0.5
"""Seconds between two looks at a program that has the terminal."""
_LOOKS = 10
"""Looks that it has to end after it was asked to, and again after it was told to."""


def editor_command() -> list[str]:
    """The program and its options; empty where the learner has not named one.

    Raises `CourseError` where what they have named cannot be read or is not a program: a terminal
    is given to an editor only when there is one.
    """
    name = "VISUAL" if os.environ.get("VISUAL") else "EDITOR"
    chosen = os.environ.get(name, "")
    try:
        command = shlex.split(chosen, posix=os.name != "nt")
    except ValueError as error:
        raise WrongUse(f"{name} is `{clean_line(chosen)}`: {error}. {_ADVICE}") from error
    if command and shutil.which(command[0]) is None:
        raise WrongUse(
            f"{name} is `{clean_line(chosen)}`, but there is no program "
            f"`{clean_line(command[0])}` that can be started. {_ADVICE}"
        )
    return command


def edit(command: list[str], file: Path, has_terminal: bool = True) -> str:
    """Run an editor on `file` and wait for it; in words why it did nothing, where it says so.

    It raises nothing: the terminal is the editor's meanwhile, and has to be taken back. Where
    there is none, it has no input: what stands there is meant for the course.
    """
    try:
        given = None if has_terminal else subprocess.DEVNULL
        before = _changed_at(file)
        status = _run([*command, str(file)], stdin=given)
    except (OSError, ValueError) as error:
        return f"Your editor `{clean_line(command[0])}` could not be started: {error}. {_ADVICE}"
    if status and _changed_at(file) == before:
        words = f"Your editor `{clean_line(' '.join(command))}` ended with the status {status}"
        return f"{words} and has changed nothing. {_ADVICE}"
    return ""


def _changed_at(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def shell(folder: Path) -> str:
    """Run the learner's shell in a folder until they leave it; in words why it did not start."""
    command = os.environ.get("COMSPEC", "cmd") if os.name == "nt" else os.environ.get("SHELL", "sh")
    print(f"\nThis is a terminal in {clean_line(str(folder))}")
    print(f"The course's Python, with pytest: {clean_line(sys.executable)}")
    print("`exit` brings you back to the course.\n")
    # `python` is the course's there, unless the shell's own start puts another one first.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    try:
        _run([command], cwd=folder, env={**os.environ, "PATH": path})
    except (OSError, ValueError) as error:
        return f"Your shell `{clean_line(command)}` could not be started in {folder}: {error}."
    return ""


def _run(command: list[str], **given: Any) -> int:
    """Run a program that has the terminal until it ends; its exit status.

    Ctrl+C and Ctrl+\\ reach both programs of a terminal; meanwhile they are for this one. What ends
    the course ends it first. It inherits none of that, as it would that a signal is ignored.
    """
    signals: list[int] = []
    running: list[subprocess.Popen[bytes]] = []

    def pass_on(number: int, _: object) -> None:
        signals.append(number)
        for program in running:
            program.send_signal(number)

    handlers: dict[str, Callable[[int, Any], None]] = {
        **dict.fromkeys(("SIGINT", "SIGQUIT"), _nothing),
        **dict.fromkeys(("SIGHUP", "SIGTERM"), pass_on),
    }
    by_signal = {getattr(signal, it): handlers[it] for it in handlers if hasattr(signal, it)}
    before = {number: signal.signal(number, handler) for number, handler in by_signal.items()}
    try:
        with subprocess.Popen(command, **given) as program:
            running.append(program)
            for number in tuple(signals):  # while it was being started
                program.send_signal(number)
            _wait(program, signals)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for number in signals:
        signal.raise_signal(number)
    return program.returncode


def _wait(program: subprocess.Popen[bytes], heard: list[int]) -> None:
    """Wait until a program ends; one that stays although it was asked to end is ended.

    It looks again and again: a signal that comes in the moment before a wait is heard after it, and
    of a terminal that is closed not everybody is told. Signals of this program are in `heard`.
    """
    ours = [one for one in range(3) if os.isatty(one)]
    looks = 0
    while True:
        try:
            program.wait(_LOOK)
            return
        except subprocess.TimeoutExpired:
            pass
        if not heard and not all(map(os.isatty, ours)):
            heard.append(getattr(signal, "SIGHUP", signal.SIGTERM))
            program.send_signal(heard[-1])
        looks += bool(heard)
        if looks == _LOOKS:
            program.terminate()
        elif looks > 2 * _LOOKS:
            program.kill()


def _nothing(*_: object) -> None:
    """It is for the other program."""
