"""The same tests say the same every time: in any order, alone, on any day, however sets hash."""

from __future__ import annotations

import ast
import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from course.authoring.gate.findings import Found, at
from course.authoring.gate.subject import Subject, report_line
from course.authoring.gate.unsteady import read_tests
from course.catalogue.documents import read_text
from course.model import CheckReport

HASH_RUN_SECONDS = 60.0

SHIFTED_CLOCK = """\
def _shift_the_clock(seconds=400 * 86400 + 7 * 3600):
    import datetime, os, time
    real, real_ns, real_date, real_datetime = (
        time.time, time.time_ns, datetime.date, datetime.datetime
    )
    class _DateKind(type):
        def __instancecheck__(cls, one): return isinstance(one, real_date)
        def __subclasscheck__(cls, one): return issubclass(one, real_date)
    class _DatetimeKind(type):
        def __instancecheck__(cls, one): return isinstance(one, real_datetime)
        def __subclasscheck__(cls, one): return issubclass(one, real_datetime)
    later = datetime.timedelta(seconds=seconds)
    class date(real_date, metaclass=_DateKind):
        @classmethod
        def today(cls): return (real_datetime.now() + later).date()
    class shifted(real_datetime, metaclass=_DatetimeKind):
        @classmethod
        def now(cls, tz=None): return real_datetime.now(tz) + later
        @classmethod
        def today(cls): return real_datetime.now() + later
        @classmethod
        def utcnow(cls): return real_datetime.utcnow() + later
    shifted.__name__ = shifted.__qualname__ = "datetime"
    datetime.date, datetime.datetime = date, shifted
    time.time = lambda: real() + seconds
    time.time_ns = lambda: real_ns() + seconds * 10**9
    os.environ["TZ"] = "Pacific/Kiritimati"
    if hasattr(time, "tzset"):
        time.tzset()
_shift_the_clock()
"""


async def check_stability(subject: Subject) -> list[Found]:
    """Run the solution under its tests reversed, one by one, later, and with other hashes."""
    if subject.kind in ("test", "project"):
        return []
    files = list(subject.exercise.test_files)
    read_as_unsteady = any(read_tests(file) for file in files)
    with tempfile.TemporaryDirectory(prefix="course-order-") as folder:
        return [
            *await _run_otherwise(subject, files, Path(folder), read_as_unsteady),
            *await _with_other_hashes(subject, files, Path(folder)),
        ]


async def _run_otherwise(
    subject: Subject, files: list[Path], folder: Path, told: bool
) -> list[Found]:
    """Each test alone, all of them in reverse, all of them at another time.

    `told` says that a clock was found by reading already, so that it is told once.
    """
    names = [(file, name) for file in files for name in test_names(read_text(file))]
    backwards, later, *alone = await asyncio.gather(
        _changed(subject, files, folder / "reversed", in_reverse),
        _changed(subject, files, folder / "later", with_shifted_clock),
        *(
            _changed(subject, [file], folder / f"alone{number}", partial(only, name=name))
            for number, (file, name) in enumerate(names)
        ),
    )
    problems = [
        at(
            file,
            line_of_test(read_text(file), name),
            f"{name} fails when it runs alone ({report_line(report)}); let each test make what it "
            "needs",
        )
        for (file, name), report in zip(names, alone, strict=True)
        if not report.passed
    ]
    if not backwards.passed and not problems:
        text = (
            f"the tests fail in reverse order ({report_line(backwards)}); let each test make what "
            "it needs and leave nothing behind"
        )
        problems.append(at(files[0], 1, text))
    if not later.passed and not told:
        text = (
            f"the tests fail on another day and in another time zone ({report_line(later)}); give "
            "the code a fixed date, or hand it in as a parameter"
        )
        problems.append(at(files[0], 1, text))
    return problems


async def _changed(
    subject: Subject, files: list[Path], folder: Path, change: Callable[[str], str]
) -> CheckReport:
    """The solution under changed copies of some test files."""
    folder.mkdir()
    copies = []
    for file in files:
        copied = folder / file.name
        copied.write_text(change(read_text(file)), "utf-8")
        copies.append(copied)
    return await subject.runs.check(subject.exercise, subject.text("solution.py"), tests=copies)


def uses_hashes(source: str) -> bool:
    """Whether a program makes sets, whose order changes from one Python process to the next."""
    return any(
        isinstance(node, (ast.Set, ast.SetComp))
        or (isinstance(node, ast.Name) and node.id in ("set", "frozenset", "hash"))
        for node in ast.walk(ast.parse(source))
    )


async def _with_other_hashes(subject: Subject, files: list[Path], folder: Path) -> list[Found]:
    """Run the tests in two fresh processes that order sets differently.

    The checker's workers all hash alike, on purpose, so this is plain pytest, and only for
    exercises that have sets in them.
    """
    sources = [subject.text("solution.py"), *map(read_text, files)]
    if not any(map(uses_hashes, sources)):
        return []
    place = folder / "hashes"
    place.mkdir()
    (place / f"{subject.exercise.module_name}.py").write_text(sources[0], "utf-8")
    for file in files:
        (place / file.name).write_text(read_text(file), "utf-8")
    for file in subject.exercise.data_files:
        copied = place / file.relative_to(subject.folder)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copied)
    passed = [await _pytest_passes(place, seed) for seed in ("1", "2")]
    if all(passed):
        return []
    text = "the tests fail when Python orders sets in another way; sort before you compare"
    return [at(files[0], 1, text)]


async def _pytest_passes(folder: Path, hash_seed: str) -> bool:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
        *("--rootdir", str(folder), "-c", os.devnull, str(folder)),
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        return await asyncio.wait_for(process.wait(), HASH_RUN_SECONDS) == 0
    except TimeoutError:
        return False
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _is_test(node: ast.stmt) -> bool:
    return (
        isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith("test")
    ) or (isinstance(node, ast.ClassDef) and any(map(_is_test, node.body)))


def test_names(source: str) -> list[str]:
    """Test functions and test classes of a file, in order."""
    return [node.name for node in ast.parse(source).body if _is_test(node)]  # type: ignore[attr-defined]


test_names.__test__ = False  # type: ignore[attr-defined]


def line_of_test(source: str, name: str) -> int | None:
    """The line a test begins at."""
    return next(
        (one.lineno for one in ast.parse(source).body if getattr(one, "name", None) == name), None
    )


def in_reverse(source: str) -> str:
    """The test file with its tests in reverse order; everything else stays in its place."""
    tree = ast.parse(source)
    _reverse(tree.body)
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            _reverse(node.body)
    return ast.unparse(tree) + "\n"


def _reverse(body: list[ast.stmt]) -> None:
    places = [index for index, node in enumerate(body) if _is_test(node)]
    tests = [body[index] for index in places]
    for index, node in zip(places, reversed(tests), strict=True):
        body[index] = node


def only(source: str, name: str) -> str:
    """The test file with one of its tests; everything that is not a test stays."""
    tree = ast.parse(source)
    tree.body = [one for one in tree.body if not _is_test(one) or one.name == name]  # type: ignore[attr-defined]
    return ast.unparse(tree) + "\n"


def with_shifted_clock(source: str) -> str:
    """The test file run more than a year later, at another hour, in another time zone."""
    tree = ast.parse(source)
    after = 0
    for node in tree.body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
        if not (docstring or future):
            break
        after += 1
    tree.body[after:after] = ast.parse(SHIFTED_CLOCK).body
    return ast.unparse(tree) + "\n"
