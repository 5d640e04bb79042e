"""Submissions that mean harm, or do it by accident: no false pass, nothing reached, nothing left.

The submissions are in `hostile/*.txt`: `=== name: verdicts`, then the source. A `*` says that
any verdict is right (the attack fails and a correct solution follows); what matters is that
nothing outside the check has changed. Words in braces are filled in.
"""

from __future__ import annotations

import hashlib
import os
import re
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from course.checking.conversation import patience
from course.model import Verdict
from tests.checking.door import EXERCISES, Door, exercise_named
from tests.checking.processes import GOOD

HOSTILE = Path(__file__).parent / "hostile"
LONGEST = 12  # seconds, for anything, on a machine that does nothing else


@dataclass(frozen=True)
class Hostile:
    """One submission and the verdicts that are right for it; empty allows any.

    `endless`: it is most likely to run out of time, so it gets less than others.
    """

    name: str
    source: str
    verdicts: frozenset[Verdict]
    endless: bool


def read_hostile() -> Iterator[Hostile]:
    """Every submission of `hostile/`."""
    for path in sorted(HOSTILE.glob("*.txt")):
        for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            head, _, source = part.partition("\n")
            name, _, words = head.partition(": ")
            verdicts = frozenset(
                Verdict(word.strip()) for word in words.split("|") if word.strip() != "*"
            )
            yield Hostile(name, source, verdicts, words.strip().startswith("timeout"))


SUBMISSIONS = tuple(read_hostile())


@dataclass(frozen=True)
class World:
    """What a submission must not reach: a secret, a place outside, a listening port."""

    secret: Path
    outside: Path
    port: int

    def fill(self, source: str) -> str:
        """The source with its words in braces filled in."""
        values = {
            "GOOD": GOOD,
            "DEEP": "(" * 3_000 + "1" + ")" * 3_000,
            "SOLUTION": repr(str(EXERCISES / "clamp" / "solution.py")),
            "FOLDER": repr(str(EXERCISES / "clamp")),
            "SECRET": repr(str(self.secret)),
            "OUTSIDE": repr(str(self.outside)),
            "PORT": str(self.port),
            "APP": str(os.getpid()),
        }
        for name, value in values.items():
            source = source.replace("{" + name + "}", value)
        return source


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A secret file, and a server that would answer `5`."""
    folder = tmp_path_factory.mktemp("outside")
    secret = folder / "secret.txt"
    secret.write_text("parcel-4711", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_answer, args=(server,), daemon=True)
        thread.start()
        yield World(secret, folder / "written.txt", server.getsockname()[1])


def _answer(server: socket.socket) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection:
            connection.sendall(b"5")


def fingerprint(folder: Path) -> dict[str, str]:
    """The content of every file of a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_there_are_enough_of_them() -> None:
    assert len(SUBMISSIONS) >= 80
    assert len({one.name for one in SUBMISSIONS}) == len(SUBMISSIONS)


@pytest.mark.parametrize("hostile", SUBMISSIONS, ids=lambda one: one.name)
def test_hostile_submission(hostile: Hostile, door: Door, world: World) -> None:
    before = fingerprint(EXERCISES / "clamp")
    started = time.monotonic()
    exercise = exercise_named("clamp")
    if hostile.endless:
        less = msgspec.structs.replace(exercise.source, timeout=0.5)
        exercise = msgspec.structs.replace(exercise, source=less)
    report = door.check(exercise, world.fill(hostile.source))
    took = time.monotonic() - started

    assert took < LONGEST * patience()
    assert not hostile.verdicts or report.verdict in hostile.verdicts, (
        report.verdict,
        report.limit,
        report.exception,
        [(test.id, test.outcome, test.message) for test in report.tests],
    )
    assert report.verdict is Verdict.PASSED or report.limit or report.diagnosis
    if GOOD not in world.fill(hostile.source):
        assert report.verdict is not Verdict.PASSED
    assert "parcel-4711" not in repr(report)
    assert fingerprint(EXERCISES / "clamp") == before
    assert world.secret.read_text(encoding="utf-8") == "parcel-4711"
    assert world.secret.stat().st_mode & 0o400
    assert not world.outside.exists()


def test_a_correct_solution_still_passes_after_all_that(door: Door) -> None:
    assert door.check("clamp", GOOD).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"x = 1\n\0", "NUL"),
        ("def clamp(a, b, c):\n    return 1\0", "Line 2"),
        ("x = 1\n".encode("utf-16"), "UTF-16"),
        (b"\xff\xfe\x00\x01", "UTF-16"),
        (b"# caf\xe9\n", "Line 1"),
        ("x" * 300_000, "KB"),
        (b"#" * 10_000_000, "KB"),
        ("x = '\ud800'", "surrogate"),
    ],
)
def test_refused_before_anything_starts(source: str | bytes, words: str, door: Door) -> None:
    report = door.check("clamp", source)
    assert report.verdict is Verdict.ERROR
    assert words in (report.limit or "")
    assert report.diagnosis[0].kind == "cannot_start"
    assert report.seconds == 0


@pytest.mark.parametrize("name", ["random", "json", "pytest", "sys", "string"])
def test_a_module_named_like_pythons_own_is_refused(name: str, door: Door) -> None:
    exercise = msgspec.structs.replace(exercise_named("clamp"), module_name=name)
    report = door.check(exercise, GOOD)
    assert report.verdict is Verdict.ERROR
    assert f"`{name}`" in (report.limit or "")


HONEST = """
import abc, asyncio, collections, contextlib, copy, dataclasses, datetime, decimal, enum, functools
import io, itertools, json, logging, math, operator, os, pathlib, random, re, string, sys, tempfile
import threading, time, traceback, typing, warnings, weakref

random.seed(4)
logging.basicConfig(level=logging.INFO)
Point = collections.namedtuple("Point", "x y")


class Colour(enum.Enum):
    RED = 1


class Row(typing.NamedTuple):
    name: str


class Shape(typing.TypedDict):
    name: str


class Sized(typing.Protocol):
    def __len__(self) -> int: ...


@dataclasses.dataclass(frozen=True, order=True)
class Bounds:
    low: int
    high: int


@functools.total_ordering
class Money:
    def __lt__(self, other):
        return False


def logged(function):
    @functools.wraps(function)
    def inner(*arguments):
        logging.info("called")
        return function(*arguments)
    return inner


@contextlib.contextmanager
def opened():
    with tempfile.TemporaryDirectory() as folder:
        yield pathlib.Path(folder)


@logged
@functools.lru_cache
def clamp(value, low, high):
    warnings.warn("careful")
    try:
        raise ValueError("x")
    except ValueError:
        traceback.print_exc()
        traceback.format_exc()
        logging.exception("caught")
    with opened() as folder:
        (folder / "a.json").write_text(json.dumps(dataclasses.asdict(Bounds(low, high))))
    copy.deepcopy([Point(1, 2), Row("a"), Colour.RED])
    threading.Thread(target=print, args=("in a thread",)).start()
    async def later():
        await asyncio.sleep(0)
        return sorted([low, value, high])[1]
    return asyncio.run(later())
"""


def test_an_honest_program_that_uses_much_of_python_passes(door: Door) -> None:
    report = door.check("clamp", HONEST)
    assert report.verdict is Verdict.PASSED, report.limit
