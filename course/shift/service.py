"""The service of a shift: it runs in a sandboxed process from the files of a commit."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from course import shapes
from course.checking import Checker
from course.checking.dialogue import Dialogue
from course.checking.prompt import Prompt, PromptAnswer, PromptCode
from course.errors import SandboxError

_DRIVER = "_harbour"
_MOST_PRINTED = 4_000_000


class Response(Struct, frozen=True):
    """What came of a request: `ms` is what it cost, `json` the body where there is one."""

    status: int
    ms: int
    log: tuple[str, ...] = ()
    json: Any = None


class StartOutcome(Struct, frozen=True):
    """Whether a version of the service could be started, and what it said."""

    up: bool
    log: tuple[str, ...] = ()


class Service:
    """One process that serves, whatever is deployed. Use it with `async with`.

    The process ends with this, and with the course, however that ends. Where the process itself
    is lost (a limit that nothing inside it keeps), the service is down until the next deployment.
    """

    def __init__(self, checker: Checker, app: str, needs: tuple[str, ...]) -> None:
        self._checker = checker
        self._app = app
        self._needs = needs
        self._nonce = ""
        self._printed: list[str] = []
        self._size = 0
        self._prompt: Prompt | None = None
        self._task: asyncio.Task[str] | None = None
        self._waiting: asyncio.Future[PromptAnswer] | None = None

    async def __aenter__(self) -> Service:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def stop(self) -> None:
        """End the process."""
        task, self._task, self._prompt = self._task, None, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError, SandboxError):
                await task

    async def deploy(
        self, files: Mapping[str, str], flags: Mapping[str, str], fresh: bool = False
    ) -> StartOutcome:
        """Run these files in the place of those before; `fresh`: without what those have kept."""
        if self._task is None or self._task.done():
            await self.stop()
            await self._start()
        reply = await self._ask("deploy", dict(files), self._app, dict(flags), fresh)
        if reply is None:
            return StartOutcome(False, ("ERROR the service ended while it was being started",))
        return shapes.convert(reply, StartOutcome)

    async def set_flags(self, flags: Mapping[str, str]) -> None:
        """Tell the service its flags."""
        await self._ask("set_flags", dict(flags))

    async def call(self, requests: Sequence[Mapping[str, Any]]) -> list[Response]:
        """The answers to requests, made one after the other."""
        if not requests:
            return []
        reply = await self._ask("call", list(requests))
        if reply is None:
            lost = Response(503, 0, ("ERROR the service is not running",))
            return [lost] * len(requests)
        return shapes.convert(reply, list[Response])

    # ------------------------------------------------------------ inside

    async def _start(self) -> None:
        self._nonce = f"{secrets.token_hex(8)} "
        code = PromptCode.of_program(
            f"import {_DRIVER}\n", self._needs, {f"{_DRIVER}.py": _driver()}
        )
        dialogue = Dialogue(self._heard, lambda: None, lambda _: None)
        self._prompt = Prompt(dialogue, self._answered)
        self._waiting = asyncio.get_running_loop().create_future()
        self._task = asyncio.create_task(self._checker.prompt(code, self._prompt))
        if await self._reached() is None:
            assert self._task is not None  # noqa: S101 - it was just made
            raise SandboxError(f"The service could not be started. {self._task.result()}".strip())

    async def _ask(self, function: str, *arguments: object) -> Any:
        """What a function of the driver returns; None where the process has ended."""
        if self._prompt is None or self._task is None or self._task.done():
            return None
        self._printed, self._size = [], 0
        self._waiting = asyncio.get_running_loop().create_future()
        # The arguments are a literal: what customers send is never code.
        made = f"{_DRIVER}.{function}(*{_DRIVER}.json.loads({json.dumps(arguments)!r}))"
        self._prompt.enter(f"{_DRIVER}.say({self._nonce!r}, {made})")
        if await self._reached() is None:
            return None
        text = "".join(self._printed)
        lines = [it for it in text.split("\n") if it.startswith(self._nonce)]
        return json.loads(lines[-1].removeprefix(self._nonce)) if lines else None

    async def _reached(self) -> PromptAnswer | None:
        """The prompt's answer, or None where its process ended first."""
        assert self._waiting is not None  # noqa: S101 - set by who waits
        assert self._task is not None  # noqa: S101
        both: set[asyncio.Future[Any]] = {self._waiting, self._task}
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        return self._waiting.result() if self._waiting.done() else None

    def _heard(self, text: str) -> None:
        self._size += len(text)
        if self._size <= _MOST_PRINTED:
            self._printed.append(text)

    def _answered(self, answer: PromptAnswer) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(answer)


@cache
def _driver() -> str:
    return (Path(__file__).parents[1] / "worker" / "metered_service.py").read_text(encoding="utf-8")
