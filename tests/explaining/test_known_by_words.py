"""The words of known mistakes, tried against two other programs with the same behaviour.

One differs in its layout and quotes, and everything that is said of the mistake is true of it as
well; the other has other names and says its comparisons and assignments in other ways.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from course import locations
from course.catalogue import read_exercise
from course.explaining.known_by_answers import is_said_of
from course.explaining.known_by_words import undone
from course.model import Exercise, Mistake

_SPAN = re.compile(r"`([^`\n]+)`")
_MIRRORED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.Gt: ast.Lt,
    ast.LtE: ast.GtE,
    ast.GtE: ast.LtE,
    ast.Eq: ast.Eq,
    ast.NotEq: ast.NotEq,
}


class Otherwise(ast.NodeTransformer):
    """The same program with `b > a` for `a < b`, `n = n + 1` for `n += 1`, and other locals."""

    def __init__(self, tree: ast.Module) -> None:
        self._names = {name: f"{name}_of_mine" for name in _locals_of(tree)}

    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = self._names.get(node.id, node.id)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        mirrored = _MIRRORED.get(type(node.ops[0])) if len(node.ops) == 1 else None
        if mirrored is None:
            return node
        return ast.Compare(node.comparators[0], [mirrored()], [node.left])

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.target, ast.Name):
            return node
        value = ast.BinOp(ast.Name(node.target.id, ast.Load()), node.op, node.value)
        return ast.Assign([node.target], value)


def _locals_of(tree: ast.Module) -> set[str]:
    functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
    nodes = [node for function in functions for node in ast.walk(function)]
    stored = {it.id for it in nodes if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Store)}
    shared = {
        name for it in nodes if isinstance(it, ast.Global | ast.Nonlocal) for name in it.names
    }
    return stored - shared - {it.arg for it in nodes if isinstance(it, ast.arg)}


def mistakes() -> Iterator[tuple[Exercise, Mistake, ast.Module]]:
    """Some mistakes of every module, with their trees; those without a docstring's words."""
    files = sorted((locations.content_root() / "exercises").glob("*/*/exercise.yaml"))
    for file in files[::5]:
        exercise = read_exercise(file.parent)
        for mistake in () if exercise.package else exercise.mistakes[:2]:
            tree = ast.parse(mistake.path.read_text(encoding="utf-8"))
            tree.body = tree.body[1:]
            yield exercise, mistake, tree


SOME = list(mistakes())


def test_there_are_some_of_every_kind() -> None:
    assert len(SOME) >= 50


@pytest.mark.parametrize(
    ("exercise", "mistake", "tree"), SOME, ids=[f"{row[0].id}-{row[1].name}" for row in SOME]
)
def test_words_are_said_only_of_code_that_has_what_they_name(
    exercise: Exercise, mistake: Mistake, tree: ast.Module
) -> None:
    its = ast.unparse(tree)
    assert is_said_of(mistake, exercise, its) or "line " in mistake.message
    other = ast.unparse(ast.fix_missing_locations(Otherwise(tree).visit(tree)))
    if not is_said_of(mistake, exercise, other):
        return
    assert not undone(mistake.message, other)
    everywhere = exercise.source.brief + "".join(
        path.read_text(encoding="utf-8") for path in exercise.test_files
    )
    for part in _SPAN.findall(mistake.message):
        if part in its and part not in everywhere:
            assert part in other, (mistake.message, other)
