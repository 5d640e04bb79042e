"""Lines that Python never comes to or runs elsewhere; and what only looks like them."""

from __future__ import annotations

import pytest

from tests.explaining.answering import told_of_answers


@pytest.mark.parametrize(
    ("source", "calls", "name", "line"),
    [
        (
            "def f(n):\n    return n\n    n = n * 2\n",
            {"f(2)": "4"},
            "after_return",
            2,
        ),
        (
            "def f(n):\n    if n > 1:\n        p = 5\n    if n > 5:\n        p = 9\n    else:\n"
            "        p = 0\n    return p\n",
            {"f(2)": "5", "f(9)": "9"},
            "else_overwrites",
            4,
        ),
        ('def f():\n    """Say it."""\nprint("tea")\n', {"f()": "'tea'"}, "lines_outside", 3),
    ],
)
def test_the_line_is_named(source: str, calls: dict[str, str], name: str, line: int) -> None:
    told = told_of_answers(source, calls)
    assert (told.name, told.line) == (name, line), told.text


@pytest.mark.parametrize(
    "source",
    [
        'def f():\n    """Say it."""\nprint(f())\n',
        'def f():\n    """Say it."""\n\ndef g():\n    pass\nprint("tea")\n',
    ],
)
def test_a_trial_of_the_function_is_no_line_of_it(source: str) -> None:
    assert told_of_answers(source, {"f()": "'tea'"}).name == "nothing_yet"


@pytest.mark.parametrize(
    "source",
    [
        # The second one reads what the first has set.
        "def f(n):\n    if n > 1:\n        p = 5\n    if n > 5:\n        p = p + 4\n    else:\n"
        "        p = 0\n    return p\n",
        # Without an `else`, what the first has set may stay.
        "def f(n):\n    p = 0\n    if n > 1:\n        p = 5\n    if n > 5:\n        p = 8\n"
        "    return p\n",
        "def f(n):\n    if n > 1:\n        return 5\n    return n\n",
    ],
)
def test_what_only_looks_like_one_is_none(source: str) -> None:
    told = told_of_answers(source, {"f(2)": "5", "f(9)": "9", "f(7)": "1"})
    assert told.name not in {"after_return", "else_overwrites"}
