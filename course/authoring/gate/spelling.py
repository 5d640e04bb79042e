"""Words that are spelt wrong: a list of our own, of those that are written most often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject
from course.authoring.gate.texts import plain, texts_of
from course.catalogue.kinds import MILESTONE
from course.catalogue.names import EXERCISE_FILE
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
            yield at(lesson.path, _place(content, lesson, steps, word), _words(word, right))


def _place(content: Content, lesson: Lesson, steps: tuple[str | int, ...], word: str) -> int | None:
    """The line that has the word, from where the text begins."""
    return line_of(content, lesson.path, steps, word)


def line_of(content: Content, file: object, steps: tuple[str | int, ...], word: str) -> int | None:
    """The first line with the word, from the line of that part of a YAML file on."""
    begins = content.line(file, *steps)  # type: ignore[arg-type]
    if begins is None:
        return None
    lines = content.text(file).splitlines()  # type: ignore[arg-type]
    first = word.split()[0]
    for number in range(begins, len(lines) + 1):
        if re.search(rf"\b{re.escape(first)}\b", lines[number - 1]):
            return number
    return begins


def _words(word: str, right: str) -> str:
    if " " in word:
        return f"“{word}”: the same word twice; keep one"
    return f"“{word}” is spelt “{right}”"


@rule("words")
def exercises_are_spelt(subject: Subject) -> Iterator[Finding]:
    """The words of an exercise are spelt right: title, brief, hints, mistakes, reasons."""
    source, file = subject.exercise.source, subject.folder / EXERCISE_FILE
    stages = subject.exercise.milestones
    own = source.hint_texts[: len(source.hints) - sum(len(one.source.hints) for one in stages)]
    brief = source.brief.partition("\n\n## Milestone 1:")[0] if stages else source.brief
    parts: list[tuple[tuple[str | int, ...], str]] = [
        (("title",), source.title),
        (("brief",), brief),
        (("after",), source.after or ""),
        *((("hints", number), hint) for number, hint in enumerate(own)),
    ]
    for steps, text in parts:
        for word, right in misspelt(text):
            yield at(file, line_of(subject.content, file, steps, word), _words(word, right))
    for mistake in (*subject.exercise.mistakes, *subject.exercise.bugs):
        for word, right in misspelt(mistake.message):
            yield at(mistake.path, 1, _words(word, right))
    for stage in stages:
        place = stage.folder / MILESTONE
        for text in (stage.source.title, stage.source.brief, *stage.source.hint_texts):
            for word, right in misspelt(text):
                yield at(place, line_of(subject.content, place, (), word), _words(word, right))
    for number, defect in enumerate(subject.exercise.defects):
        place = subject.folder / "defects.yaml"
        for word, right in misspelt(defect.why):
            steps = ("defects", number)
            yield at(place, line_of(subject.content, place, steps, word), _words(word, right))
