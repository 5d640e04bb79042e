"""The folder of a shift: the repository, the branches to review as diffs, the texts to write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from course.checking.repository.build import build
from course.checking.repository.facts import facts
from course.errors import WrongUse
from course.shift.repository import Version, diff, version
from course.shift.scenario import Reviewed, Scenario
from course.shift.world import expect_refs


def prepare(scenario: Scenario, folder: Path) -> None:
    """Make the folder as it is in the morning; one that is there is kept under another name."""
    if folder.exists():
        number = 1
        while (kept := folder.with_name(f"{folder.name}-{number}")).exists():
            number += 1
        folder.rename(kept)
    build(scenario.source.repository, folder)
    for one in scenario.reviews():
        text = reviewed(repository(scenario, folder), one, {})
        (folder / one.file).write_text(text, encoding="utf-8", newline="\n")
    for _, ask in scenario.texts():
        (folder / ask.file).write_text(ask.template, encoding="utf-8", newline="\n")


def reviewed(where: Path, one: Reviewed, refs: Mapping[str, Mapping[str, str]]) -> str:
    """The diff to review; with the `refs` of the morning, whatever became of the branches since."""
    base, branch = (refs.get(it, {}).get("commit", it) for it in (one.base, one.branch))
    return diff(where, base, branch)


def repository(scenario: Scenario, folder: Path) -> Path:
    """Where the learner works."""
    return folder / scenario.source.repository.folder


def versions(scenario: Scenario, folder: Path) -> dict[str, Version]:
    """Every commit that the scenario names; ContentError where one is not there."""
    where = repository(scenario, folder)
    known = {}
    for ref in sorted(scenario.refs()):
        try:
            known[ref] = version(where, ref)
        except WrongUse:
            continue
    expect_refs(scenario, known)
    return known


def commits(scenario: Scenario, folder: Path) -> list[str]:
    """The ids of all commits there are."""
    state = json.loads(facts(repository(scenario, folder)))
    return [one["id"] for part in state.values() for one in part["commits"]]
