"""Two solutions opposite each other: what is the same side by side, what differs marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.ui.widgets.comparison import Row, aligned, changed_spans

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
