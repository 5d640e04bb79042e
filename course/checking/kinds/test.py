"""The kind *test*: the learner's tests pass on the right code and fail on every bug.

The learner's file is the test file of an exercise over the code under test: first with the right
code as the submission, then with each wrong version.
"""

from __future__ import annotations

import ast
import asyncio
import random
import shutil
import tempfile
from pathlib import Path

import msgspec

from course.checking.expected import CollectError
from course.checking.kinds import CheckerLike
from course.checking.respelling import respelt
from course.checking.trials import Variant
from course.checking.words import code
from course.errors import CourseError
from course.model import CheckReport, Diagnosis, Exercise, Mistake, TestResult, Verdict
from course.worker.asserting import NOTHING_RAISED

_NOTICED = frozenset({Verdict.FAILED, Verdict.ERROR, Verdict.TIMEOUT})


async def check(exercise: Exercise, source: str, checker: CheckerLike) -> CheckReport:
    """Check the learner's tests. `tests` of the report are theirs, then one per bug."""
    if refused := _not_tests(exercise, source):
        return refused
    with tempfile.TemporaryDirectory(prefix="course-tests-") as folder:
        plain = over_code_under_test(exercise, source, Path(folder))
        try:
            right, again, bugs = await _runs(exercise, plain, checker)
        except CollectError as error:  # what the tests import at their top is not there
            return _cannot_start(exercise, error.reason or str(error))
        except CourseError as error:
            return _cannot_start(exercise, str(error))
    if not right.passed:
        return _wrong_on_right(exercise, right)
    if again is not Verdict.PASSED:
        return _not_about_behaviour(exercise, right)
    return _judged(exercise, right, [verdict in _NOTICED for verdict in bugs])


async def verdict(exercise: Exercise, source: str, checker: CheckerLike) -> Verdict:
    """The verdict of `check` on an author's own tests, from the first run that decides it."""
    if _not_tests(exercise, source):
        return Verdict.FAILED
    with tempfile.TemporaryDirectory(prefix="course-tests-") as folder:
        plain = over_code_under_test(exercise, source, Path(folder))
        right = _code(exercise)
        try:
            for code in (right, _respelt(right)):
                if await checker.verdict(plain, code, trusted=True) is not Verdict.PASSED:
                    return Verdict.FAILED
            bugs = [_respelt(bug.path.read_text("utf-8")) for bug in exercise.bugs]
            variants = [Variant(code) for code in bugs]
            got_away = await checker.try_out(plain, variants, plain.source.timeout)
            for code in (
                code for code, passed in zip(bugs, got_away, strict=True) if passed is not False
            ):
                if await checker.verdict(plain, code, trusted=True) not in _NOTICED:
                    return Verdict.FAILED
        except CourseError:  # the tests cannot be collected
            return Verdict.ERROR
    return Verdict.PASSED


