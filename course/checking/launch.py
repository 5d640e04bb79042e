"""Starts workers: through the supervisor where there is fork, one process each elsewhere.

`COURSE_WORKERS=once` chooses the second way anywhere, to test it.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Protocol

from course.checking import sandbox

Needs = tuple[str, ...]
READY_WITHIN = 30.0  # seconds; a framework on a slow disk
_FOLDER = Path(__file__).resolve().parent
# The package `_checking` is this folder without its `__init__`: nothing of the course is loaded.
BOOT = (
    "import sys,types,json;p=types.ModuleType('_checking');p.__path__=[{folder!r}];"
    "sys.modules['_checking']=p;sys.path[:]={paths!r};"
    "from _checking.{module} import main;main(sys.argv[1:])"
)


def command(module: str) -> list[str]:
    """The arguments after the executable that start `worker.main` or `supervisor`."""
    boot = BOOT.format(folder=str(_FOLDER), paths=import_paths(), module=module)
    return ["-s", "-P", "-X", "utf8", "-c", boot]


def import_paths() -> list[str]:
    """`sys.path` for the learner's code: this one without the checkout the course stands in."""
    course = _FOLDER.parent.parent
    return [
        path
        for path in sys.path
        if path and (Path(path).name.endswith("-packages") or Path(path).resolve() != course)
    ]


def environment() -> dict[str, str]:
    """What a worker sees of the environment: almost nothing of this machine."""
    kept = ("COURSE_SANDBOX", "COURSE_DEBUG", "SYSTEMROOT", "LD_LIBRARY_PATH", "TZ")
    return {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        # Without a setting, macOS asks system services that do not survive a fork.
        "no_proxy": "*",
        **{name: os.environ[name] for name in kept if name in os.environ},
    }


def executable() -> str:
    """The interpreter; on Windows not the venv's, which is a parent of the real one."""
    base = getattr(sys, "_base_executable", sys.executable)
    return base if sandbox.WINDOWS else sys.executable


def new_slot(root: Path, number: int) -> Path:
    """A worker's own folder with `work`, `tests` and `tmp` in it."""
    slot = root / str(number)
    for name in ("work", "tests", "tmp"):
        (slot / name).mkdir(parents=True)
    return slot


class Worker:
    """One parked process and the streams to it; it does one job and is released."""

    def __init__(self, needs: Needs, slot: Path) -> None:
        self.needs = needs
        self.slot = slot
        self.events: asyncio.StreamReader
        self.raw: asyncio.StreamReader
        self.not_installed: Needs = ()
        self.sandbox_lacks: Needs = ()
        self.ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def ready(self) -> bool:
        """Wait until it is parked; False when it died instead."""
        try:
            async with asyncio.timeout(READY_WITHIN):
                line = await self.events.readline()
            said = json.loads(line)
        except (TimeoutError, ValueError):
            return False
        self.not_installed = tuple(said["missing"])
        self.sandbox_lacks = tuple(said["sandbox"])
        return True

    @property
    def gone(self) -> bool:
        """Whether it has died while it was parked."""
        return self.ended.done() or self.events.at_eof()

    def give(self, job: bytes) -> None:
        """Send the job, one line."""
        raise NotImplementedError

    def kill(self) -> None:
        """End it and its group now."""
        raise NotImplementedError

    def release(self) -> None:
        """It is done: end it if it runs, and remove its folder."""
        raise NotImplementedError


class Launcher(Protocol):
    """How workers come to be."""

    async def open(self) -> None: ...

    async def start(self, needs: Needs, rehearse: bool) -> Worker: ...

    def retire(self, needs: Needs) -> None: ...

    async def close(self) -> None: ...


class _Forked(Worker):
    """A worker a template forked; the supervisor ends it and clears up."""

    def __init__(self, needs: Needs, slot: Path, number: int, launcher: Supervised) -> None:
        super().__init__(needs, slot)
        self.number = number
        self._launcher = launcher
        self._job: int | None = None
        self._transports: list[asyncio.ReadTransport] = []

    async def connect(self) -> list[int]:
        """Make the three pipes; returns the ends for the other side."""
        loop = asyncio.get_running_loop()
        job_read, self._job = os.pipe()
        theirs = [job_read]
        streams = []
        for _ in range(2):
            read, write = os.pipe()
            theirs.append(write)
            reader = asyncio.StreamReader(limit=1 << 20)
            transport, _ = await loop.connect_read_pipe(
                lambda reader=reader: asyncio.StreamReaderProtocol(reader),  # type: ignore[misc]
                os.fdopen(read, "rb", 0),
            )
            self._transports.append(transport)
            streams.append(reader)
        self.events, self.raw = streams
        return theirs

    def give(self, job: bytes) -> None:
        assert self._job is not None  # noqa: S101 - connected
        os.set_blocking(self._job, True)
        with contextlib.suppress(BrokenPipeError):
            while job:
                job = job[os.write(self._job, job) :]
        self._close_job()

    def kill(self) -> None:
        self._launcher.tell(op="kill", id=self.number)

    def release(self) -> None:
        self._close_job()
        for transport in self._transports:
            transport.close()
        self._launcher.tell(op="done", id=self.number)

    def _close_job(self) -> None:
        if self._job is not None:
            os.close(self._job)
            self._job = None


