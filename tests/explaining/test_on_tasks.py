"""Calls that a loop awaits one after another, where a test wants them side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.explaining.evidence import Evidence
from course.explaining.on_tasks import (
    coroutine_in_text,
    future_not_asked,
    lock_of_its_own,
    one_after_another,
)
from course.model import CheckReport, Exercise, ExerciseSource, TestResult, Verdict
from tests.explaining.answering import evidence_of, said_by

PROGRAM = """\
async def prices(carriers, fetch):
    found = []
    for carrier in carriers:
        found.append(await fetch(carrier))
    return found
"""


def said(source: str, got: str = "1", practises: str = "gather") -> str:
    source_of = ExerciseSource("A task", "write", "Write it.", practises=(practises,))
    failed = TestResult("they overlap", "test_overlap", "failed", got=got, expected="3",
                        expected_type="int")  # fmt: skip
    report = CheckReport("a/task", Verdict.FAILED, tests=(failed,))
    exercise = Exercise("a/task", Path(), source_of, "task", "", ())
    saying = one_after_another(Evidence(report, exercise, source))
    return saying.text if saying is not None else ""


def test_a_loop_that_awaits_each_call() -> None:
    assert said(PROGRAM) == (
        "The loop on line 3 waits for each `fetch(...)` to end before it calls the next one. So "
        "they run one after another, and never side by side."
    )
    short = "async def f(xs, ask):\n    return [await ask(x) for x in xs]\n"
    assert said(short).startswith(
        "Line 2, `return [await ask(x) for x in xs]`, waits for each `ask(...)` to end "
    )


STARTED = """\
def totals(names, ask, pool):
    found = {}
    for name in names:
        job = pool.submit(ask, name)
        found[name] = job.result()
    return found
"""


def test_a_loop_that_waits_for_what_it_has_just_started() -> None:
    assert said(STARTED, practises="executor") == (
        "Line 5, `found[name] = job.result()`, waits for `job` in the iteration that has started "
        "it. So the next one starts only when this one has ended, and they never run side by side."
    )
    apart = STARTED.replace("        found[name]", "    for name in names:\n        found[name]")
    assert said(apart, practises="executor") == ""
    task = "async def f(xs):\n    for x in xs:\n        t = create_task(x())\n        await t\n"
    assert said(task).startswith("Line 4, `await t`, waits for `t` in the iteration that ")


LABEL = """\
async def carrier(number):
    return f"GULL-{number}"

def label(number):
    code = carrier(number)
    return f"to {code}"
"""


def test_a_coroutine_that_is_written_into_a_string() -> None:
    said = said_by(coroutine_in_text, LABEL, {"label(7)": "'to GULL-7'"})
    assert said == (
        "Line 5, `code = carrier(number)`, only makes a coroutine: `carrier` is an `async def`, "
        "and nothing waits for what it gives. The string shows the coroutine instead."
    )
    ordinary = LABEL.replace("async def", "def").replace("GULL", "TERN")
    assert said_by(coroutine_in_text, ordinary, {"label(7)": "'to GULL-7'"}) == ""
    later = LABEL.replace('    return f"to', '    code = str(code)\n    return f"to')
    assert said_by(coroutine_in_text, later, {"label(7)": "'to GULL-7'"}) == ""


@pytest.mark.parametrize(
    ("source", "got", "practises"),
    [
        (PROGRAM, "2", "gather"),
        (PROGRAM, "1", "await"),
        (PROGRAM.replace("fetch(carrier)", "fetch()"), "1", "gather"),
        (PROGRAM.replace("await fetch", "fetch"), "1", "gather"),
        (PROGRAM + "    asyncio.gather(*found)\n", "1", "gather"),
        ("async def f(xs):\n    return [x async for x in await xs]\n", "1", "gather"),
    ],
)
def test_nothing_is_said(source: str, got: str, practises: str) -> None:
    assert said(source, got, practises) == ""


SELL = """\
import threading
def sell(left):
    left.x = 1
    lock = threading.Lock()
    with lock:
        return left - 2
