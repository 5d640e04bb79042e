"""One exercise through the gate: files, counts, then everything that is proven by running."""

from __future__ import annotations

import asyncio
import re
import tempfile
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

from course.authoring.gate import belongings, briefs, diffs, hints, milestones, starters
from course.authoring.gate.answers import check_answers
from course.authoring.gate.bugs import bugs_are_met
from course.authoring.gate.claims import words_are_true
from course.authoring.gate.findings import Finding, Findings, at, merged
from course.authoring.gate.kinds import check_kind
from course.authoring.gate.lengths import files_are_narrow, titles_are_short
from course.authoring.gate.locked import check_given
from course.authoring.gate.mutants import check_mutants
from course.authoring.gate.open_marks import marks_of_an_exercise_are_closed
from course.authoring.gate.probes import probes_are_python
from course.authoring.gate.proofs import check_constructs, check_solution, tests_tell
from course.authoring.gate.pythons import check_python_files
from course.authoring.gate.rule import rule
from course.authoring.gate.sharp import check_test_file
from course.authoring.gate.spelling import exercises_are_spelt
from course.authoring.gate.stability import check_stability
from course.authoring.gate.subject import Subject, plain_tests, report_line
from course.authoring.gate.unsteady import read_tests
from course.catalogue.documents import read_text
from course.errors import ContentError, CourseError
from course.model import Mistake
from course.plural import plural

FEWEST_HINTS, FEWEST_PROBES, FEWEST_MISTAKES, FEWEST_BUGS = 3, 3, 2, 2

READ: tuple[Callable[[Subject], Iterable[Finding]], ...] = (
    titles_are_short,
    exercises_are_spelt,
    marks_of_an_exercise_are_closed,
    hints.hints_keep_the_answer,
    hints.hints_differ,
    hints.hints_lead_to_lessons,
    hints.hints_are_linked,
    hints.the_starter_keeps_the_answer,
    hints.mistakes_keep_the_answer,
    words_are_true,
    briefs.a_brief_names_what_is_tested,
    briefs.keys_are_spelt_as_in_the_code,
    briefs.a_brief_says_what_raises,
    briefs.a_brief_shows_a_call,
    belongings.folders_are_named_plainly,
    belongings.needs_are_known,
    belongings.needs_are_named,
    belongings.data_is_used,
    belongings.data_is_small,
    belongings.something_is_practised,
    belongings.links_of_an_exercise_lead_somewhere,
    check_given,
    check_python_files,
    files_are_narrow,
    probes_are_python,
    diffs.a_diff_applies,
    diffs.defects_are_changed_lines,
    diffs.added_lines_are_python,
    starters.the_starter_has_the_same_parameters,
    milestones.milestones_are_numbered,
    milestones.milestones_stand_alone,
    bugs_are_met,
)
"""Rules that only read an exercise; they ask for files that can be read as Python."""


_END_OF_TEXT = re.compile(r"[\"'`]+[)\],:]*\s*$")


@rule("course")
def todos(folder: Path) -> list[Finding]:
    """Nothing is left to do: no TODO stands in a file."""
    problems = []
    for file in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
        if file.suffix not in (".py", ".yaml", ".diff") or not file.is_file():
            continue
        try:
            lines = read_text(file).splitlines()
        except ContentError:
            continue
        for number, line in enumerate(lines, start=1):
            if match := re.search(r"(?<![A-Za-z])TODO(?![A-Za-z]):?\s*(.*)", line):
                what = _END_OF_TEXT.sub("", match[1]).strip(" \"'#`.*") or "write it"
                problems.append(
                    at(file, number, f"still to do: {what}; write it and take away TODO")
                )
    return problems


def read_exercise(subject: Subject) -> tuple[Findings, bool]:
    """What reading shows of an exercise, and whether it can be run.

    Where TODO is left or a file cannot be read, only that and the counts are told.
    """
    exercise = subject.exercise
    left = todos(exercise.folder)
    unreadable = check_files(subject)
    problems = [*left, *check_counts(subject), *unreadable]
    is_ready = not left and not unreadable
    if is_ready:
        problems += read_rules(subject)
    findings = Findings(exercises=1, mistakes=len(exercise.mistakes), problems=tuple(problems))
    return findings, is_ready


async def prove_exercise(subject: Subject) -> Findings:
    """What only running shows of an exercise."""
    try:
        parts = await _prove(subject)
    except CourseError as error:  # the tests cannot be collected, or no worker started
        file = next(iter(_test_files(subject)), subject.folder)
        words = str(error).replace(f" in {subject.folder}", "")
        parts = [Findings(problems=(at(file, None, words),), unsure=True)]
    return merged([*parts, Findings(checks=subject.runs.count)])


def read_rules(subject: Subject) -> list[Finding]:
    """What the rules tell that only read."""
    problems = [problem for look in READ for problem in look(subject)]
    for file in _test_files(subject):
        module = subject.exercise.source.under_test or subject.exercise.module_name
        by_name = not subject.exercise.package and "django" not in subject.exercise.source.needs
        problems += [*check_test_file(file, module, by_name), *read_tests(file)]
    return problems


