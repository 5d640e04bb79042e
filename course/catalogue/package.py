"""A package of several files as one text: the form in which such a submission travels.

Each file stands under a heading, `#=== models.py ===`. Everything that works on a submission's
text (attempts, comparisons, versions kept) so works on several files as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

SUFFIXES = frozenset({".py", ".html", ".css", ".js", ".json", ".sql", ".csv", ".md", ".txt"})
_HEADING = re.compile(r"^#=== (?P<name>.+) ===$")
_ESCAPABLE = re.compile(r"^(#+=== )", re.MULTILINE)
_ESCAPED = re.compile(r"^#(#+=== )", re.MULTILINE)
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_NAME = re.compile(r"^[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$")


def joined(files: Mapping[str, str]) -> str:
    """Several files as one text, in the order given. Names are relative, with `/`."""
    parts = []
    for name, text in files.items():
        content = _ESCAPABLE.sub(r"#\1", text)
        end = "" if text.endswith("\n") or not text else "\n"
        parts.append(f"#=== {name} ===\n{content}{end}")
    return "".join(parts)


def split(text: str) -> dict[str, str]:
    """The files of a joined text by name; ValueError where it is not one."""
    files: dict[str, list[str]] = {}
    lines: list[str] | None = None
    for line in _LINES.findall(text):
        if heading := _HEADING.match(line.rstrip("\r\n")):
            name = heading["name"]
            if not _NAME.match(name):
                raise ValueError(f"`{name}` cannot be the name of a file in a project")
            lines = files.setdefault(name, [])
        elif lines is not None:
            lines.append(line)
        else:
            raise ValueError("a project of several files begins with a line `#=== name.py ===`")
    return {name: _ESCAPED.sub(r"\1", "".join(lines)) for name, lines in files.items()}


def files_of(folder: Path) -> list[Path]:
    """The files of a package: text only, nothing hidden, `__init__.py` and the top first."""
    found = [
        path
        for path in folder.rglob("*")
        if path.suffix in SUFFIXES
        and path.is_file()
        and _NAME.match(path.relative_to(folder).as_posix())
        and "__pycache__" not in path.parts
    ]
    return sorted(found, key=lambda path: _place(path.relative_to(folder).as_posix()))


def read_package(folder: Path) -> str:
    """The files of a folder as one text; ContentError where one cannot be read."""
    from course.catalogue.documents import read_text

    return joined(
        {path.relative_to(folder).as_posix(): read_text(path) for path in files_of(folder)}
    )


def replaced(text: str, changes: Mapping[str, str]) -> str:
    """The joined text with some files changed or added."""
    return joined({**split(text), **changes})


def _place(name: str) -> tuple[int, str]:
    return len(PurePosixPath(name).parts), name
