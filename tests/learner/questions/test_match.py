"""Pairs to be joined: shown, read from a line, marked pair by pair, proved by the gate."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from course.learner.questions.kind import Marked
from course.learner.questions.match import LETTERS, MatchKind, rights_shown
from course.model import Match, ProgramReport, Verdict

PAIRS: dict[str, str | int | float | bool | None] = {
    "`d.get(k)`": "None where the key is missing",
    "`d[k]`": "a KeyError where it is missing",
    "`k in d`": "False where it is missing",
    "`len(d)`": 3,
}
QUESTION = Match(question="What does each give?", pairs=PAIRS, because="Only `[]` insists.")
KIND = MatchKind()


async def nothing_runs(*_: object, **__: object) -> ProgramReport:
    return ProgramReport(verdict=Verdict.CRASHED)


def mark(*answer: int) -> Marked:
    return asyncio.run(KIND.mark(QUESTION, answer, nothing_runs))


def faults(pairs: dict[str, Any]) -> list[str]:
    question = Match(question="q", pairs=pairs, because="b")
    return [
        f"{' '.join(map(str, it.part))}: {it.text}"
        for it in asyncio.run(KIND.faults(question, nothing_runs))
    ]


def letters(answer: tuple[int, ...], seed: str) -> str:
    """An answer as it is typed: the letter of each number."""
    order = rights_shown(QUESTION, seed)
    return "".join(LETTERS[order.index(at)] for at in answer)


def test_both_sides_are_shown_and_the_example_is_never_the_answer() -> None:
    for seed in map(str, range(40)):
        lines, how = KIND.shown(QUESTION, seed)
        assert lines[0] == "What does each give?"
        assert "  1  `d.get(k)`" in lines
        assert sum(line.strip().endswith("is missing") for line in lines) == 3
        assert any(line.split() == [letters((3,), seed), "3"] for line in lines)
        example = how.rpartition("like ")[2]
        answer = KIND.read(QUESTION, example, seed)
        assert isinstance(answer, tuple)
        assert answer != (0, 1, 2, 3)


@pytest.mark.parametrize("wanted", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 0, 3, 2)])
def test_pairs_are_typed_in_many_ways(wanted: tuple[int, ...]) -> None:
    a, b, c, d = letters(wanted, "seed")
    for line in (
        f"1{a} 2{b} 3{c} 4{d}",
        f"4{d},2{b}, 1{a} 3{c}",
        f"1 {a}  2 {b}  3 {c}  4 {d}",
        f"1-{a} 2-{b} 3-{c} 4={d}",
        f"1{a}2{b}3{c}4{d}".upper(),
        f"{a}{b}{c}{d}",
        f"{a} {b}, {c} {d}",
    ):
        assert KIND.read(QUESTION, line, "seed") == wanted, line


@pytest.mark.parametrize(
    "line",
    ["", "1a", "1a 2b 3c", "1a 2b 3c 4c", "1a 1b 3c 4d", "1a 2b 3c 4e", "1a 2b 3c 5d", "a b c",
     "a a b c", "1a 2b 3c 4d 4d", "1a 2b 3c 4d and", "1 2 3 4", "abcde", "none"],
)  # fmt: skip
def test_a_line_that_leaves_a_text_alone_is_no_answer(line: str) -> None:
    assert KIND.read(QUESTION, line, "seed") is None


def test_only_all_pairs_are_right_and_a_wrong_answer_says_which_are() -> None:
    assert mark(0, 1, 2, 3).correct
    wrong = mark(0, 2, 1, 3)
    assert not wrong.correct
    assert wrong.told == "Right: pairs 1 and 4. Not yet: pairs 2 and 3."
    assert wrong.parts == (True, False, False, True)
    assert "KeyError" not in wrong.told
    assert mark(1, 2, 3, 0).told == "Not yet: pairs 1, 2, 3 and 4."
    assert mark(0, 1, 2, 3).parts == (True,) * 4
    assert "`len(d)` → 3" in wrong.expected


@pytest.mark.parametrize("answer", [(), (0, 1), (0, 1, 2, 3, 0), (0, 1, 2, 4), (0, 1, 2, -1)])
def test_an_answer_of_another_shape_is_wrong_and_breaks_nothing(answer: tuple[int, ...]) -> None:
    marked = mark(*answer)
    assert not marked.correct
    assert marked.told == "Join each of them first."


def test_texts_that_are_the_same_may_be_exchanged() -> None:
    question = Match(question="q", pairs={"a": "x", "b": "x", "c": "y"}, because="b")
    assert asyncio.run(KIND.mark(question, (1, 0, 2), nothing_runs)).correct


def test_the_gate_wants_texts_that_differ_and_fit() -> None:
    assert faults(PAIRS) == []
    assert faults({"`a`": "`True`", "`b`": "`true`", "`c`": "`TRUE`"}) == []
    alike: list[dict[str, Any]] = [
        {"a": "one", "b": "one", "c": "two"},
        {"a": "One thing", "b": "one  thing.", "c": "two"},
        {"a": "`None`", "b": None, "c": "two"},
        {"`a`": "x", "a": "y", "c": "z"},
        {"a": "b", "b": "c2", "c": "d"},
    ]
    for pairs in alike:
        assert ["are alike" in text for text in faults(pairs)] == [True], pairs
    [long] = faults({"a": "y", "b": "x" * 61, "c": "z"})
    assert long.startswith("pairs b: 'xxx")
    assert long.endswith("' has 61 characters; at most 60 fit in its column: shorten it")
    assert faults({"a": "x" * 60, "b": "y", "c": "z"}) == []
    assert faults({"a": " ", "b": "y", "c": "z"}) == ["pairs a: a text is empty; write it"]


def test_a_placement_knows_how_often_it_is_guessed() -> None:
    guess, slip = KIND.chances(QUESTION)
    assert guess == pytest.approx(1 / 24)
    assert 0 < slip < 1


def test_what_is_shown_in_full() -> None:
    lines, how = KIND.shown(QUESTION, "seed")
    rights = [QUESTION.rights[at] for at in rights_shown(QUESTION, "seed")]
    assert lines == [
        "What does each give?",
        "",
        "  1  `d.get(k)`",
        "  2  `d[k]`",
        "  3  `k in d`",
        "  4  `len(d)`",
        "",
        *(f"  {letter}  {text}" for letter, text in zip("abcd", rights, strict=True)),
        "",
    ]
    assert how == "Type each number with its letter, like 1a 2b 3c 4d"


def test_the_right_answer_tells_every_pair_and_nothing_more() -> None:
    expected = (
        "`d.get(k)` → None where the key is missing\n"
        "`d[k]` → a KeyError where it is missing\n"
        "`k in d` → False where it is missing\n"
        "`len(d)` → 3"
    )
    answer = asyncio.run(KIND.right_answer(QUESTION, nothing_runs))
    assert answer == Marked(False, "Only `[]` insists.", expected)
    right = mark(0, 1, 2, 3)
    assert right == Marked(True, "Only `[]` insists.", expected, parts=(True,) * 4)
    assert KIND.verdict(QUESTION, (), right) == "Right"
    assert KIND.verdict(QUESTION, (), answer) == "Not all of them yet. Try again."
    assert KIND.keeps_reason


def test_the_author_is_told_which_texts_are_alike() -> None:
    assert faults({"a": "One thing", "b": "one  thing.", "c": "two"}) == [
        "pairs b: 'one  thing.' and 'One thing' are alike; make each text differ from all the "
        "others"
    ]


def test_what_a_learner_reads_of_it() -> None:
    assert (KIND.heading, KIND.the_answer, KIND.shows) == (
        *("Join what belongs together", "The answer:"),
        "",
    )
    assert (KIND.runs, KIND.keeps_reason) == (False, True)
