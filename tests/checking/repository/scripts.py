"""Scripts of small repositories for tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.checking.repository import git
from course.checking.repository.facts import facts
from course.checking.repository.reader import Repository
from course.model import RepoScript, RepoStep

NEEDS_GIT = pytest.mark.skipif(not git.is_here(), reason="there is no git on this machine")

START = RepoScript(
    folder="shop",
    steps=(
        RepoStep(git="init -q"),
        RepoStep(write={"prices.py": "VAT = 19\n"}, git="add prices.py"),
        RepoStep(git='commit -q -m "Start"', by="Amira <amira@harbour.example>"),
    ),
)


def steps(*commands: str, **files: str) -> RepoScript:
    """A script in the shop: first the files are written (`prices_py`), then the git commands."""
    written = {name.replace("_", "."): text for name, text in files.items()}
    first = (RepoStep(write=written),) if written else ()
    return RepoScript(folder="shop", steps=(*first, *(RepoStep(git=one) for one in commands)))


def read(folder: Path) -> Repository:
    """The shop as its tests see it."""
    return Repository(json.loads(facts(folder))["shop"])
