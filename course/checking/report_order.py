"""The tests of a report in the order in which they help: by milestone, failing ones first."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from course.catalogue.milestones import milestone_words
from course.model import CheckReport, Exercise, TestResult

_ORDER = {"failed": 0, "error": 0, "skipped": 1, "not_run": 1}


class Stage(Struct, frozen=True):
    """Some tests and their heading, which is empty where the exercise has no milestones.

    Of a milestone that is finished or not begun the heading says all while another one is open.
    """

    heading: str
    state: Literal["finished", "open", "later"]
    tests: tuple[TestResult, ...]


def stages(report: CheckReport, exercise: Exercise | None = None) -> list[Stage]:
    """The tests of a report; with a project, one stage for each milestone."""
    milestones = exercise.milestones if exercise is not None else ()
    if exercise is None or not milestones:
        return [Stage("", "finished" if report.passed else "open", failing_first(report.tests))]
    groups = []
    for number, milestone in enumerate(milestones):
        name = milestone_words(exercise, number)
        tests = [test for test in report.tests if test.id.startswith(f"{milestone.name}::")]
        if not tests:
            groups.append(Stage(f"{name} (comes later)", "later", ()))
        elif all(test.outcome == "passed" for test in tests):
            shown = tuple(tests) if report.passed else ()
            groups.append(Stage(f"{name} (finished)", "finished", shown))
        else:
            groups.append(Stage(name, "open", failing_first(tests)))
    return groups


def failing_first(tests: list[TestResult] | tuple[TestResult, ...]) -> tuple[TestResult, ...]:
    """The tests that do not pass, then those that did not run, then those that pass."""
    return tuple(sorted(tests, key=lambda test: _ORDER.get(test.outcome, 2)))
