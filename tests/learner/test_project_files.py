"""A project's folder in the workspace: read and written as one text, nothing lost."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import msgspec
import pytest

from course.catalogue.package import replaced, split
from course.errors import CourseError
from course.learner import workspace
from course.learner.session import Session
from course.locations import Locations
from course.model import Exercise, RepoScript
from course.worker.limits import FILE_BYTES
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


def test_a_reset_of_a_project_puts_the_starter_there_again(
    session: Session, project: Exercise
) -> None:
    folder = session.file(project)
    assert session.reset(project) is None  # nothing was there
    assert session.workspace.read(project) == project.starter
    assert session.reset(project) is None  # nothing was changed
    session.save(project, replaced(project.starter, {"weights.py": "x = 1\n"}))
    assert session.reset(project) == folder.with_name("van_plan.before-reset-1")
    assert session.workspace.read(project) == project.starter
    (folder / "weights.py").write_bytes(b"\xff\xfe\x00")
    assert session.reset(project) == folder.with_name("van_plan.before-reset-2")
    assert session.workspace.read(project) == project.starter


def test_a_folder_without_a_file_is_no_project(session: Session, project: Exercise) -> None:
    session.file(project).mkdir(parents=True)
    with pytest.raises(FileNotFoundError) as told:
        session.workspace.read(project)
    assert (told.value.errno, told.value.filename) == (2, str(session.file(project)))
    assert session.load(project) == project.starter


def test_a_version_that_is_kept_is_known_again(session: Session, project: Exercise) -> None:
    keep, kept_as = session.workspace.keep, session.workspace.kept_as
    assert kept_as(project, "", "recovered") is None
    text = replaced(project.starter, {"weights.py": "x = 1\n"})
    kept = keep(project, text, "recovered")
    assert kept.name == "van_plan.before-recovered-1"
    assert kept_as(project, text, "recovered") == kept
    assert kept_as(project, project.starter, "recovered") is None
    assert kept_as(project, text, "reset") is None
    single = session.catalogue.exercise("basics/double")
    one = keep(single, "x = 1\n", "reset")
    assert one.name == "double.before-reset-1.py"
    assert kept_as(single, "x = 1\n", "reset") == one
    assert kept_as(single, "x = 2\n", "reset") is None


def test_which_files_are_watched(session: Session, project: Exercise) -> None:
    single = session.catalogue.exercise("basics/double")
    start = RepoScript(folder="shop", steps=())
    repository = msgspec.structs.replace(single, start=start)
    names = ("double.py", "other.py", "page.html", "index.lock", "notes.exe")
    folder = session.file(project)

    def watched(exercise: Exercise) -> list[str]:
        file = session.file(exercise)
        return [name for name in names if workspace._is_of(exercise, file, folder / name)]

    assert watched(single) == ["double.py"]
    assert watched(project) == ["double.py", "other.py", "page.html"]
    assert watched(repository) == ["double.py", "other.py", "page.html", "notes.exe"]
    gone = workspace._is_gone(folder)
    assert str(gone) == f"{folder} is gone. It is there again when it is saved."


def test_what_lies_where_the_tests_go_and_is_no_such_file_stays(
    session: Session, project: Exercise
) -> None:
    place = session.file(project).parent
    test = place / project.test_files[0].name
    test.mkdir(parents=True)
    session.load(project)
    assert test.is_dir()
    test.rmdir()
    with test.open("wb") as file:
        file.truncate(FILE_BYTES + 1)
    session.load(project)
    assert test.stat().st_size == FILE_BYTES + 1
    with test.open("wb") as file:
        file.write(b"# mine\n")
    session.load(project)
    assert test.read_bytes() == project.test_files[0].read_bytes()
    [kept] = place.glob("test_weigh.before-update-1*")
    assert kept.read_bytes() == b"# mine\n"
