"""Stepping through code in the app."""

from __future__ import annotations

from typing import Any

import pytest

from course.ui.screens.time_travel import TimeTravelScreen

pytestmark = pytest.mark.usefixtures("patient")


WIDE = (120, 40)
COUNTS = '''\
def double(n):
    """Return twice n."""
    total = 0
    seen = [n]
    for turn in seen:
        total += turn
        print("turn", turn)
    known = seen
    known.append(total)
    return total
'''
RAISES = """\
def add(items, n):
    return items[n] + items[n]

def double(n):
    return add([], n)
"""


async def stepping(it: Any, source: str) -> TimeTravelScreen:
    """Check a source in the exercise and open its recording."""
    screen = await it.exercise()
    screen.editor.replace_text(source)
    await it.check()
    await it.press("f3")
    await it.until(lambda: it.place == "TimeTravelScreen")
    await it.settle()
    assert isinstance(it.app.screen, TimeTravelScreen)
    return it.app.screen
