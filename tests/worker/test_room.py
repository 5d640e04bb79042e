"""What runs beside the learner's code imports the standard library and pytest only."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from course import worker

FOLDER = Path(worker.__file__).parent
ALLOWED = {*sys.stdlib_module_names, "pytest", "_pytest"}
FRAMEWORKS = {
    "flask",
    "django",
    "fastapi",
    "httpx",
    "sqlalchemy",
    "pydantic",
    "starlette",
    "werkzeug",
}
KNOW_FRAMEWORKS = {"warm", "django_reset", "web_app", "metered_service"}
"""Files whose functions deal with a framework; loading them loads none."""


@pytest.mark.parametrize("file", sorted(FOLDER.rglob("*.py")), ids=lambda file: file.stem)
def test_it_imports_nothing_else(file: Path) -> None:
    depth = len(file.relative_to(FOLDER).parts)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        late = file.stem in KNOW_FRAMEWORKS and id(node) in inside
        allowed = ALLOWED | (FRAMEWORKS if late else set())
        if isinstance(node, ast.Import):
            assert {alias.name.partition(".")[0] for alias in node.names} <= allowed
        if isinstance(node, ast.ImportFrom):
            if node.level:
                assert node.level <= depth  # it stays in the room
            else:
                assert (node.module or "").partition(".")[0] in allowed
