"""Variants tried without pytest: by those tests that can be called by themselves.

pytest takes twenty times as long as the tests of a small program. So a variant meets the quick
tests first, of which the unchanged program passes every one: what fails here has failed. Where
tests are left that only pytest can run, and those that were run have passed, nothing is said.
"""

from __future__ import annotations

import os
import sys
import types
from collections.abc import Callable, Iterable

import pytest

from .memory import InMemory
from .protocol import Job, Trial
from .quick_tests import QuickRun, QuickTest, quick_tests
from .reporter import Reporter, test_id
from .tests import missing_name
from .watch import Unfinished, Watchdog

_TIMES_AS_LONG = 20
_AT_LEAST = 0.1
"""Seconds for a test of a variant, where the unchanged program takes next to none."""


def limit(took: float, most: float) -> float:
    """How many seconds a variant has for what the unchanged program takes so many for."""
    return min(most, max(_AT_LEAST, _TIMES_AS_LONG * took))


class QuickTrials:
    """Tries variants of the program of a job; `put` writes the files of one that has several.

    `asked` are the tests that variants have met since the unchanged program was tried; `seconds` is
    how long a variant may take for all that are quick.
    """

    def __init__(
        self,
        job: Job,
        work: str,
        temporary: str,
        reporter: Reporter,
        watchdog: Watchdog,
        put: Callable[[Trial], None],
    ) -> None:
        self._name = job["module"]
        self._path = os.path.join(work, f"{self._name}.py")
        self._temporary = temporary
        self._imported_late = InMemory(self._name)
        self._reporter = reporter
        self._watchdog = watchdog
        self._put = put
        self._tests: list[QuickTest] = []
        self._all: list[tuple[str, str]] = []
        self.seconds = 0.0
        self._each = 0.0
        self.asked: set[str] = set()
        self._failures: dict[str, int] = {}
        self._costs: dict[str, float] = {}

    def prepare(
        self,
        items: Iterable[pytest.Item],
        control: Trial,
        seconds: float,
        all_of_them: bool = False,
    ) -> bool:
        """Find the quick tests among those that pytest collected: the control passes them.

        False where there are none, or where `all_of_them` should be quick and some are not.
        """
        items = list(items)
        self._all = [(item.path.name, _own_name(item)) for item in items]
        self._tests = quick_tests(items)
        if all_of_them and len(self._tests) < len(items):
            return False
        for _ in range(2):  # once more without those that it does not pass
            began = self._watchdog.clock()
            wrong = self._wrong(control, seconds)
            if not wrong:
                self.seconds = limit(self._watchdog.clock() - began, seconds)
                # Whichever comes first may have to make what they share.
                self._each = limit(max(self._costs.values(), default=0.0), seconds)
                return bool(self._tests)
            if all_of_them:
                break
            self._tests = [test for test in self._tests if test.id not in wrong]
        self._tests = []
        return False

    def _wrong(self, control: Trial, seconds: float) -> set[str]:
        """The quick tests that the unchanged program does not pass, in their order."""
        try:
            with self._watchdog.interrupting(seconds):
                run = self._with(control)
                for test in self._tests:
                    run.load(test.path)
                return {test.id for test in self._tests if not self._passes(run, test)}
        except BaseException:  # it takes too long, or ends the process
            return {test.id for test in self._tests}

    def judge(self, trial: Trial) -> bool | None:
        """Whether the variant passes; None where only pytest can say. Raises `Unfinished`.

        Each test has a time of its own: what goes round for ever does so in one of them.
        """
        tests, is_all = self._chosen(trial)
        if not tests:
            return None
        if not self._all_pass(trial, tests):
            return False
        return True if is_all else None

    def confirm(self, control: Trial) -> bool:
        """Whether the unchanged program passes what was asked since it was tried last.

        What was not asked since then has decided nothing; what was may leave something behind.
        """
        in_order, _ = self._chosen(control)
        tests = [test for test in in_order if test.id in self.asked] or in_order[:1]
        return self._all_pass(control, tests)

    def _all_pass(self, trial: Trial, tests: list[QuickTest]) -> bool:
        """Whether it can be loaded and passes them, up to the first that fails. See `judge`."""
        met = ""
        try:
            with self._watchdog.interrupting(self.seconds):
                run = self._with(trial)
            for test in tests:
                met = test.id
                self.asked.add(met)
                with self._watchdog.interrupting(self.seconds):
                    run.load(test.path)
                with self._watchdog.interrupting(self._each):
                    passes = self._passes(run, test)
                if not passes:
                    break
            else:
                return True
        except Unfinished:
            self._note_failure(met)
            raise
        except BaseException:  # noqa: S110 - whatever a program may raise, it has not passed
            pass
        self._note_failure(met)
        return False

    def _note_failure(self, test: str) -> None:
        self._failures[test] = self._failures.get(test, 0) + 1

    def _chosen(self, trial: Trial) -> tuple[list[QuickTest], bool]:
        """The quick tests that the variant is for, and whether those are all it is for."""
        if only := trial.get("only", ""):
            file, _, name = only.partition("::")
            tests = [
                it for it in self._tests if (it.path.name, _own_name_in(it.id)) == (file, name)
            ]
            return tests, len(tests) == self._all.count((file, name))
        is_all = len(self._tests) == len(self._all)
        if trial.get("reverse"):
            return self._tests[::-1], is_all
        return sorted(self._tests, key=lambda test: -self._promise(test.id)), is_all

    def _promise(self, test: str) -> float:
        """How much a test is expected to tell, for its time."""
        return (self._failures.get(test, 0) + 0.1) / (self._costs.get(test, 0.0) + 0.0005)

    def _passes(self, run: QuickRun, test: QuickTest) -> bool:
        began = self._watchdog.clock()
        try:
            return run.passes(test)
        finally:
            self._costs[test.id] = self._watchdog.clock() - began

    def _with(self, trial: Trial) -> QuickRun:
        """The tests with the variant in the learner's place; raises what its import raises."""
        self._put(trial)
        code = trial.get("code")
        if code is None and trial["files"].keys() == {f"{self._name}.py"}:
            code = trial["files"][f"{self._name}.py"]
        if code is None or not self._reporter.imports_at_top:
            self._reporter.import_learner()
        else:
            self._reporter.note_modules()  # given ones go with each variant, and come anew
            module = types.ModuleType(self._name)
            module.__file__ = self._path
            sys.modules[self._name] = module
            compiled = compile(code, self._path, "exec", dont_inherit=True)
            self._imported_late.hold(compiled)  # for a test that loads it again
            sys.meta_path.insert(0, self._imported_late)
            exec(compiled, module.__dict__)  # noqa: S102 - an author's program, in its sandbox
            for _, name in self._reporter.imported:
                if not hasattr(module, name):
                    setattr(module, name, missing_name(name, self._name))
        return QuickRun(self._reporter, self._temporary)


def _own_name(item: pytest.Item) -> str:
    return _own_name_in(test_id(item))


def _own_name_in(identity: str) -> str:
    """The function or class of a test that stands in its file: `test_a` of `f.py::test_a[1]`."""
    return identity.partition("::")[2].partition("::")[0].partition("[")[0]
