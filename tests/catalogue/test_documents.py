"""Broken YAML is told with every problem, each with its line and what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from course.catalogue.lessons import read_course, read_lesson
from course.errors import ContentError
from tests.catalogue.conftest import problems_of


def test_every_problem_of_a_file_is_told_at_once(lesson_file: Path) -> None:
    problems = problems_of(
        lesson_file,
        """\
titel: Loops
minutes: soon
teaches: loops
steps:
  - text: Fine.
  - choose:
      question: Which?
      choices:
        - text: one
          corect: true
        - because: no text
  - predict:
      code: print(1)
""",
    )

    told = {(problem.line, problem.text) for problem in problems}
    assert (1, "`titel` is not known here; did you mean `title`?") in told
    assert (2, "`minutes`: should be a whole number; it is text") in told
    assert (3, "`teaches`: should be a list; it is text") in told
    assert (10, "`corect` is not known here; did you mean `correct`?") in told
    assert any(line == 11 and "`text` is missing" in text for line, text in told)
    assert any(line == 12 and "`because` is missing in `predict`" in text for line, text in told)
    assert any("`summary` is missing in this file" in text for _, text in told)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title: a\n\tminutes: 3\n", 2, "tab"),
        ("title: a: b\n", 1, "quotes"),
        ('title: "open\nminutes: 3\n', None, "never closed"),
        ("", 1, "empty"),
        ("title: a\ntitle: b\n", 2, "twice"),
        ("- just\n- a list\n", 1, "should be `key: value` lines"),
        ("steps: &a\n  - *a\n", None, "itself"),
        ("title: 2026-99-99\n", 1, "not YAML"),
        ("title: a\nminutes: 90\n", 2, "90 is out of range; write at most 60"),
        ("title: a\nminutes: 0\n", 2, "0 is out of range; write at least 1"),
        ("title: a\nteaches:\n  - Ask: how many\n", 3, "`teaches` 1: the `: ` after `Ask` makes"),
        ("title:\n  Ask: how many\n", 1, "the `: ` after `Ask` makes a key of what is before it"),
    ],
)
def test_what_is_not_yaml_is_said_with_the_fix(
    lesson_file: Path, text: str, line: int | None, words: str
) -> None:
    problems = problems_of(lesson_file, text)

    assert words in problems[0].text
    if line is not None:
        assert problems[0].line == line


def test_a_file_that_is_not_utf8_names_the_line(lesson_file: Path) -> None:
    (problem,) = problems_of(lesson_file, b"title: a\nsummary: caf\xe9\n")

    assert (problem.line, problem.text) == (2, "this is not UTF-8 text; save the file as UTF-8")


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"course\.yaml: this file is missing; add it"):
        read_course(tmp_path / "course.yaml")


# ---------------------------------------------------------------- files that cost too much

NO_VALUES = {
    "a month 13": "2024-13-45",
    "a day that is none": "2024-02-30",
    "an hour that is none": "2024-01-01T99:99:99Z",
    "an offset that is none": "2024-01-01T00:00:00+99:99",
    "an empty number": "!!int ''",
    "no number": "!!int abc",
    "no fraction": "!!float abc",
    "neither true nor false": "!!bool maybe",
    "no time": "!!timestamp noon",
    "an object": "!!python/object/apply:os.getcwd []",
    "a tag": "!kind x",
    "an equals sign": "=",
    "a control character": "a\x9bb",
    "a zero": "a\0b",
}


@pytest.mark.parametrize("text", NO_VALUES.values(), ids=NO_VALUES)
def test_a_value_that_is_none_names_its_line_and_the_fix(lesson_file: Path, text: str) -> None:
    problem = problems_of(lesson_file, f"title: \u00e9\u00e9\n# one\n\nsummary: {text}\n")[0]
    assert problem.line == 4
    assert "needs quotes around it" in problem.text or "delete it" in problem.text
    as_key = problems_of(lesson_file, f"title: a\n? {text}\n: 1\n")[0]
    assert as_key.line == 2


ALIASES = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)
MERGES = "a0: &a0 {x: 1}\n" + "".join(
    f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
COSTLY = {
    "aliases": (ALIASES, "more than 20,000 parts"),
    "merges": (MERGES, "more than 20,000 parts"),
    "keys of aliases": (ALIASES + "? *a11\n: b\n", "parts"),
    "a list as a key": ("? [a, b]\n: c\n", "cannot be a key"),
    "itself": ("a: &a [*a]\n", "contains itself"),
    "depth": ("a: " + "[" * 60 + "]" * 60, "more than 40 deep"),
    "no end of depth": ("[" * 200_000, "not YAML"),
    "dashes": ("- " * 100_000, "not YAML"),
    "many parts": ("a: [" + "b, " * 30_000 + "b]", "more than 20,000 parts"),
    "many keys": ("".join(f"k{n}: 1\n" for n in range(15_000)), "not known here"),
    "size": ("brief: " + "x" * 300_000, "larger than 250 kB"),
    "digits": ("minutes: " + "9" * 5_000, "more than 18 digits"),
    "clock": ("minutes: 1" + ":59" * 50_000, "more than 18 digits"),
    "bits": ("minutes: 9999999999999999999", "more than 18 digits"),
    "a long name": ("? " + "x" * 200_000 + "\n: 1\n", "not known here"),
}


@pytest.mark.parametrize(("text", "words"), COSTLY.values(), ids=COSTLY)
def test_a_file_that_costs_too_much_is_told(lesson_file: Path, text: str, words: str) -> None:
    problems = problems_of(lesson_file, text)
    assert words in problems[0].text
    assert len(problems) <= 100
    assert all(len(problem.text) < 1_200 for problem in problems)


@pytest.mark.parametrize(
    "name",
    ["exercise.yaml", "defects.yaml", "milestone.yaml", "module.yaml", "course.yaml", "settings"],
)
def test_every_yaml_file_is_read_with_bounds(tmp_path: Path, name: str) -> None:
    from course.catalogue.documents import read_document
    from course.errors import CourseError
    from course.ui.settings import read_settings

    file = tmp_path / name
    for text in (ALIASES, "x" * 1_000_000):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(CourseError, match=f"{name}.*(20,000|250 kB)"):
            read_settings(file) if name == "settings" else read_document(file)


def test_only_files_are_read_and_without_waiting(tmp_path: Path) -> None:
    folder = tmp_path / "01-lesson.yaml"
    folder.mkdir()
    with pytest.raises(ContentError, match="not a file"):
        read_lesson(folder)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
        with pytest.raises(ContentError, match="not a file"):
            read_lesson(tmp_path / "pipe.yaml")
