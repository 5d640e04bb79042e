"""The files of a lesson that lie beside its programs: which of them a program uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath


def program_of(content: object) -> str:
    """The code of a step's content as it is written, gaps and all; "" where it has none."""
    return str(getattr(content, "program", ""))


def beside(program: str, files: Mapping[str, str]) -> dict[str, str]:
    """Those of `files` that a program imports or names, and those that these use, in order.

    `program` need not be whole: a question has gaps in it.
    """
    used: set[str] = set()
    waiting = [program]
    while waiting:
        text = waiting.pop()
        new = [name for name in files if name not in used and _uses(text, name)]
        used.update(new)
        waiting += [files[name] for name in new]
    return {name: text for name, text in files.items() if name in used}


def _uses(text: str, name: str) -> bool:
    """Whether a program imports that module, or names that file in a text."""
    file = PurePosixPath(name)
    if re.search(rf"""["'/]{re.escape(name)}["']""", text):
        return True
    module = re.escape(file.stem)
    imports = rf"^[ \t]*(from {module} import\b|import [^#\n]*\b{module}\b)"
    return file.suffix == ".py" and re.search(imports, text, re.MULTILINE) is not None
