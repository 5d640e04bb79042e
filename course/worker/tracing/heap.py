"""The objects that names lead to at a step: what is in each, and which of them are one.

An object is a list, dict, set, deque or instance of the learner's own classes, and a tuple that
holds one of these. Each has a number that stays the same for as long as it lives, as far as that
can be told without keeping it alive: an address that was not seen in the step before is taken to
belong to another object. None of the learner's code runs.
"""

from __future__ import annotations

import contextlib
import enum
import marshal
import types
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from ..limits import RECORDED_ITEMS, RECORDED_KEPT, RECORDED_OBJECTS
from ..value_text import SPEAKING, from_a_library, safe_repr
from .recorded_texts import shown_part

PLAIN = frozenset((int, float, bool, complex, str, bytes, type(None)))
UNSHARED = (
    PLAIN
    | SPEAKING
    | {
        frozenset,
        types.FunctionType,
        types.BuiltinFunctionType,
        types.MethodType,
        types.ModuleType,
        type,
        slice,
        type(...),
    }
)
"""Where these are one object, nobody can tell by what happens to them."""

_ALIVE = PLAIN | SPEAKING
_HEAD = slice(RECORDED_ITEMS)
_MOST_ADDRESSES = 20_000
_MOST_LOOKS = 200
_LARGE = 20_000
_COLLECTIONS = frozenset((list, dict, tuple, set))
_MAPPINGS = (dict, Counter, OrderedDict, defaultdict)

# Keys where the items have some, the items, how many there are with those left out.
Parts = tuple[tuple[Any, ...], tuple[Any, ...], int]


class Drawn(NamedTuple):
    """What is in an object: its kind, how many items, those that are shown.

    An item is its label, its text and the number of the object it leads to, or 0.
    """

    kind: str
    length: int
    items: tuple[tuple[str, str, int], ...]


class _Known(NamedTuple):
    """An object as it was seen last.

    `inner` are the places of the items that are objects, `numbers` theirs. `alive` keeps the
    addresses of plain keys and items from other values.
    """

    addresses: tuple[int, ...]
    length: int
    inner: tuple[int, ...]
    numbers: list[int]
    drawn: Drawn
    alive: tuple[Any, ...]


class _Seen:
    """What is known of an address: the object there, when it was seen last."""

    __slots__ = ("at", "kind", "number")

    def __init__(self, number: int, kind: type, at: int) -> None:
        self.number = number
        self.kind = kind
        self.at = at


