"""The calls that were made, each with what came of it and what the tests say of it.

Three things are put together: what the failing tests report, what the probes did, and what the
source of the tests says of each call.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from course.checking.bindings import Substitute
from course.checking.calls_in_tests import expectations_of
from course.checking.expectations import Expectation
from course.checking.values import UNKNOWN, same, value_of
from course.explaining.failing_assert import About, asserted, learner_call_in
from course.model import CheckReport, ExceptionInfo, Exercise, ProbeResult, TestResult
from course.worker.asserting import OPERATORS, WITH_WORDS, is_of_operator

Expectations = tuple[Expectation, ...]
Results = dict[str, list[TestResult]]


class Case(Struct, frozen=True):
    """One call with its outcome. Values that cannot be read are `UNKNOWN`, texts None.

    `passed` is None where the tests do not say what this call should do.
    """

    call: str
    function: str
    arguments: tuple[Any, ...] | None
    passed: bool | None
    got: str | None = None
    expected: str | None = None
    got_value: Any = UNKNOWN
    expected_value: Any = UNKNOWN
    got_type: str | None = None
    expected_type: str | None = None
    exception: ExceptionInfo | None = None
    raises: str | None = None
    printed: str = ""
    changed_arguments: bool = False
    test: str | None = None
    about: About = "value"

    @property
    def returned(self) -> bool:
        """Whether the call came back with a value."""
        return self.exception is None and self.got is not None and self.about != "printed"


@lru_cache(maxsize=1024)
def called(call: str) -> tuple[str, tuple[Any, ...] | None]:
    """The name of the function a call text calls, and its arguments where all are literals."""
    try:
        node = ast.parse(call.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return call.partition("(")[0].strip(), None
    if isinstance(node, ast.Await):
        node = node.value
    if not isinstance(node, ast.Call):
        return "", None
    name = ast.unparse(node.func).rpartition(".")[2]
    if node.keywords or isinstance(node.func, ast.Attribute):
        return name, None
    values = tuple(value_of(ast.unparse(argument)) for argument in node.args)
    return name, None if UNKNOWN in values else values


def cases_of(report: CheckReport, exercise: Exercise) -> tuple[Case, ...]:
    """All calls with known outcomes, each call once."""
    expectations = expectations_of(exercise)

    def plain(call: str) -> str:
        return _canonical(call).removeprefix(f"{exercise.module_name}.")

    probes = {plain(probe.call): probe for probe in report.probes}
    results = _by_function(report)
    cases: dict[str, Case] = {}
    for test in report.tests:
        if test.outcome not in {"failed", "error"}:
            continue
        its_own = _case_of(test, results, expectations)
        if case := _of_test(test, exercise, its_own, plain, probes):
            cases.setdefault(case.call, case)
    for wanted in expectations:
        key = plain(wanted.call)
        probe = probes.get(key)
        surely_passed = _surely_passed(wanted, results, expectations)
        if key in cases or (probe is not None and _is_missing_name(_raised(probe))):
            continue
        if probe is None:
            if surely_passed and (wanted.expected or wanted.raises):
                cases[key] = _passed(key, wanted)
            continue
        case = _from_probe(probe, key, wanted)
        if surely_passed and case.passed is False:
            continue  # the tests are right: the probe met another state, or we misread the test
        if case.passed is not None or key not in cases:
            cases[key] = case
    for key, probe in probes.items():
        if key not in cases and not _is_missing_name(_raised(probe)):
            cases[key] = _from_probe(probe, key, None)
    return tuple(cases.values())


def _by_function(report: CheckReport) -> dict[str, list[TestResult]]:
    """The results of each test function's cases, in order; those of subtests are left out."""
    results: dict[str, list[TestResult]] = {}
    for test in report.tests:
        if " (" not in test.id.partition("[")[0]:
            results.setdefault(plain_id(test.id), []).append(test)
    return results


def _case_of(test: TestResult, results: Results, expectations: Expectations) -> Expectations:
    """The expectations read from the very case of a test; all of the test's where it is unsure."""
    mine = results.get(plain_id(test.id), [])
    all_of_them = tuple(each for each in expectations if each.test == plain_id(test.id))
    if test not in mine or len(mine) != _number_of_cases(all_of_them):
        return all_of_them
    position = mine.index(test)
    return tuple(each for each in all_of_them if each.case == position)


