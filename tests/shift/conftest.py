"""A day of twelve minutes: a counter that greets, and a release that forgets short names."""

from __future__ import annotations

import pytest

from course.shift.scenario import FOLDER, Scenario, read_folder
from tests.conftest import SMALL_COURSE


@pytest.fixture
def tiny() -> Scenario:
    """The scenario of the small course."""
    return read_folder(SMALL_COURSE / "lessons" / FOLDER / "tiny")
