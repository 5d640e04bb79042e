"""Slips of the first hours: what is said of a report that has a wrong answer."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from course.explaining.diagnose import diagnose
from course.explaining.on_slips import hidden_character
from course.model import CheckReport, Exercise, ExerciseSource, TestResult, Verdict
from tests.explaining.answering import evidence_of

#  the name, the source, got and expected, the line, words that must be said
CASES = [
    (
        "hidden_character",
        'def f():\n    return "Hello,\u00a0Harbour!"\n',
        repr("Hello,\u00a0Harbour!"),
        repr("Hello, Harbour!"),
        2,
        "a non-breaking space",
    ),
    (
        "hidden_character",
        'def f():\n    return "Hаrbour"\n',  # noqa: RUF001
        repr("Hаrbour"),  # noqa: RUF001
        repr("Harbour"),
        2,
        "only looks like `a`",
    ),
    ("double_sign", "def f():\n    n = 0\n    ++n\n    return n\n", "0", "1", 3, "changes nothing"),
    ("double_sign", "def f():\n    n = 2\n    n =+ 1\n    return n\n", "1", "3", 3, "`+=` would"),
    (
        "compares_for_assigning",
        "def f():\n    n = 2\n    n == 3\n    return n\n",
        "2",
        "3",
        3,
        "compares two values",
    ),
    ("slash_n", 'def f():\n    return "a/nb"\n', repr("a/nb"), repr("a\nb"), 2, "with a backslash"),
    (
        "commas_for_plus",
        'def f():\n    label = "a", "b"\n    return label\n',
        "('a', 'b')",
        "'ab'",
        2,
        "`+` joins strings",
    ),
    (
        "name_in_quotes",
        'def f(n=3):\n    return "n // 60"\n',
        "'n // 60'",
        "'0'",
        2,
        "`n` is between quotes",
    ),
    (
        "commented_out",
        'def f():\n    """Say it."""\n    # print("tea")\n',
        "None",
        "3",
        3,
        "begins with `#`",
    ),
    (
        "star_outside",
        'def f():\n    return str(["a", *"bc"])\n',
        "'x'",
        "'y'",
        2,
        "outside the quotes",
    ),
    (
        "digits_in_all",
        'def f(c=5):\n    return f"{c / 100:.2}"\n',
        "'0.050'",
        "'0.05'",
        2,
        "digits in all",
    ),
    (
        "index_for_item",
        "def f(xs=(1, 2)):\n    t = 0\n    for i in range(len(xs)):\n        t += i\n    return t",
        "1",
        "3",
        4,
        "The item itself is `xs[i]`",
    ),
]


def leading(source: str, got: str, expected: str) -> tuple[str, int | None, str]:
    """The name, line and text of what leads for one call with a wrong answer."""
    test = TestResult(
        "It works",
        "test_it",
        "failed",
        call="f()",
        got=got,
        expected=expected,
        got_type=type(eval(got)).__name__,  # noqa: S307 - our own values
        expected_type=type(eval(expected)).__name__,  # noqa: S307
    )
    exercise = Exercise("own/f", Path(), ExerciseSource("Own", "write", "-"), "answer", "", ())
    report = CheckReport("own/f", Verdict.FAILED, tests=(test,))
    told = asyncio.run(diagnose(report, exercise, source))[0]
    return told.name, told.line, told.text


@pytest.mark.parametrize(
    ("name", "source", "got", "expected", "line", "words"),
    CASES,
    ids=[f"{index}-{case[0]}" for index, case in enumerate(CASES)],
)
def test_the_slip_leads(
    name: str, source: str, got: str, expected: str, line: int, words: str
) -> None:
    said = leading(source, got, expected)
    assert said[:2] == (name, line), said
    assert words in said[2]


@pytest.mark.parametrize(
    ("source", "got", "expected"),
    [
        ('def f():\n    return "1\u00a0EUR"\n', repr("1\u00a0EUR"), repr("2\u00a0EUR")),
        ("def f():\n    n = -1\n    n = -2\n    return n\n", "-2", "2"),
        ('def f(n=3):\n    """Say n // 60."""\n    return 4\n', "4", "5"),
        ("def f(c=5):\n    return f'{c / 100:.2f}'\n", "'0.05'", "'0.5'"),
        ("def f():\n    return 1, 2\n", "(1, 2)", "(2, 1)"),
    ],
)
def test_what_only_looks_like_one_is_none(source: str, got: str, expected: str) -> None:
    assert leading(source, got, expected)[0] not in {case[0] for case in CASES}


@pytest.mark.parametrize(
    ("mark", "plain"),
    [(0x201C, '"'), (0x201D, '"'), (0x2018, "'"), (0x2019, "'"), (0x2013, "-"), (0x2014, "-"),
     (0x2212, "-")],
)  # fmt: skip
def test_a_character_that_looks_like_another(mark: int, plain: str) -> None:
    text = f"a{chr(mark)}b"
    source = f"def f():\n    return <{text}>\n".replace("<", '"""').replace(">", '"""')
    failed = TestResult("it", "test_it", "failed", call="f()", got=repr(text), expected=repr("ab"))
    saying = hidden_character(evidence_of(source, failed))
    assert saying is not None
    assert f"has a `{chr(mark)}`, which only looks like `{plain}`, inside" in saying.text
