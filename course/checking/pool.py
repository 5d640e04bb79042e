"""Workers of each kind, parked ahead of need."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections import deque

from course.checking.launch import Launcher, Needs, Worker
from course.debug import debug
from course.errors import SandboxError
from course.text import clean_line

_VERDICT_IS_OUT = 0.01  # seconds: what clearing up wakes would take a core from whoever judges
_KINDS_KEPT = 4  # templates kept warm beside the plain one


class Pool:
    """Parked workers by needs: as many plain ones as there are cores, one of each other kind.

    A job takes a worker, and the next is started when the job gives its worker back. For
    `one_check` only workers are started that a job waits for.
    """

    def __init__(
        self,
        size: int | None,
        hash_seed: str,
        one_check: bool = False,
        rehearse: bool = True,
    ) -> None:
        self.size = size or max(2, _cores())
        self._rehearse = rehearse
        self._one_check = one_check
        self._launcher: Launcher = _launcher(hash_seed, one_check)
        self._parked: dict[Needs, deque[Worker]] = {}
        self._starting: dict[Needs, set[asyncio.Task[None]]] = {}
        self._used: list[Needs] = []
        self._used_up: deque[Worker] = deque()
        self._wanted: dict[Needs, int] = {}
        self._room = asyncio.Semaphore(self.size)
        self._said = ""  # by the last one that did not start
        self._closed = False

    def warm(self, needs: Needs) -> None:
        """Start workers of this kind in the background until enough are parked."""
        if self._closed:
            return
        self._remember(needs)
        ahead = not needs and not self._one_check
        target = self.size if ahead else min(self.size, max(1, self._wanted.get(needs, 0)))
        parked = self._parked.setdefault(needs, deque())
        starting = self._starting.setdefault(needs, set())
        for _ in range(target - len(parked) - len(starting)):
            task = asyncio.create_task(self._start(needs))
            starting.add(task)
            task.add_done_callback(starting.discard)

    async def take(self, needs: Needs) -> Worker:
        """A parked worker; waits for a free core and, if there is none parked, for a start."""
        await self._room.acquire()
        self._wanted[needs] = self._wanted.get(needs, 0) + 1
        try:
            for _ in range(4):
                self.warm(needs)
                parked = self._parked[needs]
                while parked:
                    worker = parked.popleft()
                    if not worker.gone:
                        return worker
                    debug("worker", f"{worker.slot} was lost before anything was given to it")
                    worker.release()
                starting = self._starting[needs]
                if starting:
                    await asyncio.wait(starting, return_when=asyncio.FIRST_COMPLETED)
            while self._parked[needs]:
                worker = self._parked[needs].popleft()
                if not worker.gone:
                    return worker
            raise self._not_started()
        except BaseException:
            self._give_back(needs)
            raise

    def release(self, worker: Worker) -> None:
        """The job is over: clear up after the worker and start the next, once the verdict is out.

        Where others wait for a core, that is now.
        """
        others_wait = self._room.locked()
        self._give_back(worker.needs)
        self._used_up.append(worker)
        if others_wait:
            self._renew()
        else:
            asyncio.get_running_loop().call_later(_VERDICT_IS_OUT, self._renew)

    async def lend(self, needs: Needs) -> Worker:
        """A worker for as long as one likes, beside the jobs that are counted; see `take_back`."""
        worker = await self.take(needs)
        self._give_back(needs)
        self.warm(needs)
        return worker

    def take_back(self, worker: Worker) -> None:
        """What was lent is not used any more."""
        worker.release()

    def _renew(self) -> None:
        while self._used_up:
            worker = self._used_up.popleft()
            worker.release()
            if not self._one_check:
                self.warm(worker.needs)

    async def close(self) -> None:
        """End every process and remove every file."""
        self._closed = True
        tasks = [task for starting in self._starting.values() for task in starting]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._renew()
        for parked in self._parked.values():
            for worker in parked:
                worker.release()
        await self._launcher.close()

    def _give_back(self, needs: Needs) -> None:
        self._wanted[needs] -= 1
        self._room.release()

    async def _start(self, needs: Needs) -> None:
        try:
            rehearse = self._rehearse and not self._room.locked()
            worker = await self._launcher.start(needs, rehearse)
        except OSError as error:
            self._said = str(error)
            return
        try:
            ready = await worker.ready()
            if not ready:
                self._said = await worker.last_words()
        except BaseException:
            worker.release()
            raise
        if ready and needs in self._parked:
            debug("worker", f"{worker.slot} is ready for {needs or 'plain'} checks")
            self._parked[needs].append(worker)
        elif ready:  # its kind was retired while it started
            worker.release()
        else:
            debug("worker", f"{worker.slot} did not start: {self._said or 'it said nothing'}")
            worker.release()

    def _not_started(self) -> SandboxError:
        """That no worker starts here, with the end of what was said about it."""
        lines = [line.strip() for line in self._said.splitlines() if line.strip()]
        why = f": {clean_line(lines[-1])}" if lines else ""
        error = SandboxError(
            f"The process that checks your code did not start{why}. Free some memory and some "
            f"space in {tempfile.gettempdir()}, then check again; `course doctor` says what is "
            "missing on this machine."
        )
        for line in lines[:-1]:
            error.add_note(clean_line(line))
        return error

    def _remember(self, needs: Needs) -> None:
        """Keep the kinds used last; retire the template of one not used for long."""
        if not needs:
            return
        if needs in self._used:
            self._used.remove(needs)
        self._used.append(needs)
        idle = [kind for kind in self._used if not self._wanted.get(kind)]
        while len(self._used) > _KINDS_KEPT and idle:
            oldest = idle.pop(0)
            if oldest == needs:
                break
            self._used.remove(oldest)
            for worker in self._parked.pop(oldest, ()):
                worker.release()
            self._launcher.retire(oldest)


def _cores() -> int:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _launcher(hash_seed: str, one_check: bool) -> Launcher:
    """The way this system starts workers; all of them order sets alike, by `hash_seed`.

    `COURSE_WORKERS=once` chooses the way without a supervisor anywhere, to test it.
    """
    if sys.platform != "win32" and os.environ.get("COURSE_WORKERS") != "once":
        from course.checking.supervised import Supervised

        forked = Supervised(hash_seed)
        if not one_check:
            return forked
        from course.checking.single import Alone

        return Alone(hash_seed, forked)
    from course.checking.single import Single

    return Single(hash_seed)
