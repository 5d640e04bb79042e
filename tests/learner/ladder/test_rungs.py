"""The rungs as data: in their order, each taken once, all of them kept."""

from __future__ import annotations

import msgspec
import pytest

from course.learner.ladder.rungs import AGREE, NOT_YET, QUESTION, Ladder, _words_of_place
from course.learner.records import Help, Hint
from course.learner.session import Session
from course.model import CheckReport, Diagnosis, Proof, RepoScript, Verdict

SOURCE = "def double(n):\n    print(n * 2)\n"


def ladder(session: Session, ident: str = "basics/double") -> Ladder:
    return session.ladder(session.catalogue.exercise(ident))


def failed(proof: Proof = "mended", line: int | None = 2) -> CheckReport:
    told = Diagnosis("symptom", "Who gets that value?", "unused_value", line, proof=proof)
    return CheckReport("basics/double", Verdict.FAILED, diagnosis=(told,))


def test_the_place_is_told_once_and_only_where_it_is_proven(session: Session) -> None:
    found = ladder(session)
    assert found.take_place(SOURCE, failed("none")) is None
    assert found.take_place(SOURCE, failed(line=None)) is None
    assert found.take_place(SOURCE, CheckReport("basics/double", Verdict.PASSED)) is None
    rung = found.take_place(SOURCE, failed())
    assert rung is not None
    assert "Line 2:" in rung.text
    assert "print(n * 2)" in rung.text
    assert "Who gets that value?" in rung.text
    assert found.take_place(SOURCE, failed("observed")) is None
    assert ladder(session).taken() == (rung,)


def test_each_hint_leads_to_the_step_that_taught_it(session: Session) -> None:
    found = ladder(session)
    titles = []
    while rung := found.take_hint():
        assert rung.see is not None
        titles.append((rung.title, rung.see.lesson))
    assert titles == [(f"Hint {number} of 3", "basics/functions") for number in (1, 2, 3)]
    assert [it.title for it in ladder(session).taken()] == [title for title, _ in titles]


def test_the_reference_comes_in_disorder_then_part_by_part_then_whole(session: Session) -> None:
    found = ladder(session)
    assert found.stage == ""
    assert "two days" in found.question()
    made = found.take_order()
    assert made is not None
    assert (found.stage, found.shown) == ("order", 0)
    assert found.take_part() == 1
    again = ladder(session)
    assert (again.stage, again.shown) == ("lines", 1)
    (so_far,) = again.taken()
    assert so_far.title == "The solution, 1 of 2 lines"
    fence = "~~~~~~"
    assert so_far.text == f"{fence}python\n{found.parts[0].rstrip()}\n{fence}"
    assert "def double(n):" in so_far.text
    assert "return" not in so_far.text.replace('"""Return', "")
    assert again.take_whole() == made.source
    rows = [(row.rung, row.number) for row in session.store.rows(Help)]
    assert rows == [("order", 0), ("lines", 1), ("whole", 2)]
    assert (found.stage, found.shown) == ("whole", 2)
    assert found.take_part() == 2


def test_the_starter_put_back_begins_the_ladder_afresh(session: Session) -> None:
    exercise = session.catalogue.exercise("basics/double")
    found = session.ladder(exercise)
    found.take_hint()
    found.take_whole()
    session.reset(exercise)
    assert (found.stage, found.shown, found.hints_taken) == ("", 0, 1)


def of_kind(session: Session, **more: object) -> Ladder:
    """The ladder of an exercise that is changed in that."""
    exercise = session.catalogue.exercise("basics/double")
    fields = {it: more.pop(it) for it in ("kind", "hints") if it in more}
    source = msgspec.structs.replace(exercise.source, **fields)
    return session.ladder(msgspec.structs.replace(exercise, source=source, **more))


@pytest.mark.parametrize(
    ("more", "comes"),
    [
        ({}, "the solution's lines, mixed up, for you to put in order."),
        ({"kind": "review"}, "a reviewer's answer, remark by remark."),
        ({"package": True}, "the solution, file by file."),
        ({"start": RepoScript(".", ())}, "the commands of the solution, one by one."),
    ],
)
def test_before_the_solution_it_is_said_what_comes(
    session: Session, more: dict[str, object], comes: str
) -> None:
    asked = of_kind(session, **more).question()
    assert asked.startswith("You have had every hint. Next come")
    assert asked.partition("\n\n")[0].endswith(comes)
    assert (
        of_kind(session, hints=(), **more)
        .question()
        .startswith("This exercise has no hints. Next come")
    )


