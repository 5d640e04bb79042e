"""What the tests of a *repo* exercise look at; its text runs beside them, without the course.

from first_commits import repository

repository.head  # the branch that is checked out, or None
repository.branches["main"].files  # {"shop.py": "..."}
repository.log("main")  # its commits, the newest first
repository.run("mypy shop").status  # what a tool says of the files
"""

from __future__ import annotations

import functools
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict


class CommitFacts(TypedDict):
    """A commit as it was read. `tree` has the blob of each file, `when` is in seconds."""

    id: str
    parents: list[str]
    author: str
    when: int
    message: str
    tree: dict[str, str]


class RepositoryFacts(TypedDict):
    """A repository as `facts` reads it. `texts` has the text of each blob, `files` of each file."""

    bare: bool
    head: str | None
    at: str | None
    refs: dict[str, str]
    commits: list[CommitFacts]
    texts: dict[str, str]
    reflog: list[str]
    status: dict[str, str]
    unfinished: str | None
    files: dict[str, str]
    remotes: list[str]
    drawn: list[str]


class ToolOutput:
    """What tools did: the `status` and the `output` of the last one, and the `folder` they had."""

    def __init__(self, status: int, output: str, folder: Path) -> None:
        self.status = status
        self.output = output
        self.folder = folder

    @property
    def first_line(self) -> str:
        """The first line of the output that says anything."""
        return next((line for line in self.output.splitlines() if line.strip()), "nothing")


class Files:
    """Text files by name, as they lie in a folder or in a commit."""

    files: dict[str, str]

    def run(self, *commands: str, beside: Mapping[str, str] | None = None) -> ToolOutput:
        """Run tools on a copy of the files, one after the other; one that fails is the last.

        A command is a module's name (`mypy shop`) or a program of the files (`manage.py check`)
        with its arguments. `beside` are more files for it.
        """
        done = vars(self).setdefault("_done", {})
        key = (commands, tuple((beside or {}).items()))
        if key not in done:
            done[key] = _run(commands, {**self.files, **(beside or {})})
        answer: ToolOutput = done[key]
        return answer


def _run(commands: tuple[str, ...], files: Mapping[str, str]) -> ToolOutput:
    folder = Path(tempfile.mkdtemp(prefix="files-"))
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for command in commands:
        first, *rest = shlex.split(command)
        start = [first] if first.endswith(".py") else ["-m", first]
        ended = subprocess.run(
            [sys.executable, *start, *rest],
            cwd=folder,
            env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200", "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        done = ToolOutput(ended.returncode, ended.stdout, folder)
        if done.status:
            break
    return done


class Commit(Files):
    """A commit: `id`, `message`, `author`, `when`, `parents`, and `files`, text by name."""

    def __init__(
        self, number: int, facts: CommitFacts, commits: dict[str, Commit], texts: dict[str, str]
    ) -> None:
        self.number = number
        self.id = facts["id"]
        self.message = facts["message"]
        self.subject = self.message.partition("\n")[0]
        self.author = facts["author"]
        self.when = facts["when"]
        self.parents = [commits[one] for one in facts["parents"] if one in commits]
        self.files = {name: texts[blob] for name, blob in facts["tree"].items()}

    @property
    def changed(self) -> list[str]:
        """The names of the files that differ from its first parent, sorted."""
        before = self.parents[0].files if self.parents else {}
        names = {*before, *self.files}
        return sorted(name for name in names if before.get(name) != self.files.get(name))

    @functools.cached_property
    def history(self) -> list[Commit]:
        """This commit and all before it, the newest first."""
        commits: dict[str, Commit] = {}
        waiting = [self]
        while waiting:
            one = waiting.pop()
            if one.id not in commits:
                commits[one.id] = one
                waiting += one.parents
        return sorted(commits.values(), key=lambda one: -one.number)

    def __contains__(self, other: Commit) -> bool:
        """Whether the other commit is this one or comes before it."""
        return any(one.id == other.id for one in self.history)

    def __repr__(self) -> str:
        return f"<{self.id[:7]} {self.subject}>"


class Repository(Files):
    """A repository as it was found. Branches and tags are dicts of commits by name."""

    def __init__(self, facts: RepositoryFacts) -> None:
        self.known: dict[str, Commit] = {}
        for number, one in enumerate(facts["commits"]):
            self.known[one["id"]] = Commit(number, one, self.known, facts["texts"])
        self.head = facts["head"]
        self.at = self.known.get(facts["at"] or "")
        self.branches = self._named(facts, "refs/heads/")
        self.remote_branches = self._named(facts, "refs/remotes/")
        self.tags = self._named(facts, "refs/tags/")
        self.remotes = facts["remotes"]
        self.status = facts["status"]
        self.unfinished = facts["unfinished"]
        self.files = facts["files"]
        self.reflog = facts["reflog"]

    def _named(self, facts: RepositoryFacts, start: str) -> dict[str, Commit]:
        return {
            name.removeprefix(start): self.known[ident]
            for name, ident in facts["refs"].items()
            if name.startswith(start) and ident in self.known and not name.endswith("/HEAD")
        }

    def log(self, branch: str | None = None) -> list[Commit]:
        """The commits of a branch, or of what is checked out, the newest first."""
        tip = self.at if branch is None else self.branches.get(branch)
        return [] if tip is None else tip.history

    @property
    def commits(self) -> list[Commit]:
        """The commits of all branches and tags, the newest first; `known` has the lost ones too."""
        tips = [*self.branches.values(), *self.remote_branches.values(), *self.tags.values()]
        commits = {one.id: one for tip in tips for one in tip.history}
        return sorted(commits.values(), key=lambda one: -one.number)

    @property
    def untracked(self) -> list[str]:
        """Files that git does not know yet, sorted."""
        return sorted(name for name, letters in self.status.items() if letters == "??")

    @property
    def staged(self) -> list[str]:
        """Files with a change in the index, sorted."""
        return sorted(name for name, letters in self.status.items() if letters[0] not in " ?")

    @property
    def is_clean(self) -> bool:
        """Whether nothing is left to commit."""
        return not self.status

    def __repr__(self) -> str:
        return f"<repository on {self.head}>"
