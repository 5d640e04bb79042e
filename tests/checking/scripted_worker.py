"""A worker without a process: it says the next part of a script each time it is told something."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from course.checking.launch import Worker
from course.worker.protocol import PROTOCOL

Part = Sequence[dict[str, Any] | bytes]
"""Events by their fields (`t` is the kind), and bytes that are printed."""


class ScriptedWorker(Worker):
    """The first part is said when the job is given; an empty part ends it."""

    def __init__(self, *parts: Part, slot: Path = Path("/slot")) -> None:
        super().__init__((), slot)
        self.events, self.raw = asyncio.StreamReader(), asyncio.StreamReader()
        self.job: dict[str, Any] = {}
        self.more = False
        self.told: list[dict[str, Any]] = []
        self.released = 0
        self._parts = list(parts)
        self._number = 0

    def give(self, job: bytes, more: bool = False) -> None:
        self.job, self.more = json.loads(job), more
        self._say()

    def tell(self, line: bytes) -> None:
        self.told.append(json.loads(line))
        self._say()

    def kill(self) -> None:
        if not self.ended.done():
            self.ended.set_result(-9)
            self.events.feed_eof()
            self.raw.feed_eof()

    def release(self) -> None:
        self.released += 1

    def _say(self) -> None:
        part = self._parts.pop(0) if self._parts else []
        for one in part:
            if isinstance(one, bytes):
                self.raw.feed_data(one)
                continue
            self._number += 1
            event = {"v": PROTOCOL, "n": self.job["nonce"], "s": self._number, **one}
            self.events.feed_data(json.dumps(event).encode() + b"\n")
            if one["t"] == "end":
                self.raw.feed_eof()
        if not part:
            self.kill()
