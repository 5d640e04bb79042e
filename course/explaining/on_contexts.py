"""`with` and `async with`: what each of them needs, and what comes after it."""

from __future__ import annotations

import ast

from course.checking.words import a_name, a_type
from course.explaining.exception_scene import Reason, Scene
from course.explaining.syntax_tree import Function

_LOCKS = frozenset({"BoundedSemaphore", "Condition", "Lock", "Semaphore"})
"""Of asyncio where `with` refuses them; those of threads with these names go with it."""
_ASYNC = frozenset({"AsyncClient", "ClientSession", "TaskGroup", "Timeout"})
_OF_THREADS = {it: it for it in ("BoundedSemaphore", "Condition", "RLock", "Semaphore")}
_OF_THREADS["lock"] = "Lock"
_MADE_BY = {
    "_AsyncGeneratorContextManager": ("with", "asynccontextmanager"),
    "_GeneratorContextManager": ("async with", "contextmanager"),
}
"""What the decorator makes of a function, and where that is refused."""
_MARKS = {"generator": "contextmanager", "async_generator": "asynccontextmanager"}
_METHODS = {"with": ("__enter__", "__exit__"), "async with": ("__aenter__", "__aexit__")}


def not_for_with(scene: Scene, kind: str, is_async: str | None) -> Reason:
    """What comes after `with` or `async with` is nothing that this one works with."""
    kind = kind.rpartition(".")[2]
    used, other = ("async with", "with") if is_async else ("with", "async with")
    item = _item(scene, kind)
    who = f"`{ast.unparse(item)}`" if item is not None else "The value"
    if (what := _goes_with_other(scene, kind, used, other)) is not None:
        in_async = isinstance(scene.function, ast.AsyncFunctionDef)
        where = "" if is_async or in_async else " in an `async def`"
        more = ""
        if is_async and _OF_THREADS.get(kind) in _LOCKS and scene.class_named(kind) is None:
            more = f" The one for `async with` is `asyncio.{_OF_THREADS[kind]}`."
        return Reason("other_with", f"{who} is {what} there. It needs `{other}`{where}.{more}")
    made_by = ast.unparse(item.func) if isinstance(item, ast.Call) else ""
    maker = scene.function_named(made_by)
    if maker is not None and kind in _MARKS and (kind == "async_generator") == bool(is_async):
        return Reason(
            "context_undecorated",
            f"`{made_by}` on line {maker.lineno} has a `yield`, so a call of it gives a generator. "
            f"`@{_MARKS[kind]}` above it makes that work with `{used}`.",
        )
    first, last = _METHODS[used]
    return Reason(
        "not_for_with",
        f"{who} is {a_type(kind)} there. `{used}` needs an object that has the methods `{first}` "
        f"and `{last}`.",
    )


def _goes_with_other(scene: Scene, kind: str, used: str, other: str) -> str | None:
    """What it is that the other one of the two works with; None where that is not sure."""
    if (own := scene.class_named(kind)) is not None:
        names = {node.name for node in own.body if isinstance(node, Function)}
        return a_type(kind) if names.issuperset(_METHODS[other]) else None
    where, mark = _MADE_BY.get(kind, ("", ""))
    if where == used:
        return f"made by `@{mark}`"
    if used == "async with":
        return f"{a_name(_OF_THREADS[kind])} of threads" if kind in _OF_THREADS else None
    if kind in _LOCKS and scene.evidence.uses("asyncio"):
        return f"an `asyncio.{kind}`"
    return a_type(kind) if kind in _LOCKS | _ASYNC else None


def _item(scene: Scene, kind: str) -> ast.expr | None:
    """What comes after the `with`; of several, the one whose value is of that type."""
    items = [it.context_expr for it in scene.nodes(ast.withitem)]
    fits = [it for it in items if scene.kind_of(it) == kind] if len(items) > 1 else items
    return fits[0] if fits else None
