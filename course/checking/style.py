"""ruff's findings on a text: the rules of `style_rules`, in the order of their rank."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import sysconfig
from pathlib import Path

import msgspec
from msgspec import Struct

from course import shapes
from course.checking.style_rules import RULES, StyleRule

_RANKS = {rule.code: rank for rank, rule in enumerate(RULES)}
_LONGEST = 40
_SECONDS = 20


class StyleFinding(Struct, frozen=True):
    """A rule that a line does not keep; `line` counts from 1, `text` is the line."""

    rule: StyleRule
    line: int
    text: str
    it: str

    @property
    def words(self) -> str:
        """What to tell the learner."""
        return self.rule.words.format(it=self.it)


class _Place(Struct, frozen=True):
    row: int
    column: int


class _Said(Struct, frozen=True):
    """A finding as ruff prints it."""

    code: str | None
    location: _Place
    end_location: _Place


async def findings(source: str) -> tuple[StyleFinding, ...] | None:
    """What ruff finds, most useful first; None where it cannot be run or read."""
    try:
        printed = await _printed(source.encode("utf-8", "replace"))
        messages = shapes.decode(printed, list[_Said])
    except (TimeoutError, OSError, msgspec.MsgspecError):
        return None
    lines = source.split("\n")
    problems = [
        _finding(RULES[_RANKS[one.code]], one, lines) for one in messages if one.code in _RANKS
    ]
    return tuple(sorted(problems, key=lambda one: (_RANKS[one.rule.code], one.line)))


async def _printed(source: bytes) -> bytes:
    """What ruff prints about a text."""
    process = await asyncio.create_subprocess_exec(
        *_ruff(),
        "check",
        "--isolated",
        "--no-cache",
        "--output-format=json",
        "--target-version=py311",
        f"--select={','.join(_RANKS)}",
        "--stdin-filename=solution.py",
        "-",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(_SECONDS):
            return (await process.communicate(source))[0]
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _finding(rule: StyleRule, message: _Said, lines: list[str]) -> StyleFinding:
    row, column = message.location.row, message.location.column
    line = lines[row - 1] if row <= len(lines) else ""
    end = message.end_location.column - 1 if message.end_location.row == row else len(line)
    it = line[column - 1 : end].strip()
    it = it if len(it) <= _LONGEST else it[: _LONGEST - 1] + "…"
    return StyleFinding(rule, row, line.strip(), it)


def _ruff() -> list[str]:
    """The command that runs ruff: beside this Python, on the path, or as its module."""
    name = "ruff.exe" if sys.platform == "win32" else "ruff"
    beside = Path(sysconfig.get_path("scripts")) / name
    if beside.is_file():
        return [str(beside)]
    program = shutil.which("ruff") or ""  # a relative one would be in the current folder
    return [program] if os.path.isabs(program) else [sys.executable, "-I", "-m", "ruff"]
