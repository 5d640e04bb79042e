"""What a refactoring is measured by is out of its reach."""

from __future__ import annotations

import asyncio
import textwrap
from pathlib import Path

import msgspec
import pytest

from course.catalogue import read_exercise
from course.checking.kinds import refactor
from course.checking.kinds.measures import complexity, function_lines
from course.checking.kinds.workload import OTHER_RESULTS
from course.checking.rules import changed_parts
from course.model import (
    CheckReport,
    ExceptionInfo,
    Exercise,
    RefactorLimits,
    Rules,
    TestResult,
    Verdict,
)
from tests.checking.door import Door

EXERCISES = Path(__file__).parents[3] / "exercises"
LONG = EXERCISES / "tools-of-the-trade/long_function"
QUERIES = EXERCISES / "databases/n_plus_one"
SLOW = EXERCISES / "on-the-job/slow_report"

# Put before or after the slow starter, whose tests are green.
ROUND_THE_LIMIT = {
    "another clock": (
        "import time\ntime.perf_counter = time.thread_time = time.process_time = lambda: 0.0\n"
    ),
    "a clock that is put back": """
        import time
        real = time.perf_counter
        time.perf_counter = lambda: 0.0
        _totals = order_totals
        def order_totals(shop):
            return _totals(shop)
    """,
    "another way to run": """
        import builtins
        builtins.exec = lambda *a: None
    """,
    "a tracer": "import sys\nsys.settrace(lambda *a: None)\n",
    "a query that costs nothing": "def round_trip(sql):\n    return 0\n",
    "a query that costs nothing, bound again": "round_trip = len\n",
    "a query that costs nothing, by its code": (
        "def _free(sql):\n    return 0\nround_trip.__code__ = _free.__code__\n"
    ),
    "a shop that is empty": """
        _full = shop_with
        def shop_with(orders, lines):
            return _full(orders[:2], lines[:2])
    """,
    "no one counts": """
        _totals = order_totals
        def order_totals(shop):
            shop.set_trace_callback(None)
            return _totals(shop)
    """,
    "no one counts, by another road": """
        _totals = order_totals
        def order_totals(shop):
            sqlite3.Connection.set_trace_callback(shop, lambda sql: None)
            return _totals(shop)
    """,
    "a forged line": """
        print("measured 0.001")
        import atexit
        atexit.register(print, "measured 0.001")
    """,
    "a copy of the database": """
        _totals = order_totals
        def order_totals(shop):
            copy = sqlite3.connect(":memory:")
            shop.backup(copy)
            return _totals(copy)
    """,
}


@pytest.mark.parametrize("name", ROUND_THE_LIMIT)
def test_a_limit_cannot_be_gone_round(name: str, door: Door) -> None:
    exercise = read_exercise(QUERIES)
    report = door.check(exercise, exercise.starter + textwrap.dedent(ROUND_THE_LIMIT[name]))
    assert report.verdict is not Verdict.PASSED, report
    assert report.diagnosis


@pytest.mark.parametrize(
    "change",
    [
        "class Archive:\n    def __init__(self, rows):\n        self.rows = rows\n",
        "Archive.customers = lambda self, ids: {}\n",
        "if True:\n    class Archive: pass\n",
        "from builtins import dict as Archive\n",
        "ZONES.clear\nZONES['1'] = 'Z1'\n",
        "del Archive.customers\n",
    ],
)
def test_a_given_part_that_was_changed_is_named(change: str, door: Door) -> None:
    exercise = read_exercise(SLOW)
    solution = exercise.solution_path.read_text(encoding="utf-8")
    changed = changed_parts(exercise.starter, solution + change, exercise.source.rules.locked)
    assert set(changed) <= {"Archive", "ZONES"}
    assert changed
    if "customers" not in change and "class" not in change:
        report = door.check(exercise, solution + change)
        assert report.verdict in (Verdict.BROKE_RULES, Verdict.FAILED)


