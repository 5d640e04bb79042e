"""Words that are spelt wrong: a list of our own, of those that are written most often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject
from course.authoring.gate.texts import plain, texts_of, texts_of_exercise
from course.model import Lesson

_LIST = Path(__file__).with_name("misspellings.txt")
_WRONG = dict(pair.split(":") for pair in _LIST.read_text(encoding="utf-8").split())
_WORD = re.compile(r"[A-Za-z']+")
_TWICE = re.compile(r"\b(the|a|an|is|of|to|in|and|for|on|with|it|are|be)[ \n]+\1\b", re.I)


def misspelt(text: str) -> Iterator[tuple[str, str]]:
    """Each word of a text that is spelt wrong, and what to write instead; code is left out."""
    reading = plain(text)
    seen = set()
    for word in _WORD.findall(reading):
        right = _WRONG.get(word.lower())
        if right and word not in seen:
            seen.add(word)
            yield word, right.replace("-", " ")
    if match := _TWICE.search(reading):
        yield " ".join(match[0].split()), match[1]


@rule("words")
def lessons_are_spelt(content: Content, lesson: Lesson) -> Iterator[Finding]:
    """Words are spelt right, and no word is there twice by accident."""
    for steps, text in texts_of(lesson):
        for word, right in misspelt(text):
            yield at(lesson.path, content.line_of(lesson.path, steps, word), _words(word, right))


def _words(word: str, right: str) -> str:
    if " " in word:
        return f"“{word}”: the same word twice; keep one"
    return f"“{word}” is spelt “{right}”"


@rule("words")
def exercises_are_spelt(subject: Subject) -> Iterator[Finding]:
    """The words of an exercise are spelt right: title, brief, hints, mistakes, reasons."""
    for file, steps, text in texts_of_exercise(subject.exercise):
        for word, right in misspelt(text):
            yield at(file, subject.content.line_of(file, steps, word), _words(word, right))
