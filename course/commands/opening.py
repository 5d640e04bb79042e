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
def open_session() -> Iterator[Session]:
    """The session with a fresh catalogue; closed afterwards."""
    from course import locations
    from course.learner.session import Session

    session = Session.open(locations.find())
    for notice in session.notices:
        echo(f"course: {notice}", err=True)
    session.catalogue.refresh()
    try:
        yield session
    finally:
        asyncio.run(session.aclose())
