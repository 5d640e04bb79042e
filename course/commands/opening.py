"""Open the learner's session for a command, with what it has to say on standard error."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from course.terminal import echo

if TYPE_CHECKING:
    from course.learner.session import Session


@contextmanager
def open_session(reading: bool = False) -> Iterator[Session]:
    """The session with a fresh catalogue; closed afterwards.

    A command that only reads works on a full disk and in a folder that may not be written, too.
    """
    from course import locations
    from course.learner.session import Session

    session = Session.open(locations.find(), reading=reading)
    told = 0
    try:
        told = _tell(session, told)
        session.catalogue.refresh()
        yield session
    finally:
        _tell(session, told)
        asyncio.run(session.aclose())


def _tell(session: Session, told: int) -> int:
    """Print the notices after the first `told`; how many there are."""
    for notice in session.notices[told:]:
        echo(f"course: {notice}", err=True)
    return len(session.notices)
