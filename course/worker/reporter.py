"""The pytest plugin inside a worker: loads the tests itself, reports each one with evidence.

Test files are read, parsed and compiled before any of the learner's code runs, and are executed
from that code object, whatever `sys.modules` says by then. Two canaries, real test functions
that must fail, run first and last through the same machinery as the tests.

It is long: pytest asks one object for all its hooks, and these share what the job says.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
import types
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from .asserting import (
    asserted_value,
    by_operator,
    frame_in,
    refused_in_other_words,
    unittest_assertion,
)
from .channel import Channel, Output, TooMuchOutput
from .comparing import Approximations, Comparing, all_classes
from .early_imports import import_first
from .integrity import Integrity
from .learner_names import has_name
from .operands import Check
from .protocol import (
    Aborted,
    Collected,
    CollectFailed,
    Compiled,
    DefinesEquality,
    ExceptionSaid,
    Failure,
    ImportFailed,
    Job,
    Missing,
    Outcome,
    SubtestEnded,
    Tampered,
    TestBegun,
    TestEnded,
)
from .tests import CompiledTest, canary_globals, compile_canary, missing_name
from .typed import TYPED, TypedAnswers
from .value_text import OwnFolder, type_name, without_addresses
from .watch import Watchdog
from .web_app import Views

_OUTCOME_EXCEPTIONS = (
    pytest.fail.Exception,
    pytest.skip.Exception,
    pytest.exit.Exception,
)


class CannotImport(Exception):  # noqa: N818 - not an error of ours
    """The learner's module raised while it was imported; the report has been sent."""


class CheckedModule(pytest.Module):
    """A test file that is executed from the code the reporter compiled."""

    reporter: Reporter

    def _getobj(self) -> types.ModuleType:
        return self.reporter.execute(Path(self.path))


