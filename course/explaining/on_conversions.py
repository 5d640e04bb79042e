"""What would turn a value into one that the line can work with: a number in quotes, an iterator."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from course.checking.words import a_name, a_type, code
from course.explaining.exception_scene import Reason, Scene
from course.explaining.unusual import unusual

_ITERATORS = frozenset(
    ["generator", "map", "filter", "zip", "enumerate", "count", "cycle", "repeat", "islice"]
)
NUMBERS = frozenset({"int", "float"})


def number_in_quotes(scene: Scene, called: str = "") -> str:
    """Where a string on the line is a number in quotes: what makes a number of it.

    It is a side of an operator, or an argument of a function where one is named.
    """
    for node in _arguments(scene, called) if called else _sides(scene):
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
    if found := moment_in_quotes(scene, left, right):
        return found
    if operator in {"+", "+="} and left == right in {"dict", "set"}:
        return f"`|` joins two {left}s."
    if not {left, right} & NUMBERS:
        return ""
    return joining(scene, left, right) if operator in {"+", "+="} else number_in_quotes(scene)


def moment_in_quotes(scene: Scene, left: str, right: str) -> str:
    """Where a date meets a string that is a date as Python writes it: what makes one of it."""
    kind = next((it for it in (left, right) if it in {"date", "datetime"}), "")
    for node in _sides(scene) if kind and "str" in (left, right) else ():
        value = scene.value(node)
        if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d", value):
            return f"`{kind}.fromisoformat(...)` makes a `{kind}` of {code(repr(value), 30)}."
    return ""


def of_iterator(*kinds: str) -> str:
    """For a value that gives its items one by one: how one of them is got."""
    found = next((kind for kind in kinds if kind in _ITERATORS), None)
    return f"`next(...)` gets one value from {a_name(found)}." if found else ""


def summed(scene: Scene, kind: str) -> Reason | None:
    """`sum(["1", "2"])`: no operator is on the line, `sum` adds by itself."""
    adds = any(isinstance(it.op, ast.Add) for it in scene.nodes(ast.BinOp))
    calls = [it for it in scene.nodes(ast.Call) if ast.unparse(it.func) == "sum" and it.args]
    if adds or isinstance(scene.statement, ast.AugAssign) or len(calls) != 1:
        return None
    start = ", beginning with 0" if len(calls[0].args) == 1 and not calls[0].keywords else ""
    return Reason(
        "mixes_types",
        f"`sum` adds item after item with `+`{start}, and there comes to {a_type(kind)}, which "
        f"cannot be added to a number. {scene.values_there()}".strip(),
    )


def no_number(scene: Scene, function: str, kind: str) -> Reason:
    """`int(None)`, `int(input)`: what no number can be made of."""
    for argument in _arguments(scene, function):
        if isinstance(argument, ast.Name) and argument.id == "input":
            return Reason(
                "not_called",
                "`input` is passed there as it is. Parentheses after it, `input(...)`, call it, "
                "and then it gives what was typed.",
            )
    if (reason := unusual(scene, (kind,))) is not None:
        return reason
    more = " Each of its items needs a call of its own." if kind in {"list", "tuple"} else ""
    return Reason(
        "not_a_number",
        f"`{function}(...)` makes a number of a string or of another number, and gets "
        f"{a_type(kind)}.{more} {scene.values_there()}".strip(),
    )


def _arguments(scene: Scene, called: str) -> Iterator[ast.expr]:
    for call in scene.nodes(ast.Call):
        yield from call.args if ast.unparse(call.func) == called else ()


def _sides(scene: Scene) -> Iterator[ast.expr]:
    for node in scene.nodes(ast.expr):
        if isinstance(node, ast.BinOp):
            yield from (node.left, node.right)
        elif isinstance(node, ast.Compare):
            yield from (node.left, *node.comparators)
    if isinstance(scene.statement, ast.AugAssign):
        yield from (scene.statement.target, scene.statement.value)
