"""What can be read off a submission's syntax tree: returns, loops, accumulators, parameters."""

from __future__ import annotations

import ast
import builtins
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache

Function = ast.FunctionDef | ast.AsyncFunctionDef
Loop = ast.For | ast.While | ast.AsyncFor

BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_"))
IN_PLACE = frozenset(
    ["append", "extend", "insert", "sort", "reverse", "remove", "clear", "update", "add", "discard"]
)
"""Methods of lists, dicts and sets that change them and give back None."""
GIVES_TEXT = frozenset(
    [
        "upper",
        "lower",
        "strip",
        "lstrip",
        "rstrip",
        "replace",
        "title",
        "capitalize",
        "swapcase",
        "join",
        "zfill",
        "center",
        "removeprefix",
        "removesuffix",
        "split",
        "splitlines",
    ]
)
"""String methods whose only effect is the value they give back."""


def parse(source: str) -> ast.Module | None:
    """The syntax tree, or None when the source has none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _tree(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return None


def _tree(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except SystemError:  # 3.11 loses count where something is thrown away meanwhile: gh-106905
        return ast.parse(source)


def functions_of(tree: ast.Module) -> dict[str, Function]:
    """Functions and methods by name, top-level ones first."""
    functions: dict[str, Function] = {}
    for statement in tree.body:
        if isinstance(statement, Function):
            functions[statement.name] = (
                statement  # the last definition of a name is the one that counts
            )
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for member in node.body:
                if isinstance(member, Function):
                    functions.setdefault(member.name, member)
    return functions


def inside(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """The nodes and all below them, in source order, without entering nested functions."""
    for node in nodes:
        yield node
        if not isinstance(node, Function | ast.Lambda | ast.ClassDef):
            yield from inside(ast.iter_child_nodes(node))


def is_print(node: ast.AST) -> bool:
    """Whether a node is a call of `print`."""
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    )


@lru_cache(maxsize=64)
def body_nodes(function: Function) -> tuple[ast.AST, ...]:
    """Everything in a function's own body."""
    return tuple(inside(function.body))


def blocks(function: Function) -> Iterator[list[ast.stmt]]:
    """Every row of statements in a function's own body, the outermost first."""
    for node in (function, *body_nodes(function)):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block


def returns(function: Function) -> list[ast.Return]:
    """The function's own `return` statements."""
    return [node for node in body_nodes(function) if isinstance(node, ast.Return)]


def value_returns(function: Function) -> list[ast.Return]:
    """The `return` statements that give something back other than a written-out None."""
    return [node for node in returns(function) if node.value is not None and not _none(node.value)]


def none_returns(function: Function) -> list[ast.Return]:
    """The `return` and `return None` statements."""
    return [node for node in returns(function) if node.value is None or _none(node.value)]


def _none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def is_generator(function: Function) -> bool:
    """Whether calling it gives a generator."""
    return any(isinstance(node, ast.Yield | ast.YieldFrom) for node in body_nodes(function))


def always_leaves(body: list[ast.stmt]) -> bool:
    """Whether the statements always end in a `return` or `raise`, on every path."""
    for statement in body:
        if isinstance(statement, ast.Return | ast.Raise):
            return True
        if isinstance(statement, ast.If):
            if (
                statement.orelse
                and always_leaves(statement.body)
                and always_leaves(statement.orelse)
            ):
                return True
        elif isinstance(statement, ast.With | ast.AsyncWith):
            if always_leaves(statement.body):
                return True
        elif isinstance(statement, ast.Try):
            if always_leaves(statement.finalbody) or (
                always_leaves(statement.body)
                and all(always_leaves(handler.body) for handler in statement.handlers)
            ):
                return True
        elif isinstance(statement, ast.While):
            if (
                isinstance(statement.test, ast.Constant)
                and statement.test.value
                and not any(isinstance(node, ast.Break) for node in inside(statement.body))
            ):
                return True
        elif isinstance(statement, ast.Match):
            last = statement.cases[-1]
            is_wide = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None
            catches_all = is_wide and last.guard is None
            if catches_all and all(always_leaves(case.body) for case in statement.cases):
                return True
        elif isinstance(statement, ast.Break | ast.Continue):
            return False
    return False


def can_fall_off(function: Function) -> bool:
    """Whether some path through the function reaches its end without a `return`."""
    return not always_leaves(function.body)


