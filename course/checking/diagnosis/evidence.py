"""What is known of a submission: its report, its source, and every call with a known outcome."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from course.checking.diagnosis.asserted import About, asserted, learner_call_in
from course.checking.diagnosis.calls import expectations_of, tests_mentioning
from course.checking.diagnosis.names import Substitute
from course.checking.diagnosis.reading import Expectation
from course.checking.diagnosis.shape import Function, functions_of, parse
from course.checking.diagnosis.values import UNKNOWN, same, value_of
from course.model import CheckReport, ExceptionInfo, Exercise, ProbeResult, TestResult


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


class Saying(Struct, frozen=True):
    """What a symptom says, and the failing cases it explains. `line` is the learner's."""

    text: str
    cases: tuple[Case, ...] = ()
    line: int | None = None


class Evidence:
    """Everything a symptom may look at. Built once per report; nothing in it changes."""

    def __init__(
        self,
        report: CheckReport,
        exercise: Exercise,
        source: str,
        explained: frozenset[str] = frozenset(),
        before: Evidence | None = None,
    ) -> None:
        self.explained = explained
        self.report = report
        self.exercise = exercise
        self.source = source
        self.lines = source.splitlines()
        self._before = before

    @cached_property
    def tree(self) -> ast.Module | None:
        """The submission's syntax tree; None when it has none."""
        return self._before.tree if self._before else parse(self.source)

    @cached_property
    def functions(self) -> dict[str, Function]:
        """The submission's functions and methods by name; the first of a name counts."""
        if self._before:
            return self._before.functions
        return functions_of(self.tree) if self.tree else {}

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """All calls with known outcomes, each call once."""
        return self._before.cases if self._before else _cases(self.report, self.exercise)

    @cached_property
    def failing(self) -> tuple[Case, ...]:
        """The calls that went wrong, the shortest call first."""
        wrong = [
            case for case in self.cases if case.passed is False and case.call not in self.explained
        ]
        return tuple(sorted(wrong, key=lambda case: (len(case.call), case.call)))

    def failing_like(self, function: str) -> tuple[Case, ...]:
        """All failing calls of a function, also those that were explained already."""
        return tuple(
            case for case in self.cases if case.passed is False and case.function == function
        )

    def knows_all_passing(self, function: str) -> bool:
        """Whether the calls of a function are known of every passed test that mentions it."""
        known = {wanted.test for wanted in expectations_of(self.exercise)}
        mentions = tests_mentioning(self.exercise, function)
        passed = {_plain_id(test.id) for test in self.report.tests if test.outcome == "passed"}
        return passed & mentions <= known

    @cached_property
    def passing(self) -> tuple[Case, ...]:
        """The calls that went right."""
        return tuple(case for case in self.cases if case.passed)

    @cached_property
    def failed_tests(self) -> tuple[TestResult, ...]:
        """The tests that failed, in their order."""
        return tuple(test for test in self.report.tests if test.outcome in {"failed", "error"})

    def without(self, cases: Iterable[Case]) -> Evidence:
        """The same evidence with some failing calls taken out, as they are explained already."""
        explained = self.explained | {case.call for case in cases}
        return Evidence(self.report, self.exercise, self.source, explained, before=self)

    def function_of(self, case: Case) -> Function | None:
        """The learner's function the case calls."""
        return self.functions.get(case.function)

    def code(self, line: int | None) -> str:
        """The learner's line, stripped; empty when there is none."""
        if line is None or not 1 <= line <= len(self.lines):
            return ""
        return self.lines[line - 1].strip()


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


def _cases(report: CheckReport, exercise: Exercise) -> tuple[Case, ...]:
    expectations = expectations_of(exercise)

    def plain(call: str) -> str:
        return _canonical(call).removeprefix(f"{exercise.module_name}.")

    probes = {plain(probe.call): probe for probe in report.probes}
    cases: dict[str, Case] = {}
    for test in report.tests:
        if test.outcome not in {"failed", "error"}:
            continue
        if case := _of_test(test, exercise, expectations, plain, probes):
            cases.setdefault(case.call, case)
    outcomes = _outcomes(report)
    for wanted in expectations:
        key = plain(wanted.call)
        probe = probes.get(key)
        surely_passed = _surely_passed(wanted, outcomes, expectations)
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


