"""The probes: calls that tell behaviours apart, evaluated after the tests; and lying equality."""

from __future__ import annotations

import ast
import asyncio
import importlib
import inspect
import itertools
import sys
import time
import types
from collections.abc import Iterable, Iterator
from typing import Any

from .channel import Channel, Output
from .loggers import tell_logs_apart
from .values import Home, describe, type_name
from .watch import Unfinished, Watchdog

EACH = 0.3  # seconds one probe may take
TOGETHER = 1.5


class _EqualToNothing:
    """Compares equal only to itself; whatever says otherwise lies."""

    __slots__ = ()


class Probes:
    """Evaluates probe calls against the learner's module and reports each as an event."""

    def __init__(
        self,
        module: str,
        channel: Channel,
        output: Output,
        home: Home,
        watchdog: Watchdog,
    ) -> None:
        self._module = module
        self._channel = channel
        self._output = output
        self._home = home
        self._watchdog = watchdog

    def run(self, calls: Iterable[str], imported: Iterable[tuple[str, str]]) -> None:
        """Evaluate every call; each is announced first, so that a lost one is known."""
        calls = list(calls)
        if not calls:
            return
        tell_logs_apart(self._output)
        until = time.monotonic() + TOGETHER
        try:
            with self._watchdog.interrupting(TOGETHER):
                namespace = self._namespace(imported)
        except BaseException:
            return
        for call in calls:
            self._output.take()
            self._channel.send("probing", call=call)
            left = min(EACH, until - time.monotonic())
            found = self._one(call, dict(namespace), left) if left > 0.01 else {}
            self._channel.send(
                "probe",
                **{"call": call, "outcome": "unfinished", **found},
                printed=self._output.take()[:2_000],
            )

    def _namespace(self, imported: Iterable[tuple[str, str]]) -> dict[str, Any]:
        module = sys.modules.get(self._module) or importlib.import_module(self._module)
        names: dict[str, Any] = {**vars(module), self._module: module}
        for alias, attribute in imported:
            if hasattr(module, attribute):
                names[alias] = getattr(module, attribute)
        return names

    def _one(self, call: str, namespace: dict[str, Any], seconds: float) -> dict[str, Any]:
        found: dict[str, Any]
        try:
            with self._watchdog.interrupting(seconds):
                try:
                    value, changed = evaluate(call, namespace)
                    found = {"outcome": "returned", **_shown(value)}
                    found["changed_arguments"] = changed
                    if lies(value):
                        self._channel.send("lying", what=type_name(value))
                except Exception as error:
                    words = self._home.exception(error)
                    text = f"{words['type']}: {words['message']}"[:500]
                    found = {"outcome": "raised", "type": words["type"], "value": text}
        except Unfinished:
            return {}
        except BaseException as error:  # SystemExit, TooMuchOutput: a result like any other
            return {"outcome": "raised", "type": type_name(error), "value": type_name(error)}
        return found


def _shown(value: Any) -> dict[str, Any]:
    kind = type_name(value)
    if isinstance(value, types.CoroutineType):
        value.close()
    elif isinstance(value, (types.GeneratorType, map, filter, zip, enumerate, reversed)):
        value = list(itertools.islice(value, 200))
    return {"value": describe(value), "type": kind}


def evaluate(expression: str, namespace: dict[str, Any]) -> tuple[Any, bool]:
    """The value of a Python expression, which may `await`, and whether it changed an argument."""
    tree = ast.parse(expression, "<probe>", mode="eval")
    arguments: list[Any] = []
    before: list[str] = []
    if isinstance(tree.body, ast.Call) and not any(
        isinstance(argument, ast.Starred) for argument in tree.body.args
    ):
        for position, argument in enumerate(tree.body.args):
            if isinstance(argument, (ast.List, ast.Dict, ast.Set)):
                value = _value(ast.Expression(argument), namespace)
                name = f"argument_{position}__"
                namespace[name] = value
                arguments.append(value)
                before.append(describe(value))
                tree.body.args[position] = ast.copy_location(ast.Name(name, ast.Load()), argument)
    value = _value(tree, namespace)
    return value, [describe(argument) for argument in arguments] != before


def _value(tree: ast.Expression, namespace: dict[str, Any]) -> Any:
    code = compile(
        ast.fix_missing_locations(tree), "<probe>", "eval", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    )
    value = eval(code, namespace)  # noqa: S307 - the exercise's own probe
    if code.co_flags & inspect.CO_COROUTINE:
        return asyncio.run(value)
    return value


def lies(value: Any, depth: int = 3) -> bool:
    """Whether a value, or one inside it, says it equals an object it cannot equal."""
    try:
        if type(value) in (int, float, str, bytes, bool, type(None)):
            return False
        if isinstance(value, (list, tuple, set, frozenset, dict)):
            if depth and any(lies(item, depth - 1) for item in list(_inside(value))[:50]):
                return True
            if type(value) in (list, tuple, set, frozenset, dict):
                return False
        nothing = _EqualToNothing()
        return bool(value == nothing) or not bool(value != nothing)
    except Exception:
        return False


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.keys()
        yield from value.values()
    else:
        yield from value


def defines_equality(module: str, home: Home) -> list[str]:
    """Classes of the learner's with an `__eq__` that is not inherited and not a dataclass's."""
    found = []
    for kind in _all_classes():
        own = type.__getattribute__(kind, "__dict__")
        function = own.get("__eq__") or own.get("__ne__")
        if function is None:
            continue
        code = getattr(function, "__code__", None)
        by_hand = isinstance(code, types.CodeType) and home.owns(code)
        generated = "__dataclass_fields__" in own and not by_hand
        if by_hand or (own.get("__module__") == module and not generated):
            found.append(str(type.__getattribute__(kind, "__name__")))
    return found


def _all_classes() -> Iterator[type]:
    seen: set[int] = set()
    waiting: list[type] = [object]
    while waiting:
        kind = waiting.pop()
        below: list[type] = type.__subclasses__(kind)
        for child in below:
            if id(child) not in seen:
                seen.add(id(child))
                waiting.append(child)
                yield child
