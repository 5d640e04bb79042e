"""Names and signatures from a language server, `ty server`, where it is installed.

One process at most, started when it is first asked, told the whole text with every question, and
ended with the app. It is asked beside the typing: what takes too long is done without, and a server
that dies or does not answer is started again, a few times.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from course.debug import debug
from course.ui.aids.complete import MOST, CallAtCursor, Offer, Offers
from course.ui.aids.edits import Place

_STARTS_WITHIN = 10.0
_ANSWERS_WITHIN = 2.0
_WAITED_FOR = 0.3
_MOST_STARTS = 3
_MOST_UNANSWERED = 3
_LONGEST = 16 << 20  # bytes of one message
_LEAST = 2


def server_command() -> list[str] | None:
    """How the server is started; None where it is not installed beside this Python."""
    ty = shutil.which("ty", path=sysconfig.get_path("scripts"))
    return [ty, "server"] if ty else None


class ServerLost(Exception):  # noqa: N818 - it is an answer
    """The server has gone, or says what nobody can read."""


class LanguageServer:
    """One `ty server`. `command` starts it; nothing runs before it is first asked.

    `folder` is where it believes to be: an empty one, so that it reads no file of anybody's.
    """

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command = list(command)
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._number = 0
        self._starts = 0
        self._unanswered = 0
        self._version = 0
        self._asked: asyncio.Task[tuple[Offers | None, CallAtCursor | None] | None] | None = None

    @property
    def pid(self) -> int | None:
        """The process that runs, if one does."""
        running = self._process is not None and self._process.returncode is None
        return self._process.pid if running and self._process else None

    async def help(
        self, lines: Sequence[str], cursor: Place, *, names: bool, calls: bool
    ) -> tuple[Offers | None, CallAtCursor | None] | None:
        """What to offer at a place; None where it cannot say at once."""
        if self._asked is not None and not self._asked.done():
            return None  # it still starts, or thinks about what was typed before
        asked = asyncio.create_task(self._ask("\n".join(lines), cursor, names, calls))
        self._asked = asked
        await asyncio.wait({asked}, timeout=_WAITED_FOR)
        return asked.result() if asked.done() else None

    async def _ask(
        self, text: str, cursor: Place, names: bool, calls: bool
    ) -> tuple[Offers | None, CallAtCursor | None] | None:
        try:
            if self.pid is None:
                await self._start()
            async with asyncio.timeout(_ANSWERS_WITHIN):
                answer = await self._help(text, cursor, names, calls)
        except (ServerLost, TimeoutError, OSError) as error:
            debug("worker", f"ty server: {type(error).__name__} {error}")
            self._unanswered += 1
            if self._unanswered >= _MOST_UNANSWERED or not isinstance(error, TimeoutError):
                await self._end()
            return None
        self._unanswered = 0
        return answer

    async def close(self) -> None:
        """End it."""
        self._starts = _MOST_STARTS
        if self._asked is not None:
            self._asked.cancel()
            await asyncio.wait({self._asked})
        await self._end()

    # ------------------------------------------------------------ its process

    async def _start(self) -> None:
        if self._starts >= _MOST_STARTS:
            raise ServerLost("it is not started again")
        self._starts += 1
        await self._end()
        self._folder.mkdir(parents=True, exist_ok=True)
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            cwd=self._folder,
            limit=_LONGEST,
        )
        self._reading = asyncio.create_task(self._read(self._process))
        async with asyncio.timeout(_STARTS_WITHIN):
            folder = self._folder.absolute().as_uri()
            await self._request(
                "initialize",
                {
                    "processId": os.getpid(),
                    "rootUri": folder,
                    "workspaceFolders": [{"uri": folder, "name": "code"}],
                    "capabilities": {
                        "general": {"positionEncodings": ["utf-32", "utf-16"]},
                        "textDocument": {
                            "completion": {"completionItem": {"snippetSupport": False}},
                            "signatureHelp": {
                                "signatureInformation": {
                                    "activeParameterSupport": True,
                                    "parameterInformation": {"labelOffsetSupport": True},
                                }
                            },
                        },
                    },
                    "initializationOptions": {"diagnosticMode": "off"},
                },
            )
        self._notify("initialized", {})
        self._version = 0

    async def _end(self) -> None:
        process, self._process = self._process, None
        if self._reading is not None:
            self._reading.cancel()
        for waiting in self._waiting.values():
            waiting.cancel()
        self._waiting.clear()
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            process._transport.close()  # type: ignore[attr-defined]

    # ------------------------------------------------------------ messages

    def _send(self, message: dict[str, Any]) -> None:
        if self._process is None or self._process.stdin is None:
            raise ServerLost
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def _notify(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    async def _request(self, method: str, params: dict[str, Any]) -> Any:
        self._number += 1
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[self._number] = answer
        number = self._number
        try:
            self._send({"id": number, "method": method, "params": params})
            return await answer
        finally:
            self._waiting.pop(number, None)

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None  # noqa: S101 - a pipe
        try:
            while True:
                head = await process.stdout.readuntil(b"\r\n\r\n")
                size = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
                if size > _LONGEST:
                    raise ValueError("a message without an end")
                self._hear(json.loads(await process.stdout.readexactly(size)))
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError, OSError):
            for waiting in self._waiting.values():
                if not waiting.done():
                    waiting.set_exception(ServerLost())

    def _hear(self, message: dict[str, Any]) -> None:
        number = message.get("id")
        if "method" in message:
            if number is not None:  # it asks for settings and the like: there are none
                items = message.get("params", {}).get("items", ())
                self._send({"id": number, "result": [None for _ in items] or None})
            return
        waiting = self._waiting.get(number) if isinstance(number, int) else None
        if waiting is not None and not waiting.done():
            waiting.set_result(message.get("result"))

    # ------------------------------------------------------------ questions

    async def _help(
        self, text: str, cursor: Place, names: bool, calls: bool
    ) -> tuple[Offers | None, CallAtCursor | None]:
        file = (self._folder.absolute() / "code.py").as_uri()
        self._version += 1
        document = {"uri": file, "version": self._version}
        if self._version == 1:
            opened = {**document, "languageId": "python", "text": text}
            self._notify("textDocument/didOpen", {"textDocument": opened})
        else:
            changes = {"textDocument": document, "contentChanges": [{"text": text}]}
            self._notify("textDocument/didChange", changes)
        row, column = cursor
        line = text.split("\n")[row]
        place = {
            "textDocument": {"uri": file},
            "position": {"line": row, "character": column},
        }
        offers = call = None
        if names:
            offers = _offers(await self._request("textDocument/completion", place), line, column)
        if calls and offers is None:
            call = _call(await self._request("textDocument/signatureHelp", place), line[:column])
        return offers, call


def _offers(answer: Any, line: str, column: int) -> Offers | None:
    """A list of completions as offers: those that begin as the word at the cursor does."""
    items = answer.get("items", ()) if isinstance(answer, dict) else answer or ()
    start = column
    while start and (line[start - 1].isalnum() or line[start - 1] == "_"):
        start -= 1
    begun = line[start:column].casefold()
    if not line[:start].endswith(".") and len(begun) < _LEAST:
        return None
    offers: dict[str, Offer] = {}
    for item in items:
        name = str(item.get("insertText") or item.get("label", ""))
        is_hidden = name.startswith("_") and not begun.startswith("_")
        if item.get("additionalTextEdits") or is_hidden or not name.casefold().startswith(begun):
            continue
        offers.setdefault(name, Offer(name, _short(str(item.get("detail") or ""))))
    if not offers or list(offers) == [line[start:column]]:
        return None
    return Offers(start, tuple(list(offers.values())[:MOST]))


def _short(detail: str) -> str:
    """A type as it fits behind a name: of several ways to call it the first."""
    detail = detail.removeprefix("bound method ").removeprefix("def ")
    if detail.startswith("Overload["):
        detail = _first_way(detail.removeprefix("Overload[").removesuffix("]"))
    return "" if detail.startswith("<") else detail


def _first_way(ways: str) -> str:
    """The first of several signatures with commas between them."""
    depth = 0
    for at, sign in enumerate(ways):
        depth += (sign in "([{") - (sign in ")]}")
        if not depth and ways.startswith(", (", at):
            return ways[:at]
    return ways


def _call(answer: Any, left: str) -> CallAtCursor | None:
    """A signature as it is written: with the name of what is called."""
    signatures = answer.get("signatures") if isinstance(answer, dict) else None
    if not signatures:
        return None
    chosen = signatures[min(answer.get("activeSignature") or 0, len(signatures) - 1)]
    argument = chosen.get("activeParameter", answer.get("activeParameter"))
    label = str(chosen.get("label", "")).partition(" -> ")[0]
    if label.startswith("("):
        before = left[: left.rfind("(")].rstrip()
        at = len(before)
        while at and (before[at - 1].isalnum() or before[at - 1] == "_"):
            at -= 1
        label = before[at:] + label
    return CallAtCursor(label, argument if isinstance(argument, int) else 0)