def _outcomes(report: CheckReport) -> dict[str, list[str]]:
    """The outcomes of each test function's cases, in order; those of subtests are left out."""
    found: dict[str, list[str]] = {}
    for test in report.tests:
        if " (" not in test.id.partition("[")[0]:
            found.setdefault(_plain_id(test.id), []).append(test.outcome)
    return found


def _surely_passed(
    wanted: Expectation, outcomes: dict[str, list[str]], expectations: Iterable[Expectation]
) -> bool:
    """Whether the very case an expectation was read from passed."""
    mine = outcomes.get(wanted.test, [])
    cases = 1 + max(each.case for each in expectations if each.test == wanted.test)
    if len(mine) == cases:
        return mine[wanted.case] == "passed"
    return bool(mine) and all(outcome == "passed" for outcome in mine)


def _of_test(
    test: TestResult,
    exercise: Exercise,
    expectations: Iterable[Expectation],
    plain: Callable[[str], str],
    probes: dict[str, ProbeResult],
) -> Case | None:
    """The case a failing test makes; None where it looks at something no call gave."""
    looked_at = asserted(exercise, test) if test.exception is None else None
    about = looked_at.about if looked_at else "value"
    told = any(
        wanted.test == _plain_id(test.id) and wanted.expected is not None for wanted in expectations
    )
    if about == "argument" or (about == "other" and told):
        return None  # what the test says of its calls is known better from its source
    if about == "other" and looked_at is not None:
        return _from_test(test, looked_at.text, probes)
    call = _call_of(test, expectations, plain)
    if call is not None and test.exception is not None:
        call = learner_call_in(call, exercise) or call
    case = _from_test(test, call, probes)
    return replace(case, about=about) if case else None


def _call_of(
    test: TestResult, expectations: Iterable[Expectation], plain: Callable[[str], str]
) -> str | None:
    """The call a test made, as the test file writes it.

    The report's own text has the values that the arguments had *after* the call, which differ
    where the learner's code changes its arguments.
    """
    if test.call is None:
        return None
    function, expected = called(test.call)[0], _expected(test)[1]
    fitting = {
        plain(wanted.call)
        for wanted in expectations
        if wanted.test == _plain_id(test.id)
        and wanted.function == function
        and expected is not UNKNOWN
        and value_of(wanted.expected) is not UNKNOWN
        and same(value_of(wanted.expected), expected)
    }
    if plain(test.call) in fitting or len(fitting) != 1:
        return plain(test.call)
    return fitting.pop()


def _expected(test: TestResult) -> tuple[str | None, Any, str | None]:
    """What a test expects: its text, value and type; `approx` gives the number it is near to."""
    text, kind = test.expected, test.expected_type
    near, tolerant, _ = (text or "").partition(" ± ")
    if tolerant:
        value = value_of(near)
        return (near, value, type(value).__name__) if value is not UNKNOWN else (text, value, None)
    return text, _value_in(text), kind


def _plain_id(test_id: str) -> str:
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
    if not call or _is_missing_name(test.exception):
        return None
    function, arguments = called(call)
    expected, expected_value, expected_type = _expected(test)
    probe = probes.get(call)
    refused = test.expected is not None and test.expected.startswith("raises ")
    if test.exception is None and test.got is None:
        return None
    return Case(
        call=call,
        function=function,
        arguments=arguments,
        passed=False,
        got=None if refused else test.got,
        expected=None if refused else expected,
        got_value=UNKNOWN if refused else _typed(test.got or "", test.got_type),
        expected_value=UNKNOWN if refused else expected_value,
        got_type=test.got_type,
        expected_type=expected_type,
        exception=test.exception if test.got is None else None,
        raises=(test.expected or "").removeprefix("raises ") if refused else None,
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
