"""A learner's own past mistake is put into their file; what was there is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.learner.own_bug import PUT_BACK, bug_of

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.model import Exercise


def put_back_bug(session: Session, exercise: Exercise) -> str:
    """Put the mistake into the learner's file, once; what to tell them.

    What was in the file is kept beside it, as with a reset.
    """
    bug = bug_of(session.store, exercise.id)
    name = f"{PUT_BACK}{exercise.id}"
    if bug is not None and session.decision(name) != bug.uuid:
        kept = session.reset(exercise)
        session.save(exercise, bug.source)
        session.decide(name, bug.uuid)
        beside = f" Your solution is kept in {kept.name}." if kept else ""
    else:
        beside = ""
    day = f" on {bug.at[:10]}" if bug else ""
    return (
        f"This is your own code as it was{day}, before it passed: one thing is wrong in it. Find "
        f"it and put it right.{beside}"
    )
