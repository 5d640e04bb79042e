"""The plain course from its menu; a whole module of the real course from end to end."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any

import pytest

from course import locations
from course.catalogue.exercises import reference
from course.learner.questions.table import KINDS
from course.learner.records import Answer, Attempt
from course.learner.session import Session
from course.locations import Locations
from course.model import Predict, Step
from tests.learner.conftest import attempt
from tests.plain.talking import at_the_menu

MODULE = "first-steps"


def typed(step: Step, seed: str) -> str:
    """The line that answers a question rightly."""
    question = step.content
    if step.kind == "spot":
        return str(question.line)
    if step.kind == "blank":
        return "|".join(map(str, question.answers))
    wanted = wanted_answer(step.kind, question)
    if step.kind == "predict" and not question.choices:
        return str(wanted).replace("\n", "\\n")
    one = {KINDS[step.kind].read(question, str(number), seed): str(number) for number in range(99)}
    if step.kind == "predict":
        return one[wanted]
    return " ".join(one[(part,)] for part in wanted)


def wanted_answer(kind: str, question: Any) -> Any:
    """The right answer to a question, as it is kept."""
    if kind == "predict":
        return printed_by(question)
    if kind == "order":
        return question.lines.rstrip("\n").split("\n")
    return [at for at, choice in enumerate(question.choices) if choice.correct]


def printed_by(question: Predict) -> str:
    """What its program prints, or that it stops with an error."""
    out = io.StringIO()
    given = iter(question.stdin.splitlines())

    def ask(prompt: str = "") -> str:
        print(prompt, end="")
        return next(given)

    names: dict[str, object] = {"__name__": "__main__", "input": ask}
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(question.code, "main.py", "exec"), names)
        except Exception:
            return "an error"
    return out.getvalue().rstrip("\n")


def lines_for(session: Session) -> Iterator[str]:
    """What somebody types who gets everything right from the menu to the end of the module."""
    (module,) = (it for it in session.catalogue.modules if it.id == MODULE)
    for entry in module.lessons:
        lesson = session.catalogue.lesson(entry.id)
        for number, step in enumerate(lesson.steps):
            if step.kind == "text":
                yield ""
            elif step.kind == "example":
                yield "n"
            elif step.kind == "exercise" and session.is_passed(step.content):
                yield ""
            elif step.kind == "exercise":
                exercise = session.catalogue.exercise(step.content)
                session.save(exercise, reference(exercise))
                yield from ("", "")  # it is checked, and passes: on
            else:
                yield from (typed(step, f"{lesson.id}/{number}"), "")
        yield ""  # the end of the lesson
    yield "m"


def all_but(session: Session, few: int) -> tuple[str, ...]:
    """The exercises of the module but the first few: each check starts a process."""
    return session.catalogue.module_entry(MODULE).exercises[few:]


def test_a_module_is_worked_through_line_by_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = locations.find()
    session = Session.open(where)
    session.choose_path(session.catalogue.paths[0].id)
    for ident in all_but(session, 3):
        attempt(session, ident)
    said = at_the_menu(where, monkeypatch, capsys, "l", "2", "1", *lines_for(session))

    assert "does nothing here" not in said
    assert "cannot be an answer" not in said
    assert "Still open in this lesson" not in said
    progress = session.progress()
    (module,) = (it for it in progress.modules if it.id == MODULE)
    assert (module.done, module.exercises_passed) == (module.total, module.exercises_total)
    assert {it.verdict for it in session.store.rows(Attempt)} == {"passed"}
    assert all(it.correct for it in session.store.rows(Answer))
    session.store.close()


def test_what_is_looked_up_is_opened_and_is_not_where_one_goes_on(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ("f", "zebra crossing", "f", "loops/for", "1", "m", "f", "double", "1", "m", "q")
    said = at_the_menu(small_course, monkeypatch, capsys, "", *lines)
    assert "No lesson and no exercise has all of `zebra crossing`." in said
    assert ": lesson, loops/for" in said
    assert ": exercise, basics/double" in said
    with_session = Session.open(small_course)
    assert with_session.here().lesson.startswith("basics/")
    with_session.store.close()
