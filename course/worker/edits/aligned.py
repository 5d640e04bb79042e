"""Edits where a program departs from one that is right, as two syntax trees laid side by side.

Only where the two are close to each other: what differs is then little, and each difference, made
as it is in the right one, is an edit by itself. Programs that do it in another way get none.
"""

from __future__ import annotations

import ast
import copy
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from .differences import of_expressions
from .edit import (
    Definition,
    Edit,
    Swap,
    assigned_in,
    names_of,
    nothing,
    overwrites,
    passes_over,
    placed_all,
)

COST = 0.1
"""A difference to the right program is likelier than anything that is guessed."""
_MOST = 12
"""With more differences in one function, it does what it does in a way of its own."""
_ALIKE = 0.3
_SHARED = 0.7
"""So much have two functions in common that do it in one way, where more than a line differs."""
_SIMPLE = (
    ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Expr | ast.Return | ast.Raise | ast.Break
    | ast.Continue | ast.Delete
)  # fmt: skip
_NEARLY_SAME = 0.9
_SMALL = 0.5
"""No step is missing where putting it in does most of what the right function does."""
_COARSE = frozenset({"answer", "extra_statement", "head", "statement"})
"""Whole parts of a right program: they tell where the fault is only if all the rest is the same."""
_BLOCKS = ("body", "orelse", "finalbody")
_Parts = Counter[str]


class _Statement(NamedTuple):
    """A statement that only one of the two has, with the block and the number of its place."""

    node: ast.stmt
    block: list[ast.stmt]
    number: int
    function: str


def aligned_edits(tree: ast.Module, right: ast.Module) -> list[Edit]:
    """One edit for each difference between `tree` and the right program."""
    alignment = _Aligned()
    alignment.blocks(tree.body, copy.deepcopy(right).body, "")
    edits = [*alignment.moves(), *alignment.edits]
    many = Counter(edit.function or edit.was for edit in edits)
    assigned = assigned_in(tree)
    return [
        edit._replace(towards=True)
        for edit in edits
        if _is_close(edit, many) and not passes_over(edit, assigned)
    ]


def _is_close(edit: Edit, many: Counter[str]) -> bool:
    """Whether the function that an edit is in, or at, is close to the right one."""
    return many[edit.function or edit.was] <= _MOST


