"""Whether what a test compares is compared by Python, or by an object that answers for itself.

A test that says `clamp(5, 1, 3) == 3` asks the value that came back as much as the number. So
every operand of a comparison, of arithmetic and of a bare `assert` in a test file is handed
through `Comparing`, which looks at the function that is going to answer: Python's own and a
library's are believed; so are the test's, a given file's and a dataclass's. A function of the
learner's is believed where the exercise speaks of it by name (`__eq__`, `__contains__`), and
elsewhere unless it agrees with what nothing agrees with (`agreeing`). One made to agree with
everything (`unittest.mock`, `pytest.approx`) is believed only where the test made it.

Types are asked for by `type(value)`, never by `value.__class__`, and what is inside a value is
found through the garbage collector: neither runs any of the learner's code.
"""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import gc
import os
import sys
import sysconfig
import types
import weakref
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import chain, islice
from typing import Any

import pytest

from .agreeing import agrees, agrees_with_another, iterated, may_be_asked
from .operands import Check
from .own_values import OwnValues
from .protocol import Event, Lying
from .value_text import Namespace, OwnFolder, type_name

_EQUAL = ("__eq__", "__ne__", "__class__")
_ORDER = ("__lt__", "__le__", "__gt__", "__ge__")
_HOLDS = ("__contains__", "__iter__", "__getitem__")
# Written in C, and their instances hold nothing that is asked.
_PYTHONS = (int, float, complex, str, bytes, bytearray, bool, type(None), type(Ellipsis), range)
_TIMES = (datetime.date, datetime.time, datetime.datetime, datetime.timedelta, decimal.Decimal)
_ATOMS = frozenset(map(id, (*_PYTHONS, *_TIMES)))  # a metaclass may say what it is equal to
_CONTAINERS = frozenset(map(id, (list, tuple, set, frozenset)))
_PLAIN = (int, float, str, bytes)
# Their instances are made to be equal to much, or to anything at all.
_AGREEABLE = frozenset(("unittest.mock", "mock", "pytest", "_pytest", "test", "hypothesis"))
_MOST = 3_000  # values looked into for one comparison
_GLANCED = 100_000  # values whose type is looked at
_ASKED = 20  # objects of one class that are asked
_MADE = 1 << 9  # the flag of a class that was made while Python ran
# Past a metaclass, which may say what it likes.
_namespace = type.__dict__["__dict__"].__get__
_order_of_bases = type.__dict__["__mro__"].__get__
_flags = type.__dict__["__flags__"].__get__
_name = type.__dict__["__name__"].__get__


