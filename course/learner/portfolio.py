"""A portfolio: the learner's projects as a git repository, each grown as it was written.

A commit stands for a try that brought a project further: more of its tests passed than ever before.
It has the try's date. Written again, only what is new since is committed on top. What was passed
with the reference's help is not in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from course.catalogue.package import split
from course.checking.extras import packages_of
from course.checking.repository import git
from course.errors import WrongUse
from course.learner.files import write_output
from course.learner.progress import history_in
from course.learner.readiness import practice
from course.learner.records import Attempt
from course.plural import counted

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.model import Exercise

MARK = ".portfolio.json"
"""Tells a portfolio, and which tries are in it."""
DECISION = "portfolio"
CHECKS = ".github/workflows/tests.yml"
_FEWEST_TESTS = 1

_CI = """\
name: tests
on: [push, pull_request]
jobs:
  tests:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.x"
      - run: python -m pip install -r requirements.txt
      - run: python -m pytest
"""
_CONFTEST = '''\
"""Tests run in the folder of their project, where its data is."""

import pytest


@pytest.fixture(autouse=True)
def _in_own_folder(request, monkeypatch):
    monkeypatch.chdir(request.path.parent)
'''
_IGNORED = "__pycache__/\n.pytest_cache/\n*.pyc\n.venv/\n"
_SETTINGS = '[tool.pytest.ini_options]\ntestpaths = ["projects"]\n'
_LICENSE = """\
MIT License

Copyright (c) {year} {name}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""


class Growth(Struct, frozen=True):
    """A try that brought a project further: how many stages it reached, how many tests passed."""

    attempt: Attempt
    stages: int
    passed: int
    tests: int


class Project(Struct, frozen=True):
    """A project that was passed, and the tries by which it grew, oldest first."""

    exercise: Exercise
    growth: tuple[Growth, ...]

    @property
    def folder(self) -> str:
        """Where it lies in the repository."""
        return f"projects/{self.exercise.module_name}"


class Portfolio(Struct, frozen=True):
    """What was written: where, which projects (titles), how many commits this time."""

    folder: Path
    projects: tuple[str, ...]
    commits: int


class Owner(Struct, frozen=True):
    """Whose portfolio it is, and the address (`url`) where others can see it."""

    name: str = ""
    email: str = ""
    url: str = ""


def projects(session: Session) -> list[Project]:
    """The projects that were passed without the reference's help, in the course's order."""
    history = history_in(session.store, session.catalogue)
    practised = practice(history.tries, history.helped)
    entries = session.catalogue.exercises
    return [
        Project(exercise, tuple(_growth(exercise, session.attempts(ident), history.helped)))
        for ident in session.catalogue.exercise_ids
        if entries[ident].kind == "project"
        and ident in practised
        and practised[ident].alone_at is not None
        for exercise in [session.catalogue.exercise(ident)]
    ]


def write(session: Session, folder: Path, owner: Owner) -> Portfolio:
    """Write or carry on the repository in `folder`. Raises CourseError where that cannot be.

    The report then links it.
    """
    written = grow(folder, to_show(session), owner, session.today())
    remember(session, written.folder, owner)
    return written


def to_show(session: Session) -> list[Project]:
    """What a portfolio would have in it; raises WrongUse where that is nothing."""
    if built := projects(session):
        return built
    raise WrongUse(
        "There is no project to show yet: one that passes all of its tests without the "
        "reference's help is the first."
    )


def grow(folder: Path, built: list[Project], owner: Owner, today: date) -> Portfolio:
    """Write what is new of these projects. Asks nothing of the progress, so any thread may."""
    folder = folder.absolute()
    known = _known(folder)
    by = _author(owner)
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / ".git").exists():
        git.run(folder, ["init", "-q", "-b", "main"])
    steps = sorted(
        ((growth, project) for project in built for growth in project.growth),
        key=lambda step: step[0].attempt.at,
    )
    commits = 0
    for growth, project in steps:
        if growth.attempt.uuid not in known:
            _write_project(folder, project, growth)
            known.append(growth.attempt.uuid)
            _write(folder / MARK, json.dumps({"tries": known}, indent=1) + "\n")
            commits += _commit(folder, _message(project, growth), by, growth.attempt.at)
    _write_around(folder, built, owner.name, today)
    commits += _commit(folder, "Say what is here, test it, license it", by, "")
    return Portfolio(folder, tuple(it.exercise.title for it in built), commits)


def remember(session: Session, folder: Path, owner: Owner) -> None:
    """Keep where the portfolio is and what it says of its owner, for the report and next time."""
    session.decide(DECISION, {"folder": str(folder), **msgspec.structs.asdict(owner)})


def remembered(session: Session, folder: Path) -> Owner:
    """What a portfolio said of its owner; an address belongs to the folder that it was told of."""
    kept = session.decision(DECISION)
    if not isinstance(kept, dict):
        return Owner()
    name, email, url = (
        it if isinstance(it := kept.get(key), str) else "" for key in ("name", "email", "url")
    )
    is_here = kept.get("folder") == str(folder.absolute())
    return Owner(name, email, url if is_here else "")


def usual_folder(session: Session) -> Path:
    """Where a portfolio is written, unless its owner says so."""
    return session.locations.workspace / "portfolio"


