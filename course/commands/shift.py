"""`course shift`: a simulated working day at a real service."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import rich_click as click

from course.errors import WrongUse
from course.terminal import echo

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.learner.shift_outcomes import ShiftRun
    from course.learner.shifts import Shifts
    from course.shift.shift_desk import ShiftDesk


@click.group("shift", invoke_without_command=True)
@click.option("--plain", is_flag=True, help="Go on here in plain lines, not in the app.")
@click.pass_context
def shift(ctx: click.RichContext, plain: bool) -> None:
    """A working day at Harbour: a service, customers, colleagues, and a release that goes wrong.

    Without a command it opens the app there. Through a pipe, or with --plain, it goes on with the
    shift that is under way.
    """
    if ctx.invoked_subcommand is not None:
        return
    if not plain and sys.stdin.isatty() and sys.stdout.isatty():
        ctx.obj("shift")
        return
    from course.commands.opening import in_session

    in_session(_go_on, reading=False)


@shift.command("continue")
@click.argument("name", metavar="[ID]", default="")
def go_on(name: str) -> None:
    """Go on here, as plain lines, with the shift of that ID, or the one begun last."""
    from course.commands.opening import in_session

    in_session(partial(_go_on, name=name), reading=False)


@shift.command("list")
def list_shifts() -> None:
    """Say what shifts there are."""
    from course import locations
    from course.shift.scenario import read, scenarios

    where = locations.find()
    for name in scenarios(where):
        scenario = read(where, name)
        echo(f"{name}: {scenario.source.title}, about {scenario.real_minutes} minutes")
        echo(f"    {scenario.source.summary}")


@shift.command()
@click.argument("name", metavar="ID")
@click.option("--calm", is_flag=True, help="Without a clock: time passes when you say so.")
def start(name: str, calm: bool) -> None:
    """Begin a shift here, as plain lines.

    One that is under way stays as it is, for `course shift continue`. Begin the same one again, and
    its folder is kept under another name.
    """
    from course.commands.opening import in_session

    async def begin(session: Session) -> None:
        from course.learner.shifts import Shifts

        shifts = Shifts(session)
        run, desk = await shifts.start(name, calm)
        async with desk:
            await _attend(shifts, run, desk)

    in_session(begin, reading=False)


@shift.command()
def status() -> None:
    """Say where the shift under way stands."""
    from course.commands.opening import open_session
    from course.learner.shifts import Shifts
    from course.shift.history import minute_of
    from course.shift.scenario import read

    with open_session(reading=True) as session:
        shifts = Shifts(session)
        if not shifts.unfinished():
            echo("No shift is under way. `course shift list` says what there is.")
        for run in shifts.unfinished():
            last = minute_of(shifts.events(run))
            time = read(session.locations, run.scenario).clock(last)
            echo(f"{run.title}, begun on {run.day}: {time} of the day.")
            echo(f"Its folder: {shifts.folder(run.scenario)}")
            echo(f"`course shift continue {run.scenario}` goes on with it.")


@shift.command()
def report() -> None:
    """Say what your shifts have shown, each with its evidence."""
    from course.commands.opening import open_session
    from course.learner.shifts import Shifts
    from course.plain.shift import say_outcomes
    from course.plain.talk import Talk

    with open_session(reading=True) as session:
        shifts = Shifts(session)
        if not shifts.outcomes():
            echo("No shift is over yet.")
        say_outcomes(Talk(), shifts)


async def _go_on(session: Session, name: str = "") -> None:
    from course.learner.shifts import Shifts

    shifts = Shifts(session)
    run = next((it for it in shifts.unfinished() if name in ("", it.scenario)), None)
    if run is None:
        raise WrongUse(
            f"No shift{f' {name}' if name else ''} is under way. `course shift list` says what "
            "there is, and `course shift start ID` begins one."
        )
    async with await shifts.resume(run) as desk:
        await _attend(shifts, run, desk)


async def _attend(shifts: Shifts, run: ShiftRun, desk: ShiftDesk) -> None:
    from course.plain.shift import work
    from course.plain.talk import Left, Talk

    talk = Talk()
    with talk.listening(), suppress(Left):
        await work(talk, shifts, run, desk)
