"""An edit of a syntax tree: some fields or lists take other content, and get the old one back."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

Definition = ast.FunctionDef | ast.AsyncFunctionDef
COARSE = frozenset({"head", "statement", "condition_part", "lacks_part", "missing_statement"})
"""Edits after which a smaller one on the same line may say what is wrong."""
Loop = ast.For | ast.While | ast.AsyncFor


class Swap(NamedTuple):
    """`content` in the place of a node's field, of an item of a list, or of all its items."""

    holder: Any
    place: str | int | None
    content: Any

    def make(self) -> Swap:
        """Put the content in; returns what takes it back."""
        if isinstance(self.holder, ast.AST):
            before = getattr(self.holder, str(self.place))
            setattr(self.holder, str(self.place), self.content)
        elif self.place is None:
            before = list(self.holder)
            self.holder[:] = self.content
        else:
            before = self.holder[self.place]
            self.holder[self.place] = self.content
        return Swap(self.holder, self.place, before)


class Edit(NamedTuple):
    """One small change: its kind, the line it is on, and how unlikely it is as the right one.

    `function` is the name of the function around it, `was` and `now` what changes, in one word
    where there is one: an operator, a name, a number. `also` are the lines of other places where
    the same is changed in the same way. `towards` is a change to what a right program has there.
    """

    kind: str
    line: int
    cost: float
    swaps: tuple[Swap, ...]
    function: str = ""
    was: str = ""
    now: str = ""
    also: tuple[int, ...] = ()
    towards: bool = False

    @contextmanager
    def made(self) -> Iterator[None]:
        """The tree has the edit inside the block, and is as it was after it."""
        back = [swap.make() for swap in self.swaps]
        try:
            yield
        finally:
            for swap in reversed(back):
                swap.make()


def expression(source: str) -> ast.expr:
    """A new expression."""
    new: ast.expr = _nowhere(ast.parse(source, mode="eval").body)
    return new


def statements(source: str) -> list[ast.stmt]:
    """New statements."""
    return [_nowhere(statement) for statement in ast.parse(source).body]


def nothing(like: ast.stmt) -> list[ast.stmt]:
    """What is in a block from which a statement was taken, where it was the only one."""
    return [ast.copy_location(ast.Pass(), like)]


def _nowhere(node: Any) -> Any:
    """A node without the place it had in another source: `placed` gives it one."""
    for part in ast.walk(node):
        for name in part._attributes:
            part.__dict__.pop(name, None)
    return node


def placed(node: ast.expr | ast.stmt, like: ast.AST) -> Any:
    """A new node at the place of another."""
    for part in ast.walk(node):
        if "lineno" in part._attributes and getattr(part, "lineno", None) is None:
            ast.copy_location(part, like)
    return node


def placed_all(content: Any, like: ast.AST) -> Any:
    """A copy of a node of another program, or of a list of them, at the place of a node here."""
    made = copy.deepcopy(content)
    for node in made if isinstance(made, list) else [made]:
        if isinstance(node, ast.AST):
            placed(_nowhere(node), like)
    return made


def positional(function: Definition) -> list[str]:
    """The parameters that a call can fill by place, `self` too."""
    return [one.arg for one in (*function.args.posonlyargs, *function.args.args)]


def names_of(function: Definition) -> list[str]:
    """The parameters and local variables of a function, in their order."""
    names = [*positional(function), *(one.arg for one in function.args.kwonlyargs)]
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id not in names:
            names.append(node.id)
    return [name for name in names if name not in ("self", "cls")]


def overwrites(node: ast.stmt, before: list[ast.stmt]) -> bool:
    """Whether a statement only gives a name another value than the statements before it have.

    Put in, it does their work instead of them: it is no step that is missing.
    """
    if not (isinstance(node, ast.Assign) and all(isinstance(it, ast.Name) for it in node.targets)):
        return False
    targets = {it.id for it in node.targets if isinstance(it, ast.Name)}
    reads = {it.id for it in ast.walk(node.value) if isinstance(it, ast.Name)}
    stored = {
        it.id
        for one in before
        for it in ast.walk(one)
        if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Store)
    }
    return targets <= stored and not targets & reads


def assigned_in(tree: ast.AST) -> set[str]:
    """The names that get their value in an assignment."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            names |= {it.id for it in node.targets if isinstance(it, ast.Name)}
        elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.NamedExpr):
            names |= {node.target.id} if isinstance(node.target, ast.Name) else set()
    return names


def passes_over(edit: Edit, assigned: set[str]) -> bool:
    """Whether an edit works out anew what a statement takes from one of these names.

    Then what is wrong is where the name got its value, and not where the edit is.
    """
    kinds = {"head": ast.expr, "statement": ast.BinOp}
    return edit.kind in kinds and any(
        isinstance(swap.holder, ast.AST)
        and isinstance(before := getattr(swap.holder, str(swap.place)), ast.Name)
        and before.id in assigned
        and before.id not in {it.id for it in ast.walk(swap.content) if isinstance(it, ast.Name)}
        and isinstance(swap.content, kinds[edit.kind])
        and not isinstance(swap.content, ast.Name)
        for swap in edit.swaps
    )


class Position(NamedTuple):
    """Where an expression is: what holds it, and what the code around it knows."""

    holder: Any
    key: str | int
    parent: ast.AST
    field: str
    line: int
    function: str
    names: list[str]
    callables: list[str]
    words: tuple[str, ...] = ()

    def replace(self, kind: str, cost: float, new: ast.expr, was: str = "", now: str = "") -> Edit:
        """Another expression in this place."""
        here = ast.Pass(lineno=self.line, col_offset=0, end_lineno=self.line, end_col_offset=0)
        swap = Swap(self.holder, self.key, placed(new, here))
        return Edit(kind, self.line, cost, (swap,), self.function, was, now)

    def change(
        self, kind: str, cost: float, node: ast.AST, name: str, new: Any, was: str = "",
        now: str = "",
    ) -> Edit:  # fmt: skip
        """Another content of one field of the node that is here."""
        return Edit(kind, self.line, cost, (Swap(node, name, new),), self.function, was, now)
