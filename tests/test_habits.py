"""CONTRIBUTING's habits hold: lengths, rooms for YAML and SQL, one meaning for a key."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from course.ui import keys

PACKAGE = Path(keys.__file__).parents[1]
FILES = sorted(
    file
    for file in PACKAGE.rglob("*.py")
    if not {"sample_course", "_content"} & set(file.relative_to(PACKAGE).parts)
)
MOST_LINES, MOST_IN_A_FUNCTION = 400, 50
YAML_ROOMS = ("catalogue/documents.py", "catalogue/yaml_words.py")
SQL_ROOM = "learner"
SQL = re.compile(r"\b(?:SELECT .* FROM|INSERT INTO|UPDATE .* SET|DELETE FROM|CREATE TABLE|PRAGMA) ")


@pytest.fixture(scope="module", autouse=True)
def _forgotten() -> Iterator[None]:
    """A million nodes are not looked through for garbage in every later test."""
    yield
    nodes.cache_clear()


@cache
def nodes(file: Path) -> list[ast.AST]:
    """Every node of a file, its module first."""
    return list(ast.walk(ast.parse(file.read_text("utf-8"))))


def says_why(node: ast.AST) -> bool:
    """Whether a docstring explains the length: it speaks of it."""
    words = ast.get_docstring(node) or ""  # type: ignore[arg-type]
    return bool(re.search(r"\b(long|longer|length|lines)\b", words))


def too_long(file: Path) -> dict[str, int]:
    """What of a file is over the limit without a word about it: the file, its functions."""
    name = file.relative_to(PACKAGE).as_posix()
    lines = len(file.read_text("utf-8").splitlines())
    found = {name: lines} if lines > MOST_LINES and not says_why(nodes(file)[0]) else {}
    for node in nodes(file):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_IN_A_FUNCTION and not says_why(node):
                found[f"{name}: {node.name}"] = length
    return found


def test_files_and_functions_are_short_or_say_why() -> None:
    over = {name: size for file in FILES for name, size in too_long(file).items()}
    assert not over, "divide it by meaning, or say in its docstring why it is long"


def test_data_is_frozen() -> None:
    for file in FILES:
        for node in nodes(file):
            if isinstance(node, ast.ClassDef) and "Struct" in map(ast.unparse, node.bases):
                options = {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}
                assert options.get("frozen") == "True", (file, node.name)


def imports(file: Path) -> set[str]:
    found = set()
    for node in nodes(file):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_yaml_is_read_in_its_room_only() -> None:
    users = [one.relative_to(PACKAGE).as_posix() for one in FILES if "yaml" in imports(one)]
    assert sorted(users) == sorted(YAML_ROOMS)


def test_sql_is_in_its_room_only() -> None:
    for file in FILES:
        room = file.relative_to(PACKAGE).parts[0]
        # Beside learners' code the worker stands for their machine, databases and all.
        if room in (SQL_ROOM, "worker"):
            continue
        assert "sqlite3" not in imports(file), file
        for node in nodes(file):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not SQL.search(node.value), (file, node.lineno)


EITHER = ("lesson.run", "lesson.answer", "lesson.open")
"""Of these only one is offered at a time: a step is run, answered or opened."""
GROUPS = {
    name: group
    for name, group in vars(keys).items()
    if isinstance(group, tuple | list) and all(hasattr(one, "key") for one in group)
}


@pytest.mark.parametrize("name", GROUPS)
def test_a_key_is_bound_once_in_a_group(name: str) -> None:
    bound = Counter(
        key.strip()
        for one in GROUPS[name]
        for key in getattr(one, "key", "").split(",")
        if key.strip()
    )
    twice = {key for key, number in bound.items() if number > 1}
    either = {key for one in GROUPS[name] if one.id in EITHER for key in one.key.split(",")}
    assert twice <= either