class Comparing:
    """Judges operands for one job; `refused` is the first that answers for itself.

    `about` are the special methods the exercise itself speaks of, `given` its files beside the
    learner's, `before` the identities of classes that are not the learner's, `tells` is told of the
    first find, and of the first of the tests' `own_values` that is not what it was.
    """

    def __init__(
        self,
        home: OwnFolder,
        about: Iterable[str],
        given: Iterable[str],
        before: Container[int],
        tells: Callable[[Event], None],
    ) -> None:
        self._home = home
        self._about = frozenset(about)
        self._given = frozenset(given)
        self._before = before
        self._tells = tells
        self.own_values = OwnValues(tells)
        self._tests: list[Namespace] = []
        self._agreeable = _AGREEABLE
        self._believed: dict[tuple[int, int], object] = {}
        self._asked: dict[tuple[int, str], tuple[type, int]] = {}
        self._made: dict[int, Any] = {}
        self._own = ""  # the last equality of the learner's own that was met
        self._left: tuple[Any, str] | None = None
        self.refused: str | None = None

    def trust(self, namespace: Namespace, modules: Iterable[str]) -> None:
        """The namespace of a test file: what it makes to compare with is believed."""
        self._tests.append(namespace)
        if any(name.split(".")[-1] == "mock" or name == "unittest" for name in modules):
            self._agreeable -= {"unittest.mock", "mock"}

    def made(self, value: Any, namespace: Namespace) -> None:
        """`pytest.approx` gave `value` to code with these global names."""
        if any(namespace is one for one in self._tests):
            self._made[id(value)] = value

    def check(self, mark: str) -> Check:
        """The function that an operand marked so goes through."""
        groups = mark.split()
        top: tuple[str, ...] = ()
        deep: tuple[str, ...] = ()
        side = next((one for one in groups if one in ("left", "right")), "")
        for group in groups:
            if group == side:
                continue
            if group == "equal":
                deep += _EQUAL
            elif group == "order":
                deep += _ORDER
            elif group in ("holds", "itself"):
                top += _HOLDS if group == "holds" else _EQUAL
            else:
                top += (f"__{group}__", f"__r{group}__")
        check = self._check(top, deep)
        return {"left": self._first(check), "right": self._second(check)}.get(side, check)

    def own_equality(self) -> list[str]:
        """Classes whose objects are equal to everything, whether a test compared them or not."""
        suspects: dict[int, tuple[type, str]] = {}
        for kind in all_classes():
            if id(kind) in self._before or self._speaks_of("__eq__"):
                continue
            for name in ("__eq__", "__ne__"):
                function = _namespace(kind).get(name)
                if function is None or self._is_believed(kind, name, function):
                    continue
                if not self._is_agreeable(function, _AGREEABLE):
                    suspects[id(kind)] = kind, name
                    break
        names: dict[str, None] = {}
        for value in gc.get_objects() if suspects else ():
            kind, name = suspects.get(id(type(value)), (object, ""))
            if name and self._agrees(value, name):
                names[_name(kind)] = None
        return list(names)

    def _check(self, top: tuple[str, ...], deep: tuple[str, ...]) -> Check:
        atoms, identity, kind_of = _ATOMS, id, type

        def check(value: Any) -> Any:
            if identity(kind_of(value)) not in atoms and self.refused is None:
                self.refused = self._answers(value, top) or self.inside(value, deep)
                if self.refused is not None:
                    self._tells(Lying(self.refused))
            return value

        return check

    def _first(self, check: Check) -> Check:
        """For what stands before `==`: it is kept until the other one is there."""

        def first(value: Any) -> Any:
            self._own = ""
            check(value)
            self.own_values.check(value)
            self._left = value, self._own
            return value

        return first

    def _second(self, check: Check) -> Check:
        """For what stands behind `==`: who answers for itself is asked about something like it."""

        def second(value: Any) -> Any:
            (left, own), self._left, self._own = self._left or (None, ""), None, ""
            check(value)
            self.own_values.check(value)
            if self.refused is None and bool(own) != bool(self._own):
                asked, other = (left, value) if own else (value, left)
                if agrees_with_another(asked, other):
                    self.refused = own or self._own
                    self._tells(Lying(self.refused))
            return value

        return second

    def inside(self, value: Any, names: tuple[str, ...] = _EQUAL) -> str | None:
        """What answers for itself in a value or in what it holds, as `Page.__eq__`.

        The nearest first, and no more than `_MOST`: what is deeper decides nothing.
        """
        waiting, seen = deque((value,)), {id(value)}
        left = _GLANCED if names else 0
        while waiting and left > 0:
            one = waiting.popleft()
            kind = type(one)
            if id(kind) not in _CONTAINERS and kind is not dict:
                if (lie := self._answers(one, names)) is not None:
                    return lie
                if self._is_alone(kind, names):
                    continue
            inside = list(islice(_held(one, kind), left))
            left -= len(inside)
            if _ATOMS.issuperset(map(id, map(type, inside))):
                continue
            for item in inside:
                if len(seen) > _MOST:
                    break
                if id(type(item)) not in _ATOMS and id(item) not in seen:
                    seen.add(id(item))
                    waiting.append(item)
        return None

    def _is_alone(self, kind: type, names: tuple[str, ...]) -> bool:
        """Whether instances are equal only to themselves, so that what they hold says nothing."""
        if issubclass(kind, type | types.ModuleType | types.FunctionType):
            return True
        return all(
            _found(kind, name)[0] is object for name in names if name not in ("__class__", *_HOLDS)
        )

    def _answers(self, value: Any, names: tuple[str, ...]) -> str | None:
        kind = type(value)
        if kind is weakref.ProxyType or kind is weakref.CallableProxyType:
            return None if "weakref" in self._about else kind.__name__
        if not _flags(kind) & _MADE:  # it and all that it is made from are written in C
            return None
        for name in names:
            owner, function = _found(kind, name)
            if owner is object or function is None or id(value) in self._made:
                continue
            if self._is_lying(value, name, owner, function):
                return f"{type_name(value)}.{name}"
        return None

    def _is_lying(self, value: Any, name: str, owner: type, function: Any) -> bool:
        kind = type(value)
        if self._is_believed(owner, name, function):
            return (
                may_be_asked(name)
                and self._is_borrowed(kind, owner, function)
                and self._agrees(value, name)
            )
        if name == "__class__" or self._is_agreeable(function, self._agreeable):
            return True
        if self._speaks_of(name):
            return False
        if name not in _EQUAL and issubclass(kind, _PLAIN):
            return True  # what is in a string, and which number is less, is Python's to say
        if name in ("__iter__", "__getitem__"):
            return any(map(self.inside, iterated(value)))
        return not may_be_asked(name) or self._agrees(value, name)

    def _is_borrowed(self, kind: type, owner: type, function: Any) -> bool:
        """Whether a library's method may answer what a class of the learner's has it say.

        `UserString.__eq__` asks for `data`, which may be a property of a subclass.
        """
        if id(kind) in self._before:
            return False
        if type(function) is types.FunctionType:
            of_library = function.__code__.co_filename.startswith(_LIBRARY)
            return of_library and not self._is_agreeable(function, _AGREEABLE)
        return bool(_flags(owner) & _MADE) and type(function) is not types.WrapperDescriptorType

    def _agrees(self, value: Any, name: str) -> bool:
        """Ask an object, where not enough of its class have been asked."""
        kind = type(value)
        if name == "__eq__":
            self._own = f"{type_name(value)}.__eq__"
        key = (id(kind), name)
        _, count = self._asked.get(key, (kind, 0))
        self._asked[key] = kind, count + 1
        return count < _ASKED and agrees(value, name)

    def _speaks_of(self, name: str) -> bool:
        """Whether the exercise is about such methods; one of a group stands for all of it."""
        if name == "__class__":
            return False
        group = next((one for one in (_EQUAL, _ORDER, _HOLDS) if name in one), None)
        if group is None:
            plain = name.strip("_")
            group = (f"__{plain}__", f"__{plain.removeprefix('r')}__", f"__r{plain}__")
        return not self._about.isdisjoint(group)

    def _is_agreeable(self, function: Any, agreeable: Iterable[str]) -> bool:
        function = getattr(function, "fget", function)
        module = (function if type(function) is types.FunctionType else type(function)).__module__
        return any(module == one or f"{module}.".startswith(f"{one}.") for one in agreeable)

    def _is_believed(self, owner: type, name: str, function: Any) -> bool:
        key = (id(owner), id(function))
        if self._believed.get(key) is not function:
            if not self._judge(owner, name, function):
                return False
            self._believed[key] = function
        return True

    def _judge(self, owner: type, name: str, function: Any) -> bool:
        if not _flags(owner) & _MADE:
            return True  # a class written in C, which nobody can change
        if type(function) is types.WrapperDescriptorType:
            return any(function.__objclass__ is one for one in _order_of_bases(owner))
        if type(function) is property and name == "__class__":
            function = function.fget
        if type(function) is not types.FunctionType:
            return _is_of_library(owner)
        path = function.__code__.co_filename
        if self._home.owns(function.__code__):
            return self._home.name(function.__code__) in self._given
        if any(function.__globals__ is one for one in self._tests):
            return True
        if _is_generated(owner, name, function):
            return True
        return (
            not self._is_agreeable(function, self._agreeable)
            and path.startswith(_LIBRARY)
            and any(
                type(module) is types.ModuleType and vars(module) is function.__globals__
                for module in list(sys.modules.values())
            )
        )


