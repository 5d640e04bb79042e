"""What test, review, refactor and project exercises prove beyond what write and fix do."""

from __future__ import annotations

import asyncio
from pathlib import Path

from course.authoring.gate.cheats import round_the_limits
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.proofs import check_approaches, check_cheats, check_solution
from course.authoring.gate.repositories import check_repository
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject, as_plain, report_line
from course.catalogue.documents import read_text
from course.catalogue.exercises import reference
from course.catalogue.kinds import DEFECTS, DIFF, MILESTONE
from course.catalogue.package import read_package, replaced, split
from course.checking.rules import changed_parts
from course.model import CheckReport, TestResult


async def check_kind(subject: Subject) -> list[Finding]:
    """The proofs of the exercise's kind."""
    match subject.kind:
        case "test":
            return await _test(subject)
        case "review":
            return await _review(subject)
        case "refactor":
            return await _refactor(subject)
        case "project":
            return await _project(subject)
        case "repo":
            return await check_repository(subject)
        case other:
            raise ValueError(f"no kind of exercise is called {other}")


# ---------------------------------------------------------------- test

_CHEATING_TESTS = {
    "an empty test": "def test_nothing():\n    pass\n",
    "a test that always fails": "def test_nothing():\n    assert False\n",
    "a skipped test": "import pytest\ndef test_nothing():\n    pytest.skip('')\n",
    "os._exit(0)": "import os\ndef test_nothing():\n    os._exit(0)\n",
    "sys.exit(0)": "import sys\ndef test_nothing():\n    sys.exit(0)\n",
}


def looks_at_code(module: str, right: str) -> dict[str, str]:
    """Tests that know the right code by heart and ask for its words instead of calling it."""
    start = f"import {module}\nRIGHT = {right!r}\ndef test_spelling():\n"
    return {
        "a test that reads the file": (
            f"{start}    assert open({module}.__file__).read() == RIGHT\n"
        ),
        "a test that reads the source": (
            f"import inspect\n{start}    assert inspect.getsource({module}) == RIGHT\n"
        ),
        "a test that compares names and docstrings": (
            f"{start}    names = {{}}\n    exec(RIGHT, names)\n"
            f"    def said(found):\n"
            f"        return [(key, getattr(one, '__doc__', None)) for key, one in found.items()\n"
            f"                if not key.startswith('__')]\n"
            f"    assert said(vars({module})) == said(names)\n"
        ),
    }


@rule(
    "kind",
    "A starter to test misses a bug, and passes on the right code.",
    "No empty, skipped or failing test passes, nor one that reads the code.",
)
async def _test(subject: Subject) -> list[Finding]:
    """The solution of a test exercise passes on the right code and catches every bug."""
    exercise, folder = subject.exercise, subject.folder
    report = await subject.runs.check(exercise, subject.solution)
    if not report.passed:
        return _uncaught(subject, report)
    problems = []
    starter = await subject.runs.check(exercise, exercise.starter)
    if starter.passed:
        text = "the starter's tests catch every bug already; leave the learner something to test"
        problems.append(at(subject.starter_path, None, text))
    failing = starter.first_failure
    if failing and failing.outcome == "failed" and not failing.id.startswith("bug::"):
        text = f"the starter's tests fail on {exercise.source.under_test}.py "
        text += f"({report_line(starter)}); begin with one that passes"
        problems.append(at(subject.starter_path, failing.line, text))
    module = str(exercise.source.under_test)
    right = read_text(folder / f"{module}.py")
    tried = {**_CHEATING_TESTS, **looks_at_code(module, right)}
    passed = await asyncio.gather(
        *(subject.runs.passes(exercise, source) for source in tried.values())
    )
    for what, cheat_passes in zip(tried, passed, strict=True):
        if cheat_passes:
            text = f"{what} passes; add a bug that does not end the program by itself"
            problems.append(at(folder / "bugs", None, text))
    return [*problems, *await check_approaches(subject)]


