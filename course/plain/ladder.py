"""The ladder as plain lines: one rung a hint, and after a question the solution, up to a pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import CourseError, WrongUse
from course.learner.ladder.order_words import about_order, how_to_answer, numbered, placed
from course.learner.ladder.puzzle import first_wrong
from course.plain.asking import BACK
from course.signs import WRONG

if TYPE_CHECKING:
    from course.learner.ladder.puzzle import Puzzle
    from course.learner.ladder.rungs import Ladder, Rung
    from course.model import CheckReport, Exercise
    from course.plain.desk import Desk

_LINES, _WHOLE = "l", "w"


async def climb(desk: Desk, exercise: Exercise, report: CheckReport | None) -> bool:
    """One rung up from what `report` found; whether the solution is in the learner's file now."""
    session, talk = desk.session, desk.talk
    ladder = session.ladder(exercise)
    rung = None
    if report is not None:
        rung = ladder.take_place(session.load(exercise), report)
    rung = rung or ladder.take_hint()
    if rung is not None:
        tell(desk, rung)
        if rung.kind == "hint" and ladder.hints_taken == len(exercise.source.hints):
            talk.say("That was the last hint. The next one leads on to the solution.\n")
        return False
    if not ladder.stage:
        talk.prose(ladder.question())
        if not await desk.asking.confirm("\nGo on to the solution?"):
            return False
    made = ladder.take_order() if ladder.stage in ("", "order") else None
    code = await _in_order(desk, ladder, made) if made is not None else None
    if made is not None and code is None:
        return False
    code = code or await _by_parts(desk, ladder)
    if not code:
        return False
    if exercise.start is not None:
        kept = ladder.carry_out(session.workspace)
    else:
        kept = ladder.keep_own(session.workspace, session.load(exercise), code)
        session.save(exercise, code)
    if kept is not None:
        talk.say(f"Your own version is kept beside it as {kept.name}.")
    return True


def tell(desk: Desk, rung: Rung) -> None:
    """Say a rung: what it is, its words, where it was taught."""
    desk.talk.say(f"{rung.title}:")
    desk.talk.prose(rung.text)
    if rung.see is not None:
        desk.talk.say(f"Taught in {rung.see.words}.")
    desk.talk.say()


async def _in_order(desk: Desk, ladder: Ladder, made: Puzzle) -> str | None:
    """The program that the learner has put in order; "" where the lines are wanted, None: later."""
    talk = desk.talk
    talk.say("The lines of the solution, mixed up:\n")
    for line in numbered(made.pool):
        talk.exactly(line, 0)
    talk.say(f"\n{how_to_answer(made)}")

    async def passes(source: str) -> bool:
        return (await desk.session.checker.check(ladder.exercise, source)).passed

    while True:
        line = await desk.asking.text(
            "Numbers", {_LINES: "line by line", _WHOLE: "all of it", BACK: "back"}
        )
        if line == BACK:
            return None
        if line == _LINES:
            ladder.take_part()
            return ""
        if line == _WHOLE:
            return ladder.take_whole()
        try:
            lines = placed(made, line)
        except WrongUse as error:
            talk.say(str(error))
            continue
        try:
            wrong = await first_wrong(made, lines, passes)
        except CourseError as error:
            talk.say(str(error))
            return None
        if wrong is None:
            return made.program(lines)
        talk.say(f"{WRONG} {about_order(wrong, lines)}")


async def _by_parts(desk: Desk, ladder: Ladder) -> str:
    """All of the solution, once the learner wants it; "" where they go on by themselves."""
    number = ladder.shown or ladder.take_part()
    while True:
        desk.talk.say(f"The solution, {ladder.part_name(number)}:\n")
        desk.talk.exactly("".join(ladder.parts[:number]).rstrip("\n"))
        is_last = number == len(ladder.parts)
        more = {"": "put it in place"} if is_last else {"": "next", _WHOLE: "all of it"}
        command = await desk.asking.command({**more, BACK: "back"})
        if command == BACK:
            return ""
        if is_last or command == _WHOLE:
            return ladder.take_whole()
        number = ladder.take_part()
