"""What a script from elsewhere asks of git runs no program and touches nothing outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.checking.repository.build import build
from course.checking.repository.scripted import command, inside, leads_out
from course.errors import WorkspaceError
from course.model import RepoScript, RepoStep
from tests.checking.repository.scripts import NEEDS_GIT

pytestmark = NEEDS_GIT

RUNS = (
    "-c alias.x='!touch {0}' x",
    "-c core.pager='touch {0}' -p log",
    "-C /tmp init -q",
    "--exec-path=/tmp status",
    "config alias.x '!touch {0}'",
    "rebase --exec 'touch {0}' HEAD~0",
    "rebase -x 'touch {0}' HEAD~0",
    "rebase -i HEAD~0",
    "bisect run touch {0}",
    "submodule foreach 'touch {0}'",
    "clone 'ext::touch {0}' x",
    "clone -u 'touch {0}' ../origin x",
    "clone -c core.fsmonitor='touch {0}' ../origin x",
    "remote update",
    "remote add x 'ext::touch {0}'",
    "push --receive-pack='touch {0}' ../shop main",
    "push --exec='touch {0}' ../shop main",
    "push 'ext::touch {0}' main",
    "push -o x ../shop main",
    "grep -O'touch {0}' VAT",
    "difftool -x 'touch {0}' HEAD",
    "filter-branch --tree-filter 'touch {0}' HEAD",
    "tag -u x -m y z",
    "tag -s -m y z",
    "commit -q --allow-empty -S -m x",
    "commit -C HEAD",
    "commit -F /etc/hostname",
    "merge -s x main",
    "stash",
    "maintenance start",
    "",
    "commit -m 'not closed",
)
OUTSIDE = (
    "init -q {0}",
    "init -q --separate-git-dir={0}",
    "init -q --template=/tmp",
    "init -q --bare ../../out",
    "worktree add {0}",
    "log --output={0}",
    "diff --output={0}",
    "archive -o {0} HEAD",
    "bundle create {0} HEAD",
    "format-patch -o {0} HEAD",
    "push ../../elsewhere main",
    "push ~/elsewhere main",
    "remote add x https://example.com/x",
    "remote add x ssh://example.com/x",
    "remote add x file:///tmp/x",
    "add /etc/hostname",
    "add ../../x",
    "checkout -q main -- '..\\..\\x'",
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a script works: a repository, and a bare one beside it."""
    for folder in ("built/shop/.git", "built/origin/objects", "built/files"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "built/origin/HEAD").write_text("ref: refs/heads/main\n")
    (tmp_path / "built/files/config").write_text("[core]\n")
    return tmp_path / "built/shop"


@pytest.mark.parametrize("line", [*RUNS, *OUTSIDE])
def test_git_runs_nothing_and_reaches_nothing_outside(place: Path, line: str) -> None:
    with pytest.raises(WorkspaceError):
        command(line.format("/tmp/mark"), place, place.parent)


def test_a_bare_repository_takes_no_files_over(place: Path) -> None:
    with pytest.raises(WorkspaceError, match="in an empty folder"):
        command("init -q --bare", place.parent / "files", place.parent)


