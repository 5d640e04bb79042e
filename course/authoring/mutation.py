"""Small changes of a program, each of which a good test notices.

Our own engine on `ast`: it makes one change at a time and gives the whole changed program. It
leaves out changes that nobody could notice (docstrings, annotations, the words of an error) or
that always fail loudly (taking away a name's first value), so that a survivor means something.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}

_Path = tuple[tuple[str, int | None], ...]

_QUIET_CALLS = {"print", "debug", "info", "warning", "error", "exception", "critical", "log"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed program: the line, what stood there, what stands there instead, the source."""

    line: int
    before: str
    after: str
    source: str

    @property
    def change(self) -> str:
        """What was changed, in one line."""
        return f"`{self.before}` became {f'`{self.after}`' if self.after else 'nothing'}"


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a program, in the order of its lines.

    Raises SyntaxError where `source` is not Python.
    """
    tree = ast.parse(source)
    seen = {ast.unparse(tree) + "\n"}
    for site in sites(tree):
        mutant = site.mutant(tree)
        if mutant.source not in seen:
            seen.add(mutant.source)
            yield mutant


def sites(tree: ast.Module) -> list[Site]:
    """Every place to change, in the order of the lines; finding them is quick, mutants are not."""
    return sorted(_Sites(tree).found, key=lambda site: (site.node.lineno, site.node.col_offset))


@dataclass(frozen=True, slots=True)
class Site:
    """A place to change: the path of fields to the node, and what goes there."""

    path: _Path
    node: ast.stmt | ast.expr
    replacement: ast.AST
    before: str
    after: str

    def mutant(self, tree: ast.Module) -> Mutant:
        """The program of that tree, changed there."""
        return Mutant(self.node.lineno, self.before, self.after, _changed(tree, self) + "\n")


def _changed(tree: ast.Module, site: Site) -> str:
    """The source of the changed tree; the tree itself is as it was afterwards."""
    owner: Any = tree
    for field, index in site.path[:-1]:
        value = getattr(owner, field)
        owner = value if index is None else value[index]
    field, index = site.path[-1]
    holder, place = (vars(owner), field) if index is None else (getattr(owner, field), index)
    holder[place] = site.replacement
    try:
        return ast.unparse(tree)
    finally:
        holder[place] = site.node


class _Sites:
    """Walks a program and gathers its places to change."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[Site] = []
        self._bound: list[set[str]] = [set()]
        self._walk(tree, (), quiet=False, ends=frozenset())

    def _add(self, path: _Path, node: ast.AST, new: ast.AST) -> None:
        after = "" if isinstance(new, ast.Pass) else ast.unparse(new)
        before = ast.unparse(node)
        self.found.append(
            Site(path, node, new, _first_line(before), _first_line(after))  # type: ignore[arg-type]
        )

    def _walk(self, node: ast.AST, path: _Path, quiet: bool, ends: frozenset[str]) -> None:
        """`ends` names what nothing follows the node in: the `function`, the turn of a `loop`."""
        if not quiet and path:
            for new in _replacements(node):
                self._add(path, node, new)
            if isinstance(node, ast.stmt) and self._droppable(node, ends):
                self._add(path, node, ast.Pass())
        inside = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda))
        if inside:
            self._bound.append(set())
        for field, value in ast.iter_fields(node):
            if _skipped(node, field, value):
                continue
            hush = quiet or _is_quiet(node, field)
            children = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
            for index, child in children:
                if not isinstance(child, ast.AST) or _is_docstring(node, field, index, child):
                    continue
                here = (*path, (field, index))
                if field == "ifs" and isinstance(child, ast.expr):
                    for opposite in _condition(child):
                        self._add(here, child, opposite)
                last = index is None or index == len(children) - 1
                self._walk(child, here, hush, _ends(node, field, ends) if last else frozenset())
        if inside:
            self._bound.pop()
        self._bound[-1].update(_bound_names(node))

    def _droppable(self, node: ast.stmt, ends: frozenset[str]) -> bool:
        """Whether taking the statement away could pass unnoticed by Python itself."""
        match node:
            case ast.Expr(value=ast.Constant()):
                return False
            case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Break() | ast.Delete():
                return True
            case ast.Assign(targets=targets):
                names = [target for target in targets if isinstance(target, ast.Name)]
                return len(names) < len(targets) or all(one.id in self._bound[-1] for one in names)
            case ast.Continue():
                return "loop" not in ends
            case ast.Return(value=value):
                return (value is None or _is_none(value)) and "function" not in ends
            case _:
                return False


