"""What the handlers of a `try` catch, and what they let through."""

from __future__ import annotations

import ast
import builtins

from course.checking.words import a_name, article, code, listed
from course.explaining.exception_scene import Reason, Scene
from course.explaining.syntax_tree import body_nodes, inside

_NEVER_MEANT = frozenset({"BrokenBarrierError", "ExceptionGroup", "InvalidStateError"})
"""What tells of how the work is arranged: to catch it mends nothing."""


def except_one_of(scene: Scene) -> Reason | None:
    """`except TimeoutError or ConnectionError`, which catches one of the two only."""
    for node in body_nodes(scene.function) if scene.function else ():
        if not isinstance(node, ast.Try) or scene.statement not in list(inside(node.body)):
            continue
        for handler in node.handlers:
            kinds = handler.type.values if isinstance(handler.type, ast.BoolOp) else []
            if scene.type not in [ast.unparse(kind).rpartition(".")[2] for kind in kinds]:
                continue
            assert isinstance(handler.type, ast.BoolOp)  # noqa: S101 - it has values
            is_or = isinstance(handler.type.op, ast.Or)
            caught = ast.unparse(kinds[0 if is_or else -1])
            word = "or" if is_or else "and"
            return Reason(
                "except_one_of",
                f"Line {handler.lineno}, {code(scene.evidence.code(handler.lineno))}, catches "
                f"`{caught}` only: `{word}` makes one value of two. Several kinds of exceptions "
                "go into a tuple.",
                handler.lineno,
            )
    return None


def not_caught(scene: Scene, plain: str) -> Reason | None:
    """It came out of a `try` whose handlers are for other exceptions."""
    for node in reversed(body_nodes(scene.function) if scene.function else ()):
        if not isinstance(node, ast.Try) or scene.statement not in list(inside(node.body)):
            continue
        types = [it.type for it in node.handlers if it.type is not None]
        each = [one for it in types for one in (it.elts if isinstance(it, ast.Tuple) else [it])]
        kinds = [ast.unparse(it) for it in each]
        parts = [part for handler in node.handlers for part in inside(handler.body)]
        if not kinds or any(isinstance(part, ast.Raise) for part in parts):
            continue
        if scene.type in _NEVER_MEANT:
            continue
        return Reason(
            "not_caught",
            f"The `try` on line {node.lineno} catches {listed(f'`{kind}`' for kind in kinds)}, and "
            f"{a_name(scene.type)} is something else. {plain}",
        )
    return None


_CAUGHT_OFTEN = frozenset(
    {"FileNotFoundError", "IndexError", "KeyError", "StopIteration", "TimeoutError", "ValueError",
     "ZeroDivisionError"}
)  # fmt: skip
"""What code catches to go on. The other kinds are mistakes more often than not."""


def missed(scene: Scene) -> str:
    """The `except` right below the line that is for other exceptions."""
    kind = getattr(builtins, scene.type, None)
    if scene.type not in _CAUGHT_OFTEN or not isinstance(kind, type):
        return ""
    for node in reversed(body_nodes(scene.function) if scene.function else ()):
        if not isinstance(node, ast.Try) or scene.statement not in list(inside(node.body)):
            continue
        types = [it.type for it in node.handlers if it.type is not None]
        each = [one for it in types for one in (it.elts if isinstance(it, ast.Tuple) else [it])]
        names = [ast.unparse(it) for it in each]
        known = [getattr(builtins, name, None) for name in names]
        if len(types) < len(node.handlers) or not all(isinstance(it, type) for it in known):
            return ""
        if any(issubclass(kind, it) for it in known if isinstance(it, type)):
            return ""
        line = node.handlers[0].lineno
        caught = listed(f"`{name}`" for name in names)
        return (
            f"The `except` on line {line} is for {caught}, not for {article(scene.type)} "
            f"`{scene.type}`."
        )
    return ""


def no_exception(scene: Scene) -> Reason | None:
    """`except` is given something that is not an exception: which of its names it is."""
    handlers = [
        node
        for node in ast.walk(scene.evidence.tree or ast.Module([], []))
        if isinstance(node, ast.ExceptHandler) and node.lineno == scene.line
    ]
    for handler in handlers:
        given = handler.type
        parts = given.elts if isinstance(given, ast.Tuple) else [given]
        for part in parts:
            if not isinstance(part, ast.Name):
                return None
            made = scene.definitions.get(part.id)
            if isinstance(made, ast.ClassDef) and not made.bases:
                return Reason(
                    "no_exception",
                    f"`except` only catches exceptions, and `{part.id}` is none: its `class`, on "
                    f"line {made.lineno}, does not build on `Exception`.",
                )
    return None
