"""Reads what is in the repositories of a folder: commits, trees, refs, index, files.

Nothing here runs what a repository might ask for: only plumbing commands, without hooks.
The facts are plain values, so that they can be kept, compared, and looked at in a sandbox.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

from course.checking.repository import git
from course.checking.repository.reader import CommitFacts, RepositoryFacts
from course.errors import WorkspaceError

_MOST_COMMITS = 400
_MOST_FILES = 400
_MOST_TEXT = 20_000  # characters of one file
_MOST_OF_ALL = 150_000  # characters of all files
_UNFINISHED = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
    "BISECT_LOG": "bisect",
}


def facts(folder: Path) -> str:
    """The facts of every repository directly in the folder, or of the folder itself, as JSON.

    Raises WorkspaceError where there is no folder, or more in it than an exercise needs.
    """
    if not folder.is_dir():
        raise WorkspaceError(f"There is no folder {folder}.")
    places = [place for place in (folder, *sorted(folder.iterdir())) if _is_repository(place)]
    read = {("." if place == folder else place.name): _read(place) for place in places}
    return json.dumps(read, ensure_ascii=True, indent=0, sort_keys=True)


def _is_repository(place: Path) -> bool:
    own = place / ".git"
    if place.is_symlink() or own.is_symlink() or not place.is_dir() or place.name == ".git":
        return False
    return own.is_dir() or ((place / "HEAD").is_file() and (place / "refs").is_dir())


def _read(place: Path) -> RepositoryFacts:
    is_bare = not (place / ".git").is_dir()
    commits = _commits(place)
    blobs = {blob for commit in commits for blob in commit["tree"].values()}
    head = _line(place, "symbolic-ref", "--quiet", "--short", "HEAD")
    return {
        "bare": is_bare,
        "head": head or None,
        "at": _line(place, "rev-parse", "--quiet", "--verify", "HEAD^{commit}") or None,
        "refs": _refs(place),
        "commits": commits,
        "texts": _texts(place, blobs) if blobs else {},
        "reflog": [] if is_bare else _lines(place, "reflog", "show", "--format=%H %gs", "HEAD"),
        "status": {} if is_bare else _status(place),
        "unfinished": None if is_bare else _unfinished(place / ".git"),
        "files": {} if is_bare else _files(place),
        "remotes": _lines(place, "remote"),
        "drawn": _lines(
            place, "log", "--graph", "--all", "--oneline", "--decorate", "--max-count=40"
        ),
    }


def drawn(text: str) -> str:
    """Facts as one would ask for them in a terminal: what is not committed, and the commits."""
    parts = []
    for name, one in json.loads(text).items():
        where = f"on {one['head']}" if one["head"] else "on no branch (detached HEAD)"
        at = "" if name == "." else f"{name}, "
        lines = [f"{at}a bare repository" if one["bare"] else f"{at}{where}"]
        if one["unfinished"]:
            lines.append(f"a {one['unfinished']} is not finished")
        lines += [f"{letters} {file}" for file, letters in one["status"].items()]
        if not one["bare"] and not one["status"]:
            lines.append("nothing to commit")
        parts.append("\n".join([*lines, "", *(one["drawn"] or ["no commits yet"])]))
    return "\n\n".join(parts) or "There is no git repository in this folder."


def _lines(place: Path, *command: str) -> list[str]:
    return git.run(place, command, ok=True).decode(errors="replace").splitlines()


def _line(place: Path, *command: str) -> str:
    return next(iter(_lines(place, *command)), "")


def _commits(place: Path) -> list[CommitFacts]:
    """Every commit that a ref, HEAD or its history leads to, parents before children."""
    form = "%x1e%H%x1f%P%x1f%an%x1f%ae%x1f%at%x1f%B"
    log = git.run(
        place,
        ["log", "--all", "--reflog", "--topo-order", "--reverse", f"--format={form}",
         f"--max-count={_MOST_COMMITS + 1}"],
        ok=True,
    ).decode(errors="replace")  # fmt: skip
    commits: list[CommitFacts] = []
    for part in log.split("\x1e")[1:]:
        ident, parents, name, mail, when, message = part.split("\x1f", 5)
        commits.append(
            {
                "id": ident,
                "parents": parents.split(),
                "author": f"{name} <{mail}>",
                "when": int(when or 0),
                "message": message.rstrip("\n"),
                "tree": {},
            }
        )
    if len(commits) > _MOST_COMMITS:
        raise WorkspaceError(f"{place} has more than {_MOST_COMMITS} commits.")
    for commit in commits:
        commit["tree"] = _tree(place, commit["id"])
    return commits


def _refs(place: Path) -> dict[str, str]:
    form = "%(refname)%09%(objectname)%09%(*objectname)"
    refs = {}
    for line in _lines(place, "for-each-ref", f"--format={form}"):
        name, ident, behind = line.split("\t")
        refs[name] = behind or ident
    return refs


def _texts(place: Path, blobs: set[str]) -> dict[str, str]:
    """The text of each blob, all of them by one process."""
    asked = "".join(f"{blob}\n" for blob in sorted(blobs)).encode()
    answer = io.BytesIO(git.run(place, ["cat-file", "--batch"], given=asked))
    texts: dict[str, str] = {}
    size = 0
    while head := answer.readline().split():
        data = answer.read(int(head[2]) + 1)[:-1]  # a line break ends each
        text = data.decode(errors="replace")[:_MOST_TEXT]
        size += len(text)
        if size > _MOST_OF_ALL:
            raise WorkspaceError(f"{place} has more text in its commits than a check reads.")
        texts[head[0].decode()] = text
    return texts


def _tree(place: Path, commit: str) -> dict[str, str]:
    """The blob of each file in a commit."""
    tree = {}
    for entry in (
        git.run(place, ["ls-tree", "-r", "-z", commit]).decode(errors="replace").split("\0")
    ):
        about, _, name = entry.partition("\t")
        if name and about.split()[1] == "blob":
            tree[name] = about.split()[2]
    if len(tree) > _MOST_FILES:
        raise WorkspaceError(f"A commit in {place} has more than {_MOST_FILES} files.")
    return tree


def _status(place: Path) -> dict[str, str]:
    """The two letters of `git status --short` by file; `??` is untracked."""
    command = ["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames"]
    here = ["--git-dir=.git", "--work-tree=.", *git.guard(place)]
    status = git.run(place, [*here, *command, "--ignore-submodules=all"])
    entries = [one for one in status.decode(errors="replace").split("\0") if one]
    if len(entries) > _MOST_FILES:
        raise WorkspaceError(f"More than {_MOST_FILES} files in {place} are not committed.")
    return {entry[3:]: entry[:2] for entry in entries}


def _unfinished(folder: Path) -> str | None:
    return next((what for name, what in _UNFINISHED.items() if (folder / name).exists()), None)


_MARKS = {"CACHEDIR.TAG", "pyvenv.cfg"}
"""In a folder with one of these, a tool keeps what it can make again."""


def _walked(place: Path) -> Iterator[Path]:
    """The files of a folder and below it that somebody may have written."""
    for root, folders, names in os.walk(place):
        folders[:] = [name for name in folders if name != ".git"]
        if _MARKS.isdisjoint(names):
            yield from (file for file in map(Path(root).joinpath, names) if _is_plain(file))
        else:
            folders.clear()


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def _files(place: Path) -> dict[str, str]:
    """The text of the files in the working tree, without `.git`, caches and what is not text."""
    texts: dict[str, str] = {}
    for file in sorted(_walked(place)):
        if len(texts) >= _MOST_FILES:
            break
        try:
            with file.open("rb") as stream:
                text = stream.read(_MOST_TEXT).decode()
        except (OSError, UnicodeDecodeError):
            continue
        texts[file.relative_to(place).as_posix()] = text
    return texts
