"""A package of several files as one text: the form in which such a submission travels.

Each file stands under a heading, `#=== models.py ===`. Everything that works on a submission's
text (attempts, comparisons, versions kept) so works on several files as well.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from course.text import clean_line

SUFFIXES = frozenset({".py", ".html", ".css", ".js", ".json", ".sql", ".csv", ".md", ".txt"})
_HEADING = re.compile(r"^#=== (?P<name>.+) ===$")
_ESCAPABLE = re.compile(r"^(#+=== )", re.MULTILINE)
_ESCAPED = re.compile(r"^#(#+=== )", re.MULTILINE)
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_LONGEST_NAME = 200
_MOST_LEVELS = 20
_MOST_FILES = 1_000
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
    claimed: dict[str, str] = {}
    for line in _LINES.findall(text):
        if heading := _HEADING.match(line.rstrip("\r\n")):
            name = heading["name"]
            if not _NAME.match(name):
                shown = clean_line(name, 80)
                raise ValueError(f"`{shown}` cannot be the name of a file in a project")
            _claim(name, claimed)
            lines = files.setdefault(name, [])
        elif lines is not None:
            lines.append(line)
        else:
            raise ValueError("a project of several files begins with a line `#=== name.py ===`")
    return {name: _ESCAPED.sub(r"\1", "".join(lines)) for name, lines in files.items()}


def is_joined(text: str) -> bool:
    """Whether it is the joined text of at least one file."""
    try:
        return bool(split(text))
    except ValueError:
        return False


def _claim(name: str, claimed: dict[str, str]) -> None:
    """Take a file's place; ValueError where no disk has such a place or something else has it.

    `claimed` has files and folders by their names in lower case: macOS and Windows tell no more
    apart. A folder's name ends with `/`.
    """
    parts = name.split("/")
    if len(name) > _LONGEST_NAME or len(parts) > _MOST_LEVELS:
        raise ValueError(
            f"the name `{clean_line(name, 80)}` is too long: at most {_LONGEST_NAME} characters "
            f"and {_MOST_LEVELS} levels of folders"
        )
    places = ["/".join(parts[:depth]) + "/" for depth in range(1, len(parts))]
    for place in (*places, name):
        other = claimed.setdefault(place.rstrip("/").lower(), place)
        if other != place:
            raise ValueError(f"`{other}` and `{place}` cannot both be in a project")
    if len(claimed) > _MOST_FILES:
        raise ValueError(f"it has more than {_MOST_FILES} files and folders")


def files_of(folder: Path) -> list[Path]:
    """The files of a package: text only, nothing hidden, `__init__.py` and the top first.

    A link that leads out of the folder is none of them.
    """
    real = os.path.realpath(folder)
    files = [
        path
        for path in folder.rglob("*")
        if path.suffix in SUFFIXES
        and path.is_file()
        and Path(os.path.realpath(path)).is_relative_to(real)
        and _NAME.match(path.relative_to(folder).as_posix())
        and "__pycache__" not in path.parts
    ]
    return sorted(files, key=lambda path: _place(path.relative_to(folder).as_posix()))


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
