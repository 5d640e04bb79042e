"""What would turn a value into one that the line can work with: a number in quotes, an iterator."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from course.checking.words import code
from course.explaining.exception_scene import Scene

_ITERATORS = frozenset(
    ["generator", "map", "filter", "zip", "enumerate", "count", "cycle", "repeat", "islice"]
)
NUMBERS = frozenset({"int", "float"})


def number_in_quotes(scene: Scene) -> str:
    """Where a string on the line is a number in quotes: what makes a number of it."""
    for node in _sides(scene):
        value = scene.value(node)
        if isinstance(value, str) and (convert := reads_number(value)):
            return f"`{convert}(...)` makes a number of {code(repr(value), 20)}."
    return ""


def reads_number(text: str) -> str:
    """The function that makes a number of a text; empty where it is none as people write it."""
    match = re.fullmatch(r"\s*[-+]?\d+(\.\d*)?\s*", text)
    return "" if match is None else "float" if match[1] else "int"


def both_strings(scene: Scene) -> bool:
    """Whether no value that is calculated with on the line is known to be anything else."""
    return all(scene.kind_of(node) in {"str", None} for node in _sides(scene))


def joining(scene: Scene, left: str, right: str) -> str:
    """How a string and a number come together: by a number of the one, or a text of the other."""
    if not ({left, right} <= {"str", *NUMBERS} and "str" in (left, right)):
        return ""
    if found := number_in_quotes(scene):
        return found
    written = [it for it in _sides(scene) if isinstance(it, ast.JoinedStr | ast.Constant)]
    texts = [it for it in written if isinstance(getattr(it, "value", ""), str)]
    return "" if left != "str" and not texts else "`str(...)` makes a string of a number."


def between(scene: Scene, operator: str, left: str, right: str) -> str:
    """What would let an operator work between two values of which one is a number."""
    if {left, right} <= NUMBERS:
        is_power = operator.rstrip("=") == "^"
        return f"A power is written `{operator.replace('^', '**')}`." if is_power else ""
    if not {left, right} & NUMBERS:
        return ""
    return joining(scene, left, right) if operator in {"+", "+="} else number_in_quotes(scene)


def of_iterator(*kinds: str) -> str:
    """For a value that gives its items one by one: how one of them is got."""
    found = next((kind for kind in kinds if kind in _ITERATORS), None)
    return f"`next(...)` gets one value from a `{found}`." if found else ""


def _sides(scene: Scene) -> Iterator[ast.expr]:
    for node in scene.nodes(ast.expr):
        if isinstance(node, ast.BinOp):
            yield from (node.left, node.right)
        elif isinstance(node, ast.Compare):
            yield from (node.left, *node.comparators)
    if isinstance(scene.statement, ast.AugAssign):
        yield from (scene.statement.target, scene.statement.value)
