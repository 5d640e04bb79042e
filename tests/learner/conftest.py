"""A session on the small course."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from course.learner.session import Session
from course.locations import Locations


@pytest.fixture
def session(small_course: Locations) -> Iterator[Session]:
    """An open session of a learner who has done nothing yet."""
    opened = Session.open(small_course)
    yield opened
    opened.store.close()
