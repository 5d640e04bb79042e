"""Whether what judges a submission is still what it was before the submission ran.

A program can replace `TestCase.assertEqual`, `math.isclose` or a function of pytest and spare the
canaries. So the functions and classes of the modules that take part in judging are noted before
any of the learner's code runs, and compared after the last test, when tests that patch something
have put it back. And a program that looks at the frames that called it, or gives a function
another body, is told on: reading each function's body at the end would take a fifth of a check.

The ceiling: the submission and its tests run in one Python process, and whoever sets out to forge
a result from inside it, through interpreter frames, raw memory or the tests' own machinery, will
find a way. A pass proves your work to you. It is no proof for anybody else.
"""

from __future__ import annotations

import inspect
import operator
import os
import sys
import types
from collections.abc import Iterable, Mapping
from typing import Any

from .channel import Channel
from .protocol import Peeked, Tampered
from .value_text import OwnFolder

JUDGES = (
    "builtins",
    "operator",
    "pytest",
    "unittest",
    "unittest.case",
    "_pytest._code.code",
    "_pytest.capture",
    "_pytest.config",
    "_pytest.logging",
    "_pytest.monkeypatch",
    "_pytest.recwarn",
    "_pytest.tmpdir",
    "_pytest.assertion",
    "_pytest.assertion.rewrite",
    "_pytest.assertion.util",
    "_pytest.fixtures",
    "_pytest.main",
    "_pytest.nodes",
    "_pytest.outcomes",
    "_pytest.python",
    "_pytest.python_api",
    "_pytest.approx",
    "_pytest.raises",
    "_pytest.reports",
    "_pytest.runner",
    "_pytest.skipping",
    "_pytest.subtests",
    "_pytest.unittest",
    "pluggy._caller",
    "pluggy._callers",
    "pluggy._execution",
    "pluggy._hooks",
    "pluggy._manager",
    "pluggy._result",
)
_IMMUTABLE = 1 << 8  # the flag of a class that nobody can change
_NOTED = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.ClassMethodDescriptorType,
    classmethod,
    staticmethod,
    property,
    type,
)

# Thousands of names are compared after every check: a loop in Python would take three times as
# long. These are held here, as the learner's code may replace the built-in names.
_all, _map, _is = all, map, operator.is_
_Names = tuple[Mapping[str, Any], tuple[str, ...], tuple[Any, ...]]


class Integrity:
    """Remembers the functions and classes of modules, and finds the one that was replaced."""

    def __init__(self) -> None:
        self._noted: dict[str, list[_Names]] = {}
        self._modules: dict[str, types.ModuleType] = {}

    def note_judges(self) -> None:
        """Note pytest, unittest, the built-in names and this package."""
        own = __name__.rpartition(".")[0]
        self.note([*JUDGES, *(name for name in sys.modules if name.startswith(own))])

    def note(self, names: Iterable[str]) -> None:
        """Note modules that have been imported; the others cannot be replaced yet.

        Asks for `type(value)`: `isinstance` would wake a lazy proxy, such as Django's settings.
        """
        for name in names:
            module = sys.modules.get(name)
            if module is None or self._modules.get(name) is module:
                continue
            self._modules[name] = module
            notes = self._noted[name] = []
            namespaces: list[Mapping[str, Any]] = [vars(module)]
            namespaces += [
                vars(value)
                for value in vars(module).values()
                if issubclass(type(value), type)
                and not value.__flags__ & _IMMUTABLE
                and value.__module__ == name
            ]
            for namespace in namespaces:
                names = {
                    key: value
                    for key, value in namespace.items()
                    if issubclass(type(value), _NOTED)
                }
                notes.append((namespace, tuple(names), tuple(names.values())))

    def forget_unloaded(self) -> None:
        """Modules that were put away between two programs are loaded anew for the next one."""
        for name in [name for name in self._modules if name not in sys.modules]:
            del self._modules[name], self._noted[name]

    def replaced(self, names: Iterable[str] | None = None) -> str | None:
        """The first name that is not what it was, with its module; None is best.

        Of these modules, or of all: a module may have been replaced as a whole.
        """
        for module in self._modules if names is None else self._modules.keys() & set(names):
            if sys.modules.get(module) is not self._modules[module]:
                return module
            for namespace, keys, values in self._noted[module]:
                if not _all(_map(_is, _map(namespace.get, keys), values)):
                    return next(
                        f"{module}.{key}"
                        for key, value in zip(keys, values, strict=True)
                        if namespace.get(key) is not value
                    )
        return None


