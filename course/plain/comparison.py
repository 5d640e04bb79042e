"""After a pass: the learner's solution and a short look at it, the reference, other good ones."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from course.errors import CourseError
from course.signs import RIGHT

if TYPE_CHECKING:
    from course.model import Exercise
    from course.plain.desk import Desk


async def compare(desk: Desk, exercise: Exercise) -> None:
    """Say one solution after the other."""
    from course.learner.remarks import remarks

    talk = desk.talk
    try:
        comparison = desk.session.comparison(exercise)
    except CourseError as error:
        talk.say(str(error))
        return
    talk.say("Your solution:\n")
    talk.exactly(comparison.yours)
    for remark in (
        await desk.doing(partial(remarks, exercise, comparison.yours, desk.session.catalogue)) or ()
    ):
        talk.say(f"\nline {remark.line}: {remark.code}")
        talk.say(remark.words)
    if comparison.yours.rstrip() == comparison.reference.rstrip():
        talk.say(f"\n{RIGHT} The reference is the same, line for line.")
    else:
        talk.say("\nThe reference:\n")
        talk.exactly(comparison.reference)
    for other in comparison.approaches:
        talk.say(f"\nAnother way: {other.approach.name.replace('_', ' ')}\n")
        talk.prose(other.approach.trade_off)
        talk.say()
        talk.exactly(other.source)
    talk.say()
