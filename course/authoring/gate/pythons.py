"""Code runs on every Python that the course supports, not only on the one that runs the gate."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject
from course.catalogue.documents import read_text
from course.errors import ContentError

OLDEST = (3, 11)
GONE = {
    **dict.fromkeys(("asynchat", "asyncore", "distutils", "imp", "smtpd"), "3.12"),
    **dict.fromkeys(
        ("aifc", "audioop", "cgi", "cgitb", "chunk", "crypt", "imghdr", "mailcap", "msilib", "nis",
         "nntplib", "ossaudiodev", "pipes", "sndhdr", "spwd", "sunau", "telnetlib", "uu", "xdrlib",
         "lib2to3"), "3.13"),
    "asyncio.coroutine": "3.11", "binascii.b2a_hqx": "3.11", "inspect.getargspec": "3.11",
    "unittest.makeSuite": "3.13", "unittest.findTestCases": "3.13", "locale.resetlocale": "3.13",
    "asyncio.get_child_watcher": "3.14", "pkgutil.find_loader": "3.14", "ast.Num": "3.14",
    "ast.Str": "3.14", "ast.Bytes": "3.14", "ast.NameConstant": "3.14",
}  # fmt: skip
"""Modules and names of the standard library that are there no more, and since when."""

NEW = {
    "copy.replace": "3.13", "itertools.batched": "3.12", "math.sumprod": "3.12",
    "typing.override": "3.12", "typing.TypeAliasType": "3.12", "typing.TypeIs": "3.13",
    "typing.ReadOnly": "3.13", "typing.NoDefault": "3.13", "warnings.deprecated": "3.13",
    "collections.abc.Buffer": "3.12", "calendar.Month": "3.12", "calendar.Day": "3.12",
    "calendar.JANUARY": "3.12", "random.binomialvariate": "3.12", "math.fma": "3.13",
    "queue.ShutDown": "3.13", "asyncio.QueueShutDown": "3.13", "asyncio.eager_task_factory": "3.12",
    "sys.monitoring": "3.12", "sqlite3.autocommit": "3.12", "inspect.markcoroutinefunction": "3.12",
    "statistics.kde": "3.13", "itertools.Batched": "3.12", "os.process_cpu_count": "3.13",
    "operator.is_none": "3.14", "operator.is_not_none": "3.14", "functools.Placeholder": "3.14",
    "string.templatelib": "3.14", "annotationlib": "3.14", "concurrent.interpreters": "3.14",
    "compression": "3.14", "dbm.sqlite3": "3.13",
    "concurrent.futures.InterpreterPoolExecutor": "3.14",
    "pathlib.UnsupportedOperation": "3.13", "pathlib.types": "3.14", "heapq.heappush_max": "3.14",
    "heapq.heapify_max": "3.14", "heapq.heappop_max": "3.14", "uuid.uuid7": "3.14",
    "uuid.uuid6": "3.14", "uuid.uuid8": "3.14", "math.isnormal": "3.15",
}  # fmt: skip
"""Names of the standard library that the oldest Python has not, and where they came."""

NEW_METHODS = {"walk": ("pathlib", "3.12"), "full_match": ("pathlib", "3.13"),
               "from_uri": ("pathlib", "3.13")}  # fmt: skip
"""Methods that came later: the name, a module that speaks of them, and where they came."""


def unsupported(source: str) -> Iterator[tuple[int, str]]:
    """What of a program some supported Python does not know: the line, and what to do."""
    oldest = ".".join(map(str, OLDEST))
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return  # told of elsewhere
    try:
        ast.parse(source, feature_version=OLDEST)
    except SyntaxError as error:
        text = f"Python {oldest} cannot read this ({error.msg}); write it as {oldest} knows it"
        yield error.lineno or 1, text
        return
    names = _bound(tree)
    for node in ast.walk(tree):
        for name in _mentioned(node, names):
            line = getattr(node, "lineno", 1)
            if name in GONE:
                text = f"`{name}` is gone since Python {GONE[name]}; use what took its place"
                yield line, text
            elif name in NEW:
                text = f"`{name}` came with Python {NEW[name]}, and the course runs on {oldest}"
                yield line, f"{text}; write it without"
        if type(node).__name__ in ("TypeAlias", "TypeVar", "ParamSpec", "TypeVarTuple"):
            text = f"Python {oldest} cannot read this way of writing types; use `typing.TypeVar`"
            yield getattr(node, "lineno", 1), text
        if isinstance(node, ast.JoinedStr) and _nests_quotes(node, source):
            text = f"in Python {oldest} the inner quotes of an f-string differ from the outer ones"
            yield node.lineno, f"{text}; use the other kind inside"


def _bound(tree: ast.Module) -> dict[str, str]:
    modules = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                modules[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
    return modules


def _mentioned(node: ast.AST, names: dict[str, str]) -> Iterator[str]:
    """Modules and names of modules that a node speaks of."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield from _and_above(alias.name)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield from _and_above(node.module)
        for alias in node.names:
            yield f"{node.module}.{alias.name}"
    elif isinstance(node, ast.Attribute):
        first, *rest = ast.unparse(node).split(".")
        if first in names and all(part.isidentifier() for part in rest):
            yield ".".join([names[first], *rest])


def _and_above(name: str) -> Iterator[str]:
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        yield ".".join(parts[:end])


def _nests_quotes(node: ast.JoinedStr, source: str) -> bool:
    """Whether an expression in an f-string of one line has the quote that the string has."""
    text = ast.get_source_segment(source, node) or ""
    opened = text.lstrip("rRfFbB")
    if not opened or opened.startswith(("'''", '"""')) or opened[0] not in "'\"":
        return False
    end = opened[1:].find(opened[0])
    return 0 <= end < len(opened) - 2 and _is_one_literal(opened, node)


def _is_one_literal(text: str, node: ast.JoinedStr) -> bool:
    """Not several literals side by side, which Python joins into one."""
    inside = 0
    quote = text[0]
    for character in text[1:-1]:
        if character == "{":
            inside += 1
        elif character == "}":
            inside -= 1
        elif character == quote and inside <= 0:
            return False
    return bool(node.values)


@rule("course")
def code_is_for_every_python(file: Path) -> Iterator[Finding]:
    """Code is what every supported Python can run, from the oldest one on."""
    try:
        source = read_text(file)
    except ContentError:
        return
    for line, text in unsupported(source):
        yield at(file, line, text)


def check_python_files(subject: Subject) -> Iterator[Finding]:
    """The Python files of an exercise."""
    for file in sorted(subject.folder.rglob("*.py")):
        if "__pycache__" not in file.parts:
            yield from code_is_for_every_python(file)
