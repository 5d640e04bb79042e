"""The kind *review*: find the defects of a diff and say what is wrong with each.

The learner's file is the diff itself. A line that begins with `>>` is a comment on the line of
the diff above it; several such lines in a row are one comment:

    +    if total > 100:
    >> boundary: exactly 100 should get the discount as well

A comment says what is wrong. Praise, or words that would fit every line ("this looks wrong"), find
nothing, wherever they stand; nor do words about another thing. The category before the colon is a
word like all others: people sort faults in their own way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from course.catalogue.kinds import MARK
from course.checking.kinds import CheckerLike
from course.checking.kinds.comment_words import finds_fault, key_words, names
from course.model import CheckReport, Defect, Diagnosis, Exercise, TestResult, Verdict
from course.plural import counted

MOST_FALSE_ALARMS = 2
NEAR = 1
"""A comment counts for a defect when it stands this many lines from it, or nearer."""
FAR = 2
"""How far the first line of a defect's statement or function counts as being."""
_DEFINES = re.compile(r"\s*(async\s+def|def)\b")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: the line of the diff it is about (from 1), and its words.

    `seen` is the line that it is about in the learner's file, where comments are lines as well.
    """

    line: int
    words: str
    seen: int = 0


def read_comments(source: str) -> tuple[str, list[Comment]]:
    """The diff without its comments, and the comments. One above the first line is on line 1."""
    diff: list[str] = []
    comments: list[Comment] = []
    inside = False
    above = 1
    for number, line in enumerate(source.splitlines(), start=1):
        if not line.lstrip().startswith(MARK):
            diff.append(line)
            inside, above = False, number
            continue
        words = line.lstrip().removeprefix(MARK).strip()
        if inside:
            before = comments.pop()
            words = f"{before.words} {words}".strip()
        comments.append(Comment(max(len(diff), 1), words, above))
        inside = True
    return "\n".join(diff), [one for one in comments if one.words]


@dataclass(frozen=True, slots=True)
class Score:
    """Which defects were found, by which comment, and the comments that found none.

    `false_alarms` are on lines that are fine; `beside` are on a defect's and name another thing.
    """

    hits: dict[Defect, Comment]
    missed: tuple[Defect, ...]
    false_alarms: tuple[Comment, ...]
    beside: tuple[Comment, ...] = ()

    @property
    def passed(self) -> bool:
        """Every serious defect was found, with at most two false alarms."""
        return not self.too_many and not any(defect.serious for defect in self.missed)

    @property
    def too_many(self) -> bool:
        """Whether more comments are on lines that are fine than anybody's time allows."""
        return len(self.false_alarms) > MOST_FALSE_ALARMS


def score(diff: str, defects: tuple[Defect, ...], comments: list[Comment]) -> Score:
    """Match comments to defects: the nearest first.

    A comment counts where it stands near the defect, or at the first line of its statement or of
    its function, and names something of it. It counts for a second defect where it names something
    of that one alone. Further comments on a defect are neither found nor false alarms.
    """
    lines = diff.splitlines()
    keys = [_key_words(lines, defect) for defect in defects]
    heads = [headings(lines, defect) for defect in defects]
    pairs = sorted(
        (_distance(comment.line, defect, heads[number]), number, order)
        for number, defect in enumerate(defects)
        for order, comment in enumerate(comments)
    )
    hits: dict[int, int] = {}
    named: dict[int, frozenset[str]] = {order: frozenset() for order in range(len(comments))}
    used: set[int] = set()
    for distance, number, order in pairs:
        quoted = names(comments[order].words, keys[number], diff) - named[order]
        if distance > FAR or number in hits or not quoted:
            continue
        hits[number] = order
        used.add(order)
        named[order] |= keys[number]
    near = {order for distance, _, order in pairs if distance <= NEAR}
    taken = {order for distance, number, order in pairs if distance <= NEAR and number in hits}
    return Score(
        hits={defects[number]: comments[order] for number, order in hits.items()},
        missed=tuple(one for number, one in enumerate(defects) if number not in hits),
        false_alarms=tuple(
            one for order, one in enumerate(comments) if order not in near and order not in used
        ),
        beside=tuple(
            one for order, one in enumerate(comments) if order in near - taken and order not in used
        ),
    )


