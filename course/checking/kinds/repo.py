"""The kind *repo*: the learner's repository is read as facts, and the tests look at those.

Each `assert` of such a test has words, and they are what a learner is told: what the test itself
looks at are values of ours.
"""

from __future__ import annotations

import msgspec

from course.checking.kinds import CheckerLike
from course.checking.repository.module import module, nothing
from course.model import CheckReport, Diagnosis, Exercise, TestResult


async def check(exercise: Exercise, source: str, checker: CheckerLike) -> CheckReport:
    """Run the tests on the facts of a repository, as `repository.facts` has read them."""
    if exercise.start is None:
        raise ValueError(f"{exercise.id} has no script for its repository")
    text = module(exercise.start, source)
    turned = _on_facts(exercise, module(exercise.start, nothing(exercise.start)))
    report = await checker.check(turned, text, independent=True)
    reasons = tuple(_told(test) for test in report.tests if test.outcome == "failed")
    return msgspec.structs.replace(
        report,
        exercise=exercise.id,
        tests=tuple(map(_without_values, report.tests)),
        diagnosis=(*report.diagnosis, *reasons),
    )


def _on_facts(exercise: Exercise, empty: str) -> Exercise:
    """The exercise as one whose submission is the module of facts; `empty` has none."""
    return msgspec.structs.replace(
        exercise,
        starter=empty,
        id=f"{exercise.id}#facts",
        source=msgspec.structs.replace(exercise.source, kind="write", module=exercise.module_name),
        start=None,
    )


def _told(test: TestResult) -> Diagnosis:
    """The words of the assertion that failed; of one without words, the test's name."""
    words = (test.message or "").partition("\nassert ")[0].removeprefix("AssertionError: ").strip()
    text = test.name if words.startswith("assert ") or not words else words
    return Diagnosis("facts", text, name="repository", test=test.id)


def _without_values(test: TestResult) -> TestResult:
    """The result without what the test compared: those are values of ours."""
    nothing: dict[str, None] = dict.fromkeys(
        ("call", "compared", "got", "expected", "got_type", "expected_type", "message", "line")
    )
    return msgspec.structs.replace(test, **nothing)
