"""The commits of a shift's repository as what can be deployed."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from course.checking.repository import git
from course.errors import WrongUse

_MOST = 60_000
"""Characters of all files of a version; those of a scenario are a tenth of it."""


class Version(Struct, frozen=True):
    """A commit with its files, text by name."""

    commit: str
    subject: str
    files: dict[str, str]

    @property
    def name(self) -> str:
        """How it is called in a line."""
        return f"{self.commit[:7]} {self.subject}"


def version(repository: Path, ref: str) -> Version:
    """The version that a branch, a tag or a hash names; WrongUse where it names none."""
    if not repository.is_dir():
        raise WrongUse(f"The repository {repository} is not there any more.")
    spec = f"{ref}^{{commit}}"
    commit_line = b""
    if ref and not ref.startswith("-"):
        commit_line = git.run(repository, ["rev-parse", "--verify", "--quiet", spec], ok=True)
    commit = commit_line.decode().strip()
    if not commit:
        raise WrongUse(f"There is no commit, branch or tag `{ref}` in {repository.name}.")
    subject = git.run(repository, ["log", "-1", "--format=%s", commit]).decode(errors="replace")
    packed = [*git.guard(repository), "archive", "--format=tar", commit]
    files = _files(git.run(repository, packed))
    if sum(map(len, files.values())) > _MOST:
        raise WrongUse(f"`{ref}` has more files in it than this service should have.")
    return Version(commit, subject.strip(), files)


def _files(archive: bytes) -> dict[str, str]:
    """The text files of an archive."""
    files = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar.getmembers():
            content = tar.extractfile(member) if member.isfile() else None
            if content is not None:
                files[member.name] = content.read(_MOST + 1).decode("utf-8", "replace")
    return files


def merged(mine: str, base: str, theirs: str) -> str:
    """A text with what both sides changed in it; where they meet, theirs."""
    return _merge("theirs", mine, base, theirs)


def meet(mine: str, base: str, theirs: str, both: str | None = None) -> bool:
    """Whether both sides changed the same lines, each in another way; `both` is them `merged`."""
    if both is None:
        both = merged(mine, base, theirs)
    return both != _merge("ours", mine, base, theirs)


def _merge(favour: str, mine: str, base: str, theirs: str) -> str:
    if mine in (base, theirs):
        return theirs
    with TemporaryDirectory(prefix="course-") as folder:
        for name, text in (("mine", mine), ("base", base), ("theirs", theirs)):
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="")
        given = ["merge-file", "-p", "-q", f"--{favour}", "mine", "base", "theirs"]
        return git.run(Path(folder), given).decode()


def diff(repository: Path, base: str, branch: str) -> str:
    """What a branch changes since it left `base`."""
    command = ["diff", "--no-color", "--no-ext-diff", "--no-textconv", f"{base}...{branch}"]
    return git.run(repository, command).decode(errors="replace")
