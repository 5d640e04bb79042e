"""What a submission must use and must not, and what stays as it was given."""

from __future__ import annotations

import msgspec
import pytest
from syrupy.assertion import SnapshotAssertion

from course.catalogue.constructs import SYNTAX
from course.checking.rules import broken_rules, changed_parts, in_words
from course.model import Diagnosis, Rules
from tests.checking.door import exercise_named

CLAMP = exercise_named("clamp")


def broken(source: str, starter: str = "", **rules: tuple[str, ...]) -> tuple[Diagnosis, ...]:
    fields = msgspec.structs.replace(CLAMP.source, rules=Rules(**rules), practises=())
    return broken_rules(msgspec.structs.replace(CLAMP, source=fields, starter=starter), source)


def test_what_must_be_used_is_missed_and_what_must_not_is_found_with_its_line() -> None:
    source = "def f(items):\n    return sorted(items)\n"
    avoided, wanted = broken(source, must_use=("for_loop", "return"), must_avoid=("call:sorted",))
    assert (avoided.kind, avoided.name, avoided.line) == ("rule", "call:sorted", 2)
    assert avoided.text == (
        "This exercise is about `for` loops; line 2 calls `sorted`. Find a way without it."
    )
    assert (wanted.name, wanted.line) == ("for_loop", None)
    assert wanted.text == (
        "This exercise is about `for` loops; it asks for a `for` loop, and there is none in "
        "your code."
    )


def test_what_is_avoided_is_told_as_what_it_is() -> None:
    source = "import os\nclass A:\n    pass\na = []\na.append(1)\n"
    told = broken(source, must_avoid=("import:os", "class", "method:append", "call:print"))
    assert [it.line for it in told] == [1, 2, 5]
    assert "line 1 imports `os`." in told[0].text
    assert "line 2 uses a class." in told[1].text
    assert "line 5 calls `.append`." in told[2].text
    assert told[0].text.startswith("This exercise has a rule:")


@pytest.mark.parametrize("source", ["def (", "\0", "x = 1"])
def test_nothing_is_said_of_code_that_keeps_them_or_cannot_be_read(source: str) -> None:
    assert broken(source, must_avoid=("class",)) == ()
    assert broken("class A: ...") == ()


STARTER = "LIMIT = 3\n\n\ndef given(n):\n    return n\n\n\nclass Box:\n    size = 1\n"


@pytest.mark.parametrize(
    ("more", "changed"),
    [
        ("", {}),
        ("print(LIMIT, given(1), Box.size)\n", {}),
        ("import given.more\n", {"given": 10}),
        ("def mine():\n    LIMIT = 4\n    given = 1\n", {}),
        ("LIMIT = 4\n", {"LIMIT": 10}),
        ("LIMIT += 1\n", {"LIMIT": 10}),
        ("del given\n", {"given": 10}),
        ("Box.size = 2\n", {"Box": 10}),
        ("Box.items[0] = 2\n", {"Box": 10}),
        ("def mine():\n    Box.size = 2\n", {"Box": 10}),
        ("def mine():\n    global LIMIT\n    LIMIT = 4\n", {"LIMIT": 10}),
        ("import a.b as given\n", {"given": 10}),
        ("from a import LIMIT\n", {"LIMIT": 10}),
        ("if True:\n    def given(n): ...\n", {"given": 10}),
    ],
)
def test_whatever_changes_a_given_part_is_found(more: str, changed: dict[str, int]) -> None:
    assert changed_parts(STARTER, STARTER + more, ("LIMIT", "given", "Box")) == changed


def test_a_given_part_that_is_gone_or_written_otherwise_is_changed() -> None:
    without = STARTER.replace("def given(n):\n    return n\n", "")
    assert changed_parts(STARTER, without, ("given",)) == {"given": None}
    other = STARTER.replace("return n", "return n + 1")
    assert changed_parts(STARTER, other, ("given",)) == {"given": 4}
    [told] = broken(without, STARTER, locked=("given",))
    assert (told.kind, told.name, told.line) == ("rule", "locked:given", None)
    assert told.text == (
        "`given` is given with this exercise and stays as it is. Put it back as the starter has "
        "it, and change the other parts."
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("for_loop", "a `for` loop"),
        ("new_thing", "`new thing`"),
        ("call:sorted", "`sorted`"),
        ("method:append", "`.append`"),
        ("attr:size", "`.size`"),
        ("import:re", "the module `re`"),
        ("decorator:cache", "the decorator `@cache`"),
        ("raises:KeyError", "`raise KeyError`"),
        ("catches:KeyError", "`except KeyError`"),
        ("op:%", "the operator `%`"),
        ("literal:list", "a list written out"),
        ("other:x", "`other:x`"),
    ],
)
def test_a_construct_in_words(name: str, words: str) -> None:
    assert in_words(name) == words


def test_every_construct_and_topic_in_words(snapshot: SnapshotAssertion) -> None:
    assert {name: in_words(name) for name in sorted(SYNTAX)} == snapshot
    topics = {}
    for name in sorted(SYNTAX):
        told = broken("x\n", must_use=(name,))
        topics[name] = told[0].text.partition(" it asks")[0] if told else ""
    assert topics == snapshot
