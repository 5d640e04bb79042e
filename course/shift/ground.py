"""The folder of a shift: the repository, the branches to review as diffs, the texts to write."""

from __future__ import annotations

import json
from pathlib import Path

from course.checking.repository.build import build
from course.checking.repository.facts import facts
from course.errors import WrongUse
from course.shift.repository import Version, diff, version
from course.shift.scenario import Scenario
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
        text = diff(repository(scenario, folder), one.base, one.branch)
        (folder / one.file).write_text(text, encoding="utf-8", newline="\n")
    for _, ask in scenario.texts():
        (folder / ask.file).write_text(ask.template, encoding="utf-8", newline="\n")


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
    found = json.loads(facts(repository(scenario, folder)))
    return [one["id"] for part in found.values() for one in part["commits"]]
