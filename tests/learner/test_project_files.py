"""A project's folder in the workspace: read and written as one text, nothing lost."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest

from course.catalogue.package import replaced, split
from course.errors import CourseError
from course.learner.session import Session
from course.locations import Locations
from course.model import Exercise
from tests.project_of_files import FILES, write_project

PROJECT = "loops/van_plan"


@pytest.fixture
def session(own_course: Locations) -> Session:
    """A session on a course with the project in it."""
    write_project(own_course.content, "loops", "02-loops/01-for.yaml")
    return Session.open(own_course)


@pytest.fixture
def project(session: Session) -> Exercise:
    """The project."""
    return session.catalogue.exercise(PROJECT)


def test_the_folder_is_made_from_the_starter(session: Session, project: Exercise) -> None:
    assert session.load(project) == project.starter
    folder = session.file(project)
    assert (folder / "pages" / "van.html").read_text("utf-8") == "<h1>Van</h1>\n"
    assert (folder.parent / "test_weigh.py").is_file()


def test_saving_writes_what_differs_and_removes_nothing(
    session: Session, project: Exercise
) -> None:
    session.load(project)
    folder = session.file(project)
    (folder / "notes.txt").write_text("mine\n", encoding="utf-8")
    before = (folder / "labels.py").stat().st_mtime_ns
    session.save(project, replaced(project.starter, {"weights.py": "x = 1\n"}))
    assert (folder / "weights.py").read_text("utf-8") == "x = 1\n"
    assert (folder / "labels.py").stat().st_mtime_ns == before
    assert split(session.load(project))["notes.txt"] == "mine\n"


def test_a_reset_keeps_the_whole_folder(session: Session, project: Exercise) -> None:
    session.load(project)
    session.save(project, replaced(project.starter, {"weights.py": "x = 1\n"}))
    kept = session.reset(project)
    assert kept is not None
    assert kept.name == "van_plan.before-reset-1"
    assert (kept / "weights.py").read_text("utf-8") == "x = 1\n"
    assert session.load(project) == project.starter
    assert session.reset(project) is None


def test_a_file_that_is_no_text_is_named(session: Session, project: Exercise) -> None:
    session.load(project)
    (session.file(project) / "weights.py").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CourseError, match=r"weights\.py is not saved as UTF-8"):
        session.load(project)
    assert session.reset(project) is not None
    assert session.load(project) == project.starter


def test_what_another_program_writes_is_noticed(session: Session, project: Exercise) -> None:
    before = session.load(project)

    async def first_change() -> str:
        async for text in session.changes(project, before):
            return text
        return ""

    async def watch() -> str:
        change = asyncio.create_task(first_change())
        (session.file(project) / "pages" / "van.html").write_text("<h1>Vans</h1>\n", "utf-8")
        async with asyncio.timeout(20):
            return await change

    assert split(asyncio.run(watch()))["pages/van.html"] == "<h1>Vans</h1>\n"


def test_a_pass_is_kept_and_compared_with_the_reference(
    session: Session, project: Exercise
) -> None:
    solution = {
        name.removeprefix("solution/"): text
        for name, text in FILES.items()
        if name.startswith("solution/")
    }
    session.load(project)

    async def submit() -> None:
        async with session:
            report = await session.submit(project, replaced(project.starter, solution))
            assert report.passed

    asyncio.run(submit())
    comparison = session.comparison(project)
    assert split(comparison.reference) == solution
    assert comparison.yours == comparison.reference


def test_plain_pytest_works_beside_the_folder(session: Session, project: Exercise) -> None:
    session.load(project)
    session.save(project, replaced(project.starter, {"weights.py": FILES["solution/weights.py"]}))
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_weigh.py"],
        cwd=session.file(project).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "2 passed" in ran.stdout
