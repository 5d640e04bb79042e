"""Open the learner's session for a command, with what it has to say on standard error."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from course.terminal import echo

if TYPE_CHECKING:
    from course.learner.session import Session

Result = TypeVar("Result")


def in_session(work: Callable[[Session], Awaitable[Result]], *, reading: bool) -> Result:
    """Do work that waits in a session, and close that in the same event loop.

    Ctrl+c ends the work quietly: `KeyboardInterrupt` comes out when everything is closed.
    """
    import asyncio

    async def run(session: Session) -> Result:
        try:
            return await work(session)
        finally:
            await session.aclose()

    with open_session(reading=reading) as session:
        return asyncio.run(run(session))


@contextmanager
def open_session(reading: bool = False) -> Iterator[Session]:
    """The session with a fresh catalogue; closed afterwards.

    A command that only reads works on a full disk and in a folder that may not be written, too.
    Whoever awaits something of it uses `in_session`: what was begun in an event loop ends there,
    and all that is left to close here is the progress file.
    """
    from course import locations
    from course.learner.session import Session

    session = Session.open(locations.find(), reading=reading)
    notices = 0
    try:
        notices = _tell(session, notices)
        session.catalogue.refresh()
        yield session
    finally:
        _tell(session, notices)
        session.store.close()


def _tell(session: Session, number: int) -> int:
    """Print the notices after the first `told`; how many there are."""
    for notice in session.notices[number:]:
        echo(f"course: {notice}", err=True)
    return len(session.notices)
