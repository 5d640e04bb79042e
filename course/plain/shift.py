"""A shift as plain lines: commands are typed, and each says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import CourseError
from course.learner.shifts import Shifts
from course.plain.asking import LEAVE, MENU, NEXT
from course.plain.talk import Interrupted, Left, Talk
from course.shift.scenario import read, scenarios
from course.shift.shift_desk import outcome

if TYPE_CHECKING:
    from course.learner.shift_outcomes import ShiftRun
    from course.plain.desk import Desk
    from course.shift.shift_desk import ShiftDesk

WELCOME = (
    "A shift is half a day as a developer at Harbour. A real service runs on your machine, "
    "simulated customers call it, colleagues write to you, and what you deploy is what the "
    "customers meet. Everything is kept as it happens; you can leave at any time and go on later."
)
_LEAVE = ("q", "quit", "leave", "exit")
_WRITE = "Write it with your own editor, in the file that `tasks` names."


async def offer_shifts(at: Desk) -> None:
    """Say which working days there are; begin one, or go on with it, and come back.

    Whoever leaves the shift is back at the course's menu.
    """
    talk, shifts = at.talk, Shifts(at.session)
    talk.heading("A working day")
    talk.say(WELCOME)
    talk.say()
    begun, names = shifts.unfinished(), list(scenarios(at.session.locations))
    for number, run in enumerate(begun, 1):
        talk.say(f"{number:>3}  Go on: {run.title}, begun on {run.day}")
    for number, name in enumerate(names, len(begun) + 1):
        scenario = read(at.session.locations, name)
        talk.say(f"{number:>3}  Begin: {scenario.source.title}")
        about = f"{scenario.source.summary} About {scenario.real_minutes} minutes."
        talk.say(f"     {about}", hanging=" " * 5)
    away = {MENU: "menu", LEAVE: "leave"}
    chosen = await at.asking.number(len(begun) + len(names), "the shift", away)
    if not isinstance(chosen, int):
        return
    if chosen <= len(begun):
        run = begun[chosen - 1]
        desk = await shifts.resume(run)
    else:
        calm = {NEXT: "with a clock", "c": "calm, time passes when you say so", **away}
        how = await at.asking.command(calm)
        if how == MENU:
            return
        run, desk = await shifts.start(names[chosen - len(begun) - 1], how == "c")
    async with desk:
        try:
            await work(talk, shifts, run, desk)
        except Left:
            talk.say("The shift goes on where it is, when you come back to it.")


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
