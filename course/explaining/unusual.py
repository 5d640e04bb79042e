"""Values that are nothing to work with: `None`, a coroutine, a function that nobody calls."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from course.explaining.exception_scene import Reason, Scene
from course.explaining.on_attributes import not_awaited
from course.explaining.why_none import given, why_none

FUNCTIONS = {"function", "builtin_function_or_method", "method", "type", "method_descriptor"}
"""The names of types whose values are called."""


def of_kind(scene: Scene, kind: str, nodes: Iterator[ast.expr]) -> ast.expr | None:
    """The first of the nodes whose value in the frame is of the type named."""
    return next((node for node in nodes if scene.kind_of(node) == kind), None)


def _operands(scene: Scene) -> Iterator[ast.expr]:
    for node in scene.nodes(ast.expr):
        if isinstance(node, ast.BinOp):
            yield from (node.left, node.right)
        elif isinstance(node, ast.Compare):
            yield from (node.left, *node.comparators)
        elif isinstance(node, ast.UnaryOp):
            yield node.operand
    if isinstance(scene.statement, ast.AugAssign):
        yield from (scene.statement.target, scene.statement.value)


def unusual(scene: Scene, kinds: tuple[str, ...]) -> Reason | None:
    """`None`, a coroutine, or a function that nobody calls, where a value is wanted."""
    nodes = [*_operands(scene), *(n.value for n in scene.nodes(ast.Subscript)), *walked(scene)]
    if "coroutine" in kinds:
        return not_awaited(scene, next((n for n in nodes if _is_async(scene, n)), None))
    if "NoneType" in kinds:
        for node in nodes:
            if scene.kind_of(node) == "NoneType" or (
                isinstance(node, ast.Call) and why_none(scene, node)
            ):
                return _none_there(scene, node)
        return None
    for kind in kinds:
        if kind in FUNCTIONS - {"type"}:
            for node in nodes:
                called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
                if called and scene.function_named(called) is not None:
                    return Reason(
                        "returns_function_here",
                        f"`{ast.unparse(node)}` is a function there: what `{called}` returns has "
                        "to be called in its turn.",
                    )
                if isinstance(node, ast.Attribute) or scene.function_named(ast.unparse(node)):
                    return _not_called(node)
                if (reason := _given_a_method(scene, node)) is not None:
                    return reason
            if (function := _holds_function(scene)) is not None:
                return _not_called(function)
    return None


def _holds_function(scene: Scene) -> ast.Name | None:
    """The only name on one side of an operator whose value is a function."""
    names = [node for node in _operands(scene) if isinstance(node, ast.Name)]
    functions = [node for node in names if scene.kind_of(node) not in {*FUNCTIONS, None}]
    others = [node for node in names if node not in functions]
    return others[0] if len(others) == 1 else None


def _given_a_method(scene: Scene, node: ast.expr) -> Reason | None:
    """The line that gave a name a method, without calling it."""
    if not isinstance(node, ast.Name) or scene.kind_of(node) not in {*FUNCTIONS, None}:
        return None
    for line, value in given(scene, node.id):
        if isinstance(value, ast.Attribute):
            return Reason(
                "not_called",
                f"{scene.shown_line(line)} gives `{node.id}` the function itself, not what it "
                f"returns: `{ast.unparse(value)}` has no parentheses after it.",
                line,
            )
    return None


def _is_async(scene: Scene, node: ast.expr) -> bool:
    called = node.func if isinstance(node, ast.Call) else None
    own = scene.function_named(ast.unparse(called).rpartition(".")[2]) if called else None
    return isinstance(own, ast.AsyncFunctionDef) or (
        isinstance(node, ast.Name) and scene.kind_of(node) == "coroutine"
    )


def walked(scene: Scene) -> Iterator[ast.expr]:
    """What the line goes through or takes apart."""
    for node in scene.nodes(ast.AST):
        if isinstance(node, ast.For | ast.comprehension):
            yield node.iter
        elif isinstance(node, ast.Call):
            yield from node.args
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple):
            yield node.value
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            yield from node.comparators


def _none_there(scene: Scene, node: ast.expr) -> Reason:
    if isinstance(node, ast.Constant):
        return Reason("operates_on_none", "`None` itself stands there, where a value is needed.")
    why = why_none(scene, node)
    if why is not None:
        if isinstance(node, ast.Call):
            return Reason(why.name, f"`{ast.unparse(node)}` is `None`: {why.text}")
        return why
    return Reason(
        "operates_on_none", f"`{ast.unparse(node)}` is `None` there. Where does it get its value?"
    )


def _not_called(node: ast.expr) -> Reason:
    name = ast.unparse(node)
    return Reason(
        "not_called",
        f"`{name}` has no parentheses after it, so it is the function itself, not what it returns.",
    )
