"""What a learner reads of a lesson, and how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from course.catalogue.kinds import DEFECTS, MILESTONE
from course.catalogue.names import EXERCISE_FILE
from course.model import Example, Exercise, Lesson, Question

_CODE = re.compile(r"```.*?(?:```|\Z)", re.S)
_INLINE = re.compile(r"`[^`]*`")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|(?<=[.!?][\"”)])\s+|\n\s*\n|\n\s*(?:[-*]|\d+\.)\s+|\n\s*\|")
WORD = re.compile(r"[^\W_][\w'\u2019-]*")


def plain(markdown: str) -> str:
    """The words of a Markdown text: code blocks left out, inline code as one word each."""
    return _INLINE.sub("code", _CODE.sub("\n\n", markdown))


def words(markdown: str) -> int:
    """How many words a reader reads."""
    return len(WORD.findall(plain(markdown)))


def longest_sentence(markdown: str) -> tuple[int, str]:
    """The longest sentence: its words and how it begins."""
    sentences = [(len(WORD.findall(part)), part) for part in _SENTENCE.split(plain(markdown))]
    count, text = max(sentences, key=lambda one: one[0], default=(0, ""))
    return count, " ".join(text.split()[:6])


def texts_of(lesson: Lesson) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Everything a learner reads in a lesson, with its place in the file."""
    yield ("summary",), lesson.source.summary
    if lesson.source.mentor:
        yield ("mentor",), lesson.source.mentor
    for number, step in enumerate(lesson.steps):
        where = ("steps", number, step.kind)
        if step.kind == "text":
            yield where, step.content
            continue
        if isinstance(step.content, Example) and step.content.note:
            yield (*where, "note"), step.content.note
        if isinstance(step.content, Question):
            for part, text in step.content.texts():
                yield (*where, *part), text


def own_brief(exercise: Exercise) -> str:
    """The brief of `exercise.yaml`, without those of the milestones that follow it."""
    whole = exercise.source.brief
    return whole.partition("\n\n## Milestone 1:")[0] if exercise.milestones else whole


def texts_of_exercise(exercise: Exercise) -> Iterator[tuple[Path, tuple[str | int, ...], str]]:
    """Everything a learner reads in an exercise, with its file and its place in there."""
    source, file = exercise.source, exercise.folder / EXERCISE_FILE
    stages = exercise.milestones
    own = source.hint_texts[: len(source.hints) - sum(len(one.source.hints) for one in stages)]
    yield file, ("title",), source.title
    yield file, ("brief",), own_brief(exercise)
    yield file, ("after",), source.after or ""
    for number, hint in enumerate(own):
        yield file, ("hints", number), hint
    for known in (*exercise.mistakes, *exercise.bugs):
        yield known.path, (), known.message
    for other in exercise.approaches:
        yield other.path, (), other.trade_off
    for stage in stages:
        for text in (stage.source.title, stage.source.brief, *stage.source.hint_texts):
            yield stage.folder / MILESTONE, (), text
    for number, defect in enumerate(exercise.defects):
        yield exercise.folder / DEFECTS, ("defects", number), defect.why


def lesson_words(lesson: Lesson) -> int:
    """How many words a lesson has to read, code left out."""
    return sum(words(text) for _, text in texts_of(lesson))