class _Aligned:
    def __init__(self) -> None:
        self.edits: list[Edit] = []
        self._extra: list[_Statement] = []
        self._missing: list[_Statement] = []
        self._parts: dict[int, _Parts] = {}
        self._longest = math.inf

    def blocks(self, mine: list[ast.stmt], right: list[ast.stmt], function: str) -> None:
        """Lay two blocks side by side."""
        pairs = self._pairs(mine, right)
        number = 0
        for one, other in pairs:
            if one is None and other is not None:
                self._add_missing(other, mine, number, function)
                continue
            number += 1
            if one is not None and other is None:
                self._add_extra(one, mine, number - 1, function)
            elif one is not None and other is not None and not _same(one, other):
                self._statements(one, other, mine, number - 1, function)

    def moves(self) -> Iterator[Edit]:
        """A statement that one of the two has here and the other there."""
        for extra in self._extra:
            for missing in self._missing:
                if not _same(extra.node, missing.node):
                    continue
                kind = "order" if extra.block is missing.block else "dent"
                without = [node for node in extra.block if node is not extra.node]
                if extra.block is missing.block:
                    later = missing.number > extra.number
                    place = missing.number - 1 if later else missing.number
                    swaps = [
                        Swap(extra.block, None, [*without[:place], extra.node, *without[place:]])
                    ]
                else:
                    swaps = [Swap(extra.block, None, without or nothing(extra.node))]
                    block = list(missing.block)
                    block.insert(missing.number, extra.node)
                    swaps.append(Swap(missing.block, None, block))
                yield Edit(kind, extra.node.lineno, COST, tuple(swaps), extra.function)

    # ------------------------------------------------------------ which belongs to which

    def _pairs(
        self, mine: Sequence[ast.stmt], right: Sequence[ast.stmt]
    ) -> list[tuple[ast.stmt | None, ast.stmt | None]]:
        """The statements of two blocks in pairs, as many and as like ones as their order allows."""
        best = [[0.0] * (len(right) + 1) for _ in range(len(mine) + 1)]
        like = [[self._likeness(one, other) for other in right] for one in mine]
        for i in range(len(mine) - 1, -1, -1):
            for j in range(len(right) - 1, -1, -1):
                both = like[i][j] + best[i + 1][j + 1] if like[i][j] >= _ALIKE else 0.0
                best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
        pairs: list[tuple[ast.stmt | None, ast.stmt | None]] = []
        i = j = 0
        while i < len(mine) or j < len(right):
            if i == len(mine):
                pairs.append((None, right[j]))
                j += 1
            elif j == len(right):
                pairs.append((mine[i], None))
                i += 1
            elif like[i][j] >= _ALIKE and best[i][j] == like[i][j] + best[i + 1][j + 1]:
                pairs.append((mine[i], right[j]))
                i, j = i + 1, j + 1
            elif best[i][j] == best[i + 1][j]:
                pairs.append((mine[i], None))
                i += 1
            else:
                pairs.append((None, right[j]))
                j += 1
        return pairs

    def _likeness(self, one: ast.stmt, other: ast.stmt) -> float:
        if isinstance(one, Definition | ast.ClassDef) or isinstance(
            other, Definition | ast.ClassDef
        ):
            same = type(one) is type(other) or isinstance(one, Definition) == isinstance(
                other, Definition
            )
            return 2.0 if same and getattr(one, "name", 1) == getattr(other, "name", 2) else 0.0
        if isinstance(one, ast.Pass):
            return _ALIKE if isinstance(other, _SIMPLE) else 0.0
        share = self._share(one, other)
        if type(one) is type(other):
            alone = isinstance(one, ast.Return | ast.If | ast.For | ast.While | ast.Try | ast.With)
            return (0.35 if alone else 0.2) + 0.8 * share
        if {type(one), type(other)} == {ast.Return, ast.Raise}:
            return _ALIKE
        targets = ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Expr | ast.Return
        return 0.8 * share if isinstance(one, targets) and isinstance(other, targets) else 0.0

    def _share(self, one: ast.stmt, other: ast.stmt) -> float:
        """How much two statements have in common, from 0 to 1."""
        mine, right = self._parts_of(one), self._parts_of(other)
        return 2 * (mine & right).total() / max(1, mine.total() + right.total())

    def _parts_of(self, node: ast.stmt) -> _Parts:
        if id(node) not in self._parts:
            self._parts[id(node)] = Counter(
                f"{type(part).__name__} {_word(part)}"
                for part in ast.walk(node)
                if not isinstance(part, ast.expr_context)
            )
        return self._parts[id(node)]

    # ------------------------------------------------------------ what differs

    def _statements(
        self, one: ast.stmt, other: ast.stmt, block: list[ast.stmt], number: int, function: str
    ) -> None:
        """The differences of two statements that belong to each other."""
        if isinstance(one, Definition) and isinstance(other, Definition):
            self._functions(one, other, block, number)
            return
        if _is_docstring(one) or isinstance(one, ast.Import | ast.ImportFrom):
            return
        if type(one) is not type(other):
            swap = Swap(block, number, placed_all(other, one))
            kinds = (type(one), type(other))
            adds = {
                (ast.Assign, ast.AugAssign): ("accumulate", "=", "+="),
                (ast.AugAssign, ast.Assign): ("accumulate", "+=", "="),
                (ast.Expr, ast.Return): ("unused_value", "", ""),
                (ast.Expr, ast.Assign): ("unused_value", "", ""),
                (ast.Return, ast.Raise): ("returned_or_raised", "", ""),
                (ast.Raise, ast.Return): ("returned_or_raised", "", ""),
            }
            plain = "missing_statement" if isinstance(one, ast.Pass) else "statement"
            kind, was, now = adds.get(kinds, (plain, "", ""))
            if kind == "accumulate" and not _accumulates(one, other):
                kind, was, now = plain, "", ""
            self.edits.append(Edit(kind, one.lineno, COST, (swap,), function, was, now))
            return
        self.edits += of_expressions(one, other, function)
        self._inner(one, other, function)

    def _inner(self, one: Any, other: Any, function: str) -> None:
        for name in _BLOCKS:
            mine, right = getattr(one, name, None), getattr(other, name, None)
            if isinstance(mine, list) and isinstance(right, list):
                if mine and right:
                    self.blocks(mine, right, function)
                elif mine or right:
                    self._whole_block(one, name, right, function)
        for field in ("handlers", "cases"):
            mine, right = getattr(one, field, []), getattr(other, field, [])
            if len(mine) != len(right) and field == "handlers":
                swap = Swap(one, field, placed_all(right, one))
                self.edits.append(Edit("handlers", one.lineno, COST, (swap,), function))
                continue
            for a, b in zip(mine, right, strict=False):
                self.edits += of_expressions(a, b, function)
                self._inner(a, b, function)

    def _whole_block(self, one: Any, name: str, right: list[ast.stmt], function: str) -> None:
        """An `else` that only one of the two has."""
        if name != "orelse":
            return
        swap = Swap(one, name, placed_all(right, one))
        line = one.orelse[0].lineno if one.orelse else (one.end_lineno or one.lineno)
        kind = "extra_else" if one.orelse else "lacks_else"
        self.edits.append(Edit(kind, line, COST, (swap,), function))

    def _functions(self, one: Any, other: Any, block: list[ast.stmt], number: int) -> None:
        """The differences of two functions of one name, the right one's names made the same."""
        rename(other, one)
        lengths = len(self.edits), len(self._extra), len(self._missing)
        if type(one) is not type(other):
            made = type(other)(**{name: getattr(one, name) for name in one._fields})
            swap = Swap(block, number, ast.copy_location(made, one))
            self.edits.append(Edit("async_def", one.lineno, COST, (swap,), "", one.name))
        for name in ("args", "decorator_list", "returns"):
            mine, right = getattr(one, name), getattr(other, name)
            if name != "returns" and not _same(mine, right):
                before = [] if not isinstance(mine, list) else mine
                line = before[0].lineno if before else one.lineno
                kind = "parameters" if name == "args" else "decorator"
                swap = Swap(one, name, placed_all(right, one))
                self.edits.append(Edit(kind, line, COST, (swap,), "", one.name))
        self._longest = _SMALL * self._parts_of(other).total()
        self.blocks(one.body, other.body, one.name)
        lines = {edit.line for edit in self.edits[lengths[0] :]}
        share = self._share(one, other) if len(lines) > 1 else 1.0
        if share < _NEARLY_SAME:
            new = self.edits[lengths[0] :]
            self.edits[lengths[0] :] = [edit for edit in new if edit.kind not in _COARSE]
        if share < _SHARED:
            for items, length in zip(
                (self.edits, self._extra, self._missing), lengths, strict=True
            ):
                del items[length:]  # type: ignore[attr-defined]

    def _add_missing(
        self, node: ast.stmt, block: list[ast.stmt], number: int, function: str
    ) -> None:
        if _is_docstring(node) or isinstance(node, Definition | ast.ClassDef):
            return
        self._missing.append(_Statement(node, block, number, function))
        if overwrites(node, block[:number]) or self._parts_of(node).total() > self._longest:
            return
        at = min(number, len(block) - 1)
        like = block[max(0, at)]
        more = [*block[:number], placed_all(node, like), *block[number:]]
        line = like.lineno if number <= at else (like.end_lineno or like.lineno)
        swap = Swap(block, None, more)
        self.edits.append(Edit("missing_statement", line, COST + 0.05, (swap,), function))

    def _add_extra(self, node: ast.stmt, block: list[ast.stmt], number: int, function: str) -> None:
        if _is_docstring(node) or isinstance(node, Definition | ast.ClassDef):
            return
        self._extra.append(_Statement(node, block, number, function))
        fewer = [*block[:number], *block[number + 1 :]] or nothing(node)
        swap = Swap(block, None, fewer)
        self.edits.append(Edit("extra_statement", node.lineno, COST + 0.1, (swap,), function))