class Reporter:
    """Reports collection and every test over the channel; `begin` gives it its job.

    It is registered with pytest before there is a job, which is not for free.
    """

    def __init__(self) -> None:
        self._job: Job
        self._channel: Channel
        self._output: Output
        self._home: OwnFolder
        self._watchdog: Watchdog
        self._folder: Path
        self._session: pytest.Session
        self._current = ""
        self._compared: tuple[str, Any, Any] | None = None
        self._failure: Failure = {}
        self._not_collected: ExceptionSaid | None = None
        self._codes: dict[str, types.CodeType | None] = {}
        self._tests: dict[str, CompiledTest] = {}
        self._canary_code = compile_canary()
        self._comparing: Comparing
        self._approximations = Approximations()
        self._before = {id(kind): kind for kind in all_classes()}
        self._integrity = Integrity()
        self._integrity.note_judges()
        self._all_passed = True
        self._views = Views()
        self._answers = TypedAnswers()

    def begin(
        self,
        job: Job,
        channel: Channel,
        output: Output,
        home: OwnFolder,
        watchdog: Watchdog,
        tests_folder: str,
    ) -> None:
        """Take the job and, before any of the learner's code runs, the compiled tests."""
        self._job = job
        self._channel = channel
        self._output = output
        self._home = home
        self._watchdog = watchdog
        self._folder = Path(tests_folder)
        about, given = job.get("about", ()), job.get("given", ())
        self._comparing = Comparing(home, about, given, self._before, channel.send)
        self._approximations.comparing = self._comparing
        self._by_learner = job.get("code") is not None
        compiled = job.get("compiled") or {}
        for name, source in job["tests"].items():
            path = str(self._folder / name)
            self._tests[path] = CompiledTest(
                path, source, job["module"], compiled.get(name), self._check
            )

    def _check(self, mark: str) -> Check:
        """What is marked so in the code of a test goes through this."""
        return self._answers.overheard if mark == TYPED else self._comparing.check(mark)

    def compile_tests(self, config: pytest.Config) -> None:
        """Compile the tests that did not come compiled, and hand the result to the parent."""
        for path, test in self._tests.items():
            if not test.is_compiled:
                code = test.compile(config)
                imported, modules = tuple(code["imported"]), tuple(code["modules"])
                self._channel.send(
                    Compiled(
                        Path(path).name, code["code"], imported, code["imports_at_top"], modules
                    )
                )

    def note_modules(self) -> None:
        """Import what the tests use, before the learner's code, and note how it is now."""
        self._integrity.forget_unloaded()
        self._integrity.note(self._modules_of_tests())

    def import_learner(self) -> None:
        """Import the learner's module where the tests do so at their top; name what is missing."""
        self.note_modules()
        if not self.imports_at_top:
            return
        name = self._job["module"]
        try:
            module = importlib.import_module(name)
        except BaseException as error:
            failure = ImportFailed(self._home.exception(error), self._output.take())
            self._channel.send(failure)
            raise CannotImport from error
        wanted = {attribute for test in self._tests.values() for _, attribute in test.imported}
        missing = sorted(one for one in wanted if not has_name(module, one))
        if missing:
            self._channel.send(Missing(tuple(missing)))
        for attribute in missing:
            setattr(module, attribute, missing_name(attribute, name))

    def execute(self, path: Path) -> types.ModuleType:
        """Run a compiled test file as a module."""
        module = types.ModuleType(path.stem)
        module.__file__ = str(path)
        sys.modules[path.stem] = module
        test = self._tests[str(path)]
        self._comparing.trust(module.__dict__, test.modules)
        exec(test.code, module.__dict__)  # noqa: S102 - the exercise's own tests
        if not self._by_learner:
            self._comparing.own_values.remember(module.__dict__)
        # Now, as whoever gave the tests something else may put back what was there.
        if (name := self._integrity.replaced(("builtins", "pytest", *test.modules))) is not None:
            self._channel.send(Tampered(name))
        return module

    def _modules_of_tests(self) -> list[str]:
        """The modules the tests use, imported now: the learner's code comes later."""
        names = [name for test in self._tests.values() for name in test.modules]
        if self._job["task"] != "collect":
            given = frozenset(self._job.get("given", ()))
            import_first(names, self._job["module"], given, os.getcwd())
        return names

    def tell_what_was_replaced(self) -> None:
        """After the last test, and only where a pass is possible: it takes a moment."""
        if self._all_passed and (name := self.replaced()):
            self._channel.send(Tampered(name))

    def replaced(self) -> str | None:
        """The first name of what judges that is not what it was; None is best."""
        return self._integrity.replaced()

    def tell_own_equality(self) -> None:
        """The classes of the learner's that decide what they are equal to."""
        if names := self._comparing.own_equality():
            self._channel.send(DefinesEquality(tuple(names[:5])))

    def lying(self, value: object) -> str | None:
        """What answers for itself when `value` is compared."""
        return self._comparing.inside(value)

    @property
    def imports_at_top(self) -> bool:
        """Whether a test file imports the learner's module as it is loaded."""
        return any(test.imports_at_top for test in self._tests.values())

    @property
    def imported(self) -> list[tuple[str, str]]:
        """`(name in the tests, name in the learner's module)` for all the tests import."""
        return [pair for test in self._tests.values() for pair in test.imported]

    # ------------------------------------------------------------ collection

    def pytest_pycollect_makemodule(
        self, module_path: Path, parent: pytest.Collector
    ) -> pytest.Module | None:
        node = CheckedModule.from_parent(parent, path=module_path)
        node.reporter = self
        return node

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        ids = [test_id(item) for item in items]
        self._channel.send(Collected(tuple(ids), self._output.take()))
        if self._job["task"] == "collect":
            items.clear()  # none of them is run
        if not items:
            return
        _without_idle_plugins(items)
        parent = next(node for node in items[0].listchain() if isinstance(node, pytest.Module))
        first, last = (self._canary(name, parent) for name in self._job["canaries"])
        items.insert(0, first)
        items.append(last)
        for item in items:
            self._codes[test_id(item)] = _code_of(item)
            # pytest's own rendering of a failure reads and formats every frame; nobody shows it.
            item.repr_failure = no_rendering  # type: ignore[method-assign]

    def _canary(self, name: str, parent: pytest.Module) -> pytest.Item:
        code = self._canary_code.replace(co_name=name)
        function = types.FunctionType(code, canary_globals(self._job["nonce"]), name)
        return pytest.Function.from_parent(parent, name=name, callobj=function)

    @property
    def _is_canary(self) -> bool:
        return self._current.partition("::")[2] in self._job["canaries"]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._channel.send(
                CollectFailed(
                    str(report.nodeid),
                    str(report.longrepr)[-2_000:],
                    self._not_collected,
                    self._output.take(),
                )
            )
            self._not_collected = None

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self,
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        report = yield
        call = getattr(report, "call", None)
        if report.failed and call is not None and call.excinfo is not None:
            self._not_collected = self._home.exception(call.excinfo.value)
        return report

    # ------------------------------------------------------------ running

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        self._output.take()
        self._views.begin_test()
        self._answers.begin_test()
        self._compared = None
        self._current = self._watchdog.test = test_id(item)
        self._session = item.session
        self._watchdog.clock.mark()
        self._channel.send(TestBegun(self._current))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> None:
        if _code_of(item) is not self._codes.get(test_id(item)):
            self._channel.send(Tampered(test_id(item)))
        self._watchdog.clock.mark()

    def pytest_assertrepr_compare(self, op: str, left: object, right: object) -> None:
        self._compared = (op, left, right)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if call.excinfo is not None and report.outcome == "failed":
            if isinstance(call.excinfo.value, TooMuchOutput):
                self._session.shouldfail = "the limit decides"
            if not self._is_canary:
                self._failure = self._explain(str(item.path), call.excinfo.value)
            self._compared = None
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        failure, self._failure = self._failure, {}
        context = getattr(report, "context", None)
        if report.when != "call" and report.outcome == "passed":
            return
        outcome: Outcome = report.outcome
        if outcome == "failed" and report.when != "call":
            outcome = "error"
        if hasattr(report, "wasxfail") and outcome == "passed":
            outcome = "failed"
        if outcome != "passed" and not self._is_canary:
            self._all_passed = False
            if self._job.get("first_failure"):
                self._session.shouldfail = "the first failure decides"
        # A machine that is busy with other things makes no test slow.
        seconds = round(max(report.duration - self._watchdog.clock.lost(), 0.0), 5)
        key = (self._current, outcome, report.when or "call", seconds, self._output.take())
        if context is not None:
            cases = [f"{name}={value}" for name, value in context.kwargs.items()]
            words = [str(context.msg), *cases] if context.msg else cases
            label = ", ".join(words)[:200]
            self._channel.send(SubtestEnded(*key, **failure, label=label))
        else:
            self._channel.send(TestEnded(*key, **failure))

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        self._channel.send(Aborted(self._home.exception(excinfo.value)))

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        self._channel.send(Aborted(self._home.exception(excinfo.value)))

    def _explain(self, path: str, error: BaseException) -> Failure:
        test = self._tests.get(path)
        failure: Failure = {}
        traceback = error.__traceback__
        part = frame_in(path, traceback, self._home.owns)
        in_learner = bool(frames := self._home.frames(traceback))
        refused = None if in_learner else refused_in_other_words(error)
        if test is not None and part is not None:
            file = test.syntax
            frame = part.tb_frame
            names = {**frame.f_globals, **frame.f_locals}
            asserting = unittest_assertion(part)
            if asserting is not None:
                method, values = asserting
                failure = file.explain_unittest(part.tb_lineno, names, method, values)
            else:
                compared = self._compared if isinstance(error, AssertionError) else None
                failure = file.explain(part.tb_lineno, names, compared, refused is not None)
                if by_operator(error, frames[0].function if in_learner else ""):
                    failure["call"] = file.operation_at(part.tb_lineno, names) or failure["call"]
                if compared is None and isinstance(error, AssertionError) and not in_learner:
                    failure.update(asserted_value(error))
            failure["line"] = part.tb_lineno
        by_test = isinstance(error, AssertionError) and not in_learner
        if refused is not None:
            failure["exception"] = self._home.exception(refused)
        if not by_test and not isinstance(error, _OUTCOME_EXCEPTIONS):
            failure["exception"] = self._home.exception(error)
        try:
            failure["message"] = without_addresses(str(error)[:2_000])
        except Exception:  # a learner's __str__
            failure["message"] = type_name(error)
        if by_test and test is not None and part is not None:
            self._views.tell(failure, self._home, test.syntax, part.tb_lineno, names)
        if self._answers.given:
            failure["typed"] = self._answers.given
        return failure

    def call_in(self, frame: types.FrameType) -> str | None:
        """The call of the learner's code that a frame of a test file is making."""
        test = self._tests.get(frame.f_code.co_filename)
        if test is None:
            return None
        return test.syntax.call_at(frame.f_lineno, {**frame.f_globals, **frame.f_locals})


