"""Why Python or a library raised a `RuntimeError`: its message in other words, by what it says."""

from __future__ import annotations

import ast

from course.explaining.exception_scene import Reason, Scene

_FUTURE = "await wasn't used with future"
_REASONS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("cannot be called from a running event loop", "event loop is already running"),
        "loop_in_loop",
        "`asyncio.run` starts the loop that runs coroutines, and one runs already. Inside an "
        "`async def`, `await` is enough.",
    ),
    (
        (_FUTURE,),
        "continued_too_early",
        "What the coroutine waits for there had not happened yet when `send` or `next` continued "
        "it. Only the event loop knows when: `await` the coroutine, or make it a task.",
    ),
    (
        ("Task got bad yield",),
        "bad_wait",
        "The event loop got something that it cannot wait for. In a coroutine, wait with `await`, "
        "for a coroutine, a task or a future.",
    ),
    (
        ("no running event loop", "no current event loop"),
        "no_loop",
        "It needs a running event loop, and none runs at this point. Call it inside an "
        "`async def` that `asyncio.run` runs.",
    ),
    (
        ("cannot reuse already awaited coroutine", "coroutine is being awaited already"),
        "awaited_twice",
        "A coroutine object can be awaited once. Call the `async def` function again for another "
        "one, or make it a task: a task can be awaited any number of times.",
    ),
    (
        ("attached to a different loop", "bound to a different event loop"),
        "other_loop",
        "What it waits for belongs to another event loop. Each `asyncio.run` starts a new loop, so "
        "locks, queues, tasks and futures must not outlive the one they were used in.",
    ),
    (
        ("Event loop is closed",),
        "loop_closed",
        "The event loop that it uses has ended: `asyncio.run` closes its loop when it returns.",
    ),
    (
        ("Lock is not acquired", "release un"),
        "lock_not_held",
        "It releases a lock that nobody holds. `with lock:` (or `async with`) takes a lock and "
        "releases it exactly once.",
    ),
    (
        ("No active exception to re",),
        "nothing_to_raise",
        "A `raise` alone raises again what an `except` has caught, and nothing is caught there.",
    ),
    (
        ("threads can only be started once",),
        "started_twice",
        "A thread can be started once. Make a new `Thread` for each start.",
    ),
    (
        ("generator raised StopIteration",),
        "stop_in_generator",
        "A `StopIteration` came out of code inside a generator, for example from `next(...)` when "
        "nothing was left. A generator ends with `return`.",
    ),
    (
        ("generator didn't yield",),
        "yields_never",
        "A function with `@contextmanager` has to reach a `yield` once: there the `with` block "
        "runs. This one ended without it.",
    ),
    (
        ("generator didn't stop",),
        "yields_twice",
        "A function with `@contextmanager` may `yield` once only: there the `with` block runs. "
        "This one went on to another `yield`.",
    ),
    (
        ("deque mutated during iteration",),
        "changed_while_looped",
        "The loop goes through a deque while items are added to it or taken out of it.",
    ),
    (
        ("application context", "request context"),
        "no_context",
        "`request`, `session` and the like only exist while a view answers a request, and this "
        "line runs outside one.",
    ),
)


def runtime_error(scene: Scene) -> Reason | None:
    """What a message of Python's, or of a library of the lessons, means; None for another."""
    if "changed size during iteration" in scene.message or "keys changed" in scene.message:
        what = "dict" if scene.message.startswith("dict") else "set"
        return Reason(
            "changed_while_looped",
            f"The loop goes through a {what} while entries are added to it or taken out of it. A "
            "copy can be gone through meanwhile, as `list(...)` makes one.",
        )
    if _FUTURE in scene.message and not _waits(scene.statement):
        return Reason(
            "future_not_awaited",
            "A value is taken there from a future: from a task, or from what `asyncio.gather(...)` "
            "returns. It has none before it was awaited, so an `await` is missing.",
        )
    for parts, name, text in _REASONS:
        if any(part in scene.message for part in parts):
            return Reason(name, text)
    return None


def _waits(statement: ast.stmt | None) -> bool:
    """Whether a statement is one of a coroutine that waits."""
    waiting = (ast.Await, ast.AsyncFor, ast.AsyncWith)
    return statement is not None and any(isinstance(it, waiting) for it in ast.walk(statement))
