"""A reference as a Parsons problem: its lines in disorder, with some that known mistakes have.

The learner puts lines in order and chooses how far each is indented. An order other than the
reference's is right as well where the program passes.
"""

from __future__ import annotations

import builtins
import difflib
import io
import keyword
import re
import textwrap
import tokenize
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from course.catalogue.documents import read_text
from course.catalogue.exercises import reference
from course.errors import ContentError
from course.learner.ladder.parts import HEADS, Part, code_parts, together
from course.learner.questions.kind import shuffled
from course.model import Exercise

STEP = 4
"""Spaces of one level of indentation."""
MOST = 16
"""With more lines than that, neighbours are moved together."""
_ALIKE = 0.3
_WORD = re.compile(r"\w+|[^\w\s]")

Passes = Callable[[str], Awaitable[bool]]
"""Whether a program passes the exercise's tests."""


class Wrong(Struct, frozen=True):
    """The first line of an order that is not right; `place` counts from 0.

    `why`: the `line` does not belong there, only its `indentation` is wrong, there `is_more` to
    come after the last one, or nothing may follow (`no_more`).
    """

    place: int
    why: Literal["line", "indentation", "is_more", "no_more"]


class Puzzle(Struct, frozen=True):
    """`right` are the lines in order, as they are indented; `pool` all lines, in disorder.

    A line may be several that belong together. Those of the pool have no indentation.
    `distractors` belong nowhere.
    """

    source: str
    right: tuple[str, ...]
    gaps: tuple[str, ...]
    pool: tuple[str, ...]
    distractors: tuple[str, ...]

    def at(self, line: str, level: int) -> str:
        """A line of the pool, indented by so many levels."""
        margin = " " * (STEP * level)
        same = (it for it in self.right if bare(it) == line and it.startswith(margin))
        exact = (it for it in same if level_of(it) == level)
        return next(exact, None) or textwrap.indent(line, margin)

    def program(self, placed: Sequence[str]) -> str:
        """The program that lines in that order are."""
        if tuple(placed) == self.right:
            return self.source
        gaps = dict(zip(map(bare, self.right), self.gaps, strict=True))
        return "".join(f"{gaps.get(bare(line), '')}{line}\n" for line in placed).lstrip("\n")


