"""Two solutions opposite each other: what is the same side by side, what differs marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.locations import Locations
from course.ui.app import CourseApp
from course.ui.widgets.comparison import Row, aligned, as_one, changed_spans
from tests.ui.conftest import SIZES

lines = st.lists(st.sampled_from(["", "def f():", "    return 1", "    x = 2", "    return x"]))


def test_lines_stand_opposite_their_counterparts() -> None:
    yours = ["def double(n):", "    twice = n + n", "    return twice"]
    reference = ["def double(n):", "    return n * 2"]
    assert aligned(yours, reference) == [
        Row(0, 0, "same"),
        Row(1, 1, "changed"),
        Row(2, None, "only_left"),
    ]
    assert aligned(reference, reference) == [Row(0, 0, "same"), Row(1, 1, "same")]


@given(lines, lines)
def test_every_line_is_shown_once_and_in_order(left: list[str], right: list[str]) -> None:
    rows = aligned(left, right)
    assert [row.left for row in rows if row.left is not None] == list(range(len(left)))
    assert [row.right for row in rows if row.right is not None] == list(range(len(right)))
    for row in rows:
        if row.left is not None and row.right is not None:
            assert (left[row.left] == right[row.right]) == (row.side == "same")


def test_the_words_that_differ_are_found() -> None:
    one, other = "    return n + n", "    return n * 2"
    spans = changed_spans(one, other)
    assert [one[start:end] for start, end in spans[0]] == ["+", "n"]
    assert [other[start:end] for start, end in spans[1]] == ["*", "2"]


def test_in_one_column_what_differs_stands_below_each_other() -> None:
    yours = ["def double(n):", "    twice = n + n", "    return twice"]
    reference = ["def double(n):", "    return n * 2"]
    assert list(as_one(aligned(yours, reference))) == [
        (0, 0, "same"),
        (0, 1, "only_left"),
        (0, 2, "only_left"),
        (1, 1, "only_right"),
    ]


OWN = "import math\n\n\ndef double(n):\n    return (n + n);\n"


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_a_pass_is_looked_at_as_a_reviewer_would(
    open_app: Any,
    small_course: Locations,
    picture: Callable[[CourseApp], bool],
    size: tuple[int, int],
) -> None:
    async with open_app(small_course, size=size) as it:
        screen = await it.exercise()
        screen.editor.replace_text(OWN)
        await it.check()
        await it.press("f4")
        await it.until(lambda: it.app.screen.remarks is not None)
        await it.settle()
        assert "line 1  import math" in it.text
        assert "`math` is imported and never used." in it.text
        assert "line 5  return (n + n);" in it.text
        assert "Python needs no semicolon" in it.text
        await it.press("n")
        assert "line 1  import math" in it.text
        await it.press("p")
        assert picture(it.app)


@pytest.mark.usefixtures("patient")
async def test_a_pass_with_nothing_to_remark_is_told(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await it.exercise()
        screen.editor.replace_text("def double(n):\n    return n + n\n")
        await it.check()
        await it.press("f4")
        await it.until(lambda: it.app.screen.remarks is not None)
        await it.settle()
        assert "finds nothing to remark" in it.text
        assert "-     return n + n" in it.text
        assert "+     return n * 2" in it.text
