"""One checker for all tests of a process: it is what the app has, and starting one costs time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.checking.door import Door


@pytest.fixture(scope="session")
def door() -> Iterator[Door]:
    """The shared checker."""
    opened = Door()
    yield opened
    opened.close()
