"""Workers forked from warm templates, with the supervisor between them and the app."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import socket
import subprocess
from pathlib import Path
from typing import Any

from course.checking import leftovers
from course.checking.launch import (
    Needs,
    Worker,
    command,
    environment,
    executable,
    new_slot,
)

_CLEARING = 10.0  # seconds


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

    def give(self, job: bytes, more: bool = False) -> None:
        assert self._job is not None  # noqa: S101 - connected
        os.set_blocking(self._job, True)
        self.tell(job)
        if not more:
            self._close_job()

    def tell(self, line: bytes) -> None:
        if self._job is not None:
            with contextlib.suppress(BrokenPipeError):
                while line:
                    line = line[os.write(self._job, line) :]

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

    def __init__(self, hash_seed: str) -> None:
        self._hash_seed = hash_seed
        self._numbers = itertools.count()
        self._workers: dict[int, _Forked] = {}
        self._buffer = b""
        self._socket: socket.socket | None = None
        self._root: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._roots: list[str] = []

    async def open(self) -> None:
        """Start the supervisor."""
        ours, theirs = socket.socketpair()
        self._root = Path(leftovers.new_root())
        self._roots.append(str(self._root))
        arguments = [str(theirs.fileno()), str(self._root), *command("worker.main")]
        self._process = subprocess.Popen(
            [executable(), *command("supervisor"), *arguments],
            pass_fds=(theirs.fileno(),),
            env=environment(self._hash_seed, self._root),
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
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    async def close(self) -> None:
        """Close the socket: the supervisor ends everything and removes the folder."""
        if self._socket is not None and self._process is not None:
            asyncio.get_running_loop().remove_reader(self._socket)
            self._socket.close()
            self._socket = None
            # Where there is very much to delete, it goes on alone.
            with contextlib.suppress(subprocess.TimeoutExpired):
                await asyncio.to_thread(self._process.wait, _CLEARING)
        for root in self._roots:
            await asyncio.to_thread(leftovers.remove, root, _CLEARING)
        self._roots.clear()
