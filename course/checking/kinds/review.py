"""The kind *review*: find the defects of a diff and say what is wrong with each.

The learner's file is the diff itself. A line that begins with `>>` is a comment on the line of
the diff above it; several such lines in a row are one comment:

    +    if total > 100:
    >> boundary: exactly 100 should get the discount as well

A comment says what is wrong. Praise, or words that would fit every line ("this looks wrong"), find
nothing, wherever they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from course.catalogue.kinds import MARK
from course.checking.kinds import CheckerLike
from course.model import CheckReport, Defect, Diagnosis, Exercise, TestResult, Verdict

MOST_FALSE_ALARMS = 2
NEAR = 1
"""A comment counts for a defect when it stands this many lines from it, or nearer."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: the line of the diff it is about (from 1), and its words."""

    line: int
    words: str


def read_comments(source: str) -> tuple[str, list[Comment]]:
    """The diff without its comments, and the comments. One above the first line is on line 1."""
    diff: list[str] = []
    comments: list[Comment] = []
    inside = False
    for line in source.splitlines():
        if not line.lstrip().startswith(MARK):
            diff.append(line)
            inside = False
            continue
        words = line.lstrip().removeprefix(MARK).strip()
        if inside:
            before = comments.pop()
            words = f"{before.words} {words}".strip()
        comments.append(Comment(max(len(diff), 1), words))
        inside = True
    return "\n".join(diff), [one for one in comments if one.words]


_PRAISE = frozenset(
    [
     "amazing", "awesome", "beautiful", "beautifully", "brilliant", "clean", "clever", "cool",
     "correct", "elegant", "excellent", "fantastic", "fine", "good", "great", "happy", "lgtm",
     "love", "lovely", "neat", "nice", "ok", "okay", "perfect", "perfectly",
     "right", "safe", "solid", "super", "thanks", "tidy", "wonderful"
    ]
)  # fmt: skip
_CRITICISM = frozenset(
    [
     "against", "although", "because", "break", "breaks", "but", "can", "cannot", "could",
     "crash", "crashes", "danger", "dangerous", "different", "else", "error", "even", "every",
     "everybody", "fail", "fails", "forever", "however", "if", "instead", "leak", "leaks",
     "lose", "loses", "lost", "may", "might", "miss", "misses", "missing", "must", "never", "no",
     "nobody", "not", "nothing", "only", "otherwise", "rather", "risk", "should", "still",
     "than", "then", "too", "unless", "unsafe", "until", "when", "without", "would", "wrong",
     "yet"
    ]
)  # fmt: skip
_SAYS_NOTHING = frozenset(
    [
     "a", "an", "and", "are", "bad", "be", "bug", "bugs", "change", "check", "code", "comment",
     "defect", "do", "does", "done",
     "like", "pretty", "error", "fault", "fix", "for", "hello", "here", "hm", "hmm", "in",
     "is", "issue", "it", "its", "line", "look", "looks", "mistake", "must", "needs", "not",
     "of", "on", "or", "please", "problem", "really", "said", "see", "should", "sure", "test",
     "that", "the", "there", "these", "thing", "things", "think", "this", "to", "todo", "very",
     "was", "way", "well", "what", "why", "word", "words", "wrong", "xx", "xxx"
    ]
)  # fmt: skip
_SHORT = 8  # words of a comment that may be nothing but praise


def finds_fault(words: str) -> bool:
    """Whether a comment says what is wrong: it is about something, and it is no praise."""
    lowered = words.lower()
    said = set(re.findall(r"[^\W\d_][\w'-]+", lowered))
    blames = bool(said & _CRITICISM) or "n't" in lowered or "?" in lowered or ":" in lowered
    if said & _PRAISE and not blames and len(lowered.split()) <= _SHORT:
        return False
    return bool(said - _PRAISE - _SAYS_NOTHING)


@dataclass(frozen=True, slots=True)
class Score:
    """Which defects were found, by which comment, and the comments that are about none."""

    found: dict[Defect, Comment]
    missed: tuple[Defect, ...]
    false_alarms: tuple[Comment, ...]

    @property
    def passed(self) -> bool:
        """Every serious defect was found, with at most two false alarms."""
        serious = any(defect.serious for defect in self.missed)
        return not serious and len(self.false_alarms) <= MOST_FALSE_ALARMS


def score(defects: tuple[Defect, ...], comments: list[Comment]) -> Score:
    """Match comments to defects: the nearest first, each comment counts for one defect.

    Further comments on a defect that was found are neither found nor false alarms.
    """
    pairs = sorted(
        (min(abs(comment.line - line) for line in defect.lines), number, order)
        for number, defect in enumerate(defects)
        for order, comment in enumerate(comments)
    )
    found: dict[int, int] = {}
    used: set[int] = set()
    for distance, number, order in pairs:
        if distance <= NEAR and number not in found and order not in used:
            found[number] = order
            used.add(order)
    near = {order for distance, _, order in pairs if distance <= NEAR}
    return Score(
        found={defects[number]: comments[order] for number, order in found.items()},
        missed=tuple(one for number, one in enumerate(defects) if number not in found),
        false_alarms=tuple(one for order, one in enumerate(comments) if order not in near),
    )


