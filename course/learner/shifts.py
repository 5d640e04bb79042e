"""The shifts of a learner: what happened in each, kept as it happens, and what each has shown.

They are decisions of the store: rows that are added and never changed, that survive a pulled plug
and go along with every export and merge.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from course.errors import WorkspaceError
from course.learner.decisions import decided
from course.learner.files import explained
from course.learner.records import Decision
from course.learner.shift_outcomes import DONE, Outcome, ShiftRun, outcomes
from course.shift.history import Happened, decode, encode, of_kind
from course.shift.mark import Mark
from course.shift.scenario import Scenario, read, scenarios

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.shift.shift_desk import ShiftDesk

_BEGUN = "shift begun"


class Shifts:
    """What a learner's shifts are kept in."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._store = session.store

    def begun(self) -> list[ShiftRun]:
        """Every shift, the oldest first."""
        return [run for _, run in decided(self._store, _BEGUN, ShiftRun)]

    def outcomes(self) -> list[Outcome]:
        """Those that are over, the oldest first."""
        return list(outcomes(self._store))

    def unfinished(self) -> list[ShiftRun]:
        """The shifts that can be gone on with, the newest first: of each scenario the last begun.

        An earlier one of the same scenario has lost its folder to the later one.
        """
        over = {it.run.run for it in self.outcomes()}
        ids = scenarios(self._session.locations)
        newest: dict[str, ShiftRun] = {}
        for run in reversed(self.begun()):
            newest.setdefault(run.scenario, run)
        return [it for it in newest.values() if it.run not in over and it.scenario in ids]

    def under_way(self) -> ShiftRun | None:
        """The unfinished shift that was begun last."""
        return next(iter(self.unfinished()), None)

    def events(self, run: ShiftRun) -> list[Happened]:
        """What has happened in a shift, as far as it can be read."""
        history = []
        for _, text in decided(self._store, f"shift {run.run}", str):
            with suppress(ValueError):  # kept by another version of the course
                history.append(decode(text))
        return history

    def folder(self, scenario: str) -> Path:
        """Where the learner works in a shift."""
        return self._session.workspace.folder / "shifts" / scenario

    def conclude(self, run: ShiftRun, marks: list[Mark]) -> Outcome:
        """Keep what a shift has shown."""
        outcome = Outcome(run, tuple(marks))
        self._decide(DONE, msgspec.json.encode(outcome).decode())
        return outcome

    # ------------------------------------------------------------ at work

    async def start(self, scenario: str, calm: bool) -> tuple[ShiftRun, ShiftDesk]:
        """Begin a shift; its desk, which is left with `async with`."""
        from course.shift.shift_desk import ShiftDesk

        shift = read(self._session.locations, scenario)
        day = self._session.today().isoformat()
        run = ShiftRun(uuid.uuid4().hex[:12], scenario, shift.source.title, day, calm)
        desk = ShiftDesk(shift, self.folder(scenario), self._session.checker, self._keep(run))
        try:
            with explained(desk.folder):
                await desk.begin(calm)
        except BaseException:
            await desk.__aexit__()
            raise
        self._decide(_BEGUN, msgspec.to_builtins(run))
        return run, desk

    async def resume(self, run: ShiftRun) -> ShiftDesk:
        """Go on with a shift, from what is kept of it."""
        from course.shift.shift_desk import ShiftDesk

        scenario = read(self._session.locations, run.scenario)
        events = self.events(run)
        if not _is_whole(scenario, events):
            raise WorkspaceError(
                "What is kept of this shift is not all there, or it is of another version of the "
                "course. Begin it again; the folder is then kept under another name."
            )
        desk = ShiftDesk(
            scenario, self.folder(run.scenario), self._session.checker, self._keep(run)
        )
        try:
            await desk.resume(events)
        except BaseException:
            await desk.__aexit__()
            raise
        return desk

    def _keep(self, run: ShiftRun) -> Callable[[Happened], None]:
        """Keeps the events of a shift, as long as no other window goes on with it."""
        token, name = uuid.uuid4().hex, f"shift {run.run} held"
        self._decide(name, token)

        def keep(event: Happened) -> None:
            holder = self._store.newest(Decision, name=name)
            if holder is not None and holder.value != token:
                raise WorkspaceError("This shift goes on in another window; leave it there first.")
            self._decide(f"shift {run.run}", encode(event))

        return keep

    def _decide(self, name: str, value: object) -> None:
        self._store.append(Decision(**self._store.new_row(), name=name, value=value))


def _is_whole(scenario: Scenario, events: list[Happened]) -> bool:
    """Whether one can go on from there: a morning with all that the scenario names, a release."""
    if not events or events[0].kind != "start" or not of_kind(events, "deploy"):
        return False
    return scenario.refs() <= set(events[0].data["refs"])
