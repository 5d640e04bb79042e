"""What may be meant by a name that is begun, and what the call at the cursor takes.

Worked out from the file as it is typed, Python's own names and the offline reference.
"""

from __future__ import annotations

import ast
import builtins
import io
import keyword
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from course.ui.aids.edits import Place
from course.ui.aids.modules import how_called, module_names, public_names
from course.ui.aids.scan import scan
from course.ui.aids.scope import Function, Scope, parameters, scope_at

Uses = Mapping[str, str]
"""How names of the offline reference are used: `str.split` is `text.split(separator=None)`."""
MOST = 40
LEAST = 2
"""Letters from which on names are offered without being asked for."""
_TYPES: dict[str, type] = {
    "str": str, "int": int, "float": float, "list": list, "dict": dict, "set": set,
    "tuple": tuple, "bytes": bytes, "bool": bool, "range": range, "file": io.TextIOWrapper,
}  # fmt: skip
_WORD = re.compile(r"\w*$")
_CALLED = re.compile(r"([\w.]*[\w\])\"'}])\s*$")
_IMPORT = re.compile(r"^\s*(?:import|from)\s+[\w.]*$")
_FROM = re.compile(r"^\s*from\s+([\w.]+)\s+import\s+(?:\w+\s*,\s*)*\w*$")
_BUILT_IN = tuple(it for it in dir(builtins) if not it.startswith("_"))


class Offer(NamedTuple):
    """A name, and how it is used, or what it is."""

    name: str
    use: str = ""


class Offers(NamedTuple):
    """What may be meant by what begins at the column `start` of the cursor's line."""

    start: int
    offers: tuple[Offer, ...]


class CallAtCursor(NamedTuple):
    """The call at the cursor: what it takes, and which argument is being typed, from 0."""

    use: str
    argument: int


def complete(
    lines: Sequence[str], cursor: Place, uses: Uses, *, asked: bool = False
) -> Offers | None:
    """What may be meant at the cursor; None for nothing. `asked`: before a letter is typed too."""
    row, column = cursor
    left = lines[row][:column]
    before = "\n".join([*lines[:row], left])
    scanned = scan(before)
    if not scanned.is_code:
        return None
    word = _WORD.search(left)
    begun = word[0] if word else ""
    if begun[:1].isdigit():
        return None
    start = column - len(begun)
    known = scope_at(lines, row)
    if imported := _FROM.match(left):
        candidates: Iterable[Offer] = _members(f"module:{imported[1]}", known, uses)
    elif _IMPORT.match(left):
        candidates = (Offer(name) for name in module_names())
    elif left[:start].endswith("."):
        candidates = _members(_receiver(before[: len(before) - len(begun) - 1], known), known, uses)
    elif len(begun) >= LEAST or asked:
        candidates = [
            *_keywords(before[: len(before) - len(begun)], known, uses),
            *_names(known, uses),
        ]
    else:
        return None
    offers = _fitting(begun, candidates)
    return Offers(start, offers) if offers else None


def _fitting(begun: str, candidates: Iterable[Offer]) -> tuple[Offer, ...]:
    """Those that begin so, in their order; none where the word is whole and the only one."""
    lowered = begun.casefold()
    by_name: dict[str, Offer] = {}
    for it in candidates:
        if it.name.casefold().startswith(lowered):
            by_name.setdefault(it.name, it)
    if list(by_name) == [begun]:
        return ()
    in_order = sorted(by_name.values(), key=lambda it: not it.name.startswith(begun))
    return tuple(in_order[:MOST])


def _names(known: Scope, uses: Uses) -> list[Offer]:
    own = [Offer(name, _use_of(name, kind, known)) for name, kind in known.names.items()]
    language = [Offer(it, uses.get(it, "")) for it in keyword.kwlist]
    return [*own, *language, *(Offer(it, uses.get(it, "")) for it in _BUILT_IN)]


def _use_of(name: str, kind: str, known: Scope) -> str:
    if name in known.functions:
        return written(name, known.functions[name])
    return kind.partition(":")[2] or kind if kind != "function" else ""


def written(name: str, function: Function, skip: int = 0) -> str:
    """A function of the file as it is called."""
    arguments = ast.unparse(function.args)
    if skip:
        arguments = arguments.partition(",")[2].strip()
    return f"{name}({arguments})"


