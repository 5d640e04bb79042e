"""The placement: one question after another, until it is clear what may be skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import CourseError
from course.learner.placement import FEWEST, MOST
from course.learner.questions import kind_of
from course.plain.asking import LEAVE, MENU, NEXT, STOP, PlainCommand
from course.signs import RIGHT, WRONG

if TYPE_CHECKING:
    from course.learner.placement_outcome import Conclusion
    from course.learner.placing import Placing
    from course.plain.desk import Desk

UNKNOWN = "?"
_COMMANDS = {UNKNOWN: "I do not know", STOP: "end it here", LEAVE: "leave, and go on later"}
_WELCOME = f"""\
{FEWEST} to {MOST} questions find out which modules you can skip. Nothing is timed. Do not run the
code anywhere. The next question depends on your answers, and it ends as soon as it is clear what
you hold. Saying that you do not know helps more than a guess."""


async def offer_placement(desk: Desk) -> None:
    """Say what it is, and hold it where the learner wants that."""
    from course.learner.placing import Placing

    desk.talk.heading("Placement")
    desk.talk.say(" ".join(_WELCOME.split()))
    if await desk.asking.command({NEXT: "begin", MENU: "menu", LEAVE: "leave"}) != NEXT:
        return
    placing = Placing.open(desk.session)
    await ask_all(desk, placing)
    if placing.answered or placing.current is None:
        tell(desk, placing.conclude())


async def ask_all(desk: Desk, placing: Placing) -> None:
    """Ask until it is over, or the learner ends it. `Left` leaves it to go on with later."""
    desk.session.checker.warm(())
    while placing.current is not None:
        try:
            if await _ask(desk, placing) == STOP:
                break
        except CourseError as error:  # a lesson that cannot be read is told and left out
            desk.talk.say(str(error))
            placing.leave_out()


async def _ask(desk: Desk, placing: Placing) -> str | None:
    """Ask the waiting question; the first answer counts. The command that was typed instead."""
    desk.talk.heading(f"Question {placing.answered + 1} ({FEWEST} to {MOST} in all)")
    seed, files = f"{placing.round}/{placing.answered}", placing.lesson.files
    answer = await desk.asking.answer(placing.question, seed, _COMMANDS, files)
    question = placing.question
    if isinstance(answer, PlainCommand):
        if answer == UNKNOWN:
            telling = placing.right_answer()
            placing.unknown()
            marked = await desk.talk.wait(telling)
            desk.talk.prose(kind_of(question).told_the_answer(marked))
        return str(answer)
    marked = await desk.talk.wait(placing.answer(answer))
    desk.talk.say(f"{RIGHT} Right" if marked.correct else f"{WRONG} Not this time")
    if not marked.correct:
        desk.talk.prose(kind_of(question).told_the_answer(marked))
    return None


def tell(desk: Desk, found: Conclusion) -> None:
    """What was found, module by module."""
    findings = {finding.module: finding for finding in found.findings}
    talk, session = desk.talk, desk.session
    path = session.path()
    talk.heading("What was found")
    for module in session.modules():
        finding = findings.get(module.id)
        if finding is None:
            kept = path is not None and module.id in path.keep
            words = "kept whole" if kept else "not asked about"
        else:
            verdict = "skip" if finding.skipped else "learn"
            right = f"{finding.right} of {finding.asked} right" if finding.asked else "not asked"
            words = f"{verdict:6} {right}"
        talk.say(f"  {module.title:36} {words}")
    talk.say(
        "\nYou can open a skipped module at any time; the review asks again about it. In the list "
        "of lessons, `i` puts a module back or says that you know it, and `t` lets you show it "
        "with one short exercise; so do `course progress back`, `known` and `test`."
    )
