"""Workers forked from warm templates, with the supervisor between them and the app."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from course.checking.decoding import news_of
from course.checking.environment import environment
from course.checking.launch import LAST_WORDS, Needs, Worker, connected, new_slot, write_all
from course.checking.starting import command, executable
from course.worker import leftovers, sandbox
from course.worker.limits import CLEARED_WITHIN, READ_AT_ONCE
from course.worker.protocol import (
    Done,
    Exited,
    Gone,
    Kill,
    Request,
    Retire,
    Started,
    StartWorker,
    to_line,
)

assert sys.platform != "win32"  # noqa: S101 - there is no fork there


class _Forked(Worker):
    """A worker a template forked; the supervisor ends it and clears up."""

    def __init__(self, needs: Needs, slot: Path, number: int, supervisor: _Supervisor) -> None:
        super().__init__(needs, slot)
        self.number = number
        self._supervisor = supervisor
        self._job: int | None = None
        self._transports: list[asyncio.ReadTransport] = []

    async def connect(self) -> list[int]:
        """Make the three pipes; returns the ends for the other side."""
        job_read, self._job = os.pipe()
        theirs = [job_read]
        streams = []
        for _ in range(2):
            read, write = os.pipe()
            theirs.append(write)
            stream, transport = await connected(os.fdopen(read, "rb", 0))
            self._transports.append(transport)
            streams.append(stream)
        self.events, self.raw = streams
        return theirs

    def give(self, job: bytes, more: bool = False) -> None:
        assert self._job is not None  # noqa: S101 - connected
        os.set_blocking(self._job, True)
        self.tell(job)
        if not more:
            self._close_job()

    def tell(self, line: bytes) -> None:
        if self._job is not None:
            write_all(self._job, line)

    async def last_words(self) -> str:
        return self._supervisor.last_words()

    def kill(self) -> None:
        self._supervisor.tell(Kill(self.number))

    def release(self) -> None:
        self._close_job()
        for transport in self._transports:
            transport.close()
        self._supervisor.tell(Done(self.number))

    def end(self, status: int) -> None:
        """It has ended."""
        if not self.ended.done():
            self.ended.set_result(status)

    def _close_job(self) -> None:
        if self._job is not None:
            os.close(self._job)
            self._job = None


class _Supervisor:
    """One supervisor process, what lies between it and the app, and the workers it has started.

    When it ends although nobody asked it to, it is `lost`, and so are its workers: they are ended,
    and whoever waits for one of them is told. Their folders stay until the checker closes: a job
    may be about to be put into one.
    """

    def __init__(self, hash_seed: str) -> None:
        self.lost = False
        self.root = Path(leftovers.new_root())
        self._workers: dict[int, _Forked] = {}
        self._buffer = b""
        self._socket, theirs = socket.socketpair()
        arguments = [str(theirs.fileno()), str(self.root), *command("main")]
        # What it and the templates below it say: nothing, unless one of them fails.
        self._errors = self.root / "errors"
        with self._errors.open("ab") as errors:
            self._process = subprocess.Popen(
                [executable(), *command("supervisor"), *arguments],
                pass_fds=(theirs.fileno(),),
                env=environment(hash_seed, self.root),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )
        theirs.close()
        self._socket.setblocking(True)
        asyncio.get_running_loop().add_reader(self._socket, self._hear)

    async def start(self, needs: Needs, number: int, rehearse: bool) -> Worker:
        """Ask for a worker; it says itself when it is ready."""
        worker = _Forked(needs, new_slot(self.root, number), number, self)
        descriptors = await worker.connect()
        self._workers[number] = worker
        request = StartWorker(number, ",".join(needs), str(worker.slot), rehearse)
        with contextlib.suppress(OSError):
            socket.send_fds(self._socket, [to_line(request)], descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        return worker

    def tell(self, request: Request) -> None:
        """Send it a request; nothing happens when it is gone."""
        with contextlib.suppress(OSError):
            self._socket.sendall(to_line(request))

    def last_words(self) -> str:
        """The end of what it and its templates have said before they failed."""
        with contextlib.suppress(OSError), self._errors.open("rb") as errors:
            errors.seek(max(0, errors.seek(0, os.SEEK_END) - LAST_WORDS))
            return errors.read(LAST_WORDS).decode("utf-8", "replace")
        return ""

    def _hear(self) -> None:
        try:
            data = self._socket.recv(READ_AT_ONCE)
        except OSError:
            data = b""
        if not data:
            self._lose()
            return
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        for line in lines:
            match news_of(line):
                case Started(number, process) if number in self._workers:
                    self._workers[number].pid = process
                case Exited(number, status) if number in self._workers:
                    self._workers[number].end(status)
                case Gone(number):
                    self._workers.pop(number, None)

    def _lose(self) -> None:
        self.lost = True
        self._hang_up()
        for worker in self._workers.values():
            worker.lost = True
            if worker.pid is not None and not worker.ended.done():
                sandbox.kill_group(worker.pid)
            worker.end(-signal.SIGKILL)
        self._workers.clear()
        self._process.kill()
        self._process.wait()

    def _hang_up(self) -> None:
        asyncio.get_running_loop().remove_reader(self._socket)
        self._socket.close()

    async def close(self) -> None:
        """Close the socket: the supervisor ends everything and removes the folder."""
        if not self.lost:
            self._hang_up()
            # Where there is very much to delete, it goes on alone.
            with contextlib.suppress(subprocess.TimeoutExpired):
                await asyncio.to_thread(self._process.wait, CLEARED_WITHIN)
        await asyncio.to_thread(leftovers.remove, str(self.root), CLEARED_WITHIN)


class Supervised:
    """Workers forked from templates under a supervisor. Not on Windows."""

    def __init__(self, hash_seed: str) -> None:
        self._hash_seed = hash_seed
        self._numbers = itertools.count()
        self._supervisors: list[_Supervisor] = []

    async def open(self) -> None:
        """Start a supervisor, where none is running or somebody removed its folder."""
        last = self._supervisors[-1] if self._supervisors else None
        if last is None or last.lost or not last.root.is_dir():
            self._supervisors.append(_Supervisor(self._hash_seed))

    async def start(self, needs: Needs, rehearse: bool) -> Worker:
        await self.open()
        return await self._supervisors[-1].start(needs, next(self._numbers), rehearse)

    def retire(self, needs: Needs) -> None:
        """The template for these needs is not wanted any more."""
        if self._supervisors:
            self._supervisors[-1].tell(Retire(",".join(needs)))

    async def close(self) -> None:
        for supervisor in self._supervisors:
            await supervisor.close()
        self._supervisors.clear()