def rename(right: ast.FunctionDef | ast.AsyncFunctionDef, mine: Any) -> None:
    """Give the right function the learner's names: parameters and variables in their order."""
    own, other = names_of(mine), names_of(right)
    names = {name: name for name in other if name in own}
    left = [name for name in own if name not in names]
    names |= dict(zip([name for name in other if name not in names], left, strict=False))
    for node in ast.walk(right):
        if isinstance(node, ast.Name):
            node.id = names.get(node.id, node.id)
        elif isinstance(node, ast.arg):
            node.arg = names.get(node.arg, node.arg)


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return ast.dump(one) == ast.dump(other)


def _accumulates(one: ast.stmt, other: ast.stmt) -> bool:
    """Whether one of the two adds to what was there, and the other forgets it."""
    plain = one if isinstance(one, ast.Assign) else other
    added = other if plain is one else one
    if not (isinstance(plain, ast.Assign) and isinstance(added, ast.AugAssign)):
        return False
    names = {it.id for it in ast.walk(added.target) if isinstance(it, ast.Name)}
    reads = {it.id for it in ast.walk(plain.value) if isinstance(it, ast.Name)}
    return isinstance(added.op, ast.Add) and not names & reads


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _word(node: ast.AST) -> str:
    for name in ("id", "attr", "arg", "value"):
        word = getattr(node, name, None)
        if isinstance(word, str | int | float):
            return str(word)
    return ""
