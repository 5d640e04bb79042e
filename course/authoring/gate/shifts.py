"""A shift, proved by playing it: the reference play, the same once more, and a day of nothing."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from course.authoring.gate.findings import Finding, Findings, at, found
from course.authoring.gate.rule import rule
from course.errors import ContentError, CourseError
from course.shift.mark import Mark
from course.shift.play import play
from course.shift.scenario import FILE, PLAY, Action, Scenario, read_folder, read_play

if TYPE_CHECKING:
    from course.checking.checker import Checker


@rule(
    "course",
    "A day of a shift on which nothing is done does not show all that counts.",
    "Each event of a shift is reached by its play, or on a day of nothing.",
    "Two plays of a shift are the same to the byte.",
)
async def check_shift(folder: Path, checker: Checker) -> Findings:
    """The play of a shift shows all that counts."""
    try:
        scenario = read_folder(folder)
        actions = read_play(scenario).actions
    except ContentError as error:
        return Findings(problems=tuple(map(found, error.problems)))
    try:
        problems = await _played(scenario, actions, checker)
    except (CourseError, ValueError) as error:
        return Findings(problems=(at(folder / PLAY, None, f"the play stops: {error}"),))
    return Findings(problems=tuple(problems), checks=3)


async def _played(scenario: Scenario, actions: Sequence[Action], checker: Checker) -> list[Finding]:
    with tempfile.TemporaryDirectory(prefix="course-shift-") as made:
        places = Path(made)
        events, marks = await play(scenario, actions, places / "first", checker)
        again, _ = await play(scenario, actions, places / "again", checker, judged=False)
        idle, idle_marks = await play(scenario, (), places / "idle", checker)
    return problems_of(scenario, (events, again, idle), marks, idle_marks)


def problems_of(
    scenario: Scenario,
    plays: tuple[list[str], list[str], list[str]],
    marks: Sequence[Mark],
    idle_marks: Sequence[Mark],
) -> list[Finding]:
    """What is wrong, by the events of its play, of the same again, and of a day of nothing."""
    events, again, idle = plays
    problems = [
        at(scenario.folder / PLAY, None, f"the play does not show “{it.title}”: {it.words}")
        for it in marks
        if not it.holds
    ]
    if all(it.holds for it in idle_marks):
        text = "a day on which nothing is done shows all that counts; count something more"
        problems.append(at(scenario.folder / FILE, None, text))
    if events != again:
        pairs = zip(events, again, strict=False)
        first = next((one for one, other in pairs if one != other), "one is longer")
        text = f"two plays differ, first at {first[:160]}; nothing may hang on time or on chance"
        problems.append(at(scenario.folder / FILE, None, text))
    reached = {json.loads(event)["data"].get("id") for event in (*events, *idle)}
    problems += [
        at(scenario.folder / FILE, None, f"the event {it.id} never happens; change when it is due")
        for it in scenario.source.events
        if it.id not in reached
    ]
    return problems
