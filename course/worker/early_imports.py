"""What the tests import is imported before the learner's code, which could put in something else.

That is the standard library and the files that are given with the exercise; not those of them that
use the learner's code themselves.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import os
import sys
from collections.abc import Collection, Iterable

from .learner_names import imported_modules


def import_first(names: Iterable[str], module: str, given: Collection[str], work: str) -> None:
    """Import those of the modules; `given` are names of files in the folder `work`.

    Whatever one of them raises, the tests will meet it again.
    """
    for name in names:
        if name.partition(".")[0] in sys.stdlib_module_names or (
            given and _stands_alone(name, module, given, work, set())
        ):
            with contextlib.suppress(Exception):
                importlib.import_module(name)


def _stands_alone(
    name: str, module: str, given: Collection[str], work: str, seen: set[str]
) -> bool:
    """Whether a module is a given file that does not lead to the learner's module."""
    file = _file_of(name, given)
    if file is None or file in seen:
        return file is not None
    seen.add(file)
    try:
        with open(os.path.join(work, file), encoding="utf-8") as source:
            tree = ast.parse(source.read())
    except (OSError, ValueError, SyntaxError):
        return False
    used = imported_modules(tree, "")
    return not any(one.partition(".")[0] == module for one in used) and all(
        _stands_alone(one, module, given, work, seen) for one in used if _file_of(one, given)
    )


def _file_of(name: str, given: Collection[str]) -> str | None:
    place = name.replace(".", "/")
    return next((one for one in (f"{place}.py", f"{place}/__init__.py") if one in given), None)
