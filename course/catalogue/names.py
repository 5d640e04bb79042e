"""What content files are called, and the ids their names stand for."""

from __future__ import annotations

import re
from pathlib import Path

COURSE_FILE = "course.yaml"
MISCONCEPTIONS_FILE = "misconceptions.yaml"
MODULE_FILE = "module.yaml"
EXERCISE_FILE = "exercise.yaml"
_NUMBER = re.compile(r"^\d+-")


def unnumbered(name: str) -> str:
    """`03-functions` is `functions`: numbers order, ids do not carry them."""
    return _NUMBER.sub("", name)


def lesson_files(module_folder: Path) -> list[Path]:
    """The lesson files of a module in order."""
    return sorted(path for path in module_folder.glob("*.yaml") if path.name != MODULE_FILE)


def lesson_id(file: Path) -> str:
    """`lessons/03-functions/02-return-values.yaml` is `functions/return-values`."""
    return f"{unnumbered(file.parent.name)}/{unnumbered(file.stem)}"
