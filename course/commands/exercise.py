"""`course reset` and `watch`: work on an exercise with your own editor."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import rich_click as click

from course.commands.output import show_report
from course.terminal import echo

if TYPE_CHECKING:
    from course.learner.session import Session


@click.command("reset")
@click.argument("ident", metavar="ID")
def reset(ident: str) -> None:
    """Put an exercise's starter back; your version is kept beside it."""
    from course.commands.opening import open_session

    with open_session() as session:
        exercise = session.catalogue.exercise(ident)
        kept = session.reset(exercise)
        echo(f"The starter is back in {session.file(exercise)}")
        if kept is not None:
            echo(f"Your version is kept in {kept}")


@click.command("watch")
@click.argument("ident", metavar="[ID]", required=False)
def watch(ident: str | None) -> None:
    """Check an exercise each time you save its file; ctrl+c ends it."""
    from course.commands.check import exercise_here
    from course.commands.opening import in_session

    async def follow(session: Session) -> None:
        exercise = session.catalogue.exercise(ident or exercise_here(session))
        source = session.load(exercise)
        echo(f"Watching {session.file(exercise)} (ctrl+c ends)\n")
        # Nothing is saved yet.
        show_report(await session.submit(exercise, counted=False), exercise)
        async for _ in session.changes(exercise, source):
            click.clear()
            show_report(await session.submit(exercise), exercise)

    with suppress(KeyboardInterrupt):
        in_session(follow, reading=True)
