"""`course serve` in a real Chromium: the app appears, keys work, nothing leaves the machine."""

from __future__ import annotations

import asyncio
import base64
import itertools
import re
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pyte
import pytest
from aiohttp import web

from course.locations import Locations
from tests.test_serve import PATIENCE, Served, serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX"),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
]
KEYS = {"Escape": 27, "Enter": 13, "F5": 116, "F9": 120}


class Page:
    """A page in Chromium, driven over its DevTools; what the app draws is read as a person would.

    `requests` are the addresses of everything the page asked for, `complaints` what it logged.
    """

    def __init__(self, devtools: aiohttp.ClientWebSocketResponse) -> None:
        self._devtools = devtools
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._session: str | None = None
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self.columns = 80
        self.requests: list[str] = []
        self.complaints: list[str] = []

    async def __call__(self, method: str, **parameters: Any) -> Any:
        """Call a method of the DevTools protocol."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        await self._devtools.send_json(message)
        async with asyncio.timeout(PATIENCE):
            return await self._answers[number]

    async def listen(self) -> None:
        """Take in what Chromium says."""
        async for message in self._devtools:
            said = message.json()
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said.get("result", said))
            else:
                self._hear(said["method"], said["params"])

    def _hear(self, method: str, said: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(said["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.requests.append(said["url"])
        elif method == "Network.webSocketFrameReceived" and said["response"]["opcode"] == 2:
            self._stream.feed(base64.b64decode(said["response"]["payloadData"]))
        elif method == "Log.entryAdded" and said["entry"]["level"] in ("warning", "error"):
            if "WebGL" not in said["entry"]["text"]:  # of Chromium about itself, without a GPU
                self.complaints.append(said["entry"]["text"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(said["exceptionDetails"]))

    async def open(self, address: str) -> None:
        """Open an address in a tab of its own."""
        target = await self("Target.createTarget", url="about:blank")
        attached = await self("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Network", "Page", "Log", "Runtime"):
            await self(f"{domain}.enable")
        await self("Page.navigate", url=address)

    async def value(self, expression: str) -> Any:
        """What a piece of JavaScript is worth in the page."""
        answer = await self("Runtime.evaluate", expression=expression, awaitPromise=True)
        return answer["result"].get("value")

    @property
    def text(self) -> str:
        """What the app has drawn."""
        return "\n".join(self._screen.display)

    async def shows(self, words: str) -> None:
        """Wait until the app has drawn some words."""
        await self.until(lambda: words in self.text, f"{words} in\n{self.text}")

    async def until(self, happened: Callable[[], object], what: str = "") -> None:
        """Wait for something that Chromium tells."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not happened():
                    await asyncio.sleep(0.05)
        except TimeoutError:
            pytest.fail(f"waited for {what}: {self.text} {self.complaints}")

    async def fit(self, pages: int = 1) -> None:
        """Read the screen at the size that the page has given the app, once it was opened."""
        sockets = lambda: [it for it in self.requests if it.startswith("ws:")]  # noqa: E731
        await self.until(lambda: len(sockets()) >= pages, "a websocket")
        self._screen.reset()
        size = sockets()[-1]
        width, height = (int(re.search(rf"{it}=(\d+)", size)[1]) for it in ("width", "height"))  # type: ignore[index]
        self.columns = width
        self._screen.resize(height, width)

    async def hold_ctrl(self, key: str, does: str) -> None:
        """Press a key with Ctrl; `does` is what Chromium itself does then, if the page lets it."""
        code = {"key": key, "windowsVirtualKeyCode": ord(key.upper()), "modifiers": 2}
        await self("Input.dispatchKeyEvent", type="rawKeyDown", commands=[does], **code)
        await self("Input.dispatchKeyEvent", type="keyUp", **code)

    async def press(self, *keys: str) -> None:
        """Press keys on the keyboard: letters, or names in KEYS."""
        for key in keys:
            code = {"key": key, "windowsVirtualKeyCode": KEYS.get(key, 0)}
            text = (
                {} if key in KEYS and key != "Enter" else {"text": "\r" if key == "Enter" else key}
            )
            await self("Input.dispatchKeyEvent", type="keyDown", **code, **text)
            await self("Input.dispatchKeyEvent", type="keyUp", **code)


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Page]:
    """A headless Chromium that can reach nothing but this machine's numbers."""
    assert CHROMIUM is not None
    process = await asyncio.create_subprocess_exec(
        CHROMIUM,
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
        *("--no-first-run", "--disable-background-networking", "--remote-debugging-port=0"),
        *(f"--user-data-dir={folder}", "--window-size=1100,700", "about:blank"),
        stderr=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        assert process.stderr is not None
        async with asyncio.timeout(PATIENCE):
            while b"DevTools listening on" not in (line := await process.stderr.readline()):
                assert line, "Chromium did not start"
        address = line.decode().split()[-1]
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(address, max_msg_size=0) as devtools,
        ):
            page = Page(devtools)
            listening = asyncio.create_task(page.listen())
            try:
                yield page
            finally:
                listening.cancel()
    finally:
        process.kill()
        await process.wait()


@asynccontextmanager
async def foreign_page(attack: str) -> AsyncIterator[str]:
    """The address of a page of somebody else's that runs a script."""

    async def show(_request: web.Request) -> web.Response:
        return web.Response(text=f"<script>{attack}</script>", content_type="text/html")

    site = web.Application()
    site.add_routes([web.get("/", show)])
    runner = web.AppRunner(site)
    await runner.setup()
    listening = web.TCPSite(runner, "127.0.0.1", 0)
    await listening.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


