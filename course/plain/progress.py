"""How far the learner is, as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from course.learner.exam import results
from course.learner.habit import goal, goal_words, this_week, week_words
from course.learner.held import HOW
from course.learner.mixed_up import mixed_up
from course.learner.on_path import on_path
from course.plural import counted

if TYPE_CHECKING:
    from course.learner.session import Session

MOST_MIXED = 5
"""How many things that were mixed up are told here; the skills have all of them."""


def lines_of_progress(session: Session) -> Iterator[str]:
    """A line for each module of the path, then the sums."""
    path, standing = on_path(session), session.held()
    for module in path.modules:
        how = standing.get(module.id)
        skipped = f"  (skipped, {HOW[how.how]})" if how else ""
        yield (
            f"{module.done:>3} of {module.total:<3} lessons"
            f"  {module.exercises_passed:>3} of {module.exercises_total:<3} exercises"
            f"  {module.title}{skipped}"
        )
    yield f"Lessons: {path.done} of {path.total} done"
    progress, wanted = session.progress(), goal(session)
    if progress.streak > 1:
        yield f"Practised: {counted(progress.streak, 'day')} without a break"
    done = this_week(progress.days, session.today())
    yield "  ".join(filter(None, [goal_words(wanted), week_words(done, wanted)]))
    mixed = mixed_up(session.store, session.catalogue)
    if mixed:
        yield ""
        yield "What you have mixed up:"
    for one in mixed[:MOST_MIXED]:
        lesson = session.catalogue.lesson_entry(one.lesson).title
        yield f"  {one.name}. {one.told} {one.apart}"
        yield f"    The question that tells: “{lesson}”, step {one.question + 1}"
    for exam in results(session):
        yield f"Exam on {exam.at[:10]}: {exam.told}"
