"""Marking: right is what the program does, not what the author wrote."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from course.catalogue.beside import beside
from course.errors import CourseError
from course.learner import questions
from course.learner.questions import Marked
from course.learner.questions.table import KINDS
from course.learner.records import Answer
from course.learner.session import Session
from course.locations import Locations
from course.model import Step
from tests.checking.door import Door

LESSON = "basics/functions"
FILES = {
    "prices.py": "from tax import NET\nTEA = NET + 50\n",
    "tax.py": "NET = 400\n",
    "a.csv": "1",
}
PREDICT, CHOOSE, ORDER, BLANK, SPOT = 2, 3, 4, 5, 6


def _answers(session: Session, given: Iterable[tuple[int, Any]]) -> list[Marked]:
    async def run() -> list[Marked]:
        async with session:
            return [await session.answer(LESSON, step, answer) for step, answer in given]

    return asyncio.run(run())


def _mark(door: Door, step: dict[str, Any], *answers: Any) -> list[Marked]:
    async def run() -> list[Marked]:
        asked, tried = msgspec.convert(step, Step), partial(door.checker.run, timeout=1)
        return [await questions.mark(asked, answer, tried) for answer in answers]

    return door.run_async(run())


def test_every_kind_of_question_is_marked_and_kept(session: Session) -> None:
    area = "\n".join(["def two_mugs(price):", "    total = price * 2", "    return total"])
    wrong_order = tuple(reversed(area.splitlines()))
    marked = _answers(
        session,
        [
            (PREDICT, "HI"),
            (PREDICT, "None"),
            (CHOOSE, (1,)),
            (CHOOSE, (0,)),
            (ORDER, wrong_order),
            (ORDER, tuple(area.splitlines())),
            (BLANK, ("yield",)),
            (BLANK, ("return",)),
            (SPOT, 2),
            (SPOT, 3),
        ],
    )
    assert [it.correct for it in marked] == [False, True] * 5
    assert marked[0].because == "There is no `return`, so the call is worth `None`."
    assert marked[0].expected == marked[0].printed == "None"
    assert marked[2].because == "It shows the value to a person; the caller gets `None`."
    assert marked[2].expected == "`return total`"
    assert marked[4].program is not None
    assert marked[4].program.exception is not None
    assert marked[5].expected.strip() == area
    assert "return width * height" in marked[6].expected
    assert marked[8].expected == "line 3"
    rows = session.store.rows(Answer, lesson=LESSON)
    assert [row.correct for row in rows] == [False, True] * 5
    assert [row.answer for row in rows[:3]] == ["HI", "None", [1]]


def test_answered_tells_what_was_ever_right(small_course: Locations) -> None:
    session = Session.open(small_course)
    assert session.answered(LESSON) == {}
    _answers(session, [(SPOT, 3), (SPOT, 1), (CHOOSE, (1,))])
    session.store.close()
    session = Session.open(small_course)
    assert session.answered(LESSON) == {SPOT: True, CHOOSE: False}
    session.store.close()


def test_an_edited_lesson_keeps_the_answers_of_the_questions_that_stayed(
    own_course: Locations,
) -> None:
    session = Session.open(own_course)
    _answers(session, [(SPOT, 3), (CHOOSE, (0,))])
    file: Path = own_course.lessons / "01-basics" / "01-functions.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("steps:\n", "steps:\n  - text: One more step.\n", 1)
    text = text.replace("Which line gives the caller a value?", "Which line hands a value back?")
    file.write_text(text, encoding="utf-8")
    session = Session.open(own_course)
    session.catalogue.refresh()
    assert session.answered(LESSON) == {SPOT + 1: True}
    session.store.close()


def test_a_question_is_about_the_concepts_its_code_uses(session: Session) -> None:
    _answers(session, [(BLANK, ("return",)), (CHOOSE, (0,))])
    blank, choose = session.store.rows(Answer, lesson=LESSON)
    assert blank.concepts == ("function", "return", "arithmetic")
    assert choose.concepts == ("function", "return", "arithmetic")


def test_the_concepts_of_each_step(session: Session) -> None:
    lesson = session.catalogue.lesson(LESSON)
    about = [questions.concepts_in(it, lesson, session.catalogue.concepts) for it in lesson.steps]
    everything = ("function", "return", "arithmetic")
    assert about == [everything] * 2 + [("function",)] + [everything] * 5
    assert questions.concepts_in(lesson.steps[PREDICT], lesson, {}) == everything


def test_a_text_step_cannot_be_answered(session: Session) -> None:
    with pytest.raises(CourseError, match="nothing to answer"):
        _answers(session, [(0, "x")])
    with pytest.raises(CourseError, match="cannot be answered with"):
        _answers(session, [(SPOT, "three")])


@pytest.mark.parametrize(
    ("code", "right", "wrong"),
    [
        ("print(1 / 0)", ["an error", "An Error ", "ZeroDivisionError"], ["0", "TypeError", ""]),
        ("print(1 / 0)", ["ZeroDivisionError: division by zero"], ["inf"]),
        ("print(3)\nprint('x  ')", ["3\nx", "3\nx  \n"], ["3", "3 x"]),
        ("print(f'{7:>4}')", ["   7"], ["7", "7   "]),
        ("print(1 == 1, None)", ["True None"], ["true none", "an error"]),
        ("x = 1", [""], ["1", "None"]),
    ],
)
def test_a_prediction_is_compared_with_what_is_printed(
    door: Door, code: str, right: list[str], wrong: list[str]
) -> None:
    step = {"predict": {"code": code, "because": "b"}}
    assert [it.correct for it in _mark(door, step, *right)] == [True] * len(right)
    assert [it.correct for it in _mark(door, step, *wrong)] == [False] * len(wrong)


def test_a_program_that_reads_gets_its_input(door: Door) -> None:
    step = {"predict": {"code": "print(input() * 2)", "stdin": "ab\n", "because": "b"}}
    assert _mark(door, step, "abab")[0].correct


def test_another_order_that_does_the_same_is_right(door: Door) -> None:
    order = {
        "goal": "Set both, then add them.",
        "lines": "a = 1\nb = 2\ntotal = a + b\n",
        "distractors": ["total = a"],
        "check": "total == 3",
    }
    right = ("b = 2", "a = 1", "total = a + b")
    assert [
        it.correct
        for it in _mark(
            door, {"order": order}, right, ("a = 1", "b = 2", "total = a"), ("total = a + b",)
        )
    ] == [True, False, False]


def test_an_endless_order_is_wrong_and_ends(door: Door) -> None:
    order = {"goal": "g", "lines": "n = 0\nwhile n < 3:\n    n += 1\n", "check": "n == 3"}
    [marked] = _mark(door, {"order": order}, ("n = 0", "while n < 3:", "    n = 1"))
    assert not marked.correct
    assert marked.program is not None
    assert marked.program.verdict == "timeout"


def test_an_order_or_blank_may_be_right_by_what_it_prints(door: Door) -> None:
    order = {"goal": "g", "lines": "print(1)\nprint(2)\n", "output": "1\n2\n"}
    lines = [("print(1)", "print(2)"), ("print(2)", "print(1)")]
    assert [it.correct for it in _mark(door, {"order": order}, *lines)] == [True, False]
    blank = {"code": "print(___ + ___)", "answers": [1, 2], "output": "3"}
    words = [("2", "1"), ("1", "1"), ("1",), ("0 +", "3 - 0")]
    marked = _mark(door, {"blank": blank}, *words)
    assert [it.correct for it in marked] == [True, False, False, True]


def test_a_blank_without_a_check_is_compared_with_the_authors(door: Door) -> None:
    blank = {"code": "import ___", "answers": ["json"]}
    assert [it.correct for it in _mark(door, {"blank": blank}, ("json",), ("re",))] == [True, False]


def test_all_the_right_choices_are_needed_and_no_other(door: Door) -> None:
    choices = [
        {"text": "a", "correct": True, "because": "yes a"},
        {"text": "b", "correct": True},
        {"text": "c", "because": "no c"},
    ]
    step = {"choose": {"question": "q", "choices": choices, "because": "all in all"}}
    right, partly, more = _mark(door, step, (1, 0), (0,), (0, 1, 2))
    assert [right.correct, partly.correct, more.correct] == [True, False, False]
    assert (right.because, partly.because, more.because) == ("yes a", "all in all", "no c")
    assert right.expected == "a\nb"


def test_advice_is_always_right_and_answers_the_choice(door: Door) -> None:
    choices = [{"text": "a", "because": "for a"}, {"text": "b", "because": "for b"}]
    step = {"choose": {"question": "q", "choices": choices, "advise": True}}
    first, second = _mark(door, step, (0,), (1,))
    assert first.correct
    assert second.correct
    assert (first.because, second.because) == ("for a", "for b")


def with_a_file(course: Locations) -> None:
    """Give the lesson a file that its prediction and its blank import."""
    file = course.lessons / "01-basics" / "01-functions.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("steps:\n", "files:\n  prices.py: |\n    TEA = 450\nsteps:\n", 1)
    text = text.replace('print(shout("hi"))', "from prices import TEA\n        print(TEA)")
    text = text.replace("            ___ width", "            import prices\n            ___ width")
    text = text.replace("check: area(2, 3) == 6", "check: area(2, __import__('prices').TEA) == 900")
    file.write_text(text, encoding="utf-8")


def test_questions_are_marked_with_the_files_of_their_lesson_beside_them(
    own_course: Locations,
) -> None:
    with_a_file(own_course)
    session = Session.open(own_course)
    marked = _answers(session, [(PREDICT, "HI"), (PREDICT, "450"), (BLANK, ("return",))])
    assert [it.correct for it in marked] == [False, True, True]
    assert marked[0].expected == "450"


def test_a_program_runs_with_files_beside_it(session: Session) -> None:
    async def run() -> str:
        async with session:
            report = await session.run("import prices\nprint(prices.TEA)", files=FILES)
            return report.printed

    assert asyncio.run(run()) == "450\n"


@pytest.mark.parametrize(
    ("program", "used"),
    [
        ("from prices import TEA", ["prices.py", "tax.py"]),
        ("    import json, tax", ["tax.py"]),
        ("open('a.csv')", ["a.csv"]),
        ("from ___ import tax\n# import prices", []),
        ("import taxes", []),
        ("print('import tax')", []),
    ],
)
def test_a_program_uses_the_files_it_imports_or_names(program: str, used: list[str]) -> None:
    assert list(beside(program, FILES)) == used


def test_everything_that_is_offered_is_there() -> None:
    assert [name for name in questions.__all__ if not hasattr(questions, name)] == []


GUESSED: dict[str, tuple[float, float] | None] = {
    **{"predict": (0.02, 0.2), "choose": None, "order": (0.05, 0.2), "blank": (0.05, 0.2)},
    **{"spot": (1 / 3, 0.18), "match": (1 / 6, 0.15)},
}
"""What a placement reckons with: a blind guess, a slip of somebody who knows."""


@pytest.mark.parametrize("name", KINDS)
def test_what_an_author_begins_with_is_such_a_step(name: str) -> None:
    kind = KINDS[name]
    [step] = yaml.safe_load(f"steps:\n{kind.scaffold}")["steps"]
    question = msgspec.convert(step, Step).content
    assert type(question) is kind.content
    assert kind.chances(question) == GUESSED[name]
    assert kind.scaffold.count("TODO") >= 2
    assert not re.search(r"TODO[^:]", kind.scaffold.replace("TODO = ", "")), "each says what to do"
    if name != "predict":
        assert kind.as_placed(question) == kind.as_variant(question) == question
    assert kind.is_typed(question) == (name in ("predict", "blank"))


def test_a_right_answer_is_told_to_who_gives_none(session: Session) -> None:
    lesson = session.catalogue.lesson(LESSON)

    async def told(number: int) -> Marked:
        content = lesson.steps[number].content
        return await questions.kind_of(content).right_answer(content, session.run)

    async def every() -> list[Marked]:
        async with session:
            return [await told(number) for number in range(2, 7)]

    predict, choose, order, blank, spot = asyncio.run(every())
    assert [it.correct for it in (predict, choose, order, blank, spot)] == [False] * 5
    assert predict.expected == "None"
    assert choose.expected == "`return total`"
    assert order.expected.splitlines()[0] == "def two_mugs(price):"
    assert order.because == ""
    assert blank.expected.splitlines()[1] == "    return width * height"
    assert (spot.expected, spot.because) == (*("line 3", "The sum is worked out and thrown away."),)
    assert order.program is None


@pytest.mark.parametrize(("code", "answers"), [("print(___)", ["1"]), ("print(1", ["2"])])
def test_a_question_whose_code_tells_nothing_is_about_all_of_its_lesson(
    session: Session, code: str, answers: list[str]
) -> None:
    lesson = session.catalogue.lesson(LESSON)
    step = msgspec.convert({"blank": {"code": code, "answers": answers}}, Step)
    assert questions.concepts_in(step, lesson, session.catalogue.concepts) == (
        *("function", "return", "arithmetic"),
    )
