"""Edits towards a program that is right: one of its statements, or conditions, in this one.

Its names are taken for the learner's by where they are: parameters by their order, and local
variables by the order in which they get their first value.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator

from .aligned import rename
from .edit import Definition, Edit, Swap, assigned_in, overwrites, passes_over, placed_all

_SIMPLE = ast.Assign | ast.AugAssign | ast.Expr | ast.Return | ast.Raise | ast.AnnAssign
_HEADS = {ast.If: "test", ast.While: "test", ast.For: "iter"}
_MOST = 400
_NEAR = 0.5
"""So much of the right function has to be in the learner's for a step between them to mean much."""
_LIKE = 0.4
_LONGEST = 25
"""Nodes of a statement that may be missing: a longer one is another way to do it all."""
_SMALL = 0.4
"""No step is missing where putting it in does most of what the right function does."""


def edits_towards(tree: ast.Module, right: ast.Module) -> list[Edit]:
    """The edits that take one step from the functions of `tree` to those of the same name."""
    its = dict(_functions(right))
    edits: list[Edit] = []
    for name, mine in _functions(tree):
        right_one = _renamed(its[name], mine) if name in its else None
        if right_one is not None and _share(_heads_of(right_one), _heads_of(mine)) >= _NEAR:
            edits += list(_of_function(mine, right_one))[:_MOST]
    assigned = assigned_in(tree)
    return [edit for edit in edits if not passes_over(edit, assigned)]


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """The functions and methods by their names with that of the class."""
    for node in tree.body:
        if isinstance(node, Definition):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, Definition):
                    yield f"{node.name}.{inner.name}", inner


def _renamed(
    its: ast.FunctionDef | ast.AsyncFunctionDef, mine: ast.FunctionDef | ast.AsyncFunctionDef
) -> ast.FunctionDef | ast.AsyncFunctionDef:
    """The right function with the learner's names."""
    renamed = copy.deepcopy(its)
    rename(renamed, mine)
    return renamed


def _of_function(
    mine: ast.FunctionDef | ast.AsyncFunctionDef, right: ast.FunctionDef | ast.AsyncFunctionDef
) -> Iterator[Edit]:
    there = {ast.dump(node) for node in ast.walk(mine) if isinstance(node, ast.stmt)}
    statements = [node for node in ast.walk(right) if isinstance(node, ast.stmt)]
    lacking = [
        node for node in statements if isinstance(node, _SIMPLE) and ast.dump(node) not in there
    ]
    longest = min(_LONGEST, _SMALL * _nodes(right).total())
    for block in _blocks(mine):
        for number, node in enumerate(block):
            for wanted in lacking:
                if _same_place(node, wanted) and _share(_nodes(wanted), _nodes(node)) >= _LIKE:
                    new = placed_all(wanted, node)
                    yield Edit(
                        "statement", node.lineno, 1.4, (Swap(block, number, new),), mine.name
                    )
            for kind, field in _HEADS.items():
                if isinstance(node, kind):
                    yield from _heads(node, field, statements, mine.name)
        short = [
            node
            for node in lacking
            if not isinstance(node, ast.Return) and _nodes(node).total() <= longest
        ]
        for number in range(len(block) + 1):
            like = block[min(number, len(block) - 1)]
            for wanted in (it for it in short if not overwrites(it, block[:number])):
                more = [*block[:number], placed_all(wanted, like), *block[number:]]
                swap = Swap(block, None, more)
                yield Edit("missing_statement", like.lineno, 1.9, (swap,), mine.name)


def _heads(node: ast.stmt, field: str, right: list[ast.stmt], name: str) -> Iterator[Edit]:
    own = ast.dump(getattr(node, field))
    for other in right:
        if type(other) is type(node) and ast.dump(getattr(other, field)) != own:
            swap = Swap(node, field, placed_all(getattr(other, field), node))
            yield Edit("head", node.lineno, 1.5, (swap,), name)


def _heads_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Counter[str]:
    """The statements of a function, of those with a block the first line."""
    return Counter(
        ast.unparse(node).partition("\n")[0]
        for node in ast.walk(function)
        if isinstance(node, ast.stmt)
        and node is not function
        and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    )


def _nodes(statement: ast.AST) -> Counter[str]:
    """The parts of a statement."""
    return Counter(
        ast.dump(node) for node in ast.walk(statement) if not isinstance(node, ast.expr_context)
    )


def _share(wanted: Counter[str], there: Counter[str]) -> float:
    """How much of one is in the other."""
    return (wanted & there).total() / max(1, wanted.total())


def _same_place(mine: ast.stmt, wanted: ast.stmt) -> bool:
    """Whether two statements are of one kind, for one variable."""
    if type(mine) is not type(wanted):
        return False
    if isinstance(mine, ast.Assign) and isinstance(wanted, ast.Assign):
        return [ast.dump(one) for one in mine.targets] == [ast.dump(one) for one in wanted.targets]
    if isinstance(mine, ast.AugAssign) and isinstance(wanted, ast.AugAssign):
        return ast.dump(mine.target) == ast.dump(wanted.target)
    return True


def _blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for part in ast.walk(node):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(part, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block
