"""The app in a browser on this machine, for its learner alone.

The app runs code, so whoever can talk to it owns the account it runs in. Therefore: it listens on
127.0.0.1 only; every path begins with a random token, compared in constant time; a `Host` that is
not this address is refused (a web page could point its own name here), and so is an `Origin` that
is not this page (any page may open a websocket to this machine). The page loads nothing from
anywhere else, and its content security policy would not let it.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import webbrowser
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp_jinja2
import jinja2
from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from course import locations, search_path
from course.errors import WrongUse
from course.worker import leftovers

HOST = "127.0.0.1"
_PAGE = Path(__file__).resolve().parent / "serve.html"
_START = "import sys; sys.path[:] = {paths!r}; from course.cli import main; main()"
_WIDEST, _HIGHEST = 1000, 500
_ENDS_WITHIN = 5.0
"""Seconds an app has to save and end; then it is killed."""

_TO_REMOVE = 1.0
"""Seconds for the folders that servers have left, and at its end for its own."""
_OF_THE_DEAD = 600
"""Seconds after which a page that led to an address has been read, or will never be."""

_PLAIN = """\
The whole course as plain lines, for screen readers and braille displays, is in a terminal:

    course --plain

It asks and answers in lines, needs no colours and moves no cursor. What you do there and what you
do in the browser is the same progress. In the browser, "Reader mode" has the screen read as text.
"""
_REFUSED = "This address is not complete. Open the one that `course serve` printed.\n"
_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self' ws://{host}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class _App(AppService):
    """One app for one browser tab, in a process of its own."""

    def __init__(self, *given: Any, address: str, place: Path, **more: Any) -> None:
        """It is told the page's `address`, and keeps in the file `place` what is open."""
        super().__init__(*given, **more)
        self._of_page = {"COURSE_ADDRESS": address, "COURSE_TAB": str(place)}

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(*_bounded(width, height))
        driver = {"TEXTUAL_DRIVER": "course.ui.served:ServedDriver"}
        return {**environment, **driver, **self._of_page}

    async def set_terminal_size(self, width: int, height: int) -> None:
        """Tell the app how large the page's terminal is by now."""
        await super().set_terminal_size(*_bounded(width, height))

    async def _open_app_process(
        self, width: int = 80, height: int = 24
    ) -> asyncio.subprocess.Process:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-c", _START.format(paths=search_path.of_course())),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self._build_environment(width=width, height=height),
            start_new_session=sys.platform != "win32",  # Ctrl+C is for the server, which ends it
        )
        self._stdin = self._process.stdin
        return self._process

    async def stop(self) -> None:
        """Ask it to end, as the learner would; it saves then. After a while end it."""
        process = self._process
        if process is None:
            return
        try:
            async with asyncio.timeout(_ENDS_WITHIN):
                await super().stop()
                await process.wait()
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


def _bounded(width: int, height: int) -> tuple[int, int]:
    """The size that a page has asked for, as far as there are screens; a larger one is memory."""
    return max(1, min(width, _WIDEST)), max(1, min(height, _HIGHEST))


