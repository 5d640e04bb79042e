"""An exercise proves itself: its tests tell right from wrong, and each mistake gets its words."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from course.authoring.gate.briefs import examples_of_a_brief_are_so
from course.authoring.gate.cheats import cheats, package_cheats
from course.authoring.gate.claims import code_of, values_are_seen
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.hints import bare_code
from course.authoring.gate.probes import probes_answer
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject, as_plain, python_files, report_line
from course.authoring.gate.taught import ever_taught, later_than
from course.catalogue.constructs import constructs
from course.catalogue.documents import read_text
from course.explaining.known_by_answers import Answers, differ
from course.model import CheckReport, ProbeResult, Verdict

MOST_SECONDS = 2.0
"""For the tests of an exercise, and for those of each milestone of a project."""
CANNOT_START = frozenset({"ImportError", "ModuleNotFoundError", "NameError", "SyntaxError",
                          "IndentationError", "TabError", "AttributeError"})  # fmt: skip


async def tests_tell(subject: Subject, solution_report: CheckReport) -> list[Finding]:
    """Starter, approaches, mistakes and cheats, each by a check."""
    starter, approaches, mistakes, cheating, probes, examples = await asyncio.gather(
        _starter(subject),
        check_approaches(subject),
        _mistakes(subject, solution_report),
        check_cheats(subject),
        probes_answer(subject, solution_report),
        examples_of_a_brief_are_so(subject),
    )
    if probes:  # what is said of mistakes is said because of them
        mistakes = []
    return [*starter, *approaches, *probes, *mistakes, *cheating, *examples]


@rule(
    "exercise",
    "The tests take at most two seconds with the solution, a project's as many for each milestone.",
)
async def check_solution(subject: Subject) -> tuple[CheckReport, list[Finding]]:
    """The solution passes its tests.

    The report has its probe results.
    """
    report = await subject.runs.check(subject.exercise, subject.solution)
    subject.runs.solution_seconds = report.seconds
    file = subject.exercise.solution_path
    if not report.passed:
        text = f"the solution does not pass ({report_line(report)}); correct it or the tests"
        return report, [at(file, _line_of(report), text)]
    slow = sum(test.seconds for test in report.tests)
    most = MOST_SECONDS * max(1, len(subject.exercise.milestones))
    if slow > most:
        slowest = max(report.tests, key=lambda test: test.seconds)
        return report, [
            at(
                subject.exercise.test_files[0],
                slowest.line,
                f"the tests take {slow:.1f} s with the solution, {slowest.seconds:.1f} s of it in "
                f"{slowest.id}; at most {most:.0f} s: make the test smaller",
            )
        ]
    return report, []


def _line_of(report: CheckReport) -> int | None:
    exception = report.exception or (report.first_failure and report.first_failure.exception)
    return exception.frames[-1].line if exception and exception.frames else None


@rule("exercise", "An approach is another way than the solution.")
async def check_approaches(subject: Subject) -> list[Finding]:
    """Every other good solution passes."""
    approaches = subject.exercise.approaches
    own = bare_code(subject.solution) if approaches and not subject.exercise.package else ""
    alike = [one for one in approaches if own and bare_code(read_text(one.path)) == own]
    if alike:
        text = "this approach is the solution itself; show another way, or take it away"
        return [at(one.path, None, text) for one in alike]
    exercise = subject.exercise
    sources = [read_text(one.path) for one in approaches]
    failing = await subject.runs.failing(exercise, sources, as_plain(exercise))
    return [
        at(
            one.path,
            _line_of(report),
            f"this approach does not pass ({report_line(report)}); correct it or the tests",
        )
        for one, report in zip(approaches, failing, strict=True)
        if report is not None
    ]


def only_cannot_start(report: CheckReport) -> str | None:
    """The error, when every test fails only because the code could not be loaded."""
    if report.exception and report.exception.type in CANNOT_START:
        return report.exception.type
    failing = [test for test in report.tests if test.outcome != "passed"]
    errors = [test.exception.type for test in failing if test.exception]
    missing = {"ImportError", "ModuleNotFoundError", "SyntaxError", "IndentationError"}
    if failing and len(errors) == len(failing) and set(errors) <= missing:
        return errors[0]
    cannot_start = any(one.kind == "cannot_start" for one in report.diagnosis)
    if cannot_start and report.verdict is not Verdict.FAILED:
        return errors[0] if errors else "an error"
    return None


@rule("exercise", "The starter does not pass.")
async def _starter(subject: Subject) -> list[Finding]:
    """The starter can be loaded: its tests fail, not the import."""
    file = subject.starter_path
    report = await subject.runs.explained(subject.exercise, subject.exercise.starter)
    if report.passed:
        text = "the starter passes already; take the answer out of it, or test more"
        return [at(file, None, text)]
    error = only_cannot_start(report)
    if error and not (subject.kind == "fix" and error in subject.exercise.source.brief):
        text = (
            f"the starter fails only because it cannot be loaded ({report_line(report)}); "
            "define every name the tests use, so that the tests themselves fail"
        )
        return [at(file, _line_of(report), text)]
    return []


def unfinished(probes: tuple[ProbeResult, ...]) -> list[str]:
    """The calls that were stopped: what they would give is not known."""
    return [f"`{one.call}`" for one in probes if one.outcome == "unfinished"]


def _same_probes(one: tuple[ProbeResult, ...], other: tuple[ProbeResult, ...]) -> bool:
    return bool(one) and not differ(Answers.of_today(one), Answers.of_today(other))


@rule(
    "exercise",
    "A mistake fails the tests.",
    "The probes tell each mistake from the solution and from every other mistake.",
)
async def _mistakes(subject: Subject, solution: CheckReport) -> list[Finding]:
    """A learner with a known mistake is told its own words."""
    exercise = subject.exercise
    reports = await asyncio.gather(
        *(subject.runs.explained(exercise, read_text(one.path)) for one in exercise.mistakes)
    )
    problems: list[Finding] = []
    for number, (mistake, report) in enumerate(zip(exercise.mistakes, reports, strict=True)):
        if report.passed:
            text = "this mistake passes the tests; add a test that fails for it"
            problems.append(at(mistake.path, None, text))
            continue
        if _same_probes(report.probes, solution.probes):
            text = "every probe gives what the solution gives; add a probe that shows the mistake"
            if stopped := unfinished(report.probes):
                text = f"no probe that ends tells this mistake ({stopped[0]} is stopped); add one"
            problems.append(at(mistake.path, None, text))
            continue
        twins = [
            other.path.name
            for other, another in list(zip(exercise.mistakes, reports, strict=True))[:number]
            if _same_probes(report.probes, another.probes)
        ]
        if twins:
            problems.append(
                at(
                    mistake.path,
                    None,
                    f"every probe gives what it gives for {twins[0]}; add a probe that tells the "
                    "two apart",
                )
            )
        elif not any(
            one.kind == "mistake" and one.name == mistake.name for one in report.diagnosis
        ):
            said = report.diagnosis[0].text.splitlines()[0] if report.diagnosis else "nothing"
            problems.append(
                at(
                    mistake.path,
                    1,
                    f"a learner with this mistake is told “{said}”, not its docstring; add a probe "
                    "that shows the mistake",
                )
            )
        problems += values_are_seen(mistake, report, code_of(mistake))
    return problems


@rule("tests")
async def check_cheats(subject: Subject) -> list[Finding]:
    """No code passes that does nothing: returns a constant, prints, ends Python, skips, equals all.

    One problem names every cheat that does.
    """
    exercise = subject.exercise
    tests = [read_text(file) for file in exercise.test_files]
    tried = (package_cheats if exercise.package else cheats)(subject.solution, tests)
    sources = [one.source for one in tried]
    passed = await subject.runs.which_pass(exercise, sources, by=as_plain(exercise))
    passing = [one.what for one, good in zip(tried, passed, strict=True) if good]
    if not passing:
        return []
    text = f"the tests pass for code that {'; '.join(passing)}; test with more than one answer"
    return [at(exercise.test_files[0], 1, text)]


@rule("exercise", "What an exercise practises is taught in or before its lesson.")
def check_constructs(subject: Subject) -> list[Finding]:
    """The solution and the approaches use only what is taught in or before their lesson.

    What the starter has in it is given to the learner. A concept that no lesson teaches yet is
    not held against an exercise.
    """
    lesson = subject.content.lesson_of(subject.exercise.id)
    if lesson is None:
        return []
    given = _given(subject)
    problems = []
    for file in (
        *python_files(subject.exercise.solution_path),
        *(one.path for one in subject.exercise.approaches),
    ):
        for construct, line in constructs(read_text(file)).items():
            later = later_than(subject.content, lesson, construct)
            if later and construct not in given:
                problems.append(at(file, line, f"uses {later}; write it with what {lesson} knows"))
    taught = subject.content.taught_before(lesson)
    teachers = ever_taught(subject.content)
    for number, concept_id in enumerate(subject.exercise.source.practises):
        if concept_id in teachers and concept_id not in taught:
            where = f"is taught only later, in {teachers[concept_id]}"
            text = f"practises {concept_id}, which {where}; take it out or move the exercise"
            problems.append(subject.in_yaml(text, "practises", number))
    return problems


def _given(subject: Subject) -> set[str]:
    given: set[str] = set()
    for file in python_files(subject.starter_path):
        with suppress(SyntaxError):
            given |= set(constructs(read_text(file)))
    return given