def _receiver(before: str, known: Scope) -> str:
    """What stands before a dot, where that is obvious."""
    line = before.rpartition("\n")[2].lstrip()[-200:]
    for start in range(len(line)):
        try:
            tree = ast.parse(f"{line[start:].lstrip()}.x", mode="eval").body
        except (SyntaxError, ValueError):
            continue
        if isinstance(tree, ast.Attribute) and tree.attr == "x":
            return _kind_of(tree.value, known)
    return ""


def _kind_of(value: ast.expr, known: Scope) -> str:
    kind = known.type_of(value)
    if kind or not isinstance(value, ast.Attribute):
        return kind
    inner = _kind_of(value.value, known)  # `os.path`
    return f"{inner}.{value.attr}" if inner.startswith("module:") else ""


def _members(kind: str, known: Scope, uses: Uses) -> list[Offer]:
    """The attributes of what is of a kind."""
    what, _, name = kind.partition(":")
    if what == "module":
        of_it = public_names(name)
        return [Offer(it, uses.get(f"{name}.{it}", use)) for it, use in of_it.items()]
    if what == "from":
        module, _, member = name.rpartition(".")
        return _members(f"module:{name}", known, uses) if member and module else []
    own = known.members(name or kind)
    if own:
        used = {it: written(it, node, skip=1) if node else "" for it, node in own.items()}
        shown = [it for it in own if not it.startswith("__")]
        return [Offer(it, used[it]) for it in shown]
    return [Offer(it, uses.get(f"{kind}.{it}", use)) for it, use in _methods(kind).items()]


@lru_cache(maxsize=len(_TYPES))
def _methods(kind: str) -> dict[str, str]:
    """The public names of a built-in type with how they are called."""
    of_it = _TYPES.get(kind)
    names = dir(of_it) if of_it is not None else ()
    return {it: how_called(it, getattr(of_it, it)) for it in names if not it.startswith("_")}


# ------------------------------------------------------------------ calls


def _keywords(before: str, known: Scope, uses: Uses) -> list[Offer]:
    """The arguments that the call at the cursor takes by name."""
    scanned = scan(before)
    if not scanned.brackets.endswith("(") or not before.rstrip().endswith(("(", ",")):
        return []
    called = _CALLED.search(before[: scanned.places[-1]])
    if called is None:
        return []
    function = _function(before[: scanned.places[-1]].rstrip(), known)
    if function is not None:
        return [Offer(f"{name}=") for name in parameters(function.args)]
    use = use_of_call(before[: scanned.places[-1]].rstrip(), known, uses)
    return [Offer(f"{name}=") for name in re.findall(r"(\w+)(?::[^=,]+)?\s?=", use)]


def _function(before: str, known: Scope) -> Function | None:
    """The function of the file that is called, where it is one."""
    name = _WORD.search(before)
    if not name or before[: -len(name[0]) or None].endswith("."):
        return None
    node = known.classes.get(name[0])
    if node is not None:
        return known.members(name[0]).get("__init__")
    return known.functions.get(name[0])


def use_of_call(before: str, known: Scope, uses: Uses) -> str:
    """How what stands before a parenthesis is called; nothing where that is not known."""
    word = _WORD.search(before)
    name = word[0] if word else ""
    if not name:
        return ""
    rest = before[: -len(name)]
    if rest.endswith("."):
        offers = _members(_receiver(rest[:-1], known), known, uses)
        return next((it.use for it in offers if it.name == name), "")
    if (function := _function(before, known)) is not None:
        return written(name, function, skip=name in known.classes)
    kind = known.names.get(name, "")
    if kind.startswith("from:"):
        module, _, member = kind.removeprefix("from:").rpartition(".")
        return uses.get(f"{module}.{member}") or public_names(module).get(member, "")
    if name in known.names:
        return ""
    return uses.get(name) or how_called(name, getattr(builtins, name, None))


def call_at(lines: Sequence[str], cursor: Place, uses: Uses) -> CallAtCursor | None:
    """The call that the cursor is in the parentheses of, if it is known what it takes."""
    row, column = cursor
    before = "\n".join([*lines[:row], lines[row][:column]])
    scanned = scan(before)
    if not scanned.brackets.endswith("("):
        return None
    place = scanned.places[-1]
    words = before[:place].rstrip()
    if re.search(r"\b(?:def|class)\s+\w*$", words):
        return None
    use = use_of_call(words, scope_at(lines, row), uses)
    if not use or "(" not in use:
        return None
    inside = before[place + 1 :]
    commas = sum(
        inside[at] == "," and not scan(inside[:at]).brackets and scan(inside[:at]).is_code
        for at in range(len(inside))
    )
    return CallAtCursor(use, commas)
