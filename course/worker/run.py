"""One job in a worker: what is done before pytest goes on, and what when all tests have run."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

from .answering import Answering
from .channel import Channel, Output
from .hidden import Hidden, files_in
from .integrity import Peeking
from .loggers import free_root_logger
from .memory import import_from_memory
from .mends import Mends
from .probes import Probes
from .program import run_program
from .programs import Programs
from .prompt import run_prompt
from .protocol import Aborted, End, Finished, Job, Start
from .reporter import CannotImport, Reporter
from .tracing.recorded_runs import RecordedTest, recorder_for, recording
from .tracing.recorder import Recorder
from .trials import Trials
from .value_text import OwnFolder
from .watch import Watchdog


class Slot:
    """A worker's own folder: `work` (the learner's, writable), `tests` (read only), `tmp`."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.work = os.path.join(folder, "work")
        self.tests = os.path.join(folder, "tests")
        self.tmp = os.path.join(folder, "tmp")

    @property
    def folders(self) -> tuple[str, str, str]:
        """`work`, `tests` and `tmp`."""
        return self.work, self.tests, self.tmp

    def take_temporary_files(self) -> None:
        """Have temporary files made in `tmp`."""
        os.environ |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self.tmp)
        tempfile.tempdir = self.tmp


class Assignment(NamedTuple):
    """A job and what it comes with: the descriptors are for events and for lines from the app."""

    watchdog: Watchdog
    slot: Slot
    job: Job
    events: int
    replies: int


Wait = Callable[[Callable[[], None]], Assignment]
"""Waits for a job; while nobody wants it, it may call what it is given, to rehearse one."""


class Run:
    """One job in this process: a check, a collection, only the probes, or a program."""

    def __init__(self, assigned: Assignment, to: Reporter) -> None:
        self._watchdog, slot, job, descriptor, self._replies = assigned
        self._slot = slot
        self._job = job
        self._reporter = to
        # Probes may be what a check did not come to the end of: it is told where each one is.
        self._channel = Channel(descriptor, job["nonce"], at_once=job["task"] == "probes")
        self._output = Output(1)
        self._home = OwnFolder(slot.work)
        self._exit = os._exit
        self._descriptor = descriptor
        self._recorder: Recorder | None = None
        if "trace" in job:
            self._recorder = recorder_for(job, slot.work, self._channel, to.call_in)
        to.begin(job, self._channel, self._output, self._home, self._watchdog, slot.tests)

    def start(self, session: pytest.Session) -> None:
        """Prepare the process for the job; a program runs here and ends the process."""
        sys.stdout = sys.__stdout__ = self._output  # type: ignore[assignment, misc]
        sys.stderr = sys.__stderr__ = self._output.errors_side  # type: ignore[assignment, misc]
        free_root_logger()
        sys.path.insert(0, self._slot.work)
        sys.argv = ["pytest"]
        self._channel.send(Start())
        task = self._job["task"]
        self._arm(float(self._job["seconds"]), self._on_stuck)
        alone = {"program": self._program, "prompt": self._prompt, "programs": self._programs}
        if task in alone:
            alone[task]()
        self._reporter.compile_tests(session.config)
        # pytest makes a node of every folder down from the root, unless it is above this one.
        session.config.pluginmanager._confcutdir = Path(self._slot.tests, "none")
        session.config.args[:] = [
            os.path.join(self._slot.tests, name) for name in self._job["tests"]
        ]
        code = self._job.pop("code", None)
        if code is not None:
            name = self._job["module"]
            import_from_memory(name, code, os.path.join(self._slot.work, f"{name}.py"))
        many = {"trials": self._try_out, "answers": self._answer, "mends": self._mend}
        if task in many:
            many[task](session)
        if not self._job.get("may_peek") and self._recorder is None:
            tests = OwnFolder(self._slot.tests) if code is not None else None
            Peeking(self._home, self._channel, tests).watch()
        if self._job.get("written_out"):
            Hidden(self._home, self._channel, frozenset(files_in(self._slot.work))).watch()
        try:
            with recording(self._recorder, keep=False):
                self._reporter.import_learner()
        except CannotImport:
            self._end()
        if self._recorder is not None:
            recorded = RecordedTest(self._job["trace"], self._recorder)
            session.config.pluginmanager.register(recorded)
        if task == "probes":
            self.finish(0)

    def _arm(self, seconds: float, on_stuck: Callable[[], None]) -> None:
        self._watchdog.arm(
            self._channel,
            seconds,
            self._home,
            self._descriptor,
            self._reporter.call_in,
            on_stuck,
        )

    def _program(self) -> NoReturn:
        given = (self._channel, self._output, self._home, self._watchdog)
        with recording(self._recorder):
            run_program(self._job, self._replies, *given)
        self._end()

    def _prompt(self) -> NoReturn:
        given = (self._channel, self._output, self._home, self._watchdog)
        arm = partial(self._arm, float(self._job["seconds"]), self._on_stuck)
        run_prompt(self._job, self._replies, *given, arm)
        self._end()

    def _try_out(self, session: pytest.Session) -> NoReturn:
        given = (self._channel, self._output, self._reporter, self._watchdog)
        trials = Trials(self._job, self._slot.folders, *given, self._descriptor)
        trials.run(session, self._arm)
        self._end()

    def _programs(self) -> NoReturn:
        given = (self._channel, self._output, self._home, self._watchdog, self._reporter)
        Programs(self._job, self._slot.folders, *given).run(self._arm)
        self._end()

    def _answer(self, _session: pytest.Session) -> NoReturn:
        given = (self._channel, self._output, self._home, self._watchdog, self._reporter)
        Answering(self._job, self._slot.folders, *given).run(self._arm)
        self._end()

    def _mend(self, session: pytest.Session) -> NoReturn:
        given = (self._channel, self._output, self._reporter, self._watchdog)
        Mends(self._job, self._slot.work, self._slot.tmp, *given).run(session)
        self._end()

    def finish(self, status: int) -> None:
        """All tests have run: say so, evaluate the probes, end the process."""
        self._watchdog.stand_down()
        self._reporter.tell_what_was_replaced()
        self._channel.send(Finished(status))
        if self._job.get("look_for_equality"):
            self._reporter.tell_own_equality()
        if self._job["task"] != "collect":
            Probes(
                self._job["module"],
                self._channel,
                self._output,
                self._home,
                self._watchdog,
                self._reporter.lying,
            ).run(self._job.get("probes", ()), self._reporter.imported)
        self._end()

    def _on_stuck(self) -> None:
        """Time is up: hand over what there is."""
        self._output.flush()
        if self._recorder is not None:
            self._recorder.send("time")

    def abort(self, error: BaseException) -> NoReturn:
        """Something came out of `pytest.main()` itself."""
        self._channel.send(Aborted(self._home.exception(error)))
        self._end()

    def _end(self) -> NoReturn:
        self._output.flush()
        self._channel.send(End())
        self._exit(0)
