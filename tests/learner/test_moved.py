"""Lessons and exercises that move take along everything that a learner did."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from course.cli import build_command
from course.learner.records import Attempt, Hint, Review, Visit
from course.learner.session import Session
from course.learner.transfer import export_progress, import_progress
from course.locations import Locations
from tests.learner.conftest import attempt

OLD_LESSON, OLD_EXERCISE = "elsewhere/talking", "elsewhere/say_hello"


@pytest.fixture
def moved_course(own_course: Locations) -> tuple[Locations, str, str]:
    """A course whose first lesson with an exercise, and that exercise, had other ids before."""
    with closing(Session.open(own_course).store):
        catalogue = Session.open(own_course).catalogue
    lesson = next(one for one in catalogue.lessons.values() if one.exercises)
    exercise = lesson.exercises[0]
    with own_course.course_file.open("a", encoding="utf-8") as course:
        course.write(
            f"moved:\n  {OLD_LESSON}: between/talking\n  between/talking: {lesson.id}\n"
            f"  {OLD_EXERCISE}: {exercise}\n"
        )
    return own_course, lesson.id, exercise


def old_progress(session: Session) -> None:
    """Three days in the course as it was."""
    attempt(session, OLD_EXERCISE, "failed")
    attempt(session, OLD_EXERCISE, "passed", source="print('mine')\n")
    session.store.append(Hint(**session.store.new_row(), exercise=OLD_EXERCISE, number=1))
    session.store.append(Visit(**session.store.new_row(), lesson=OLD_LESSON, step=2))


def test_what_was_done_under_an_old_id_counts(moved_course: tuple[Locations, str, str]) -> None:
    locations, lesson, exercise = moved_course
    session = Session.open(locations)
    with closing(session.store):
        old_progress(session)
        assert exercise in session.store.passed()
        assert session.store.last_steps() == {lesson: 2}
        assert session.here().lesson == lesson
        assert len(session.store.rows(Attempt, exercise=exercise)) == 2
        assert [hint.exercise for hint in session.store.rows(Hint)] == [exercise]


def test_what_was_asked_in_a_review_moves_with_its_question(
    moved_course: tuple[Locations, str, str],
) -> None:
    locations, lesson, exercise = moved_course
    session = Session.open(locations)
    with closing(session.store):
        for item in (f"{OLD_LESSON}#a1b2", OLD_EXERCISE, "another/lesson#a1b2"):
            row = session.store.new_row()
            session.store.append(Review(**row, card="concept:x", rating=3, item=item, seconds=1.0))
        items = [review.item for review in session.store.rows(Review)]
        assert items == [f"{lesson}#a1b2", exercise, "another/lesson#a1b2"]


def test_rows_are_not_changed(moved_course: tuple[Locations, str, str]) -> None:
    locations, _, _ = moved_course
    session = Session.open(locations)
    with closing(session.store):
        old_progress(session)
        assert OLD_EXERCISE not in session.store.passed()
    with closing(sqlite3.connect(locations.database)) as plain:
        assert plain.execute("SELECT DISTINCT exercise FROM attempts").fetchall() == [
            (OLD_EXERCISE,)
        ]


def test_an_export_of_the_old_course_loses_nothing(
    moved_course: tuple[Locations, str, str], tmp_path: Path
) -> None:
    locations, lesson, exercise = moved_course
    session = Session.open(locations)
    with closing(session.store):
        attempt(session, exercise, "failed")
        assert exercise not in session.store.passed()
        row = {"uuid": "a" * 32, "at": "2026-01-02T03:04:05.000006Z"}
        old = {
            "format": 1,
            "attempts": [
                {**row, "exercise": OLD_EXERCISE, "verdict": "passed", "source": "x",
                 "source_hash": "h"}
            ],
            "visits": [{**row, "lesson": OLD_LESSON, "step": 4}],
        }  # fmt: skip
        file = tmp_path / "old.json"
        file.write_text(json.dumps(old), encoding="utf-8")
        assert import_progress(session.store, file) == 2
        assert exercise in session.store.passed()
        assert session.store.last_steps() == {lesson: 4}
        assert import_progress(session.store, file) == 0
        exported = json.loads(export_progress(session.store))
        assert {one["exercise"] for one in exported["attempts"]} == {exercise}
        assert len(exported["attempts"]) == 2


def test_the_learners_file_comes_along(moved_course: tuple[Locations, str, str]) -> None:
    locations, _, ident = moved_course
    session = Session.open(locations)
    with closing(session.store):
        exercise = session.catalogue.exercise(ident)
        folder = session.workspace.folder / "elsewhere"
        folder.mkdir(parents=True)
        (folder / "say_hello.py").write_text("print('mine')\n", encoding="utf-8")
        (folder / "say_hello.before-reset-1.py").write_text("print('older')\n", encoding="utf-8")
        assert session.load(exercise) == "print('mine')\n"
        assert session.file(exercise).read_text("utf-8") == "print('mine')\n"
        assert not (folder / "say_hello.py").exists()
        assert (session.file(exercise).parent / "say_hello.before-reset-1.py").exists()


def test_a_file_at_the_new_place_is_never_replaced(
    moved_course: tuple[Locations, str, str],
) -> None:
    locations, _, ident = moved_course
    session = Session.open(locations)
    with closing(session.store):
        exercise = session.catalogue.exercise(ident)
        session.save(exercise, "print('new')\n")
        old = session.workspace.folder / "elsewhere" / "say_hello.py"
        old.parent.mkdir(parents=True)
        old.write_text("print('old')\n", encoding="utf-8")
        assert session.load(exercise) == "print('new')\n"
        assert old.exists()


def test_an_old_id_still_names_it(moved_course: tuple[Locations, str, str]) -> None:
    locations, lesson, exercise = moved_course
    session = Session.open(locations)
    with closing(session.store):
        assert session.catalogue.exercise_entry(OLD_EXERCISE).id == exercise
        assert session.catalogue.lesson_entry(OLD_LESSON).id == lesson
        for old, new in ((OLD_EXERCISE, exercise), (OLD_LESSON, lesson)):
            assert [it.id for it in session.catalogue.search(old)][:1] == [new]
            shown = CliRunner().invoke(build_command(), ["show", old])
            assert (shown.exit_code, shown.stderr) == (0, "")