def _number_of_cases(expectations: Expectations) -> int:
    return 1 + max((each.case for each in expectations), default=0)


def _surely_passed(wanted: Expectation, results: Results, expectations: Expectations) -> bool:
    """Whether the very case an expectation was read from passed."""
    outcomes = [test.outcome for test in results.get(wanted.test, [])]
    if len(outcomes) == _number_of_cases(
        tuple(each for each in expectations if each.test == wanted.test)
    ):
        return outcomes[wanted.case] == "passed"
    return bool(outcomes) and all(outcome == "passed" for outcome in outcomes)


def _of_test(
    test: TestResult,
    exercise: Exercise,
    expectations: Expectations,
    plain: Callable[[str], str],
    probes: dict[str, ProbeResult],
) -> Case | None:
    """The case a failing test makes; None where it looks at something no call gave."""
    looked_at = asserted(exercise, test) if test.exception is None else None
    about = looked_at.about if looked_at else "value"
    is_expected = any(wanted.expected is not None for wanted in expectations)
    if about == "argument" or (about == "other" and is_expected):
        return None  # what the test says of its calls is known better from its source
    if about == "value" and looked_at is not None and _is_part(test.compared, looked_at.text):
        return None  # of a long value, only the part that differs is known
    if about == "other" and looked_at is not None:
        return None if looked_at.of_test else _from_test(test, looked_at.text, probes)
    call = _call_of(test, expectations, plain, probes)
    if call is not None and test.exception is not None and not _by_operator(test.exception):
        call = learner_call_in(call, exercise) or call
    case = _from_test(test, call, probes)
    return replace(case, about=about) if case else None


def _is_part(compared: str | None, whole: str) -> bool:
    """Whether what was compared is shown as an item or as the length of the whole."""
    if compared is None or compared == whole:
        return False
    is_item = compared.endswith("]") and not whole.endswith("]")
    return is_item or (compared.startswith("len(") and not whole.startswith("len("))


def _by_operator(exception: ExceptionInfo) -> bool:
    """Whether an operator between objects of the learner's called what stopped, or was missing."""
    if not exception.frames:
        return is_of_operator(exception.type, exception.message)
    return exception.frames[0].function in OPERATORS


def _call_of(
    test: TestResult,
    expectations: Expectations,
    plain: Callable[[str], str],
    probes: dict[str, ProbeResult],
) -> str | None:
    """The call a test made, as the test file writes it.

    The report's own text has the values that the arguments had *after* the call, which differ
    where the learner's code changes its arguments.
    """
    if test.call is None:
        return None
    function, expected = called(test.call)[0], _expected(test)[1]
    own = {
        plain(wanted.call)
        for wanted in expectations
        if wanted.function == function and _fits(test, expected, wanted, plain, probes)
    }
    return own.pop() if len(own) == 1 else plain(test.call)


def _fits(
    test: TestResult,
    expected: Any,
    wanted: Expectation,
    plain: Callable[[str], str],
    probes: dict[str, ProbeResult],
) -> bool:
    """Whether a call in the test's source can be the one the test failed at."""
    if test.exception is not None:
        probe = probes.get(plain(wanted.call))
        return probe is not None and probe.outcome == "raised" and probe.type == test.exception.type
    return expected is not UNKNOWN and _expects(wanted, expected)


def _expects(wanted: Expectation, expected: Any) -> bool:
    value = value_of(wanted.expected)
    return value is not UNKNOWN and same(value, expected)


def _expected(test: TestResult) -> tuple[str | None, Any, str | None]:
    """What a test expects: its text, value and type; `approx` gives the number it is near to."""
    text, kind = test.expected, test.expected_type
    near, tolerant, _ = (text or "").partition(" ± ")
    if tolerant:
        value = value_of(near)
        return (near, value, type(value).__name__) if value is not UNKNOWN else (text, value, None)
    return text, _value_in(text), kind


def plain_id(test_id: str) -> str:
    """A test's id without file, parameters and subtest: `TestSearch::test_empty`."""
    return test_id.split(".py::")[-1].partition("[")[0].partition(" (")[0]


def _value_in(text: str | None) -> Any:
    """The value an engine's text stands for; `not None`, `contains 3`, `> 2` stand for none."""
    return UNKNOWN if text is None or text.startswith("not ") else value_of(text)


