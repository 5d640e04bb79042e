"""The tests of a report in the order in which they help."""

from __future__ import annotations

from pathlib import Path

import msgspec

from course.checking.report_order import Stage, failing_first, stages
from course.model import CheckReport, Milestone, MilestoneSource, TestResult, Verdict
from tests.checking.door import exercise_named


def result(identity: str, outcome: str) -> TestResult:
    return TestResult(identity, identity, outcome)  # type: ignore[arg-type]


def test_what_fails_comes_first_then_what_did_not_run() -> None:
    outcomes = ("passed", "skipped", "failed", "not_run", "error", "passed")
    tests = [result(str(number), outcome) for number, outcome in enumerate(outcomes)]
    assert [test.id for test in failing_first(tests)] == ["2", "4", "1", "3", "0", "5"]


def test_without_milestones_there_is_one_stage_without_a_heading() -> None:
    tests = (result("a", "passed"), result("b", "failed"))
    [stage] = stages(CheckReport("e", Verdict.FAILED, tests))
    assert stage == Stage("", "open", (tests[1], tests[0]))
    [stage] = stages(CheckReport("e", Verdict.PASSED, tests[:1]))
    assert stage == Stage("", "finished", tests[:1])


def test_a_finished_milestone_shows_its_tests_only_when_all_is_done() -> None:
    names = ("01-a", "02-b", "03-c")
    milestones = tuple(Milestone(it, Path(it), MilestoneSource(it, "b"), ()) for it in names)
    project = msgspec.structs.replace(exercise_named("clamp"), milestones=milestones)
    tests = (result("01-a::x", "passed"), result("02-b::x", "passed"), result("02-b::y", "failed"))
    assert stages(CheckReport("e", Verdict.FAILED, tests), project) == [
        Stage("Milestone 1 of 3: 01-a (finished)", "finished", ()),
        Stage("Milestone 2 of 3: 02-b", "open", (tests[2], tests[1])),
        Stage("Milestone 3 of 3: 03-c (comes later)", "later", ()),
    ]
    done = stages(CheckReport("e", Verdict.PASSED, tests[:1]), project)
    assert done[0].tests == tests[:1]
