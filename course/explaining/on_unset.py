"""`UnboundLocalError`: a name that is used before it is set."""

from __future__ import annotations

import ast

from course.checking.words import a_name, code, listed
from course.explaining.exception_scene import Reason, Scene
from course.explaining.on_names import close, key_without_quotes, named
from course.explaining.on_scopes import colon_for_equals, gone
from course.explaining.syntax_tree import BUILTINS, Function, Loop, body_nodes, inside, names_in

_MANY_LINES = 5
"""More lines than these are not told one by one."""


def name_not_set(scene: Scene) -> Reason | None:
    """An `UnboundLocalError`: where the name is set, and why this call did not pass there."""
    name, function = named(scene.message), scene.function
    if name is None or function is None:
        return None
    setters = sorted(
        node.lineno
        for node in body_nodes(function)
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
    )
    reason = (
        _compared_for_set(scene, name)
        or colon_for_equals(name, body_nodes(function))
        or key_without_quotes(scene, name)
        or _own_name(scene, name, function, setters)
        or gone(scene, name)
    )
    if reason is not None:
        return reason
    start = f"`{name}` has no value yet when this line uses it."
    elsewhere = [line for line in dict.fromkeys(setters) if line != scene.line]
    near = close(scene, name)
    if not elsewhere and near is not None and near not in BUILTINS:
        return Reason(
            "unknown_name",
            f"`{name}` has no value yet; there is {a_name(near)}. Every letter counts.",
        )
    if not elsewhere:
        return Reason(
            "used_before_set", f"{start} Nothing in `{function.name}` sets it before that."
        )
    line = elsewhere[0]
    if line > scene.line:
        return Reason("used_before_set", f"{start} It is set on line {line}, further down.")
    if len(elsewhere) == 1 and (reason := _on_the_way(scene, function, name, line, start)):
        return reason
    around = _around(scene, elsewhere)
    return Reason(
        "used_before_set",
        f"{start} It is set on {_lines(elsewhere)}, {around}and this call did not get there.",
    )


def _on_the_way(
    scene: Scene, function: Function, name: str, line: int, start: str
) -> Reason | None:
    """Why the one line that sets a name did not: an exception came first, or a loop did not run."""
    if (caught := _caught_on_the_way(scene, line)) is not None:
        return Reason(
            "used_before_set",
            f"{start} Line {line} should set it; an exception came first, and the `except` on "
            f"line {caught} caught it and went on.",
        )
    if (loop := _counted_in(function, name, line)) is not None:
        names = sorted(names_in(loop.iter) - {"range", "len", "enumerate", "reversed", "zip"})
        values = [(it, scene.value(ast.Name(it, ast.Load()))) for it in names]
        empty = [it for it, value in values if value in ([], (), {}, "", set())]
        why = f", as `{empty[0]}` is empty" if empty else ""
        return Reason(
            "used_before_set",
            f"{start} It gets one from the loop on line {line}, and that loop did not run once in "
            f"this call{why}.",
        )
    return None


def _lines(numbers: list[int]) -> str:
    if len(numbers) > _MANY_LINES:
        return f"{len(numbers)} lines, from line {min(numbers)} to line {max(numbers)}"
    return f"line {numbers[0]}" if len(numbers) == 1 else f"lines {listed(map(str, numbers))}"


def _counted_in(function: Function, name: str, line: int) -> ast.For | None:
    """The `for` on a line that gives a name its value."""
    for node in body_nodes(function):
        if isinstance(node, ast.For) and node.lineno == line and name in names_in(node.target):
            return node
    return None


def _compared_for_set(scene: Scene, name: str) -> Reason | None:
    """`price == 500` alone on its line, where `price` should get that value."""
    statement = scene.statement
    compared = statement.value if isinstance(statement, ast.Expr) else None
    if (
        isinstance(compared, ast.Compare)
        and isinstance(compared.ops[0], ast.Eq)
        and names_in(compared.left) == {name}
    ):
        return Reason(
            "used_before_set",
            f"`==` compares `{name}`, which has no value yet, with "
            f"{code(ast.unparse(compared.comparators[0]), 30)}. A single `=` would give it one.",
        )
    return None


def _own_name(scene: Scene, name: str, function: Function, setters: list[int]) -> Reason | None:
    """The name is set outside, but the function sets it too and so has one of its own."""
    own = setters[0] if setters else scene.line
    for outer in scene.outer_functions:
        lines = [
            node.lineno
            for node in body_nodes(outer)
            if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
        ]
        if lines and not setters:
            return Reason(
                "used_before_set",
                f"`{name}` belongs to `{outer.name}`, where it has no value at that moment.",
            )
        if lines or name in {
            argument.arg for argument in ast.walk(outer.args) if isinstance(argument, ast.arg)
        }:
            return Reason(
                "nonlocal_missing_here",
                f"`{function.name}` sets `{name}` on line {own}, so Python takes it for a name of "
                f"its own, without a value yet. The one of `{outer.name}` is only meant after "
                f"`nonlocal {name}`.",
            )
    outside = _module_sets(scene, name)
    if isinstance(scene.definitions.get(name), Function):
        return Reason(
            "used_before_set",
            f"`{function.name}` sets `{name}` on line {own}, so in all of it `{name}` is a "
            f"variable of its own, without a value yet, and not the function on line {outside}.",
        )
    if outside is not None:
        return Reason(
            "used_before_set",
            f"`{function.name}` sets `{name}` on line {own}, so Python takes it for a name of its "
            f"own, without a value yet. The one on line {outside} is only meant after "
            f"`global {name}`.",
        )
    if name in BUILTINS:
        return Reason(
            "hides_builtin",
            f"`{function.name}` gives the name `{name}` a value on line {own}, so in it `{name}` "
            "is not Python's own function any more, but a name without a value yet.",
        )
    return None


def _caught_on_the_way(scene: Scene, line: int) -> int | None:
    """The line of the only `except` of the `try` that a line is in, and that of the scene is not.

    None where the line may also have been left out for another reason.
    """
    for node in body_nodes(scene.function) if scene.function else ():
        if not isinstance(node, ast.Try) or len(node.handlers) != 1 or node.orelse:
            continue
        setting = [it for it in node.body if it.lineno <= line <= (it.end_lineno or 0)]
        after = scene.line > (node.end_lineno or 0)
        if after and setting and isinstance(setting[0], ast.Assign | ast.AnnAssign):
            return node.handlers[0].lineno
    return None


def _around(scene: Scene, lines: list[int]) -> str:
    """Inside which block lines are that the line of the exception is not in."""
    function = scene.function
    blocks = [
        (node, {getattr(inner, "lineno", 0) for inner in inside([*node.body, *node.orelse])})
        for node in (body_nodes(function) if function else [])
        if isinstance(node, ast.If | Loop)
    ]
    around = [pair for pair in blocks if scene.line not in pair[1]]
    for node, within in around:
        if within.issuperset(lines) and node.lineno not in lines:
            word = "the `if`" if isinstance(node, ast.If) else "the loop"
            return f"inside {word} that starts on line {node.lineno}, "
    ifs = [within for node, within in around if isinstance(node, ast.If)]
    if all(any(line in within for within in ifs) for line in lines):
        return "each inside an `if`, "
    return ""


def _module_sets(scene: Scene, name: str) -> int | None:
    for node in scene.evidence.tree.body if scene.evidence.tree else ():
        if isinstance(node, ast.Assign | ast.AnnAssign) and name in names_in(node):
            return node.lineno
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return node.lineno
    return None