def _key_words(lines: list[str], defect: Defect) -> frozenset[str]:
    code = "\n".join(lines[line - 1][1:] for line in defect.lines)
    return key_words(f"{defect.category} {defect.why}", code)


def _distance(line: int, defect: Defect, heads: frozenset[int]) -> int:
    near = min(abs(line - one) for one in defect.lines)
    return near if near <= NEAR or line not in heads else FAR


def headings(lines: list[str], defect: Defect) -> frozenset[int]:
    """The first lines of the statement and of the function that a defect is in, decorators too."""
    numbers: set[int] = set()
    for line in defect.lines:
        numbers.add(_statement(lines, line))
        indent = _indent(lines[line - 1])
        for number in range(line - 1, 0, -1):
            text = lines[number - 1]
            if text[1:].strip() and not text.startswith("-") and _indent(text) < indent:
                indent = _indent(text)
                if _DEFINES.match(text[1:]):
                    numbers.add(number)
                    break
    for number in tuple(numbers):
        while number > 1 and lines[number - 2][1:].lstrip().startswith("@"):
            number -= 1
            numbers.add(number)
    return frozenset(numbers)


def _indent(line: str) -> int:
    return len(line[1:]) - len(line[1:].lstrip())


def _statement(lines: list[str], line: int) -> int:
    """Where a statement that goes over several lines begins: up to where its brackets close."""
    depth = 0
    for number in range(line - 1, max(line - 20, 0), -1):
        text = lines[number - 1]
        if text.startswith("@@"):
            break
        if text.startswith("-"):
            continue
        depth += sum(text.count(one) for one in ")]}") - sum(text.count(one) for one in "([{")
        if depth < 0:
            return number
    return line


async def check(exercise: Exercise, source: str, checker: CheckerLike) -> CheckReport:  # noqa: ARG001
    """Score a review; nothing runs, so the checker is not used."""
    diff, comments = read_comments(source)
    if _plain(diff) != _plain(exercise.starter):
        text = (
            "The diff itself was changed. A review only adds lines that begin with "
            f"`{MARK}`, under the line they are about; put the other lines back as they were."
        )
        diagnosis = Diagnosis(
            kind="cannot_start",
            text=text,
            name="diff_changed",
            line=_first_change(exercise, source),
        )
        return CheckReport(exercise=exercise.id, verdict=Verdict.ERROR, diagnosis=(diagnosis,))
    telling = [one for one in comments if finds_fault(one.words)]
    result = score(diff, exercise.defects, telling)
    return CheckReport(
        exercise=exercise.id,
        verdict=Verdict.PASSED if result.passed else Verdict.FAILED,
        tests=tuple(_results(exercise.defects, result, bool(telling))),
        diagnosis=(
            *_told(exercise.defects, comments, result, len(telling)),
            *_empty(comments, telling),
            *([] if result.too_many else _beside(result)),
        ),
    )