def _known(folder: Path) -> list[str]:
    """The tries that are in the portfolio of a folder; raises WrongUse where something else is."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return []
    try:
        return [str(it) for it in json.loads((folder / MARK).read_text(encoding="utf-8"))["tries"]]
    except (OSError, ValueError, KeyError, TypeError):
        raise WrongUse(
            f"{folder} holds something else already. Name a folder that is new or empty, or the "
            "one of an earlier portfolio."
        ) from None


def _growth(exercise: Exercise, tries: list[Attempt], helped: frozenset[str]) -> Iterator[Growth]:
    best = 0
    for one in tries:
        passed = sum(outcome == "passed" for outcome in one.tests.values())
        if one.uuid in helped or passed <= best or not one.source.strip():
            continue
        best = passed
        yield Growth(one, _stages(exercise, one), passed, len(one.tests))


def _stages(exercise: Exercise, one: Attempt) -> int:
    """How many stages of a project a try has reached, one after the other."""
    for number, milestone in enumerate(exercise.milestones):
        begin = f"{milestone.name}::"
        outcomes = [it for name, it in one.tests.items() if name.startswith(begin)]
        if len(outcomes) < _FEWEST_TESTS or any(it != "passed" for it in outcomes):
            return number
    return len(exercise.milestones)


# ---------------------------------------------------------------- files


def _write_project(folder: Path, project: Project, growth: Growth) -> None:
    """The learner's files of a try, with the tests of the stages it reached and its data."""
    exercise, place = project.exercise, folder / project.folder
    if exercise.package:
        files = split(growth.attempt.source)
        package = place / exercise.module_name
        for gone in [it for it in package.rglob("*") if it.is_file()] if package.is_dir() else []:
            if gone.relative_to(package).as_posix() not in files:
                gone.unlink()
        for name, text in files.items():
            _write(package / name, text)
    else:
        _write(place / f"{exercise.module_name}.py", growth.attempt.source)
    for data in exercise.data_files:
        write_output(place / exercise.place_of(data), data.read_bytes())
    reached = exercise.milestones[: growth.stages]
    for number, milestone in enumerate(reached, 1):
        for test in milestone.test_files:
            own = test.stem.removeprefix("test_")
            name = f"test_{exercise.module_name}_{number}_{own}.py"
            _write(place / name, test.read_text(encoding="utf-8"))


def _write_around(folder: Path, built: list[Project], name: str, today: date) -> None:
    """What a repository has around its code."""
    needs = packages_of(need for it in built for need in it.exercise.source.needs)
    _write(folder / "README.md", _readme(built, name))
    _write(folder / "requirements.txt", "\n".join(["pytest", *needs]) + "\n")
    _write(folder / "pyproject.toml", _SETTINGS)
    _write(folder / "conftest.py", _CONFTEST)
    _write(folder / ".gitignore", _IGNORED)
    _write(folder / CHECKS, _CI)
    if not (folder / "LICENSE").exists():
        _write(
            folder / "LICENSE", _LICENSE.format(year=today.year, name=_line(name) or "the author")
        )


def _readme(built: list[Project], name: str) -> str:
    lines = [f"# Python projects by {_line(name)}" if _line(name) else "# Python projects", ""]
    lines += [
        "Written while learning, each from a brief and against its tests. The history shows how "
        "they grew: a commit for every try that made more tests pass, on the day it did.",
        "",
        "| project | where | tests | written |",
        "| --- | --- | --- | --- |",
    ]
    for project in built:
        last = project.growth[-1]
        dates = sorted({growth.attempt.at[:10] for growth in project.growth})
        written = dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}"
        title = _line(project.exercise.title).replace("|", "/")
        lines.append(
            f"| {title} | [`{project.folder}`]({project.folder}) | {last.passed} | {written} |"
        )
    lines += ["", "Run all the tests:", ""]
    lines += ["    python -m pip install -r requirements.txt", "    python -m pytest", ""]
    lines += ["The briefs and tests are those of an open course; the code is mine.", ""]
    return "\n".join(lines)


def _line(words: str) -> str:
    return " ".join(words.split())


def _write(file: Path, text: str) -> None:
    write_output(file, text.encode("utf-8", "surrogatepass"))


# ---------------------------------------------------------------- git


def _author(owner: Owner) -> dict[str, str]:
    who = {
        "NAME": _line(owner.name) or "The author",
        "EMAIL": _line(owner.email) or "author@localhost",
    }
    return {f"GIT_{role}_{key}": it for role in ("AUTHOR", "COMMITTER") for key, it in who.items()}


def _message(project: Project, growth: Growth) -> str:
    stages = len(project.exercise.milestones)
    reached = counted(growth.passed, "test passes", "tests pass")
    title = _line(project.exercise.title)
    if growth.stages and stages > 1:
        name = _line(project.exercise.milestones[growth.stages - 1].source.title)
        return f"{title}: {name} ({growth.stages} of {stages})\n\n{reached}."
    return f"{title}: {reached}"


def _commit(folder: Path, message: str, by: dict[str, Any], at: str) -> int:
    """Commit what is new; how many commits that made."""
    git.run(folder, ["add", "-A"])
    if not git.run(folder, ["status", "--porcelain"]).strip():
        return 0
    dates = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at} if at else {}
    git.run(folder, ["commit", "-q", "-m", message], more={**by, **dates})
    return 1
