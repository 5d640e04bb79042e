"""Many variants of one program under the same tests in one process: only whether they pass.

The authors' gate tries hundreds of changed programs, each of which must fail. A process for each
would take most of the time, so here the module and its tests are loaded afresh for each variant,
what it left in its folders is put back, and the first test that fails decides. Where anything else
is not as it was (a thread, a module that judges, the environment, logging), the process ends after
that variant and the parent starts another one. In between and last the unchanged program is tried:
if that does not pass any more, nothing since it did is believed.

A pass is never believed either, unless the program is the author's own: it is checked once more
alone, where passes are proven.
"""

from __future__ import annotations

import contextlib
import faulthandler
import linecache
import logging
import os
import shutil
import signal
import sys
import threading
import types
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .again import DjangoAgain
from .channel import Channel, Output
from .memory import import_from_memory
from .protocol import CONTROL, Job, TestBegun, Trial, TrialResult
from .reporter import CheckedModule, Reporter, no_rendering
from .watch import Watchdog

CONTROL_EACH = 8
_NO_INTERPRETER = 5.0  # seconds after which C code that keeps the interpreter ends the process


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

    def run(self, session: pytest.Session, arm: Any) -> None:
        """Try one after the other; returns early where the process is not to be used again."""
        self._session = session
        session.config.pluginmanager.unregister(self._reporter)
        session.config.pluginmanager.register(self)
        before = _Surroundings(self._work, self._tests, self._temporary)
        for number, trial in enumerate(self._job["trials"], start=1):
            clean = self._try(number - 1, trial, arm, before)
            if not clean or number % CONTROL_EACH == 0 or number == len(self._job["trials"]):
                clean = self._try(CONTROL, self._job["control"], arm, before) and clean
            if not clean:
                return

    def _try(self, number: int, trial: Trial, arm: Any, before: _Surroundings) -> bool:
        """Try one and tell; False where the process is not to be used again."""
        self._channel.send(TestBegun(str(number)))
        seconds = float(self._job["each"])
        arm(seconds, lambda: self._out_of_time(number))
        faulthandler.dump_traceback_later(
            3 * seconds + _NO_INTERPRETER, exit=True, file=self._descriptor
        )
        passed = self._passes(trial)
        self._watchdog.stand_down()
        clean = before.restore(self._job["module"]) and not self._reporter.replaced()
        self._output.forget()
        self._channel.send(TrialResult(number, "passed" if passed else "failed"))
        return clean and (passed or number != CONTROL)

    def _out_of_time(self, number: int) -> None:
        self._channel.send(TrialResult(number, "timeout"))
        self._exit(0)

    def _passes(self, trial: Trial) -> bool:
        self._failed = False
        self._only, self._reverse = trial.get("only", ""), trial.get("reverse", False)
        session, setups = self._session, self._session._setupstate
        session.testsfailed = 0
        session._shouldfail = session._shouldstop = False
        names: dict[str, Any] = {}
        try:
            if trial.get("before"):
                exec(trial["before"], names)  # noqa: S102 - the gate's own
            self._put(trial)
            self._reporter.import_learner()
            items = session.perform_collect()
            for item, following in zip(items, [*items[1:], None], strict=False):
                if self._failed:
                    break
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        except BaseException:  # whatever a program may raise, it has not passed
            return False
        finally:
            with contextlib.suppress(BaseException):
                setups.teardown_exact(None)
            if "undo" in names:
                names["undo"]()
        return bool(items) and not self._failed

    def _put(self, trial: Trial) -> None:
        """The variant's files, or its code in memory, in the learner's place."""
        code = trial.get("code")
        if code is not None:
            name = self._job["module"]
            import_from_memory(name, code, os.path.join(self._work, f"{name}.py"))
        for name, text in trial["files"].items():
            file = Path(self._work, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")

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


class _Surroundings:
    """What a variant may have changed, as it was before the first one."""

    def __init__(self, work: str, tests: str, temporary: str) -> None:
        self._own = (os.path.join(work, ""), os.path.join(tests, ""))
        self._folders = (work, temporary)
        self._modules = frozenset(sys.modules)
        self._finders = list(sys.meta_path)
        self._files = {file: _content(file) for folder in self._folders for file in _files(folder)}
        self._stamps = {file: _stamp(file) for file in self._files}
        self._environment = dict(os.environ)
        self._django = DjangoAgain()
        self._state = _state()

    def restore(self, module: str) -> bool:
        """Put back files and modules; False where something else is not as it was."""
        for name in [name for name in sys.modules if name not in self._modules]:
            if name.partition(".")[0] == module or self._is_own(sys.modules[name]):
                del sys.modules[name]
        sys.meta_path[:] = self._finders
        if dict(os.environ) != self._environment:
            os.environ.clear()
            os.environ |= self._environment
        self._django.put_back()
        for path in list(sys.path_importer_cache):
            if os.path.join(path, "").startswith(self._own):
                del sys.path_importer_cache[path]
        linecache.clearcache()
        try:
            self._restore_files()
        except OSError:
            return False
        return _state() == self._state

    def _is_own(self, module: types.ModuleType) -> bool:
        try:
            file = getattr(module, "__file__", None)
        except Exception:  # a module of the learner's that answers for itself
            return True
        return isinstance(file, str) and file.startswith(self._own)

    def _restore_files(self) -> None:
        for folder in self._folders:
            for entry in os.scandir(folder):
                if not entry.is_dir(follow_symlinks=False) or self._holds(entry.path):
                    continue
                if entry.name.startswith("pytest-of-"):  # the folder of `tmp_path`
                    for made in Path(entry.path).glob("pytest-*/*"):
                        if made.is_symlink():  # to the newest of a test's folders
                            made.unlink()
                        elif made.is_dir():
                            shutil.rmtree(made)
                else:
                    shutil.rmtree(entry.path)
            for file in _files(folder):
                if file not in self._files and "pytest-of-" not in file:
                    os.unlink(file)
        for file, content in self._files.items():
            if _stamp(file) != self._stamps[file]:
                Path(file).parent.mkdir(parents=True, exist_ok=True)
                Path(file).write_bytes(content)
                self._stamps[file] = _stamp(file)

    def _holds(self, folder: str) -> bool:
        inside = os.path.join(folder, "")
        return any(file.startswith(inside) for file in self._files)


def _files(folder: str) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        for name in names:
            yield os.path.join(place, name)


def _content(file: str) -> bytes:
    with open(file, "rb") as opened:
        return opened.read()


def _stamp(file: str) -> tuple[int, int] | None:
    try:
        stat = os.lstat(file)
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def _state() -> tuple[object, ...]:
    """What of the process a program can change and the next one would notice."""
    root = logging.getLogger()
    return (
        threading.active_count(),
        dict(os.environ),
        os.getcwd(),
        list(sys.path),
        sys.stdout,
        sys.stderr,
        sys.getrecursionlimit(),
        sys.gettrace(),
        sys.getprofile(),
        len(sys.warnoptions),
        len(warnings.filters),
        list(root.handlers),
        root.level,
        root.manager.disable,
        [
            name
            for name, one in root.manager.loggerDict.items()
            if isinstance(one, logging.Logger)
            and (one.level or one.handlers or one.disabled or not one.propagate)
        ],
        signal.getsignal(signal.SIGINT),
    )
