"""Whether a pass came with the reference's help: such a pass is no first try, and it comes back.

Help that was taken holds for the rest of that day. On later days it holds for code that was not
finished since, and for the same code once more; whoever puts the starter back begins afresh.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from course.learner.progress import local_date
from course.learner.records import Attempt, Help
from course.learner.store import Store

RUNGS = ("order", "lines", "whole")
"""The rungs that show the reference, one further than the other."""
COMES_BACK = timedelta(hours=36)
"""After that a pass with help is due again: on the second day, whatever the hour."""
COST = "The pass will count as practised with help, and the exercise comes back in two days."
HELPED = (
    "Practised with the solution's help. It comes back in two days, for you to write it on your "
    "own."
)
"""What is said at such a pass."""


def help_taken(store: Store, exercise: str) -> Sequence[Help]:
    """What was taken of the reference since the learner last began afresh, oldest first."""
    rungs: list[Help] = []
    for row in store.rows(Help, exercise=exercise):
        if row.rung == "afresh":
            rungs = []
        elif row.rung in RUNGS:
            rungs.append(row)
    return rungs


def with_help(store: Store, exercise: str, source_hash: str, today: date) -> bool:
    """Whether a pass of that code on that day owes something to the reference."""
    rows = store.rows(Help, exercise=exercise)
    if any(row.rung in RUNGS and local_date(row.at, None) >= today for row in rows):
        return True
    taken = help_taken(store, exercise)
    if not taken:
        return False
    passes = {row.text for row in rows if row.rung == "passed" and row.at > taken[0].at}
    if not any(row.at > taken[-1].at for row in rows if row.rung == "passed"):
        return True
    attempts = store.rows(Attempt, exercise=exercise, verdict="passed")
    return any(it.uuid in passes and it.source_hash == source_hash for it in attempts)


def newest_was_helped(store: Store, exercise: str) -> bool:
    """Whether the newest pass came with the reference's help."""
    newest = store.newest(Attempt, exercise=exercise, verdict="passed")
    helped = store.newest(Help, exercise=exercise, rung="passed")
    return newest is not None and helped is not None and helped.text == newest.uuid


def begin_afresh(store: Store, exercise: str) -> None:
    """The starter was put back: what comes after today owes nothing to the help that was taken."""
    if help_taken(store, exercise):
        row = store.new_row()
        store.append(Help(**row, exercise=exercise, rung="afresh", number=0, text=""))
