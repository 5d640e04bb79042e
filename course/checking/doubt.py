"""Why tests that all passed are no pass: what they compared, or what runs, is not what it seems."""

from __future__ import annotations

from typing import NamedTuple

from course.checking.conversation import Conversation
from course.text import cut
from course.worker.protocol import (
    ChangedValue,
    DefinesEquality,
    HiddenCode,
    Lying,
    Peeked,
    Tampered,
)

_MOST_NAMES = 20


class Doubt(NamedTuple):
    """A reason by its name among the causes, and in words for a learner."""

    name: str
    words: str


def why_doubted(talk: Conversation) -> Doubt | None:
    """The first reason that was met; None is best."""
    return _lying_equality(talk) or _changed(talk) or _peeking(talk) or _hiding(talk)


def what_was_changed(talk: Conversation) -> str:
    """What of the tests' machinery is not what it was, in brackets; an empty text is best."""
    event = talk.last(Tampered)
    return f" (`{cut(event.id, 200)}`)" if event is not None else ""


def _lying_equality(talk: Conversation) -> Doubt | None:
    if (lying := talk.last(Lying)) is not None:
        return Doubt(
            "own_equality",
            f"The tests compared a value that answers for itself (`{cut(lying.what, 100)}`), "
            "and this exercise is not about that. So their result says nothing here. Return a "
            "plain value: a number, a string, a list, or an object of the class that the brief "
            "asks for.",
        )
    if (event := talk.last(DefinesEquality)) is not None:
        names = ", ".join(f"`{cut(name, 100)}`" for name in event.names[:_MOST_NAMES])
        return Doubt(
            "own_equality",
            f"{names} says that it is equal to everything (look at its `__eq__`). The tests "
            "compare values, so their result says nothing here. Two objects should be equal only "
            "where what they hold is equal.",
        )
    return None


def _changed(talk: Conversation) -> Doubt | None:
    event = talk.last(ChangedValue)
    if event is None:
        return None
    return Doubt(
        "changed_expected",
        f"The tests compare with `{cut(event.name, 100)}`, which is theirs, and your code has "
        "changed what is in it. So their result says nothing here. Leave what the function is "
        "called with as it is, and return something new.",
    )


def _peeking(talk: Conversation) -> Doubt | None:
    event = talk.last(Peeked)
    if event is None:
        return None
    return Doubt(
        "looks_into_run",
        f"This file looks into how Python runs it (`{cut(event.what, 100)}`), and this "
        "exercise is not about that. A solution needs only what it is called with.",
    )


def _hiding(talk: Conversation) -> Doubt | None:
    event = talk.last(HiddenCode)
    if event is None:
        return None
    return Doubt(
        "hidden_code",
        f"This file runs code that is not written out in it (`{cut(event.what, 100)}`). The limits "
        "of this exercise are measured on the code that is there to be read.",
    )