def _without_idle_plugins(items: list[pytest.Item]) -> None:
    """Take away what looks at every phase of a test for fixtures that none of the tests has.

    What they set up for the learner's code stays: a handler at the root logger, so that nothing
    logged is printed.
    """
    fixtures = {name for item in items for name in getattr(item, "fixturenames", ("request",))}
    plugins = items[0].config.pluginmanager
    if not fixtures & {"request", "caplog"}:
        plugins.unregister(name="logging-plugin")
        logging.getLogger().addHandler(logging.NullHandler())
    if not fixtures & {"request", "capsys", "capfd", "capsysbinary", "capfdbinary"}:
        plugins.unregister(name="capturemanager")


def test_id(item: pytest.Item) -> str:
    """A test's id without folders: `test_find_sku.py::test_known`."""
    return f"{item.path.name}::{str(item.nodeid).partition('::')[2]}"


test_id.__test__ = False  # type: ignore[attr-defined]


def no_rendering(excinfo: object, style: object = None) -> str:  # noqa: ARG001 - pytest's
    """In the place of pytest's words for a failure."""
    return "failed"


def _code_of(item: pytest.Item) -> types.CodeType | None:
    function = getattr(item, "function", None) or getattr(item, "obj", None)
    return getattr(getattr(function, "__func__", function), "__code__", None)
