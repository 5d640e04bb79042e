"""Which milestone of a project a learner is at, and which file that one is about."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from course.catalogue import package, read_exercise
from course.catalogue.milestones import file_of_milestone, milestone_of, milestone_words
from course.model import Exercise
from tests.project_of_files import EXERCISE, FILES


@pytest.fixture
def project(tmp_path: Path) -> Exercise:
    """A project of several files with two milestones."""
    for name, text in {"exercise.yaml": EXERCISE, **FILES}.items():
        file = tmp_path / "loops" / "van_plan" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return read_exercise(tmp_path / "loops" / "van_plan")


def test_a_learner_is_at_the_first_milestone_that_does_not_pass(project: Exercise) -> None:
    assert milestone_of(project, {}) == 0
    weigh = {"01-weigh::test_adds_up": "passed"}
    assert milestone_of(project, weigh) == 1, "nothing is known of the second"
    assert milestone_of(project, {**weigh, "01-weigh::test_other": "failed"}) == 0
    assert milestone_of(project, {**weigh, "02-label::test_it": "not_run"}) == 1
    assert milestone_of(project, {**weigh, "02-label::test_it": "passed"}) == 1
    assert milestone_words(project, 1) == "Milestone 2 of 2: Label"


def test_its_file_is_the_one_in_which_the_reference_changes_most(project: Exercise) -> None:
    files = package.split(project.starter)
    assert [file_of_milestone(project, number, files) for number in (0, 1)] == [
        "weights.py",
        "labels.py",
    ]
    assert file_of_milestone(project, 0, ["labels.py"]) == "", "the learner has no such file"
    gone = msgspec.structs.replace(project, folder=project.folder / "gone")
    assert file_of_milestone(gone, 1, files) == "", "no reference, no file to begin with"
