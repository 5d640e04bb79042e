"""`with` where `async with` is needed, and the other way round: told in Python's own cases."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence
from course.explaining.exception_scene import Scene
from course.explaining.on_type_errors import type_error
from course.model import CheckReport, ExceptionInfo, Exercise, ExerciseSource, Frame, Verdict

TASK = ExerciseSource("A task", "write", "Write it.")


def reason(made: str, used: str) -> tuple[str, str]:
    """The name and the words for what Python raises at `used` `thing`, which is `made` before."""
    source = f"{made}\nasync def f(thing):\n    {used}:\n        pass\n"
    names: dict[str, object] = {}
    exec(source, names)  # the words of this very Python

    async def go() -> None:
        await names["f"](names["thing"])  # type: ignore[operator]

    with pytest.raises(TypeError) as caught:
        asyncio.run(go())
    line = source.splitlines().index(f"    {used}:") + 1
    frame = Frame("answer.py", line, "f", variables={"thing": f"<{type(names['thing']).__name__}>"})
    stopped = ExceptionInfo("TypeError", str(caught.value), (frame,))
    report = CheckReport("a/task", Verdict.FAILED)
    evidence = Evidence(report, Exercise("a/task", Path(), TASK, "task", "", ()), source)
    found = type_error(Scene(stopped, frame, Case("f()", "f", None, False), evidence))
    assert found is not None
    assert found.line is None
    return found.name, found.text


@pytest.mark.parametrize("kind", ["Lock", "Semaphore", "BoundedSemaphore", "Condition"])
def test_a_lock_of_asyncio_needs_async_with(kind: str) -> None:
    name, text = reason(f"import asyncio\nthing = asyncio.{kind}()", "with thing")
    assert name == "other_with"
    assert text == f"`thing` is an `asyncio.{kind}` there. It needs `async with`."


@pytest.mark.parametrize("kind", ["Lock", "Semaphore", "BoundedSemaphore", "Condition"])
def test_a_lock_of_threads_goes_with_a_plain_with(kind: str) -> None:
    name, text = reason(f"import threading\nthing = threading.{kind}()", "async with thing")
    assert name == "other_with"
    assert text == (
        f"`thing` is a `{kind}` of threads there. It needs `with`. The one for `async with` is "
        f"`asyncio.{kind}`."
    )


@pytest.mark.parametrize(
    ("made", "used", "name", "words"),
    [
        (
            "class Shop:\n    async def __aenter__(self): ...\n"
            "    async def __aexit__(self, *_): ...\nthing = Shop()",
            "with thing",
            "other_with",
            "`thing` is a `Shop` there. It needs `async with`.",
        ),
        (
            "from contextlib import contextmanager\n@contextmanager\ndef opened():\n    yield 1\n"
            "thing = opened",
            "async with opened()",
            "other_with",
            "`opened()` is made by `@contextmanager` there. It needs `with`.",
        ),
        (
            "def opened():\n    yield 1\nthing = opened",
            "with opened()",
            "context_undecorated",
            "`opened` on line 1 has a `yield`, so a call of it gives a generator. "
            "`@contextmanager` above it makes that work with `with`.",
        ),
        (
            "thing = 'orders.csv'",
            "with thing",
            "not_for_with",
            "`thing` is a string there. `with` needs an object that has the methods `__enter__` "
            "and `__exit__`.",
        ),
    ],
)
def test_what_else_comes_after_with(made: str, used: str, name: str, words: str) -> None:
    assert reason(made, used) == (name, words)
