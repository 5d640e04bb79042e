"""`match`: which belongs to which? Pairs to be joined."""

from __future__ import annotations

import math
import re
from string import ascii_lowercase

import msgspec

from course.learner.feedback import Runner, which_are_right
from course.learner.questions.kind import Fault, Given, Marked, QuestionKind, numbered, shuffled
from course.learner.questions.tried import in_short
from course.model import Match

LONGEST = 60
"""Characters of a text: two lines of its column on a screen of 80."""
LETTERS = ascii_lowercase
_PAIR = re.compile(r"(\d+)\s*[-=:.]?\s*([a-z])(?![a-z])")


class MatchKind(QuestionKind[Match]):
    """The answer holds, for each text on the left, the position of what it is joined with.

    Positions count in the author's order, so the right answer is (0, 1, 2 ...). On the left that
    order is kept; on the right the texts are shown in the order of `rights_shown`.
    """

    content = Match
    answers = tuple
    heading = "Join what belongs together"
    keeps_reason = True
    scaffold = """\
  - match:
      question: "TODO: which belongs to which?"
      pairs:   # 3 to 6; what stands on the right is shown in disorder
        "`TODO: one`": "TODO: what belongs to it"
        "`TODO: two`": "TODO: what belongs to that"
        "`TODO: three`": "TODO: and to that"
      because: "TODO: what tells them apart"
"""

    def shown(self, question: Match, seed: str) -> tuple[list[str], str]:
        """Both sides, the left one numbered, the right one with letters."""
        order = rights_shown(question, seed)
        rights = [f"  {LETTERS[at]}  {question.rights[it]}" for at, it in enumerate(order)]
        example = " ".join(f"{at}{LETTERS[at - 1]}" for at in range(1, len(order) + 1))
        how = f"Type each number with its letter, like {example}"
        return [question.question, "", *numbered(question.lefts), "", *rights, ""], how

    def read(self, question: Match, line: str, seed: str) -> Given | None:
        """`1b 2a 3c`, or the letters alone in the order of the numbers."""
        order = rights_shown(question, seed)
        text = line.casefold().replace(",", " ").strip()
        pairs = [(int(number), letter) for number, letter in _PAIR.findall(text)]
        rest = _PAIR.sub("", text).strip()
        if not pairs:
            pairs, rest = list(enumerate(text.split() if " " in text else text, 1)), ""
        joined = dict(pairs)
        complete = sorted(joined) == list(range(1, len(order) + 1)) and len(pairs) == len(joined)
        if rest or not complete or set(joined.values()) != set(LETTERS[: len(order)]):
            return None
        return tuple(order[LETTERS.index(joined[number])] for number in sorted(joined))

    def verdict(self, question: Match, answer: Given, marked: Marked) -> str:  # noqa: ARG002
        """Some pairs may be right."""
        return "Right" if marked.correct else "Not all of them yet. Try again."

    async def right_answer(self, question: Match, run: Runner) -> Marked:
        """Every pair."""
        return msgspec.structs.replace(await self.mark(question, (), run), told="")

    async def mark(self, question: Match, answer: tuple[int, ...], run: Runner) -> Marked:  # noqa: ARG002
        """Right when every pair is; else it says which are, and not what belongs to the others."""
        rights = question.rights
        pairs = zip(question.lefts, rights, strict=True)
        expected = "\n".join(f"{left} → {right}" for left, right in pairs)
        given = [int(at) for at in answer]
        if len(given) != len(rights) or not all(0 <= at < len(rights) for at in given):
            return Marked(False, question.because, expected, told="Join each of them first.")
        right = [rights[at] == text for at, text in zip(given, rights, strict=True)]
        if all(right):
            return Marked(True, question.because, expected, parts=tuple(right))
        good = [number for number, holds in enumerate(right, 1) if holds]
        bad = [number for number, holds in enumerate(right, 1) if not holds]
        words = which_are_right("pair", good, bad)
        return Marked(False, question.because, expected, told=words, parts=tuple(right))

    async def faults(self, question: Match, run: Runner) -> list[Fault]:  # noqa: ARG002
        """Every text is there once, is no other in disguise, and fits its column."""
        faults: list[Fault] = []
        seen: list[str] = []
        sides = [(left, left) for left in question.lefts]
        sides += list(zip(question.lefts, question.rights, strict=True))
        for left, text in sides:
            part = ("pairs", left)
            if not text.strip():
                faults.append(Fault("a text is empty; write it", part))
            elif other := next((it for it in seen if _are_alike(it, text)), None):
                words = f"{in_short(text)!r} and {in_short(other)!r} are alike"
                faults.append(Fault(f"{words}; make each text differ from all the others", part))
            if len(text) > LONGEST:
                words = f"{in_short(text)!r} has {len(text)} characters; at most {LONGEST} fit"
                faults.append(Fault(f"{words} in its column: shorten it", part))
            seen.append(text)
        return faults

    def chances(self, question: Match) -> tuple[float, float]:
        """One of all the ways to join them."""
        return 1 / math.factorial(len(question.pairs)), 0.15


def rights_shown(question: Match, seed: str) -> tuple[int, ...]:
    """The order in which the right side is shown: never the author's, which is the answer."""
    return shuffled(range(len(question.pairs)), seed)


def _are_alike(one: str, other: str) -> bool:
    """Whether two texts differ in spaces, code marks and a full stop at most; in capitals too,
    unless both are code."""
    bare = [" ".join(text.replace("`", "").split()).rstrip(".") for text in (one, other)]
    if not ("`" in one and "`" in other):
        bare = [text.casefold() for text in bare]
    return bare[0] == bare[1]
