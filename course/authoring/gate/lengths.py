"""Titles, code and answers that fit a terminal of 80 columns and a learner's patience."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject, python_files
from course.catalogue.documents import read_text
from course.errors import ContentError
from course.model import Lesson

LONGEST_TITLE = 60
WIDEST_SHOWN = 80
WIDEST_FILE = 100
WIDEST_TESTS = 110


@rule("words")
def titles_are_short(subject: Subject) -> Iterator[Finding]:
    """A title has at most 60 characters: it stands in lists and at the head of a screen."""
    if advice := _title(subject.exercise.source.title):
        yield subject.in_yaml(advice, "title")


def _title(title: str) -> str:
    if len(title) <= LONGEST_TITLE:
        return ""
    return f"this title has {len(title)} characters; at most {LONGEST_TITLE} fit a list"


@rule("exercise", "A line of the starter or the solution has at most 100 columns, of tests 110.")
def files_are_narrow(subject: Subject) -> Iterator[Finding]:
    """Code that a learner reads fits the screen beside the brief."""
    exercise = subject.exercise
    for place in (subject.starter_path, exercise.solution_path):
        for file in python_files(place) if place.exists() and subject.kind != "review" else []:
            yield from _wide(file, WIDEST_FILE)
    for file in exercise.test_files:
        yield from _wide(file, WIDEST_TESTS)


def _wide(file: object, most: int) -> Iterator[Finding]:
    try:
        lines = read_text(file).splitlines()  # type: ignore[arg-type]
    except ContentError:
        return
    for number, line in enumerate(lines, 1):
        if len(line) > most:
            text = f"this line has {len(line)} columns; at most {most} fit: break it"
            yield at(file, number, text)  # type: ignore[arg-type]
            return


@rule("lesson")
def lessons_are_narrow(content: Content, lesson: Lesson) -> Iterator[Finding]:
    """Code in a lesson has at most 80 columns, its title at most 60 characters."""
    if advice := _title(lesson.title):
        yield at(lesson.path, content.line(lesson.path, "title"), advice)
    for number, step in enumerate(lesson.steps):
        where = ("steps", number, step.kind)
        code = getattr(step.content, "program", "")
        part = "lines" if hasattr(step.content, "lines") else "code"
        for row, line in enumerate(code.splitlines(), 1):
            if len(line) > WIDEST_SHOWN:
                text = (
                    f"line {row} of this code has {len(line)} columns; at most {WIDEST_SHOWN} fit"
                )
                first = content.line(lesson.path, *where, part)
                yield at(lesson.path, first, f"{text} a terminal: break it")
                break
    for name, text in lesson.files.items():
        for row, line in enumerate(text.splitlines(), 1):
            if len(line) > WIDEST_SHOWN:
                words = f"line {row} of {name} has {len(line)} columns; at most {WIDEST_SHOWN} fit"
                yield at(lesson.path, content.line(lesson.path, "files", name), words)
                break
