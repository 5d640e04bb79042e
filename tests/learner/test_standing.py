"""How far a learner is in a lesson."""

from __future__ import annotations

from course.learner.session import Place, Session
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


def test_a_lesson_that_is_looked_up_is_no_place_to_continue_until_it_is_worked_on(
    session: Session,
) -> None:
    before = session.here()
    standing = Standing(session, session.catalogue.lesson(LESSON), looking_up=True)
    standing.visit(0)
    standing.visit(1)
    assert (session.here(), standing.is_done(0)) == (before, True)
    standing.work()
    assert session.here() == Place(LESSON, 1)
    assert session.seen(LESSON) == {0, 1}
    standing.visit(2)
    assert session.here() == Place(LESSON, 2)
