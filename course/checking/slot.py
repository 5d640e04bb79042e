"""Fills a worker's folder: the learner's file and data to write to, copies of the tests to read."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from course.model import Exercise


def fill(slot: Path, exercise: Exercise, source: str) -> None:
    """`work` gets the learner's module and the data files, `tests` the tests and the data."""
    work, tests = slot / "work", slot / "tests"
    _write(work / f"{exercise.module_name}.py", source)
    for path in exercise.test_files:
        shutil.copyfile(path, tests / path.name)
    for path in exercise.data_files:
        place = path.relative_to(exercise.folder) if exercise.folder in path.parents else path.name
        for folder in (work, tests):
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / place)


def fill_program(slot: Path, source: str, files: Mapping[str, str | bytes]) -> None:
    """`work` gets `main.py` and the named files; names are relative and stay inside."""
    work = slot / "work"
    for name, content in files.items():
        place = PurePosixPath(name)
        if place.is_absolute() or ".." in place.parts:
            raise ValueError(f"the file name {name!r} leaves the program's folder")
        (work / place).parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            (work / place).write_bytes(content)
        else:
            _write(work / place, content)
    _write(work / "main.py", source)


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
