"""The line above the path tells ways that the footer has no room for, as far as they fit."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations


@pytest.mark.parametrize("key", ["w", "e"])
async def test_a_working_day_and_the_exam_can_be_found_at_80_columns(
    key: str, open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=(80, 24)) as it:
        words = {"w": "working day:", "e": "exam:"}[key]
        row = next(y for y, line in enumerate(it.text.split("\n")) if words in line)
        x = it.text.split("\n")[row].index(words)
        assert it.text.split("\n")[row][x:].split()[: 1 + words.count(" ") + 1][-1] == key
        foot = it.text.split("\n")[-1]
        assert all(it in foot for it in ("Enter", "/ Search", "p Progress", "s Settings", "F1"))
        await it.click(offset=(x, row))
        await it.until(lambda: it.place == {"w": "ShiftsScreen", "e": "ExamScreen"}[key])


async def test_ways_that_do_not_fit_are_below_and_in_a_low_window_left_out(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=(40, 24)) as it:
        lines = it.text.split("\n")
        row = next(y for y, line in enumerate(lines) if "0 of 3 lessons done" in line)
        assert lines[row + 1].split() == ["working", "day:", "w", "exam:", "e"]
        await it.click(offset=(lines[row + 1].index("exam"), row + 1))
        await it.until(lambda: it.place == "ExamScreen")
        await it.press("escape")
        await it.resize(40, 16)
        assert "0 of 3 lessons done" in it.text
        assert "working day" not in it.text
