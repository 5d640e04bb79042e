"""The same tests say the same every time: in any order, alone, on any day, however sets hash."""

from __future__ import annotations

import ast
import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.runs import Runs
from course.authoring.gate.subject import PlainTests, Subject, report_line
from course.catalogue.documents import read_text
from course.catalogue.package import split
from course.checking.trials import Variant
from course.model import CheckReport, Exercise

HASH_SEEDS = ("1", "2")
"""The checker's own workers all have seed 0, so that a check says the same every time."""

_SHIFT = """\
def _shift_the_clock(seconds, zone_then):
    import datetime, os, time
    if hasattr(datetime.date, "put_back"):
        return
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
    zone = os.environ.get("TZ")
    def back():
        datetime.date, datetime.datetime = real_date, real_datetime
        time.time, time.time_ns = real, real_ns
        if zone is None:
            os.environ.pop("TZ", None)
        else:
            os.environ["TZ"] = zone
        if hasattr(time, "tzset"):
            time.tzset()
    class date(real_date, metaclass=_DateKind):
        put_back = staticmethod(back)
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
    if zone_then:
        os.environ["TZ"] = zone_then
    if hasattr(time, "tzset"):
        time.tzset()
"""
_BACK = """
def undo():
    import datetime
    datetime.date.put_back()
"""
LATER = f"{_SHIFT}_shift_the_clock(400 * 86400 + 7 * 3600, 'Pacific/Kiritimati'){_BACK}"
THE_SAME_DAY = f"{_SHIFT}_shift_the_clock(0, ''){_BACK}"


@dataclass(frozen=True, slots=True)
class _Tests:
    """The tests that are run in other ways: the exercise they are of, and what passes them.

    `told_at` is where a problem of a test file is told: the file that the author wrote.
    """

    exercise: Exercise
    source: str
    runs: Runs
    told_at: dict[Path, Path]

    @property
    def files(self) -> list[Path]:
        return list(self.exercise.test_files)

    async def changed(
        self, files: list[Path], folder: Path, change: Callable[[str], str], at_the_end: str = ""
    ) -> CheckReport:
        """The right code under changed copies of some test files, with a last test added."""
        folder.mkdir()
        copies = []
        for file in files:
            copied = folder / file.name
            more = at_the_end if file == files[-1] else ""
            copied.write_text(f"{change(read_text(file))}\n\n{more}", "utf-8")
            copies.append(copied)
        return await self.runs.check(self.exercise, self.source, tests=copies)


@rule("tests")
async def check_stability(subject: Subject, plain: PlainTests) -> list[Finding]:
    """Tests say the same alone, in reverse, another day, and however Python orders sets."""
    exercise = plain.exercise
    written = subject.exercise.solution_path if subject.kind == "test" else None
    told_at = {file: written or file for file in exercise.test_files}
    tests = _Tests(exercise, plain.source, subject.runs, told_at)
    with tempfile.TemporaryDirectory(prefix="course-order-") as folder:
        return [*await _run_otherwise(tests, Path(folder)), *await _with_other_hashes(tests)]


async def _run_otherwise(tests: _Tests, folder: Path) -> list[Finding]:
    """Each test alone, all of them in reverse, all of them at another time."""
    # Of a package that would be a hundred runs; there the reversed order has to do.
    files = [] if tests.exercise.package else tests.files
    names = [(file, name) for file in files for name in test_names(read_text(file))]
    # The last test first: what needs something that one before it left, finds nothing.
    ways = [Variant(tests.source, only=f"{file.name}::{name}") for file, name in reversed(names)]
    ways += [Variant(tests.source, reverse=True), Variant(tests.source, before=LATER)]
    *verdicts, holds_later = await tests.runs.which_hold(tests.exercise, ways)
    doubtful = [
        (number, *pair)
        for number, (pair, good) in enumerate(zip(names, verdicts[-2::-1], strict=True))
        if not good
    ]
    alone = await asyncio.gather(
        *(
            tests.changed([file], folder / f"alone{number}", partial(only, name=name))
            for number, file, name in doubtful
        )
    )
    problems = [
        at(
            tests.told_at[file],
            line_of_test(read_text(file), name),
            f"{name} fails when it runs alone ({report_line(report)}); let each test make what it "
            "needs",
        )
        for (_, file, name), report in zip(doubtful, alone, strict=True)
        if not report.passed
    ]
    first = tests.told_at[tests.files[0]]
    backwards = None
    if not verdicts[-1] and not problems:
        backwards = await tests.changed(tests.files, folder / "reversed", in_reverse)
    if backwards is not None and not backwards.passed:
        text = (
            f"the tests fail in reverse order ({report_line(backwards)}); let each test make what "
            "it needs and leave nothing behind"
        )
        problems.append(at(first, 1, text))
    if not holds_later and await _depends_on_the_day(tests):
        text = (
            "the tests fail on another day and in another time zone; give the code a fixed date, "
            "or hand it in as a parameter"
        )
        problems.append(at(first, 1, text))
    return problems


async def _depends_on_the_day(tests: _Tests) -> bool:
    """Whether they fail later and not today, with the same stand-in for the classes of dates.

    Some libraries take no other class of dates at all: that says nothing of the day.
    """
    ways = [Variant(tests.source, before=LATER), Variant(tests.source, before=THE_SAME_DAY)]
    holds_later, holds_today = await tests.runs.which_hold(tests.exercise, ways)
    return holds_today and not holds_later


def uses_hashes(source: str) -> bool:
    """Whether a program makes sets, whose order changes from one Python process to the next."""
    return any(
        isinstance(node, (ast.Set, ast.SetComp))
        or (isinstance(node, ast.Name) and node.id in ("set", "frozenset", "hash"))
        for node in ast.walk(ast.parse(source))
    )


async def _with_other_hashes(tests: _Tests) -> list[Finding]:
    """Run the tests where Python orders sets in other ways, if there are sets in them."""
    exercise, source = tests.exercise, tests.source
    files = split(source) if exercise.package else {"answer.py": source}
    programs = [text for name, text in files.items() if name.endswith(".py")]
    if not any(map(uses_hashes, [*programs, *map(read_text, tests.files)])):
        return []
    reports = [await tests.runs.check(exercise, source, hash_seed=seed) for seed in HASH_SEEDS]
    failed = next((one for one in reports if not one.passed), None)
    if failed is None:
        return []
    text = (
        f"the tests fail when Python orders sets in another way ({report_line(failed)}); sort "
        "before you compare"
    )
    return [at(tests.told_at[tests.files[0]], 1, text)]


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
