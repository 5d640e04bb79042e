"""Reading limits: short texts, short sentences, and no word before it is explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Found, at
from course.model import Example, Exercise, Lesson, Question

MOST_WORDS = 130
MOST_WORDS_A_SENTENCE = 30

JARGON = (
    "argument", "assertion", "asynchronous", "attribute", "back-propagation", "boolean",
    "callable", "callback", "class method", "closure", "comprehension", "concatenate",
    "concatenation", "constructor", "context manager", "coroutine", "daemon", "decorator",
    "dependency injection", "docstring", "dunder", "encapsulation", "endpoint", "enumerate",
    "event loop", "exception", "falsy", "fixture", "floating point", "garbage collection",
    "generator", "hashable", "idempotent", "immutable", "inheritance", "instance", "instantiate",
    "interpolation", "invariant", "iterable", "iterator", "keyword-only", "lambda", "literal",
    "memoise", "memoize", "metaclass", "middleware", "mixin", "mock", "monkeypatch", "mutable",
    "mutex", "namespace", "object-oriented", "operand", "overload", "overriding",
    "parametrize", "polymorphism", "polymorphic", "predicate", "primitive", "race condition",
    "recursion", "recursive", "refactor", "regular expression", "repository pattern",
    "runtime", "semaphore", "sentinel", "serialise", "serialize", "side effect", "singleton",
    "slice", "static method", "subclass", "superclass", "syntactic sugar", "traceback",
    "truthy", "tuple", "unpacking", "vectorise", "virtual environment",
)  # fmt: skip
"""Words of the trade that a beginner has not met: each is explained before it is used."""

_CODE = re.compile(r"```.*?(?:```|\Z)", re.S)
_INLINE = re.compile(r"`[^`]*`")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n\s*\n|\n\s*(?:[-*]|\d+\.)\s+|\n\s*\|")
_WORD = re.compile(r"[^\W_][\w'\u2019-]*")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.S)


def plain(markdown: str) -> str:
    """The words of a Markdown text: code blocks left out, inline code as one word each."""
    return _INLINE.sub("code", _CODE.sub("\n\n", markdown))


def words(markdown: str) -> int:
    """How many words a reader reads."""
    return len(_WORD.findall(plain(markdown)))


def longest_sentence(markdown: str) -> tuple[int, str]:
    """The longest sentence: its words and how it begins."""
    sentences = [(len(_WORD.findall(part)), part) for part in _SENTENCE.split(plain(markdown))]
    count, text = max(sentences, key=lambda one: one[0], default=(0, ""))
    return count, " ".join(text.split()[:6])


def _texts(lesson: Lesson) -> Iterator[tuple[tuple[str | int, ...], str]]:
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


def lesson_words(lesson: Lesson) -> int:
    """How many words a lesson has to read, code left out."""
    return sum(words(text) for _, text in _texts(lesson))


def check_lengths(content: Content, lesson: Lesson) -> list[Found]:
    """Texts and sentences that are too long to read on a small screen."""
    problems = []
    for steps, text in _texts(lesson):
        line = content.line(lesson.path, *steps)
        if steps[-1] == "text" and (count := words(text)) > MOST_WORDS:
            problems.append(
                at(
                    lesson.path,
                    line,
                    f"this text has {count} words; about 120 fit one idea: split it in two steps",
                )
            )
        problems += _long_sentence(lesson.path, line, text)
    return problems


def check_brief(content: Content, exercise: Exercise) -> list[Found]:
    """Sentences of a brief, its hints and its mistakes that are too long."""
    file = exercise.folder / "exercise.yaml"
    source = exercise.source
    texts = [
        (file, content.line(file, "brief"), source.brief),
        (file, content.line(file, "after"), source.after or ""),
        *((file, content.line(file, "hints", n), text) for n, text in enumerate(source.hints)),
        *((mistake.path, 1, mistake.message) for mistake in exercise.mistakes),
    ]
    return [one for file, line, text in texts for one in _long_sentence(file, line, text)]


def _long_sentence(file: Path, line: int | None, text: str) -> list[Found]:
    count, beginning = longest_sentence(text)
    if count <= MOST_WORDS_A_SENTENCE:
        return []
    return [
        at(
            file,
            line,
            f"the sentence that begins “{beginning} …” has {count} words; make two of it "
            f"(at most {MOST_WORDS_A_SENTENCE})",
        )
    ]


def explained(content: Content, lesson: Lesson) -> set[str]:
    """Words of the trade the lesson explains: in bold, or as a concept it teaches."""
    said = {
        match.strip().lower().rstrip(".,:;")
        for _, text in _texts(lesson)
        for match in _BOLD.findall(text)
    }
    concepts = {
        name: one for module in content.modules.values() for name, one in module.concepts.items()
    }
    for name in lesson.source.teaches:
        said.add(name.replace("_", " ").lower())
        if name in concepts:
            said.add(concepts[name].name.lower())
    return said


def _knows(term: str, said: set[str]) -> bool:
    """Whether a word is explained, as it is or inside what is explained (`mutable default`)."""
    stem = _stem(term)
    return any(stem in _stem(one) for one in said)


def _stem(term: str) -> str:
    return term.replace("-", " ").removesuffix("s")


def check_words(content: Content) -> list[Found]:
    """Words of the trade that are used before any lesson explains them, in course order."""
    problems = []
    said: set[str] = set()
    patterns = {term: re.compile(rf"\b{re.escape(term)}(?:s|es)?\b", re.I) for term in JARGON}
    for lesson_id in content.lesson_ids:
        lesson = content.lessons.get(lesson_id)
        if lesson is None:
            continue
        said |= explained(content, lesson)
        patterns = {term: one for term, one in patterns.items() if not _knows(term, said)}
        for steps, text in _texts(lesson):
            reading = plain(text)
            for term, pattern in list(patterns.items()):
                if pattern.search(reading):
                    del patterns[term]
                    problems.append(
                        at(
                            lesson.path,
                            content.line(lesson.path, *steps),
                            f"“{term}” is used before it is explained; explain it here (in bold, "
                            "once) or say it in everyday words",
                        )
                    )
    return problems