async def _runs(
    exercise: Exercise, plain: Exercise, checker: CheckerLike
) -> tuple[CheckReport, Verdict, list[Verdict]]:
    """The tests on the right code, on the right code in other words, and on each bug.

    All start together and in any order, and the bugs are spelt anew each time, so that only what
    the code does can tell them apart.
    """
    right = asyncio.create_task(checker.check(plain, _code(exercise), independent=True))
    others = [_code(exercise), *(bug.path.read_text("utf-8") for bug in exercise.bugs)]
    order = list(range(len(others)))
    random.SystemRandom().shuffle(order)
    waiting = {
        one: asyncio.create_task(checker.verdict(plain, _respelt(others[one]))) for one in order
    }
    try:
        report = await right
        if not report.passed:
            return report, Verdict.FAILED, []
        reports = [await waiting[one] for one in range(len(others))]
        return report, reports[0], reports[1:]
    finally:
        tasks = [right, *waiting.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _respelt(source: str) -> str:
    return respelt(source, random.SystemRandom().getrandbits(32))


def _not_about_behaviour(exercise: Exercise, right: CheckReport) -> CheckReport:
    """The tests ask how the code is written."""
    module = exercise.source.under_test
    text = (
        f"Your tests pass on `{module}.py` as it is written, and fail on the same code written "
        "another way: with other names inside the functions, without docstrings, on other lines. "
        "A test asks what the code does. Call it, and compare what comes back."
    )
    diagnosis = (Diagnosis(kind="facts", text=text, name="tests_the_spelling"),)
    bugs = tuple(_result(bug, "not_run") for bug in exercise.bugs)
    return msgspec.structs.replace(
        right,
        exercise=exercise.id,
        verdict=Verdict.BROKE_RULES,
        tests=(*right.tests, *bugs),
        diagnosis=diagnosis,
        limit=text,
    )


def over_code_under_test(exercise: Exercise, source: str, folder: Path) -> Exercise:
    """The exercise turned round: the learner's tests over the code under test.

    `folder` gets the tests, the right code as the reference, and the data files.
    """
    module = exercise.module_name
    file = folder / f"{module if module.startswith('test_') else f'test_{module}'}.py"
    file.write_text(source, "utf-8")
    (folder / "solution.py").write_text(_code(exercise), "utf-8")
    data = []
    for one in exercise.data_files:
        copied = folder / one.relative_to(exercise.folder)
        copied.parent.mkdir(parents=True, exist_ok=True)
        data.append(Path(shutil.copyfile(one, copied)))
    return msgspec.structs.replace(
        exercise,
        folder=folder,
        starter="",
        data_files=tuple(data),
        module_name=str(exercise.source.under_test),
        source=msgspec.structs.replace(exercise.source, kind="write", probes=(), module=None),
        test_files=(file,),
        mistakes=(),
        bugs=(),
        by_learner=True,
    )


def _code(exercise: Exercise) -> str:
    return (exercise.folder / f"{exercise.source.under_test}.py").read_text("utf-8")


def _not_tests(exercise: Exercise, source: str) -> CheckReport | None:
    """A report where the file is no Python or has no tests; None where it has."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        text = f"Python cannot read line {line} of your tests: {error.args[0]}."
        diagnosis = Diagnosis(kind="cannot_start", text=text, name="syntax", line=line)
        return CheckReport(exercise=exercise.id, verdict=Verdict.ERROR, diagnosis=(diagnosis,))
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith(
            "test"
        ):
            return None
    diagnosis = Diagnosis(
        kind="cannot_start",
        text="There is no test yet. A test is a function whose name begins with `test_`.",
        name="no_tests",
    )
    return CheckReport(exercise=exercise.id, verdict=Verdict.FAILED, diagnosis=(diagnosis,))


def _cannot_start(exercise: Exercise, error: str) -> CheckReport:
    text = f"Python cannot load your tests: {error}"
    diagnosis = Diagnosis(kind="cannot_start", text=text, name="tests_cannot_start")
    return CheckReport(exercise=exercise.id, verdict=Verdict.ERROR, diagnosis=(diagnosis,))


def _wrong_on_right(exercise: Exercise, right: CheckReport) -> CheckReport:
    """The tests complain about code that is right."""
    failing = right.first_failure
    diagnosis = right.diagnosis
    if failing is not None and right.verdict is Verdict.FAILED:
        text = (
            f"The code in `{exercise.source.under_test}.py` is right, and your test `{failing.id}` "
            f"fails on it.{_both(failing)} Read the brief again: what should happen there?"
        )
        diagnosis = (
            Diagnosis(
                kind="facts", text=text, name="fails_on_right", line=failing.line, test=failing.id
            ),
        )
    bugs = tuple(_result(bug, "not_run") for bug in exercise.bugs)
    return msgspec.structs.replace(
        right, exercise=exercise.id, tests=(*right.tests, *bugs), diagnosis=diagnosis
    )


def _judged(exercise: Exercise, right: CheckReport, caught: list[bool]) -> CheckReport:
    results = tuple(
        _result(bug, "passed" if noticed else "failed")
        for bug, noticed in zip(exercise.bugs, caught, strict=True)
    )
    away = [bug for bug, noticed in zip(exercise.bugs, caught, strict=True) if not noticed]
    diagnosis: tuple[Diagnosis, ...] = ()
    if away:
        names = "\n".join(f"- {' '.join(bug.message.split())}" for bug in away)
        count = f"{len(away)} of {len(caught)} bugs" if len(away) > 1 else "one bug"
        text = f"Your tests pass on the right code, and {count} got away:\n\n{names}"
        diagnosis = (Diagnosis(kind="facts", text=text, name="bug_got_away"),)
    return msgspec.structs.replace(
        right,
        exercise=exercise.id,
        verdict=Verdict.FAILED if away else Verdict.PASSED,
        tests=(*right.tests, *results),
        diagnosis=diagnosis,
    )


def _result(bug: Mistake, outcome: str) -> TestResult:
    words = " ".join(bug.message.split())
    return TestResult(
        name=f"catches: {words}",
        id=f"bug::{bug.name}",
        outcome=outcome,  # type: ignore[arg-type]
    )


def _both(failing: TestResult) -> str:
    """What right code does, and what a test of the learner's expects of it."""
    if failing.got is None or failing.expected is None:
        return ""
    expected = f"your test expects {code(failing.expected, 80)}"
    if failing.got == NOTHING_RAISED:
        return f" No exception came there, and {expected}."
    return f" There the code gives {code(failing.got, 80)}, and {expected}."