def _ends(node: ast.AST, field: str, ends: frozenset[str]) -> frozenset[str]:
    """What ends with the last statement of that block of `node`."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return frozenset({"function"})
    if isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
        return frozenset({"loop"}) if field == "body" else ends
    return ends


def _first_line(text: str) -> str:
    first, *more = text.splitlines() or [""]
    return first + (" ..." if more else "")


def _bound_names(node: ast.AST) -> set[str]:
    """Names that a statement gives a value."""
    match node:
        case ast.Assign(targets=targets):
            return {
                one.id
                for target in targets
                for one in ast.walk(target)
                if isinstance(one, ast.Name)
            }
        case ast.arg(arg=name):
            return {name}
        case ast.For(target=target) | ast.AsyncFor(target=target):
            return {one.id for one in ast.walk(target) if isinstance(one, ast.Name)}
        case _:
            return set()


def _is_docstring(owner: ast.AST, field: str, index: int | None, child: ast.AST) -> bool:
    return (
        field == "body"
        and index == 0
        and isinstance(owner, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and isinstance(child, ast.Expr)
        and isinstance(child.value, ast.Constant)
        and isinstance(child.value.value, str)
    )


def _skipped(node: ast.AST, field: str, value: object) -> bool:
    """Parts that a test cannot or should not notice."""
    if field in ("annotation", "returns", "ctx", "type_params", "format_spec", "type_comment"):
        return True
    if isinstance(node, ast.If) and field in ("test", "body") and _is_main(node.test):
        return True
    return isinstance(node, (ast.Import, ast.ImportFrom)) and value is not None


def _is_main(test: ast.expr) -> bool:
    return "__name__" in ast.unparse(test)


def _is_quiet(node: ast.AST, field: str) -> bool:
    """The words of an error and of a log line are not behaviour."""
    if isinstance(node, ast.Raise):
        return True
    if isinstance(node, ast.Assert):
        return field == "msg"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and field != "func":
        return node.func.attr in _QUIET_CALLS and "log" in ast.unparse(node.func.value).lower()
    return False


def _negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _condition(test: ast.expr) -> list[ast.expr]:
    """A condition and its opposite; `==` and the like are turned round by their operator."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return []
    turned = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], turned):
        return []
    return [] if isinstance(test, ast.Constant) else [_negated(test)]


def _with(node: ast.AST, **changes: object) -> ast.AST:
    new = copy.copy(node)
    for field, value in changes.items():
        setattr(new, field, value)
    return new


def _replacements(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in a node's place."""
    match node:
        case ast.BinOp(op=op) if type(op) in _OPERATORS and not _is_text_format(node):
            yield _with(node, op=_OPERATORS[type(op)]())
        case ast.AugAssign(op=op) if type(op) in _OPERATORS:
            yield _with(node, op=_OPERATORS[type(op)]())
        case ast.Compare(ops=ops):
            for index, one in enumerate(ops):
                if type(one) in _COMPARISONS:
                    swapped = [*ops[:index], _COMPARISONS[type(one)](), *ops[index + 1 :]]
                    yield _with(node, ops=swapped)
        case ast.BoolOp(op=op):
            yield _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.UnaryOp(op=ast.USub(), operand=operand) if not isinstance(operand, ast.Constant):
            yield operand
        case ast.Constant():
            yield from _constant(node)
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) if not _is_main(test):
            for opposite in _condition(test):
                yield _with(node, test=opposite)
        case _:
            pass


def _is_text_format(node: ast.BinOp) -> bool:
    return isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant)


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    match node.value:
        case bool():
            yield ast.Constant(not node.value)
        case int():
            yield ast.Constant(node.value + 1)
        case float():
            yield ast.Constant(node.value * 2 + 1)
        case str():
            yield ast.Constant(node.value + "?" if node.value else "?")
        case _:
            pass
