"""`course reset` and `watch`: work on an exercise with your own editor."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import rich_click as click

from course.commands.output import show_report, tell_task_news
from course.errors import CourseError
from course.terminal import echo, is_read

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.model import Exercise

_PAUSE = 1.0


@click.command("reset")
@click.argument("ident", metavar="ID")
def reset(ident: str) -> None:
    """Put an exercise's starter back; your version is kept beside it."""
    from course.commands.opening import open_session

    with open_session() as session:
        exercise = session.catalogue.exercise(ident)
        kept = session.reset(exercise)
        echo(f"The starter is back in {session.file(exercise)}")
        if kept is not None:
            echo(f"Your version is kept in {kept}")


@click.command("watch")
@click.argument("ident", metavar="[ID]", required=False)
def watch(ident: str | None) -> None:
    """Check an exercise each time you save its file; ctrl+c ends it."""
    from course.commands.check import exercise_here
    from course.commands.opening import in_session

    async def follow(session: Session) -> None:
        exercise = session.catalogue.exercise(ident or exercise_here(session))
        await _Watch(session, exercise).run()

    with suppress(KeyboardInterrupt):
        in_session(follow, reading=True)


class _Watch:
    """Checks a file as it is saved: one check at a time, and the newest version is the one."""

    def __init__(self, session: Session, exercise: Exercise) -> None:
        self._session = session
        self._exercise = exercise
        self._file = session.file(exercise)
        self._checks: asyncio.TaskGroup
        self._checking: asyncio.Task[None] | None = None
        self._told = ""
        self._waiting = f"Waiting for the next save of {self._file} (Ctrl+C ends)"

    async def run(self) -> None:
        """Until Ctrl+C, or until nobody reads it: what ends a check ends all of it."""
        try:
            async with asyncio.TaskGroup() as self._checks:
                self._checks.create_task(self._end_with_reader())
                await self._follow()
        except BaseExceptionGroup as several:
            raise several.exceptions[0] from None

    async def _end_with_reader(self) -> None:
        """Also where nothing is to be said for a long time."""
        while is_read():
            await asyncio.sleep(_PAUSE)
        raise BrokenPipeError

    async def _follow(self) -> None:
        """What is wrong with the file is told, and it is watched on."""
        source = None
        while True:
            try:
                if source is None:
                    source = self._session.load(self._exercise)
                    tell_task_news(self._session, self._exercise)
                    await self._check(source, counted=False)  # nothing is saved yet
                async for saved in self._session.changes(self._exercise, source):
                    source = saved
                    await self._check(source, counted=True)
            except BrokenPipeError:
                raise
            except (CourseError, OSError) as error:
                await self._stop()  # it is of what was there before
                self._tell(f"{error}\n\n{self._waiting}")
                source = ""  # as it was before or not, when it is there again it is checked
                await asyncio.sleep(_PAUSE)

    async def _check(self, source: str, *, counted: bool) -> None:
        """Begin a check; one that still runs, perhaps in an endless loop, is of an old version."""
        await self._stop()
        if counted:
            click.clear()
        self._told = ""
        echo(f"Checking {self._file} (Ctrl+C ends)\n")
        sys.stdout.flush()
        self._checking = self._checks.create_task(self._checked(source, counted))

    async def _checked(self, source: str, counted: bool) -> None:
        try:  # what was read: the file may be half-way through the next save by now
            report = await self._session.submit(self._exercise, source, counted=counted, save=False)
        except CourseError as error:
            self._tell(f"{error}\n\n{self._waiting}")
            return
        show_report(report, self._exercise)
        echo(f"\n{self._waiting}")
        sys.stdout.flush()

    async def _stop(self) -> None:
        if self._checking is not None:
            self._checking.cancel()
            await asyncio.gather(self._checking, return_exceptions=True)

    def _tell(self, words: str) -> None:
        if words != self._told:
            echo(words)
            sys.stdout.flush()
        self._told = words
