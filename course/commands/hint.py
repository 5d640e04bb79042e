"""`course hint`: the ladder on the command line, one rung a call, up to a pass."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import rich_click as click

from course.commands.consent import ask
from course.commands.output import show_markdown, show_report
from course.commands.passed import tell_pass
from course.errors import WrongUse
from course.terminal import echo

if TYPE_CHECKING:
    from course.learner.ladder.puzzle import Puzzle, Wrong
    from course.learner.ladder.rungs import Ladder, Rung
    from course.learner.session import Session
    from course.model import CheckReport, Exercise


@click.command("hint")
@click.argument("ident", metavar="ID")
@click.option("--all", "again", is_flag=True, help="Show again what you have taken; nothing new.")
@click.option("--yes", "agreed", is_flag=True, help="Go on to the solution without being asked.")
@click.option(
    "--order",
    "answer",
    metavar="NUMBERS",
    help='Your order of the lines, such as "3 1:1 2:1"; the number after : is the indentation.',
)
@click.option(
    "--whole",
    is_flag=True,
    help="Put the solution in place and check it; your version is kept beside it.",
)
def hint(ident: str, again: bool, agreed: bool, answer: str | None, whole: bool) -> None:
    """Show the next hint of an exercise, and after the last one the way to its solution.

    First the place in your code, where a proven explanation names one; then the author's hints.
    After those you are asked: the solution's lines to be put in order, then its lines one by one.
    A pass after that counts as practised with help, and the exercise comes back in two days.
    """
    from course.commands.opening import in_session

    async def climb(session: Session) -> bool:
        exercise = session.catalogue.exercise(ident)
        ladder = session.ladder(exercise)
        if again:
            _tell_again(ladder)
            return True
        if answer is not None:
            return await _order(session, ladder, answer)
        if whole:
            return await _whole(session, ladder, agreed)
        return await _next(session, ladder, agreed)

    sys.exit(0 if in_session(climb, reading=True) else 1)


async def _next(session: Session, ladder: Ladder, agreed: bool) -> bool:
    """The next rung; True always, since a hint is no check."""
    rung = await _place(session, ladder) or ladder.take_hint()
    ident = ladder.exercise.id
    if rung is not None:
        _tell(rung)
        if rung.kind == "hint" and ladder.hints_taken == len(ladder.exercise.source.hints):
            echo(f"\nThat was the last hint. `course hint {ident}` leads on to the solution.")
        return True
    if not ladder.stage:
        if not _agrees(ladder, agreed):
            return True
        made = ladder.take_order()
        if made is not None:
            _tell_puzzle(ident, made)
            return True
    number = ladder.take_part()
    echo(f"The solution, {ladder.part_name(number)}")
    echo()
    echo(ladder.parts[number - 1].strip("\n"))
    last = number == len(ladder.parts)
    echo("\nThat is all of it." if last else f"\n`course hint {ident}` shows the next part.")
    echo(f"`course hint {ident} --whole` puts all of it in place and checks it.")
    return True


async def _place(session: Session, ladder: Ladder) -> Rung | None:
    """The place in the learner's code that an explanation names, where there is code of theirs."""
    exercise = ladder.exercise
    try:
        source = session.workspace.read(exercise)
    except FileNotFoundError:
        return None
    if source == exercise.starter or session.consent.lacks(exercise.source.needs):
        return None
    return ladder.take_place(source, await _explained(session, exercise, source))


async def _explained(session: Session, exercise: Exercise, source: str) -> CheckReport:
    report = await session.checker.check(exercise, source)
    return await session.explainer.explained(exercise, source, report)


def _agrees(ladder: Ladder, agreed: bool) -> bool:
    """Whether the learner wants to go on to the solution, and knows what it costs."""
    ident = ladder.exercise.id
    if agreed:
        return True
    echo(ladder.question())
    echo()
    if sys.stdin.isatty() and sys.stdout.isatty():
        return click.confirm("Go on to the solution?")
    echo(f"`course hint {ident} --yes` goes on.")
    return False


def _tell(rung: Rung) -> None:
    echo(rung.title)
    show_markdown(rung.text)
    if rung.see is not None:
        echo(f"\nTaught in {rung.see.words}: course show {rung.see.lesson}")


def _tell_again(ladder: Ladder) -> None:
    taken = ladder.taken()
    for rung in taken:
        _tell(rung)
        echo()
    if ladder.stage == "order" and (made := ladder.puzzle) is not None:
        _tell_puzzle(ladder.exercise.id, made)
    elif not taken:
        echo(f"No hint was taken yet. `course hint {ladder.exercise.id}` shows the first.")


# ---------------------------------------------------------------- the lines in order


def _tell_puzzle(ident: str, made: Puzzle) -> None:
    from course.learner.ladder.order_words import how_to_answer, numbered

    echo("The lines of the solution, mixed up:")
    echo()
    for line in numbered(made.pool):
        echo(line)
    echo()
    echo(how_to_answer(made))
    echo(f'    course hint {ident} --order "2 1:1 3"')
    echo(f"`course hint {ident}` shows the solution line by line instead.")


async def _order(session: Session, ladder: Ladder, answer: str) -> bool:
    from course.learner.ladder.order_words import about_order, placed
    from course.learner.ladder.puzzle import first_wrong

    exercise, made = ladder.exercise, ladder.puzzle
    ask(session.consent, exercise.source.needs, frozenset(), "course")
    if made is None:
        raise WrongUse(f"`{exercise.id}` has no lines to put in order.")
    if not ladder.stage:
        raise WrongUse(f"Take the lines first: course hint {exercise.id}")
    lines = placed(made, answer)

    async def passes(source: str) -> bool:
        return (await session.checker.check(exercise, source)).passed

    wrong: Wrong | None = await first_wrong(made, lines, passes)
    if wrong is not None:
        echo(about_order(wrong, lines))
        return False
    return await _put(session, ladder, made.program(lines))


async def _whole(session: Session, ladder: Ladder, agreed: bool) -> bool:
    left = len(ladder.exercise.source.hints) - ladder.hints_taken
    if left:
        raise WrongUse(
            f"There are hints that you have not seen ({left}). "
            f"Take them first: course hint {ladder.exercise.id}"
        )
    if not ladder.stage and not _agrees(ladder, agreed):
        return True
    return await _put(session, ladder, ladder.take_whole())


async def _put(session: Session, ladder: Ladder, code: str) -> bool:
    """Put code into the learner's file, and check it; it counts as practised with help."""
    exercise = ladder.exercise
    ask(session.consent, exercise.source.needs, frozenset(), "course")
    if exercise.start is not None:
        kept = ladder.carry_out(session.workspace)
        report = await session.submit(exercise)
    else:
        kept = ladder.keep_own(session.workspace, session.load(exercise), code)
        report = await session.submit(exercise, code)
    echo(f"It is in {session.workspace.place(exercise)} now.")
    if kept is not None:
        echo(f"Your own version is kept beside it as {kept.name}.")
    echo()
    show_report(report, exercise)
    if report.passed:
        await tell_pass(session, exercise)
    return report.passed
