"""A repository is built from data, the same every time, and never outside of its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.checking.repository.build import build
from course.checking.repository.facts import facts
from course.errors import WorkspaceError
from course.model import RepoScript, RepoStep
from tests.checking.repository.scripts import NEEDS_GIT, START

pytestmark = NEEDS_GIT


def test_it_is_the_same_every_time(tmp_path: Path) -> None:
    build(START, tmp_path / "one")
    build(START, tmp_path / "two")
    assert facts(tmp_path / "one") == facts(tmp_path / "two")


def test_the_learner_may_commit_where_git_knows_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    build(START, tmp_path / "built")
    assert "me@harbour.example" in (tmp_path / "built/shop/.git/config").read_text()


@pytest.mark.parametrize("name", ["../out.txt", "/tmp/out.txt", "a/../../out.txt"])
def test_a_step_stays_inside(tmp_path: Path, name: str) -> None:
    script = RepoScript(folder="shop", steps=(RepoStep(write={name: "x"}),))
    with pytest.raises(WorkspaceError, match="outside"):
        build(script, tmp_path / "built")
    assert not (tmp_path / "built").exists()


def test_a_step_that_fails_leaves_nothing_and_says_what_git_said(tmp_path: Path) -> None:
    script = RepoScript(folder="shop", steps=(RepoStep(git="switch nowhere"),))
    with pytest.raises(WorkspaceError, match="not a git repository"):
        build(script, tmp_path / "built")
    assert not (tmp_path / "built").exists()
