"""A program written another way that does the same: what tells them apart is no test of it.

Comments, layout and docstrings go, local names are others, and lines that do nothing come in. So
bytes, line numbers, names and constants of the code say nothing about what it does.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_SCOPES = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda,
    ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp,
)  # fmt: skip
_BINDERS = (
    ast.Global, ast.Nonlocal, ast.Import, ast.ImportFrom, ast.ExceptHandler, ast.MatchAs,
    ast.MatchStar, ast.MatchMapping,
)  # fmt: skip
_LOOK_AT_NAMES = frozenset(("locals", "vars", "dir", "eval", "exec", "globals"))


def respelt(source: str, seed: int) -> str:
    """The same behaviour in other words; the same seed gives the same words."""
    tree = ast.parse(source)
    chance = random.Random(seed)  # noqa: S311 - no secret
    for node in list(ast.walk(tree)):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            _without_docstring(node)
    for node in list(ast.walk(tree)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            _rename(node, chance)
            _fill(node, chance)
    at = next(
        (place for place, node in enumerate(tree.body) if not _is_from_future(node)), len(tree.body)
    )
    tree.body.insert(at, _nothing(chance))
    blank = "\n" * chance.randrange(1, 9)
    return blank + ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _is_from_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _without_docstring(node: ast.Module | _Function | ast.ClassDef) -> None:
    if ast.get_docstring(node, clean=False) is not None:
        node.body[:1] = [] if len(node.body) > 1 else [ast.Pass()]


def _nothing(chance: random.Random) -> ast.stmt:
    name = f"_{chance.getrandbits(40):x}"
    return ast.Assign([ast.Name(name, ast.Store())], ast.Constant(chance.getrandbits(20)))


def _fill(function: _Function, chance: random.Random) -> None:
    for _ in range(chance.randrange(1, 4)):
        function.body.insert(chance.randrange(len(function.body) + 1), _nothing(chance))


def _rename(function: _Function, chance: random.Random) -> None:
    """Give other names to variables that only the function itself binds and reads."""
    own = list(_own(function))
    names = [node for node in own if isinstance(node, ast.Name)]
    if any(node.id in _LOOK_AT_NAMES for node in names):
        return
    taken = {one.arg for one in ast.walk(function.args) if isinstance(one, ast.arg)}
    taken |= {name for node in own if isinstance(node, _BINDERS) for name in _bound(node)}
    for scope in (node for node in own if isinstance(node, _SCOPES)):
        taken |= {str(getattr(scope, "name", ""))}
        taken |= {node.id for node in ast.walk(scope) if isinstance(node, ast.Name)}
        taken |= {node.arg for node in ast.walk(scope) if isinstance(node, ast.arg)}
        taken |= {
            name for node in ast.walk(scope) if isinstance(node, _BINDERS) for name in _bound(node)
        }
    stored = {node.id for node in names if isinstance(node.ctx, ast.Store)} - taken
    new = {name: f"{name[:1]}_{chance.getrandbits(40):x}" for name in sorted(stored)}
    for node in names:
        node.id = new.get(node.id, node.id)


def _own(function: _Function) -> Iterator[ast.AST]:
    """The nodes of a function's body; of a scope inside it, that node alone."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, _SCOPES):
            waiting.extend(ast.iter_child_nodes(node))


def _bound(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Global | ast.Nonlocal):
        return node.names
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).split(".")[0] for alias in node.names]
    name = getattr(node, "name", None) or getattr(node, "rest", None)
    return [name] if name else []
