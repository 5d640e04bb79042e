"""One started process for each worker: where there is no fork, and where one check is all."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import subprocess
from pathlib import Path
from typing import Any

from course.checking.environment import environment
from course.checking.launch import (
    LAST_WORDS,
    Launcher,
    Needs,
    Worker,
    connected,
    new_slot,
    write_all,
)
from course.checking.starting import arguments_of_worker, started_ahead
from course.worker import leftovers, sandbox
from course.worker.limits import CLEARED_WITHIN, READ_AHEAD, READ_AT_ONCE
from course.worker.protocol import WorkerPlace, to_line

_SWEEPING = 2.0


class _Own(Worker):
    """A worker that is its own process."""

    cleaning: asyncio.Task[None] | None = None

    async def settle(self) -> None:
        """Tell it its folder and what it needs; from here on it is waited for."""
        self._waiter = asyncio.create_task(self._wait())
        self.tell(to_line(WorkerPlace(str(self.slot), ",".join(self.needs))))

    async def _wait(self) -> None:
        status = await self._end()
        if not self.ended.done():
            self.ended.set_result(status)

    async def _end(self) -> int:
        """Wait for its end; its exit code."""
        raise NotImplementedError

    def _hang_up(self) -> None:
        """Close the pipes: the garbage collector might do so only after the loop."""
        raise NotImplementedError

    async def last_words(self) -> str:
        words = b""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(1):
                while data := await self.raw.read(READ_AT_ONCE):
                    words = (words + data)[-LAST_WORDS:]
        return words.decode("utf-8", "replace")

    def release(self) -> None:
        self.kill()
        self.cleaning = asyncio.create_task(self._clean())

    async def _clean(self) -> None:
        await self._waiter
        self._hang_up()
        await asyncio.to_thread(leftovers.remove, str(self.slot), CLEARED_WITHIN)


class _Spawned(_Own):
    """One that the event loop has started; on Windows in a Job Object."""

    process: asyncio.subprocess.Process
    hold: Any = None

    async def spawn(self, hash_seed: str, rehearse: bool) -> None:
        """Start it."""
        self.process = await asyncio.create_subprocess_exec(
            *arguments_of_worker(rehearse),
            env=environment(hash_seed),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=not sandbox.WINDOWS,
            limit=READ_AHEAD,
        )
        assert self.process.stdout is not None  # noqa: S101 - pipes
        assert self.process.stderr is not None  # noqa: S101
        self.events, self.raw = self.process.stdout, self.process.stderr
        if sandbox.WINDOWS:
            handle = self.process._transport.get_extra_info("subprocess")._handle  # type: ignore[attr-defined]
            self.hold = sandbox.hold_in_job(int(handle))
        self.pid = self.process.pid

    async def _end(self) -> int:
        return await self.process.wait()

    def _hang_up(self) -> None:
        self.process._transport.close()  # type: ignore[attr-defined]

    def give(self, job: bytes, more: bool = False) -> None:
        self.tell(job)
        if not more:
            assert self.process.stdin is not None  # noqa: S101 - a pipe
            self.process.stdin.close()

    def tell(self, line: bytes) -> None:
        assert self.process.stdin is not None  # noqa: S101 - a pipe
        self.process.stdin.write(line)

    def kill(self) -> None:
        if not self.ended.done():
            if sandbox.WINDOWS:
                with contextlib.suppress(ProcessLookupError):
                    self.process.kill()
            else:  # `Process.kill` may reap it first, and then nobody learns how it ended
                sandbox.kill_group(self.process.pid)


class _Adopted(_Own):
    """One that was started before there was an event loop. Not on Windows."""

    def __init__(self, needs: Needs, slot: Path, process: subprocess.Popen[bytes]) -> None:
        super().__init__(needs, slot)
        self._process = process
        self._transports: list[asyncio.ReadTransport] = []
        self.pid = process.pid

    async def connect(self) -> None:
        """Listen to it."""
        assert self._process.stdout is not None  # noqa: S101 - pipes
        assert self._process.stderr is not None  # noqa: S101
        self.events, events = await connected(self._process.stdout)
        self.raw, raw = await connected(self._process.stderr)
        self._transports = [events, raw]

    async def _end(self) -> int:
        return await asyncio.to_thread(self._process.wait)

    def _hang_up(self) -> None:
        for transport in self._transports:
            transport.close()
        self._close()

    def give(self, job: bytes, more: bool = False) -> None:
        self.tell(job)
        if not more:
            self._close()

    def tell(self, line: bytes) -> None:
        assert self._process.stdin is not None  # noqa: S101 - a pipe
        write_all(self._process.stdin.fileno(), line)

    def kill(self) -> None:
        if not self.ended.done():
            sandbox.kill_group(self._process.pid)

    def _close(self) -> None:
        assert self._process.stdin is not None  # noqa: S101 - a pipe
        self._process.stdin.close()


class Single:
    """One started process for each worker; for systems without fork."""

    def __init__(self, hash_seed: str) -> None:
        self._hash_seed = hash_seed
        self._numbers = itertools.count()
        self._root: Path | None = None
        self._workers: list[_Own] = []
        self._sweeping: asyncio.Future[None] | None = None

    async def open(self) -> None:
        """Make the folder of slots."""
        self._root = Path(leftovers.new_root())
        self._sweeping = asyncio.get_running_loop().run_in_executor(None, _sweep, str(self._root))

    async def start(self, needs: Needs, rehearse: bool) -> Worker:
        if self._root is None or not self._root.is_dir():  # somebody may have swept it away
            await self.open()
        assert self._root is not None  # noqa: S101
        slot = new_slot(self._root, next(self._numbers))
        worker: _Own
        if (process := started_ahead()) is not None:
            worker = _Adopted(needs, slot, process)
            await worker.connect()
        else:
            worker = _Spawned(needs, slot)
            await worker.spawn(self._hash_seed, rehearse)
        await worker.settle()
        self._workers = [
            one for one in self._workers if one.cleaning is None or not one.cleaning.done()
        ]
        self._workers.append(worker)
        return worker

    def retire(self, needs: Needs) -> None:
        """There is no template to end."""

    async def close(self) -> None:
        for worker in self._workers:
            if worker.cleaning is None:
                worker.release()
        for worker in self._workers:
            if worker.cleaning is not None:
                await worker.cleaning
        if self._root is not None:
            await asyncio.to_thread(leftovers.remove, str(self._root), CLEARED_WITHIN)
        if self._sweeping is not None:
            await self._sweeping


class Alone:
    """For a single check: its first worker is a process of its own, which is ready sooner.

    Where more are asked for, or one that could start processes, the others are forked.
    """

    def __init__(self, hash_seed: str, others: Launcher) -> None:
        self._first = Single(hash_seed)
        self._others = others
        self._has_begun = False

    async def open(self) -> None:
        """Nothing is started ahead."""

    async def start(self, needs: Needs, rehearse: bool) -> Worker:
        if self._has_begun or not sandbox.alone_is_enough(needs):
            return await self._others.start(needs, rehearse)
        self._has_begun = True
        return await self._first.start(needs, rehearse=False)

    def retire(self, needs: Needs) -> None:
        self._others.retire(needs)

    async def close(self) -> None:
        await self._first.close()
        await self._others.close()


def _sweep(root: str) -> None:
    leftovers.Removals(leftovers.of_the_dead(root)).work(_SWEEPING)