def _uncaught(subject: Subject, report: CheckReport) -> list[Finding]:
    bugs = {f"bug::{bug.name}": bug for bug in subject.exercise.bugs}
    away = [bugs[test.id] for test in report.tests if test.id in bugs and test.outcome == "failed"]
    if not away:
        return [
            at(
                subject.exercise.solution_path,
                report.first_failure.line if report.first_failure else None,
                f"the reference tests fail on {subject.exercise.source.under_test}.py "
                f"({report_line(report)}); correct one of them",
            )
        ]
    text = "the reference tests do not catch this bug; add a test to solution.py, or change the bug"
    return [at(bug.path, None, text) for bug in away]


# ---------------------------------------------------------------- review


@rule(
    "kind",
    "No empty review passes, nor one with a comment on every line.",
)
async def _review(subject: Subject) -> list[Finding]:
    """A review has a serious defect, and the review with every defect marked passes."""
    exercise, folder = subject.exercise, subject.folder
    problems = []
    if not any(defect.serious for defect in exercise.defects):
        text = "no defect is serious, so an empty review passes; mark at least one `serious: true`"
        problems.append(at(folder / DEFECTS, 1, text))
    lines = exercise.starter.splitlines()
    for number, defect in enumerate(exercise.defects):
        for line in defect.lines:
            if lines[line - 1].startswith(("@@", "---", "+++", "diff ", "index ")):
                text = f"line {line} of {DIFF} is a heading, not code; count lines of the diff file"
                place = subject.content.line(folder / DEFECTS, "defects", number)
                problems.append(at(folder / DEFECTS, place, text))
    if problems:
        return problems
    everywhere = "".join(f"{line}\n>> the total is wrong here\n" for line in lines)
    good, nothing, everything = await asyncio.gather(
        subject.runs.check(exercise, reference(exercise)),
        subject.runs.check(exercise, exercise.starter),
        subject.runs.check(exercise, everywhere),
    )
    if not good.passed:
        text = (
            f"the review with every defect marked does not pass ({report_line(good)}); correct it"
        )
        problems.append(at(folder / DEFECTS, 1, text))
    if nothing.passed:
        problems.append(
            at(folder / DEFECTS, 1, "a review without comments passes; add a serious defect")
        )
    if everything.passed:
        text = "a comment on every line passes; give the diff more lines that are fine"
        problems.append(at(folder / DIFF, 1, text))
    return problems


# ---------------------------------------------------------------- refactor


@rule(
    "kind",
    "The starter breaks every limit, or it is one that keeps it as good as it is.",
    "No limit can be gone round.",
)
async def _refactor(subject: Subject) -> list[Finding]:
    """The starter to refactor passes its tests, and the solution meets every limit."""
    exercise = subject.exercise
    limits = exercise.source.rules.limits
    if limits is None:
        return [
            subject.in_yaml(
                "a refactoring has `limits:` under `rules:`; add one that the starter breaks",
                "rules",
            )
        ]
    if (limits.time_ratio or limits.allocations) and not limits.workload:
        text = (
            "time and allocations are measured while `workload:` runs; add it, Python that calls "
        )
        return [subject.in_yaml(text + "the module's functions", "rules", "limits")]
    starter, (_, problems) = await asyncio.gather(
        subject.runs.check(exercise, exercise.starter), check_solution(subject)
    )
    tests = [test for test in starter.tests if not test.id.startswith("limit::")]
    if starter.passed:
        measured = "; ".join(_measured(test) for test in starter.tests if _is_limit(test))
        text = "the starter passes already; set a limit under `rules:` that it breaks"
        problems.append(at(subject.starter_path, None, f"{text} (measured: {measured})"))
    elif not tests or any(test.outcome != "passed" for test in tests):
        text = f"the starter's tests are not green ({report_line(starter)}); a refactoring begins "
        problems.append(at(subject.starter_path, None, text + "with working code: correct it"))
    if problems:
        return problems
    return [
        *_limits_met(subject, starter),
        *await check_approaches(subject),
        *await check_cheats(subject),
        *await _limits_hold(subject),
    ]


def _is_limit(test: TestResult) -> bool:
    return test.id.startswith("limit::")


def _measured(test: TestResult) -> str:
    return f"{test.id.removeprefix('limit::')} is {test.got}, {test.expected}"


