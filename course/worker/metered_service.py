"""A small web service under customers, in one process: what it answers, logs and costs.

The course writes this file beside a service and enters calls of it at a prompt; it runs without
the course. Nothing in it looks at a clock: what a request costs is counted in lines that the
service runs, statements it sends to a database and seconds it asks to sleep, so that the same
requests cost the same on every machine.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import logging
import os
import signal
import sqlite3
import sys
import threading
import time
import traceback
import types
from collections.abc import Callable, Iterator
from typing import Any

FLAGS = "flags.json"
_OWN = os.path.join(os.getcwd(), "")
_NOT_OURS = (__file__,)
_BASE = 4.0  # milliseconds of every request
_LINE = 0.02
_STATEMENT = 2.0
_MOST_LINES = 50_000
_MOST_CPU = 3.0  # seconds
"""Of one request: a loop without an end is ended, as a server would end it. A loop of one line is
no further line to Python, so there is a timer of the process's own time as well."""
_MOST_LOGGED = 40
_SECONDS = 2_000.0

_state: dict[str, Any] = {"lines": 0, "ms": 0.0, "app": None, "call": None, "log": []}


class TookTooLong(BaseException):
    """A request ran more lines than a server would wait for."""


def _too_long(*_: object) -> None:
    raise TookTooLong


def _traced(frame: types.FrameType, event: str, _: object) -> Any:
    if event == "call":
        name = frame.f_code.co_filename
        return _traced if name.startswith(_OWN) and name not in _NOT_OURS else None
    if event == "line":
        _state["lines"] += 1
        if _state["lines"] > _MOST_LINES:
            raise TookTooLong
    return _traced


def _slept(seconds: float) -> None:
    _state["ms"] += 1_000 * seconds


def _stated(_: str) -> None:
    _state["ms"] += _STATEMENT


def _connect(*args: Any, **named: Any) -> sqlite3.Connection:
    connection: sqlite3.Connection = _real_connect(*args, **named)
    connection.execute("PRAGMA synchronous = OFF")  # no machine stops here
    connection.set_trace_callback(_stated)
    return connection


_real_connect = sqlite3.connect


class _Kept(logging.Handler):
    """Keeps what the service logs; of an exception, the frames in its own files."""

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(Exception):
            _log(f"{record.levelname} {record.getMessage()}")
            if record.exc_info and record.exc_info[1] is not None:
                _log_exception(record.exc_info[1])


def _log(text: str) -> None:
    for line in text.splitlines():
        if line.strip() and len(_state["log"]) < _MOST_LOGGED:
            _state["log"].append(line.rstrip()[:300])


def _log_exception(error: BaseException) -> None:
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.startswith(_OWN) and frame.filename not in _NOT_OURS:
            name = frame.filename[len(_OWN) :]
            _log(f'  File "{name}", line {frame.lineno}, in {frame.name}')
            _log(f"    {frame.line}")
    _log(f"  {type(error).__name__}: {error}" if str(error) else f"  {type(error).__name__}")


@contextlib.contextmanager
def _watched() -> Iterator[None]:
    """Count what runs inside; what is printed is logged."""
    before = sys.gettrace()
    printed = io.StringIO()
    threading.settrace(_traced)
    sys.settrace(_traced)
    _set_timer(_MOST_CPU)
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            yield
    finally:
        _set_timer(0)
        sys.settrace(before)
        threading.settrace(None)
        _log(printed.getvalue())


