"""`course exam`: 45 minutes, no hints, a result with its uncertainty."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import rich_click as click

from course.terminal import echo, echo_json

if TYPE_CHECKING:
    from course.learner.session import Session


@click.command("exam")
@click.option("--plain", is_flag=True, help="Ask here in plain text, not in the app.")
@click.option("--json", "as_json", is_flag=True, help="Every result so far as one JSON object.")
@click.pass_context
def exam(ctx: click.RichContext, plain: bool, as_json: bool) -> None:
    """Take an exam on what you have reached: 45 minutes, no hints, new questions and exercises.

    On a terminal this opens the app. Through a pipe, or with --plain, one line answers each
    question. Leaving stops the clock; `course exam` goes on where you left.
    """
    from course.commands.opening import in_session, open_session

    if as_json:
        from course.learner.exam import results

        with open_session(reading=True) as session:
            echo_json({"exams": results(session)})
        return
    if not plain and sys.stdin.isatty() and sys.stdout.isatty():
        ctx.obj("exam")
        return
    in_session(_hold, reading=False)


async def _hold(session: Session) -> None:
    from course.plain.desk import Desk
    from course.plain.exam import hold_exam
    from course.plain.talk import Left, Talk

    talk = Talk()
    with talk.listening(), suppress(Left):
        await hold_exam(Desk(session, talk))
        return
    echo("\nLeft. The clock stands; `course exam` goes on.")
