"""What a script of a repository may do: git commands of a list, in the script's own folder.

A script is content, and content may come from elsewhere. Git runs programs in many ways (hooks,
filters, aliases, `rebase --exec`, remotes with a command) and writes wherever it is told to. So
only the commands and options below are carried out, no path leads out of the folder, and no file
is written that git itself would read as its own.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path, PureWindowsPath

from course.errors import WorkspaceError

_COMMANDS = frozenset({
    "add", "bisect", "branch", "checkout", "cherry-pick", "clone", "commit", "init", "merge",
    "push", "rebase", "remote", "reset", "restore", "revert", "rm", "status", "switch", "tag",
})  # fmt: skip
_ONLY = {
    "bisect": frozenset({"start", "good", "bad", "skip", "reset"}),
    "remote": frozenset({"add", "remove", "rename"}),
}
"""What the first word after some commands may be."""
_OPTIONS = frozenset({
    "--", "--abort", "--all", "--allow-empty", "--amend", "--annotate", "--bare", "--cached",
    "--continue", "--delete", "--detach", "--ff-only", "--force", "--force-with-lease", "--hard",
    "--keep-index", "--mixed", "--no-commit", "--no-edit", "--no-ff", "--onto", "--orphan",
    "--ours", "--quiet", "--set-upstream", "--skip", "--soft", "--squash", "--staged", "--tags",
    "--theirs", "--worktree",
})  # fmt: skip
_LETTERS = re.compile(r"-[aAbBcCdDfMnqru]*m?")
_MESSAGE = re.compile(r"-[a-zA-Z]*m")
_NOT_OF = {"clone": frozenset("cu"), "commit": frozenset("cC"), "tag": frozenset("u")}
"""Letters that mean something else after a command: a configuration, an editor, a signature."""
_GITS_OWN = re.compile(r"\.git|git~\d+|head", re.IGNORECASE)
"""Names without which a folder is no repository."""


def command(line: str, place: Path, folder: Path) -> list[str]:
    """The words of a git command for `place` in the script's `folder`; or WorkspaceError."""
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise WorkspaceError(f"`git {line}` cannot be read: {error}.") from None
    refused = _why_not(words, place, folder)
    if refused:
        raise WorkspaceError(f"`git {line}` is not carried out by a script: {refused}.")
    return words


def _why_not(words: list[str], place: Path, folder: Path) -> str:
    name, rest = (words[0], words[1:]) if words else ("", [])
    if name not in _COMMANDS:
        return f"the commands of a script are {', '.join(sorted(_COMMANDS))}"
    if name in _ONLY and (not rest or rest[0] not in _ONLY[name]):
        return f"after `{name}` comes one of {', '.join(sorted(_ONLY[name]))}"
    if name == "init" and "--bare" in rest and any(place.iterdir()):
        return "a bare repository is made in an empty folder"
    is_message = False
    for word in rest:
        if is_message:
            is_message = False
        elif word.startswith("-") and word != "-":
            letters = _LETTERS.fullmatch(word) and not _NOT_OF.get(name, frozenset()) & {*word}
            if not letters and word not in _OPTIONS:
                return f"`{word}` is none of the options of a script"
            is_message = _MESSAGE.fullmatch(word) is not None
        elif leads_out(word, place, folder):
            return f"`{word}` is outside of the exercise's folder"
    return ""


def leads_out(word: str, place: Path, folder: Path) -> bool:
    """Whether a word names something outside of the folder: a path, an address, a program."""
    windows = PureWindowsPath(word)
    if "::" in word or "://" in word or word.startswith(("~/", "/", "\\")) or windows.drive:
        return True
    if ".." not in windows.parts:
        return False
    return not (place / word.replace("\\", "/")).resolve().is_relative_to(folder.resolve())


def inside(place: Path, name: str, folder: Path) -> Path:
    """The file or folder `name` of `place`, in the script's `folder` and none of git's own."""
    file = place / name
    where = file.resolve()
    if not where.is_relative_to(place.resolve()) or not where.is_relative_to(folder.resolve()):
        raise WorkspaceError(f"the file {name} is outside of the exercise's folder")
    within = where.relative_to(folder.resolve()).parts
    if any(_GITS_OWN.fullmatch(part.rstrip(". ")) for part in within):
        raise WorkspaceError(f"{name} is a name that git uses itself; call it something else")
    if _is_in_bare(where, folder.resolve()):
        raise WorkspaceError(f"{name} is in a bare repository, where nothing is written by hand")
    return file


def _is_in_bare(where: Path, folder: Path) -> bool:
    above = [it for it in where.parents if it.is_relative_to(folder)]
    return any((it / "HEAD").is_file() and (it / "objects").is_dir() for it in above)
