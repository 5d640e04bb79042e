"""Where what a hint is about was taught: the lesson and the step, for those who want to read again.

An author may say so (`see: functions/return-values#3`, or "Lesson ..., step 3" in the words of the
hint). Else it follows from the concepts that the exercise practises: the one a hint speaks of, or
the one taught last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from course.catalogue.constructs import constructs
from course.model import Concept, Example, Lesson, LinkedHint, Step

_POINTER = re.compile(r'\b[Ll]esson "([^"]+)"(?:, steps? (\d+))?')
_AS_CONSTRUCT = ("{}", "{}_loop", "call:{}", "method:{}", "import:{}")
"""What a word of code may be called among the constructs."""
_CODE = re.compile(r"`([^`\n]+)`")
_BLOCK = re.compile(r"^ *```(?:python)?\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


class Taught(Struct, frozen=True):
    """A step of a lesson, from 1; `steps` is how many the lesson has."""

    lesson: str
    title: str
    step: int
    steps: int

    @property
    def words(self) -> str:
        """As it is said: `Lesson “Giving a value back”, step 3`."""
        return f"Lesson “{self.title}”, step {self.step}"


class Links:
    """Finds where things were taught, in lessons by id, in course order.

    `opened` gives a lesson, or None where it cannot be read.
    """

    def __init__(
        self,
        concepts: Mapping[str, Concept],
        teachers: Mapping[str, str],
        titles: Mapping[str, str],
        opened: Callable[[str], Lesson | None],
    ) -> None:
        self._concepts = concepts
        self._teachers = teachers
        self._order = {ident: place for place, ident in enumerate(titles)}
        self._by_title = {title: ident for ident, title in titles.items()}
        self._opened = cache(opened)
        self._step_of = cache(self._find_step)

    def of_hint(self, hint: str | LinkedHint, practises: tuple[str, ...]) -> Taught | None:
        """Where to read again for a hint of an exercise that practises those concepts."""
        if isinstance(hint, LinkedHint):
            return self.at(hint.see)
        if named := _POINTER.search(" ".join(hint.split())):
            title, step = named.groups()
            if title in self._by_title:
                return self.at(f"{self._by_title[title]}#{step or 1}")
        taught = [it for it in practises if it in self._teachers]
        spoken = [
            it for it in taught if it in self._concepts and speaks_of(hint, it, self._concepts[it])
        ]
        for concept in (*spoken, *sorted(taught, key=self._place, reverse=True)):
            if found := self.of_concept(concept):
                return found
        return None

    def of_concept(self, ident: str) -> Taught | None:
        """The step of the lesson that teaches a concept."""
        lesson, step = self._teachers.get(ident), self._step_of(ident)
        return self.at(f"{lesson}#{step}") if lesson and step else None

    def at(self, see: str) -> Taught | None:
        """The step that `lesson#step` names; None where there is no such step."""
        ident, _, number = see.partition("#")
        lesson = self._opened(ident)
        step = int(number) if number.isdecimal() else 1
        if lesson is None or not 1 <= step <= len(lesson.steps):
            return None
        return Taught(ident, lesson.title, step, len(lesson.steps))

    def _place(self, ident: str) -> int:
        return self._order.get(self._teachers[ident], -1)

    def _find_step(self, ident: str) -> int | None:
        """The first step that makes a concept's name bold, shows it, or speaks of it."""
        lesson = self._opened(self._teachers.get(ident, ""))
        concept = self._concepts.get(ident)
        if lesson is None or concept is None:
            return None
        telling = [(number, step) for number, step in enumerate(lesson.steps, 1) if _tells(step)]
        for is_it in (_introduces, _shows, _mentions):
            for number, step in telling:
                if is_it(step, ident, concept):
                    return number
        return telling[0][0] if telling else None


def speaks_of(text: str, ident: str, concept: Concept) -> bool:
    """Whether a text names a concept, in words or by what stands in code."""
    words = " ".join(re.findall(r"\w+", text.lower()))
    if any(re.search(rf"\b{re.escape(name)}s?\b", words) for name in _names(ident, concept)):
        return True
    return any(_uses(code, concept) for code in _CODE.findall(text))


def _names(ident: str, concept: Concept) -> set[str]:
    return {
        " ".join(re.findall(r"\w+", it.lower().replace("_", " "))) for it in (ident, concept.name)
    }


def _tells(step: Step) -> bool:
    return step.kind in ("text", "example")


def _introduces(step: Step, ident: str, concept: Concept) -> bool:
    bold = re.findall(r"\*\*([^*]+)\*\*", _words(step))
    return any(
        re.fullmatch(rf"{re.escape(name)}s?", " ".join(re.findall(r"\w+", it.lower())))
        for it in bold
        for name in _names(ident, concept)
    )


def _shows(step: Step, _ident: str, concept: Concept) -> bool:
    return any(_uses(code, concept) for code in _programs(step))


def _mentions(step: Step, ident: str, concept: Concept) -> bool:
    return speaks_of(_words(step), ident, concept)


def _words(step: Step) -> str:
    return step.content.note or "" if isinstance(step.content, Example) else str(step.content)


def _programs(step: Step) -> Iterator[str]:
    if isinstance(step.content, Example):
        yield step.content.code
    else:
        yield from _BLOCK.findall(str(step.content))


def _uses(code: str, concept: Concept) -> bool:
    """Whether a program, or a piece of one, is made of what a concept stands for."""
    if not concept.constructs:
        return False
    word = code.strip().lstrip(".")
    named = (it.format(word) for it in _AS_CONSTRUCT)
    if word.isidentifier() and not set(concept.constructs).isdisjoint(named):
        return True
    for whole in (code, f"{code.rstrip(':')}:\n    pass", f"def _():\n    {code}"):
        try:
            return not constructs(whole).keys().isdisjoint(concept.constructs)
        except (SyntaxError, ValueError):
            continue
    return False
