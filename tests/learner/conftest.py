"""A session on the small course, and one with what a job asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from course.learner.records import Attempt
from course.learner.session import Session
from course.locations import Locations

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def session(
    small_course: Locations, indexed: Callable[[Locations], Locations]
) -> Iterator[Session]:
    """An open session of a learner who has done nothing yet."""
    opened = Session.open(indexed(small_course))
    yield opened
    opened.store.close()


def attempt(
    session: Session,
    exercise: str,
    verdict: str = "passed",
    hints: int = 0,
    source: str = "x = 1\n",
) -> None:
    """Keep an attempt as a check would."""
    session.store.append(
        Attempt(
            **session.store.new_row(),
            exercise=exercise,
            verdict=verdict,
            hints=hints,
            mistakes=(),
            seconds=0.1,
            tests={"a": verdict, "b": verdict},
            source_hash="",
            source=source,
        )
    )


@pytest.fixture
def job(own_course: Locations) -> Iterator[Session]:
    """The small course with what a job asks for."""
    text = own_course.course_file.read_text(encoding="utf-8")
    own_course.course_file.write_text(
        f"{text}"
        "job:\n"
        "  - {title: Writing, asks: Write functions., passes: 2, modules: [basics]}\n"
        "  - {title: Loops, asks: Go through lists., passes: 5, modules: [loops]}\n"
        "  - {title: Reviews, asks: Read changes., passes: 1, kinds: [review]}\n",
        encoding="utf-8",
    )
    session = Session.open(own_course, clock=lambda: NOW)
    yield session
    session.store.close()
