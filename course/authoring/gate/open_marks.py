"""The marks of Markdown in what learners read: each one closed, none of another language."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.markdown import open_marks
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject
from course.authoring.gate.texts import texts_of, texts_of_exercise
from course.model import Lesson


@rule("words", "HTML is not shown: a tag stands between backquotes.")
def marks_are_closed(content: Content, lesson: Lesson) -> Iterator[Finding]:
    """Code, blocks of code and bold words are closed in the paragraph they begin in."""
    for steps, text in texts_of(lesson):
        for line, told in open_marks(text):
            yield at(lesson.path, content.line_of(lesson.path, steps, line), told)


@rule("words")
def marks_of_an_exercise_are_closed(subject: Subject) -> Iterator[Finding]:
    """Code and bold words are closed in a brief, a hint and the words of a mistake as well."""
    for file, steps, text in texts_of_exercise(subject.exercise):
        for line, told in open_marks(text):
            yield at(file, subject.content.line_of(file, steps, line), told)
