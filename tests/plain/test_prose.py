"""Markdown becomes plain lines."""

from __future__ import annotations

import pytest

from course.plain.prose import lines_of, unbroken, wrapped


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("A **b** *c* `x = 1`", ["A b c `x = 1`"]),
        ("one two three four five", ["one two three", "four five"]),
        ("a\nb  \nc", ["a b", "c"]),
        ("# Title\n\ntext", ["Title", "", "text"]),
        (
            "```python\nif x:\n    a_very_long_name()\n```",
            ["    if x:", "        a_very_long_name()"],
        ),
        ("- one two three four\n- b", ["- one two three", "  four", "- b"]),
        ("- a\n\n- b", ["- a", "", "- b"]),
        ("2. a\n3. b", ["2. a", "3. b"]),
        ("- a\n\n      code", ["- a", "", "      code"]),
        ("> said", ["  said"]),
        ("[at](x.html) <b>", ["at (x.html) <b>"]),
        ("| a | b |\n|---|---|\n| 1 | 22 |", ["a  b", "1  22"]),
        (
            "| name | what it means |\n|---|---|\n| x | a value |",
            ["- name: x; what", "  it means: a", "  value"],
        ),
        ("a\n\n---\n\nb", ["a", "", "b"]),
    ],
)
def test_a_part_of_markdown(markdown: str, lines: list[str]) -> None:
    assert lines_of(markdown, 16) == lines


def test_lines_are_cut_at_words_only() -> None:
    assert wrapped("  one two three four five", 16) == ["  one two three", "  four five"]
    assert wrapped("a/path/that/is/longer/than/a/line", 16) == ["a/path/that/is/longer/than/a/line"]
    assert wrapped(f"one two {unbroken('three four')}", 16) == ["one two", "three four"]
    assert wrapped("", 16) == [""]
