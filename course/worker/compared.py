"""What a test compared, where that is not what the call gave back: an attribute, an item, a length.

`compared` of a failure has it as a learner may read it: without names that only the test knows.
"""

from __future__ import annotations

import ast
from collections.abc import Container
from typing import Any

from .helper_calls import variable_for
from .learner_names import is_in
from .parsing import parsed
from .protocol import Failure
from .value_text import Namespace, describe, type_name
from .written import BUILTIN_NAMES

PRINTED = "what was printed"
LATER = "a value that the test has afterwards"
_CAPTURED = ("readouterr", "getvalue")
_LONGEST = 200
_DEEPEST = 6
_AROUND = 30
"""So many characters before and after the first that differs."""


def in_learners_words(
    text: str, call: str, namespace: Namespace, known: Container[str], module: str
) -> str | None:
    """An expression of a test as source, or in words where it names something of the test's.

    None where it is the call itself. An object of the learner's class is named after its class.
    """
    if text == call:
        return None
    if any(word in text for word in _CAPTURED):
        return PRINTED
    try:
        whole = parsed(text, mode="eval")
        named = {it.id for it in ast.walk(parsed(call)) if isinstance(it, ast.Name)}
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return LATER
    nodes = list(ast.walk(whole))
    named |= {it.arg for it in nodes if isinstance(it, ast.arg)}
    names = [it for it in nodes if isinstance(it, ast.Name)]
    named |= {it.id for it in names if isinstance(it.ctx, ast.Store)}
    is_made = any(isinstance(it, ast.Call) for it in nodes)
    for name in names:
        kind = type(namespace.get(name.id))
        if name.id in named or name.id in known or name.id in BUILTIN_NAMES:
            continue
        if not is_in(str(vars(kind).get("__module__")), module):
            return LATER
        name.id, is_made = variable_for(kind), True
    written = ast.unparse(whole)
    is_made = is_made and "..." not in written.replace(call, "")
    return written if is_made and len(written) <= _LONGEST else LATER


def awaited(node: ast.expr) -> ast.expr | None:
    """What `await` and `asyncio.run` give the value of; None for anything else."""
    if isinstance(node, ast.Await):
        return node.value
    is_run = isinstance(node, ast.Call) and ast.unparse(node.func) == "asyncio.run"
    return node.args[0] if isinstance(node, ast.Call) and is_run and node.args else None


def show_where_they_differ(failure: Failure, got: Any, expected: Any) -> None:
    """Tell of the part that differs, where two long values have one and the same short text."""
    whole = failure.get("compared") or failure.get("call")
    if failure["got"] != failure["expected"] or whole is None or whole in (LATER, PRINTED):
        return
    part = _difference(whole, got, expected, _DEEPEST)
    if part is None or part[0] == whole:
        return
    failure["compared"], mine, its = part
    failure["got"], failure["expected"] = describe(mine), describe(its)
    failure["got_type"], failure["expected_type"] = type_name(mine), type_name(its)


def _difference(whole: str, mine: Any, its: Any, depth: int) -> tuple[str, Any, Any] | None:
    """The first part that differs: how it is reached, and both of it; None where none is found.

    Only Python's own types are looked into: nothing of the learner's is run.
    """
    kind = type(mine)
    if kind is str and type(its) is str:
        return _in_strings(whole, mine, its)
    if kind is not type(its) or kind not in (dict, list, tuple) or not depth:
        return (whole, mine, its) if describe(mine) != describe(its) else None
    if kind is dict and mine.keys() != its.keys():
        return whole, mine, its
    keys = mine if kind is dict else range(min(len(mine), len(its)))
    for key in keys:
        part = _difference(f"{whole}[{key!r}]", mine[key], its[key], depth - 1)
        if part is not None:
            return part
    return (f"len({whole})", len(mine), len(its)) if len(mine) != len(its) else None


def _in_strings(whole: str, mine: str, its: str) -> tuple[str, Any, Any] | None:
    if mine == its:
        return None
    shorter = min(len(mine), len(its))
    at = next((at for at in range(shorter) if mine[at] != its[at]), shorter)
    if len(mine) <= 2 * _AROUND and len(its) <= 2 * _AROUND:
        return whole, mine, its
    first, last = max(0, at - _AROUND), at + _AROUND
    return f"{whole}[{first}:{last}]", mine[first:last], its[first:last]
