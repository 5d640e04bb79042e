"""What a refactoring is measured by is out of its reach."""

from __future__ import annotations

import textwrap
from pathlib import Path

import msgspec
import pytest

from course.catalogue import read_exercise
from course.checking.kinds.measures import complexity, function_lines
from course.checking.rules import changed_parts
from course.model import Exercise, Verdict
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
