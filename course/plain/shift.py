"""A shift as plain lines: commands are typed, and each says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import CourseError
from course.plain.talk import Interrupted, Left, Talk
from course.shift.desk import outcome

if TYPE_CHECKING:
    from course.learner.shift_outcomes import ShiftRun
    from course.learner.shifts import Shifts
    from course.shift.desk import ShiftDesk

_LEAVE = ("q", "quit", "leave", "exit")
_WRITE = "Write it with your own editor, in the file that `tasks` names."


async def work(talk: Talk, shifts: Shifts, run: ShiftRun, desk: ShiftDesk) -> None:
    """Work through a shift until it is over or the learner leaves; all of it is kept."""
    talk.heading(desk.scenario.source.title)
    desk.clock.go()
    _say(talk, desk.status())
    talk.say("")
    talk.say("`inbox` and `read` show what was written to you, `tasks` what is on your desk.")
    talk.say("`help` lists the commands. `q` leaves; the shift goes on where it is.")
    while not desk.world.ended:
        try:
            line = (await talk.ask(f"{desk.time}, {desk.clock_words}. Command:")).strip()
        except Interrupted:
            raise Left from None
        if line.casefold() in _LEAVE:
            raise Left
        if line.partition(" ")[0] == "write":
            talk.say(_WRITE)
            continue
        try:
            _say(talk, await talk.wait(desk.do(line)))
        except Interrupted:
            raise Left from None
        except CourseError as error:
            talk.say(str(error))
    shifts.conclude(run, desk.marks or await desk.finish())


def _say(talk: Talk, lines: list[str]) -> None:
    for line in lines:
        if line.startswith(" "):
            talk.exactly(line, 0)
        else:
            talk.say(line)


def say_outcomes(talk: Talk, shifts: Shifts) -> None:
    """What every shift that is over has shown."""
    for one in shifts.outcomes():
        talk.heading(f"{one.run.title}, {one.run.day}{', a calm day' if one.run.calm else ''}")
        _say(talk, outcome(one.marks))
