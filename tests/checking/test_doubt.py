"""Each reason to doubt a pass has words of its own, with what was found in them."""

from __future__ import annotations

import pytest

from course.checking.conversation import Conversation
from course.checking.doubt import what_was_changed, why_doubted
from course.worker.protocol import (
    ChangedValue,
    DefinesEquality,
    End,
    Event,
    HiddenCode,
    Lying,
    Peeked,
    Tampered,
)


def after(*events: Event) -> Conversation:
    """A conversation in which a worker said that."""
    talk = Conversation("nonce", ("first", "last"))
    talk.events += events
    return talk


@pytest.mark.parametrize(
    ("event", "name", "words"),
    [
        (Lying("Page.__eq__"), "own_equality", "a value that answers for itself (`Page.__eq__`)"),
        (
            DefinesEquality(("Page", "Row")),
            "own_equality",
            "`Page`, `Row` says that it is equal to everything",
        ),
        (ChangedValue("TEA"), "changed_expected", "compare with `TEA`, which is theirs"),
        (
            Peeked("sys._getframe"),
            "looks_into_run",
            "looks into how Python runs it (`sys._getframe`)",
        ),
        (HiddenCode("exec"), "hidden_code", "code that is not written out in it (`exec`)"),
    ],
)
def test_the_words_say_what_was_found(event: Event, name: str, words: str) -> None:
    doubt = why_doubted(after(event))
    assert doubt is not None
    assert doubt.name == name
    assert words in doubt.words
    assert what_was_changed(after(event)) == ""


def test_what_was_replaced_is_named() -> None:
    assert what_was_changed(after(Tampered("pytest.raises"))) == " (`pytest.raises`)"


def test_what_was_compared_comes_first() -> None:
    assert "`Page.__eq__`" in str(why_doubted(after(HiddenCode("exec"), Lying("Page.__eq__"))))


def test_a_plain_pass_is_not_doubted() -> None:
    assert why_doubted(after(End())) is None
