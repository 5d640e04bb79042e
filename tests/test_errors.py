"""Every error that is raised for the learner is of a kind, and every kind says how to go on."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import course
from course import errors
from course.errors import CourseError

PACKAGE = Path(course.__file__).parent
KINDS = ("ContentError", "WorkspaceError", "ProgressError", "SandboxError", "WrongUse")


def made(file: Path) -> list[int]:
    """The lines on which `CourseError` itself is made or handed on as the class to raise."""
    text = file.read_text(encoding="utf-8")
    if CourseError.__name__ not in text:
        return []
    tree = ast.parse(text)
    caught = {
        id(name)
        for node in ast.walk(tree)
        for part in (
            [node.type]
            if isinstance(node, ast.ExceptHandler)
            else node.args
            if isinstance(node, ast.Call)
            and called(node) in ("suppress", "isinstance", "issubclass")
            else []
        )
        if part is not None
        for name in ast.walk(part)
    }
    told = {
        id(name) for node in ast.walk(tree) for part in annotations(node) for name in ast.walk(part)
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == "CourseError" and id(node) not in caught | told
    ]


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def annotations(node: ast.AST) -> list[ast.expr]:
    found = [getattr(node, "annotation", None), getattr(node, "returns", None)]
    return [one for one in found if one is not None]


def test_every_error_that_is_raised_is_of_a_kind() -> None:
    wrong = [
        f"{file.relative_to(PACKAGE)}:{line}"
        for file in sorted(PACKAGE.rglob("*.py"))
        if file.name != "errors.py"
        for line in made(file)
    ]

    assert not wrong, "raise one of " + ", ".join(KINDS)


def test_the_rule_finds_what_it_is_for(tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text(
        "try:\n    raise CourseError('no')\nexcept CourseError as e:\n    kind = CourseError\n",
        encoding="utf-8",
    )

    assert made(file) == [2, 4]


@pytest.mark.parametrize("name", KINDS)
def test_only_wrong_use_ends_with_two(name: str) -> None:
    kind = getattr(errors, name)

    assert issubclass(kind, CourseError)
    assert kind("words").status == (2 if name == "WrongUse" else 1)
