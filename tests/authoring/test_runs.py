"""What is asked of one exercise at the same time is tried by one process."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

import msgspec
import pytest

from course.authoring.gate.runs import Runs
from course.checking.trials import Variant
from course.errors import CourseError
from course.model import CheckReport, Exercise, Rules, Verdict
from tests.checking.door import exercise_named

CLAMP = exercise_named("clamp")


class Trying:
    """A checker that notes what it is given to try; it fails nothing but what is called wrong."""

    probe_all = None
    """What explanations ask for: nothing is explained here."""

    def __init__(self, error: Exception | None = None) -> None:
        self.asked: list[list[str]] = []
        self.error = error

    async def try_out(
        self, _exercise: Exercise, variants: Sequence[Variant], _seconds: float
    ) -> list[bool | None]:
        if self.error:
            raise self.error
        self.asked.append([one.source for one in variants])
        return ["wrong" not in one.source for one in variants]


def runs_of(checker: Trying) -> Runs:
    return Runs(checker)  # type: ignore[arg-type]


async def hold(runs: Runs, *sources: str, of: Exercise = CLAMP) -> list[bool]:
    return await runs.which_hold(of, [Variant(one) for one in sources])


def test_each_gets_its_own_of_what_is_tried_together() -> None:
    async def all_at_once(runs: Runs) -> list[list[bool]]:
        return list(await asyncio.gather(hold(runs, "a", "wrong"), hold(runs, "wrong", "b", "c")))

    checker = Trying()
    told = asyncio.run(all_at_once(runs_of(checker)))
    assert told == [[True, False], [False, True, True]]
    assert checker.asked == [["a", "wrong", "wrong", "b", "c"]]


def test_other_exercises_and_what_is_asked_later_are_tried_apart() -> None:
    other = msgspec.structs.replace(CLAMP, id="basics/other")

    async def one_after_the_other(runs: Runs) -> None:
        await asyncio.gather(hold(runs, "a"), hold(runs, "b", of=other))
        await hold(runs, "c")

    checker = Trying()
    asyncio.run(one_after_the_other(runs_of(checker)))
    assert sorted(checker.asked) == [["a"], ["b"], ["c"]]


def test_an_error_is_met_by_all_who_asked() -> None:
    async def all_at_once(runs: Runs) -> list[object]:
        both = (hold(runs, "a"), hold(runs, "b"))
        return list(await asyncio.gather(*both, return_exceptions=True))

    error = CourseError("no worker starts")
    assert asyncio.run(all_at_once(runs_of(Trying(error)))) == [error, error]


def test_of_right_answers_only_those_that_fail_are_checked_alone() -> None:
    class Checking(Trying):
        """Says of each program that it failed, and notes which it was given."""

        alone: ClassVar[list[str]] = []

        async def check(self, exercise: Exercise, source: str, **_: bool) -> CheckReport:
            self.alone.append(source)
            return CheckReport(exercise.id, Verdict.FAILED)

    rules = Rules(must_avoid=("lambda",))
    exercise = msgspec.structs.replace(
        CLAMP, source=msgspec.structs.replace(CLAMP.source, rules=rules)
    )
    sources = ["right = 1", "wrong = 1", "right = lambda: 1"]
    reports = asyncio.run(runs_of(Checking()).failing(exercise, sources, exercise))
    assert [report is None for report in reports] == [True, False, False]
    assert Checking.alone == ["wrong = 1", "right = lambda: 1"]


@pytest.mark.parametrize(("took", "limit"), [(0.0, 10.0), (0.01, 1.0), (0.5, 5.0), (9.0, 10.0)])
def test_a_variant_has_time_by_what_the_solution_took(took: float, limit: float) -> None:
    runs = runs_of(Trying())
    runs.solution_seconds = took
    source = msgspec.structs.replace(CLAMP.source, timeout=10.0)
    assert runs.limit(msgspec.structs.replace(CLAMP, source=source)) == limit
