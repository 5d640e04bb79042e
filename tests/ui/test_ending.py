"""What the app does about signals; how it ends by one is tried in `end_to_end/test_typing.py`."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator

import pytest

from course.locations import Locations
from course.ui import ending
from course.ui.app import CourseApp

pytestmark = pytest.mark.skipif(os.name == "nt", reason="its loop hears no signals")


@pytest.fixture
def as_before() -> Iterator[None]:
    """The process answers Ctrl+C as before."""
    handler = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, handler)


@pytest.mark.usefixtures("as_before")
def test_after_the_app_a_program_can_be_interrupted(small_course: Locations) -> None:
    app = CourseApp(small_course)

    async def listen() -> None:
        ending.listen(app)
        await app.session.aclose()

    asyncio.run(listen())
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
