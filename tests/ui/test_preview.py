"""What an author writes, open in the app: at its step, and again after each save."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from course.locations import Locations


def saved(file: Path, old: str, new: str) -> bool:
    """Save the file with other words in it, as an author does; always true."""
    text = file.read_text("utf-8")
    file.write_text(text.replace(old, new), "utf-8")
    return True


async def test_a_lesson_is_shown_as_it_is_saved(open_app: Any, own_course: Locations) -> None:
    file = own_course.lessons / "01-basics" / "02-texts.yaml"
    title = next(line for line in file.read_text("utf-8").splitlines() if line.startswith("title:"))
    async with open_app(own_course) as it:
        await it.app.run_action(f"app.preview('basics/texts', 1, {str(file)!r})")
        await it.until(lambda: it.place == "LessonScreen")
        assert "Step 2 of" in it.text
        await it.until(lambda: saved(file, title, "title: Words and more") and "more" in it.text)
        assert "Step 2 of" in it.text
        broken = "title: [Words"
        await it.until(
            lambda: saved(file, "title: Words and more", broken) and it.place == "ErrorDialog"
        )
        assert "02-texts.yaml" in it.text
        await it.until(
            lambda: saved(file, broken, "title: Words again") and it.place == "LessonScreen"
        )


async def test_an_exercise_is_shown_too(open_app: Any, own_course: Locations) -> None:
    folder = own_course.exercises / "basics" / "label"
    async with open_app(own_course) as it:
        await it.app.run_action(f"app.preview('basics/label', 0, {str(folder)!r})")
        await it.until(lambda: it.place == "ExerciseScreen")
