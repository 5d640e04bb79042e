"""`course assess`: the placement as plain questions on the terminal or through a pipe."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import rich_click as click

from course.terminal import echo, echo_json

if TYPE_CHECKING:
    from course.learner.session import Session


@click.command("assess")
@click.option("--plain", is_flag=True, help="Ask here in plain text, not in the app.")
@click.option("--json", "as_json", is_flag=True, help="What was found as one JSON object.")
@click.pass_context
def assess(ctx: click.RichContext, plain: bool, as_json: bool) -> None:
    """Find out which modules you can skip: 15 to 50 questions.

    On a terminal this opens the app. Through a pipe, or with --plain, one line answers each
    question: `?` is "I do not know", `stop` or the end of the input ends it.
    """
    if not plain and not as_json and sys.stdin.isatty() and sys.stdout.isatty():
        ctx.obj("assess")
        return
    from course.commands.opening import in_session

    async def ask(session: Session) -> None:
        await _ask(session, as_json)

    in_session(ask, reading=False)


async def _ask(session: Session, as_json: bool) -> None:
    """Ask; questions go to standard error where the result is for a program."""
    from course.learner.placing import Placing
    from course.plain.desk import Desk
    from course.plain.placement import ask_all, tell
    from course.plain.talk import Left, Talk

    talk = Talk(err=as_json)
    desk, placing = Desk(session, talk), Placing.open(session)
    with talk.listening(), suppress(Left):
        await ask_all(desk, placing)
    if not placing.answered and placing.current is not None:
        echo("\nNothing was answered; nothing has changed.", err=as_json)
        if as_json:
            echo_json({"findings": []})
        return
    conclusion = placing.conclude()
    if as_json:
        echo_json(conclusion)
    else:
        tell(desk, conclusion)
