"""The notes on a lesson as one text, as a learner writes and reads them.

Notes are kept one by one, so that those of two machines come together when progress is merged;
they are shown below each other and written back as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.learner.session import Session

_BETWEEN = "\n\n"


def read_notes(session: Session, lesson: str) -> str:
    """All notes on a lesson, oldest first; empty where there are none."""
    return _BETWEEN.join(note.text for note in session.notes(lesson))


def write_notes(session: Session, lesson: str, text: str) -> bool:
    """Keep the text as the lesson's notes; whether it is another than before."""
    if text.strip() == read_notes(session, lesson):
        return False
    known = session.notes(lesson)
    session.note(lesson, text, note=known[0].note if known else None)
    for further in known[1:]:
        session.note(lesson, "", note=further.note)
    return True