async def _prove(subject: Subject) -> list[Findings]:
    """What only running can tell; what depends on good tests is told where they are."""
    with tempfile.TemporaryDirectory(prefix="course-plain-") as folder:
        if subject.kind in ("write", "fix"):
            return await _prove_at_once(subject, Path(folder))
        problems = await check_kind(subject) or await briefs.examples_of_a_brief_are_so(subject)
        problems += await check_answers(subject)
        if problems or subject.kind in ("review", "repo"):
            return [Findings(problems=tuple(problems))]
        plain = plain_tests(subject, Path(folder))
        unchanged = await subject.runs.check(plain.exercise, plain.source)
        if not unchanged.passed:
            text = f"its tests do not pass when it is tried alone ({report_line(unchanged)})"
            return [Findings(problems=(at(plain.place, None, f"{text}; correct it"),))]
        subject.runs.solution_seconds = unchanged.seconds
        unsteady, changed = await asyncio.gather(
            check_stability(subject, plain), check_mutants(subject, plain)
        )
        return [Findings(problems=(*check_constructs(subject), *unsteady)), changed]


async def _prove_at_once(subject: Subject, folder: Path) -> list[Findings]:
    """All at the same time, as the solution passes: many variants are tried in one process."""
    report, problems = await check_solution(subject)
    if problems:
        return [Findings(problems=tuple(problems))]
    plain = plain_tests(subject, folder)
    told, of_answers, unsteady, changed = await asyncio.gather(
        tests_tell(subject, report),
        check_answers(subject),
        check_stability(subject, plain),
        check_mutants(subject, plain),
    )
    if told or of_answers:
        return [Findings(problems=(*told, *of_answers))]
    return [Findings(problems=(*check_constructs(subject), *unsteady)), changed]


def _test_files(subject: Subject) -> list[Path]:
    """The tests the author wrote: for the kind *test* they are the solution."""
    if subject.kind == "test":
        return [subject.exercise.solution_path]
    return list(subject.exercise.test_files)


# ---------------------------------------------------------------- counts and files


@rule(
    "exercise",
    "An exercise has at least three hints; to write or fix also three probes and two mistakes.",
    "A test exercise has at least two bugs.",
)
def check_counts(subject: Subject) -> list[Finding]:
    """No two mistakes or bugs have the same words."""
    exercise, source = subject.exercise, subject.exercise.source
    problems = []
    hints = len(source.hints)
    if hints < FEWEST_HINTS:
        problems.append(
            subject.in_yaml(
                f"{_count(hints, 'hint')}; write at least {FEWEST_HINTS}, each a step further",
                "hints",
            )
        )
    if subject.kind in ("write", "fix"):
        if len(source.probes) < FEWEST_PROBES:
            problems.append(
                subject.in_yaml(
                    f"{_count(len(source.probes), 'probe')}; write at least {FEWEST_PROBES} calls "
                    "that tell the mistakes apart",
                    "probes",
                )
            )
        if len(exercise.mistakes) < FEWEST_MISTAKES:
            problems.append(
                at(
                    subject.folder / "mistakes",
                    None,
                    f"{_count(len(exercise.mistakes), 'known mistake')}; write at least "
                    f"{FEWEST_MISTAKES}, as learners really make them",
                )
            )
    if subject.kind == "test" and len(exercise.bugs) < FEWEST_BUGS:
        problems.append(
            at(
                subject.folder / "bugs",
                None,
                f"{_count(len(exercise.bugs), 'bug')}; write at least {FEWEST_BUGS} wrong versions "
                f"of {source.under_test}.py",
            )
        )
    messages: dict[str, Mistake] = {}
    for mistake in (*exercise.mistakes, *exercise.bugs):
        if other := messages.get(mistake.message):
            problems.append(
                at(mistake.path, 1, f"says the same words as {other.path.name}; say what differs")
            )
        messages.setdefault(mistake.message, mistake)
    return problems


def _count(number: int, what: str) -> str:
    words = {0: "no", 1: "only one", 2: "only two"}
    there = f"there {'is' if number == 1 else 'are'}"
    return f"{there} {words.get(number, number)} {plural(number, what)}"


def _missing_files(subject: Subject) -> list[str]:
    if subject.kind == "review":
        return []
    needed = (subject.starter_path, subject.exercise.solution_path)
    return [path.name for path in needed if not path.exists()]


@rule("exercise", "Every file ending in .py is Python; only a starter to fix may be none.")
def check_files(subject: Subject) -> list[Finding]:
    """A starter and a solution are there."""
    problems = [
        at(subject.folder / name, None, "this file is missing; add it")
        for name in _missing_files(subject)
    ]
    for file in sorted(subject.folder.rglob("*.py")):
        if file.name == "starter.py" and subject.kind == "fix":
            continue  # a ticket may be about a file that does not even start
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # rules say it better
                compile(read_text(file), str(file), "exec", dont_inherit=True)
        except SyntaxError as error:
            problems.append(at(file, error.lineno, f"this is not Python ({error.msg}); correct it"))
        except ValueError as error:
            problems.append(at(file, None, f"this is not Python ({error}); correct it"))
        except ContentError as error:
            problems.extend(at(one.file, one.line, one.text) for one in error.problems)
    return problems
