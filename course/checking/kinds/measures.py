"""Numbers about a program's shape, taken from its syntax tree."""

from __future__ import annotations

import ast
from collections import defaultdict
from dataclasses import dataclass

FEWEST_STATEMENTS = 3
"""A repeated block counts from this many statements on."""

_Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_BRANCHES = (
    ast.If, ast.For, ast.AsyncFor, ast.While, ast.IfExp, ast.ExceptHandler, ast.comprehension,
    ast.Assert, ast.match_case,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """A number and where it was found: the function's name and the line it begins at."""

    value: int
    where: str
    line: int


def complexity(source: str) -> Measure:
    """McCabe's number of the worst function: 1 and one more for each way the code can turn."""
    return _worst(source, _complexity)


def function_lines(source: str) -> Measure:
    """The lines of the longest function, from `def` to its last line, docstring left out."""
    return _worst(source, _lines)


def _worst(source: str, measure: object) -> Measure:
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, _Function)]
    worst = [
        Measure(measure(one), getattr(one, "name", "lambda"), one.lineno)  # type: ignore[operator]
        for one in functions
    ]
    return max(worst, key=lambda one: one.value, default=Measure(0, "", 1))


def _complexity(function: _Function) -> int:
    total = 1
    stack: list[ast.AST] = _body(function)
    while stack:
        node = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue  # counted by itself
        if isinstance(node, ast.BoolOp):
            total += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            total += 1 + len(node.ifs)
        elif isinstance(node, _BRANCHES):
            total += 1
        stack.extend(ast.iter_child_nodes(node))
    return total


def _body(function: _Function) -> list[ast.AST]:
    return [function.body] if isinstance(function, ast.Lambda) else list(function.body)


def _lines(function: _Function) -> int:
    """Lines, or statements where several share a line."""
    assert function.end_lineno is not None  # noqa: S101 - set by every parse
    lines = function.end_lineno - function.lineno + 1
    if isinstance(function, ast.Lambda):
        return lines
    body = function.body
    if ast.get_docstring(function) is not None:
        lines -= (body[0].end_lineno or body[0].lineno) - body[0].lineno + 1
    starts: dict[int, int] = defaultdict(int)
    for node in ast.walk(function):
        if isinstance(node, ast.stmt):
            starts[node.lineno] += 1
    return lines + sum(count - 1 for count in starts.values())


_RUNS_TEXT = frozenset(
    ("exec", "eval", "compile", "__import__", "__builtins__", "importlib", "builtins", "marshal",
     "runpy", "codeop", "FunctionType", "CodeType", "__code__", "make_dataclass", "pickle")
)  # fmt: skip


def hidden_code(source: str) -> Measure | None:
    """The first place that can run code which is in no function here: `exec`, `types.CodeType`."""
    hidden = []
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Name):
            names = [node.id]
        elif isinstance(node, ast.Attribute) and node.attr not in ("compile", "eval"):
            names = [node.attr]
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [part for alias in node.names for part in alias.name.split(".")]
            names += (getattr(node, "module", None) or "").split(".")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names = [node.value]  # `getattr(x, "exec")`
        hidden += [
            Measure(1, name, node.lineno)  # type: ignore[attr-defined]
            for name in names
            if name in _RUNS_TEXT
        ]
    return min(hidden, key=lambda one: one.line, default=None)