def _plain(text: str) -> list[str]:
    lines = [line.rstrip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _first_change(exercise: Exercise, source: str) -> int | None:
    """The line of the learner's file where it stops being the diff."""
    wanted = _plain(exercise.starter)
    at = 0
    for number, line in enumerate(source.splitlines(), start=1):
        if line.lstrip().startswith(MARK):
            continue
        if at >= len(wanted) or line.rstrip() != wanted[at]:
            return number
        at += 1
    return len(source.splitlines()) or 1


def _results(defects: tuple[Defect, ...], result: Score, begun: bool) -> list[TestResult]:
    """One per defect: a found one says why it is one; a missed one tells nothing about where.

    How many there are is told to those who have begun, of what kinds to those who have found one:
    a comment that finds nothing is written in a moment. With too many comments on lines that are
    fine nothing is told of the defects, or a comment on every line would be told which to keep.
    """
    if not begun:
        name = "the defects of this change are marked"
        return [TestResult(name=name, id="begun", outcome="failed")]
    if result.too_many:
        return [_alarms(result)]
    tests = []
    for number, defect in enumerate(defects, start=1):
        weight = "serious defect" if defect.serious else "defect"
        comment = result.hits.get(defect)
        if comment:
            why = " ".join(defect.why.split())
            tests.append(
                TestResult(
                    name=f"{defect.category}: {why}",
                    id=f"defect::{number}",
                    outcome="passed",
                    got=comment.words,
                    line=comment.seen,
                )
            )
        else:
            kind = f" ({defect.category})" if result.hits else ""
            tests.append(
                TestResult(
                    name=f"a {weight}{kind} is not marked yet",
                    id=f"defect::{number}",
                    outcome="failed" if defect.serious else "not_run",
                )
            )
    return [*tests, _alarms(result)]


def _alarms(result: Score) -> TestResult:
    """Whether few enough comments are on lines that are fine; which ones only after a pass."""
    return TestResult(
        name=f"at most {MOST_FALSE_ALARMS} comments on lines that are fine",
        id="false_alarms",
        outcome="failed" if result.too_many else "passed",
        got=str(len(result.false_alarms)),
        expected=f"at most {MOST_FALSE_ALARMS}",
        line=result.false_alarms[0].seen if result.passed and result.false_alarms else None,
    )


def _empty(comments: list[Comment], telling: list[Comment]) -> list[Diagnosis]:
    """Comments that count for nothing, because they do not say what is wrong."""
    lines = [str(one.seen) for one in comments if one not in telling]
    if not lines:
        return []
    text = (
        f"{counted(len(lines), 'comment does', 'comments do')} not say what is wrong "
        f"(line {', '.join(lines)}), so {_counts(len(lines))} neither way. "
        "Write what happens because of it, in a few words."
    )
    return [Diagnosis(kind="facts", text=text, name="says_nothing")]


def _counts(number: int) -> str:
    return "it counts" if number == 1 else "they count"


def _beside(result: Score) -> list[Diagnosis]:
    """Comments on the line of a defect that are about something else."""
    if not result.beside:
        return []
    lines = ", ".join(str(one.seen) for one in result.beside)
    text = (
        f"{counted(len(result.beside), 'comment')} could not be matched with what is wrong there "
        f"(line {lines}), so {_counts(len(result.beside))} neither way. Name the "
        "value, the condition or the call that goes wrong, and what it leads to."
    )
    return [Diagnosis(kind="facts", text=text, name="beside")]


def _told(
    defects: tuple[Defect, ...], comments: list[Comment], result: Score, telling: int
) -> list[Diagnosis]:
    if not comments:
        text = (
            "There is no comment yet. Under a line that you would not merge, add a line that "
            f"begins with `{MARK}` and say what is wrong. In the app, Enter on it does that."
        )
        return [Diagnosis(kind="facts", text=text, name="no_comments")]
    if not telling:
        return []
    alarms = len(result.false_alarms)
    if result.too_many:
        text = (
            f"{alarms} of your {counted(telling, 'comment')} are about lines that are fine. Each "
            "costs the author time, so keep those you would not merge without. What you have "
            f"found is told as soon as at most {MOST_FALSE_ALARMS} are about such lines."
        )
        return [Diagnosis(kind="facts", text=text, name="false_alarms")]
    hits = len(result.hits)
    summary = f"You found {hits} of {counted(len(defects), 'defect')}"
    if alarms:
        noun = counted(alarms, "comment is", "comments are")
        summary += f"; {noun} on lines that are fine"
        if result.passed:
            lines = ", ".join(str(one.seen) for one in result.false_alarms)
            summary += f" (line {lines})"
    summary += "."
    diagnoses = [Diagnosis(kind="facts", text=summary, name="review_score")]
    serious = [one for one in result.missed if one.serious]
    if serious:
        text = f"Still unmarked: {counted(len(serious), 'serious defect')}."
        if result.hits:
            kinds = " and ".join(dict.fromkeys(one.category for one in serious))
            text += f" Look for: {kinds}."
        diagnoses.append(Diagnosis(kind="facts", text=text, name="missed"))
    return diagnoses
