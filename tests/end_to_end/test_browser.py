"""`course serve` in a real Chromium: the app appears, keys work, nothing leaves the machine."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pyte
import pytest
from aiohttp import web

from course.locations import Locations
from tests.test_serve import PATIENCE, Served, serving

playwright = pytest.importorskip(
    "playwright.async_api", reason="Playwright is not installed: pip install -e '.[dev]'"
)
expect = playwright.expect
expect.set_options(timeout=PATIENCE * 1000)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


class Window:
    """A window of Chromium; what the app draws in it is read as a person would.

    `requests` are the addresses of everything the page asked for, `complaints` what Chromium has
    against it: what fails to load, what its policy forbids, exceptions.
    """

    def __init__(self, page: Any) -> None:
        self.page = page
        self.screen = pyte.Screen(0, 0)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda it: self.requests.append(it.url))
        page.on("websocket", self._connect)
        page.on("console", self._hear)
        page.on("pageerror", lambda it: self.complaints.append(str(it)))

    def _connect(self, socket: Any) -> None:
        self.requests.append(socket.url)
        asked = parse_qs(urlsplit(socket.url).query)
        self.screen = pyte.Screen(int(asked["width"][0]), int(asked["height"][0]))
        stream = pyte.ByteStream(self.screen)
        socket.on("framereceived", lambda it: stream.feed(it) if isinstance(it, bytes) else None)

    def _hear(self, message: Any) -> None:
        # With arguments it is a script of the page, about time and pings. WebGL: without a GPU.
        is_chromium = not message.args and "WebGL" not in message.text
        if message.type in ("warning", "error") and is_chromium:
            self.complaints.append(message.text)

    async def open(self, address: str) -> None:
        """Open an address."""
        self.screen = pyte.Screen(0, 0)
        await self.page.goto(address)

    @property
    def text(self) -> str:
        """What the app has drawn."""
        return "\n".join(self.screen.display)

    async def shows(self, words: str) -> None:
        """Wait until the app has drawn some words."""
        await self.until(lambda: words in self.text, words)

    async def until(self, happened: Callable[[], object], what: str) -> None:
        """Wait for something that Chromium tells."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not happened():
                    await asyncio.sleep(0.05)
        except TimeoutError:
            pytest.fail(f"waited for {what} in\n{self.text}\n{self.complaints}")

    async def press(self, *keys: str) -> None:
        """Press keys on the keyboard."""
        for key in keys:
            await self.page.keyboard.press(key)


@asynccontextmanager
async def chromium() -> AsyncIterator[Callable[..., Any]]:
    """A headless Chromium; what is yielded opens a window in it, with its own storage."""
    async with playwright.async_playwright() as started:
        if CHROMIUM is None and not Path(started.chromium.executable_path).is_file():
            pytest.skip("there is no Chromium on this machine: playwright install chromium")
        browser = await started.chromium.launch(executable_path=CHROMIUM)

        async def window(**given: Any) -> Window:
            context = await browser.new_context(**given)
            context.set_default_timeout(PATIENCE * 1000)
            return Window(await context.new_page())

        try:
            yield window
        finally:
            await browser.close()


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


def in_chromium(visit: Callable[[Callable[..., Any], Served], Any]) -> None:
    async def with_both() -> None:
        async with serving() as served, chromium() as window:
            await visit(window, served)

    asyncio.run(with_both())


def test_the_app_appears_keys_work_and_nothing_leaves_the_machine(small_course: Locations) -> None:
    async def visit(window: Callable[..., Any], served: Served) -> None:
        it = await window()
        await it.open(served.address)
        await it.shows("Where do you start?")
        fonts = "document.fonts.ready.then(() => document.fonts.check('16px \"Roboto Mono\"'))"
        assert await it.page.evaluate(fonts) is True
        await it.press("Escape")
        await it.shows("Start here")
        await it.press("g")
        await it.shows("F5 runs your program")
        await it.press("F5")
        await it.shows("It waits for you")
        await it.press(*"Ada", "Enter")
        await it.shows("Hello, Ada!")
        assert len(await it.page.screenshot()) > 10_000, "an empty page"

        everything = {it.partition("?")[0] for it in it.requests if not it.startswith("data:")}
        assert {
            it for it in everything if not it.startswith((served.address, served.socket))
        } == set()
        assert it.complaints == []

        await it.press("Escape", "Escape")
        await it.shows("Start here")
        await it.press("q")
        await expect(it.page.locator("#closed")).to_be_visible()
        await it.until(lambda: served.apps() == [], "the end of the app")

    in_chromium(visit)


def test_a_foreign_page_can_neither_talk_to_the_app_nor_frame_nor_read_it(
    small_course: Locations,
) -> None:
    async def visit(window: Callable[..., Any], served: Served) -> None:
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
        it = await window()
        async with foreign_page(attack) as address:
            await it.open(address)
            assert await it.page.evaluate("window.outcome") == "refused refused refused"
            assert served.socket in " ".join(it.requests)
        assert served.apps() == []

    in_chromium(visit)


def test_a_phone_gets_a_phones_layout(small_course: Locations) -> None:
    async def visit(window: Callable[..., Any], served: Served) -> None:
        size = {"width": 400, "height": 800}
        it = await window(viewport=size, device_scale_factor=2, is_mobile=True, has_touch=True)
        await it.open(served.address)
        await it.shows("Where do you start?")
        assert 40 <= it.screen.columns < 60, "a phone's layout, not a desk's made small"
        assert await it.page.evaluate("document.documentElement.scrollWidth") <= 400

    in_chromium(visit)


def test_the_browser_is_as_good_a_door(small_course: Locations) -> None:
    """Its clipboard, a reload, the report, what a screen reader finds, the end."""

    async def visit(window: Callable[..., Any], served: Served) -> None:
        it = await window(permissions=["clipboard-read", "clipboard-write"])
        await it.open(served.address)
        await it.shows("Where do you start?")
        await it.press("Escape")
        await it.shows("Start here")
        await it.press("g")
        await it.shows("F5 runs your program")
        await it.page.evaluate("navigator.clipboard.writeText('from_elsewhere = 1')")
        await it.press("Control+v")
        await it.shows("from_elsewhere = 1")

        await it.open(f"{served.address}?reader=1")
        await it.shows("from_elsewhere = 1")  # a reload comes back to what was open
        await expect(it.page.locator(".xterm-accessibility")).to_contain_text("from_elsewhere")
        plain = await it.page.get_by_role("link", name="The plain course").get_attribute("href")
        read = "(address) => fetch(address).then((it) => it.text())"
        assert "course --plain" in await it.page.evaluate(read, plain)

        report = small_course.workspace / "report" / "report.html"
        report.parent.mkdir(parents=True)
        report.write_text("<h1>Mine</h1>", encoding="utf-8")
        assert await it.page.evaluate(read, "report/report.html") == "<h1>Mine</h1>"

        await it.press("Escape", "Escape")
        await it.shows("Start here")
        assert it.complaints == []
        await it.press("q")
        await expect(it.page.get_by_role("button", name="Open it again")).to_be_focused()
        await it.press("Enter")
        await it.shows("Where do you start?")

    in_chromium(visit)