def never_none(node: ast.expr, function: Function, depth: int = 0) -> bool:
    """Whether an expression surely is not None, as far as the function's own text tells."""
    if isinstance(node, ast.Constant):
        return node.value is not None
    if isinstance(
        node,
        ast.BinOp
        | ast.Compare
        | ast.List
        | ast.Tuple
        | ast.Set
        | ast.Dict
        | ast.ListComp
        | ast.SetComp
        | ast.DictComp
        | ast.GeneratorExp
        | ast.JoinedStr
        | ast.Lambda
        | ast.UnaryOp,
    ):
        return True
    if isinstance(node, ast.BoolOp):
        return all(never_none(value, function, depth) for value in node.values)
    if isinstance(node, ast.IfExp):
        return never_none(node.body, function, depth) and never_none(node.orelse, function, depth)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        return True
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name):
            return node.func.id in BUILTINS - {
                "print",
                "next",
                "getattr",
                "eval",
                "exec",
                "max",
                "min",
            }
        return isinstance(node.func, ast.Attribute) and node.func.attr in GIVES_TEXT
    if isinstance(node, ast.Name) and depth < 3:
        values = assigned_values(function, node.id)
        return bool(values) and all(
            value is not None and never_none(value, function, depth + 1) for value in values
        )
    return False


def assigned_values(function: Function, name: str) -> list[ast.expr | None]:
    """Every expression a local name is given; None for a value that cannot be read (a loop's)."""
    values: list[ast.expr | None] = []
    for node in body_nodes(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    if target.id == name:
                        values.append(node.value)
                elif name in stored_names(target):
                    values.append(None)
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value is not None:
            if isinstance(node.target, ast.Name) and node.target.id == name:
                values.append(node.value)
        elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
            if name in names_in(node.target):
                values.append(counter_of(node.iter))
        elif (
            isinstance(node, ast.withitem)
            and node.optional_vars is not None
            and name in names_in(node.optional_vars)
        ):
            values.append(None)
    if name in parameters(function):
        values.append(None)
    return values


def counter_of(iterated: ast.expr) -> ast.expr | None:
    """A stand-in for the loop variable where the loop surely gives numbers, else None."""
    is_range = (
        isinstance(iterated, ast.Call)
        and isinstance(iterated.func, ast.Name)
        and iterated.func.id == "range"
    )
    return ast.Constant(0) if is_range else None


def names_in(node: ast.AST) -> set[str]:
    """The names used anywhere in a node."""
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def stored_names(node: ast.AST) -> set[str]:
    """The names that get a value in a target such as `a, b`; not `a` in `a[0]`."""
    return {
        inner.id
        for inner in ast.walk(node)
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)
    }


def parameters(function: Function) -> list[str]:
    """The names of a function's parameters, in order."""
    arguments = function.args
    named = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    return [*named, *(argument.arg for argument in arguments.kwonlyargs)]


def loops(function: Function) -> list[Loop]:
    """The function's loops, outer ones first."""
    return [node for node in body_nodes(function) if isinstance(node, Loop)]


def unused_parameters(function: Function) -> list[str]:
    """Parameters that the body never reads."""
    read = {
        node.id
        for node in ast.walk(ast.Module(list(function.body), []))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    names = [name for name in parameters(function) if name not in {"self", "cls", "_"}]
    return [name for name in names if name not in read and not name.startswith("_")]


def chooses_at(tree: ast.Module | None, line: int) -> bool:
    """Whether a condition on that line chooses between two ways."""
    nodes = ast.walk(tree) if tree else ()
    return any(isinstance(node, ast.If | ast.IfExp) and node.test.lineno == line for node in nodes)


def setter_of(own: ast.ClassDef, attribute: str) -> Function | None:
    """The method of a class that sets an attribute of its object."""
    for method in (one for one in own.body if isinstance(one, Function)):
        for node in ast.walk(method):
            is_set = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
            if is_set and ast.unparse(node) == f"self.{attribute}":
                return method
    return None


def may_come_to(call: str, function: str, tree: ast.Module | None) -> bool:
    """Whether a call may run a function of the file, as far as the names in both tell.

    What names do not tell counts as run: special methods, and all where a call names nothing of
    the file.
    """
    links = _links(tree) if tree else {}
    if function not in links or function.startswith("__"):
        return True
    try:
        waiting: list[ast.AST] = [ast.parse(call.strip(), mode="eval")]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    reached: set[str] = set()
    while waiting:
        for node in ast.walk(waiting.pop()):
            name = getattr(node, "id", getattr(node, "attr", getattr(node, "name", None)))
            if name in links and name not in reached:
                reached.add(name)
                waiting += links[name]
    return not reached or function in reached


def _links(tree: ast.Module) -> dict[str, list[ast.AST]]:
    """What may run where a name of the file is used: what it names, and what it decorates."""
    links: dict[str, list[ast.AST]] = {}
    for node in ast.walk(tree):
        if isinstance(node, Function | ast.ClassDef):
            marks = (name for mark in node.decorator_list for name in names_in(mark))
            for name in (node.name, *marks):
                links.setdefault(name, []).append(node)
    for statement in tree.body:
        if not isinstance(statement, Function | ast.ClassDef):
            for name in names_in(statement):
                links.setdefault(name, []).append(statement)
    return links