class Heap:
    """Numbers objects and looks into them; `now` is what was seen at the newest step."""

    def __init__(self) -> None:
        self.now: dict[int, Drawn] = {}
        self._readers: dict[type, Callable[[Any], Parts] | None] = {}
        self._seen: dict[int, _Seen] = {}
        self._known: dict[int, _Known] = {}
        self._owners: list[Any] = []
        self._looks: dict[bytes, tuple[dict[int, Drawn], list[_Seen]]] = {}
        self._looked_through = (0, 0)
        self._count = 0
        self._at = 0
        self._floor = 0

    def begin(self, is_continued: bool) -> None:
        """A step begins. Without `is_continued` objects may have lived on unseen since the last."""
        if is_continued:
            self._floor = self._at
        self._at += 1
        if len(self._seen) > _MOST_ADDRESSES:
            self._seen = {one: it for one, it in self._seen.items() if it.at >= self._floor}
            self._known = {one: it for one, it in self._known.items() if one in self._seen}

    def number(self, value: Any) -> int:
        """What tells this object from all others."""
        address = id(value)
        kind = type(value)
        entry = self._seen.get(address)
        if entry is None or entry.at < self._floor or entry.kind is not kind:
            self._count += 1
            self._known.pop(address, None)
            entry = self._seen[address] = _Seen(self._count, kind, self._at)
        entry.at = self._at
        return entry.number

    def leads_on(self, value: Any, kind: type) -> bool:
        """Whether it is an object of its own, not only a value: a tuple is where it holds one."""
        if kind is tuple:
            return any(
                it not in UNSHARED and self.leads_on(one, it)
                for one in value[_HEAD]
                if (it := type(one)) not in PLAIN
            )
        return kind not in UNSHARED

    def look(self, roots: list[Any]) -> None:
        """Look into what can be reached from `roots`, the nearest first."""
        state = self._state(roots)
        if state is not None and (earlier := self._looks.get(state)) is not None:
            self.now, entries = earlier
            for one in entries:
                one.at = self._at
            return
        drawings: dict[int, Drawn] = {}
        waiting = [(self.number(value), value) for value in roots]
        for number, value in waiting:  # which grows meanwhile
            if number in drawings:
                continue
            drawn = self._drawn(value, waiting)
            if drawn is not None:
                drawings[number] = drawn
                if len(drawings) == RECORDED_OBJECTS:
                    break
        if drawings != self.now:
            self.now = drawings
        if state is not None:
            if len(self._looks) >= _MOST_LOOKS:
                self._looks.clear()
            self._looks[state] = self.now, [self._seen[id(value)] for _, value in waiting]

    def _state(self, roots: list[Any]) -> bytes | None:
        """What tells whether the same names lead to the same plain data, shared in the same way.

        `marshal` writes an object once and refers to it from then on. None where it cannot.
        """
        try:
            parts = [(id(it), len(it), shown_part(it)) for it in roots if type(it) in _COLLECTIONS]
            if len(parts) < len(roots):
                return None
            state = marshal.dumps(parts, 4)
        except (ValueError, RuntimeError):
            return None
        return state if len(state) <= _LARGE else None

    def _drawn(self, value: Any, waiting: list[tuple[int, Any]]) -> Drawn | None:
        read = self._reader(type(value))
        if read is None:
            return None
        try:
            keys, items, length = read(value)
        except (RuntimeError, AttributeError):  # another thread changes it; an odd class
            return None
        addresses = tuple(map(id, items + keys))
        earlier = self._known.get(id(value))
        if earlier is not None and earlier.addresses == addresses and earlier.length == length:
            inner = earlier.inner
        else:
            earlier = None
            inner = tuple([at for at, one in enumerate(items) if self._is_drawn(one)])
        numbers = []
        for at in inner:
            number = self.number(items[at])
            numbers.append(number)
            waiting.append((number, items[at]))
        if earlier is not None and earlier.numbers == numbers:
            return earlier.drawn
        labels = [safe_repr(it, 1, 4, 30) if read is _mapping else str(it) for it in keys]
        texts = [safe_repr(one, 1, 4, 40)[:120] for one in items]
        leads = dict(zip(inner, numbers, strict=True))
        shown = tuple(
            [
                (labels[at][:60] if labels else "", text, leads.get(at, 0))
                for at, text in enumerate(texts)
            ]
        )
        drawn = Drawn(_name(type(value)), length, shown)
        alive = tuple([one for one in (*items, *keys) if type(one) in _ALIVE])
        self._known[id(value)] = _Known(addresses, length, inner, numbers, drawn, alive)
        return drawn

    def _is_drawn(self, value: Any) -> bool:
        kind = type(value)
        if kind in PLAIN or not self.leads_on(value, kind):
            return False
        return self._reader(kind) is not None

    def _reader(self, kind: type) -> Callable[[Any], Parts] | None:
        if kind not in self._readers:
            self._readers[kind] = _reader(kind)
        return self._readers[kind]

    # ------------------------------------------------------------ between calls

    def find_owners(
        self,
        namespace: dict[str, Any],
        is_own: Callable[[types.CodeType], bool],
        is_new: bool = False,
    ) -> None:
        """Note the functions and classes of a module that keep objects from call to call."""
        module = (id(namespace), len(namespace))
        if module == self._looked_through and not is_new:
            return
        self._looked_through = module
        self._owners = []
        for value in list(namespace.values()):
            if len(self._owners) == RECORDED_KEPT:
                break
            kind = type(value)
            if kind is types.FunctionType:
                functions = [value]
            elif issubclass(kind, type) and not from_a_library(value):
                inside = list(_inside(value).items())
                functions = [it for _, it in inside if type(it) is types.FunctionType]
                if any(self._keeps(name, it) for name, it in inside):
                    self._owners.append(value)
            else:
                continue
            self._owners += [it for it in functions if is_own(it.__code__) and _defaults(it, self)]

    def kept(self) -> Iterator[tuple[str, str, Any]]:
        """The owner, the name, and the object; the owner of a class's attribute is empty."""
        for owner in self._owners:
            if type(owner) is types.FunctionType:
                for name, value in _defaults(owner, self):
                    yield _owner_name(owner), name, value
                continue
            for name, value in list(_inside(owner).items()):
                if self._keeps(name, value):
                    yield "", f"{owner.__name__}.{name}", value

    def _keeps(self, name: str, value: Any) -> bool:
        kind = type(value)
        is_collection = kind in (list, set, deque) or kind in _MAPPINGS
        return is_collection and not name.startswith("__")


