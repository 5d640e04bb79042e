"""What a kind of question has to say for itself; every kind is a file beside this one.

A kind is known to the course by its struct in `course/model.py`, its file here, its line in
`table.py`, and its view in `course/ui/widgets/steps/`. Nothing else names it.
"""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from msgspec import Struct

from course.learner.feedback import Runner
from course.model import ProgramReport, Question

T = TypeVar("T")
Q = TypeVar("Q", bound=Question)
Given = str | int | tuple[int, ...] | tuple[str, ...]
"""An answer as it is marked and kept; each kind says in `answers` what it takes."""


class Marked(Struct, frozen=True):
    """What we say about an answer. `expected` is a right one; `printed` what the program printed.

    `program` is what running it did, where the question has something to run; `told` says in
    Markdown what the learner's own program does, and which of several parts are right; `parts`
    says the same to a screen.
    `because` is the author's reason: of code questions it gives a right answer away.
    """

    correct: bool
    because: str = ""
    expected: str = ""
    printed: str = ""
    program: ProgramReport | None = None
    told: str = ""
    parts: tuple[bool, ...] = ()


class Fault(Struct, frozen=True):
    """Something wrong with a question as its author wrote it, and which part of it."""

    text: str
    part: tuple[str | int, ...] = ()


class QuestionKind(ABC, Generic[Q]):
    """How one kind of question is asked in plain text, marked, chosen for a placement, proved.

    `content` is its struct, `answers` the type of an answer, `scaffold` what an author begins
    with: the step's YAML, each part to be written marked with TODO. `heading` is what a learner
    does. `keeps_reason` is for questions whose author's reason gives the right answer away: it is
    kept until then. `the_answer` stands before a right one that is told. `runs` says that the
    answer comes from running code. `shows` stands above what a program of the answer prints; ""
    shows nothing.
    """

    content: type[Q]
    answers: type
    scaffold: ClassVar[str]
    heading: ClassVar[str] = "Question"
    keeps_reason: ClassVar[bool] = False
    runs: ClassVar[bool] = False
    the_answer: ClassVar[str] = "The answer:"
    shows: ClassVar[str] = ""

    def is_typed(self, question: Q) -> bool:  # noqa: ARG002 - kinds look
        """Whether the line that answers may hold any text, and not numbers or letters only."""
        return False

    def as_variant(self, question: Q) -> Q:
        """The question without what is about the values that its author wrote, if anything is."""
        return question

    def verdict(self, question: Q, answer: Any, marked: Marked) -> str:  # noqa: ARG002 - kinds look
        """How an answer was, in words."""
        return "Right" if marked.correct else "Not this one. Try again."

    def told(self, marked: Marked) -> str:
        """What is said about an answer after that, in Markdown."""
        reason = "" if self.keeps_reason and not marked.correct else marked.because
        return "\n\n".join(filter(None, (marked.told, reason)))

    def told_the_answer(self, marked: Marked) -> str:
        """A right answer and the author's reason, in Markdown, for who is not to try again."""
        answer = marked.expected.strip("\n")
        shown = f"{self.the_answer} `{answer}`" if answer else ""
        if "\n" in answer or "`" in answer:
            shown = f"{self.the_answer}\n\n````\n{answer}\n````"
        elif shown and marked.because.startswith(shown):
            shown = ""  # the author begins with it as well
        return "\n\n".join(filter(None, (marked.told, shown, marked.because)))

    @abstractmethod
    def shown(self, question: Q, seed: str) -> tuple[list[str], str]:
        """The lines that ask it, and how it is answered on a line. `seed` decides any disorder."""

    @abstractmethod
    def read(self, question: Q, line: str, seed: str) -> Given | None:
        """The answer out of a line, or None where the line cannot be one."""

    @abstractmethod
    async def mark(self, question: Q, answer: Any, run: Runner) -> Marked:
        """Whether an answer is right, and what is said about it."""

    async def right_answer(self, question: Q, run: Runner) -> Marked:  # noqa: ARG002 - kinds look
        """A right answer, `expected`, for a learner who gives none."""
        because = getattr(question, "because", None) or ""
        return Marked(False, because, self.solution(question))

    @abstractmethod
    async def faults(self, question: Q, run: Runner) -> list[Fault]:
        """What is wrong with the question when it is tried, for `course author check`."""

    def chances(self, question: Q) -> tuple[float, float] | None:  # noqa: ARG002 - kinds look
        """How likely a blind guess is right, and a slip of somebody who knows.

        None where a placement does not ask it. Rough on purpose: `benchmarks/placement.py` gives
        its learners other ones.
        """
        return None

    def as_placed(self, question: Q) -> Q:
        """The question as a placement asks it."""
        return question

    def solution(self, question: Q) -> str:
        """A program that answers it, to tell which concepts it is about; "" where it has none."""
        return question.program

    def right(self, question: Q) -> str:
        """The program that a right answer makes of it."""
        return self.solution(question)

    def wrong(self, question: Q) -> str:  # noqa: ARG002 - kinds look
        """A program of a wrong answer, by which a variant shows that it asks something."""
        return ""


def in_disorder(things: Iterable[T], seed: str) -> list[T]:
    """The same disorder for the same `seed`."""
    mixed = list(things)
    random.Random(seed).shuffle(mixed)  # noqa: S311 - an order to look at, no secret
    return mixed


def shuffled(things: Sequence[T], seed: str) -> tuple[T, ...]:
    """The same disorder for the same `seed`, and never the order they came in."""
    mixed = list(things)
    order = random.Random(seed)  # noqa: S311 - a puzzle, not a secret
    for _ in range(20):
        order.shuffle(mixed)
        if mixed != list(things):
            break
    return tuple(mixed)


# ---------------------------------------------------------------- lines of plain text


def indented(text: str) -> list[str]:
    """A text set in, as code is."""
    return [f"    {line}" for line in text.rstrip("\n").split("\n")]


def numbered(lines: Iterable[str]) -> list[str]:
    """Lines with their numbers, from 1."""
    return [f"{number:>3}  {line}" for number, line in enumerate(lines, 1)]


def numbers_in(line: str, last: int) -> list[int]:
    """The numbers a line consists of, all of them from 1 to `last`; else none."""
    words = line.replace(",", " ").split()
    if not all(word.isdecimal() and 1 <= int(word) <= last for word in words):
        return []
    return [int(word) for word in words]
