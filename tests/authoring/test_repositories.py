"""What the gate says of an exercise in a repository that proves nothing, or cannot be built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.authoring.conftest import Course
from tests.checking.repository.scripts import NEEDS_GIT

pytestmark = NEEDS_GIT
REAL = Path(__file__).parents[2] / "exercises/tools-of-the-trade/first_commits"
PLACE = "exercises/shop/first_commits"


@pytest.fixture
def with_a_repository(good: Course) -> Course:
    """The good course with an exercise in a repository."""
    shutil.copytree(REAL, good.root / PLACE)
    for extra in ("right_password_amended_away", "wrong_password_deleted_later"):
        (good.root / PLACE / "answers" / f"{extra}.yaml").unlink()
    return good


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "start.yaml",
            "git: init -q",
            "git: switch nowhere",
            "it cannot be built: `git switch nowhere` failed",
        ),
        ("solution.yaml", "add report.py", "add reports.py", "it cannot be carried out: `git add"),
        ("solution.yaml", "git: add report.py", "git: status", "it cannot be carried out"),
        (
            "test_first_commits.py",
            ', f"`git status` still names {left}: commit it or ignore it."',
            "",
            "no words for the learner",
        ),
        (
            "test_first_commits.py",
            "in repository.commits",
            "in repository.comits",
            "test_first_commits.py:7: `repository` has no `comits`; did you mean `commits`?",
        ),
        (
            "test_first_commits.py",
            "in repository.commits",
            'in repository.branches["main"].histori',
            "test_first_commits.py:7: a commit has no `histori`; did you mean `history`?",
        ),
        (
            "test_first_commits.py",
            "        assert not both, (",
            "        assert one, (",
            "wrong_all_in_one.yaml: this wrong answer passes",
        ),
        (
            "answers/right_on_a_branch.yaml",
            "git: merge -q --no-ff",
            "git: merge -q --squash",
            "the right answer does not pass",
        ),
    ],
)
def test_what_proves_nothing_is_told(
    with_a_repository: Course, file: str, old: str, new: str, said: str
) -> None:
    with_a_repository.edit(f"{PLACE}/{file}", old, new)
    told = with_a_repository.told("shop/first_commits")
    assert any(said in one for one in told), told


def test_answers_of_both_kinds_are_asked_for(with_a_repository: Course) -> None:
    shutil.rmtree(with_a_repository.root / PLACE / "answers")
    told = with_a_repository.told("shop/first_commits")
    for kind in ("right", "wrong"):
        said = f"{PLACE}/answers: 0 of the kept answers are {kind}; keep at least 2"
        assert said in told, told


def test_a_start_that_passes_is_told(with_a_repository: Course) -> None:
    tests = with_a_repository.root / PLACE / "test_first_commits.py"
    tests.write_text(
        "from first_commits import repository\n\n\n"
        'def test_it():\n    assert repository.log("main"), "There is no commit yet."\n'
    )
    told = with_a_repository.told("shop/first_commits")
    assert any("the start passes already" in one for one in told), told