"""


def locked(source: str) -> tuple[str, int | None, int]:
    failed = TestResult("sold", "test_sold", "failed", call="sell(3)", got="1", expected="2")
    saying = lock_of_its_own(evidence_of(source, failed))
    return (saying.text, saying.line, len(saying.cases)) if saying else ("", None, 0)


@pytest.mark.parametrize(
    "made",
    [
        "threading.Lock()",
        "threading.RLock()",
        "Lock()",
        "asyncio.Lock()",
        "asyncio.Semaphore(1)",
        "BoundedSemaphore(1)",
    ],
)
def test_a_lock_that_each_call_makes(made: str) -> None:
    text = (
        "Line 4 makes a lock in each call of `sell`, and no other call knows it. So nobody ever "
        "waits there: what must not run side by side has to take one and the same lock."
    )
    assert locked(SELL.replace("threading.Lock()", made)) == (text, 4, 1)
    tasks = SELL.replace("def sell", "async def sell").replace("    with", "    async with")
    tasks = tasks.replace("import threading", "import asyncio").replace("threading.Lock()", made)
    assert locked(tasks) == (text, 4, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("import threading", "import other"),
        ("threading.Lock()", "make.Lock()"),
        ("threading.Lock()", "threading.Event()"),
        ("threading.Lock()", "threading.Lock"),
        ("    with lock:", "    with open(left):"),
        ("    with lock:", "    LOCKS.append(lock)\n    with lock:"),
        ("    with lock:\n        return left - 2", "    return lock"),
        ("    lock = ", "    left.lock = "),
    ],
)
def test_other_locks(old: str, new: str) -> None:
    assert locked(SELL.replace(old, new)) == ("", None, 0)


def test_a_loop_that_waits_where_it_starts() -> None:
    at_once = STARTED.replace("job = pool.submit(ask, name)\n        found[name] = job.result()",
                              "found[name] = pool.submit(ask, name).result()")  # fmt: skip
    assert said(at_once, practises="executor").startswith(
        "Line 4, `found[name] = pool.submit(ask, name).result()`, waits for `pool.submit(...)` in "
        "the iteration that has started it."
    )


def future_said(source: str, got: str = "{'a': <Future at 0x1 state=running>}") -> str:
    """What is said of a function that gives back what a pool handed out."""
    failed = TestResult("totals", "test_it", "failed", call="totals(['a'])", got=got, expected="3")
    saying = future_not_asked(evidence_of(source, failed))
    return saying.text if saying is not None else ""


NOT_ASKED = STARTED.replace("job.result()", "job")


def test_a_future_that_nobody_asks() -> None:
    assert future_said(NOT_ASKED) == (
        "Line 4, `job = pool.submit(ask, name)`, gets a `Future` at once: the call has only begun. "
        "Its `.result()` waits for what the call returns, or raises what it raised; nothing in "
        "your file asks for it."
    )
    assert future_said(NOT_ASKED, "3") == ""
    assert future_said(STARTED) == ""
    assert future_said(NOT_ASKED.replace("submit", "start")) == ""


def test_a_lock_that_is_made_where_it_is_taken() -> None:
    source = "import threading\n\ndef f(x):\n    with threading.Lock():\n        return x\n"
    failed = TestResult("f", "test_it", "failed", call="f(1)", got="1", expected="3")
    saying = lock_of_its_own(evidence_of(source, failed))
    assert saying is not None
    assert saying.text.startswith("Line 4 makes a lock in each call of `f`, and no other call")
    shared = source.replace("def f", "LOCK = threading.Lock()\n\ndef f")
    shared = shared.replace("with threading.Lock()", "with LOCK")
    assert lock_of_its_own(evidence_of(shared, failed)) is None