def puzzle(exercise: Exercise) -> Puzzle | None:
    """The reference of an exercise as a puzzle; None where it is not one file of Python."""
    if exercise.is_folder or exercise.source.kind == "review":
        return None
    source = reference(exercise)
    statements = code_parts(source)
    moved = _blocks(statements)
    lines = {bare(it.text) for it in (*statements, *moved)}
    most = min(3, max(1, len(moved) // 3))
    false = tuple(_distractors(exercise, statements, lines))[:most]
    right = tuple(it.text for it in moved)
    pool = (*map(bare, right), *false)
    return Puzzle(
        source=source,
        right=right,
        gaps=tuple(it.gap for it in moved),
        pool=shuffled(pool, exercise.id) if len(set(pool)) > 1 else pool,
        distractors=false,
    )


def level_of(line: str) -> int:
    """How many levels a line is indented by."""
    return Part("", line).margin // STEP


def bare(line: str) -> str:
    """A line without its indentation; what is in its strings stays where it is."""
    margin = " " * Part("", line).margin
    return "\n".join(it.removeprefix(margin) for it in line.split("\n"))


def _blocks(statements: Sequence[Part]) -> list[Part]:
    """At most `MOST` pieces: the shortest neighbours are moved together, until they are so few."""
    blocks = list(statements)
    while len(blocks) > MOST:
        neighbours = [
            (blocks[place].text.count("\n") + blocks[place + 1].text.count("\n"), place)
            for place in range(len(blocks) - 1)
            if blocks[place + 1].margin >= blocks[place].margin
        ]
        _, place = min(neighbours)
        blocks[place : place + 2] = [together(blocks[place], blocks[place + 1])]
    return blocks


# ---------------------------------------------------------------- distractors


def _distractors(exercise: Exercise, statements: Sequence[Part], known: set[str]) -> Iterator[str]:
    """Lines of known mistakes that the reference has not: of each mistake one, then the others.

    What is most like a line of the reference comes first, before what is longer than a line or has
    names of its own.
    """
    lines = [bare(it.text) for it in statements]
    names = _names("\n".join(lines))
    heads = {_head(it) for it in known}
    rest: list[tuple[bool, float, str]] = []
    for source in _wrong_sources(exercise):
        changes = sorted(_changed(lines, source, names), reverse=True)
        changes = [it for it in changes if _head(it[2]) not in heads]
        if changes and changes[0][0]:
            line = changes.pop(0)[2]
            heads.add(_head(line))
            yield line
        rest += changes
    for _, _, line in sorted(rest, reverse=True):
        if _head(line) not in heads:
            heads.add(_head(line))
            yield line


def _head(line: str) -> str:
    """What tells a line from others: of a function or class its head, whatever its docstring."""
    first = line.partition("\n")[0]
    return first if first.startswith(HEADS) else line


def _wrong_sources(exercise: Exercise) -> Iterator[str]:
    for mistake in exercise.mistakes:
        try:
            yield read_text(mistake.path)
        except ContentError:  # told of by the gate
            continue
    if exercise.source.kind == "fix":
        yield exercise.starter


def _changed(lines: list[str], source: str, names: set[str]) -> Iterator[tuple[bool, float, str]]:
    """The lines that a wrong solution has for others, and how alike one of those is.

    First comes whether it is one line, with names that the reference has as well.
    """
    theirs = [bare(it.text) for it in code_parts(source)]
    theirs = theirs[theirs[0].startswith(('"', "'")) :]  # what a mistake says of itself
    matcher = difflib.SequenceMatcher(a=lines, b=theirs, autojunk=False)
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        if kind in ("equal", "delete"):
            continue
        for line in theirs[b:b_end]:
            near = max((_alike(line, it) for it in lines[a:a_end] or lines), default=0.0)
            if near >= _ALIKE:
                yield "\n" not in line and _names(line) <= names, near, line


def _alike(one: str, other: str) -> float:
    """How much two lines are made of the same words and signs, 0 to 1."""
    mine, others = (Counter(_WORD.findall(line)) for line in (one, other))
    return 2 * (mine & others).total() / max(1, mine.total() + others.total())


def _names(source: str) -> set[str]:
    """The names a program uses, but for those of Python itself."""
    names: set[str] = set()
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.NAME:
                names.add(token.string)
    except (tokenize.TokenError, SyntaxError, IndentationError):
        pass
    return {it for it in names if not keyword.iskeyword(it) and not hasattr(builtins, it)}


# ---------------------------------------------------------------- checking an order


async def first_wrong(made: Puzzle, placed: Sequence[str], passes: Passes) -> Wrong | None:
    """The first line that is not right; None where the program is.

    A line that differs from the reference's is right all the same where the program with it, and
    with the reference's lines after it, passes: that is run, not guessed.
    """
    target = list(made.right)
    for place, line in enumerate(placed):
        if place < len(target) and target[place] == line:
            continue
        if place >= len(target):
            return Wrong(place, "no_more")
        for other in _with(target, place, line):
            if await passes(made.program(other)):
                target = other
                break
        else:
            same = bare(line) == bare(target[place])
            return Wrong(place, "indentation" if same else "line")
    if len(placed) < len(target):
        if placed and await passes(made.program(placed)):
            return None
        return Wrong(len(placed), "is_more")
    return None


def _with(target: list[str], place: int, line: str) -> Iterable[list[str]]:
    """The program with that line there: taken from further below, or for the one that is there."""
    rest = target[place:]
    if line in rest:
        rest.remove(line)
        yield [*target[:place], line, *rest]
    else:
        yield [*target[:place], line, *target[place + 1 :]]