def test_the_words_about_a_given_part(door: Door) -> None:
    exercise = read_exercise(QUERIES)
    solution = exercise.solution_path.read_text(encoding="utf-8")
    source = solution.replace("sum(range(10_000))", "0").replace("sum(range(10000))", "0")
    assert source != solution
    report = door.check(exercise, source)
    assert report.verdict is Verdict.BROKE_RULES
    assert "`round_trip` is given with this exercise" in report.diagnosis[0].text


@pytest.fixture(scope="module")
def long_function() -> Exercise:
    """A refactoring whose limits are about the shape of the code."""
    return read_exercise(LONG)


HIDDEN = {
    "exec": "exec({text!r})\n",
    "exec by its name": "import builtins\ngetattr(builtins, 'exec')({text!r}, globals())\n",
    "compile": "from types import FunctionType\n"
    "names = {{}}\n"
    "exec(compile({text!r}, 'x', 'exec'), names)\nglobals().update(names)\n",
    "an imported text": "import base64\n"
    "__builtins__['exec'](base64.b64decode({packed!r}), globals())\n",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_code_in_a_string_is_not_measured_so_it_is_no_pass(
    name: str, long_function: Exercise, door: Door
) -> None:
    import base64

    text = long_function.starter
    source = HIDDEN[name].format(text=text, packed=base64.b64encode(text.encode()))
    report = door.check(long_function, source)
    assert report.verdict is not Verdict.PASSED
    if report.verdict is Verdict.FAILED and report.diagnosis[0].name == "hidden_code":
        assert "code that is not written out" in report.diagnosis[0].text


def test_a_lambda_and_lines_that_are_joined_are_measured() -> None:
    assert complexity("f = lambda a: 1 if a else 2 if a + 1 else 3").value == 3
    assert function_lines("def f():\n    a = 1; b = 2; c = 3\n    return a").value == 5
    assert function_lines("def f():\n    '''Said.\n\n    More.'''\n    return 1").value == 2


def test_a_limit_says_what_was_measured(door: Door) -> None:
    exercise = read_exercise(QUERIES)
    report = door.check(exercise, exercise.starter)
    (limit,) = (one for one in report.tests if one.id == "limit::time_ratio")
    assert limit.outcome == "failed"
    assert float(limit.got or 0) > 0.3
    assert "of the starter's time" in report.diagnosis[0].text


def test_memory_is_measured(door: Door) -> None:
    exercise = read_exercise(QUERIES)
    limits = msgspec.structs.replace(
        exercise.source.rules.limits, time_ratio=None, allocations=1_000
    )
    rules = msgspec.structs.replace(exercise.source.rules, limits=limits)
    source = msgspec.structs.replace(exercise.source, rules=rules)
    narrow = msgspec.structs.replace(exercise, source=source)
    report = door.check(narrow, exercise.solution_path.read_text(encoding="utf-8"))
    assert [one.id for one in report.tests if one.outcome == "failed"] == ["limit::allocations"]


# ---------------------------------------------------------------- what is told, without running

BRANCHY = (
    "def f(a):\n    if a: return 1\n    if not a: return 2\n    return 3\n\nf(True)\nf(False)\n"
)


def told(results: list[TestResult]) -> list[str]:
    return [
        f"{one.id} {one.outcome} line {one.line}: {one.name}; "
        f"got {one.got}, {one.expected}; {one.message}"
        for one in results
    ]


def with_limits(**limits: object) -> Exercise:
    long = read_exercise(LONG)
    rules = Rules(limits=RefactorLimits(**limits))  # type: ignore[arg-type]
    source = msgspec.structs.replace(long.source, rules=rules)
    return msgspec.structs.replace(long, source=source, starter="x = 1\n")


@pytest.mark.parametrize(
    ("limits", "source", "wanted"),
    [
        ({}, BRANCHY, []),
        (
            {"complexity": 3, "function_lines": 6},
            BRANCHY,
            [
                "limit::complexity passed line 1: at most 3 ways through the most complicated "
                "function; got 3, at most 3; `f` has 3",
                "limit::function_lines passed line 1: at most 6 lines in the longest function; "
                "got 6, at most 6; `f` has 6",
            ],
        ),
        (
            {"complexity": 2, "flag_arguments": 0},
            BRANCHY,
            [
                "limit::complexity failed line 1: at most 2 ways through the most complicated "
                "function; got 3, at most 2; `f` has 3",
                "limit::flag_arguments failed line 1: at most 0 parameters that choose what a "
                "function does; got 1, at most 0; `f` has 1",
            ],
        ),
        (
            {"duplicate_blocks": 0},
            "\nexec('x')\n",
            [
                "limit::hidden_code failed line 2: all code is there to be measured; got 1, at "
                "most 0; line 2 uses `exec`, which runs code that is not written out",
                "limit::duplicate_blocks passed line 1: at most 0 blocks of code that are there "
                "twice; got 0, at most 0; there are 0",
            ],
        ),
    ],
)
def test_what_is_measured_on_the_code_as_it_is_written(
    limits: dict[str, object], source: str, wanted: list[str]
) -> None:
    exercise = with_limits(**limits)
    assert told(asyncio.run(refactor.measured(exercise, source, Saying()))) == wanted
    hiding = msgspec.structs.replace(exercise, starter="eval('1')")
    kept = [line for line in wanted if "hidden" not in line]
    assert told(asyncio.run(refactor.measured(hiding, source, Saying()))) == kept


class Saying:
    """A checker that has made up its mind, and what it was asked."""

    def __init__(self, *reports: CheckReport) -> None:
        self.reports = list(reports)
        self.asked: list[Exercise] = []

    async def check(self, exercise: Exercise, _: str, *, independent: bool = False) -> CheckReport:
        assert independent
        self.asked.append(exercise)
        return self.reports.pop(0)


def ran(name: str, printed: str = "", outcome: str = "passed", **more: object) -> TestResult:
    return TestResult(name, f"test_{name}", outcome, printed=printed, **more)  # type: ignore[arg-type]


GREEN = CheckReport("x#limits", Verdict.PASSED)
RAISED = ExceptionInfo("ValueError", "no")
BADLY = "limit::workload failed line None: the measured calls end well; got 1, at most 0; "


@pytest.mark.parametrize(
    ("tests", "more", "wanted"),
    [
        (
            [
                ran("time_ratio", "measured 0.5\n"),
                ran("allocations", "x\nmeasured 9\nmeasured 100\n"),
            ],
            {},
            [
                "limit::time_ratio passed line None: at most 0.5 of the time the starter takes; "
                "got 0.5, at most 0.5; it takes 0.5 of the starter's time",
                "limit::allocations passed line None: at most 100 bytes at once; "
                "got 100, at most 100; it holds 100 bytes at once",
            ],
        ),
        (
            [ran("time_ratio", "measured 0.75\n", "failed"), ran("allocations")],
            {"verdict": Verdict.FAILED},
            [
                "limit::time_ratio failed line None: at most 0.5 of the time the starter takes; "
                "got 0.75, at most 0.5; it takes 0.75 of the starter's time",
                "limit::allocations passed line None: at most 100 bytes at once; "
                "got 0, at most 100; it holds 0 bytes at once",
            ],
        ),
        (
            [ran("time_ratio", "measured 0.1\n", "failed"), ran("allocations", "measured 1\n")],
            {"verdict": Verdict.FAILED},
            [
                "limit::time_ratio failed line None: at most 0.5 of the time the starter takes; "
                "got 0.501, at most 0.5; it takes 0.1 of the starter's time",
                "limit::allocations passed line None: at most 100 bytes at once; "
                "got 1, at most 100; it holds 1 bytes at once",
            ],
        ),
        ([ran("time_ratio")], {}, [BADLY]),
        (
            [ran("time_ratio", "", "failed", message="it was changed"), ran("allocations")],
            {"verdict": Verdict.FAILED},
            [f"{BADLY}it was changed"],
        ),
        (
            [ran("time_ratio", "measured 1\n", "failed", exception=RAISED), ran("allocations")],
            {"verdict": Verdict.FAILED},
            [f"{BADLY}they end with ValueError: no"],
        ),
        (
            [ran("time_ratio", "", "failed", message=f"{OTHER_RESULTS} here"), ran("allocations")],
            {"verdict": Verdict.FAILED, "limit": "too long"},
            [f"{BADLY}with the larger input it gives other results than the starter"],
        ),
        (
            [ran("time_ratio"), ran("allocations")],
            {"verdict": Verdict.TIMEOUT, "limit": "too long"},
            [f"{BADLY}too long"],
        ),
        (
            [ran("time_ratio"), ran("allocations", outcome="failed")],
            {"verdict": Verdict.FAILED, "exception": RAISED},
            [f"{BADLY}they end with ValueError: no"],
        ),
        (
            [ran("time_ratio"), ran("allocations", outcome="failed")],
            {"verdict": Verdict.FAILED},
            [f"{BADLY}what they rely on was changed"],
        ),
    ],
)
def test_what_is_told_of_a_workload(
    tests: list[TestResult], more: dict[str, object], wanted: list[str]
) -> None:
    slow = read_exercise(SLOW)
    limits = msgspec.structs.replace(
        slow.source.rules.limits or RefactorLimits(),
        **{**dict.fromkeys(refactor.MEASURES), "time_ratio": 0.5, "allocations": 100},
    )
    source = msgspec.structs.replace(slow.source, rules=Rules(limits=limits))
    exercise = msgspec.structs.replace(slow, source=source)
    saying = Saying(msgspec.structs.replace(GREEN, tests=tuple(tests), **more))
    assert told(asyncio.run(refactor.measured(exercise, slow.starter, saying))) == wanted
    [asked] = saying.asked
    assert (asked.id, asked.source.kind, asked.source.rules) == (
        f"{slow.id}#limits",
        "write",
        Rules(),
    )
    assert ([it.name for it in asked.test_files], asked.mistakes) == (["test_limits.py"], ())
    assert asked.source.probes == ()


def test_limits_wait_for_green_tests_and_are_told_with_their_lines() -> None:
    exercise = with_limits(complexity=2)
    green = CheckReport("x#tests", Verdict.PASSED, (ran("a"),))
    red = msgspec.structs.replace(green, verdict=Verdict.FAILED)
    saying = Saying(red, green, green)
    first = asyncio.run(refactor.check(exercise, BRANCHY, saying))
    assert (first.exercise, first.verdict, first.tests) == (
        exercise.id,
        Verdict.FAILED,
        (ran("a"),),
    )
    over = asyncio.run(refactor.check(exercise, BRANCHY, saying))
    assert (over.verdict, [it.id for it in over.tests]) == (
        Verdict.FAILED,
        ["test_a", "limit::complexity"],
    )
    assert [msgspec.to_builtins(it) for it in over.diagnosis] == [
        {
            "kind": "facts",
            "text": "The tests are green. What is left: at most 2 ways through the most "
            "complicated function: `f` has 3.",
            "name": "complexity",
            "line": 1,
            "test": "limit::complexity",
        }
    ]
    good = asyncio.run(refactor.check(exercise, "def f(): pass\n", saying))
    assert (good.verdict, good.diagnosis) == (Verdict.PASSED, ())
    assert {(it.id, it.source.kind) for it in saying.asked} == {(f"{exercise.id}#tests", "write")}
    assert all(it.source.rules.limits is not None for it in saying.asked)
    hiding = msgspec.structs.replace(exercise, starter="eval('1')")
    saying = Saying(red)
    asyncio.run(refactor.check(hiding, BRANCHY, saying))
    assert saying.asked[0].source.rules.limits is None
