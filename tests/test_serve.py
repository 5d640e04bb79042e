"""`course serve` lets in nobody but the learner, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from click.testing import CliRunner

from course.cli import build_command
from course.locations import Locations
from course.serve import listen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
PATIENCE = 180


class Served:
    """A running `course serve`."""

    def __init__(self, process: asyncio.subprocess.Process, words: str) -> None:
        self.process = process
        self.words = words
        found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{40,}/", words)
        assert found, words
        self.address = found[0]
        self.origin = self.address.rsplit("/", 2)[0]
        self.token = self.address.rsplit("/", 2)[1]
        self.socket = f"ws{self.address[4:]}ws"

    def apps(self) -> list[int]:
        """The apps it has started."""
        task = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        return [int(word) for word in Path(task).read_text(encoding="ascii").split()]

    def environment_of_app(self) -> bytes:
        """What the app sees of the environment; empty before there is one."""
        try:
            return b"\0".join(
                [b"", *(Path(f"/proc/{it}/environ").read_bytes() for it in self.apps())]
            )
        except OSError:  # it has just ended
            return b""


@asynccontextmanager
async def serving(*options: str, browser: str | None = None) -> AsyncIterator[Served]:
    """Run `course serve`; it opens `browser`, or none."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "course", "serve", *options),
        *([] if browser else ["--no-open"]),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "BROWSER": browser or ""},
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            words = (await process.stdout.readline() + await process.stdout.readline()).decode()
        yield Served(process, words)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def seen(page: aiohttp.ClientWebSocketResponse, words: str) -> None:
    """Wait until the app has drawn some words."""
    drawn = b""
    async with asyncio.timeout(PATIENCE):
        while words.encode() not in drawn:
            message = await page.receive()
            assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
            drawn += message.data if isinstance(message.data, bytes) else b""


def test_only_the_whole_address_is_let_in(small_course: Locations) -> None:
    async def visit() -> None:
        async with serving() as it, aiohttp.ClientSession(it.origin) as browser:

            async def status(path: str, **headers: str) -> int:
                async with browser.get(path, headers=headers) as response:
                    assert response.headers["Cache-Control"] == "no-store"
                    return response.status

            good = f"/{it.token}"
            assert await status(f"{good}/") == 200
            assert await status(good) == 200
            assert await status(f"{good}/static/js/textual.js") == 200
            assert await status(f"{good}/download/none") == 404
            assert await status(f"{good}/static/..%2f..%2fserve.py") in (403, 404)
            wrong = it.token[:-1] + ("a" if it.token[-1] != "a" else "b")
            for token in (
                "",
                f"/{wrong}",
                f"/{it.token}x",
                f"/{it.token[:-1]}",
                "/ä",
                "/%00",
                "/%ff",
            ):
                for path in ("/", "/ws", "/static/js/textual.js", "/download/none"):
                    assert await status(token + path) == 403, token + path
            assert await status(f"/?token={it.token}") == 403
            for host in ("evil.example", f"evil.example:{it.origin.rsplit(':')[-1]}", "localhost"):
                assert await status(f"{good}/", Host=host) == 403
            for origin in ("http://evil.example", "null", "http://127.0.0.1:1", f"{it.origin}.x"):
                assert await status(f"{good}/", Origin=origin) == 403

    asyncio.run(visit())


def test_a_websocket_of_a_foreign_page_is_refused_and_that_of_the_own_page_works(
    small_course: Locations,
) -> None:
    async def visit() -> None:
        async with serving() as it, aiohttp.ClientSession() as browser:
            for address, origin in (
                (it.socket, "http://evil.example"),
                (it.socket, "null"),
                (it.socket.replace(it.token, "x" * 43), it.origin),
                (it.socket.replace(f"/{it.token}", ""), it.origin),
            ):
                with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                    await browser.ws_connect(address, headers={"Origin": origin})
                assert refused.value.status == 403
            assert it.apps() == []
            async with browser.ws_connect(it.socket, headers={"Origin": it.origin}) as page:
                await seen(page, "Where do you start?")

    asyncio.run(visit())


def test_it_listens_on_this_machine_only_and_on_the_port_it_is_given(
    small_course: Locations,
) -> None:
    with listen(0) as free:
        port = free.getsockname()[1]

    async def visit() -> None:
        async with serving("--port", str(port)) as it:
            assert f"http://127.0.0.1:{port}/" in it.address
            listening = Path(f"/proc/{it.process.pid}/net/tcp").read_text(encoding="ascii")
            bound = [line.split()[1] for line in listening.splitlines() if f":{port:04X}" in line]
            assert f"0100007F:{port:04X}" in bound
            assert not any(one.startswith("00000000") for one in bound)

    asyncio.run(visit())


def test_a_port_that_is_taken_is_told() -> None:
    with listen(0) as taken:
        taken.listen()
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(build_command(), ["serve", "--no-open", "--port", port])
    assert result.exit_code == 2
    assert f"Port {port}" in result.output
    assert "Leave `--port` out" in result.output


