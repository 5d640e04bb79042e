"""A file that is no YAML: the line at which it began to go wrong, and what to do there."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.catalogue.documents import decode, read_document
from course.errors import ContentError
from course.model import Predict


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('title: "a\nkind: b\nhints:\n  - one\n  - "two"\n', 1, "a quote is opened here"),
        ('title: a\nhints:\n  - "one\n  - two\n', 3, "a quote is opened here and never closed"),
        ("title: 'it''s\nkind: 'b'\n", 1, "a quote is opened here"),
        ('title: "on two\n  lines"\nkind: [1\nminutes: 2\n', 4, "check the indentation"),
        ("title: a: b\n", 1, "needs quotes around it, or `|`"),
        ("\ttitle: a\n", 1, "a line begins with a tab"),
        ("title: `a`\n", 1, "begins with a special character"),
        ("title: a\n---\ntitle: b\n", 2, "a file is one document; take away the line with `---`"),
        ("title: !what a\n", 1, "a word with `!` in front is not used here"),
    ],
)
def test_where_it_began_and_what_to_do(tmp_path: Path, text: str, line: int, words: str) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        read_document(file)
    [problem] = caught.value.problems
    assert (problem.line, words in problem.text) == (line, True), problem


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("yes", "True"),
        ("off", "False"),
        ("1.10", "1.1"),
        ("1_000", "1000"),
        ("010", "8"),
        ("12:30", "750"),
        ("2024-05-01", "a date"),
        ("0x1F", "31"),
        ("yep", ""),
        ("True", ""),
        ("-7", ""),
        ("0.5", ""),
        ("10.0", ""),
        ('"1.10"', ""),
    ],
)
def test_a_value_that_yaml_writes_in_another_way_needs_quotes(
    tmp_path: Path, text: str, made: str
) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text(f"code: print(1)\nbecause: It is.\nchoices:\n  - a\n  - {text}\n", "utf-8")
    document = read_document(file)
    if not made:
        assert decode(document, Predict).choices[0] == "a"
        return
    with pytest.raises(ContentError) as caught:
        decode(document, Predict)
    [problem] = caught.value.problems
    assert (problem.line, problem.text) == (
        5,
        f"choice 2: YAML makes {made} of `{text}`; put quotes around it",
    )
