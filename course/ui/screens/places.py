"""Places as data: what is open, by name, and how that is opened again.

A name is `kind:what`: `step:LESSON/3`, `look:LESSON/3` (looked up), `exercise:ID`, `review:ITEM`,
`day:SCENARIO` (`paused:` where its clock stands), `shift:FILE` of a text in it, `notes:LESSON`, or
a kind alone. By it a reload of the browser's page comes back, and what could not be saved is put
where it was typed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.ui.host import Host

_ACTIONS = {"progress": "progress", "skills": "skills", "settings": "settings", "shifts": "shift"}
"""Places that are the same for everybody: the app's action that opens each."""


async def open_again(app: Host, places: Iterable[str]) -> None:
    """Open places, each above the one before it."""
    for place in places:
        await _open(app, place)


async def _open(app: Host, place: str) -> None:
    kind, _, ident = place.partition(":")
    if kind == "exercise":
        app.open_exercise(ident)
    elif kind == "playground":
        app.open_playground()
    elif kind in ("step", "look"):
        lesson, _, step = ident.rpartition("/")
        number = int(step) if step.isdecimal() else None
        app.open_lesson(lesson, number, "search" if kind == "look" else "")
    elif kind == "review":
        await app.open_review(ident)
    elif kind == "notes":
        _open_notes(app, ident)
    elif kind == "placement":
        from course.ui.screens.assessment import AssessmentScreen

        app.push_screen(AssessmentScreen(at_once=bool(ident)))
    elif kind == "exam":
        from course.ui.screens.exam import ExamScreen

        app.push_screen(ExamScreen(at_once=bool(ident)))
    elif kind in ("day", "paused"):
        from course.ui.screens.shift import ShiftScreen

        app.push_screen(ShiftScreen(ident, "on", paused=kind == "paused"))
    elif kind == "shift":
        _open_text(app, Path(ident))
    elif kind in _ACTIONS:
        await app.run_action(f"app.{_ACTIONS[kind]}")


def _open_notes(app: Host, lesson: str) -> None:
    """Open the notes above their lesson."""
    from course.ui.screens.lesson import LessonScreen
    from course.ui.screens.notes import NotesScreen

    if not (isinstance(app.screen, LessonScreen) and app.screen.lesson_id == lesson):
        app.open_lesson(lesson)
    if isinstance(app.screen, LessonScreen):
        app.push_screen(NotesScreen(lesson))


def _open_text(app: Host, file: Path) -> None:
    """Open a text of a shift; only what lies among the shifts is one."""
    from course.ui.screens.shift_text import write_in

    shifts = app.session.workspace.folder / "shifts"
    if Path(os.path.realpath(file)).is_relative_to(os.path.realpath(shifts)):
        write_in(app, file)