def _set_timer(seconds: float) -> None:
    """Where the system has such timers; elsewhere the prompt's own deadline ends the process."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds)


# ------------------------------------------------------------------ the service


def deploy(
    files: dict[str, str], app: str, flags: dict[str, str], fresh: bool = False
) -> dict[str, Any]:
    """Put these files in the place of those before, start `module:name`; what happened.

    What the service has written, its database, stays, unless it is to be `fresh`.
    """
    written = [place.name for place in os.scandir(_OWN) if place.is_file()] if fresh else []
    for name in (*_state.get("files", ()), *written):
        if os.path.join(_OWN, name) not in _NOT_OURS:
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(_OWN, name))
    for name, text in files.items():
        path = os.path.join(_OWN, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    _state.update(files=list(files), app=None, call=None, log=[], lines=0)
    set_flags(flags)
    _forget_modules()
    time.sleep = _slept  # type: ignore[assignment]
    sqlite3.connect = _connect  # type: ignore[assignment]
    if hasattr(signal, "SIGVTALRM"):
        signal.signal(signal.SIGVTALRM, _too_long)
    root = logging.getLogger()
    root.handlers[:] = [_Kept()]
    root.setLevel(logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    module, _, name = app.partition(":")
    try:
        with _watched():
            _state["app"] = getattr(importlib.import_module(module), name)
    except BaseException as error:
        _log("ERROR the service does not start")
        _log_exception(error)
    _state["call"] = _caller(_state["app"]) if _state["app"] is not None else None
    return {"up": _state["app"] is not None, "log": _state["log"]}


def _forget_modules() -> None:
    """Forget the modules of the service, so that the next version is loaded."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if file.startswith(_OWN) and file not in _NOT_OURS and not name.startswith("_"):
            del sys.modules[name]
    importlib.invalidate_caches()


def set_flags(flags: dict[str, str]) -> None:
    """Write the flags where the service reads them."""
    with open(os.path.join(_OWN, FLAGS), "w", encoding="utf-8") as file:
        json.dump(flags, file)


Caller = Callable[[dict[str, Any]], tuple[int, Any]]


def _caller(app: Any) -> Caller:
    """How one request is made: of a WSGI application, or of an ASGI one."""
    if hasattr(app, "wsgi_app"):
        app.testing = False
        return _wsgi(app)
    return _asgi(app)


def _wsgi(app: Any) -> Caller:
    from werkzeug.test import Client

    client = Client(app)

    def call(request: dict[str, Any]) -> tuple[int, Any]:
        response = client.open(
            request["path"], method=request.get("method", "GET"), **_body(request)
        )
        return response.status_code, response.get_json(silent=True)

    return call


def _asgi(app: Any) -> Caller:
    import asyncio

    import httpx

    loop = asyncio.new_event_loop()
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
    client = httpx.AsyncClient(transport=transport, base_url="http://service")

    async def ask(request: dict[str, Any]) -> tuple[int, Any]:
        response = await client.request(
            request.get("method", "GET"), request["path"], **_body(request)
        )
        try:
            return response.status_code, response.json()
        except ValueError:
            return response.status_code, None

    return lambda request: loop.run_until_complete(ask(request))


def _body(request: dict[str, Any]) -> dict[str, Any]:
    """A body and headers, as both clients name them."""
    return {name: request[name] for name in ("json", "headers") if request.get(name) is not None}


def call(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Make each request; its status, milliseconds, what was logged and the answer's JSON."""
    return [_called(request) for request in requests]


def _called(request: dict[str, Any]) -> dict[str, Any]:
    _state.update(lines=0, ms=0.0, log=[])
    clock = sys.modules.get("clock")
    if clock is not None and "now" in request:
        vars(clock)["SET"] = request["now"]
    if _state["call"] is None:
        return {"status": 503, "ms": 0, "log": ["ERROR the service is not running"], "json": None}
    status, answer = 500, None
    try:
        with _watched():
            status, answer = _state["call"](request)
    except TookTooLong:
        status, _state["ms"] = 504, _state["ms"] + _SECONDS
        _log("ERROR the request was ended: it ran for too long")
    except Exception as error:
        _log(f"ERROR Exception on {request['path']} [{request.get('method', 'GET')}]")
        _log_exception(error)
    cost = round(_BASE + _state["ms"] + _LINE * _state["lines"])
    return {"status": status, "ms": cost, "log": _state["log"], "json": answer}


def say(nonce: str, value: object) -> None:
    """Print a value for the course, on a line of its own that begins with `nonce`."""
    print(f"\n{nonce}{json.dumps(value, default=str)}")