def in_chromium(tmp_path: Path, visit: Callable[[Page, Served], Any]) -> None:
    async def with_both() -> None:
        async with serving() as served, chromium(tmp_path / "chromium") as page:
            await visit(page, served)

    asyncio.run(with_both())


def test_the_app_appears_keys_work_and_nothing_leaves_the_machine(
    small_course: Locations, tmp_path: Path
) -> None:
    async def visit(page: Page, served: Served) -> None:
        await page.open(served.address)
        await page.until(lambda: any(it.startswith("ws:") for it in page.requests), "a websocket")
        await page.fit()
        await page.shows("Where do you start?")
        fonts = "document.fonts.ready.then(() => document.fonts.check('16px \"Roboto Mono\"'))"
        assert await page.value(fonts) is True
        await page.press("Escape")
        await page.shows("Start here")
        await page.press("g")
        await page.shows("F5 runs your program")
        await page.press("F5")
        await page.shows("It waits for you")
        await page.press(*"Ada", "Enter")
        await page.shows("Hello, Ada!")
        picture = await page("Page.captureScreenshot")
        assert len(base64.b64decode(picture["data"])) > 10_000, "an empty page"

        everything = {it.partition("?")[0] for it in page.requests if not it.startswith("data:")}
        assert {
            it for it in everything if not it.startswith((served.address, served.socket))
        } == set()
        assert page.complaints == []

        await page.press("Escape", "Escape")
        await page.shows("Start here")
        await page.press("q")
        closed = "getComputedStyle(document.getElementById('closed')).display"
        async with asyncio.timeout(PATIENCE):
            while await page.value(closed) != "block":
                await asyncio.sleep(0.05)
        await page.until(lambda: served.apps() == [], "the end of the app")

    in_chromium(tmp_path, visit)


def test_a_foreign_page_can_neither_talk_to_the_app_nor_frame_nor_read_it(
    small_course: Locations, tmp_path: Path
) -> None:
    async def visit(page: Page, served: Served) -> None:
        attack = f"""
            const told = (name) => new Promise((done) => {{
                const socket = new WebSocket("{served.socket}?width=80&height=24");
                socket.onopen = () => done("open"); socket.onerror = () => done("refused");
            }});
            const read = () => fetch("{served.address}").then(() => "read", () => "refused");
            const frame = () => new Promise((done) => {{
                const inner = document.createElement("iframe");
                inner.src = "{served.address}";
                inner.onload = () => done(inner.contentDocument ? "empty" : "refused");
                document.documentElement.append(inner);
            }});
            window.outcome = Promise.all([told(), read(), frame()]).then((all) => all.join(" "));
        """
        async with foreign_page(attack) as address:
            await page.open(address)
            await page.until(lambda: served.socket in " ".join(page.requests), "the attack")
            assert await page.value("window.outcome") == "refused refused refused"
        assert served.apps() == []

    in_chromium(tmp_path, visit)


def test_the_browser_is_as_good_a_door(small_course: Locations, tmp_path: Path) -> None:
    """Its clipboard, a phone's width, a reload, the report, what a screen reader finds, the end."""

    async def visit(page: Page, served: Served) -> None:
        await page.open("about:blank")
        size = {"width": 400, "height": 800, "deviceScaleFactor": 2, "mobile": True}
        await page("Emulation.setDeviceMetricsOverride", **size)
        await page("Page.navigate", url=served.address)
        await page.fit()
        await page.shows("Where do you start?")
        assert 40 <= page.columns < 60, "a phone's layout, not a desk's made small"
        assert await page.value("document.documentElement.scrollWidth <= 400") is True

        await page("Emulation.clearDeviceMetricsOverride")
        await page(
            "Browser.grantPermissions",
            permissions=["clipboardReadWrite", "clipboardSanitizedWrite"],
        )
        await page("Page.navigate", url=f"{served.address}?fontsize=14")
        await page.fit(pages=2)
        await page.shows("Where do you start?")
        await page.press("Escape")
        await page.shows("Start here")
        await page.press("g")
        await page.shows("F5 runs your program")
        await page.value("navigator.clipboard.writeText('from_elsewhere = 1')")
        await page.hold_ctrl("v", "paste")
        await page.shows("from_elsewhere = 1")

        await page("Page.navigate", url=f"{served.address}?reader=1")
        await page.fit(pages=3)
        await page.shows("from_elsewhere = 1")  # a reload comes back to what was open
        rows = "document.querySelector('.xterm-accessibility')?.textContent ?? ''"
        async with asyncio.timeout(PATIENCE):
            while "from_elsewhere" not in await page.value(rows):
                await asyncio.sleep(0.05)
        ways = "[...document.querySelectorAll('#ways a')].map((it) => it.href).join(' ')"
        plain = (await page.value(ways)).split()[1]
        assert "course --plain" in await page.value(f"fetch('{plain}').then((it) => it.text())")

        report = small_course.workspace / "report" / "report.html"
        report.parent.mkdir(parents=True)
        report.write_text("<h1>Mine</h1>", encoding="utf-8")
        read = f"fetch('{served.address}report/report.html').then((it) => it.text())"
        assert await page.value(read) == "<h1>Mine</h1>"

        await page.press("Escape", "Escape")
        await page.shows("Start here")
        assert page.complaints == []
        await page.press("q")
        button = "document.activeElement.id"
        async with asyncio.timeout(PATIENCE):
            while await page.value(button) != "again":
                await asyncio.sleep(0.05)
        await page.press("Enter")
        await page.fit(pages=4)
        await page.shows("Where do you start?")

    in_chromium(tmp_path, visit)