def flag_arguments(source: str) -> Measure:
    """Parameters that every caller fills with a constant and that the function then asks about.

    `make_label(parcel, True)` and `make_label(parcel, "gift")` choose a job; who wants another job
    could call another function.
    """
    tree = ast.parse(source)
    functions = {
        node.name: node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    filled: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            function = functions.get(node.func.id)
            names = [one.arg for one in function.args.args] if function else []
            given = [*zip(names, node.args, strict=False)]
            given += [(word.arg, word.value) for word in node.keywords if function and word.arg]
            for name, value in given:
                filled[node.func.id, name].append(_is_choice(value))
    flags = [
        Measure(1, name, functions[name].lineno)
        for (name, parameter), choices in filled.items()
        if all(choices) and _asks_about(functions[name], parameter)
    ]
    if not flags:
        return Measure(0, "", 1)
    return Measure(len(flags), flags[0].where, flags[0].line)


def _is_choice(value: ast.expr) -> bool:
    """Whether an argument is a constant that is written out, or a name in capitals."""
    if isinstance(value, ast.Name | ast.Attribute):
        return (value.id if isinstance(value, ast.Name) else value.attr).isupper()
    return isinstance(value, ast.Constant)


def _asks_about(function: ast.FunctionDef | ast.AsyncFunctionDef, parameter: str) -> bool:
    """Whether a function branches on a parameter, or looks its job up under it."""
    asked: list[ast.AST] = []
    for node in ast.walk(function):
        if isinstance(node, ast.If | ast.IfExp | ast.While | ast.comprehension):
            asked += node.ifs if isinstance(node, ast.comprehension) else [node.test]
        elif isinstance(node, ast.Match):
            asked.append(node.subject)
        elif isinstance(node, ast.Subscript):
            asked.append(node.slice)
        elif isinstance(node, ast.BoolOp | ast.Compare):
            asked.append(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            asked += node.args if name in ("get", "getattr") else []
    return any(
        isinstance(child, ast.Name) and child.id == parameter
        for node in asked
        for child in ast.walk(node)
    )


def duplicate_blocks(source: str) -> Measure:
    """Groups of at least three statements in a row that stand in the program more than once.

    Blocks are alike when one function could replace them: variables, numbers and texts may
    differ, since parameters replace those; the functions they call and the attributes they use may
    not. Bare assignments of values (`total = 0`) make no block.
    """
    places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, block in enumerate(_blocks(ast.parse(source))):
        for start in range(len(block) - FEWEST_STATEMENTS + 1):
            window = block[start : start + FEWEST_STATEMENTS]
            if any(isinstance(node, ast.Call) for one in window for node in ast.walk(one)):
                places[_shape(window)].append((number, start, window[0].lineno))
    repeated = [apart for spots in places.values() if len(apart := _apart(spots)) > 1]
    line = min((spots[0][2] for spots in repeated), default=1)
    return Measure(_groups(repeated), "", line)


def _blocks(tree: ast.AST) -> list[list[ast.stmt]]:
    """Every row of statements, without those that do nothing."""
    blocks = []
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list):
                block = [one for one in block if not _does_nothing(one)]
                if len(block) >= FEWEST_STATEMENTS:
                    blocks.append(block)
    return blocks


def _does_nothing(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant | ast.Name)
    )


class _Plain(ast.NodeTransformer):
    """Variables numbered as they appear, constants by their type."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """The name of a called function stays; what it is called on and with does not."""
        if not isinstance(node.func, ast.Name):
            node.func = self.visit(node.func)
        node.args = [self.visit(one) for one in node.args]
        node.keywords = [self.visit(one) for one in node.keywords]
        return node

    def visit_Name(self, node: ast.Name) -> ast.Name:
        """The same variable gets the same number."""
        name = self._names.setdefault(node.id, f"_{len(self._names)}")
        return ast.Name(name, node.ctx)

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        """Numbers and texts differ in their type only."""
        return ast.Constant(type(node.value).__name__)


def _shape(window: list[ast.stmt]) -> str:
    copied = ast.parse("\n".join(map(ast.unparse, window)))
    return ast.dump(_Plain().visit(copied))


def _apart(spots: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Occurrences that do not overlap, in order."""
    apart: list[tuple[int, int, int]] = []
    for block, start, line in sorted(spots):
        if not apart or apart[-1][0] != block or start >= apart[-1][1] + FEWEST_STATEMENTS:
            apart.append((block, start, line))
    return apart


def _groups(repeated: list[list[tuple[int, int, int]]]) -> int:
    """Windows that follow each other in the same blocks are one group."""
    groups = 0
    before: tuple[int, ...] = ()
    for group in sorted(repeated, key=lambda one: one[0]):
        blocks = tuple(block for block, _, _ in group)
        groups += blocks != before
        before = blocks
    return groups
