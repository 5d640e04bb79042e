"""`course assess`: the placement as plain questions on the terminal or through a pipe."""

from __future__ import annotations

import asyncio
import random
import sys
from typing import TYPE_CHECKING, Any

import rich_click as click

from course.commands.output import echo_json, show_markdown

if TYPE_CHECKING:
    from course.learner.placing import Conclusion, Placing
    from course.learner.session import Session
    from course.model import Question

UNKNOWN, STOP = "?", "stop"
GAP = "___"


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
        found = asyncio.run(_ask_all(session, err=as_json))
        if as_json:
            echo_json(found)
        else:
            _tell(session, found)


async def _ask_all(session: Session, err: bool) -> Conclusion:
    """Ask until it is over; questions go to standard error where the result is for a program."""
    from course.learner.placing import Placing

    placing = Placing.open(session)
    session.checker.warm(())
    try:
        while placing.current is not None:
            number = placing.answered + 1
            click.echo(f"\nQuestion {number} (15 to 25 in all)\n", err=err)
            answer = _answer(placing, err)
            if answer == STOP:
                break
            if answer == UNKNOWN:
                placing.unknown()
                continue
            marked = await placing.answer(answer)
            click.echo("✓ Right" if marked.correct else "✗ Not this time", err=err)
            if not marked.correct and marked.because and not err:
                show_markdown(marked.because)
        return placing.conclude()
    finally:
        await session.aclose()


def _answer(placing: Placing, err: bool) -> Any:
    """Show the waiting question and read its answer; asks again after a line that is none."""
    question = placing.question
    lines, how = _shown(question, seed=f"{placing.round}/{placing.answered}")
    for line in lines:
        click.echo(line, err=err)
    while True:
        click.echo(f"{how} (? = I do not know, stop = end)", err=err)
        given = sys.stdin.readline()
        if not given or given.strip() == STOP:
            return STOP
        if given.strip() == UNKNOWN:
            return UNKNOWN
        answer = _read(question, given.rstrip("\r\n"), seed=f"{placing.round}/{placing.answered}")
        if answer is not None:
            return answer


def _shown(question: Question, seed: str) -> tuple[list[str], str]:
    """The lines of a question and how it is answered."""
    from course.model import Blank, Order, Predict, Spot

    asked = getattr(question, "question", None)
    code = str(getattr(question, "code", "")).rstrip("\n").split("\n")
    indented = [f"    {line}" for line in code]
    match question:
        case Predict():
            lines = [asked or "What does this print?", "", *indented, ""]
            if not question.choices:
                return lines, r"Type what it prints; \n begins another line"
            return lines + _numbered(map(str, question.choices)), "Type the number of the answer"
        case Blank():
            gaps = question.code.count(GAP)
            how = "Type what belongs into the gap"
            if gaps > 1:
                how = f"Type what belongs into the {gaps} gaps, with | between"
            return [asked or "Fill in the blanks.", "", *indented, ""], how
        case Spot():
            lines = [asked or "Which line is wrong?", "", *_numbered(code), ""]
            return lines, "Type the number of the line"
        case Order():
            lines = [question.goal, "", *_numbered(_pool(question, seed)), ""]
            return lines, "Type the numbers of the lines in order (not all may be needed)"
        case _:
            return [], "Type the answer"


def _read(question: Question, given: str, seed: str) -> Any:
    """The answer as the session takes it, or None where the line cannot be one."""
    from course.model import Blank, Order, Predict, Spot

    words = given.replace(",", " ").split()
    numbers = [int(word) for word in words if word.isdecimal()]
    match question:
        case Predict() if not question.choices:
            return given.replace("\\n", "\n") if given.strip() else None
        case Predict():
            if len(numbers) == 1 and 1 <= numbers[0] <= len(question.choices):
                return str(question.choices[numbers[0] - 1])
        case Blank():
            parts = given.split("|") if question.code.count(GAP) > 1 else [given]
            if given.strip() and len(parts) == question.code.count(GAP):
                return tuple(part.strip() for part in parts)
        case Spot():
            if len(numbers) == 1 and 1 <= numbers[0] <= len(question.code.splitlines()):
                return numbers[0]
        case Order():
            pool = _pool(question, seed)
            if (
                numbers
                and len(numbers) == len(words)
                and all(1 <= it <= len(pool) for it in numbers)
            ):
                return tuple(pool[number - 1] for number in numbers)
    return None


def _pool(question: Any, seed: str) -> list[str]:
    lines = [*question.lines.rstrip("\n").split("\n"), *question.distractors]
    random.Random(seed).shuffle(lines)  # noqa: S311 - an order to look at, no secret
    return lines


def _numbered(lines: Any) -> list[str]:
    return [f"{number:>3}  {line}" for number, line in enumerate(lines, 1)]


def _tell(session: Session, found: Conclusion) -> None:
    findings = {finding.module: finding for finding in found.findings}
    path = session.path()
    click.echo("\nWhat was found")
    for module in session.modules():
        finding = findings.get(module.id)
        if finding is None:
            kept = path is not None and module.id in path.keep
            words = "kept whole" if kept else "not asked about"
        else:
            verdict = "skip" if finding.skipped else "learn"
            right = f"{finding.right} of {finding.asked} right" if finding.asked else "not asked"
            words = f"{verdict:6} {right}"
        click.echo(f"  {module.title:36} {words}")
    click.echo("`course next` says where you go on; the review asks again about what is skipped.")
