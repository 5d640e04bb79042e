"""The kind *project*: milestones one after the other; what worked must go on working.

The tests of every milestone run on the same file. The first milestone that does not pass is the
one the learner is at; later ones are not told about yet.
"""

from __future__ import annotations

import msgspec

from course.checking.kinds import CheckerLike
from course.model import CheckReport, Diagnosis, Exercise, Milestone, TestResult, Verdict


async def check(exercise: Exercise, source: str, checker: CheckerLike) -> CheckReport:
    """Check milestone after milestone until one does not pass. Test ids begin with its folder."""
    tests: list[TestResult] = []
    for number, milestone in enumerate(exercise.milestones):
        report = await checker.check(for_milestone(exercise, milestone), source, independent=True)
        tests += [_named(milestone, test) for test in report.tests]
        if not report.passed:
            later = exercise.milestones[number + 1 :]
            return msgspec.structs.replace(
                report,
                exercise=exercise.id,
                tests=(*tests, *map(_waiting, later)),
                diagnosis=_told(exercise, number, report),
            )
    return CheckReport(exercise=exercise.id, verdict=Verdict.PASSED, tests=tuple(tests))


def for_milestone(exercise: Exercise, milestone: Milestone) -> Exercise:
    """The project as an exercise of its own with only that milestone's tests."""
    return msgspec.structs.replace(
        exercise,
        id=f"{exercise.id}#{milestone.name}",
        source=msgspec.structs.replace(exercise.source, kind="write", module=exercise.module_name),
        test_files=milestone.test_files,
        milestones=(),
    )


def within_project(milestone: Milestone, report: CheckReport) -> CheckReport:
    """The report of that milestone alone: the other way round."""
    begin = f"{milestone.name}::"
    own = tuple(
        msgspec.structs.replace(test, id=test.id.removeprefix(begin))
        for test in report.tests
        if test.id.startswith(begin)
    )
    return msgspec.structs.replace(report, tests=own, diagnosis=report.diagnosis[:-1])


def _named(milestone: Milestone, test: TestResult) -> TestResult:
    return msgspec.structs.replace(test, id=f"{milestone.name}::{test.id}")


def _waiting(milestone: Milestone) -> TestResult:
    return TestResult(
        name=f"milestone: {milestone.source.title}", id=milestone.name, outcome="not_run"
    )


def _told(exercise: Exercise, number: int, report: CheckReport) -> tuple[Diagnosis, ...]:
    milestone = exercise.milestones[number]
    text = (
        f"Milestone {number + 1} of {len(exercise.milestones)}: {milestone.source.title}. "
        + ("" if number == 0 else "The ones before it are done. ")
        + "These are its tests."
    )
    first = Diagnosis(kind="facts", text=text, name=f"milestone:{milestone.name}")
    return (*report.diagnosis, first)
