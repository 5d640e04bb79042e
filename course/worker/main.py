"""Where workers wait: parked inside `pytest.main()`, forked ahead of need from a template.

`template`: one process for each set of needs imports pytest and the frameworks, starts
`pytest.main()` and stops in the collection hook. There it forks a child for every request of
the supervisor; each child puts on its sandbox, says `ready` and waits for its one job. A fork
costs a tenth of a start, and the job itself finds everything warm.

`once`: the process parks itself for its one job. Used where there is no fork.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

from .channel import Channel, Output, Silence
from .clock import OwnTime
from .integrity import Peeking
from .loggers import free_root_logger
from .memory import import_from_memory
from .probes import Probes
from .program import run_program
from .protocol import (
    PROTOCOL,
    Aborted,
    End,
    Exited,
    Finished,
    ForkWorker,
    Job,
    Ready,
    Start,
    Started,
    fields_of,
    request_of,
    to_line,
)
from .reporter import CannotImport, Reporter
from .sandbox import close_inherited, confine, end_with_parent, prepare
from .session import ARGUMENTS, load, prime
from .tracing.recorder import Recorder
from .tracing.runs import RecordedTest, recorder_for, recording
from .trials import Trials
from .value_text import Home
from .warm import warm
from .watch import Watchdog


class Slot:
    """A worker's own folder: `work` (the learner's, writable), `tests` (read only), `tmp`."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.work = os.path.join(folder, "work")
        self.tests = os.path.join(folder, "tests")
        self.tmp = os.path.join(folder, "tmp")


class Assignment(NamedTuple):
    """A job and what it comes with: the descriptors are for events and for lines from the app."""

    watchdog: Watchdog
    slot: Slot
    job: Job
    events: int
    replies: int


Wait = Callable[[], Assignment]


class Park:
    """The pytest plugin that waits in the collection hook until there is a job."""

    def __init__(self, wait: Wait) -> None:
        self._wait = wait
        self.reporter = Reporter()
        self.run: Run | None = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> None:
        # It would format every result for a terminal that nobody sees.
        session.config.pluginmanager.unregister(name="terminalreporter")
        self.run = Run(self._wait(), self.reporter)
        self.run.start(session)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, exitstatus: int) -> None:
        if self.run is not None:
            self.run.finish(int(exitstatus))


class Run:
    """One job in this process: a check, a collection, only the probes, or a program."""

    def __init__(self, assigned: Assignment, to: Reporter) -> None:
        self._watchdog, slot, job, descriptor, self._replies = assigned
        self._slot = slot
        self._job = job
        self._reporter = to
        self._channel = Channel(descriptor, job["nonce"])
        self._output = Output(1)
        self._home = Home(slot.work)
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
        if task == "program":
            with recording(self._recorder):
                run_program(
                    self._job,
                    self._replies,
                    self._channel,
                    self._output,
                    self._home,
                    self._watchdog,
                )
            self._end()
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
        if task == "trials":
            self._try_out(session)
        if not self._job.get("may_peek"):
            tests = Home(self._slot.tests) if code is not None else None
            Peeking(self._home, self._channel, tests).watch()
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

    def _try_out(self, session: pytest.Session) -> NoReturn:
        slot, given = self._slot, (self._channel, self._output, self._reporter, self._watchdog)
        trials = Trials(self._job, (slot.work, slot.tests, slot.tmp), *given, self._descriptor)
        trials.run(session, self._arm)
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


def park(wait: Wait) -> NoReturn:
    """Start `pytest.main()` and wait inside it; never returns."""
    sys.stdout = sys.stderr = Silence()
    sys.dont_write_bytecode = True
    folder = os.path.dirname(os.path.abspath(__file__))
    plugin = Park(wait)
    try:
        pytest.main(
            [*ARGUMENTS, "--rootdir", folder, "--confcutdir", folder, folder],
            plugins=[plugin, plugin.reporter],
        )
    except BaseException as error:
        if plugin.run is not None:
            plugin.run.abort(error)
        sys.stderr = sys.__stderr__
        raise
    if plugin.run is not None:
        plugin.run.abort(RuntimeError("pytest ended early"))
    os.write(2, b"pytest ended before there was a job\n")
    os._exit(3)


def _read_job(descriptor: int) -> Job:
    """One JSON line; an end of file means the parent needs this worker no more."""
    data = b""
    while not data.endswith(b"\n"):
        block = os.read(descriptor, 1 << 16)
        if not block:
            os._exit(0)
        data += block
    job: Job = json.loads(data)
    if not job.get("live"):
        os.close(descriptor)
    return job