async def check(exercise: Exercise, source: str, checker: CheckerLike) -> CheckReport:  # noqa: ARG001
    """Score a review; nothing runs, so the checker is not used."""
    diff, comments = read_comments(source)
    if _plain(diff) != _plain(exercise.starter):
        text = (
            "The diff itself was changed. A review only adds lines that begin with "
            f"`{MARK}`, under the line they are about; put the other lines back as they were."
        )
        told = Diagnosis(
            kind="cannot_start",
            text=text,
            name="diff_changed",
            line=_first_change(exercise, source),
        )
        return CheckReport(exercise=exercise.id, verdict=Verdict.ERROR, diagnosis=(told,))
    telling = [one for one in comments if finds_fault(one.words)]
    result = score(exercise.defects, telling)
    return CheckReport(
        exercise=exercise.id,
        verdict=Verdict.PASSED if result.passed else Verdict.FAILED,
        tests=tuple(_results(exercise.defects, result)),
        diagnosis=(*_told(exercise.defects, comments, result), *_empty(comments, telling)),
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


def _results(defects: tuple[Defect, ...], result: Score) -> list[TestResult]:
    """One per defect: a found one says why it is one; a missed one tells nothing about where."""
    tests = []
    for number, defect in enumerate(defects, start=1):
        weight = "serious defect" if defect.serious else "defect"
        comment = result.found.get(defect)
        if comment:
            why = " ".join(defect.why.split())
            tests.append(
                TestResult(
                    name=f"{defect.category}: {why}",
                    id=f"defect::{number}",
                    outcome="passed",
                    got=comment.words,
                    line=comment.line,
                )
            )
        else:
            tests.append(
                TestResult(
                    name=f"a {weight} ({defect.category}) is not marked yet",
                    id=f"defect::{number}",
                    outcome="failed" if defect.serious else "not_run",
                )
            )
    alarms = len(result.false_alarms)
    tests.append(
        TestResult(
            name=f"at most {MOST_FALSE_ALARMS} comments on lines that are fine",
            id="false_alarms",
            outcome="passed" if alarms <= MOST_FALSE_ALARMS else "failed",
            got=str(alarms),
            expected=f"at most {MOST_FALSE_ALARMS}",
            line=result.false_alarms[0].line if result.false_alarms else None,
        )
    )
    return tests


def _empty(comments: list[Comment], telling: list[Comment]) -> list[Diagnosis]:
    """Comments that count for nothing, because they do not say what is wrong."""
    lines = [str(one.line) for one in comments if one not in telling]
    if not lines:
        return []
    noun = "comment does" if len(lines) == 1 else "comments do"
    text = (
        f"{len(lines)} {noun} not say what is wrong (line {', '.join(lines)} of the diff), so "
        "they count neither way. Write what happens because of it, in a few words."
    )
    return [Diagnosis(kind="facts", text=text, name="says_nothing")]


def _told(defects: tuple[Defect, ...], comments: list[Comment], result: Score) -> list[Diagnosis]:
    found = len(result.found)
    summary = f"You found {found} of {len(defects)} defects"
    alarms = len(result.false_alarms)
    if alarms:
        lines = ", ".join(str(one.line) for one in result.false_alarms)
        noun = "comment is" if alarms == 1 else "comments are"
        summary += f"; {alarms} {noun} on lines that are fine (line {lines} of the diff)"
    summary += "."
    if not comments:
        text = (
            "There is no comment yet. Under a line that you would not merge, add a line that "
            f"begins with `{MARK}` and say what is wrong."
        )
        return [Diagnosis(kind="facts", text=text, name="no_comments")]
    told = [Diagnosis(kind="facts", text=summary, name="review_score")]
    serious = [one for one in result.missed if one.serious]
    if serious:
        kinds = " and ".join(dict.fromkeys(one.category for one in serious))
        count = "one serious defect" if len(serious) == 1 else f"{len(serious)} serious defects"
        told.append(
            Diagnosis(
                kind="facts", text=f"Still unmarked: {count}. Look for: {kinds}.", name="missed"
            )
        )
    if alarms > MOST_FALSE_ALARMS:
        text = (
            "Each comment costs the author time, so mark only what you would not merge: take back "
            f"comments until at most {MOST_FALSE_ALARMS} are about lines that are fine."
        )
        told.append(Diagnosis(kind="facts", text=text, name="false_alarms"))
    return told
