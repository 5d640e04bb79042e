"""A text of a shift on the screen: nothing that is typed is lost, nor what somebody else wrote."""

from __future__ import annotations

from typing import Any

from course.learner.unsaved import Unsaved, UnsavedTexts
from course.locations import Locations
from course.ui.screens.shift_text import write_in


async def test_a_text_keeps_what_is_typed_and_what_somebody_else_wrote(
    open_app: Any, small_course: Locations
) -> None:
    note = small_course.workspace / "shifts/tiny/note.md"
    note.parent.mkdir(parents=True)
    note.write_bytes("Zoë".encode("latin-1"))
    async with open_app(small_course, size=(80, 24)) as it:
        it.app.call_later(write_in, it.app, note)
        await it.until(lambda: it.place == "ErrorDialog" and "not saved as UTF-8" in it.text)
        await it.press("enter")
        note.write_text("Began:", encoding="utf-8")
        it.app.call_later(write_in, it.app, note)
        await it.until(lambda: it.place == "ShiftTextScreen")
        note.write_text("Theirs", encoding="utf-8")
        await it.press(*"Mine", "escape")
        await it.until(lambda: it.place == "HomeScreen")
        assert note.read_text("utf-8") == "MineBegan:"
        assert note.with_name("note.before-edit-1.md").read_text("utf-8") == "Theirs"
        assert "note.before-edit-1.md" in " ".join(n.message for n in it.app._notifications)
    kept = Unsaved(
        place=f"shift:{note}", title="note.md", file=str(note), text="Typed", base="MineBegan:",
        why="A full disk.",
    )  # fmt: skip
    UnsavedTexts(small_course.data).keep(kept)
    async with open_app(small_course, size=(80, 24)) as it:
        await it.until(lambda: it.place == "UnsavedDialog" and "Note.md" in it.text)
        await it.press("enter")
        await it.until(lambda: it.place == "ShiftTextScreen" and note.read_text("utf-8") == "Typed")
        assert it.app.session.unsaved.all() == ()