def all_classes() -> Iterator[type]:
    """Every class there is, but those that no other name leads to from `object`."""
    seen: set[int] = set()
    waiting: list[type] = [object]
    while waiting:
        below: list[type] = type.__subclasses__(waiting.pop())
        for child in below:
            if id(child) not in seen:
                seen.add(id(child))
                waiting.append(child)
                yield child


def _found(kind: type, name: str) -> tuple[type, Any]:
    """The class that a type has a special method from, and the method."""
    for owner in _order_of_bases(kind):
        namespace = _namespace(owner)
        if name in namespace:
            return owner, namespace[name]
    return object, None


def _held(value: Any, kind: type) -> Iterator[Any]:
    """What a value refers to; the garbage collector is slow to ask, as others hear of it."""
    if id(kind) in _CONTAINERS:
        return iter(value)
    return chain(value, value.values()) if kind is dict else iter(gc.get_referents(value))


def _is_of_library(owner: type) -> bool:
    """Whether a class is what an installed module has under its name."""
    names = _namespace(owner)
    module = sys.modules.get(str(names.get("__module__")))
    path = str(getattr(module, "__file__", None))
    named: object = getattr(module, _name(owner), None)
    return path.startswith(_LIBRARY) and named is owner


def _is_generated(owner: type, name: str, function: types.FunctionType) -> bool:
    """Whether a method is the very code that `dataclasses` writes for these fields."""
    fields = _namespace(owner).get("__dataclass_fields__")
    if not isinstance(fields, dict) or name not in ("__eq__", *_ORDER):
        return False
    try:
        twin = dataclasses.make_dataclass(
            "Twin",
            [(key, object, dataclasses.field(compare=one.compare)) for key, one in fields.items()],
            order=True,
        )
    except (TypeError, ValueError, AttributeError):
        return False
    code: types.CodeType = function.__code__
    wanted: types.CodeType = vars(twin)[name].__code__
    return code.co_code == wanted.co_code and code.co_names == wanted.co_names


class Approximations:
    """Tells a job which values `pytest.approx` made for its tests; nobody else's are believed."""

    def __init__(self) -> None:
        self.comparing: Comparing | None = None
        original, frame = pytest.approx, sys._getframe

        def approx(expected: Any, rel: Any = None, abs: Any = None, nan_ok: bool = False) -> Any:  # noqa: A002 - pytest's
            value = original(expected, rel, abs, nan_ok)
            if self.comparing is not None:
                self.comparing.made(value, frame(1).f_globals)
            return value

        approx.__doc__ = original.__doc__
        pytest.approx = approx


def _library() -> tuple[str, ...]:
    names = ("stdlib", "platstdlib", "purelib", "platlib")
    places = {os.path.dirname(os.__file__), *map(sysconfig.get_path, names)}
    return ("<frozen ", *sorted(os.path.join(place, "") for place in places if place))


_LIBRARY = _library()
