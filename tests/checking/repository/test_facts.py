"""What is read of a repository, in every state a learner may leave it in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from course.checking.repository import git
from course.checking.repository.build import build, perform
from course.checking.repository.facts import _commits, _is_repository, _unfinished, drawn, facts
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


def test_everything_that_is_read(shop: Path, snapshot: SnapshotAssertion) -> None:
    perform(steps("tag -a v1 -m One", "switch -q -c more"), shop, 9)
    perform(steps("add new.py", "commit -q -m More", new_py="x = 1\n"), shop, 14)
    perform(steps("switch -q main", "remote add origin ../origin"), shop, 20)
    perform(
        steps("add staged.py", staged_py="y\n", prices_py="VAT = 20\n", new_txt="z\n"), shop, 30
    )
    (shop / "shop/binary").write_bytes(b"\xff\xfe")
    (shop / "shop/link").symlink_to("prices.py")
    names: dict[str, str] = {}

    def named(found: re.Match[str]) -> str:
        return names.setdefault(found[0][:7], f"id-{len(names)}")

    text = re.sub(r"\b([0-9a-f]{40}|[0-9a-f]{7})\b", named, facts(shop))
    assert json.loads(text) == snapshot


NOTHING = {"head": "main", "bare": False, "unfinished": None, "status": {}, "drawn": []}


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ({".": {}}, "on main\nnothing to commit\n\nno commits yet"),
        ({"a": {"bare": True}}, "a, a bare repository\n\nno commits yet"),
        (
            {"a": {"head": None, "unfinished": "merge", "status": {"x.py": "UU"}, "drawn": ["*"]}},
            "a, on no branch (detached HEAD)\na merge is not finished\nUU x.py\n\n*",
        ),
        (
            {"a": {"status": {"x": "??", "y": " M"}}, "b": {"drawn": ["* 1", "* 2"]}},
            "a, on main\n?? x\n M y\n\nno commits yet\n\nb, on main\nnothing to commit\n\n* 1\n* 2",
        ),
    ],
)
def test_facts_are_told_as_git_tells_them(found: dict[str, dict[str, object]], words: str) -> None:
    assert drawn(json.dumps({name: {**NOTHING, **one} for name, one in found.items()})) == words


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("MERGE_HEAD", "merge"),
        ("rebase-merge", "rebase"),
        ("rebase-apply", "rebase"),
        ("CHERRY_PICK_HEAD", "cherry-pick"),
        ("REVERT_HEAD", "revert"),
        ("BISECT_LOG", "bisect"),
        ("ORIG_HEAD", None),
    ],
)
def test_what_was_begun_and_not_finished(tmp_path: Path, name: str, what: str | None) -> None:
    (tmp_path / name).touch()
    assert _unfinished(tmp_path) == what


def test_what_is_a_repository(tmp_path: Path) -> None:
    for folder in ("a/.git", "bare/refs", "no-head/refs", "no-refs", ".git/refs"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("bare/HEAD", "no-refs/HEAD", ".git/HEAD", "file"):
        (tmp_path / file).touch()
    (tmp_path / "link").symlink_to("a")
    there = sorted(place.name for place in tmp_path.iterdir() if _is_repository(place))
    assert there == ["a", "bare"]


def test_more_commits_and_files_than_an_exercise_needs_are_told(shop: Path) -> None:
    place = shop / "shop"
    who = "committer A <a@b.example> 1 +0000\ndata 1\nx\n"
    more = "".join(f"commit refs/heads/long\n{who}" for _ in range(399))
    git.run(place, ["fast-import", "--quiet"], given=more.encode())
    assert len(_commits(place)) == 400
    git.run(
        place,
        ["fast-import", "--quiet"],
        given=f"commit refs/heads/one\n{who}".replace("x", "y").encode(),
    )
    with pytest.raises(WorkspaceError, match="more than 400 commits"):
        facts(shop)
    git.run(place, ["update-ref", "-d", "refs/heads/long"])
    for number in range(400):
        (place / f"{number}.txt").write_text("x")
    found = read(shop)
    assert (len(found.status), len(found.files)) == (400, 400)
    (place / "400.txt").touch()
    with pytest.raises(WorkspaceError, match=r"More than 400 files in .* are not committed"):
        facts(shop)


def test_of_a_long_file_its_beginning_is_read(shop: Path) -> None:
    (shop / "shop/long.txt").write_text("x" * 20_001)
    perform(steps("add .", "commit -q -m Long"), shop, 9)
    found = read(shop)
    assert found.files["long.txt"] == found.branches["main"].files["long.txt"] == "x" * 20_000


def test_there_has_to_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="There is no folder"):
        facts(tmp_path / "gone")


def test_a_commit_of_more_files_than_an_exercise_needs_is_told(shop: Path) -> None:
    for number in range(401):
        (shop / "shop" / f"f{number}").touch()
    perform(steps("add .", "commit -q -m Many"), shop, 9)
    with pytest.raises(WorkspaceError, match=r"A commit in .* has more than 400 files"):
        facts(shop)
