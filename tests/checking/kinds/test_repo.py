"""An exercise in a repository: what is in it decides, in the words of its tests."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.catalogue.exercises import read_exercise
from course.checking.repository.build import build, perform
from course.checking.repository.facts import facts
from course.model import CheckReport, Exercise, Verdict
from tests.checking.repository.scripts import NEEDS_GIT, START, steps

if TYPE_CHECKING:
    from tests.checking.door import Door

pytestmark = NEEDS_GIT

TESTS = """
from new_price import repository

LOG = repository.log("main")


def test_a_commit_was_made():
    assert len(LOG) == 2, "There is no new commit on `main`."


def test_it_is_named():
    assert repository.untracked == []
"""


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    """An exercise that asks for one commit."""
    folder = tmp_path / "basics" / "new_price"
    folder.mkdir(parents=True)
    (folder / "exercise.yaml").write_text("title: A price\nkind: repo\nbrief: Commit it.\n")
    (folder / "test_new_price.py").write_text(TESTS)
    lines = ["folder: shop", "steps:", "  - git: init -q", "  - write: {prices.py: 'VAT = 19'}"]
    lines += ["    git: add prices.py", "  - git: commit -q -m Start"]
    (folder / "start.yaml").write_text("\n".join(lines))
    return read_exercise(folder)


def checked(door: Door, exercise: Exercise, folder: Path) -> CheckReport:
    """The report on a repository."""
    return door.check(exercise, facts(folder))


def test_independent_checks_of_a_repository_run_side_by_side(
    door: Door, exercise: Exercise, tmp_path: Path
) -> None:
    build(START, tmp_path / "built")
    source = facts(tmp_path / "built")

    async def both() -> list[CheckReport]:
        check = door.checker.check
        return await asyncio.gather(*(check(exercise, source, independent=True) for _ in range(2)))

    assert [report.verdict for report in door.run_async(both())] == [Verdict.FAILED] * 2


def test_the_words_of_the_tests_are_told(door: Door, exercise: Exercise, tmp_path: Path) -> None:
    build(START, tmp_path / "built")
    (tmp_path / "built/shop/new.py").touch()
    report = checked(door, exercise, tmp_path / "built")
    assert report.verdict is Verdict.FAILED
    assert report.exercise == "basics/new_price"
    words = [one.text for one in report.diagnosis]
    assert words == ["There is no new commit on `main`.", "it is named"]
    assert not any(test.call or test.got or test.message for test in report.tests)


def test_what_is_there_passes(door: Door, exercise: Exercise, tmp_path: Path) -> None:
    build(START, tmp_path / "built")
    perform(steps("commit -q -a -m Price", prices_py="VAT = 20\n"), tmp_path / "built", 9)
    assert checked(door, exercise, tmp_path / "built").passed


def test_a_repository_that_is_gone_is_told(door: Door, exercise: Exercise, tmp_path: Path) -> None:
    build(START, tmp_path / "built")
    shutil.rmtree(tmp_path / "built/shop/.git")
    report = checked(door, exercise, tmp_path / "built")
    assert report.verdict is Verdict.ERROR
    assert "no git repository in the folder `shop`" in report.diagnosis[0].text
