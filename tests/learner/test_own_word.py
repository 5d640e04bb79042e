"""A learner says of a module that they know it, puts it back, or shows it with one exercise."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from course.errors import WrongUse
from course.learner import own_word
from course.learner.own_word import begin_test, put_back, say_known, turn
from course.learner.placement_outcome import DECISION
from course.learner.records import Attempt, Decision, Help
from course.learner.session import Session
from course.learner.store import Store
from course.locations import Locations

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


def conclude(store: Store, **modules: bool) -> None:
    findings = [
        {"module": module, "likely": 0.9, "right": 1, "asked": 1, "skipped": held}
        for module, held in modules.items()
    ]
    value = {"round": "r", "findings": findings}
    store.append(Decision(**store.new_row(), name=DECISION, value=value))


@pytest.fixture
def session(small_course: Locations) -> Iterator[Session]:
    opened = Session.open(small_course, clock=lambda: NOW)
    yield opened
    opened.store.close()


def passes(session: Session, exercise: str, hints: int = 0, verdict: str = "passed") -> str:
    row = session.store.new_row()
    session.store.append(
        Attempt(**row, exercise=exercise, verdict=verdict, hints=hints, source_hash="h", source="s")
    )
    return row["uuid"]


def test_one_word_skips_a_module_and_another_puts_it_back(session: Session) -> None:
    assert "on your word" in say_known(session, "basics")
    assert session.held()["basics"].how == "word"
    assert "back on your path" in put_back(session, "basics")
    assert session.skipped() == frozenset()
    conclude(session.store, basics=True, loops=True)
    assert {it.how for it in session.held().values()} == {"placement"}
    assert "back on your path" in turn(session, "loops")
    assert session.skipped() == {"basics"}
    assert session.returned() == frozenset()  # the learner put it back, no review
    assert "is skipped" in turn(session, "loops")
    assert session.skipped() == {"basics", "loops"}


def test_what_was_put_back_is_skipped_again_by_a_later_placement_alone(session: Session) -> None:
    conclude(session.store, basics=True)
    put_back(session, "basics")
    assert session.skipped() == frozenset()
    conclude(session.store, basics=True)
    assert session.skipped() == {"basics"}


def test_a_module_is_tested_out_of_with_one_exercise_solved_alone(session: Session) -> None:
    exercise = begin_test(session, "basics")
    assert exercise.id.startswith("basics/")
    passes(session, exercise.id, verdict="failed")
    passes(session, exercise.id, hints=1)
    assert session.skipped() == frozenset()
    helped = passes(session, exercise.id)
    row = session.store.new_row()
    session.store.append(Help(**row, exercise=exercise.id, rung="passed", number=0, text=helped))
    assert session.skipped() == frozenset()
    passes(session, exercise.id)
    assert session.held()["basics"].how == "code"
    put_back(session, "basics")
    assert session.skipped() == frozenset()


def test_an_earlier_pass_proves_nothing_and_without_an_exercise_it_is_said(
    session: Session,
) -> None:
    passes(session, "loops/total_weight")
    with pytest.raises(WrongUse, match="no short exercise"):
        begin_test(session, "loops")
    assert session.decision("standing of loops") is None
    assert own_word.told_of_test(begin_test(session, "basics"), "Basics").startswith("Solve “")


def test_what_is_said_when_such_an_exercise_is_opened(session: Session) -> None:
    exercise = begin_test(session, "loops")
    minutes = "1 minute" if exercise.minutes == 1 else f"{exercise.minutes} minutes"
    assert own_word.told_of_test(exercise, "Loops") == (
        f"Solve “{exercise.title}” (about {minutes}) without hints, and Loops is skipped. You may "
        "check as often as you like."
    )
    assert say_known(session, "loops") == (
        "Loops is skipped, on your word. The review will ask about it in a few days."
    )
    assert put_back(session, "loops") == "Loops is back on your path."


def test_the_hardest_short_exercise_shows_a_module_and_of_two_the_last(
    own_course: Locations,
) -> None:
    module = own_course.exercises / "basics"
    text = (module / "double" / "exercise.yaml").read_text(encoding="utf-8")
    base = "\n".join(it for it in text.splitlines() if not it.startswith("difficulty:"))
    made = {"a": (2, 15), "b": (3, 14), "c": (3, 15), "d": (5, 16), "e": (1, 3)}
    for name, (difficulty, minutes) in made.items():
        copy = shutil.copytree(module / "double", module / f"again_{name}")
        changed = base.replace("minutes: 3", f"minutes: {minutes}")
        (copy / "exercise.yaml").write_text(f"{changed}\ndifficulty: {difficulty}\n", "utf-8")
    lesson = own_course.lessons / "01-basics/01-functions.yaml"
    steps = "".join(f"  - exercise: basics/again_{name}\n" for name in made)
    lesson.write_text(lesson.read_text(encoding="utf-8") + steps, encoding="utf-8")
    session = Session.open(own_course, clock=lambda: NOW)
    for ident in ("basics/again_c", "basics/again_b", "basics/again_a"):
        assert begin_test(session, "basics").id == ident
        decision = session.store.newest(Decision)
        assert begin_test(session, "basics").id == ident
        assert session.store.newest(Decision) == decision, "it is begun already"
        passes(session, ident)
    for ident in ("basics/again_e", "basics/double", "basics/label"):
        passes(session, ident)
    with pytest.raises(WrongUse) as told:
        begin_test(session, "basics")
    assert str(told.value) == "Basics has no short exercise that you have not passed yet."
    session.store.close()


def test_a_module_that_a_path_keeps_whole_is_not_skipped_on_a_word(own_course: Locations) -> None:
    text = own_course.course_file.read_text(encoding="utf-8")
    keeps = text.replace("    modules: [loops]", "    modules: [loops]\n    keep: [loops]")
    own_course.course_file.write_text(keeps, encoding="utf-8")
    session = Session.open(own_course, clock=lambda: NOW)
    session.choose_path("loops-only")
    with pytest.raises(WrongUse) as told:
        say_known(session, "loops")
    assert str(told.value) == ("Loops is kept whole on your path. You can still leave lessons out.")
    assert session.decision("standing of loops") is None
    assert "is skipped" in say_known(session, "basics")
    session.store.close()
