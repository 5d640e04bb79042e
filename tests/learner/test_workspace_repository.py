"""The learner's repository: built once, read and never written, kept when it is built again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import msgspec
import pytest

from course.catalogue.exercises import read_exercise
from course.learner.workspace import Workspace
from course.model import Exercise
from tests.checking.repository.scripts import NEEDS_GIT

pytestmark = NEEDS_GIT
REAL = Path(__file__).parents[2] / "exercises/tools-of-the-trade/first_commits"


@pytest.fixture
def exercise() -> Exercise:
    """An exercise of the course in a repository."""
    return read_exercise(REAL)


def test_it_is_built_once_and_left_as_it_is(tmp_path: Path, exercise: Exercise) -> None:
    workspace = Workspace(tmp_path)
    first = workspace.load(exercise)
    place = workspace.place(exercise)
    assert place == tmp_path / "tools-of-the-trade/first_commits/shop"
    (place / "mine.txt").write_text("mine")
    again = workspace.load(exercise)
    assert again != first
    assert json.loads(again)["shop"]["files"]["mine.txt"] == "mine"
    workspace.save(exercise, first)
    assert workspace.read(exercise) == again


def test_built_again_the_folder_is_kept_beside_it(tmp_path: Path, exercise: Exercise) -> None:
    workspace = Workspace(tmp_path)
    first = workspace.load(exercise)
    (workspace.place(exercise) / "mine.txt").write_text("mine")
    kept = workspace.reset(exercise)
    assert kept is not None
    assert (kept / "shop/mine.txt").read_text() == "mine"
    assert workspace.read(exercise) == first


def test_a_folder_that_is_gone_is_built_again(tmp_path: Path, exercise: Exercise) -> None:
    workspace = Workspace(tmp_path)
    first = workspace.load(exercise)
    shutil.rmtree(workspace.file(exercise))
    with pytest.raises(FileNotFoundError):
        workspace.read(exercise)
    assert workspace.load(exercise) == first


def newer(exercise: Exercise, folder: Path) -> Exercise:
    """The exercise as a newer course has it: one more file to begin with, and other words."""
    shutil.copytree(exercise.folder, folder / exercise.folder.name)
    script = folder / exercise.folder.name / "start.yaml"
    text = script.read_text("utf-8").replace("steps:", "steps:\n  - write: {new.txt: new}", 1)
    script.write_text(text, "utf-8")
    changed = read_exercise(script.parent)
    return msgspec.structs.replace(changed, id=exercise.id)


def test_what_nobody_has_touched_is_known_and_makes_way_for_a_newer_one(
    tmp_path: Path, exercise: Exercise
) -> None:
    workspace = Workspace(tmp_path / "work", given=tmp_path / "given")
    first = workspace.load(exercise)
    assert workspace.is_given(exercise, workspace.load(exercise))
    then = newer(exercise, tmp_path)
    assert workspace.load(then) != first
    assert (workspace.place(then) / "new.txt").is_file()
    assert workspace.task_news(then) == ""
    (workspace.place(then) / "mine.txt").write_text("mine")
    assert not workspace.is_given(then, workspace.load(then))
    workspace.reset(then)
    assert workspace.is_given(then, workspace.load(then))


def test_what_was_touched_stays_and_the_difference_is_told_once(
    tmp_path: Path, exercise: Exercise
) -> None:
    workspace = Workspace(tmp_path / "work", given=tmp_path / "given")
    workspace.load(exercise)
    (workspace.place(exercise) / "mine.txt").write_text("mine")
    then = newer(exercise, tmp_path)
    assert '"mine"' in workspace.load(then)
    assert "+  - write: {new.txt: new}" in workspace.task_news(then)
    assert workspace.task_news(then) == ""
