"""Work that several checks wait for and that is done once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """Results by key, the newest `most` of them; who asks meanwhile waits for the same work.

    Work goes on when the one who asked first is cancelled. A failure is not kept.
    """

    def __init__(self, most: int = 256) -> None:
        self._most = most
        self._tasks: dict[str, asyncio.Task[T]] = {}

    async def get(self, key: str, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """The result kept under `key`, or that of `work`."""
        task = self._tasks.get(key)
        if task is None:
            while len(self._tasks) >= self._most:
                del self._tasks[next(iter(self._tasks))]
            task = self._tasks[key] = asyncio.create_task(work())
        try:
            return await asyncio.shield(task)
        except BaseException:
            if task.done() and self._tasks.get(key) is task:
                del self._tasks[key]
            raise

    async def aclose(self) -> None:
        """Stop what is still being worked on."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        self._tasks.clear()