NAMES = (
    "../../out", "/tmp/course-out", "a/../../../out", ".git/config", ".GIT/hooks/pre-commit",
    "git~1/config", ".git ./config", "x/HEAD", "../origin/config", "../origin/hooks/x",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_written_that_steers_git(place: Path, name: str) -> None:
    with pytest.raises(WorkspaceError):
        inside(place, name, place.parent)


STEPS = (
    RepoScript(folder="../out", steps=(RepoStep(git="init -q"),)),
    RepoScript(folder="shop", steps=(RepoStep(into="../out", write={"a": "x"}),)),
    RepoScript(folder="shop", steps=(RepoStep(git="-c alias.x='!touch ../../../out' x"),)),
)


@pytest.mark.parametrize("script", STEPS)
def test_a_script_that_reaches_out_is_not_carried_out(tmp_path: Path, script: RepoScript) -> None:
    with pytest.raises(WorkspaceError):
        build(script, tmp_path / "in/built")
    assert [file.name for file in tmp_path.rglob("*")] == ["in"]


def test_what_courses_ask_for_is_carried_out(place: Path) -> None:
    lines = (
        "init -q", "commit -q -a -m -x", "commit -qam 'a: b/../c'", "add -A .",
        "switch -q -C main", "push -q --force-with-lease -u origin main",
        "remote add origin ../origin", "rebase -q --onto HEAD~2 HEAD~1", "bisect start HEAD HEAD~3",
        "merge -q --no-ff -m 'Merge branch x' x", "rm -q -r --cached .env", "branch -M main",
        "reset -q --hard HEAD~1", "tag -a v1 -m One HEAD", "revert --no-edit HEAD..main",
    )  # fmt: skip
    assert all(command(line, place, place.parent) for line in lines)


COMMANDS = (
    "add, bisect, branch, checkout, cherry-pick, clone, commit, init, merge, push, rebase, remote, "
    "reset, restore, revert, rm, status, switch, tag"
)


@pytest.mark.parametrize("name", COMMANDS.split(", "))
def test_commands_of_a_script(place: Path, name: str) -> None:
    first = {"bisect": " good", "remote": " add"}.get(name, "")
    assert command(f"{name}{first} 'a b' -q -- c", place, place.parent)[-3:] == ["-q", "--", "c"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("log", f"the commands of a script are {COMMANDS}"),
        ("", f"the commands of a script are {COMMANDS}"),
        ("bisect run x", "after `bisect` comes one of bad, good, reset, skip, start"),
        ("bisect", "after `bisect` comes one of bad, good, reset, skip, start"),
        ("remote -v", "after `remote` comes one of add, remove, rename"),
        ("commit --edit", "`--edit` is none of the options of a script"),
        ("commit -x", "`-x` is none of the options of a script"),
        ("commit -mq -m", "`-mq` is none of the options of a script"),
        ("commit -c HEAD", "`-c` is none of the options of a script"),
        ("tag -u x", "`-u` is none of the options of a script"),
        ("clone -c a=b x", "`-c` is none of the options of a script"),
        ("add -q ../../x", "`../../x` is outside of the exercise's folder"),
        ("commit -m x /y", "`/y` is outside of the exercise's folder"),
    ],
)
def test_why_a_script_does_not_carry_a_command_out(place: Path, line: str, why: str) -> None:
    with pytest.raises(WorkspaceError) as told:
        command(line, place, place.parent)
    assert str(told.value) == f"`git {line}` is not carried out by a script: {why}."


def test_words_that_are_no_options_and_no_paths(place: Path) -> None:
    lines = (
        "checkout -", "switch -c x", "branch -c x y", "push -u origin main", "commit -m --edit",
        "commit -am /not/a/path", "bisect skip", "bisect bad", "bisect reset", "remote remove x",
        "remote rename x y", "status", "clone --bare -q ../shop .",
    )  # fmt: skip
    assert all(command(line, place, place.parent) for line in lines)
    (place.parent / "empty").mkdir()
    assert command("init --bare", place.parent / "empty", place.parent) == ["init", "--bare"]
    with pytest.raises(WorkspaceError, match="cannot be read: No closing quotation"):
        command("commit -m 'x", place, place.parent)


@pytest.mark.parametrize(
    ("word", "leads"),
    [
        ("a/b", False),
        ("../origin", False),
        ("..\\origin", False),
        ("../../built/shop", False),
        ("..a", False),
        ("a..b", False),
        ("~", False),
        ("~/x", True),
        ("/x", True),
        ("\\x", True),
        ("C:x", True),
        ("ext::x", True),
        ("file://x", True),
        ("../..", True),
        ("..\\..\\x", True),
        ("a/../../../x", True),
    ],
)
def test_which_words_lead_out(place: Path, word: str, leads: bool) -> None:
    assert leads_out(word, place, place.parent) is leads


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../../x", "the file ../../x is outside of the exercise's folder"),
        ("../shop2", "the file ../shop2 is outside of the exercise's folder"),
        ("a/.git", "a/.git is a name that git uses itself; call it something else"),
        ("Head", "Head is a name that git uses itself; call it something else"),
        ("git~12", "git~12 is a name that git uses itself; call it something else"),
        (".git. ", ".git.  is a name that git uses itself; call it something else"),
    ],
)
def test_why_a_file_is_not_written(place: Path, name: str, words: str) -> None:
    with pytest.raises(WorkspaceError) as told:
        inside(place, name, place.parent)
    assert str(told.value) == words


def test_files_of_a_script(place: Path) -> None:
    for name in ("a", "a/b.txt", ".gitignore", "heads", "git~x", "."):
        assert inside(place, name, place.parent) == place / name
    origin = place.parent / "origin"
    with pytest.raises(WorkspaceError, match="x is in a bare repository, where nothing is written"):
        inside(origin, "x", place.parent)
    with pytest.raises(WorkspaceError, match="outside of the exercise's folder"):
        inside(place.parent, "x", place)
    (origin / "HEAD").unlink()
    assert inside(origin, "x", place.parent) == origin / "x"
