"""`course review`: the cards that are due, asked in plain text on a terminal or through a pipe."""

from __future__ import annotations

import asyncio
import sys
import time
from typing import TYPE_CHECKING, Any

import rich_click as click

from course.commands.asking import ask
from course.commands.output import show_markdown
from course.plural import counted
from course.signs import RIGHT, WRONG
from course.terminal import echo, echo_json

if TYPE_CHECKING:
    from course.learner.review import ReviewItem
    from course.learner.session import Session

LATER, STOP, DONE = "later", "stop", "done"
_COMMANDS = {LATER: "leave it out", STOP: "end"}


@click.command("review")
@click.option(
    "--json", "as_json", is_flag=True, help="What is due as one JSON object; asks nothing."
)
def review(as_json: bool) -> None:
    """Review what is due today: ten minutes at most, the same cards as in the app.

    One line answers each question; the first answer counts. `later` leaves a question out, `stop`
    or the end of the input ends the review, and what was not asked stays due.
    """
    from course.commands.opening import open_session

    with open_session() as session:
        due = session.due()
        if as_json:
            echo_json({"due": [_as_json(item) for item in due]})
            return
        if not due:
            echo("Nothing is due today.")
            return
        asyncio.run(_review(session, due))


def _as_json(item: ReviewItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "card": item.card,
        "about": item.about,
        "kind": "exercise" if item.exercise else "question",
        "lesson": item.lesson,
        "step": item.step,
        "exercise": item.exercise,
        "minutes": item.minutes,
    }


async def _review(session: Session, due: tuple[ReviewItem, ...]) -> None:
    """Ask one after the other, then say how it went."""
    minutes = sum(item.minutes for item in due)
    echo(f"{counted(len(due), 'card is', 'cards are')} due, about {counted(minutes, 'minute')}.")
    results: list[tuple[str, bool]] = []
    try:
        for number, item in enumerate(due, 1):
            echo(f"\n{number} of {len(due)}  {item.about}\n")
            began = time.monotonic()
            ask_for = _exercise if item.exercise else _question
            result = await ask_for(session, item)
            if result == STOP:
                break
            if isinstance(result, bool):
                session.reviewed(item, result, seconds=time.monotonic() - began)
                results.append((item.about, result))
        _tell(results)
    finally:
        await session.aclose()


async def _question(session: Session, item: ReviewItem) -> bool | str:
    """Ask a question; whether the answer was right, or what the learner said in its place."""
    lesson, position = str(item.lesson), int(item.step or 0)
    opened = session.catalogue.lesson(lesson)
    seed, question = f"{item.id}/{session.today()}", opened.steps[position].content
    answer = ask(question, seed, _COMMANDS, files=opened.files)
    if answer is None or answer in (STOP, LATER):
        return answer or STOP
    marked = await session.answer(lesson, position, answer)
    echo(f"{RIGHT} Right" if marked.correct else f"{WRONG} Not this time")
    if not marked.correct:
        echo("The answer:")
        for line in marked.expected.splitlines():
            echo(f"    {line}")
    for words in filter(None, (marked.told, marked.because)):
        echo()
        show_markdown(words)
    return marked.correct


async def _exercise(session: Session, item: ReviewItem) -> bool | str:
    """Have an exercise solved elsewhere; whether the first check from here on passed."""
    exercise = session.catalogue.exercise(str(item.exercise))
    before = len(session.attempts(exercise.id))
    echo(f"Exercise: {exercise.title}\n")
    show_markdown(exercise.source.brief)
    echo(f"\nYour file is {session.file(exercise)}")
    echo(f"Check it with `course check {exercise.id}`, in another terminal or in the app.")
    while True:
        echo(f"Type {DONE} when it passes ({LATER} = leave it out, {STOP} = end)")
        given = sys.stdin.readline()
        if not given or given.strip() in (LATER, STOP):
            return given.strip() or STOP
        attempts = session.attempts(exercise.id)[before:]
        if any(attempt.verdict == "passed" for attempt in attempts):
            return attempts[0].verdict == "passed"
        echo("It has not passed yet.")


def _tell(results: list[tuple[str, bool]]) -> None:
    """How it went, and what will be asked again soon."""
    if not results:
        echo("\nNothing was answered. What is due stays due.")
        return
    known = sum(is_right for _, is_right in results)
    echo(f"\n{known} of {counted(len(results), 'card')} went well the first time.")
    missed = dict.fromkeys(about for about, is_right in results if not is_right)
    if missed:
        echo(f"You will be asked again soon about {', '.join(missed)}.")
