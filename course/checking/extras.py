"""Packages that a few exercises need and the course does without: the extras of an installation."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable
from importlib.util import find_spec

from course.checking.refusal import Refused

EXTRAS: dict[str, dict[str, str]] = {
    "tools": {name: name for name in ("alembic", "build", "coverage", "hatchling", "mypy")},
    "rest": {"rest_framework": "djangorestframework"},
    "data": {"numpy": "numpy", "pandas": "pandas"},
}
"""By extra: what is imported, and the package that has it."""

NO_PACKAGES = frozenset({"asyncio", "localhost", "processes", "threads"})
"""What an exercise may need that nobody installs: a part of Python, or what the sandbox opens."""


def packages_of(needs: Iterable[str]) -> list[str]:
    """The packages, as an index of packages names them, that bring what is needed; by name."""
    named = {name: package for one in EXTRAS.values() for name, package in one.items()}
    return sorted(named.get(need, need) for need in set(needs) - NO_PACKAGES)


def lacking(names: Iterable[str]) -> list[str]:
    """The packages, of those that are imported by these names, that are not installed."""
    wanted = set(names)
    known = {name: package for one in EXTRAS.values() for name, package in one.items()}
    importlib.invalidate_caches()  # one may just have been installed beside the running course
    return [known[name] for name in known if name in wanted and not _is_here(name)]


def _is_here(name: str) -> bool:
    """Whether a package is installed; a folder of that name is none."""
    spec = find_spec(name)
    return spec is not None and spec.origin is not None


def how_to_install(packages: Iterable[str]) -> str:
    """The command that installs packages where the course finds them."""
    return f"{sys.executable} -m pip install {' '.join(packages)}"


def refuse_lacking(needs: Iterable[str]) -> None:
    """`Refused` where an exercise needs what is not installed."""
    if packages := lacking(needs):
        raise Refused(
            f"This exercise needs {' and '.join(packages)}, which not every installation of the "
            f"course has. Install it with\n\n{how_to_install(packages)}\n\nand check again."
        )
