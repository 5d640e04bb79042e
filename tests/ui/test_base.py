"""What every place has in common: its title line, and room for it."""

from __future__ import annotations

from typing import Any

from course.locations import Locations


async def test_wide_and_narrow(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        assert it.app.screen.has_class("-narrow")
        assert "After this module" not in it.text
        await it.resize(120, 40)
        assert it.app.screen.has_class("-wide")
        assert "After this module" in it.text
