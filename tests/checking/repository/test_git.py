"""git is run in the same way for everybody, whatever they and a repository have set."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from course.checking.repository import git
from course.errors import SandboxError, WorkspaceError
from course.text import clean_line
from tests.checking.repository.scripts import NEEDS_GIT

pytestmark = NEEDS_GIT

SET = {
    "core.fsmonitor": "false",
    "core.hookspath": os.devnull,
    "core.pager": "cat",
    "core.quotepath": "false",
    "gc.auto": "0",
    "commit.gpgsign": "false",
    "advice.detachedhead": "false",
    "core.autocrlf": "false",
    "init.defaultbranch": "main",
    "log.showsignature": "false",
    "core.attributesfile": os.devnull,
    "submodule.recurse": "false",
    "diff.ignoresubmodules": "all",
}


def test_what_is_set_for_every_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "somebody")
    listed = git.run(tmp_path, ["config", "--list"]).decode().splitlines()
    assert dict(line.split("=", 1) for line in listed) == SET


def test_the_environment_of_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/elsewhere")
    made = git._environment(tmp_path / "folder")
    assert made["PATH"] == os.environ["PATH"]
    assert {name: it for name, it in made.items() if name.startswith(("GIT_", "LC_ALL"))} == {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_CEILING_DIRECTORIES": str(tmp_path),
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_EDITOR": "true",
        "GIT_SEQUENCE_EDITOR": "true",
        "LC_ALL": "C",
    }
    assert git.reaching(tmp_path / "folder") == {
        "GIT_ALLOW_PROTOCOL": "file",
        "GIT_CEILING_DIRECTORIES": str(tmp_path),
    }


def test_filters_of_a_repository_are_switched_off(tmp_path: Path) -> None:
    git.run(tmp_path, ["init", "-q"])
    for name in ("x.clean", "x.smudge", "y.process", "y.required", "y.other"):
        git.run(tmp_path, ["config", f"filter.{name}", "true"])
    words = git.guard(tmp_path)
    assert words[::2] == ["-c"] * 4
    assert set(words[1::2]) == {
        "filter.x.clean=", "filter.x.smudge=", "filter.y.process=", "filter.y.required=false",
    }  # fmt: skip


def test_what_is_said_where_git_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WorkspaceError) as told:
        git.run(tmp_path, ["switch", "x"])
    words = "fatal: not a git repository (or any of the parent directories): .git"
    assert str(told.value) == f"`git switch x` failed in {tmp_path}: {words}"
    assert git.run(tmp_path, ["switch", "x"], ok=True) == b""
    long = "x" * 400
    with pytest.raises(WorkspaceError) as told:
        git.run(tmp_path, [long])
    words = str(told.value).partition(f" failed in {tmp_path}: ")[2]
    assert words == clean_line(f"git: '{long}' is not a git command. See 'git --help'.", 300)
    with pytest.raises(WorkspaceError, match=r"git could not be run in .*gone: No such file"):
        git.run(tmp_path / "gone", ["status"])
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SandboxError) as missing:
        git.run(tmp_path, ["status"])
    assert str(missing.value) == git.NO_GIT
    assert not git.is_here()
