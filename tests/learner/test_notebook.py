"""A lesson's notes as one text."""

from __future__ import annotations

import pytest

from course.catalogue.search import SearchHit
from course.learner.note_hits import note_hits
from course.learner.notebook import mark_unclear, read_notes, write_notes
from course.learner.session import Session
from course.learner.transfer import export_progress
from course.locations import Locations

LESSON = "basics/functions"


def test_several_notes_are_read_below_each_other_and_written_back_as_one(session: Session) -> None:
    assert read_notes(session, LESSON) == ""
    for text in ("one", "two", "three"):
        session.note(LESSON, text)
    assert read_notes(session, LESSON) == "one\n\ntwo\n\nthree"
    assert not write_notes(session, LESSON, " one\n\ntwo\n\nthree\n")
    assert len(session.notes(LESSON)) == 3
    first = session.notes(LESSON)[0].note
    assert write_notes(session, LESSON, "all of it")
    [left] = session.notes(LESSON)
    assert (left.note, left.text) == (first, "all of it")


def test_a_first_note_is_written_and_an_empty_one_takes_it_away(session: Session) -> None:
    assert write_notes(session, LESSON, "first")
    assert read_notes(session, LESSON) == "first"
    assert write_notes(session, LESSON, "")
    assert session.notes(LESSON) == ()


def test_a_note_is_found_by_its_first_line_with_its_lesson(session: Session) -> None:
    session.note(LESSON, "first\nsecond")
    session.note("gone/lesson", "alone")
    hits = list(note_hits(session.notes(), session.catalogue.lessons))
    title = session.catalogue.lessons[LESSON].title
    assert hits == [
        SearchHit("note", LESSON, "first", f"{title}: second"),
        SearchHit("note", "gone/lesson", "alone", "gone/lesson"),
    ]


def test_a_step_is_noted_as_unclear_and_no_longer(small_course: Locations) -> None:
    session = Session.open(small_course)
    assert mark_unclear(session, "basics/functions", 2)
    session.note("basics/functions", "Read this again.")
    assert mark_unclear(session, "basics/functions", 3)
    text = read_notes(session, "basics/functions")
    assert "Step 3 is unclear to me: def shout(word):" in text
    assert "Step 4 is unclear to me: Which line gives the caller a value?" in text
    assert "Read this again." in text
    assert not mark_unclear(session, "basics/functions", 2)
    after = read_notes(session, "basics/functions")
    assert "Step 3" not in after
    assert "Step 4 is unclear" in after
    assert "Read this again." in after
    assert b"Step 4 is unclear to me" in export_progress(session.store)
    session.store.close()


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("text: '" + "x" * 80 + "'", "x" * 80),
        ("text: '" + "x" * 81 + "'", "x" * 77 + "..."),
        ('text: "\\n  First line.\\nSecond."', "First line."),
        ("predict: {code: print(1), because: It is., question: What comes?}", "What comes?"),
        ("predict: {code: print(1), because: It is.}", "print(1)"),
        ('order: {goal: Set it., lines: "a = 1\\nb = a", check: b == 1}', "Set it."),
        ("exercise: basics/double", "basics/double"),
    ],
)
def test_an_unclear_step_is_noted_with_its_first_words(
    own_course: Locations, step: str, words: str
) -> None:
    file = own_course.lessons / "01-basics" / "02-texts.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("steps:\n", f"steps:\n  - {step}\n", 1), encoding="utf-8")
    session = Session.open(own_course)
    assert mark_unclear(session, "basics/texts", 0)
    assert read_notes(session, "basics/texts") == f"Step 1 is unclear to me: {words}"
    assert not mark_unclear(session, "basics/texts", 0)
    assert read_notes(session, "basics/texts") == ""
    session.store.close()
