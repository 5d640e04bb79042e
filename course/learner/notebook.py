"""The notes on a lesson as one text, as a learner writes and reads them.

Notes are kept one by one, so that those of two machines come together when progress is merged;
they are shown below each other and written back as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.learner.session import Session

_BETWEEN = "\n\n"
_LONGEST = 80


def read_notes(session: Session, lesson: str) -> str:
    """All notes on a lesson, oldest first; empty where there are none."""
    return _BETWEEN.join(note.text for note in session.notes(lesson))


def write_notes(session: Session, lesson: str, text: str) -> bool:
    """Keep the text as the lesson's notes; whether it is another than before."""
    if text.strip() == read_notes(session, lesson):
        return False
    notes = session.notes(lesson)
    session.note(lesson, text, note=notes[0].note if notes else None)
    for further in notes[1:]:
        session.note(lesson, "", note=further.note)
    return True


def mark_unclear(session: Session, lesson: str, step: int) -> bool:
    """Note that a step (from 0) is unclear, or take that back; whether it is noted now."""
    line = f"Step {step + 1} is unclear to me: {_about(session, lesson, step)}"
    text = read_notes(session, lesson)
    lines = text.split("\n")
    begin = f"Step {step + 1} is unclear to me"
    kept = [it for it in lines if not it.startswith(begin)]
    if len(kept) < len(lines):
        write_notes(session, lesson, "\n".join(kept).strip())
        return False
    session.note(lesson, line)
    return True


def _about(session: Session, lesson: str, step: int) -> str:
    """The beginning of a step, by which an author finds it even when it has moved."""
    content = session.catalogue.lesson(lesson).steps[step].content
    words = content if isinstance(content, str) else ""
    for part in ("question", "goal", "code", "because"):
        words = words or getattr(content, part, None) or ""
    first = next((it.strip() for it in words.splitlines() if it.strip()), "")
    return first if len(first) <= _LONGEST else f"{first[: _LONGEST - 3]}..."
