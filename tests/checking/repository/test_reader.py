"""What the tests of an exercise may ask of a repository: branches, history, what was lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.checking.refusal import Refused
from course.checking.repository.build import perform
from course.checking.repository.module import module, nothing
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
