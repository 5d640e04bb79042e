"""A day of twelve minutes: a counter that greets, and a release that forgets short names."""

from __future__ import annotations

import pytest

from course.shift.scenario import Scenario, read_folder
from tests.conftest import CHECKOUT


@pytest.fixture
def tiny() -> Scenario:
    """The scenario that authors begin with."""
    return read_folder(CHECKOUT / "course" / "authoring" / "sample_shift")