def test_own_code_is_kept_before_theirs_takes_its_place(session: Session) -> None:
    found, exercise = ladder(session), session.catalogue.exercise("basics/double")
    assert found.keep_own(session.workspace, exercise.starter, "theirs = 1\n") is None
    assert found.keep_own(session.workspace, "theirs = 1\n", "theirs = 1\n") is None
    kept = found.keep_own(session.workspace, "mine = 1\n", "theirs = 1\n")
    assert kept is not None
    assert kept.name == "double.before-help-1.py"
    assert kept.read_text("utf-8") == "mine = 1\n"
    with pytest.raises(ValueError, match="has no repository"):
        found.carry_out(session.workspace)


def test_parts_are_called_by_their_kind(session: Session) -> None:
    assert ladder(session).part_name(1) == "1 of 2 lines"
    assert of_kind(session, package=True, starter="").part_name(1).endswith((" file", " files"))


COST = "The pass will count as practised with help, and the exercise comes back in two days."


def test_the_question_before_the_solution_in_full(session: Session) -> None:
    assert of_kind(session).question() == (
        "You have had every hint. Next come the solution's lines, mixed up, for you to put in "
        f"order.\n\n{COST}"
    )
    assert (QUESTION, AGREE, NOT_YET) == ("Go on to the solution?", "Go on", "Not yet")


@pytest.mark.parametrize(
    ("line", "file", "words"),
    [
        (1, "", "Line 1: `def double(n):`\n\nWho?"),
        (2, "", "Line 2: `print(n * 2)`\n\nWho?"),
        (3, "", "Line 3\n\nWho?"),
        (0, "", "Line 0\n\nWho?"),
        (2, "shop.py", "shop.py, line 2\n\nWho?"),
    ],
)
def test_the_words_of_a_place(line: int, file: str, words: str) -> None:
    told = Diagnosis("symptom", "Who?", "x", line, file=file, proof="observed")
    assert _words_of_place(told, SOURCE) == words


def test_a_place_is_of_ones_own_code_that_was_explained(session: Session) -> None:
    found = ladder(session)
    assert found.take_place(found.exercise.starter, failed()) is None
    facts = Diagnosis("facts", "Two tests.", "x", 2, proof="observed")
    only = CheckReport("basics/double", Verdict.FAILED, diagnosis=(facts,))
    assert found.take_place(SOURCE, only) is None
    assert of_kind(session, kind="test").take_place(SOURCE, failed()) is None
    both = CheckReport("basics/double", Verdict.FAILED, diagnosis=(facts, *failed().diagnosis))
    rung = found.take_place(SOURCE, both)
    assert rung is not None
    assert (rung.kind, rung.title, rung.see) == ("place", "In your code", None)
    assert found.take_place(f"\n{SOURCE}", both) is not None  # another line of code stands there
    assert [it.title for it in ladder(session).taken()] == ["In your code"]


def test_a_hint_in_full(session: Session) -> None:
    hint = ladder(session).hint(1)
    assert (hint.kind, hint.title, hint.text) == ("hint", "Hint 2 of 3", "`*` multiplies.")
    found = ladder(session)
    for number in range(3):
        assert found.hints_taken == number
        assert found.take_hint() == found.hint(number)
    assert (found.take_hint(), found.hints_taken) == (None, 3)
    rows = [(row.exercise, row.number) for row in session.store.rows(Hint)]
    assert rows == [("basics/double", number) for number in range(3)]


@pytest.mark.parametrize(
    ("kind", "language", "name"),
    [("write", "python", "line"), ("review", "diff", "remark"), ("repo", "console", "command")],
)
def test_how_far_the_solution_is_shown(
    session: Session, kind: str, language: str, name: str
) -> None:
    found = of_kind(session, kind=kind)
    last = len(found.parts)
    rung = found._so_far(1)
    assert rung.kind == "lines"
    assert rung.title == f"The solution, 1 of {last} {name}{'' if last == 1 else 's'}"
    assert rung.text.startswith(f"~~~~~~{language}\n")


def test_what_is_taken_is_kept_once(session: Session) -> None:
    found = ladder(session)
    found.take_order()
    found.take_order()
    found.take_part()
    found.take_order()
    found.take_whole()
    found.take_whole()
    rows = [(row.exercise, row.rung, row.number, row.text) for row in session.store.rows(Help)]
    assert rows == [
        ("basics/double", "order", 0, ""),
        ("basics/double", "lines", 1, ""),
        ("basics/double", "whole", 2, ""),
    ]


def test_a_long_line_of_a_place_is_cut() -> None:
    told = Diagnosis("symptom", "Who?", "x", 1, proof="observed")
    assert _words_of_place(told, "x" * 70) == f"Line 1: `{'x' * 70}`\n\nWho?"
    assert " … " in _words_of_place(told, "x" * 71)
