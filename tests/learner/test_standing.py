"""How far a learner is in a lesson."""

from __future__ import annotations

from course.learner.session import Session
from course.learner.standing import Standing
from tests.learner.conftest import attempt

LESSON = "basics/functions"


def test_what_is_read_answered_and_passed_is_done(session: Session) -> None:
    lesson = session.catalogue.lesson(LESSON)
    standing = Standing(session, lesson)
    assert standing.done() == [False] * 8
    standing.visit(0)
    standing.visit(2)
    assert standing.done() == [True] + [False] * 7  # a question that was only seen is open
    standing.answered[2] = True
    standing.answered[3] = False
    attempt(session, "basics/double")
    assert [number for number, done in enumerate(standing.done()) if done] == [0, 2, 7]
    assert standing.open_steps() == (
        "Step 4: Question",
        "Step 5: Put the lines in order",
        "Step 6: Fill in the blanks",
        "Step 7: Which line is wrong?",
    )
    assert standing.words(7) == "Step 8, exercise: Twice as many"
    assert session.seen(LESSON) == {0, 2}
