"""Tests that are run by themselves, a thousand a second: plain functions, methods, simple fixtures.

pytest collects them once. Here the module of the tests is executed afresh for every program, and a
test is called with what it asks for. What needs more of pytest than that is no quick test.
"""

from __future__ import annotations

import copy
import inspect
import io
import shutil
import sys
import tempfile
import types
import unittest
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from .reporter import Reporter, test_id
from .value_text import Namespace

_DATA = (int, float, complex, str, bytes, bool, type(None), range)
_SETUPS = frozenset(
    {"setup_method", "teardown_method", "setup_class", "setup_function", "setup_module", "setup"}
)


class QuickTest(NamedTuple):
    """A test by its place: its file, its class or "", its function, and its case's arguments."""

    id: str
    path: Path
    class_name: str
    name: str
    case: dict[str, Any]


class _Captured(NamedTuple):
    out: str
    err: str


class _Capsys:
    """What `capsys` is asked for."""

    def __init__(self) -> None:
        self._out, self._err = io.StringIO(), io.StringIO()

    @contextmanager
    def capturing(self) -> Iterator[None]:
        before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = self._out, self._err
        try:
            yield
        finally:
            sys.stdout, sys.stderr = before

    def readouterr(self) -> _Captured:
        output = _Captured(self._out.getvalue(), self._err.getvalue())
        for stream in (self._out, self._err):
            stream.seek(0)
            stream.truncate()
        return output


def quick_tests(items: Iterable[pytest.Item]) -> list[QuickTest]:
    """Those of pytest's tests that can be run by themselves."""
    return [test for item in items if (test := _quick(item)) is not None]


def _quick(item: pytest.Item) -> QuickTest | None:
    if not isinstance(item, pytest.Function) or list(item.iter_markers("xfail")):
        return None
    if list(item.iter_markers("usefixtures")) or inspect.iscoroutinefunction(item.function):
        return None
    module = item.getparent(pytest.Module)
    if module is None or _SETUPS & set(vars(module.obj)):
        return None
    case = dict(item.callspec.params) if hasattr(item, "callspec") else {}
    if not _is_data(case) or (
        case and set(case) - set(inspect.signature(item.function).parameters)
    ):
        return None
    plain_class = item.cls is not None and not issubclass(item.cls, unittest.TestCase)
    if plain_class and (_SETUPS & set(dir(item.cls)) or item.cls.__qualname__ != item.cls.__name__):
        return None
    class_name = item.cls.__name__ if item.cls is not None else ""
    return QuickTest(test_id(item), Path(item.path), class_name, item.originalname, case)


def _is_data(value: Any) -> bool:
    if isinstance(value, dict):
        return all(_is_data(key) and _is_data(item) for key, item in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return type(value).__module__ == "builtins" and all(_is_data(item) for item in value)
    return type(value) in _DATA or (isinstance(value, type) and value.__module__ == "builtins")


class QuickRun:
    """One program under quick tests: `passes` calls one of them."""

    def __init__(self, reporter: Reporter, temporary: str) -> None:
        self._reporter = reporter
        self._temporary = temporary
        self._modules: dict[Path, Namespace] = {}

    def passes(self, test: QuickTest) -> bool:
        """Whether a test passes with the module that is imported now."""
        try:
            namespace = self.load(test.path)
            holder = namespace[test.class_name] if test.class_name else None
            if isinstance(holder, type) and issubclass(holder, unittest.TestCase):
                holder(test.name).debug()
                return True
            function = namespace[test.name] if holder is None else getattr(holder(), test.name)
            with ExitStack() as stack:
                fixtures = dict(copy.deepcopy(test.case))
                for name, one in namespace.items():
                    if _is_fixture(one) and one._fixture_function_marker.autouse:
                        self._fixture(name, namespace, fixtures, stack)
                arguments = {
                    name: self._fixture(name, namespace, fixtures, stack)
                    for name, parameter in inspect.signature(function).parameters.items()
                    if parameter.default is parameter.empty
                }
                function(**arguments)
        except Exception:
            return False
        except (pytest.fail.Exception, pytest.skip.Exception, SystemExit, KeyboardInterrupt):
            return False
        return True

    def load(self, path: Path) -> Namespace:
        """The names of a file of tests, which is executed once; raises what it raises."""
        if path not in self._modules:
            self._modules[path] = vars(self._reporter.execute(path))
        return self._modules[path]

    def _fixture(
        self, name: str, namespace: Namespace, fixtures: dict[str, Any], stack: ExitStack
    ) -> Any:
        if name in fixtures:
            return fixtures[name]
        if name == "capsys":
            value: Any = _Capsys()
            stack.enter_context(value.capturing())
        elif name == "monkeypatch":
            value = pytest.MonkeyPatch()
            stack.callback(value.undo)
        elif name == "tmp_path":
            value = Path(tempfile.mkdtemp(dir=self._temporary))
            stack.callback(shutil.rmtree, value, ignore_errors=True)
        else:
            function = namespace[name]._get_wrapped_function()
            value = function(
                **{
                    one: self._fixture(one, namespace, fixtures, stack)
                    for one in inspect.signature(function).parameters
                }
            )
            if isinstance(value, types.GeneratorType):
                generator = value
                value = next(generator)
                stack.callback(next, generator, None)
        fixtures[name] = value
        return value


def _is_fixture(value: Any) -> bool:
    return type(value).__name__ == "FixtureFunctionDefinition"
