"""The README's pictures, made from the app of today: `python -m benchmarks.pictures --write`.

Without `--write` it says which of them are old, and ends with 1 where one is.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (100, 30)
NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
LESSON, EXERCISE = "functions/return-values", "functions/find_sku"
WRONG = """\
def find_sku(products, sku):
    \"\"\"Return the product with that SKU, or None.\"\"\"
    for product in products:
        if product["sku"] == sku:
            print(product)
"""


class Shown:
    """The app, and what can be done with it."""

    def __init__(self, app: Any, pilot: Any) -> None:
        self.app, self.pilot = app, pilot

    async def until(self, happened: Callable[[], object]) -> None:
        """Let the app work until something has happened."""
        async with asyncio.timeout(120):
            while not happened():
                await self.pilot.pause()
        await self.pilot.pause()

    @property
    def place(self) -> str:
        """The name of the screen on top."""
        return type(self.app.screen).__name__

    @property
    def text(self) -> str:
        """What can be read on the screen."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    def picture(self) -> str:
        """The screen as SVG; what is named by chance has one name."""
        return re.sub(r"terminal-\d+", "terminal", self.app.export_screenshot()) + "\n"


@asynccontextmanager
async def opened() -> Any:
    """The app of somebody who has just begun."""
    from course import locations
    from course.learner.session import Session
    from course.ui.app import CourseApp

    places = locations.find()
    session = Session.open(places, clock=lambda: NOW)
    session.choose_path(session.catalogue.paths[0].id)
    app = CourseApp(places, session)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        yield Shown(app, pilot)


async def home() -> str:
    """Where everybody begins."""
    async with opened() as it:
        await it.until(lambda: it.place == "HomeScreen")
        await it.app.workers.wait_for_complete()
        await it.pilot.pause()
        return it.picture()


async def lesson() -> str:
    """A question that was answered wrongly, with what really happens."""
    async with opened() as it:
        steps = it.app.session.catalogue.lesson(LESSON).steps
        asked = [n for n, one in enumerate(steps) if one.kind == "predict" and one.content.choices]
        it.app.open_lesson(LESSON, asked[0])
        await it.until(lambda: it.place == "LessonScreen" and it.app.screen.view is not None)
        await it.pilot.press("1")
        await it.until(lambda: "Look at the output" in it.text)
        return it.picture()


async def exercise() -> str:
    """An exercise whose check found a known mistake."""
    async with opened() as it:
        it.app.open_exercise(EXERCISE)
        await it.until(lambda: it.place == "ExerciseScreen")
        it.app.screen.editor.load_text(WRONG)
        await it.pilot.press("f5")
        results = it.app.screen.results
        await it.until(lambda: results.report is not None and results.report.diagnosis)
        await it.until(lambda: "Not yet" in it.text)
        return it.picture()


def main() -> int:
    """Make the pictures, or say which are old."""
    write = "--write" in sys.argv[1:]
    old = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HOME": folder, "USERPROFILE": folder}
        for name in ("COURSE_HOME", "COURSE_CONTENT", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                     "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR", "NO_COLOR"):  # fmt: skip
            os.environ.pop(name, None)
        for make in (home, lesson, exercise):
            file = PICTURES / f"{make.__name__}.svg"
            made = asyncio.run(make())
            if write:
                file.write_text(made, encoding="utf-8")
            elif not file.is_file() or file.read_text(encoding="utf-8") != made:
                old.append(file.name)
    if old:
        said = "python -m benchmarks.pictures --write"
        print(f"These pictures are not of the app of today: {', '.join(old)}; {said}")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main())
