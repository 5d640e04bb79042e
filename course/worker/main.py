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
import warnings
from collections.abc import Callable
from typing import NoReturn

import pytest

from .channel import Silence
from .limits import UNWANTED_FOR
from .own_time import OwnTime
from .protocol import (
    PROTOCOL,
    Exited,
    ForkWorker,
    Job,
    Ready,
    Started,
    WorkerPlace,
    fields_of,
    request_of,
    to_line,
)
from .pytest_start import ARGUMENTS, load, prime
from .reporter import Reporter
from .run import Assignment, Run, Slot, Wait
from .sandbox import close_inherited, confine, end_with_parent, prepare
from .warm import warm
from .watch import Watchdog


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
        self.run = Run(self._wait(self._rehearse), self.reporter)
        self.run.start(session)

    def _rehearse(self) -> None:
        """Run a small test session and look whether anything was replaced, as a job does.

        That copies the pages a job writes to, which a fork shares until then.
        """
        prime()
        self.reporter.replaced()

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, exitstatus: int) -> None:
        if self.run is not None:
            self.run.finish(int(exitstatus))


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


def _read_line(descriptor: int) -> bytes:
    """One line; an end of file means the parent needs this worker no more."""
    data = b""
    while not data.endswith(b"\n"):
        block = os.read(descriptor, 1 << 16)
        if not block:
            os._exit(0)
        data += block
    return data


def _read_job(descriptor: int) -> Job:
    job: Job = json.loads(_read_line(descriptor))
    if not job.get("live"):
        os.close(descriptor)
    return job


def settle(
    slot: Slot,
    needs: tuple[str, ...],
    job_descriptor: int,
    events: int,
    missing: list[str],
    rehearse: Callable[[], None] | None = None,
) -> Assignment:
    """Put on the sandbox, say that this worker is ready, and wait for its job.

    One that is to `rehearse` does so if nobody wants it for a moment. What it has made by then is
    there to the end: looking through it for garbage would take a tenth of a check.
    """
    os.chdir(slot.work)
    os.environ["HOME"] = slot.work
    slot.take_temporary_files()
    own_time = OwnTime()
    refused = confine(slot.folder, needs, sys.path)
    watchdog = Watchdog(own_time)
    watchdog.start()
    # Said of every fork from 3.12 on, because of the watchdog's thread.
    warnings.filterwarnings("ignore", message=".*multi-threaded, use of fork")
    ready = fields_of(Ready(tuple(missing), refused))
    os.write(events, json.dumps({"v": PROTOCOL, "t": "ready", **ready}).encode() + b"\n")
    if rehearse is not None and not select.select([job_descriptor], [], [], UNWANTED_FOR)[0]:
        rehearse()
    gc.freeze()
    job = _read_job(job_descriptor)
    return Assignment(watchdog, slot, job, events, job_descriptor) if not refused else os._exit(0)


def once(rehearse: bool) -> NoReturn:
    """A worker that was started for itself: its place and its job on stdin, events on stdout,
    raw on stderr. It has loaded what it can when it asks for its place.

    Its job may be waiting already: then there is nothing to `rehearse`.
    """
    job_descriptor, events = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)
    end_with_parent()
    load()
    place = request_of(_read_line(job_descriptor))
    assert isinstance(place, WorkerPlace)  # noqa: S101 - nothing else is said before the job
    slot, needs = Slot(place.slot), words_of(place.needs)
    slot.take_temporary_files()
    missing = warm(needs)
    if rehearse:
        prime()
    park(lambda _: settle(slot, needs, job_descriptor, events, missing))


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

    def wait(self, rehearse: Callable[[], None]) -> Assignment:
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
                        return self._become(request, descriptors, rehearse)
                    for descriptor in descriptors:
                        os.close(descriptor)
                    self._children[child] = request.id
                    self._send(Started(request.id, child))

    def _become(
        self, request: ForkWorker, descriptors: list[int], rehearse: Callable[[], None]
    ) -> Assignment:
        """In the child: its own session, descriptors, sandbox; then wait for the job."""
        if sys.platform == "win32":
            raise NotImplementedError("there is no fork")
        os.setsid()
        job_descriptor, events, raw = descriptors
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.dup2(raw, 1)
        os.dup2(raw, 2)
        close_inherited(keep={0, 1, 2, job_descriptor, events})
        given = (Slot(request.slot), self._needs, job_descriptor, events, self._missing)
        return settle(*given, rehearse if request.rehearse else None)

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


def words_of(needs: str) -> tuple[str, ...]:
    """The needs in a text with commas."""
    return tuple(word for word in needs.split(",") if word)


def main(arguments: list[str]) -> NoReturn:
    """`template NEEDS FD`, where NEEDS have commas, or `once` or `now` (see `once`)."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2"):
        if hasattr(signal, name):  # the supervisor ignores these; a program should not
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if arguments[0] == "template":
        template(words_of(arguments[1]), int(arguments[2]))
    once(rehearse=arguments[0] == "once")
