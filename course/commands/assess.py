"""`course assess`: the placement as plain questions on the terminal or through a pipe."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any

import rich_click as click

from course.commands.asking import ask
from course.commands.output import show_markdown
from course.signs import RIGHT, WRONG
from course.terminal import echo, echo_json

if TYPE_CHECKING:
    from course.learner.placement_outcome import Conclusion
    from course.learner.placing import Placing
    from course.learner.session import Session

UNKNOWN, STOP = "?", "stop"
_COMMANDS = {UNKNOWN: "I do not know", STOP: "end"}


@click.command("assess")
@click.option("--plain", is_flag=True, help="Ask here in plain text, not in the app.")
@click.option("--json", "as_json", is_flag=True, help="What was found as one JSON object.")
@click.pass_context
def assess(ctx: click.RichContext, plain: bool, as_json: bool) -> None:
    """Find out which modules you can skip: 15 to 25 questions.

    On a terminal this opens the app. Through a pipe, or with --plain, one line answers each
    question: `?` is "I do not know", `stop` or the end of the input ends it.
    """
    if not plain and not as_json and sys.stdin.isatty() and sys.stdout.isatty():
        ctx.obj("assess")
        return
    from course.commands.opening import open_session

    with open_session() as session:
        conclusion = asyncio.run(_ask_all(session, err=as_json))
        if conclusion is None:
            echo("\nNothing was answered; nothing has changed.", err=as_json)
        if as_json:
            echo_json(conclusion or {"findings": []})
        elif conclusion is not None:
            _tell(session, conclusion)


async def _ask_all(session: Session, err: bool) -> Conclusion | None:
    """Ask until it is over; questions go to standard error where the result is for a program.

    None where it ended before the first answer: what an earlier placement found still holds.
    """
    from course.learner.placing import Placing

    placing = Placing.open(session)
    session.checker.warm(())
    try:
        while placing.current is not None:
            number = placing.answered + 1
            echo(f"\nQuestion {number} (15 to 25 in all)\n", err=err)
            answer = _answer(placing, err)
            if answer == STOP:
                break
            if answer == UNKNOWN:
                placing.unknown()
                continue
            marked = await placing.answer(answer)
            echo(f"{RIGHT} Right" if marked.correct else f"{WRONG} Not this time", err=err)
            if not marked.correct and not err:
                for words in filter(None, (marked.told, marked.because)):
                    show_markdown(words)
        return placing.conclude() if placing.answered or placing.current is None else None
    finally:
        await session.aclose()


def _answer(placing: Placing, err: bool) -> Any:
    """Show the waiting question and read its answer."""
    seed, files = f"{placing.round}/{placing.answered}", placing.lesson.files
    given = ask(placing.question, seed, _COMMANDS, err, files)
    return STOP if given is None else given


def _tell(session: Session, conclusion: Conclusion) -> None:
    findings = {finding.module: finding for finding in conclusion.findings}
    path = session.path()
    echo("\nWhat was found")
    for module in session.modules():
        finding = findings.get(module.id)
        if finding is None:
            kept = path is not None and module.id in path.keep
            words = "kept whole" if kept else "not asked about"
        else:
            verdict = "skip" if finding.skipped else "learn"
            right = f"{finding.right} of {finding.asked} right" if finding.asked else "not asked"
            words = f"{verdict:6} {right}"
        echo(f"  {module.title:36} {words}")
    echo("`course next` says where you go on; the review asks again about what is skipped.")
