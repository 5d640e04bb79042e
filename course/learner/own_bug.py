"""Your own bug again: weeks after a pass, the code as it was before, to be repaired.

The learner's last failing attempt before the first pass comes back, once, where it failed by a test
and is a few lines away from what passed: then there is one thing to find and not a draft.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Set
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from course.learner.records import Attempt, Decision, Review, Try, moment
from course.learner.review import ReviewItem
from course.model import ENDED_BY_A_LIMIT, Verdict

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.learner.store import Store

CARD = "bug:"
PUT_BACK = "own bug of "
"""The decision that a mistake was put into the file again is called so, before the exercise."""
COMES_BACK = timedelta(days=21)
MOST_LINES, LEAST_ALIKE = 4, 0.7
"""So many lines may differ from the code that passed, and so alike the two have to be."""
_MOST_MINUTES = 15
_NEVER = "~"
"""Later than every time."""
_KINDS = ("write", "fix", "refactor")
_REAL = {Verdict.FAILED.value, *(it.value for it in ENDED_BY_A_LIMIT)}


def own_bug(
    store: Store, catalogue: Catalogue, tries: Iterable[Try], now: datetime
) -> ReviewItem | None:
    """The exercise to repair now, the one passed longest ago; None where there is none."""
    tries = tuple(tries)
    done = {row.card for row in store.rows(Review) if row.card.startswith(CARD)}
    begun = {
        row.name.removeprefix(PUT_BACK): row.at
        for row in store.rows(Decision)
        if row.name.startswith(PUT_BACK)
    }
    repaired = {
        row.exercise for row in tries if row.passed and row.at > begun.get(row.exercise, _NEVER)
    }
    for ident in _waiting(tries, begun.keys() - repaired, now):
        if ident in repaired:
            continue
        entry = catalogue.exercises.get(ident)
        if entry is None or entry.kind not in _KINDS or entry.minutes > _MOST_MINUTES:
            continue
        if f"{CARD}{ident}" not in done and bug_of(store, ident) is not None:
            return ReviewItem(
                id=ident,
                card=f"{CARD}{ident}",
                concept=(*entry.practises, "")[0],
                about=f"{entry.title}, with your own bug",
                covers=entry.practises,
                minutes=min(entry.minutes, 5),
                exercise=ident,
            )
    return None


def _waiting(tries: Iterable[Try], begun: Set[str], now: datetime) -> list[str]:
    """The exercises that failed by a test before they passed, and rest since weeks.

    Those that were begun to be repaired wait from then on.
    """
    failed: set[str] = set()
    passed: set[str] = set()
    last: dict[str, str] = {}
    for row in tries:
        last[row.exercise] = row.at
        if row.passed and row.exercise in failed:
            passed.add(row.exercise)
        elif row.verdict in _REAL and row.exercise not in passed:
            failed.add(row.exercise)
    rested = [it for it in passed if it in begun or now - moment(last[it]) >= COMES_BACK]
    return sorted(rested, key=lambda ident: (ident not in begun, last[ident]))


def bug_of(store: Store, exercise: str) -> Attempt | None:
    """The last attempt before the first pass, where what was wrong with it is a small thing."""
    before: Attempt | None = None
    for row in store.rows(Attempt, exercise=exercise):
        if row.verdict == Verdict.PASSED.value:
            is_one = before is not None and before.verdict in _REAL
            return before if is_one and before and is_near(before.source, row.source) else None
        before = row
    return None


def is_near(wrong: str, right: str) -> bool:
    """Whether two programs differ in a few lines, and are alike as a whole."""
    one, other = ([it.rstrip() for it in text.strip().splitlines()] for text in (wrong, right))
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    lines = sum(
        max(end - start, to - frm)
        for tag, start, end, frm, to in matcher.get_opcodes()
        if tag != "equal"
    )
    alike = difflib.SequenceMatcher(None, wrong, right, autojunk=False).ratio()
    return 0 < lines <= MOST_LINES and alike >= LEAST_ALIKE


def is_own_bug(item: ReviewItem) -> bool:
    """Whether a review item is the learner's own bug."""
    return item.card.startswith(CARD)
