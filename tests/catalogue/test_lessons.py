"""What a lesson or a course cannot be, told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.catalogue.lessons import read_course
from course.errors import ContentError
from tests.catalogue.conftest import problems_of


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("{text: a, exercise: b/c}", "exactly one of"),
        ("{}", "exactly one of"),
        ("{choose: {question: q, choices: [{text: a}, {text: b}]}}", "no choice is"),
        (
            "{blank: {code: 'x = ___', answers: [1, 2], check: x}}",
            "has 1 `___` and `answers` has 2",
        ),
        ("{spot: {code: 'x', line: 2, because: b}}", "past the end of the code, which has 1 line"),
        ("{order: {goal: g, lines: l}}", "add one"),
        ("{example: {code: ''}}", "is empty"),
    ],
)
def test_a_step_that_cannot_work_is_told(lesson_file: Path, step: str, words: str) -> None:
    problems = problems_of(
        lesson_file, f"title: a\nminutes: 3\nsummary: s\nsteps:\n  - text: t\n  - {step}\n"
    )

    assert [problem.line for problem in problems] == [6]
    assert words in problems[0].text


def test_a_path_of_a_module_that_is_not_there_is_told(tmp_path: Path) -> None:
    file = tmp_path / "course.yaml"
    file.write_text(
        "title: t\nmodules: [a]\npaths:\n  - {id: p, title: P, audience: x, modules: [a, b]}\n",
        encoding="utf-8",
    )
    with pytest.raises(ContentError, match=r"course.yaml:4: path `p` names `b`"):
        read_course(file)
