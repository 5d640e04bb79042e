"""The border to the terminal: what others wrote is shown there, and never obeyed.

All that the command line says goes through `echo`, `echo_json`, `write_json` or a Rich console
that was given to `show_only`.
"""

from __future__ import annotations

import errno
import io
import json
import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click
import msgspec

from course.text import clean, clean_json

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, ConsoleRenderable
    from rich.segment import Segment

_NO_LIMIT = sys.maxsize


def echo(text: object = "", err: bool = False) -> None:
    """Print on a line of its own, or on standard error."""
    click.echo(clean(text, _NO_LIMIT), err=err)  # noqa: TID251 - the border itself


def write_line(text: str, colour: str = "", err: bool = False, end: str = "\n") -> None:
    """A line of a dialogue, at once; `colour` is the number of a style, or none."""
    stream = sys.stderr if err else sys.stdout
    shown = clean(text, _NO_LIMIT)
    stream.write(f"\x1b[{colour}m{shown}\x1b[0m{end}" if colour and shown else f"{shown}{end}")
    stream.flush()


def echo_json(value: Any) -> None:
    """One JSON document on one line of standard output."""
    try:
        document = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # the name of a file that is not UTF-8
        document = json.dumps(msgspec.to_builtins(value))
    write_json(document)


def write_json(document: str) -> None:
    """A whole JSON document; what a terminal would obey is escaped in it."""
    sys.stdout.write(clean_json(document) + "\n")


class _Unread(io.FileIO):
    """A pipe whose reader may go: what is written from then on goes nowhere."""

    def write(self, data: Any) -> int:
        """Write what somebody reads."""
        try:
            return super().write(data) or 0
        except OSError as error:
            if error.errno not in (errno.EPIPE, errno.EINVAL):  # EINVAL is what Windows calls it
                raise
            nobody_reads(self.fileno())
            return len(data)


@contextmanager
def unread_as_well() -> Iterator[None]:
    """Work that is done to its end though nobody reads it any more: its exit status is wanted."""
    before = sys.stdout
    try:
        number = before.fileno()
    except (OSError, ValueError):  # a test's
        yield
        return
    if before.isatty():
        yield
        return
    before.flush()
    pipe = io.BufferedWriter(_Unread(number, "wb", closefd=False))
    sys.stdout = io.TextIOWrapper(pipe, encoding="utf-8", errors="replace")
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stdout = before


def is_read() -> bool:
    """Whether somebody still reads what is printed, as far as the system tells."""
    if not hasattr(select, "poll"):  # Windows
        return True
    try:
        number = sys.stdout.fileno()
    except (OSError, ValueError):  # a test's
        return True
    pipe = select.poll()
    pipe.register(number, 0)
    return not pipe.poll(0)


def nobody_reads(number: int) -> None:
    """What is still to be written there goes nowhere, and is no error."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


class _Shown:
    """Something of Rich's in which no text is obeyed; the styles that Rich adds are."""

    def __init__(self, inner: ConsoleRenderable) -> None:
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        from rich.segment import Segment

        for segment in console.render(self._inner, options):
            if segment.control:
                yield segment
            else:
                yield Segment(clean(segment.text, _NO_LIMIT), segment.style)


def show_only(console: Console) -> None:
    """Whatever is printed on that console is shown and never obeyed, from here on."""
    from rich.console import RenderHook

    class ShowOnly(RenderHook):
        def process_renderables(
            self, renderables: list[ConsoleRenderable]
        ) -> list[ConsoleRenderable]:
            return [_Shown(one) for one in renderables]

    console.push_render_hook(ShowOnly())
