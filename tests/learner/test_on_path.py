"""How far a learner is: modules that are skipped are told, and in no sum."""

from __future__ import annotations

from course.learner.on_path import on_path
from course.learner.records import Answer, Decision, Visit
from course.learner.session import Session
from tests.learner.conftest import attempt


def test_lessons_that_are_done_are_counted_of_the_modules_to_work_through(
    session: Session,
) -> None:
    begun = on_path(session)
    sizes = {module.id: module.total for module in begun.modules}
    assert set(sizes) == {"basics", "loops"}
    assert (begun.skipped, begun.done, begun.total) == (frozenset(), 0, sum(sizes.values()))

    lesson = session.catalogue.lessons["loops/for"]
    for step in range(len(lesson.steps)):
        session.store.append(Visit(**session.store.new_row(), lesson=lesson.id, step=step))
        session.store.append(
            Answer(**session.store.new_row(), lesson=lesson.id, step=step, question="q", correct=1)
        )
    for exercise in lesson.exercises:
        attempt(session, exercise)
    assert (on_path(session).done, on_path(session).total) == (1, sum(sizes.values()))

    known = Decision(**session.store.new_row(), name="standing of basics", value="known")
    session.store.append(known)
    skipping = on_path(session)
    assert [module.id for module in skipping.modules] == [*sizes], "a skipped one is still shown"
    assert (skipping.skipped, skipping.done, skipping.total) == ({"basics"}, 1, sizes["loops"])
