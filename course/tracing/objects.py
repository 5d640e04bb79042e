"""What names lead to at a step: the objects, each once, and who shares them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from course.tracing.recording import PackedObject
    from course.tracing.trace import Trace, TraceStep

Sign = Literal["", "new", "changed"]

_FIXED = ("tuple", "frozenset")
_LISTED = 5
_KNOWN = {"list": "list", "dict": "dictionary", "set": "set", "deque": "deque"}


class Item(Struct, frozen=True):
    """A name or an item of an object, with its value as text; `to` is the box it leads to, or 0."""

    label: str
    text: str
    to: int
    sign: Sign = ""


class Box(Struct, frozen=True):
    """An object. `left_out` items are not shown; `changed` is whether it is not as it was."""

    number: int
    kind: str
    items: tuple[Item, ...]
    left_out: int
    changed: bool


class Group(Struct, frozen=True):
    """The names of a function that is under way, or those that are kept between calls."""

    title: str
    names: tuple[Item, ...]
    kept: bool = False


class Drawing(Struct, frozen=True):
    """All of it at a step: names first, then the boxes in the order in which names lead there."""

    groups: tuple[Group, ...]
    boxes: tuple[Box, ...]

    @property
    def has_shared(self) -> bool:
        """Whether an object is reached in two ways, other than as the argument of a call."""
        return any(is_alias(ways) for _, ways in self.shared())

    def shared(self) -> Iterator[tuple[Box, list[Way]]]:
        """The objects that can change and are reached in more than one way, with the ways."""
        boxes = {box.number: box for box in self.boxes}
        ways: defaultdict[int, list[Way]] = defaultdict(list)
        for at, group in enumerate(self.groups):
            for name in group.names:
                ways[name.to].append(Way(at, group, name.label, 0))
        for box in self.boxes:
            for place, item in enumerate(box.items):
                ways[item.to].append(Way(-1, None, item.label or f"[{place}]", box.number))
        for number, box in boxes.items():
            if len(ways[number]) > 1 and box.kind not in _FIXED:
                yield box, ways[number]


class Way(Struct, frozen=True):
    """How an object is reached: by a name of a group, or by an item of the object `box`."""

    at: int
    group: Group | None
    label: str
    box: int

    @property
    def key(self) -> tuple[str, str, int]:
        """What it is known by from step to step."""
        return self.group.title if self.group is not None else "", self.label, self.box


def is_alias(ways: Iterable[Way]) -> bool:
    """Whether it is more than an argument that has a name in the call and one outside of it."""
    ways = list(ways)
    groups = [way.at for way in ways]
    is_kept = any(way.group is not None and way.group.kept for way in ways)
    return is_kept or any(way.box for way in ways) or len(set(groups)) < len(groups)


def drawing(trace: Trace, index: int) -> Drawing:
    """What is to be drawn of a step."""
    step = trace[index]
    objects = _objects_at(trace, index)
    before = _objects_at(trace, index - 1) if index else {}
    groups = list(_groups(step, objects))
    kept = tuple(
        Item(f"{name}= in {owner}" if owner else name, "", identity)
        for owner, name, identity in kept_at(trace, index)
        if identity in objects
    )
    if kept:
        groups.append(Group("kept between calls", kept, kept=True))
    waiting = [name.to for group in groups for name in group.names if name.to]
    boxes: dict[int, Box] = {}
    while waiting:
        number = waiting.pop(0)
        if number in boxes or number not in objects:
            continue
        box = _box(trace, number, objects, before.get(number))
        boxes[number] = box
        waiting[:0] = [item.to for item in box.items if item.to]
    return Drawing(tuple(groups), tuple(boxes.values()))


def kept_at(trace: Trace, index: int) -> tuple[tuple[str, str, int], ...]:
    """Owner, name and identity of the objects that are kept between calls."""
    kept = trace.recording.steps[index].kept
    return tuple((trace.texts[it.owner], trace.texts[it.name], it.identity) for it in kept)


class _Known(NamedTuple):
    """An object at a step: what is shown of it, and how many items it has."""

    shown: PackedObject
    length: int


def _objects_at(trace: Trace, index: int) -> dict[int, _Known]:
    """The objects that have been seen up to a step, by their identities."""
    objects: dict[int, tuple[int, int]] = {}
    for step in trace.recording.steps[: index + 1]:
        objects.update({identity: (number, length) for identity, number, length in step.objects})
    table = trace.recording.objects
    return {one: _Known(table[number], length) for one, (number, length) in objects.items()}


def _groups(step: TraceStep, objects: Mapping[int, _Known]) -> Iterator[Group]:
    for frame in step.frames:
        if frame.variables is None:
            continue
        names = tuple(
            Item(
                one.name,
                one.value,
                one.identity if one.identity in objects else 0,
                "" if not one.changed else "new" if one.before is None else "changed",
            )
            for one in frame.variables
        )
        yield Group(frame.function or "the program", names)


def _box(
    trace: Trace,
    number: int,
    objects: Mapping[int, _Known],
    before: _Known | None,
) -> Box:
    now = objects[number]
    kind = trace.texts[now.shown.kind]
    items = []
    old = (
        {}
        if before is None
        else {_key(at, it, kind): it for at, it in enumerate(before.shown.items)}
    )
    for at, it in enumerate(now.shown.items):
        was = old.get(_key(at, it, kind))
        sign: Sign = ""
        if before is not None and before.shown is not now.shown:
            same = was is not None and (was.text, was.identity) == (it.text, it.identity)
            inside = was is not None and it.identity and was.identity == it.identity
            sign = "new" if was is None else "" if same or inside else "changed"
        to = it.identity if it.identity in objects else 0
        items.append(Item(trace.texts[it.label], trace.texts[it.text], to, sign))
    changed = before is not None and (
        before.length != now.length or any(item.sign for item in items)
    )
    return Box(number, kind, tuple(items), now.length - len(now.shown.items), changed)


def _key(at: int, item: object, kind: str) -> object:
    """What an item is known by from step to step."""
    label, text = getattr(item, "label", 0), getattr(item, "text", 0)
    return text if kind == "set" else (at, label) if kind in ("list", "tuple", "deque") else label


# ------------------------------------------------------------ in words


def shared_words(drawn: Drawing, before: Drawing | None = None) -> list[str]:
    """`a and b are the same list.` for each object that is more than an argument of a call.

    With `before`, only what was not shared like that before.
    """
    paths = _paths(drawn)
    known = _ways_of(before) if before is not None else set()
    words = []
    for box, ways in drawn.shared():
        if not is_alias(ways) or all((box.number, way.key) in known for way in ways):
            continue
        names = [name for way in ways if (name := _way_words(way, drawn, paths))]
        names = list(dict.fromkeys(names))
        inside = next((way for way in ways if way.box == box.number), None)
        if inside is not None and len(names) == 2 and box.number in paths:
            words.append(f"{paths[box.number].words} holds itself.")
        elif len(names) > 1:
            words.append(f"{_listed(names)} are the same {kind_words(box.kind)}.")
    return words


def _ways_of(drawn: Drawing) -> set[tuple[int, tuple[str, str, int]]]:
    return {(box.number, way.key) for box, ways in drawn.shared() for way in ways}


def kind_words(kind: str) -> str:
    """A kind of object as it is called."""
    return _KNOWN.get(kind, f"{kind} object" if kind not in _FIXED else kind)


class _Path(Struct, frozen=True):
    """A name and the way on from it, as code would say it."""

    at: int
    group: Group
    name: str
    rest: str = ""

    def then(self, step: str) -> _Path:
        """One step further."""
        return _Path(self.at, self.group, self.name, self.rest + step)

    @property
    def words(self) -> str:
        """`grid[0]`, `grid[0] in the program`."""
        if self.group.kept and "= in " in self.name:
            name, _, owner = self.name.partition("= in ")
            whole = f"the default of {name} in {owner}"
            return f"{self.rest} of {whole}" if self.rest else whole
        inside = "" if self.at == 0 or self.group.kept else f" in {self.group.title}"
        return f"{self.name}{self.rest}{inside}"


def _paths(drawn: Drawing) -> dict[int, _Path]:
    """How each object is reached from a name."""
    paths: dict[int, _Path] = {}
    for at, group in enumerate(drawn.groups):
        for name in group.names:
            if name.to and name.to not in paths:
                paths[name.to] = _Path(at, group, name.label)
    boxes = {box.number: box for box in drawn.boxes}
    waiting = list(paths)
    while waiting:
        number = waiting.pop(0)
        box = boxes.get(number)
        for at, item in enumerate(box.items if box else ()):
            if item.to and item.to not in paths and box is not None:
                paths[item.to] = paths[number].then(_step_words(box, item.label, at))
                waiting.append(item.to)
    return paths


def _way_words(way: Way, drawn: Drawing, paths: Mapping[int, _Path]) -> str:
    if way.group is not None:
        return _Path(way.at, way.group, way.label).words
    if way.box not in paths:
        return ""
    box = next(box for box in drawn.boxes if box.number == way.box)
    return paths[way.box].then(_step_words(box, way.label, -1)).words


def _step_words(box: Box, label: str, at: int) -> str:
    """From an object to one of its items: `[0]`, `['tea']`, `.items`."""
    if box.kind in ("list", "tuple", "deque", "set"):
        return label if at < 0 else f"[{at}]"
    is_mapping = box.kind in ("dict", "Counter", "defaultdict", "OrderedDict")
    return f"[{label}]" if is_mapping else f".{label}"


def _listed(names: list[str]) -> str:
    if len(names) > _LISTED:
        names = [*names[: _LISTED - 1], f"{len(names) - _LISTED + 1} more"]
    return f"{', '.join(names[:-1])} and {names[-1]}"
