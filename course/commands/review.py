"""`course review`: the cards that are due, asked in plain text on a terminal or through a pipe."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import rich_click as click

from course.terminal import echo, echo_json

if TYPE_CHECKING:
    from course.learner.review import ReviewItem
    from course.learner.session import Session


@click.command("review")
@click.option(
    "--json", "as_json", is_flag=True, help="What is due as one JSON object; asks nothing."
)
def review(as_json: bool) -> None:
    """Review what is due today: ten minutes at most, the same cards as in the app.

    One line answers each question; the first answer counts. `later` leaves a question out,
    `stop` or the end of the input ends the review, and what was not asked stays due.
    """
    from course.commands.opening import in_session, open_session

    if as_json:
        with open_session() as session:
            echo_json({"due": [_as_json(item) for item in session.due()]})
        return
    in_session(_review, reading=False)


def _as_json(item: ReviewItem) -> dict[str, Any]:
    from course.learner.own_bug import is_own_bug

    return {
        "id": item.id,
        "card": item.card,
        "about": item.about,
        "kind": "exercise" if item.exercise else "question",
        "own_bug": is_own_bug(item),
        "lesson": item.lesson,
        "step": item.step,
        "variant": item.variant,
        "exercise": item.exercise,
        "minutes": item.minutes,
    }


async def _review(session: Session) -> None:
    """The same review as in the plain course."""
    from course.plain.desk import Desk
    from course.plain.review import ReviewPlace
    from course.plain.talk import Left, Talk

    due = session.due()
    if not due:
        echo("Nothing is due today.")
        return
    talk = Talk()
    with talk.listening(), suppress(Left):
        await ReviewPlace(Desk(session, talk), due).hold()
