"""`course run --step`: a program of the learner's own, recorded in the sandbox."""

from __future__ import annotations

import asyncio
import os
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import WrongUse
from course.terminal import echo

if TYPE_CHECKING:
    import rich_click as click

    from course.tracing.trace import Trace

_MOST_FILES, _MOST_BYTES = 200, 4_000_000
_LEFT_OUT = {"__pycache__", "node_modules", "venv", "env"}


def step_through_own(
    ctx: click.RichContext, is_module: bool, target: str, arguments: Sequence[str]
) -> None:
    """Record it and open the recording: in the app, or as plain lines."""
    if is_module or not Path(target).is_file():
        raise WrongUse(
            "Stepping through follows one file: name the file of the program, without `-m`."
        )
    trace = asyncio.run(_record(Path(target), arguments))
    ctx.obj("", recorded=(Path(target).name, trace))


async def _record(file: Path, arguments: Sequence[str]) -> Trace:
    """Record the program with copies of the files beside it: what it writes is thrown away."""
    from course.checking import Checker

    try:
        source = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"{file} cannot be read: {error}") from error
    files, left_out = _beside(file)
    if left_out:
        echo(f"course: {left_out}", err=True)
    stdin = _input_for(source)
    async with Checker() as checker:
        return await checker.trace_program(
            source, stdin, files=files, arguments=(file.name, *arguments)
        )


def _beside(file: Path) -> tuple[dict[str, bytes], str]:
    """The files in the program's folder and below, by name; in words what had to be left out.

    The nearest come first. The folder may be a whole home or one that changes meanwhile: no more of
    it is looked at than is taken, and what cannot be read is left out.
    """
    sources: dict[str, bytes] = {}
    size = 0
    own = file.resolve()
    for place in _files_below(own.parent):
        try:
            if not place.is_file() or place.resolve() == own:
                continue
            size += place.stat().st_size
            if len(sources) == _MOST_FILES or size > _MOST_BYTES:
                return sources, (
                    f"Its folder holds more than can be taken along; the program sees "
                    f"{len(sources)} files of it only, the nearest."
                )
            sources[place.relative_to(own.parent).as_posix()] = place.read_bytes()
        except OSError:
            continue
    return sources, ""


def _files_below(folder: Path) -> Iterator[Path]:
    """Files, those of a folder before those of the folders in it, without what is hidden."""
    waiting = deque([folder])
    while waiting:
        try:
            inside = sorted(os.scandir(waiting.popleft()), key=lambda it: it.name)
        except OSError:
            continue
        for one in inside:
            if one.name.startswith(".") or one.name in _LEFT_OUT:
                continue
            if one.is_dir(follow_symlinks=False):
                waiting.append(Path(one))
            else:
                yield Path(one)


def _input_for(source: str) -> str:
    """What the program is to read: the input at hand; at a terminal it is typed beforehand."""
    if not sys.stdin.isatty():
        return sys.stdin.read()
    if "input(" not in source and "stdin" not in source:
        return ""
    end = "Ctrl+Z and Enter" if sys.platform == "win32" else "Ctrl+D"
    echo(
        "The program asks for input. Type all that it should read, a line for each question; then "
        f"press {end} on an empty line.",
        err=True,
    )
    return sys.stdin.read()
