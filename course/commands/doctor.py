"""`course doctor`: what this machine has, what is missing, and what to do about it."""

from __future__ import annotations

import asyncio
import os
import platform
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from course.signs import RIGHT, WRONG
from course.terminal import echo

if TYPE_CHECKING:
    from course.catalogue import Catalogue

FRAMEWORKS = ("flask", "django", "fastapi", "httpx", "sqlalchemy")


@click.command("doctor")
def doctor() -> None:
    """Look whether everything the course needs is here; ends with 1 where something is not."""
    from course import __version__, locations
    from course.catalogue import Catalogue
    from course.checking.repository import git
    from course.errors import CourseError
    from course.learner.unsaved import UnsavedTexts

    places = locations.find()
    healthy = True

    def line(good: bool, words: str) -> None:
        nonlocal healthy
        healthy = healthy and good
        echo(f"{RIGHT if good else WRONG} {words}")

    version = platform.python_version()
    line(sys.version_info >= (3, 11), f"Python {version} (3.11 or newer is needed)")
    echo(f"  course {__version__} on {platform.system()} {platform.machine()}")
    catalogue: Catalogue | None = None
    try:
        catalogue = Catalogue.open(places)
        catalogue.refresh()
        line(not catalogue.problems, f"content in {places.content}")
        for problem in catalogue.problems:
            echo(f"    {problem}")
    except CourseError as error:
        line(False, f"content in {places.content}: {error}")
    for name, folder in (("progress", places.data), ("your files", places.workspace)):
        fault = _unwritable(folder)
        line(fault is None, f"{name} in {folder}" + (f": {fault}" if fault else ""))
    for text in UnsavedTexts(places.data).all():
        when = f"{text.at.astimezone():%d %b %H:%M}"
        echo(f"! not saved yet: {text.heading}, typed {when}; the app offers it: course")
    for package in FRAMEWORKS:
        line(find_spec(package) is not None, f"{package} for the framework lessons")
    if not git.is_here():  # the course goes on without it, but for a few exercises
        echo("! git is not installed; exercises in a real repository need it: https://git-scm.com")
    _tell_of_extras()
    fault = asyncio.run(_fault_of_a_check(catalogue))
    line(fault is None, fault or "a check of a right and of a wrong answer, from start to end")
    asyncio.run(_tell_of_sandbox())
    sys.exit(0 if healthy else 1)


def _tell_of_extras() -> None:
    """Name the packages that a few exercises need, and that the course goes on without."""
    from course.checking.extras import EXTRAS, how_to_install, lacking

    for extra, names in EXTRAS.items():
        if packages := lacking(names):
            echo(f"! not installed: {', '.join(packages)}; a few exercises need it ({extra}):")
            echo(f"    {how_to_install(packages)}")


async def _tell_of_sandbox() -> None:
    """Try what code under check could do to this machine, and say what holds."""
    from course.checking import Checker, promises
    from course.errors import CourseError
    from course.worker import sandbox

    try:
        async with Checker(size=1) as checker:
            tried = [one async for one in promises.try_all(checker)]
    except (CourseError, OSError) as error:
        echo(f"! the sandbox cannot be tried: {error}")
        return
    broken = [one.promise.can for one in tried if not one.holds]
    if broken:
        echo("! your code is checked with fewer protections here. It was tried; a program can")
        for words in (*broken, *(f"because: {why}" for why in sandbox.missing())):
            echo(f"    {words}")
    else:
        echo(
            f"{RIGHT} your code is checked in a full sandbox "
            f"({len(tried)} ways out of it were tried)"
        )
    for words in sorted({one.refused for one in tried if one.refused}):
        echo(f"! {words}")


async def _fault_of_a_check(catalogue: Catalogue | None) -> str | None:
    """What is wrong with checking on this machine; None where one check did all it should."""
    from course.catalogue.exercises import reference
    from course.checking import Checker
    from course.errors import CourseError
    from course.model import Verdict

    try:
        async with Checker(size=1) as checker:
            ran = await checker.run("print(6 * 7)")
            if ran.verdict is not Verdict.PASSED or ran.printed != "42\n":
                return f"a program that prints 42 ended with `{ran.verdict}`. {ran.limit or ''}"
            first = next(iter(catalogue.exercises), None) if catalogue is not None else None
            if catalogue is None or first is None:
                return "no check was tried: there is no exercise in the content"
            exercise = catalogue.exercise(first)
            right = await checker.check(exercise, reference(exercise))
            if not right.passed:
                words = right.limit or "; ".join(one.text for one in right.diagnosis)
                return f"the reference of {first} does not pass (`{right.verdict}`). {words}"
            wrong = await checker.check(exercise, "")
            return f"an empty file passes {first}" if wrong.passed else None
    except (CourseError, OSError) as error:
        return "\n    ".join((f"no check is possible: {error}", *getattr(error, "__notes__", ())))


def _unwritable(folder: Path) -> str | None:
    """Why nothing can be written there, or None where it can (nothing is created)."""
    for place in (folder, *folder.parents):
        if place.exists():
            if not place.is_dir():
                return f"{place} is not a folder; move it away or set COURSE_HOME"
            if os.access(place, os.W_OK):
                return None
            return f"{place} is read-only; change its permissions or set COURSE_HOME"
    return "no such drive; set COURSE_HOME"
