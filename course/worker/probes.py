"""The probes: calls that tell behaviours apart, evaluated after the tests."""

from __future__ import annotations

import ast
import importlib
import inspect
import itertools
import sys
import types
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from .channel import Channel, Output, TooMuchOutput
from .limits import LATE, PROBE, PROBES
from .loggers import tell_logs_apart
from .protocol import Lying, Probed, Probing
from .value_text import Namespace, OwnFolder, describe, type_name
from .watch import Unfinished, Watchdog

_WAITING = ("asyncio", "threading", "queue", "concurrent.futures", "httpx", "socket")


class Probes:
    """Evaluates probe calls against the learner's module and reports each as an event."""

    def __init__(
        self,
        module: str,
        channel: Channel,
        output: Output,
        home: OwnFolder,
        watchdog: Watchdog,
        lying: Callable[[Any], str | None],
    ) -> None:
        self._lying = lying
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
        until = self._watchdog.clock() + PROBES
        try:
            with self._watchdog.interrupting(PROBES):
                namespace = self._namespace(imported)
        except BaseException:
            return
        for call in calls:
            self._output.take()
            self._channel.send(Probing(call))
            left = min(PROBE, until - self._watchdog.clock())
            result = Probed(call, "unfinished")
            if left > 0.01:
                result = self._in_time(call, dict(namespace), left)
            self._channel.send(replace(result, printed=self._output.take()[:2_000]))

    def _namespace(self, imported: Iterable[tuple[str, str]]) -> Namespace:
        module = sys.modules.get(self._module) or importlib.import_module(self._module)
        names: Namespace = {**vars(module), self._module: module}
        for alias, attribute in imported:
            if hasattr(module, attribute):
                names[alias] = getattr(module, attribute)
        return names

    def _in_time(self, call: str, namespace: Namespace, seconds: float) -> Probed:
        """What the probe did, unless that may come from a wait that took too long here.

        `wait_for` of 50 ms ends otherwise where others hold the cores for as long.
        """
        before = self._watchdog.clock.behind()
        result = self._one(call, namespace, seconds)
        late = self._watchdog.clock.behind() - before > LATE
        return Probed(call, "late") if late and _may_wait(call, namespace) else result

    def _one(self, call: str, namespace: Namespace, seconds: float) -> Probed:
        try:
            with self._watchdog.interrupting(seconds):
                try:
                    value, changed = evaluate(call, namespace)
                    kind, text = _shown(value)
                    result = Probed(call, "returned", text, kind, changed_arguments=changed)
                    if (lying := self._lying(value)) is not None:
                        self._channel.send(Lying(lying))
                except Exception as error:
                    words = self._home.exception(error)
                    text = f"{words.type}: {words.message}"[:500]
                    result = Probed(call, "raised", text, words.type)
        except Unfinished:
            return Probed(call, "unfinished")
        except TooMuchOutput:  # the limit is ours, so what it would have done is not known
            return Probed(call, "unfinished")
        except BaseException as error:  # SystemExit: a result like any other
            return Probed(call, "raised", type_name(error), type_name(error))
        return result


def _may_wait(call: str, namespace: Namespace) -> bool:
    """Whether a probe, or the program, has something to do with waiting by a clock."""
    used = {one.__name__ for one in namespace.values() if type(one) is types.ModuleType}
    return not used.isdisjoint(_WAITING) or any(name in call for name in _WAITING)


def _shown(value: Any) -> tuple[str, str]:
    """The name of the value's type, and the value as it is shown."""
    kind = type_name(value)
    if isinstance(value, types.CoroutineType):
        value.close()
    elif isinstance(value, (types.GeneratorType, map, filter, zip, enumerate, reversed)):
        value = list(itertools.islice(value, 200))
    return kind, describe(value)


def evaluate(expression: str, namespace: Namespace) -> tuple[Any, bool]:
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


def _value(tree: ast.Expression, namespace: Namespace) -> Any:
    code = compile(
        ast.fix_missing_locations(tree), "<probe>", "eval", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    )
    value = eval(code, namespace)  # noqa: S307 - the exercise's own probe
    if code.co_flags & inspect.CO_COROUTINE:
        import asyncio

        return asyncio.run(value)
    return value
