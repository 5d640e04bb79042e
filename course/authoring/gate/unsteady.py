"""Calls in a test file whose answer is another one tomorrow, or somewhere else: read, not run."""

from __future__ import annotations

import ast
from pathlib import Path

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.catalogue.documents import read_text

_CLOCKS = {
    *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today"),
    *("datetime.date.today", "time.time", "time.time_ns", "time.ctime", "time.localtime"),
    *("time.gmtime", "django.utils.timezone.now"),
}
_STOPWATCHES = {
    *("time.perf_counter", "time.perf_counter_ns", "time.monotonic", "time.monotonic_ns"),
}
_DICE = {
    *("random.random", "random.randint", "random.choice", "random.choices", "random.sample"),
    *("random.shuffle", "random.uniform", "random.randrange", "random.gauss", "uuid.uuid4"),
    *("secrets.token_hex", "secrets.token_urlsafe", "secrets.choice", "secrets.randbelow"),
    *("os.urandom", "random.Random"),
}
_NETWORK = {
    *("urllib.request.urlopen", "urllib.request.urlretrieve", "socket.create_connection"),
    *("socket.socket", "socket.getaddrinfo", "socket.gethostbyname"),
    *("http.client.HTTPConnection", "http.client.HTTPSConnection", "smtplib.SMTP", "ftplib.FTP"),
    *(
        f"{module}.{verb}"
        for module in ("requests", "httpx")
        for verb in ("get", "post", "put", "patch", "delete", "head", "request", "stream")
    ),
}


@rule("tests")
def read_tests(file: Path) -> list[Finding]:
    """Tests use no clock, no dice and no network, and do not sleep."""
    tree = ast.parse(read_text(file))
    names = _imported(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    seeded = any(_qualified(call.func, names) == "random.seed" for call in calls)
    problems: dict[int, Finding] = {}
    for call in calls:
        text = _unsteady(_qualified(call.func, names), call, seeded)
        if text:
            problem = text.format(f"`{ast.unparse(call.func)}()`")
            problems.setdefault(call.lineno, at(file, call.lineno, problem))
    return [problems[line] for line in sorted(problems)]


def _imported(tree: ast.Module) -> dict[str, str]:
    """The full name behind each imported one: `dt` is `datetime`, `now` is ..."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                root = alias.name if alias.asname else alias.name.split(".")[0]
                names[alias.asname or root] = root
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def _qualified(node: ast.expr, names: dict[str, str]) -> str:
    """`datetime.datetime.now` for `now` of a class that was imported; "" for what was not."""
    first, *rest = ast.unparse(node).split(".")
    return ".".join([names[first], *rest]) if first in names else ""


def _unsteady(name: str, call: ast.Call, seeded: bool) -> str:
    """What is wrong with a call of that name, with `{}` for the call; "" where nothing is."""
    if name in ("time.localtime", "time.gmtime", "time.ctime", "random.Random") and call.args:
        return ""
    if name in _CLOCKS:
        return "{} gives another answer tomorrow; write a fixed date or time"
    if name in _STOPWATCHES:
        return "{} depends on how busy the machine is; count calls or events instead"
    if name == "time.sleep":
        return "{} waits; call what would happen next yourself, or wait for an event"
    if name in _DICE and not seeded:
        return "{} gives another answer each time; write the values, or set a seed"
    if name in _NETWORK:
        return "{} needs the network; test with what the network would have sent"
    return ""
