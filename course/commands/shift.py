"""`course shift`: a simulated working day at a real service."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import rich_click as click

from course.errors import WrongUse
from course.terminal import echo

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.learner.shift_outcomes import Run
    from course.learner.shifts import Shifts
    from course.shift.desk import Desk


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


@shift.command("list")
def list_shifts() -> None:
    """Say what shifts there are."""
    from course import locations
    from course.shift.scenario import read, scenarios

    where = locations.find()
    for name in scenarios(where):
        found = read(where, name)
        echo(f"{name}: {found.source.title}, about {found.real_minutes} minutes")
        echo(f"    {found.source.summary}")


@shift.command()
@click.argument("name", metavar="ID")
@click.option("--calm", is_flag=True, help="Without a clock: time passes when you say so.")
def start(name: str, calm: bool) -> None:
    """Begin a shift here, as plain lines. One that is under way is left as it is."""
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

    with open_session(reading=True) as session:
        run = Shifts(session).under_way()
        if run is None:
            echo("No shift is under way. `course shift list` says what there is.")
            return
        last = max((event.at for event in Shifts(session).events(run)), default=0)
        from course.shift.scenario import read

        found = read(session.locations, run.scenario)
        echo(f"{run.title}, begun on {run.day}: {found.clock(last)} of the day.")
        echo(f"Its folder: {Shifts(session).folder(run.scenario)}")
        echo("`course shift` goes on with it.")


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


async def _go_on(session: Session) -> None:
    from course.learner.shifts import Shifts

    shifts = Shifts(session)
    run = shifts.under_way()
    if run is None:
        raise WrongUse(
            "No shift is under way. `course shift list` says what there is, and "
            "`course shift start ID` begins one."
        )
    async with await shifts.resume(run) as desk:
        await _attend(shifts, run, desk)


async def _attend(shifts: Shifts, run: Run, desk: Desk) -> None:
    from course.plain.shift import work
    from course.plain.talk import Left, Talk

    talk = Talk()
    with talk.listening(), suppress(Left):
        await work(talk, shifts, run, desk)