class Supervised:
    """Workers forked from templates under the supervisor. Not on Windows."""

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._workers: dict[int, _Forked] = {}
        self._buffer = b""
        self._socket: socket.socket | None = None
        self._root: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._idle = asyncio.Event()

    async def open(self) -> None:
        """Start the supervisor."""
        ours, theirs = socket.socketpair()
        self._root = Path(tempfile.mkdtemp(prefix="course-check-")).resolve()
        arguments = [str(theirs.fileno()), str(self._root), *command("worker.main")]
        self._process = subprocess.Popen(
            [executable(), *command("supervisor"), *arguments],
            pass_fds=(theirs.fileno(),),
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=None if os.environ.get("COURSE_DEBUG") else subprocess.DEVNULL,
            start_new_session=True,
        )
        theirs.close()
        self._socket = ours
        ours.setblocking(True)
        asyncio.get_running_loop().add_reader(ours, self._hear)

    async def start(self, needs: Needs, rehearse: bool) -> Worker:
        if self._socket is None:
            await self.open()
        assert self._socket is not None  # noqa: S101 - opened
        assert self._root is not None  # noqa: S101
        number = next(self._numbers)
        worker = _Forked(needs, new_slot(self._root, number), number, self)
        descriptors = await worker.connect()
        self._workers[number] = worker
        request = {
            "op": "start",
            "id": number,
            "needs": ",".join(needs),
            "slot": str(worker.slot),
            "rehearse": rehearse,
        }
        with contextlib.suppress(OSError):
            socket.send_fds(self._socket, [json.dumps(request).encode() + b"\n"], descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        return worker

    def tell(self, **message: Any) -> None:
        """Send the supervisor a message; nothing happens when it is gone."""
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.sendall(json.dumps(message).encode() + b"\n")

    def retire(self, needs: Needs) -> None:
        """The template for these needs is not wanted any more."""
        self.tell(op="retire", needs=",".join(needs))

    def _hear(self) -> None:
        assert self._socket is not None  # noqa: S101
        try:
            data = self._socket.recv(1 << 16)
        except OSError:
            data = b""
        if not data:
            self._lost()
            return
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        for line in lines:
            message = json.loads(line)
            worker = self._workers.get(message.get("id", -1))
            if message["op"] == "exited" and worker is not None and not worker.ended.done():
                worker.ended.set_result(message["status"])
            elif message["op"] == "gone":
                self._workers.pop(message["id"], None)
                if not self._workers:
                    self._idle.set()

    def _lost(self) -> None:
        """The supervisor is gone; the next worker starts another."""
        if self._socket is not None:
            asyncio.get_running_loop().remove_reader(self._socket)
            self._socket.close()
        for worker in self._workers.values():
            if not worker.ended.done():
                worker.ended.set_result(-9)
        self._workers.clear()
        self._socket = None
        if self._root is not None:
            shutil.rmtree(self._root, ignore_errors=True)
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    async def close(self) -> None:
        """Close the socket: the supervisor ends everything and removes the folder."""
        if self._socket is None or self._process is None:
            return
        asyncio.get_running_loop().remove_reader(self._socket)
        self._socket.close()
        self._socket = None
        try:
            await asyncio.wait_for(asyncio.to_thread(self._process.wait), 5)
        except TimeoutError:
            self._process.kill()
        if self._root is not None:
            shutil.rmtree(self._root, ignore_errors=True)


class _Spawned(Worker):
    """A worker that is its own process."""

    process: asyncio.subprocess.Process
    hold: Any = None

    async def spawn(self) -> None:
        """Start it; on Windows inside a Job Object."""
        self.process = await asyncio.create_subprocess_exec(
            executable(),
            *command("worker.main"),
            "once",
            ",".join(self.needs),
            str(self.slot),
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=not sandbox.WINDOWS,
            limit=1 << 20,
        )
        assert self.process.stdout is not None  # noqa: S101 - pipes
        assert self.process.stderr is not None  # noqa: S101
        self.events, self.raw = self.process.stdout, self.process.stderr
        if sandbox.WINDOWS:
            handle = self.process._transport.get_extra_info("subprocess")._handle  # type: ignore[attr-defined]
            self.hold = sandbox.hold_in_job(int(handle))
        self._waiter = asyncio.create_task(self._wait())

    async def _wait(self) -> None:
        status = await self.process.wait()
        if not self.ended.done():
            self.ended.set_result(status)

    def give(self, job: bytes) -> None:
        assert self.process.stdin is not None  # noqa: S101
        self.process.stdin.write(job)
        self.process.stdin.close()

    def kill(self) -> None:
        if not self.ended.done():
            with contextlib.suppress(ProcessLookupError):
                if not sandbox.WINDOWS:
                    sandbox.kill_group(self.process.pid)
                self.process.kill()

    def release(self) -> None:
        self.kill()
        self._cleaning = asyncio.create_task(self._clean())

    async def _clean(self) -> None:
        await self._waiter
        from course.checking.supervisor import remove

        await asyncio.to_thread(remove, str(self.slot))


class Single:
    """One started process for each worker; for systems without fork."""

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._root: Path | None = None
        self._workers: list[_Spawned] = []

    async def open(self) -> None:
        """Make the folder of slots."""
        self._root = Path(tempfile.mkdtemp(prefix="course-check-")).resolve()

    async def start(self, needs: Needs, rehearse: bool) -> Worker:  # noqa: ARG002 - it has no use
        if self._root is None:
            await self.open()
        assert self._root is not None  # noqa: S101
        worker = _Spawned(needs, new_slot(self._root, next(self._numbers)))
        self._workers = [one for one in self._workers if not one.ended.done()] + [worker]
        await worker.spawn()
        return worker

    def retire(self, needs: Needs) -> None:
        """There is no template to end."""

    async def close(self) -> None:
        for worker in self._workers:
            worker.kill()
        for worker in self._workers:
            await worker.ended
        if self._root is not None:
            shutil.rmtree(self._root, ignore_errors=True)


def launcher() -> Launcher:
    """The way this system starts workers."""
    if sandbox.HAS_FORK and os.environ.get("COURSE_WORKERS") != "once":
        return Supervised()
    return Single()
