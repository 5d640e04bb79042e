"""Draw the README's pictures from the real app: `python docs/pictures.py`.

Each is the app at 100x30, driven by its keys in an empty home, exported as SVG.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from course import locations
from course.learner.session import Session
from course.model import QUESTION_KINDS, Lesson, Step
from course.ui.app import CourseApp

FOLDER = Path(__file__).parent / "pictures"
SIZE = (100, 30)
Driven = Callable[[CourseApp, Pilot[object]], Awaitable[None]]

PRINTS = '''\
def find_sku(products, sku):
    """Return the first product with that SKU, or None."""
    for product in products:
        if product["sku"] == sku:
            print(product)
'''


async def home(_app: CourseApp, pilot: Pilot[object]) -> None:
    """The first screen of somebody who has begun."""
    await pilot.press("down")


async def lesson(app: CourseApp, pilot: Pilot[object]) -> None:
    """A question, answered wrongly."""
    app.open_lesson("functions/return-values", 2)
    await pilot.pause()
    await pilot.press("1")
    await app.workers.wait_for_complete()


async def exercise(app: CourseApp, pilot: Pilot[object]) -> None:
    """A submission that prints instead of returning, explained."""
    found = app.session.catalogue.exercise("functions/find_sku")
    app.session.load(found)
    app.session.save(found, PRINTS)
    app.open_exercise(found.id)
    await pilot.pause()
    await pilot.press("f5")
    await asyncio.sleep(2)


async def begin() -> None:
    """What a learner has done in the first hours: one module and a part of the next."""
    async with Session.open(locations.find()) as session:
        session.choose_path("zero-to-developer")
        start, first, *_ = session.catalogue.modules
        for entry in (*start.lessons, *first.lessons[:3]):
            await finish(session, session.catalogue.lesson(entry.id))
        session.visit(first.lessons[3].id, 2)


async def finish(session: Session, lesson: Lesson) -> None:
    """Answer every question as the author does, pass every exercise, reach the end."""
    for position, step in enumerate(lesson.steps):
        if step.kind in QUESTION_KINDS:
            await session.answer(lesson.id, position, await right_answer(session, step))
        elif step.kind == "exercise":
            exercise = session.catalogue.exercise(step.content)
            await session.submit(exercise, exercise.solution_path.read_text(encoding="utf-8"))
    session.visit(lesson.id, len(lesson.steps) - 1)


async def right_answer(session: Session, step: Step) -> object:
    """What `session.answer` takes for the right answer to a question."""
    match step.kind:
        case "choose":
            choices = enumerate(step.content.choices)
            return tuple(n for n, it in choices if it.correct or step.content.advise)
        case "order":
            return tuple(step.content.lines.splitlines())
        case "blank":
            return tuple(str(answer) for answer in step.content.answers)
        case "spot":
            return step.content.line
        case _:
            report = await session.run(step.content.code, stdin=step.content.stdin)
            return report.exception.type if report.exception else report.printed


async def draw(name: str, drive: Driven) -> None:
    """One picture, in a home of its own."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        await begin()
        app = CourseApp(locations.find())
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            await pilot.press("escape")
            await drive(app, pilot)
            await pilot.pause(0.5)
            svg = app.export_screenshot()
    (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    """Draw all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for name in ("COURSE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ.pop(name, None)
    for name, drive in (("home", home), ("lesson", lesson), ("exercise", exercise)):
        asyncio.run(draw(name, drive))


if __name__ == "__main__":
    main()
