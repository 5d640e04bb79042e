"""How each known mistake of an exercise answers the probes, worked out once and kept on disk."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import msgspec

from course.checking.once import Once
from course.locations import find
from course.model import Exercise, ProbeResult

Known = Mapping[str, tuple[ProbeResult, ...]]
Probe = Callable[[Exercise, str, tuple[str, ...]], Awaitable[tuple[ProbeResult, ...]]]


class KnownMistakes:
    """Finds and keeps the probe results of mistakes, by the content of the files."""

    def __init__(self, probe: Probe) -> None:
        self._probe = probe
        self._known: Once[Known] = Once()

    async def of(self, exercise: Exercise, calls: tuple[str, ...]) -> Known:
        """The results of every mistake, by its name; empty without mistakes or probes."""
        if not calls or not exercise.mistakes:
            return {}
        sources = {
            mistake.name: mistake.path.read_text(encoding="utf-8") for mistake in exercise.mistakes
        }
        key = _key(exercise, sources, calls)
        return await self._known.get(key, lambda: self._find(exercise, sources, calls, key))

    async def aclose(self) -> None:
        """Stop what is still being worked out."""
        await self._known.aclose()

    async def _find(
        self, exercise: Exercise, sources: dict[str, str], calls: tuple[str, ...], key: str
    ) -> Known:
        return _load(key) or await self._work_out(exercise, sources, calls, key)

    async def _work_out(
        self, exercise: Exercise, sources: dict[str, str], calls: tuple[str, ...], key: str
    ) -> dict[str, tuple[ProbeResult, ...]]:
        results = await asyncio.gather(
            *(self._probe(exercise, source, calls) for source in sources.values())
        )
        found = dict(zip(sources, results, strict=True))
        _save(key, found)
        return found


def _key(exercise: Exercise, sources: dict[str, str], calls: tuple[str, ...]) -> str:
    parts = [f"{sys.version_info[:2]} {exercise.module_name}", *calls]
    parts += [f"{name}\n{source}" for name, source in sources.items()]
    parts += [path.read_text(encoding="utf-8", errors="replace") for path in exercise.test_files]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def _file(key: str) -> Path:
    return find().cache / "mistakes" / f"{key}.json"


def _load(key: str) -> dict[str, tuple[ProbeResult, ...]] | None:
    try:
        return msgspec.json.decode(_file(key).read_bytes(), type=dict[str, tuple[ProbeResult, ...]])
    except (OSError, msgspec.DecodeError):
        return None


def _save(key: str, found: dict[str, tuple[ProbeResult, ...]]) -> None:
    """Best effort: a cache that cannot be written is worked out again."""
    path = _file(key)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(msgspec.json.encode(found))
        temporary.replace(path)