def _limits_met(subject: Subject, starter: CheckReport) -> list[Finding]:
    """Limits that ask for nothing: the starter meets them, and they do not keep it as it is."""
    return [
        subject.in_yaml(
            f"the starter meets this limit already ({_measured(test)}); lower it or take it out",
            *("rules", "limits", test.id.removeprefix("limit::")),
        )
        for test in starter.tests
        if _is_limit(test) and test.outcome == "passed" and not _keeps_it_so(subject, test)
    ]


def _keeps_it_so(subject: Subject, test: TestResult) -> bool:
    """Whether a limit that is met lets the measure grow by one at most."""
    name = test.id.removeprefix("limit::")
    allowed = getattr(subject.exercise.source.rules.limits, name, None)
    counted = name not in ("time_ratio", "allocations")
    return counted and (allowed or 0) <= float(test.got or 0) + 1


async def _limits_hold(subject: Subject) -> list[Finding]:
    """What is locked is in the starter, and no limit can be gone round."""
    locked = subject.exercise.source.rules.locked
    names = {name for name in locked if not changed_parts("", subject.exercise.starter, (name,))}
    problems = [
        subject.in_yaml(f"the starter has no `{name}` that could be locked", "rules", "locked")
        for name in sorted(names)
    ]
    tried = round_the_limits(subject.exercise.starter, locked)
    sources = [one.source for one in tried]
    passed = await subject.runs.which_pass(subject.exercise, sources, by=as_plain(subject.exercise))
    return problems + [
        subject.in_yaml(f"the limits hold for a starter that {one.what}", "rules", "limits")
        for one, passes in zip(tried, passed, strict=True)
        if passes
    ]


# ---------------------------------------------------------------- project


@rule(
    "kind",
    "A milestone has a hint, and its test files have names of their own.",
)
async def _project(subject: Subject) -> list[Finding]:
    """A project passes every milestone; a milestone's own solution stops at the next one."""
    exercise = subject.exercise
    problems = []
    names: dict[str, Path] = {}
    for milestone in exercise.milestones:
        if not milestone.source.hints:
            file = milestone.folder / MILESTONE
            problems.append(
                at(file, subject.content.line(file), "there is no hint; write at least one")
            )
        for file in milestone.test_files:
            if other := names.get(file.name):
                text = f"{other.parent.name} has a {file.name} as well; give it another name"
                problems.append(at(file, None, text))
            names.setdefault(file.name, file)
    _, wrong = await check_solution(subject)
    problems += wrong
    if problems:
        return problems
    starter = await subject.runs.check(exercise, exercise.starter)
    first = exercise.milestones[0].name
    if not any(
        test.id.startswith(f"{first}::") and test.outcome != "passed" for test in starter.tests
    ) and (starter.passed or starter.tests):
        text = "the starter passes the first milestone already; take the answer out of it"
        problems.append(at(subject.starter_path, None, text))
    for number, milestone in enumerate(exercise.milestones):
        problems += await _milestone_reference(subject, number, milestone.folder)
    return [*problems, *await check_cheats(subject)]


async def _milestone_reference(subject: Subject, number: int, folder: Path) -> list[Finding]:
    """A milestone's own solution, where there is one, passes up to it and no further.

    In a package it holds only the files that differ from the finished ones.
    """
    file = folder / subject.exercise.solution_path.name
    if not file.exists():
        return []
    if subject.exercise.package:
        source = replaced(subject.solution, split(read_package(file)))
    else:
        source = read_text(file)
    report = await subject.runs.check(subject.exercise, source)
    done = [stage.name for stage in subject.exercise.milestones[: number + 1]]
    failing = [
        test
        for test in report.tests
        if test.outcome not in ("passed", "not_run") and test.id.split("::")[0] in done
    ]
    if failing or (not report.passed and not report.tests):
        text = f"this milestone's solution does not pass ({report_line(report)}); correct it"
        return [at(file, None, text)]
    if report.passed and number + 1 < len(subject.exercise.milestones):
        after = subject.exercise.milestones[number + 1]
        text = f"passes the next milestone, {after.name}, as well; test what is new there"
        return [at(after.folder / MILESTONE, 1, f"the solution of {file.parent.name} {text}")]
    return []
