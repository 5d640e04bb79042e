"""What is read of a repository, in every state a learner may leave it in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.checking.repository.build import perform
from course.checking.repository.facts import drawn, facts
from course.errors import WorkspaceError
from course.model import RepoScript, RepoStep
from tests.checking.repository.scripts import NEEDS_GIT, read, steps

pytestmark = NEEDS_GIT


def test_what_is_not_committed(shop: Path) -> None:
    perform(steps("add new.py", new_py="x = 1\n", prices_py="VAT = 20\n", other_py=""), shop)
    found = read(shop)
    assert found.status == {"new.py": "A ", "prices.py": " M", "other.py": "??"}
    assert (found.staged, found.untracked, found.is_clean) == (["new.py"], ["other.py"], False)
    assert found.files["prices.py"] == "VAT = 20\n"
    assert found.branches["main"].files["prices.py"] == "VAT = 19\n"


@pytest.mark.parametrize(
    ("commands", "unfinished", "head"),
    [
        (["merge more"], "merge", "main"),
        (["rebase more"], "rebase", None),
        (["bisect start"], "bisect", "main"),
        (["checkout -q HEAD~1"], None, None),
    ],
)
def test_what_is_not_finished(
    shop: Path, commands: list[str], unfinished: str | None, head: str | None
) -> None:
    perform(steps("switch -q -c more", "commit -q -a -m More", prices_py="VAT = 20\n"), shop, 9)
    perform(steps("switch -q main"), shop, 14)
    perform(steps("commit -q -a -m Other", prices_py="VAT = 21\n"), shop, 15)
    perform(RepoScript(tuple(RepoStep(git=it, may_fail=True) for it in commands), "shop"), shop, 20)
    found = read(shop)
    assert (found.unfinished, found.head) == (unfinished, head)


def test_a_remote_beside_it_is_read_as_well(shop: Path) -> None:
    perform(RepoScript((RepoStep(git="clone -q --bare ../shop .", into="origin"),)), shop)
    perform(steps("remote add origin ../origin", "push -q -u origin main"), shop)
    every = json.loads(facts(shop))
    assert every["origin"]["bare"]
    found = read(shop)
    assert found.remotes == ["origin"]
    assert found.remote_branches["origin/main"].id == found.branches["main"].id


def test_hooks_and_programs_of_the_repository_are_not_run(shop: Path) -> None:
    git = shop / "shop" / ".git"
    ran = shop / "ran"
    program = git / "hooks" / "post-index-change"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f"#!/bin/sh\ntouch '{ran}'\n")
    program.chmod(0o755)
    with (git / "config").open("a") as config:
        config.write(f"[core]\n\tfsmonitor = {program}\n\tpager = {program}\n")
    facts(shop)
    assert not ran.exists()


def test_too_much_is_told(shop: Path) -> None:
    for number in range(10):
        (shop / "shop" / f"{number}.txt").write_text(f"{number}" * 30_000)
    perform(steps("add .", "commit -q -m All"), shop)
    with pytest.raises(WorkspaceError, match="more text"):
        facts(shop)


def test_it_is_drawn_as_a_terminal_would(shop: Path) -> None:
    (shop / "shop" / "new.py").touch()
    words = drawn(facts(shop))
    assert words.startswith("shop, on main\n?? new.py\n\n* ")
    assert words.endswith("(HEAD -> main) Start")


def test_a_folder_without_any_repository_says_so(tmp_path: Path) -> None:
    assert drawn(facts(tmp_path)) == "There is no git repository in this folder."
