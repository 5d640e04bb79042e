"""The rungs as data: in their order, each taken once, all of them kept."""

from __future__ import annotations

import msgspec
import pytest

from course.learner.ladder.rungs import Ladder
from course.learner.records import Help
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
    assert of_kind(session, hints=(), **more).question().startswith("This exercise has no hints.")


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