def _typed(text: str, kind: str | None) -> Any:
    """The value of a `repr`, or `UNKNOWN` where it is not of the type that came back."""
    value = value_of(text)
    return value if kind is None or type(value).__name__ == kind else UNKNOWN


@lru_cache(maxsize=1024)
def _canonical(call: str) -> str:
    try:
        node = Substitute({}).visit(ast.parse(call.strip(), mode="eval").body)
        return ast.unparse(ast.fix_missing_locations(node))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return call


def _from_test(test: TestResult, call: str | None, probes: dict[str, ProbeResult]) -> Case | None:
    if not call or _is_missing_name(test.exception) or _stopped_itself(test, call):
        return None
    function, arguments = called(call)
    expected, expected_value, expected_type = _expected(test)
    probe = probes.get(call)
    refused = test.expected is not None and test.expected.startswith("raises ")
    raises, _, words = (test.expected or "").removeprefix("raises ").partition(WITH_WORDS)
    if test.exception is None and test.got is None:
        return None
    return Case(
        call=call,
        function=function,
        arguments=arguments,
        passed=False,
        got=None if refused else test.got,
        expected=(words or None) if refused else expected,
        got_value=UNKNOWN if refused else _typed(test.got or "", test.got_type),
        expected_value=UNKNOWN if refused else expected_value,
        got_type=test.got_type,
        expected_type=expected_type,
        exception=test.exception if test.got is None else None,
        raises=raises if refused else None,
        printed=test.printed or (probe.printed if probe else ""),
        changed_arguments=bool(probe and probe.changed_arguments),
        test=test.id,
    )


def _passed(call: str, wanted: Expectation) -> Case:
    """A call that a passed test makes: what came back is not known, only that it was right."""
    function, arguments = called(call)
    return Case(
        call=call,
        function=function,
        arguments=arguments,
        passed=True,
        expected=wanted.expected,
        expected_value=value_of(wanted.expected),
        raises=wanted.raises,
        test=wanted.test,
    )


def _is_missing_name(exception: ExceptionInfo | None) -> bool:
    """Whether the test only met a name that the learner's file does not have."""
    return (
        exception is not None
        and exception.type == "ImportError"
        and exception.message.startswith("cannot import name")
        and not exception.frames
    )


def _stopped_itself(test: TestResult, call: str) -> bool:
    """Whether the test stopped at a method of a string, a list ... that it was given.

    No line of the learner's code ran there, and nothing is known of theirs by that call.
    """
    if test.exception is None or test.exception.frames:
        return False
    try:
        node = ast.parse(call.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    called = node.func if isinstance(node, ast.Call) else None
    plain = (ast.Constant, ast.List, ast.Dict, ast.Set, ast.Tuple)
    return isinstance(called, ast.Attribute) and isinstance(called.value, plain)


def _from_probe(probe: ProbeResult, call: str, wanted: Expectation | None) -> Case:
    function, arguments = called(call)
    expected = value_of(wanted.expected) if wanted else UNKNOWN
    got = _typed(probe.value, probe.type) if probe.outcome == "returned" else UNKNOWN
    passed: bool | None = None
    if wanted is not None and probe.outcome == "raised":
        passed = wanted.raises == probe.type if wanted.raises or wanted.expected else None
    elif wanted is not None and wanted.raises:
        passed = False
    elif UNKNOWN not in (got, expected) and wanted is not None:
        passed = bool(got) is expected if wanted.truth else same(got, expected, wanted.tolerance)
    return Case(
        call=call,
        function=function,
        arguments=arguments,
        passed=passed,
        got=probe.value if probe.outcome == "returned" else None,
        expected=wanted.expected if wanted else None,
        got_value=got,
        expected_value=expected,
        got_type=probe.type if probe.outcome == "returned" else None,
        expected_type=type(expected).__name__ if expected is not UNKNOWN else None,
        exception=_raised(probe) if probe.outcome == "raised" else None,
        raises=wanted.raises if wanted else None,
        printed=probe.printed,
        changed_arguments=probe.changed_arguments,
        test=wanted.test if wanted else None,
    )


def _raised(probe: ProbeResult) -> ExceptionInfo:
    return ExceptionInfo(probe.type, probe.value.removeprefix(f"{probe.type}: "))


def name_is_missing(case: Case) -> bool:
    """Whether a call failed because the file has no such name: that is told before anything."""
    raised = case.exception
    return raised is not None and not raised.frames and raised.message.startswith("module '")
