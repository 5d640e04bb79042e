"""The small process between the app and the workers.

It starts a template for each set of needs, passes requests on to it, ends what must end, takes
in the orphans of workers and ends those too, and removes the workers' folders. When the app
ends, however it ends, the supervisor sees its socket close, ends everything below and removes
the last file. A submission that kills its parent hits a template, which is started again.

Messages are the requests and the news of `protocol`. Stdlib only; it is single-threaded.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import time
from typing import NoReturn

from . import leftovers, sandbox
from .limits import CLEARED_BEHIND
from .protocol import (
    Done,
    Exited,
    ForkWorker,
    Gone,
    Kill,
    Lost,
    News,
    Request,
    Retire,
    Started,
    StartWorker,
    news_of,
    request_of,
    to_line,
)

assert sys.platform != "win32"  # noqa: S101 - there is no fork there

_SLICE = 0.02  # seconds of clearing up between two looks at the sockets


class _Template:
    """A process that forks workers, and the socket it listens on."""

    def __init__(self, needs: str, command: list[str], root: str) -> None:
        self.needs = needs
        ours, theirs = socket.socketpair()
        self.process = subprocess.Popen(
            [*command, "template", needs, str(theirs.fileno())],
            pass_fds=(theirs.fileno(),),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), root)},
        )
        theirs.close()
        self.socket = ours
        self.buffer = b""


class _Worker:
    """A forked worker: its process once it is known, its folder, and whether it has ended."""

    def __init__(self, slot: str, needs: str) -> None:
        self.slot = slot
        self.needs = needs
        self.process: int | None = None
        self.status: int | None = None
        self.ended = False
        self.done = False


class Supervisor:
    """Serves one app over `control`; everything it makes is below the folder `root`."""

    def __init__(self, control: socket.socket, root: str, command: list[str]) -> None:
        self._control = control
        self._root = root
        self._command = command
        self._templates: dict[str, _Template] = {}
        self._workers: dict[int, _Worker] = {}
        self._descriptors: list[int] = []
        self._buffer = b""
        self._removals = leftovers.Removals()
        self._has_swept = False

    def serve(self) -> NoReturn:
        """Until the app goes away."""
        wake, waker = os.pipe()
        os.set_blocking(wake, False)
        os.set_blocking(waker, False)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        while True:
            by_socket: dict[socket.socket | int, _Template] = {
                one.socket: one for one in self._templates.values()
            }
            # Clearing up is for the time in which nobody asks for anything.
            timeout = None if self._has_swept and not self._removals else 0
            ready, _, _ = select.select([self._control, wake, *by_socket], [], [], timeout)
            if not ready:
                self._clear_up()
            if wake in ready:
                with contextlib.suppress(BlockingIOError):
                    os.read(wake, 4096)
                self._reap()
            for item in ready:
                if (template := by_socket.get(item)) is not None:
                    self._from_template(template)
            if self._control in ready:
                self._from_app()

    # ------------------------------------------------------------ the app

    def _from_app(self) -> None:
        try:
            data, descriptors, _, _ = socket.recv_fds(self._control, 1 << 16, 64)
        except OSError:
            data, descriptors = b"", []
        if not data:
            self._end_everything()
        self._descriptors += descriptors
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        for line in lines:
            if line:
                self._obey(request_of(line))

    def _obey(self, request: Request) -> None:
        match request:
            case StartWorker():
                self._start(request)
            case Retire(needs):
                if template := self._templates.pop(needs, None):
                    template.socket.close()
                    sandbox.kill_group(template.process.pid)
                    template.process.wait()
            case Kill(identity) | Done(identity):
                if (worker := self._workers.get(identity)) is not None:
                    worker.done = worker.done or isinstance(request, Done)
                    self._stop(identity, worker)

    def _stop(self, identity: int, worker: _Worker) -> None:
        if worker.process is not None and not worker.ended:
            sandbox.kill_group(worker.process)
        elif worker.ended and worker.done:
            self._clear(identity, worker)

    def _start(self, request: StartWorker) -> None:
        descriptors = [self._descriptors.pop(0) for _ in range(3)]
        needs = request.needs
        template = self._templates.get(needs)
        if template is None:
            template = self._templates[needs] = _Template(needs, self._command, self._root)
        self._workers[request.id] = _Worker(request.slot, needs)
        fork = to_line(ForkWorker(request.id, request.slot, request.rehearse))
        try:
            socket.send_fds(template.socket, [fork], descriptors)
        except OSError:
            self._lose(template)
        for descriptor in descriptors:
            os.close(descriptor)

    def _tell(self, news: News) -> None:
        with contextlib.suppress(OSError):
            self._control.sendall(to_line(news))

    # ------------------------------------------------------------ the templates

    def _from_template(self, template: _Template) -> None:
        try:
            data = template.socket.recv(1 << 16)
        except OSError:
            data = b""
        if not data:
            self._lose(template)
            return
        *lines, template.buffer = (template.buffer + data).split(b"\n")
        for line in lines:
            match news_of(line):
                case Started(identity, process) if identity in self._workers:
                    worker = self._workers[identity]
                    worker.process = process
                    self._tell(Started(identity, process))
                    if worker.done:
                        sandbox.kill_group(process)
                case Exited(identity, status) if identity in self._workers:
                    self._ended(identity, self._workers[identity], status)

    def _lose(self, template: _Template) -> None:
        """A template has died: its running workers go on as children of this process."""
        if self._templates.get(template.needs) is template:
            del self._templates[template.needs]
        template.socket.close()
        sandbox.kill_group(template.process.pid)
        template.process.wait()
        for identity, worker in list(self._workers.items()):
            if worker.needs == template.needs and worker.process is None:
                self._ended(identity, worker, -signal.SIGKILL)
        self._tell(Lost(template.needs))
        self._reap()

    def _reap(self) -> None:
        """Workers whose template has died are reaped here; so are strays."""
        template_pids = {template.process.pid for template in self._templates.values()}
        for child in sandbox.children(os.getpid()):
            if child in template_pids:
                continue
            with contextlib.suppress(ChildProcessError):
                process, status = os.waitpid(child, os.WNOHANG)
                if process:
                    for identity, worker in list(self._workers.items()):
                        if worker.process == process and not worker.ended:
                            self._ended(identity, worker, os.waitstatus_to_exitcode(status))
        for template in list(self._templates.values()):
            if template.process.poll() is not None:
                self._lose(template)

    # ------------------------------------------------------------ the end of a worker

    def _ended(self, identity: int, worker: _Worker, status: int) -> None:
        worker.ended, worker.status = True, status
        if worker.process is not None:
            sandbox.kill_group(worker.process)  # what is left of its group
        self._tell(Exited(identity, status))
        if worker.done:
            self._clear(identity, worker)

    def _clear(self, identity: int, worker: _Worker) -> None:
        self._sweep()
        self._removals.add(worker.slot)
        del self._workers[identity]
        self._tell(Gone(identity))

    def _clear_up(self) -> None:
        """Delete a little of what ended checks left, here and in the folders of dead checkers."""
        if not self._has_swept:
            self._has_swept = True
            for folder in leftovers.of_the_dead(self._root):
                self._removals.add(folder)
        self._removals.work(_SLICE)

    def _sweep(self) -> None:
        """End every process that is below this one and is no template and no worker."""
        until = time.monotonic() + 2
        while time.monotonic() < until:
            own_pids = {template.process.pid for template in self._templates.values()}
            own_pids |= {worker.process for worker in self._workers.values() if worker.process}
            strays = [child for child in sandbox.children(os.getpid()) if child not in own_pids]
            if not strays:
                return
            below = list(strays)
            for process in below:
                below += [child for child in sandbox.children(process) if child not in below]
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(process, signal.SIGSTOP)
            for process in below:
                sandbox.kill_group(process)
            for process in strays:
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(process, 0)

    def _end_everything(self) -> NoReturn:
        for worker in self._workers.values():
            if worker.process is not None and not worker.ended:
                sandbox.kill_group(worker.process)
        for template in self._templates.values():
            sandbox.kill_group(template.process.pid)
            template.process.wait()
        self._templates.clear()
        self._workers.clear()
        self._sweep()
        leftovers.remove(self._root, CLEARED_BEHIND)
        os._exit(0)


def main(arguments: list[str]) -> NoReturn:
    """`FD ROOT COMMAND...`: the app's socket, the folder of slots, how to start a worker."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2"):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    sandbox.become_subreaper()
    control = socket.socket(fileno=int(arguments[0]))
    Supervisor(control, arguments[1], [sys.executable, *arguments[2:]]).serve()
