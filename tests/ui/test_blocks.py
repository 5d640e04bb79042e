"""When Enter at the prompt runs what is typed, and when it begins another line."""

from __future__ import annotations

import pytest

from course.ui.aids.blocks import is_complete


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("1 + 1", True),
        ("", True),
        ("if n:", False),
        ("if n:  # why", False),
        ("if n:\n    n", False),
        ("if n:\n    n\n", True),
        ("if n:\n    n\n    ", True),
        ("if n: print(n)", True),
        ("f(1,", False),
        ("f(1,\n  2)", True),
        ("x = [\n    1,\n]", True),
        ("def f():\n    return [\n        1,\n    ]", False),
        ('"""a', False),
        ('"""a\n  b"""', True),
        ("'a", True),
        ("x = 1 + \\", False),
        ("@cache", False),
        ("def f():\n    pass\nf()", True),
        ("x = '#:'", True),
        ("d = {'a': 1}", True),
    ],
)
def test_a_block_is_whole_when_python_would_run_it(text: str, whole: bool) -> None:
    assert is_complete(text) is whole
