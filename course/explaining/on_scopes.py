"""Names that have no value any more, or never got one."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from course.explaining.exception_scene import Reason, Scene
from course.explaining.syntax_tree import names_in


def gone(scene: Scene, name: str) -> Reason | None:
    """The name after `except ... as`, and that of a comprehension, after their end."""
    for node in ast.walk(scene.evidence.tree) if scene.evidence.tree else ():
        if isinstance(node, ast.ExceptHandler) and node.name == name and node.lineno < scene.line:
            return Reason(
                "name_gone",
                f"`{name}` only exists inside the `except` on line {node.lineno}; after it, Python "
                "forgets that name.",
            )
        if isinstance(node, ast.comprehension) and name in names_in(node.target):
            return Reason(
                "name_gone",
                f"`{name}` only exists inside the brackets on line {node.target.lineno} that go "
                "through the items.",
            )
    return None


def only_annotated(scene: Scene, name: str) -> Reason | None:
    """`total: 3`, outside all functions, which gives no value."""
    return colon_for_equals(name, scene.evidence.tree.body if scene.evidence.tree else ())


def colon_for_equals(name: str, nodes: Iterable[ast.AST]) -> Reason | None:
    """`total: 3`, which gives no value: only a note of the type that the name is meant to have."""
    for node in nodes:
        if (
            isinstance(node, ast.AnnAssign)
            and node.value is None
            and names_in(node.target) == {name}
        ):
            return Reason(
                "used_before_set",
                f"`{name}` has no value: line {node.lineno} has `:` after it, where `=` would give "
                "it one.",
            )
    return None
