"""Symptoms of strings: which of the program's strings they are told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.explaining.evidence import Evidence
from course.explaining.on_separators import line_for_each
from course.explaining.on_texts import _differing, _only, missing_f, returns_instead
from course.model import CheckReport, Exercise, ExerciseSource, TestResult, Verdict
from tests.explaining.answering import evidence_of, reported

GREET = """
def greet(name, hour):
    if hour < 12:
        return "Good morning, {name}!"
    return "Good evening, {name}!"
"""


def test_the_string_without_an_f_is_the_one_that_came_back() -> None:
    report, exercise = reported(GREET, {"greet('Mei', 9)": "'Good morning, Mei!'"})
    saying = missing_f(Evidence(report, exercise, GREET))
    assert saying is not None
    assert saying.line == 4
    assert "The text on line 4 has no `f`" in saying.text


@pytest.mark.parametrize(
    ("got", "expected", "kinds"),
    [
        ("Tea", "tea!", ["capital letters", "punctuation marks"]),
        ("tea mug", "teamug!", ["spaces", "punctuation marks"]),
        ("Tea mug", "teamug", ["capital letters", "spaces"]),
        ("tea\nmug", "Teamug", ["capital letters", "line ends"]),
        ("tea\nmug", "teamug", ["line ends"]),
        ("tea\n mug", "teamug", ["spaces", "line ends"]),
        ("tea\nmug!", "teamug", ["line ends", "punctuation marks"]),
        ("Tea-mug", "tea mug", ["capital letters", "spaces", "punctuation marks"]),
        ("tea\n mug!", "teamug", ["spaces", "line ends", "punctuation marks"]),
        ("Tea\n mug!", "teamug",
         ["capital letters", "spaces", "line ends", "punctuation marks"]),
        ("tea!", "tea?", ["punctuation marks"]),
        ("!", "?", ["punctuation marks"]),
        ("!", "", []),
        ("", "!", []),
        ("!\n", "?", []),
        ("tea", "mug", []),
    ],
)  # fmt: skip
def test_the_fewest_kinds_of_characters_that_differ(
    got: str, expected: str, kinds: list[str]
) -> None:
    assert _differing(got, expected) == kinds


@pytest.mark.parametrize(
    ("got", "expected", "words"),
    [
        ("tea", "tea", None),
        ("tea\n", "tea", "They differ only in the line ends: 1 line end too many at the end."),
        ("tea", "tea\n\n", "They differ only in the line ends: 2 line ends missing at the end."),
        ("\ntea", "tea", "They differ only in the line ends: at the beginning."),
        (" tea", "tea", "They differ only in the spaces at the beginning or the end."),
        ("te a", "tea", "They differ only in spaces."),
        ("te\na", "te a", "They differ only in spaces and line ends."),
        ("Tea", "tea", "They differ only in capital and small letters."),
        ("a mug?", "mug", "The right text is in it, with `'a '` before it and `'?'` after."),
        ("mug?", "mug", "They differ only in punctuation marks."),
        ("mugs", "mug", None),
        ("my mug", "mug", None),
        ("mug", "", None),
        ("tea", "Mug", None),
        ("Tea!", "tea", "They differ only in capital letters and punctuation marks."),
    ],
)
def test_in_what_two_texts_differ_only(got: str, expected: str, words: str | None) -> None:
    assert _only(got, expected) == words


TABLE = """\
def f():
    for row in (1, 2):
        for column in (1, 2):
            print(row * column)
"""


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (TABLE, 4),
        (TABLE + "    print()\n", 4),
        (TABLE.replace("print(", "show("), None),
        (TABLE.replace("column)\n", "column, end=' ')\n"), None),
        (TABLE.replace("column)\n", "column, sep=' ')\n"), 4),
        (TABLE.replace("    for column in (1, 2):\n            ", "    column = 1; "), None),
        (TABLE + "            print(row)\n", None),
        (TABLE + "            print(row, end='')\n", None),
        (TABLE.replace("for row in (1, 2)", "if True"), None),
        ("def f(:", None),
    ],
)
def test_the_only_print_in_a_loop_inside_a_loop(source: str, line: int | None) -> None:
    evidence = evidence_of(source)
    assert line_for_each("1\n2\n", "1 2\n", evidence) == line
    assert line_for_each("1\n2\n", "1\n3\n", evidence) is None
    assert line_for_each("1\n2\n", "1\n2\n3\n", evidence) is None


@pytest.mark.parametrize(
    ("source", "got", "line"),
    [
        ("def f(x):\n    return 'tea'\n", "''", 2),
        ("def g(x):\n    pass\ndef f(x):\n    return 'tea'\n", "''", 4),
        ("def f(x):\n    if x:\n        print(x)\n    return 'tea'\n", "''", None),
        ("def f(x):\n    pass\n", "''", None),
        ("def f(x):\n    return 'tea'\n", "'mug'", None),
    ],
)
def test_what_is_returned_and_should_be_printed(
    source: str, got: str, line: int | None, tmp_path: Path
) -> None:
    file = tmp_path / "test_lesson.py"
    file.write_text(
        "from lesson import f\n\ndef test_shows(capsys):\n    f(0)\n"
        "    assert capsys.readouterr().out == 'tea'\n",
        encoding="utf-8",
    )
    exercise = Exercise(
        "own/lesson", tmp_path, ExerciseSource("Own", "write", "-"), "lesson", "", (file,)
    )
    failed = TestResult("shows", "test_shows", "failed", call="f(0)", got=got, expected="'tea'",
                        compared="what was printed", got_type="str", expected_type="str",
                        line=5)  # fmt: skip
    report = CheckReport("own/lesson", Verdict.FAILED, tests=(failed,))
    saying = returns_instead(Evidence(report, exercise, source))
    assert (saying.line if saying else None) == line
    if saying:
        assert f"gives its answer back with `return` (line {line}); this exercise" in saying.text
