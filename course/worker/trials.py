"""Many variants of one program under the same tests in one process: only whether they pass.

The authors' gate tries hundreds of changed programs, each of which must fail. A process for each
would take most of the time, so here the module and its tests are loaded afresh for each variant,
what it left in its folders is put back, and the first test that fails decides. Tests that need no
pytest run without it (`quick_trials`). Where anything else is not as it was (a thread, a module
that judges, the environment, logging), the process ends after that variant and the parent starts
another one. In between and last the unchanged program is tried: if that does not pass any more,
nothing since it did is believed.

A pass is never believed either, unless the program is the author's own: it is checked once more
alone, where passes are proven. A variant that takes many times as long as the unchanged program has
not passed.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
from pathlib import Path
from typing import Any, Literal, NoReturn

import pytest

from .channel import Channel, Output
from .memory import import_from_memory
from .protocol import CONTROL, Job, TestBegun, Trial, TrialResult
from .quick_trials import QuickTrials, limit
from .reporter import CheckedModule, Reporter, no_rendering, test_id
from .surroundings import Surroundings
from .watch import Unfinished, Watchdog

CONTROL_EACH = 32
_EXACT = 2.0
"""Seconds for a variant from which on it matters little what the first time took in addition."""
_NO_INTERPRETER = 5.0  # seconds after which C code that keeps the interpreter ends the process


Outcome = Literal["passed", "failed", "timeout"]


class _Ended(BaseException):
    """The program ended its process: then none of its tests has passed."""


def _end(status: int) -> NoReturn:
    raise _Ended(status)


class Trials:
    """Runs the variants of a job; it takes the reporter's place among pytest's plugins."""

    def __init__(
        self,
        job: Job,
        slot: tuple[str, str, str],
        channel: Channel,
        output: Output,
        reporter: Reporter,
        watchdog: Watchdog,
        descriptor: int,
    ) -> None:
        self._job = job
        self._work, self._tests, self._temporary = slot
        self._channel = channel
        self._output = output
        self._reporter = reporter
        self._watchdog = watchdog
        self._descriptor = descriptor
        self._exit = os._exit
        self._session: pytest.Session
        self._failed = False
        self._failures: dict[str, int] = {}
        self._costs: dict[str, float] = {}
        self._only = ""
        self._reverse = False
        self._seconds = float(job["each"])
        self._asked_pytest = True
        self._only_collects = False
        self._has_begun = False
        self._confirms = False
        self._items: list[pytest.Item] = []
        self._arm: Any
        self._before: Surroundings
        self._quick = QuickTrials(job, self._work, self._temporary, reporter, watchdog, self._put)

    def run(self, session: pytest.Session, arm: Any) -> None:
        """Try one after the other; returns early where the process is not to be used again."""
        self._session = session
        session.config.pluginmanager.unregister(self._reporter)
        session.config.pluginmanager.register(self)
        self._arm = arm
        self._before = Surroundings(self._work, self._tests, self._temporary)
        os._exit = _end  # the process is not the program's own here
        control, trials = self._job["control"], self._job["trials"]
        if not self._begin(control):
            return
        since = 0
        for number, trial in enumerate(trials):
            outcome, clean = self._try(number, trial)
            since += 1
            if not clean or outcome == "timeout" or since == CONTROL_EACH or trial is trials[-1]:
                outcome, is_clean = self._try(CONTROL, control)
                self._quick.asked.clear()
                clean, since = clean and is_clean and outcome == "passed", 0
            if not clean:
                return

    def _begin(self, control: Trial) -> bool:
        """Try the unchanged program: how long it takes, and which tests need no pytest."""
        self._only_collects = True
        outcome, clean = self._try(CONTROL, control)
        self._only_collects = False
        if outcome != "passed" or not clean:
            return False
        if not self._all_are_quick(control):
            clean = self._begin_with_pytest(control)
        self._has_begun = True
        self._quick.asked.clear()
        return clean

    def _all_are_quick(self, control: Trial) -> bool:
        """Whether none of the tests that were collected needs pytest, and how long they take."""
        for _ in range(2):  # what is loaded for the first time takes longer
            ready = self._quick.prepare(self._items, control, self._seconds, all_of_them=True)
            if not self._before.restore(self._job["module"]) or not ready:
                return False
            if self._quick.seconds > _EXACT:
                break
        self._seconds = self._quick.seconds
        return True

    def _begin_with_pytest(self, control: Trial) -> bool:
        for _ in range(2):  # what is loaded for the first time takes longer
            self._asked_pytest = True
            outcome, clean = self._try(CONTROL, control)
            if outcome != "passed" or not clean:
                return False
            ready = self._quick.prepare(self._items, control, self._seconds)
            clean = self._before.restore(self._job["module"])
            if ready or not clean:
                return clean
        self._asked_pytest = True
        return clean

    def _try(self, number: int, trial: Trial) -> tuple[Outcome, bool]:
        """Try one and tell; also whether the process is to be used again."""
        self._channel.send(TestBegun(str(number)))
        self._arm(2 * self._seconds + 1, lambda: self._out_of_time(number))
        most = 3 * self._seconds + _NO_INTERPRETER
        faulthandler.dump_traceback_later(most, exit=True, file=self._descriptor)
        try:
            outcome: Outcome = "passed" if self._judged(number, trial) else "failed"
        except Unfinished:
            outcome = "timeout"
        self._watchdog.stand_down()
        clean = not self._reporter.replaced() and self._before.restore(self._job["module"])
        self._output.forget()
        if not self._only_collects:
            self._channel.send(TrialResult(number, outcome))
        return outcome, clean

    def _judged(self, number: int, trial: Trial) -> bool:
        """Whether it passes, by quick tests where these can say.

        The unchanged program is tried as those since the last time were.
        """
        is_control = number == CONTROL
        names: dict[str, Any] = {}
        try:
            if trial.get("before"):
                exec(trial["before"], names)  # noqa: S102 - the gate's own
            if is_control and not self._asked_pytest:
                return self._quick.confirm(trial)
            passed = None if is_control else self._quick.judge(trial)
            if passed is None:
                self._asked_pytest = not is_control
                began = self._watchdog.clock()
                with self._watchdog.interrupting(self._seconds):
                    passed = self._passes(trial)
                if not self._has_begun and not self._only_collects:
                    self._seconds = limit(self._watchdog.clock() - began, self._seconds)
            return passed is not False
        finally:
            if "undo" in names:
                names["undo"]()

    def _out_of_time(self, number: int) -> None:
        self._channel.send(TrialResult(number, "timeout"))
        self._exit(0)

    def _passes(self, trial: Trial) -> bool:
        self._failed = False
        self._only, self._reverse = trial.get("only", ""), trial.get("reverse", False)
        self._confirms = trial is self._job["control"] and self._has_begun
        session, setups = self._session, self._session._setupstate
        session.testsfailed = 0
        session._shouldfail = session._shouldstop = False
        try:
            self._put(trial)
            self._reporter.import_learner()
            items = self._items = list(session.perform_collect())
            to_run = [] if self._only_collects else items
            for item, following in zip(to_run, [*to_run[1:], None], strict=False):
                if self._failed:
                    break
                self._quick.asked.add(test_id(item))
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        except BaseException:  # whatever a program may raise, it has not passed
            return False
        finally:
            with contextlib.suppress(BaseException):
                setups.teardown_exact(None)
        return bool(items) and not self._failed

    def _put(self, trial: Trial) -> None:
        """The variant's files, or its code in memory, in the learner's place."""
        code = trial.get("code")
        if code is not None:
            name = self._job["module"]
            import_from_memory(name, code, os.path.join(self._work, f"{name}.py"))
        for name, text in trial["files"].items():
            self._before.write(os.path.join(self._work, name), text)

    # ------------------------------------------------------------ pytest

    def pytest_pycollect_makemodule(
        self, module_path: Path, parent: pytest.Collector
    ) -> pytest.Module:
        node = CheckedModule.from_parent(parent, path=module_path)
        node.reporter = self._reporter
        return node

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self._only:
            items[:] = [item for item in items if _belongs(item, self._only)]
        elif self._reverse:
            items.reverse()
        else:  # first what has failed often for the time it takes
            items.sort(key=lambda item: -self._promise(item.nodeid))
        if self._confirms:  # what no variant has met since the last time decided nothing
            items[:] = [it for it in items if test_id(it) in self._quick.asked] or items[:1]
        for item in items:
            item.repr_failure = no_rendering  # type: ignore[method-assign]

    def _promise(self, test: str) -> float:
        """How much a test is expected to tell, for its time."""
        return (self._failures.get(test, 0) + 0.1) / (self._costs.get(test, 0.0) + 0.002)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._failed = self._failed or report.failed

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        before = 0.0 if report.when == "setup" else self._costs.get(report.nodeid, 0.0)
        self._costs[report.nodeid] = before + report.duration
        if report.outcome != "passed" or hasattr(report, "wasxfail"):
            self._failed = True
            self._session.shouldfail = "the first failure decides"
            self._failures[report.nodeid] = self._failures.get(report.nodeid, 0) + 1


def _belongs(item: pytest.Item, name: str) -> bool:
    """Whether a test is `test_file.py::name`, one of its cases, or in the class of that name."""
    file, _, wanted = name.partition("::")
    own = str(item.nodeid).partition("::")[2].partition("::")[0].partition("[")[0]
    return item.path.name == file and own == wanted
