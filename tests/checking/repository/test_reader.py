"""What the tests of an exercise may ask of a repository: branches, history, what was lost."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from course.checking.refusal import Refused
from course.checking.repository.build import perform
from course.checking.repository.facts import facts
from course.checking.repository.module import module, nothing
from course.checking.repository.reader import Commit, Repository, ToolOutput
from course.model import RepoScript
from tests.checking.repository.scripts import NEEDS_GIT, START, read, steps

pytestmark = NEEDS_GIT


def test_branches_merges_and_what_each_commit_changed(shop: Path) -> None:
    perform(steps("switch -q -c more", "add new.py", "commit -q -m More", new_py="x\n"), shop, 9)
    perform(steps("switch -q main", 'merge -q --no-ff -m "Bring it in" more'), shop, 19)
    found = read(shop)
    assert [one.subject for one in found.log()] == ["Bring it in", "More", "Start"]
    assert len(found.log()[0].parents) == 2
    assert found.branches["more"] in found.branches["main"]
    assert found.branches["main"] not in found.branches["more"]
    assert found.branches["more"].changed == ["new.py"]
    assert found.log("more")[-1].author == "Amira <amira@harbour.example>"


def test_what_was_lost_is_known_and_on_no_branch(shop: Path) -> None:
    perform(steps("commit -q -a -m Lost", prices_py="VAT = 20\n"), shop, 9)
    perform(steps("reset -q --hard HEAD~1"), shop, 12)
    found = read(shop)
    assert [one.subject for one in found.commits] == ["Start"]
    assert "Lost" in [one.subject for one in found.known.values()]


def test_a_tool_runs_on_a_copy_of_the_files(shop: Path) -> None:
    program = (
        "import sys\nprint(open('prices.py').read())\nopen('made', 'w')\nsys.exit(len(sys.argv))"
    )
    perform(steps("add .", "commit -q -m Program", show_py=program), shop, 9)
    found = read(shop)
    done = found.branches["main"].run("show.py a 'b c'")
    assert (done.status, done.first_line) == (3, "VAT = 19")
    assert (done.folder / "made").is_file()
    assert not (shop / "shop" / "made").exists()
    assert found.branches["main"].run("show.py a 'b c'") is done


def test_the_first_tool_that_fails_is_the_last(shop: Path) -> None:
    more = {"stop.py": "raise SystemExit('no')", "go.py": "print('went')"}
    found = read(shop)
    assert found.run("go.py", "stop.py", "go.py", beside=more).output == "no\n"
    assert found.run("compileall -q .", "go.py", beside=more).output == "went\n"


def test_a_file_is_no_repository() -> None:
    for given in ("x = 1\n", "[]", "1", ""):
        with pytest.raises(Refused, match="not a file"):
            module(START, given)


@pytest.mark.parametrize(("folder", "where"), [(".", "the exercise's folder"), ("a", "folder `a`")])
def test_a_repository_that_is_not_there_any_more(folder: str, where: str) -> None:
    script = RepoScript(folder=folder, steps=())
    with pytest.raises(Refused, match=f"no git repository in .*{where} any more"):
        module(script, '{"shop": {}}')


def test_a_repository_that_holds_too_much() -> None:
    facts = {"shop": {"files": {"big": "x" * 240 * 1024}}}
    with pytest.raises(Refused, match="There is more in the repository than a check reads"):
        module(START, json.dumps(facts))


def test_a_repository_that_was_just_made_has_nothing() -> None:
    space: dict[str, object] = {}
    exec(module(START, nothing(START)), space)
    made = space["repository"]
    assert isinstance(space["repositories"], dict)
    assert space["repositories"]["shop"] is made
    assert (made.commits, made.branches, made.files) == ([], {}, {})  # type: ignore[attr-defined]


def test_nothing_of_a_repository_is_there_under_every_name_that_facts_have(shop: Path) -> None:
    empty = json.loads(nothing(START))
    assert set(empty) == {"shop"}
    assert set(empty["shop"]) == set(json.loads(facts(shop))["shop"])
    assert not any(empty["shop"].values())


def _commit(ident: str, *parents: str, **tree: str) -> dict[str, object]:
    about = {"author": "A <a@b>", "when": 7, "message": f"Say {ident}\n\nmore"}
    return {"id": ident * 8, "parents": [it * 8 for it in parents], "tree": tree, **about}


def test_what_tests_ask_of_a_repository() -> None:
    facts = json.loads(nothing(START))["shop"]
    found = Repository({
        **facts,
        "head": "main",
        "at": "d" * 8,
        "commits": [
            _commit("a", x="1"),
            _commit("b", "a", x="2", y="1"),
            _commit("c", "a", "gone", x="1"),
            _commit("d", "b", "c", y="1"),
            _commit("e"),
        ],
        "texts": {"1": "one", "2": "two"},
        "refs": {
            "refs/heads/main": "d" * 8,
            "refs/heads/lost": "z" * 8,
            "refs/remotes/origin/HEAD": "a" * 8,
            "refs/remotes/origin/main": "c" * 8,
            "refs/tags/v1": "b" * 8,
            "refs/stash": "e" * 8,
        },
        "status": {"n": "??", "m": " M", "s": "A ", "b": "MM", "a": "??"},
        "remotes": ["origin"],
        "unfinished": "merge",
        "files": {"x": "text"},
        "reflog": ["b commit: x"],
    })  # fmt: skip

    def names(commits: Iterable[Commit]) -> str:
        return "".join(one.id[0] for one in commits)

    assert {name: names([it]) for name, it in found.branches.items()} == {"main": "d"}
    assert {name: names([it]) for name, it in found.remote_branches.items()} == {"origin/main": "c"}
    assert {name: names([it]) for name, it in found.tags.items()} == {"v1": "b"}
    assert [names(found.log()), names(found.log("main")), names(found.log("x"))] == ["dcba"] * 2 + [
        ""
    ]
    assert names(found.commits) == "dcba"
    a, b, c, d, e = found.known.values()
    assert [names(it.parents) for it in (a, b, c, d, e)] == ["", "a", "a", "bc", ""]
    assert [it.changed for it in (a, b, c, d, e)] == [["x"], ["x", "y"], [], ["x"], []]
    assert (b.files, b.subject, b.when, b.number) == ({"x": "two", "y": "one"}, "Say b", 7, 1)
    assert (b.author, b.message, repr(b)) == ("A <a@b>", "Say b\n\nmore", "<bbbbbbb Say b>")
    assert (b in d, d in b, b in b, e in d) == (True, False, True, False)
    assert (found.untracked, found.staged, found.is_clean) == (["a", "n"], ["b", "s"], False)
    assert (found.at, found.head, found.unfinished) == (d, "main", "merge")
    assert (found.files, found.reflog, found.remotes) == (
        {"x": "text"},
        ["b commit: x"],
        ["origin"],
    )
    assert repr(found) == "<repository on main>"
    empty = Repository(facts)
    assert (empty.log(), empty.is_clean, empty.at, repr(empty)) == (
        [],
        True,
        None,
        "<repository on None>",
    )


def test_the_first_line_of_what_a_tool_says() -> None:
    lines = [
        ToolOutput(0, text, Path()).first_line for text in ("\n \n two\nthree", "one", "\n", "")
    ]
    assert lines == [" two", "one", "nothing", "nothing"]


def test_what_the_module_of_a_repository_that_is_elsewhere_says() -> None:
    most = json.dumps({"shop": {}})
    assert module(START, most + " " * (240 * 1024 - len(most)))
    with pytest.raises(Refused, match="There is more in the repository"):
        module(START, most + " " * (240 * 1024 + 1 - len(most)))
