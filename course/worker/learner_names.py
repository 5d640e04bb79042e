"""Which names and modules of a test file are the learner's: what it imports, and as what."""

from __future__ import annotations

import ast
import importlib.util
import types


def imports(statement: ast.AST, module: str) -> bool:
    """Whether a statement imports the learner's module."""
    if isinstance(statement, ast.ImportFrom):
        return is_in(statement.module, module) and statement.level == 0
    return isinstance(statement, ast.Import) and any(
        is_in(alias.name, module) for alias in statement.names
    )


def is_in(name: str | None, module: str) -> bool:
    """Whether a module is the learner's, or one of the learner's package."""
    return name == module or (name or "").startswith(f"{module}.")


def imported_names(tree: ast.Module, module: str) -> list[tuple[str, str]]:
    """`(name here, name in the learner's module)` for every `from module import ...`."""
    return [
        (alias.asname or alias.name, alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == module
        for alias in node.names
        if alias.name != "*"
    ]


def imported_modules(tree: ast.Module, module: str) -> list[str]:
    """The names of all other modules a test file imports."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return sorted(name for name in names if not is_in(name, module))


def module_aliases(tree: ast.Module, module: str) -> set[str]:
    """What the learner's module itself is called there."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name == module
    }


def names_of_imports(tree: ast.Module) -> set[str]:
    """All names that a test file has from its imports."""
    return {
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }


def has_name(module: types.ModuleType, name: str) -> bool:
    """Whether `from module import name` works: a package's own modules count as well."""
    if hasattr(module, name) or not hasattr(module, "__path__"):
        return hasattr(module, name)
    return importlib.util.find_spec(f"{module.__name__}.{name}") is not None