_PEEKS = frozenset(
    (
        "gc.get_objects",
        "gc.get_referrers",
        "gc.get_referents",
        "sys._current_frames",
        "sys._getframe",
        "sys._getframemodulename",
        "sys.addaudithook",
    )
)
# Importing `asyncio` marks a function as a coroutine by giving it a body with one more flag.
_MARKS_COROUTINES = types.coroutine.__code__
_TRACES = frozenset(("sys.settrace", "sys.setprofile", "sys.monitoring.register_callback"))
_SHOW_FRAMES = frozenset(("walk_tb", "walk_stack"))
_SHOW_CODE = frozenset(
    ("getclosurevars", "getsource", "getsourcelines", "getsourcefile", "getfile")
)
_PEEKED_ATTRIBUTES = frozenset(("tb_frame", "gi_frame", "cr_frame", "ag_frame"))
# Files of Python and pytest whose functions look on behalf of whoever called them.
_HAND_ON = tuple(
    os.path.join(os.sep, *place.split("/"))
    for place in ("_pytest/_code/code.py", "_pytest/_code/source.py", "asyncio/base_tasks.py")
)
_TRACE_FOR_OTHERS = tuple(
    os.path.join(os.sep, name)
    for name in ("bdb.py", "cProfile.py", "pdb.py", "profile.py", "threading.py", "trace.py")
)


class Peeking:
    """Tells, once, that the learner's code looks at the frames or objects that judge it.

    Python itself announces such looks to an audit hook, which cannot be taken off again. Where
    the learner wrote the `tests`, these must not look at the code that they test either.
    """

    def __init__(self, home: OwnFolder, channel: Channel, tests: OwnFolder | None = None) -> None:
        self._home = home
        self._tests = tests
        self._channel: Channel | None = channel
        self._inside = False
        self._frame = sys._getframe

    def watch(self) -> None:
        """From here on, for as long as the process lives."""
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._channel is None or self._inside:
            return
        if event == "object.__getattr__":
            event = arguments[1]
            if event == "__code__" and self._tests is not None:
                pass
            elif event not in _PEEKED_ATTRIBUTES:
                return
        elif event == "object.__setattr__":
            # A function that keeps its name and gets another body. Nobody does that on the way.
            if arguments[1] == "__code__" and not self._is_asked_by(_MARKS_COROUTINES):
                channel, self._channel = self._channel, None
                channel.send(Tampered("function.__code__"))
            return
        elif event not in _PEEKS and event not in _TRACES:
            return
        self._inside = True  # looking at the caller is such a look itself
        try:
            # A thread begins with the tracer that somebody left for it: there is no caller.
            is_told = event in _TRACES
            frame: types.FrameType | None = self._frame(1)
            while frame is not None and self._looks_for_another(frame, event):
                frame = frame.f_back
            if frame is not None:
                is_told = self._is_watched(frame.f_code)
            if is_told:
                channel, self._channel = self._channel, None
                channel.send(Peeked(event))
        finally:
            self._inside = False

    def _is_asked_by(self, code: types.CodeType) -> bool:
        """Whether the hook's caller runs this code itself."""
        self._inside = True
        try:
            return self._frame(2).f_code is code
        finally:
            self._inside = False

    def _looks_for_another(self, frame: types.FrameType, event: str) -> bool:
        """Whether a function of Python looks on behalf of its caller, and hands on what it saw."""
        code = frame.f_code
        if code.co_filename.endswith(_HAND_ON):
            return True
        if event in _TRACES:
            return code.co_filename.endswith(_TRACE_FOR_OTHERS)
        if event == "__code__":  # `inspect` reads it to tell a coroutine from a function
            return code.co_filename.endswith("dis.py") or code.co_name in _SHOW_CODE
        return code.co_filename == inspect.__file__ or code.co_name in _SHOW_FRAMES

    def _is_watched(self, code: types.CodeType) -> bool:
        tests = self._tests
        return self._home.owns(code) if tests is None else tests.owns(code)
