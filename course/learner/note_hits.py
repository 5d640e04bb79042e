"""Notes as something to be found by a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from course.catalogue.search import SearchHit
from course.learner.records import Note
from course.model import LessonEntry


def note_hits(notes: Iterable[Note], lessons: Mapping[str, LessonEntry]) -> Iterator[SearchHit]:
    """Every note: its first line, then its lesson and the lines after."""
    for note in notes:
        first, _, more = note.text.partition("\n")
        title = lessons[note.lesson].title if note.lesson in lessons else note.lesson
        yield SearchHit("note", note.lesson, first, f"{title}: {more}" if more else title)
