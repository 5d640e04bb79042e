"""A sign is written in one place."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from course import signs

COURSE = Path(signs.__file__).parent
FILES = [file.relative_to(COURSE).as_posix() for file in sorted(COURSE.rglob("*.py"))]
ESCAPED = re.compile(r"\\[xuUN]")
"""How a sign may be written without being there to be read."""
SIGNS = {signs.RIGHT, signs.WRONG, signs.STOPPED, signs.SKIPPED}


def texts(tree: ast.Module) -> list[str]:
    """The texts of a file, without those that only stand there to be read."""
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


def written(file: str) -> list[str]:
    """The texts of a file that hold a sign."""
    source = (COURSE / file).read_text("utf-8")
    if not ESCAPED.search(source) and not SIGNS & set(source):
        return []
    return [text for text in texts(ast.parse(source)) if SIGNS & set(text)]


def test_no_other_file_writes_a_sign() -> None:
    # Characters that look like others are what those explanations are about.
    others = [
        it for it in FILES if it != "signs.py" and not it.startswith("explaining/unreadable/")
    ]
    assert {file: found for file in others if (found := written(file))} == {}
    assert written("signs.py")
