"""Bugs of a test exercise are such that a plain test meets them."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterator
from pathlib import Path

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject, imported_modules
from course.catalogue.documents import read_text

_ORDINARY = {0, 1, 2, -1, 10, 100, "", None}


@rule(
    "kind",
    "A bug differs from the right code.",
    "A bug can be loaded: it has the names of the right code, and imports what there is.",
)
def bugs_are_met(subject: Subject) -> Iterator[Finding]:
    """A bug shows with usual values: it does not wait for one value that no text speaks of."""
    if subject.kind != "test":
        return
    right_file = subject.folder / f"{subject.exercise.source.under_test}.py"
    right = read_text(right_file)
    try:
        tree = ast.parse(right)
    except SyntaxError:
        return
    texts = f"{right}\n{subject.exercise.source.brief}"
    plain = _bare(tree)
    for bug in subject.exercise.bugs:
        try:
            wrong = ast.parse(read_text(bug.path))
        except SyntaxError:
            continue
        if _bare(wrong) == plain:
            text = f"this is {right_file.name} itself; put the bug in"
            yield at(bug.path, None, text)
        yield from _cannot_be_loaded(bug.path, wrong, tree)
        for node in ast.walk(wrong):
            if isinstance(node, ast.Compare) and (odd := _odd(node, texts)):
                yield at(
                    bug.path,
                    node.lineno,
                    f"only a test with exactly {odd} meets this bug, and neither the brief nor "
                    f"{right_file.name} speaks of it; let it show with usual values",
                )


def _cannot_be_loaded(file: Path, wrong: ast.Module, right: ast.Module) -> Iterator[Finding]:
    """Why any test at all fails with a bug: a name is missing, or a module that it imports."""
    for name in sorted(_names_of(right) - _names_of(wrong)):
        text = f"there is no `{name}` as in the right code, so any test catches this bug; add it"
        yield at(file, None, text)
    for node in ast.walk(wrong):
        for module in imported_modules(node):
            if importlib.util.find_spec(module) is None:
                text = f"there is no module `{module}`, so any test catches this bug; correct it"
                yield at(file, getattr(node, "lineno", None), text)


def _names_of(tree: ast.Module) -> set[str]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return {one.name for one in tree.body if isinstance(one, kinds)}


def _bare(tree: ast.Module) -> str:
    body = tree.body[1:] if ast.get_docstring(tree) is not None else tree.body
    return "\n".join(ast.unparse(node) for node in body)


def _odd(node: ast.Compare, texts: str) -> str:
    """A value that is compared with and that no text has; "" where there is none."""
    if not any(isinstance(op, ast.Eq | ast.NotEq | ast.In | ast.Is) for op in node.ops):
        return ""
    for side in (node.left, *node.comparators):
        for part in side.elts if isinstance(side, ast.Tuple | ast.List | ast.Set) else [side]:
            if isinstance(part, ast.Constant) and not isinstance(part.value, bool):
                value = part.value
                small = isinstance(value, int) and abs(value) <= 12
                if value in _ORDINARY or small or str(value) in texts:
                    continue
                return ast.unparse(part)
    return ""
