"""A learner at the plain course in this process: lines in, what was said out."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, TypeVar

import pytest

from course.learner.session import Session
from course.locations import Locations
from course.plain import course as plain_course
from course.plain.asking import Asking
from course.plain.desk import Desk
from course.plain.talk import Left, Talk

T = TypeVar("T")


class Learner(io.TextIOBase):
    """Types lines, one when it is asked for; a line may be worked out by then."""

    def __init__(self, lines: Iterable[str | Callable[[], str]]) -> None:
        self._lines = iter(lines)
        self.typed = 0

    def readline(self, _size: int | None = -1) -> str:  # type: ignore[override]
        line = next(self._lines, None)
        if line is None:
            return ""
        self.typed += 1
        return f"{line if isinstance(line, str) else line()}\n"


class OneDesk:
    """A desk with nobody's session at it."""

    def __init__(self) -> None:
        self.talk = Talk()
        self.asking = Asking(self.talk)


def at_the_menu(
    where: Locations,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *lines: str | Callable[[], str],
    first: str = "",
) -> str:
    """What the plain course says to somebody who types these lines and then leaves."""
    monkeypatch.setattr("sys.stdin", Learner(lines))
    plain_course.run(where, first)
    return capsys.readouterr().out


def at_a_place(
    where: Locations,
    monkeypatch: pytest.MonkeyPatch,
    place: Callable[[Desk], Coroutine[Any, Any, T]],
    *lines: str,
) -> T | str:
    """What a place of the plain course gives to somebody who types these lines there."""
    monkeypatch.setattr("sys.stdin", Learner(lines))

    async def hold() -> T | str:
        async with Session.open(where) as session:
            try:
                return await place(Desk(session, Talk()))
            except Left:
                return "left"

    return asyncio.run(hold())
