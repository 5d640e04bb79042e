"""Fills a worker's folder: the learner's file or files, and the data."""

from __future__ import annotations

import contextlib
import errno
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from course.catalogue.package import split
from course.errors import SandboxError
from course.model import Exercise


@contextlib.contextmanager
def _place() -> Iterator[None]:
    """Where there is no place for a check's files, this is said instead of a traceback."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
            raise
        raise SandboxError(
            f"A check needs a place for its files, and {tempfile.gettempdir()} has none: "
            f"{error.strerror}. Remove what you do not need there, or set TMPDIR to another folder."
        ) from error


@_place()
def fill(slot: Path, exercise: Exercise, source: str) -> None:
    """`work` gets the learner's module and the data files, `tests` the data.

    The test files in `tests` are empty: pytest wants a file to be there, and their text goes to
    the worker with the job, so that a submission cannot read what is expected of it.
    """
    work, tests = slot / "work", slot / "tests"
    if exercise.by_learner:
        pass  # the code goes to the worker with the job
    elif exercise.package:
        for name, text in split(source).items():
            file = work / exercise.module_name / name
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(file, text)
    else:
        _write(work / f"{exercise.module_name}.py", source)
    for path in exercise.test_files:
        (tests / path.name).touch()
    for path in exercise.data_files:
        place = exercise.place_of(path)
        for folder in (work, tests):
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / place)


def sources_of_tests(exercise: Exercise) -> dict[str, str]:
    """The text of every test file, by its name."""
    return {path.name: path.read_text(encoding="utf-8") for path in exercise.test_files}


@_place()
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
