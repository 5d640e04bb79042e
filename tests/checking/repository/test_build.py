"""A repository is built from data, the same every time, and never outside of its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.checking.repository import git
from course.checking.repository.build import build, perform
from course.checking.repository.facts import facts
from course.errors import WorkspaceError
from course.model import RepoScript, RepoStep
from tests.checking.repository.scripts import NEEDS_GIT, START, read, steps

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


def test_who_commits_and_when(tmp_path: Path) -> None:
    build(START, tmp_path / "built")
    perform(steps("commit -q --allow-empty -m Empty"), tmp_path / "built", 5)
    commits = read(tmp_path / "built").log()
    assert [(one.author, one.when) for one in commits] == [
        ("Harbour <team@harbour.example>", 1_767_607_200 + 5 * 600),
        ("Amira <amira@harbour.example>", 1_767_607_200 + 2 * 600),
    ]
    form = ["log", "-1", "--format=%cn %ce %ct %ci"]
    assert git.run(tmp_path / "built/shop", form).decode() == (
        "Harbour team@harbour.example 1767610200 2026-01-05 10:50:00 +0000\n"
    )


def test_files_and_folders_are_made_and_removed_as_the_script_says(tmp_path: Path) -> None:
    script = RepoScript(
        folder="shop",
        steps=(
            RepoStep(write={"deep/er/a.txt": "é\n", "b.txt": "b\n"}),
            RepoStep(write={"c.txt": ""}, into="other/place"),
            RepoStep(remove=("b.txt",)),
        ),
    )
    build(script, tmp_path / "built")
    files = {
        it.relative_to(tmp_path / "built").as_posix(): it.read_bytes()
        for it in (tmp_path / "built").rglob("*")
        if it.is_file()
    }
    assert files == {"shop/deep/er/a.txt": "é\n".encode(), "other/place/c.txt": b""}
    here = RepoScript(folder=".", steps=(RepoStep(write={"a": "x"}),))
    build(here, tmp_path / "here")
    assert [it.name for it in (tmp_path / "here").iterdir()] == ["a"]


def test_what_is_there_already_is_not_built_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(WorkspaceError, match="file/built cannot be made: Not a directory"):
        build(START, tmp_path / "file/built")


def test_a_step_that_may_fail_does_not_end_the_script(tmp_path: Path) -> None:
    build(START, tmp_path / "built")
    may = RepoScript(folder="shop", steps=(RepoStep(git="merge gone", may_fail=True),))
    perform(may, tmp_path / "built")
    with pytest.raises(WorkspaceError, match="`git merge gone` failed in"):
        perform(steps("merge gone"), tmp_path / "built")
