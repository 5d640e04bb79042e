"""What editors are told by a language server: names, signatures, and nothing where it fails."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from course.ui.language_server import LanguageServer, server_command

SERVER = """
import json, sys

def answer(method, params):
    if method == "initialize":
        return {"capabilities": {}}
    if method == "textDocument/completion":
        names = [("split", "def split()"), ("splitlines", ""), ("_hidden", ""), ("other", "")]
        return {"items": [{"label": name, "detail": detail} for name, detail in names]}
    return {"signatures": [{"label": "(sep, most) -> list", "activeParameter": 1}]}

while True:
    size = 0
    while line := sys.stdin.buffer.readline().strip():
        size = int(line.split(b":")[1])
    if not size:
        break
    message = json.loads(sys.stdin.buffer.read(size))
    if "WORDS" in json.dumps(message):
        DO
    if "id" in message:
        body = json.dumps({"id": message["id"], "result": answer(message["method"], message)})
        sys.stdout.write(f"Content-Length: {len(body)}\\r\\n\\r\\n{body}")
        sys.stdout.flush()
"""
TEXT = ["words = 'a b'", "words.spl"]
AT = (1, 9)


@pytest.fixture(autouse=True)
def _nobody_is_in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.ui.language_server._WAITED_FOR", 60)
    monkeypatch.setattr("course.ui.language_server._ANSWERS_WITHIN", 60)
    monkeypatch.setattr("course.ui.language_server._STARTS_WITHIN", 60)


def sitting(do: str, talk: Callable[[LanguageServer], Coroutine[Any, Any, None]]) -> None:
    """Talk to a server that does something where it reads `WORDS`, and close it."""
    program = SERVER.replace("DO", do)
    folder = Path(tempfile.gettempdir())

    async def within() -> None:
        server = LanguageServer([sys.executable, "-c", program], folder)
        try:
            async with asyncio.timeout(60):
                await talk(server)
        finally:
            pid = server.pid
            await server.close()
            assert server.pid is None
            if pid is not None:
                with pytest.raises(ProcessLookupError):
                    os.kill(pid, 0)

    asyncio.run(within())


def test_it_offers_names_and_says_what_a_call_takes() -> None:
    async def talk(server: LanguageServer) -> None:
        told = await server.help(TEXT, AT, names=True, calls=True)
        assert told is not None
        offers, call = told
        assert offers is not None
        assert (offers.start, [it.name for it in offers.offers]) == (6, ["split", "splitlines"])
        assert (offers.offers[0].use, call) == ("split()", None)
        told = await server.help(["words.split(1,"], (0, 14), names=True, calls=True)
        assert told is not None
        assert told[0] is None
        assert told[1] is not None
        assert (told[1].use, told[1].argument) == ("split(sep, most)", 1)

    sitting("pass", talk)


def test_one_that_dies_is_started_again_and_in_the_end_left_alone() -> None:
    async def talk(server: LanguageServer) -> None:
        pids = set()
        for _ in range(5):
            assert await server.help(["# WORDS"], (0, 7), names=True, calls=True) is None
            if await server.help(TEXT, AT, names=True, calls=True):
                pids.add(server.pid)
        assert len(pids) == 2
        assert server.pid is None

    sitting("sys.exit(1)", talk)


def test_one_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.ui.language_server._ANSWERS_WITHIN", 0.05)
    monkeypatch.setattr("course.ui.language_server._WAITED_FOR", 0.05)

    async def talk(server: LanguageServer) -> None:
        asked = [server.help(["# WORDS"], (0, 7), names=True, calls=True) for _ in range(3)]
        assert await asyncio.gather(*asked) == [None, None, None]

    sitting("import time; time.sleep(60)", talk)


def test_one_that_is_not_there_is_done_without(tmp_path: Path) -> None:
    async def talk() -> None:
        server = LanguageServer([str(tmp_path / "ty"), "server"], tmp_path)
        assert await server.help(TEXT, AT, names=True, calls=True) is None
        assert server.pid is None
        await server.close()

    asyncio.run(talk())


@pytest.mark.skipif(server_command() is None, reason="the extra `complete` is not installed")
def test_ty_itself_offers_names(tmp_path: Path) -> None:
    async def talk() -> None:
        server = LanguageServer(server_command() or [], tmp_path)
        try:
            told = None
            async with asyncio.timeout(60):
                while told is None:
                    told = await server.help(TEXT, AT, names=True, calls=True)
            assert told[0] is not None
            assert told[0].offers[0].name == "split"
        finally:
            await server.close()

    asyncio.run(talk())
