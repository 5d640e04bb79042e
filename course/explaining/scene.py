"""Where an exception came out of the learner's code: the line, its syntax, the values there."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator
from typing import Any, TypeVar

from course.checking.names import Substitute
from course.checking.values import UNKNOWN, evaluate, value_of
from course.checking.words import a_type, code, listed
from course.explaining.cases import Case
from course.explaining.evidence import Evidence
from course.explaining.shape import Function, inside
from course.model import ExceptionInfo, Frame

Node = TypeVar("Node", bound=ast.AST)
_BUILTIN_TYPES: dict[str, type] = {
    kind.__name__: kind
    for kind in (str, list, tuple, dict, set, int, float, bool, frozenset, bytes)
}


class Scene:
    """The innermost frame of the learner's own code that an exception passed through."""

    def __init__(self, exception: ExceptionInfo, frame: Frame, case: Case, evidence: Evidence):
        self.type = exception.type
        self.message = exception.message
        self.frames = exception.frames
        self.frame = frame
        self.case = case
        self.evidence = evidence
        self.line = frame.line
        self.code = frame.code or evidence.code(frame.line)
        self.statement = _statement_at(evidence.tree, frame.line)

    @property
    def function(self) -> Function | None:
        """The learner's function the exception came out of."""
        around = [
            function
            for function in self.evidence.functions.values()
            if function.lineno <= self.line <= (function.end_lineno or function.lineno)
        ]
        return max(around, key=lambda function: function.lineno, default=None)

    @property
    def raised_here(self) -> bool:
        """Whether the line is a `raise` of the learner's own."""
        return isinstance(self.statement, ast.Raise)

    def nodes(self, kind: type[Node]) -> Iterator[Node]:
        """The parts of the line of one kind, without the statements inside a loop or branch."""
        if self.statement is not None:
            for node in own_parts(self.statement):
                if isinstance(node, kind) and _touches(node, self.line):
                    yield node

    def value(self, node: ast.expr) -> Any:
        """The value an expression has in this frame, or `UNKNOWN`."""
        known: dict[str, ast.expr] = {}
        for name, text in self.frame.variables.items():
            if value_of(text) is not UNKNOWN:
                known[name] = ast.parse(text, mode="eval").body
        filled = Substitute(known).visit(ast.parse(ast.unparse(node), mode="eval").body)
        if isinstance(filled, ast.Call) and ast.unparse(filled.func) == "len" and filled.args:
            held = evaluate(filled.args[0])
            return len(held) if isinstance(held, list | tuple | dict | str | set) else UNKNOWN
        return evaluate(_with_lengths(filled))

    def values_there(self) -> str:
        """The variables the line uses, with their values, as a sentence."""
        if self.statement is None:
            return ""
        used = [node.id for node in own_parts(self.statement) if isinstance(node, ast.Name)]
        held = {
            name: self.frame.variables[name]
            for name in dict.fromkeys(used)
            if name in self.frame.variables
        }
        return f"There, {self.listed_values(held)}." if held else ""

    def listed_values(self, held: dict[str, str]) -> str:
        """`n` is `3` and `xs` is `[1, 2]`, at most four."""
        return listed(f"`{name}` is {code(text, 40)}" for name, text in list(held.items())[:4])

    def first_and_last_variables(self) -> tuple[dict[str, str], dict[str, str]]:
        """The variables of the first and the last frame of this function, for a recursion."""
        own = [frame for frame in self.frames if frame.function == self.frame.function]
        return (own[0].variables, own[-1].variables) if len(own) > 1 else ({}, {})

    def near_attribute(self, kind: str, attribute: str) -> str | None:
        """An attribute of a built-in type, or of a class of the learner's, that looks similar."""
        if kind in _BUILTIN_TYPES:
            names = [name for name in dir(_BUILTIN_TYPES[kind]) if not name.startswith("_")]
        else:
            names = [*self.evidence.functions]
        near = difflib.get_close_matches(attribute, names, 1, 0.75)
        return near[0] if near else None

    def is_own_class(self, kind: str) -> bool:
        """Whether the learner's file defines a class of that name."""
        tree = self.evidence.tree
        return tree is not None and any(
            isinstance(node, ast.ClassDef) and node.name == kind for node in ast.walk(tree)
        )

    def calls_method(self, name: str) -> bool:
        """Whether the line calls that name behind a dot: `basket.count()`."""
        line = self.code or self.case.call or ""
        return re.search(rf"\.{re.escape(name)}\(", line) is not None

    def kind_words(self, kind: str) -> str:
        """A type's name in words."""
        return a_type(kind)


def scene_of(case: Case, evidence: Evidence) -> Scene | None:
    """The scene of a case's exception; None where no frame of the learner's is known."""
    if case.exception is None or not case.exception.frames:
        return None
    return Scene(case.exception, case.exception.frames[-1], case, evidence)


def own_parts(statement: ast.stmt) -> Iterator[ast.AST]:
    """A statement's parts without the statements inside it."""
    yield statement
    for child in ast.iter_child_nodes(statement):
        if not isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield from inside([child])


def _touches(node: ast.AST, line: int) -> bool:
    first = getattr(node, "lineno", line)
    return first <= line <= (getattr(node, "end_lineno", None) or first)


def _statement_at(tree: ast.Module | None, line: int) -> ast.stmt | None:
    """The innermost statement that stands on a line."""
    found: ast.stmt | None = None
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.stmt) and _touches(node, line):
            if isinstance(node, Function | ast.ClassDef) and node.lineno != line:
                continue
            if found is None or node.lineno >= found.lineno:
                found = node
    return found


class _Lengths(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if ast.unparse(node.func) == "len" and len(node.args) == 1:
            held = evaluate(node.args[0])
            if isinstance(held, list | tuple | dict | str | set):
                return ast.Constant(len(held))
        return node


def _with_lengths(node: ast.expr) -> ast.expr:
    filled: ast.expr = _Lengths().visit(node)
    return filled
