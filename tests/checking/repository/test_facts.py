"""What is read of a repository, in every state a learner may leave it in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.checking.repository import git
from course.checking.repository.build import build, perform
from course.checking.repository.facts import drawn, facts
from course.errors import WorkspaceError, WrongUse
from course.model import RepoScript, RepoStep
from course.shift.repository import diff, version
from tests.checking.repository.scripts import NEEDS_GIT, START, read, steps

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


RUNS_A_PROGRAM = """\
[filter "x"]
    clean = touch {mark}
    smudge = touch {mark}
    process = touch {mark}
    required = true
[diff]
    external = touch {mark}
[diff "x"]
    textconv = touch {mark}
    command = touch {mark}
[core]
    fsmonitor = touch {mark}
    hooksPath = hooks
    pager = touch {mark}
    sshCommand = touch {mark}
    alternateRefsCommand = touch {mark}
[log]
    showSignature = true
[gpg]
    program = touch {mark}
[remote "origin"]
    url = ../gone
    promisor = true
    uploadpack = touch {mark};
[extensions]
    partialClone = origin
[protocol]
    allow = always
[alias]
    status = !touch {mark}
    log = !touch {mark}
"""


def test_reading_runs_nothing_that_a_repository_asks_for(shop: Path, tmp_path: Path) -> None:
    place, mark = shop / "shop", tmp_path / "mark"
    with (place / ".git/config").open("a") as config:
        config.write(RUNS_A_PROGRAM.format(mark=mark))
    (place / ".git/info/attributes").write_text("* filter=x diff=x\n")
    (place / ".gitattributes").write_text("* filter=x diff=x export-subst\n")
    (place / "prices.py").write_text("VAT = 20\n")

    assert read(shop).status["prices.py"] == " M"
    assert version(place, "main").files["prices.py"] == "VAT = 19\n"
    assert diff(place, "main", "main") == ""
    assert not mark.exists()


def test_a_submodule_is_not_entered(shop: Path, tmp_path: Path) -> None:
    place, mark = shop / "shop", tmp_path / "mark"
    build(START, place / "sub")
    inner = place / "sub/shop"
    git.run(place, ["add", "sub/shop"], ok=True)
    with (inner / ".git/config").open("a") as config:
        config.write(f"[core]\n    fsmonitor = touch {mark}\n")
    (inner / "prices.py").write_text("VAT = 21\n")

    facts(shop)
    assert not mark.exists()


def test_a_repository_elsewhere_is_not_read_through_a_link(shop: Path, tmp_path: Path) -> None:
    build(START, tmp_path / "private")
    (shop / "mine").mkdir()
    (shop / "mine/.git").symlink_to(tmp_path / "private/shop/.git")
    assert set(json.loads(facts(shop))) == {"shop"}


def test_no_repository_above_is_read(tmp_path: Path) -> None:
    build(START, tmp_path / "home")
    (tmp_path / "home/shop/inner").mkdir()
    with pytest.raises(WrongUse, match="no commit"):
        version(tmp_path / "home/shop/inner", "main")


@pytest.mark.parametrize("mark", ["CACHEDIR.TAG", "pyvenv.cfg"])
def test_what_a_tool_keeps_for_itself_is_not_read(shop: Path, mark: str) -> None:
    kept = shop / "shop" / "kept"
    (kept / "deep").mkdir(parents=True)
    (kept / mark).touch()
    (kept / "deep" / "index.json").write_text("{}")
    assert list(read(shop).files) == ["prices.py"]
