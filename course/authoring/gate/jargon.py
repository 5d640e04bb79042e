"""Words of the trade: which a lesson explains, and which it uses."""

from __future__ import annotations

import re

from msgspec import Struct

from course.authoring.gate.texts import plain, texts_of
from course.model import Lesson

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

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.S)
_TERMS = re.compile(
    rf"\b({'|'.join(sorted(map(re.escape, JARGON), key=len, reverse=True))})(?:s|es)?\b", re.I
)


class LessonFacts(Struct, frozen=True):
    """Of the words of the trade: those a lesson has in bold, and where it uses others first."""

    explained: tuple[str, ...]
    used: dict[str, tuple[str | int, ...]]


def facts_of(lesson: Lesson) -> LessonFacts:
    """What a lesson says by itself; which concepts it teaches is in its source."""
    explained: list[str] = []
    used: dict[str, tuple[str | int, ...]] = {}
    for steps, text in texts_of(lesson):
        explained += [match.strip().lower().rstrip(".,:;") for match in _BOLD.findall(text)]
        for term_match in _TERMS.finditer(plain(text)):
            for term in _inside(term_match[1].lower()):
                used.setdefault(term, steps)
    return LessonFacts(tuple(dict.fromkeys(explained)), used)


_PARTS = {term: [one for one in JARGON if f" {one} " in f" {term} "] for term in JARGON}


def _inside(term: str) -> list[str]:
    """The term itself and shorter ones in it: a "class method" has no other."""
    return _PARTS.get(term, [term])


def stem(term: str) -> str:
    """A word without the ending of several."""
    return term.replace("-", " ").removesuffix("s")
