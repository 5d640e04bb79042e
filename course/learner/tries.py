"""Which checks become attempts. A pass always does: what is shown as passed is counted.

A check that the learner asked for counts as it went. A quiet one, while they type, counts when
it passes, and only then: half-written code fails, which says nothing. Code that was refused and
then changed says something, so a pass after it is not at the first try, whichever check found it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from datetime import date

from course.learner.ladder.helped import with_help
from course.learner.progress import local_date
from course.learner.records import Attempt, Help
from course.learner.store import Store
from course.model import CheckReport, Exercise, Verdict


class Tries:
    """Keeps attempts in a store; knows what quiet checks found since the learner sat down."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today
        self._refused: dict[str, tuple[str, CheckReport]] = {}
        self._passed_quietly: dict[str, str] = {}

    def settle(
        self,
        exercise: Exercise,
        source: str,
        report: CheckReport,
        *,
        counted: bool,
        hints: int,
        given: bool = False,
    ) -> None:
        """Keep what a check adds: an attempt, two where code was refused before, or nothing.

        What was `given` is nobody's attempt.
        """
        if not report.passed:
            if not given:
                self._failed(exercise, source, report, counted=counted, hints=hints)
        elif self._is_new(exercise, source, counted=counted):
            checks = [(source, report)]
            refused = self._refused.pop(exercise.id, None)
            if refused is not None and not _is_unfinished(refused[0], source, exercise.starter):
                checks.insert(0, refused)
            attempts = [self._attempt(exercise, *it, hints) for it in checks]
            self._store.append_all([*attempts, *self._helped(attempts[-1])])
            if not counted:
                self._passed_quietly[exercise.id] = source

    def _failed(
        self, exercise: Exercise, source: str, report: CheckReport, *, counted: bool, hints: int
    ) -> None:
        """An attempt where the learner asked; else remembered, should the code be changed.

        A repository is remembered by none: all that is done in it is more, and nothing is erased.
        """
        if counted:
            self._store.append(self._attempt(exercise, source, report, hints))
            self._refused.pop(exercise.id, None)
            return
        if exercise.start is not None:
            return
        refused = self._refused.get(exercise.id)
        grown = refused is None or _is_unfinished(refused[0], source, exercise.starter)
        if grown and report.verdict is not Verdict.ERROR:
            self._refused[exercise.id] = source, report

    def _is_new(self, exercise: Exercise, source: str, *, counted: bool) -> bool:
        """Whether a pass says something that no attempt says yet.

        Passed before, a quiet pass does so after a failure, or with other code on another day.
        """
        if counted:
            return self._passed_quietly.get(exercise.id) != source
        newest = self._store.newest(Attempt, exercise=exercise.id)
        if newest is None or newest.verdict != Verdict.PASSED.value:
            return True
        is_same = newest.source_hash == _hash(source)
        return not is_same and local_date(newest.at, None) < self._today()

    def _helped(self, passed: Attempt) -> list[Help]:
        """What says of a pass that it came with the reference's help, where it did."""
        if not with_help(self._store, passed.exercise, passed.source_hash, self._today()):
            return []
        row = self._store.new_row()
        return [Help(**row, exercise=passed.exercise, rung="passed", number=0, text=passed.uuid)]

    def _attempt(self, exercise: Exercise, source: str, report: CheckReport, hints: int) -> Attempt:
        mistakes = (it.name for it in report.diagnosis if it.kind in ("mistake", "symptom"))
        return Attempt(
            **self._store.new_row(),
            exercise=exercise.id,
            verdict=report.verdict.value,
            hints=hints,
            mistakes=tuple(dict.fromkeys(name for name in mistakes if name)),
            seconds=report.seconds,
            tests={test.id: test.outcome for test in report.tests},
            source_hash=_hash(source),
            source=source,
        )


def _hash(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()


def _is_unfinished(before: str, after: str, starter: str) -> bool:
    """Whether `after` is `before` with nothing but more written: what stood there was not wrong.

    The starter's own lines may go; they are there to be replaced.
    """
    given = Counter(starter.splitlines())
    written: list[str] = []
    for line in before.splitlines():
        if given[line]:
            given[line] -= 1
        else:
            written.append(line)
    characters = iter(after)
    return all(character in characters for character in "".join("".join(written).split()))