class CourseServer(Server):
    """Serves the app below `/TOKEN/` on a listening `socket_` of 127.0.0.1."""

    def __init__(self, socket_: socket.socket) -> None:
        self.token = secrets.token_urlsafe(32)
        self._socket = socket_
        self._netloc = f"{HOST}:{socket_.getsockname()[1]}"
        self._sockets: set[web.WebSocketResponse] = set()
        self._closing: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        """For each tab, what tells the end of an app that is closing."""
        self._tabs = Path(leftovers.new_root())
        super().__init__(
            command="course",
            host=HOST,
            port=socket_.getsockname()[1],
            title="course",
            public_url=f"http://{self._netloc}",
            templates_path=_PAGE.parent,
        )
        self.debug = False

    @property
    def address(self) -> str:
        """What the learner opens."""
        return f"{self.public_url}/{self.token}/"

    async def run(self, ready: Callable[[str], None]) -> None:
        """Serve until Ctrl+C; `ready` is called with the address."""
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=10)
        await runner.setup()
        try:
            leftovers.Removals(leftovers.of_the_dead(str(self._tabs))).work(_TO_REMOVE)
            await web.SockSite(runner, self._socket).start()
            end = _end_asked_for()
            ready(self.address)
            await end.wait()
        finally:
            await runner.cleanup()
            leftovers.remove(str(self._tabs), _TO_REMOVE)

    # ------------------------------------------------------------ what is let in

    async def _make_app(self) -> web.Application:
        inner = web.Application()
        inner.add_routes(
            [
                web.get("/", self.handle_index, name="index"),
                web.get("/ws", self.handle_websocket, name="websocket"),
                web.get(r"/ws/{tab:[\w-]{1,64}}", self.handle_websocket),
                web.get(r"/report/{name:report\.(html|md)}", self.handle_report),
                web.get("/plain", self.handle_plain),
                web.get("/static/js/textual.js", self.handle_script),
                web.get("/download/{key}", self.handle_download, name="download"),
                web.static("/static", self.statics_path, name="static"),
            ]
        )
        aiohttp_jinja2.setup(inner, loader=jinja2.FileSystemLoader(_PAGE.parent), autoescape=True)
        outer = web.Application(middlewares=[self._only_the_learner])
        outer.on_response_prepare.append(self._protect)
        outer.on_shutdown.append(self.on_shutdown)
        outer.router.add_get(f"/{self.token}", self._to_page)
        outer.add_subapp(f"/{self.token}/", inner)
        return outer

    @web.middleware
    async def _only_the_learner(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Refuse whatever does not come from the page that this server has shown."""
        token = [*request.path.split("/", 2), ""][1]  # `OPTIONS *` has no path
        is_known = hmac.compare_digest(token.encode(), self.token.encode())
        origin = request.headers.get("Origin", self.public_url)
        if not (is_known and request.host == self._netloc and origin == self.public_url):
            return web.Response(status=403, text=_REFUSED)
        response: web.StreamResponse = await handler(request)
        return response

    async def _to_page(self, request: web.Request) -> web.Response:  # noqa: ARG002 - aiohttp's
        raise web.HTTPPermanentRedirect(self.address)

    async def _protect(self, request: web.Request, response: web.StreamResponse) -> None:
        nonce = request.get("nonce", "none")
        response.headers.update(_HEADERS)
        response.headers["Content-Security-Policy"] = _POLICY.format(nonce=nonce, host=self._netloc)

    # ------------------------------------------------------------ the page and its app

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page with the terminal in it."""
        request["nonce"] = secrets.token_urlsafe(16)
        context = {
            "nonce": request["nonce"],
            "static": f"/{self.token}/static",
            "websocket": f"ws://{self._netloc}/{self.token}/ws",
            "font_size": to_int(request.query.get("fontsize", ""), 0),
            "reader": "reader" in request.query,
        }
        return aiohttp_jinja2.render_template(_PAGE.name, request, context)

    async def handle_report(self, request: web.Request) -> web.FileResponse:
        """The report that the app has written, of which a browser opens no file."""
        file = locations.find().workspace / "report" / request.match_info["name"]
        if not file.is_file():
            raise web.HTTPNotFound(text="There is no report yet. Home writes one: k, then w.\n")
        return web.FileResponse(file)

    async def handle_plain(self, request: web.Request) -> web.Response:  # noqa: ARG002 - aiohttp's
        """What the course is for who reads lines."""
        return web.Response(text=_PLAIN, charset="utf-8")

    async def handle_script(self, request: web.Request) -> web.Response:  # noqa: ARG002 - aiohttp's
        """The script of the page's terminal, which has no way to say that it is read aloud."""
        script = (Path(self.statics_path) / "js" / "textual.js").read_text(encoding="utf-8")
        options = "screenReaderMode:!!e.dataset.reader,allowProposedApi:!0,fontSize:i"
        script = script.replace("allowProposedApi:!0,fontSize:i", options, 1)
        return web.Response(text=script, content_type="text/javascript", charset="utf-8")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """One app for as long as the page is open."""
        page = web.WebSocketResponse(heartbeat=15)
        await page.prepare(request)
        self._sockets.add(page)

        async def close() -> None:
            await page.close()

        tab = request.match_info.get("tab", "tab")
        for closing in list(self._closing.get(tab, ())):  # a reload: what it has kept is taken up
            await closing.wait()
        app = _App(
            self.command,
            write_bytes=page.send_bytes,
            write_str=page.send_str,
            close=close,
            download_manager=self.download_manager,
            address=self.address,
            place=self._tabs / tab,
        )
        try:
            width, height = (to_int(request.query.get(it, "0"), 0) for it in ("width", "height"))
            await app.start(width or 80, height or 24)
            await self._process_messages(page, app)
        except ConnectionResetError:
            pass  # the tab was closed
        finally:
            self._sockets.discard(page)
            with self._until_closed(tab):
                await app.stop()
            await page.close()
        return page

    @contextlib.contextmanager
    def _until_closed(self, tab: str) -> Iterator[None]:
        """Have the next app of this tab wait."""
        ended = asyncio.Event()
        self._closing[tab].add(ended)
        try:
            yield
        finally:
            ended.set()
            self._closing[tab].discard(ended)
            if not self._closing[tab]:
                del self._closing[tab]

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 - aiohttp's
        """The pages are told; each app saves and ends."""
        for page in list(self._sockets):
            await page.close()


def _end_asked_for() -> asyncio.Event:
    """What tells of Ctrl+C, or of a signal that ends programs."""
    loop = asyncio.get_running_loop()
    asked = asyncio.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with contextlib.suppress(NotImplementedError, AttributeError):  # Windows raises instead
            loop.add_signal_handler(getattr(signal, name), asked.set)
    return asked


def listen(port: int) -> socket.socket:
    """A socket on 127.0.0.1; port 0 takes any that is free. Raises CourseError."""
    opened = socket.socket()
    if sys.platform != "win32":  # there it would let two programs share a port
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((HOST, port))
    except (OSError, OverflowError) as error:
        opened.close()
        raise WrongUse(
            f"Port {port} of {HOST} cannot be used: {getattr(error, 'strerror', None) or error}. "
            "Leave `--port` out, and a free one is taken."
        ) from error
    return opened


@contextlib.contextmanager
def _way_in(address: str) -> Iterator[str]:
    """A page that leads to the address, which only the learner can read.

    What a browser is started with can be read by everybody on the machine, so it is not started
    with the secret. The page lies in the workspace, as some browsers see no hidden folder.
    """
    folder = locations.find().workspace
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob("open-course-*.html"):  # by a server that was killed
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < time.time() - _OF_THE_DEAD:
                left.unlink()
    descriptor, name = tempfile.mkstemp(prefix="open-course-", suffix=".html", dir=folder)
    try:
        with open(descriptor, "w", encoding="utf-8") as page:
            page.write(f'<meta http-equiv="refresh" content="0; url={address}">\n')
        yield Path(name).as_uri()
    finally:
        Path(name).unlink(missing_ok=True)


def serve(port: int, *, open_browser: bool, say: Callable[[str], None]) -> None:
    """Serve the app until Ctrl+C; `say` gets what the learner is told."""
    with contextlib.suppress(KeyboardInterrupt), contextlib.ExitStack() as until_the_end:

        def ready(address: str) -> None:
            say(f"The course is at {address}")
            say("Only who knows this address can open it. Ctrl+C ends it.")
            if open_browser:
                with contextlib.suppress(OSError):  # the address has been said
                    page = until_the_end.enter_context(_way_in(address))
                    # A browser in a terminal comes back only when it is left.
                    threading.Thread(target=webbrowser.open, args=[page], daemon=True).start()

        server = CourseServer(until_the_end.enter_context(listen(port)))
        asyncio.run(server.run(ready))
