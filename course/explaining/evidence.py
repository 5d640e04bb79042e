"""What is known of a submission: its report, its source, and every call with a known outcome."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from course.checking.calls_in_tests import expectations_of, tests_mentioning
from course.explaining.call_cases import Case, cases_of, plain_id
from course.explaining.failing_assert import stops_at_call
from course.explaining.syntax_tree import Function, functions_of, may_come_to, parse
from course.model import CheckReport, Exercise, TestResult

_OPERATIONS = frozenset(
    f"__{name}__"
    for name in (
        *("lt", "le", "gt", "ge", "eq", "ne", "add", "sub", "mul", "truediv", "floordiv", "mod"),
        *("radd", "rsub", "rmul", "and", "or", "contains", "getitem", "delitem", "len", "bool"),
        *("hash", "str", "repr", "iter", "next", "enter", "exit"),
    )
)
"""Methods that run when something is done with an object, and not when it is made."""
_OF_WHAT_CAME = re.compile(r"indices must be|not subscriptable|unsupported operand|unpack")
"""What Python says of a value that is used as what it is not."""

_LACKING = re.compile(r"object has no attribute '(\w+)'")


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
        walked: Mapping[str, frozenset[int]] | None = None,
    ) -> None:
        self.explained = explained
        self.report = report
        self.exercise = exercise
        self.source = source
        self.lines = source.splitlines()
        self._before = before
        self._walked = walked or {}

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
        return self._before.cases if self._before else cases_of(self.report, self.exercise)

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
        tests = {wanted.test for wanted in expectations_of(self.exercise)}
        mentions = tests_mentioning(self.exercise, function)
        passed = {plain_id(test.id) for test in self.report.tests if test.outcome == "passed"}
        return passed & mentions <= tests

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
        return Evidence(self.report, self.exercise, self.source, explained, self, self._walked)

    def walking(self, walked: Mapping[str, frozenset[int]]) -> Evidence:
        """The same evidence with the lines that failing tests have run."""
        return Evidence(self.report, self.exercise, self.source, self.explained, self, walked)

    def lines_run(self, case: Case) -> frozenset[int] | None:
        """The lines that the test of a call has run; None where it makes other calls as well."""
        of_its_test = sum(each.test == case.test for each in self.cases)
        return self._walked.get(case.test or "") if of_its_test == 1 else None

    def function_of(self, case: Case) -> Function | None:
        """The learner's function the case calls."""
        return self.functions.get(case.function)

    def may_run(self) -> list[tuple[Function, tuple[Case, ...]]]:
        """The functions that failing calls may come to, each with these; all where none is known.

        Those come first that are called by name.
        """
        found = [
            (it, tuple(c for c in self.failing if may_come_to(c.call, name, self.tree)))
            for name, it in self.functions.items()
        ]
        called = {case.function for case in self.failing}
        kept = [(it, cases) for it, cases in found if cases or not self.failing]
        return sorted(kept, key=lambda pair: pair[0].name not in called)

    def test_that_stopped(self, case: Case) -> str | None:
        """The name of a case's test where its exception came out of other code than its call.

        None where it came out of the call, or where that is not sure.
        """
        test = next((test for test in self.failed_tests if test.id == case.test), None)
        if case.exception is None or test is None:
            return None
        frames = {it.function.rpartition(".")[2] for it in case.exception.frames}
        own = self._run_by(case.function)
        if frames and _only_makes(case) and self._makes_object(case.function):
            first = case.exception.frames[0].function.rpartition(".")[2]
            if first in _OPERATIONS:  # the test does that with what it has made
                return test.name
        if frames and own is not None:
            return test.name if not own & frames else None
        seen = test.exception is not None and not test.exception.frames
        if seen and own is not None and case.exception.type in ("KeyError", "IndexError"):
            return test.name  # with no line of the learner's, it came of what the call gave
        is_there = stops_at_call(self.exercise, test, case.call)
        if not frames and own is None and _OF_WHAT_CAME.search(case.exception.message):
            is_there = False  # a test took apart what a library's call gave
        asked = _LACKING.search(case.exception.message)
        if not frames and asked and asked.group(1) != case.function.rpartition(".")[2]:
            is_there = False  # a test asked that of what the call gave
        if is_there and not frames and self._makes_object(case.function):
            is_there = case.exception.type == "TypeError" and "argument" in case.exception.message
        return None if is_there else test.name

    def _makes_object(self, name: str) -> bool:
        """Whether a call is of a class of the learner's: what is done with the object is not it."""
        return name not in self.functions and self._run_by(name) is not None

    def _run_by(self, name: str) -> set[str] | None:
        """What a call of a function or a class runs; None where a decorator may be in between."""
        if (function := self.functions.get(name)) is not None:
            return None if function.decorator_list else {name}
        for node in ast.walk(self.tree) if self.tree else ():
            if isinstance(node, ast.ClassDef) and node.name == name:
                methods = {one.name for one in node.body if isinstance(one, Function)}
                return methods | {"__init__", "__new__", "__post_init__"}
        return None

    def all_named(self, name: str) -> list[Function]:
        """Every function and method of that name, as classes may each have one."""
        return [
            node
            for node in (ast.walk(self.tree) if self.tree else ())
            if isinstance(node, Function) and node.name == name
        ]

    def uses(self, *modules: str) -> bool:
        """Whether the file imports one of the modules."""
        names: set[str] = set()
        for node in ast.walk(self.tree) if self.tree else ():
            if isinstance(node, ast.Import):
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                names.add((node.module or "").partition(".")[0])
        return bool(names & set(modules))

    def code(self, line: int | None) -> str:
        """The learner's line, stripped; empty when there is none."""
        if line is None or not 1 <= line <= len(self.lines):
            return ""
        return self.lines[line - 1].strip()


def _only_makes(case: Case) -> bool:
    """Whether what is shown of a test is the call of a class alone."""
    tree = parse(case.call)
    only = tree.body[0] if tree is not None and len(tree.body) == 1 else None
    call = only.value if isinstance(only, ast.Expr) else None
    return isinstance(call, ast.Call) and ast.unparse(call.func) == case.function