def _owner_name(function: types.FunctionType) -> str:
    """A function as its call is written: `add`, `Cart.add`, and `Cart` for its `__init__`."""
    return function.__qualname__.rpartition("<locals>.")[2].removesuffix(".__init__")[:80]


def _defaults(function: types.FunctionType, heap: Heap) -> list[tuple[str, Any]]:
    """The defaults of a function that are objects of their own, by the names of the parameters."""
    defaults = function.__defaults__ or ()
    code = function.__code__
    names = code.co_varnames[: code.co_argcount][code.co_argcount - len(defaults) :]
    pairs = [*zip(names, defaults, strict=False), *(function.__kwdefaults__ or {}).items()]
    return [(name, value) for name, value in pairs if heap._is_drawn(value)]


# ------------------------------------------------------------ what is in each kind


def _reader(kind: type) -> Callable[[Any], Parts] | None:
    """How to look into an object of this type; None where nothing in it is the learner's."""
    if kind in (list, tuple) or issubclass(kind, (list, tuple)):
        return _sequence if kind in (list, tuple) or not from_a_library(kind) else None
    if kind in _MAPPINGS or (issubclass(kind, dict) and not from_a_library(kind)):
        return _mapping
    if kind in (deque, set):
        return _in_order
    if kind in UNSHARED or issubclass(kind, (type, enum.Enum)) or from_a_library(kind):
        return None
    return partial(_attributes, _slots(kind))


def _sequence(value: Any) -> Parts:
    base = tuple if isinstance(value, tuple) else list
    items = base.__getitem__(value, _HEAD)
    fields = _inside(type(value)).get("_fields") if base is tuple else None
    has_names = type(fields) is tuple and len(fields) == len(value)
    names = tuple(fields or ())[_HEAD] if has_names else ()
    return names, tuple(items), base.__len__(value)


def _in_order(value: Any) -> Parts:
    return (), tuple(islice(value, RECORDED_ITEMS)), len(value)


def _mapping(value: Any) -> Parts:
    keys = tuple(islice(dict.__iter__(value), RECORDED_ITEMS))
    return keys, tuple(islice(dict.values(value), RECORDED_ITEMS)), dict.__len__(value)


def _attributes(slots: tuple[tuple[str, Any], ...], value: Any) -> Parts:
    attributes: dict[str, Any] = {}
    for name, member in slots:
        with contextlib.suppress(AttributeError):  # nothing in that slot yet
            attributes[name] = member.__get__(value)
    with contextlib.suppress(AttributeError, TypeError):
        inside = object.__getattribute__(value, "__dict__")
        attributes |= {name: inside[name] for name in inside if type(name) is str}
    shown = tuple(islice(attributes, RECORDED_ITEMS))
    return shown, tuple([attributes[name] for name in shown]), len(attributes)


def _slots(kind: type) -> tuple[tuple[str, Any], ...]:
    """The attributes that a class keeps in slots."""
    return tuple(
        (name, member)
        for base in reversed(kind.__mro__)
        for name, member in list(_inside(base).items())
        if type(member) is types.MemberDescriptorType
    )


def _inside(kind: type) -> Mapping[str, Any]:
    """A class's own namespace, whatever its metaclass makes of asking for it."""
    inside: Mapping[str, Any] = type.__getattribute__(kind, "__dict__")
    return inside


def _name(kind: type) -> str:
    return str(type.__getattribute__(kind, "__name__"))[:60]
