"""Carries a play out: actions at their minutes, as a learner would do them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from course.catalogue.kinds import reference_review
from course.checking import Checker
from course.checking.repository import git
from course.checking.repository.scripted import command, inside
from course.shift.history import Happened, encode
from course.shift.mark import Mark
from course.shift.repository import diff
from course.shift.scenario import Action, Scenario
from course.shift.shift_desk import ShiftDesk

_FIRST = 1_767_607_200  # seconds: when the learner of a play commits
REVIEW, CUSTOMERS = "{review}", "{customers}"
"""In what a play writes: the review that names every defect; how many customers were hit."""


async def play(
    scenario: Scenario,
    actions: Sequence[Action],
    folder: Path,
    checker: Checker,
    keep: Callable[[Happened], None] = lambda _: None,
    judged: bool = True,
) -> tuple[list[str], list[Mark]]:
    """Play a day to its end: every event, encoded, and the marks where it is `judged`."""
    async with ShiftDesk(scenario, folder, checker, keep) as desk:
        await desk.begin(calm=True)
        for number, action in enumerate(sorted(actions, key=lambda it: it.at)):
            await desk.world.advance(action.at)
            _write(desk, action, number)
            if action.do:
                await desk.do(action.do)
        await desk.world.advance(scenario.source.minutes)
        marks = await desk.finish() if judged else []
        if not judged:
            await desk.world.end()
        return [encode(event) for event in desk.world.events], marks


def _write(desk: ShiftDesk, action: Action, number: int) -> None:
    for name, text in action.write.items():
        file = inside(desk.folder, name, desk.folder)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_filled(desk, text), encoding="utf-8", newline="\n")
    for edit in action.edit:
        file = inside(desk.folder, edit.file, desk.folder)
        file.write_text(edit.made(file.read_text("utf-8")), encoding="utf-8", newline="\n")
    if action.git:
        date = f"{_FIRST + 60 * number} +0000"
        who = {"NAME": "Sam", "EMAIL": "sam@harbour.example", "DATE": date}
        environment = {
            f"GIT_{role}_{key}": text
            for role in ("AUTHOR", "COMMITTER")
            for key, text in who.items()
        }
        words = command(action.git, desk.repository, desk.folder)
        git.run(desk.repository, words, {**environment, **git.reaching(desk.folder)})


def _filled(desk: ShiftDesk, text: str) -> str:
    """The text with what a learner would have found out."""
    if text.strip() == REVIEW:
        one = next(desk.scenario.reviews())
        return reference_review(diff(desk.repository, one.base, one.branch), one.defects)
    customers = {name for it in desk.world.incidents() for name in it.customers}
    return text.replace(CUSTOMERS, str(len(customers)))
