"""Builds the folder of a *repo* exercise from its script, the same to the byte every time."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from course.checking.repository import git
from course.checking.repository.scripted import command, inside
from course.errors import CourseError, WorkspaceError
from course.model import RepoScript, RepoStep

_FIRST = 1_767_607_200  # seconds: a Monday morning, 2026-01-05 10:00 UTC
_BETWEEN = 600  # seconds from one step to the next
_AUTHOR = "Harbour <team@harbour.example>"


def build(script: RepoScript, folder: Path) -> None:
    """Make the folder and carry out the script in it.

    Raises SandboxError where there is no git, WorkspaceError where a step fails; what was begun
    is removed then.
    """
    try:
        folder.mkdir(parents=True)
        _place(folder, script.folder).mkdir(parents=True, exist_ok=True)
        perform(script, folder)
        _name_the_learner(folder)
    except (OSError, CourseError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, CourseError):
            raise
        raise WorkspaceError(f"{folder} cannot be made: {error.strerror}.") from error


def perform(script: RepoScript, folder: Path, after: int = 0) -> None:
    """Carry out the steps in a folder that is there; `after` so many steps of another script."""
    for number, step in enumerate(script.steps, start=after):
        place = _place(folder, step.into or script.folder)
        place.mkdir(parents=True, exist_ok=True)
        _perform(step, place, folder, number)


def _place(folder: Path, name: str) -> Path:
    """A folder of the script's own."""
    return folder if name in ("", ".") else inside(folder, name, folder)


def _perform(step: RepoStep, place: Path, folder: Path, number: int) -> None:
    for name, text in step.write.items():
        file = inside(place, name, folder)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    for name in step.remove:
        inside(place, name, folder).unlink()
    if step.git:
        words = command(step.git, place, folder)
        more = {**_who(step.by or _AUTHOR, number), **git.reaching(folder)}
        git.run(place, words, more, ok=step.may_fail)


def _who(author: str, number: int) -> dict[str, str]:
    """Who commits and when, for git: the hash of a commit depends on both."""
    name, _, mail = author.partition(" <")
    date = f"{_FIRST + number * _BETWEEN} +0000"
    person = {"NAME": name, "EMAIL": mail.rstrip(">"), "DATE": date}
    return {
        f"GIT_{role}_{key}": text
        for role in ("AUTHOR", "COMMITTER")
        for key, text in person.items()
    }


def _name_the_learner(folder: Path) -> None:
    """Let a learner whose git does not know them yet commit all the same."""
    setting = subprocess.run(
        ["git", "config", "--global", "user.email"], capture_output=True, check=False, cwd=folder
    )
    if setting.stdout.strip():
        return
    for place in (folder, *folder.iterdir()):
        if (place / ".git").is_dir():
            git.run(place, ["config", "user.name", "Me"])
            git.run(place, ["config", "user.email", "me@harbour.example"])