def test_the_browser_is_led_to_the_address_without_being_started_with_it(
    small_course: Locations, tmp_path: Path
) -> None:
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\nprintf %s "$1" > "$0.part"; mv "$0.part" "$0.given"\n')
    browser.chmod(0o755)
    given = tmp_path / "browser.given"
    small_course.workspace.mkdir(parents=True, exist_ok=True)
    left, new = (small_course.workspace / f"open-course-{it}.html" for it in ("killed", "beside"))
    for page in (left, new):
        page.touch()
    os.utime(left, (0, 0))

    async def visit() -> None:
        async with serving(browser=str(browser)) as it:
            async with asyncio.timeout(PATIENCE):
                while not given.exists():
                    await asyncio.sleep(0.05)
            page = given.read_text(encoding="utf-8")
            assert it.token not in page
            assert page.startswith("file://")
            file = Path(page.removeprefix("file://"))
            assert f"url={it.address}" in file.read_text(encoding="utf-8")
            assert file.stat().st_mode & 0o077 == 0
        assert not file.exists()
        assert (left.exists(), new.exists()) == (False, True)

    asyncio.run(visit())


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_its_end_is_the_end_of_its_apps(small_course: Locations, end: signal.Signals) -> None:
    async def visit() -> None:
        async with serving() as it, aiohttp.ClientSession() as browser:
            async with browser.ws_connect(it.socket, headers={"Origin": it.origin}) as page:
                await seen(page, "Where do you start?")
                apps = it.apps()
                assert len(apps) == 1
                it.process.send_signal(end)
                status = await it.process.wait()
                assert status == (-end if end is signal.SIGKILL else 0)
            async with asyncio.timeout(PATIENCE):
                while any(Path(f"/proc/{app}").exists() for app in apps):
                    await asyncio.sleep(0.05)

    asyncio.run(visit())


def test_closing_the_tab_ends_its_app(small_course: Locations) -> None:
    async def visit() -> None:
        async with serving() as it, aiohttp.ClientSession() as browser:
            async with browser.ws_connect(it.socket, headers={"Origin": it.origin}) as page:
                await seen(page, "Where do you start?")
                assert len(it.apps()) == 1
            async with asyncio.timeout(PATIENCE):
                while it.apps():
                    await asyncio.sleep(0.05)

    asyncio.run(visit())


def test_a_server_that_dies_takes_its_apps_along_with_everything_saved(
    small_course: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where its tabs were is noted in a folder, which the next server removes."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    async def visit() -> None:
        async with (
            serving() as it,
            aiohttp.ClientSession() as browser,
            browser.ws_connect(it.socket, headers={"Origin": it.origin}) as page,
        ):
            await seen(page, "Where do you start?")
            assert _of_tabs(tmp_path, it.process.pid)
            await page.send_json(["stdin", "\x1b"])
            await seen(page, "Start here")
            await page.send_json(["stdin", "g"])
            await seen(page, "What is your name?")
            await page.send_json(["stdin", "typed"])
            await seen(page, "typed")
            (app,) = it.apps()
            it.process.kill()
            async with asyncio.timeout(PATIENCE):
                while Path(f"/proc/{app}").exists():
                    await asyncio.sleep(0.05)
        async with serving() as after:
            assert not _of_tabs(tmp_path, it.process.pid)
            assert _of_tabs(tmp_path, after.process.pid)
        assert not _of_tabs(tmp_path, after.process.pid)

    if not Path("/proc").exists():
        pytest.skip("processes are looked for in /proc")
    asyncio.run(visit())
    program = small_course.workspace / "playground" / "playground.py"
    assert program.read_text(encoding="utf-8").startswith("typed")


def _of_tabs(temporary: Path, server: int) -> list[Path]:
    """The folders for temporary things of a server."""
    return list(temporary.glob(f"course-check-{server}-*"))


def test_sizes_from_the_browser_are_bounded(small_course: Locations) -> None:
    async def visit() -> None:
        async with serving() as it, aiohttp.ClientSession() as browser:
            address = f"{it.socket}?width=100000000&height=-5"
            async with browser.ws_connect(address, headers={"Origin": it.origin}):
                async with asyncio.timeout(PATIENCE):
                    # Until it is the app, it has the environment of the server.
                    while b"\0COLUMNS=1000\0" not in (found := it.environment_of_app()):
                        await asyncio.sleep(0.05)
                assert b"\0ROWS=1\0" in found

    asyncio.run(visit())


def test_a_request_without_a_path_is_refused(small_course: Locations) -> None:
    async def visit() -> None:
        async with serving() as it:
            port = int(it.origin.rsplit(":", 1)[1])
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(f"OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            assert (await reader.readline()).split()[1] == b"403"
            writer.close()

    asyncio.run(visit())
