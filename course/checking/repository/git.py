"""Runs git: bounded in time, without the learner's configuration, hooks or questions.

Whoever made a repository may have written into its own configuration, too. What would run a
program there when something is read is switched off: hooks, the file monitor, signatures,
submodules, remotes that missing objects are fetched from, and with `guard` filters.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from course.errors import SandboxError, WorkspaceError
from course.text import clean_line

_SECONDS = 20
"""How long one command may take: on a busy machine each takes a tenth of a second."""
_ASKED = (
    "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "core.pager=cat",
    "-c", "core.quotePath=false", "-c", "gc.auto=0", "-c", "commit.gpgSign=false",
    "-c", "advice.detachedHead=false", "-c", "core.autocrlf=false", "-c", "init.defaultBranch=main",
    "-c", "log.showSignature=false", "-c", f"core.attributesFile={os.devnull}",
    "-c", "submodule.recurse=false", "-c", "diff.ignoreSubmodules=all",
)  # fmt: skip
_FILTER = re.compile(r"filter\..*\.(clean|smudge|process|required)", re.DOTALL)
NO_GIT = (
    "This exercise works on a real git repository, and there is no `git` on this machine. "
    "Install it from https://git-scm.com (or with your system's package manager), then start the "
    "course again. `course doctor` says what is missing."
)


def is_here() -> bool:
    """Whether there is a git to run."""
    return shutil.which("git") is not None


def run(
    folder: Path,
    arguments: Sequence[str],
    more: Mapping[str, str] | None = None,
    ok: bool = False,
    given: bytes = b"",
) -> bytes:
    """What a git command prints to what it is `given`. It may end with an error where that is `ok`.

    Raises SandboxError where there is no git, WorkspaceError with git's own words where it failed.
    """
    if not is_here():
        raise SandboxError(NO_GIT)
    try:
        done = subprocess.run(
            ["git", *_ASKED, *arguments],
            cwd=folder,
            env={**_environment(folder), **(more or {})},
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise WorkspaceError(f"`git {arguments[0]}` did not end in {folder}.") from error
    except OSError as error:
        raise WorkspaceError(f"git could not be run in {folder}: {error.strerror}.") from error
    if done.returncode and not ok:
        words = clean_line(done.stderr.decode(errors="replace").strip(), 300)
        raise WorkspaceError(f"`git {' '.join(arguments)}` failed in {folder}: {words}")
    return done.stdout


def reaching(folder: Path) -> dict[str, str]:
    """For a command that may reach the other repositories in a folder."""
    ceiling = str(folder.absolute().parent)
    return {"GIT_ALLOW_PROTOCOL": "file", "GIT_CEILING_DIRECTORIES": ceiling}


def guard(folder: Path) -> list[str]:
    """What comes before a command that reads files through filters: none of them is run."""
    listing = run(folder, ["config", "--list", "--name-only", "-z"], ok=True).decode(
        errors="replace"
    )
    return [
        word
        for name in {it for it in listing.split("\0") if _FILTER.fullmatch(it)}
        for word in ("-c", f"{name}={'false' if name.endswith('.required') else ''}")
    ]


def _environment(folder: Path) -> dict[str, str]:
    """The learner's environment without anything that steers git; none but this folder is found."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **kept,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_CEILING_DIRECTORIES": str(folder.absolute().parent),
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_EDITOR": "true",
        "GIT_SEQUENCE_EDITOR": "true",
        "LC_ALL": "C",
    }
