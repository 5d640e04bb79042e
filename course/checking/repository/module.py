"""Writes the facts of an exercise's repositories as the module that its tests import."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from course.checking.refusal import Refused
from course.checking.repository.reader import RepositoryFacts
from course.model import RepoScript

_MOST = 240 * 1024


def module(script: RepoScript, facts: str) -> str:
    """A module with `repositories` by name, and `repository`, the one the learner works in.

    `Refused` where the facts are too many, or there is no repository where the learner works.
    """
    try:
        state = json.loads(facts)
    except ValueError:
        state = None
    if not isinstance(state, dict):
        raise Refused(
            "What is checked here is the folder of your exercise with its repository, not a file."
        )
    if script.folder not in state:
        where = "the exercise's folder" if script.folder == "." else f"the folder `{script.folder}`"
        raise Refused(
            f"There is no git repository in {where} any more. Put the start back to begin again; "
            "what is there now is kept."
        )
    if len(facts) > _MOST:
        raise Refused(
            "There is more in the repository than a check reads. Was something committed that "
            "does not belong there, such as a virtual environment?"
        )
    return (
        f"{_reader()}\n\nimport json as _json\n"
        f"repositories = {{name: Repository(facts) for name, facts in "
        f"_json.loads({facts!r}).items()}}\n"
        f"repository = repositories[{script.folder!r}]\n"
    )


def nothing(script: RepoScript) -> str:
    """The facts of a repository that was just made: tests are collected with it."""
    empty: RepositoryFacts = {
        "bare": False,
        "head": None,
        "at": None,
        "refs": {},
        "commits": [],
        "texts": {},
        "reflog": [],
        "status": {},
        "unfinished": None,
        "files": {},
        "remotes": [],
        "drawn": [],
    }
    return json.dumps({script.folder: empty})


@cache
def _reader() -> str:
    return Path(__file__).with_name("reader.py").read_text(encoding="utf-8")
