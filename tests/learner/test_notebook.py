"""A lesson's notes as one text."""

from __future__ import annotations

from course.catalogue.search import SearchHit
from course.learner.note_hits import note_hits
from course.learner.notebook import read_notes, write_notes
from course.learner.session import Session

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