def settle(
    slot: Slot, needs: tuple[str, ...], job_descriptor: int, events: int, missing: list[str]
) -> Assignment:
    """Put on the sandbox, say that this worker is ready, and wait for its job."""
    os.chdir(slot.work)
    os.environ |= {"HOME": slot.work, "TMPDIR": slot.tmp, "TEMP": slot.tmp, "TMP": slot.tmp}
    tempfile.tempdir = slot.tmp
    own_time = OwnTime()
    refused = confine(slot.folder, needs, sys.path)
    watchdog = Watchdog(own_time)
    watchdog.start()
    # Said of every fork from 3.12 on, because of the watchdog's thread.
    warnings.filterwarnings("ignore", message=".*multi-threaded, use of fork")
    ready = fields_of(Ready(tuple(missing), refused))
    os.write(events, json.dumps({"v": PROTOCOL, "t": "ready", **ready}).encode() + b"\n")
    job = _read_job(job_descriptor)
    return Assignment(watchdog, slot, job, events, job_descriptor) if not refused else os._exit(0)


def once(needs: tuple[str, ...], folder: str, rehearse: bool) -> NoReturn:
    """A worker that was started for itself: job on stdin, events on stdout, raw on stderr.

    Its job may be waiting already: then there is nothing to `rehearse`.
    """
    job_descriptor, events = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)
    end_with_parent()
    missing = warm(needs)
    if rehearse:
        prime()
    else:
        load()
    slot = Slot(folder)
    park(lambda: settle(slot, needs, job_descriptor, events, missing))


def template(needs: tuple[str, ...], control: int) -> NoReturn:
    """Parks once and forks a child for every request on the `control` socket."""
    missing = warm(needs)
    prime()
    prepare(needs)
    gc.collect()
    gc.freeze()
    server = _ForkServer(socket.socket(fileno=control), needs, missing)
    park(server.wait)


class _ForkServer:
    """Answers `ForkWorker` plus three descriptors with a fork."""

    def __init__(self, control: socket.socket, needs: tuple[str, ...], missing: list[str]) -> None:
        self._control = control
        self._needs = needs
        self._missing = missing
        self._children: dict[int, int] = {}
        self._descriptors: list[int] = []
        self._buffer = b""

    def wait(self) -> Assignment:
        """Serves until the supervisor goes away; returns only in a child, with its job."""
        if sys.platform == "win32":
            raise NotImplementedError("there is no fork")
        wake, waker = os.pipe()
        os.set_blocking(waker, False)
        os.set_blocking(wake, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        while True:
            watched: list[socket.socket | int] = [self._control, wake]
            ready, _, _ = select.select(watched, [], [])
            if wake in ready:
                os.read(wake, 4096)
                self._reap()
            if self._control in ready:
                for request in self._receive():
                    descriptors = [self._descriptors.pop(0) for _ in range(3)]
                    child = os.fork()
                    if child == 0:
                        signal.set_wakeup_fd(-1)
                        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                        os.close(wake)
                        os.close(waker)
                        self._control.close()
                        return self._become(request, descriptors)
                    for descriptor in descriptors:
                        os.close(descriptor)
                    self._children[child] = request.id
                    self._send(Started(request.id, child))

    def _become(self, request: ForkWorker, descriptors: list[int]) -> Assignment:
        """In the child: its own session, descriptors, sandbox; then wait for the job.

        With `rehearse` it runs a small test session first: that copies the pages a session
        writes to, which a fork shares until then, while nobody waits.
        """
        if sys.platform == "win32":
            raise NotImplementedError("there is no fork")
        os.setsid()
        job_descriptor, events, raw = descriptors
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.dup2(raw, 1)
        os.dup2(raw, 2)
        close_inherited(keep={0, 1, 2, job_descriptor, events})
        if request.rehearse:
            prime()
        return settle(Slot(request.slot), self._needs, job_descriptor, events, self._missing)

    def _receive(self) -> list[ForkWorker]:
        if sys.platform == "win32":
            raise NotImplementedError("there is no fork")
        data, descriptors, _, _ = socket.recv_fds(self._control, 1 << 16, 32)
        if not data:
            os._exit(0)
        self._descriptors += descriptors
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        requests = [request_of(line) for line in lines if line]
        return [request for request in requests if isinstance(request, ForkWorker)]

    def _reap(self) -> None:
        if sys.platform == "win32":
            raise NotImplementedError("there is no fork")
        while self._children:
            try:
                child, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if child == 0:
                return
            identity = self._children.pop(child, None)
            if identity is not None:
                code = os.waitstatus_to_exitcode(status)
                self._send(Exited(identity, code))

    def _send(self, news: Started | Exited) -> None:
        self._control.sendall(to_line(news))


def main(arguments: list[str]) -> NoReturn:
    """`template NEEDS FD`, `once NEEDS FOLDER` or `now NEEDS FOLDER`; NEEDS have commas."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2"):
        if hasattr(signal, name):  # the supervisor ignores these; a program should not
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    mode, words, last = arguments
    needs = tuple(word for word in words.split(",") if word)
    if mode == "template":
        template(needs, int(last))
    once(needs, last, rehearse=mode == "once")
