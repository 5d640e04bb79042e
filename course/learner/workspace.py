"""The learner's own files: `<workspace>/<module>/<exercise>.py`, written whole or not at all.

A project of several files is a folder, `<workspace>/<module>/<exercise>/`; here, too, it is read
and written as one text (see `catalogue.package`).

Beside each lie copies of its tests and data, so that plain `pytest` works there too. Nothing a
learner wrote is ever overwritten: what has to make way is kept under another name.
"""

from __future__ import annotations

import errno
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, contextmanager, suppress
from pathlib import Path

from course.catalogue import package
from course.errors import CourseError
from course.model import Exercise


class Workspace:
    """The folder of the learner's files. Nothing is created before it is needed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self, exercise: Exercise) -> Path:
        """Where the learner's file of an exercise is, or a project's folder; there or not."""
        module = exercise.id.rpartition("/")[0]
        return self.folder / module / exercise.file_name

    def load(self, exercise: Exercise) -> str:
        """The learner's file, created from the starter where there is none."""
        file = self.file(exercise)
        with _explained(file):
            try:
                text = self.read(exercise)
            except FileNotFoundError:
                text = exercise.starter
                _write(exercise, file, text)
        with suppress(CourseError):  # a help; saving will tell what is wrong with the folder
            self._copy_companions(exercise, file.parent)
        return text

    def read(self, exercise: Exercise) -> str:
        """The text of the learner's file. `FileNotFoundError` where there is none."""
        file = self.file(exercise)
        if not exercise.package:
            return read_text(file)
        text = package.joined(
            {path.relative_to(file).as_posix(): read_text(path) for path in package.files_of(file)}
        )
        if not text:
            raise FileNotFoundError(errno.ENOENT, "there is no file in it", str(file))
        return text

    def save(self, exercise: Exercise, text: str) -> None:
        """Replace the learner's file; the old text stays until the new one is on the disk.

        Of a project the files that differ are replaced; none is removed.
        """
        _write(exercise, self.file(exercise), text)

    def reset(self, exercise: Exercise) -> Path | None:
        """Put the starter back. The learner's version is kept beside it; its path is returned.

        Returns None where there was nothing to keep: no file, or the starter as it was.
        """
        file = self.file(exercise)
        with _explained(file):
            if exercise.package:
                return self._reset_package(exercise, file)
            try:
                before = file.read_bytes()
            except FileNotFoundError:
                before = exercise.starter.encode()
            kept = None
            if before != exercise.starter.encode():
                kept = _keep(file, before, "reset")
            write_file(file, exercise.starter.encode())
        return kept

    def _reset_package(self, exercise: Exercise, folder: Path) -> Path | None:
        """The whole folder, whatever is in it, makes way for the starter's."""
        try:
            if self.read(exercise) == exercise.starter:
                return None
        except CourseError:
            pass  # a file that cannot be read is kept as it is
        except FileNotFoundError:
            _write(exercise, folder, exercise.starter)
            return None
        kept = _free_name(folder, "reset")
        folder.rename(kept)
        _write(exercise, folder, exercise.starter)
        return kept

    def keep(self, exercise: Exercise, text: str, reason: str) -> Path:
        """Keep a version beside the learner's file, as `find_sku.before-<reason>-1.py`."""
        file = self.file(exercise)
        if exercise.package:
            kept = _free_name(file, reason)
            _write(exercise, kept, text)
            return kept
        return _keep(file, encode_text(text, file), reason)

    async def changes(self, exercise: Exercise, before: str | None = None) -> AsyncIterator[str]:
        """The text of the learner's file each time it differs from `before`, whoever wrote it.

        Raises CourseError where the file can no longer be read; watching may start again then.
        """
        from watchfiles import awatch

        file = self.file(exercise)
        before = self.load(exercise) if before is None else before
        # Looking once a second, too, finds what was written before the watching began.
        watching = awatch(
            file if exercise.package else file.parent,
            watch_filter=lambda _, path: (
                Path(path).suffix in package.SUFFIXES
                if exercise.package
                else Path(path).name == file.name
            ),
            debounce=400,
            step=100,
            rust_timeout=1000,
            yield_on_timeout=True,
            recursive=exercise.package,
        )
        async with aclosing(watching) as changes:
            async for _ in changes:
                text = self._read_again(exercise, before)
                if text != before:
                    before = text
                    yield text

    def _read_again(self, exercise: Exercise, before: str) -> str:
        """The file's text, or `before` while an editor that writes anew has removed it."""
        with _explained(self.file(exercise)):
            try:
                return self.read(exercise)
            except FileNotFoundError:
                return before

    def _copy_companions(self, exercise: Exercise, folder: Path) -> None:
        """Put the course's tests and data beside the learner's file.

        Tests that differ make way for those that are checked; data may be the program's work.
        """
        for source, target in _companions(exercise, folder):
            with _explained(target):
                content = source.read_bytes()
                try:
                    there = target.read_bytes()
                except FileNotFoundError:
                    write_file(target, content)
                    continue
                if there != content and source in exercise.test_files:
                    _keep(target, there, "update")
                    write_file(target, content)


def _companions(exercise: Exercise, folder: Path) -> Iterator[tuple[Path, Path]]:
    for test in exercise.test_files:
        if test.name != exercise.file_name:
            yield test, folder / test.name
    if exercise.source.under_test:
        name = f"{exercise.source.under_test}.py"
        yield exercise.folder / name, folder / name
    for data in exercise.data_files:
        yield data, folder / data.relative_to(exercise.folder)


def read_text(file: Path) -> str:
    """A learner's file as text: UTF-8, with or without a byte order mark, any line ends.

    Raises CourseError where it is not UTF-8, OSError where it cannot be read.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise CourseError(
            f"{file} is not saved as UTF-8 (line {line}). Save it as UTF-8 in your editor, or put "
            "the starter back with `course reset`; your version is then kept beside it."
        ) from error


def write_file(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: a temporary file beside it, synced, then renamed.

    Folders are made; a symbolic link stays one; the file's mode is kept. Raises CourseError.
    """
    with _explained(file):
        if file.is_symlink():
            file = file.resolve()
        if file.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder has its name", str(file))
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f".{file.name}.{os.getpid()}.part")
        try:
            with part.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            with suppress(FileNotFoundError):
                part.chmod(file.stat().st_mode)
            os.replace(part, file)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last; Windows has no such thing and refuses to open one."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _keep(file: Path, content: bytes, reason: str) -> Path:
    """Keep a version of a file as `find_sku.before-reset-1.py`, with the first number free.

    A kept test file ends in `.txt`: plain `pytest` would collect it otherwise.
    """
    kept = _free_name(file, reason)
    write_file(kept, content)
    return kept


def _free_name(file: Path, reason: str) -> Path:
    suffix = ".txt" if file.name.startswith("test_") else file.suffix
    number = 1
    while (kept := file.with_name(f"{file.stem}.before-{reason}-{number}{suffix}")).exists():
        number += 1
    return kept


def _write(exercise: Exercise, file: Path, text: str) -> None:
    """The text as the exercise's file, or as the files of its folder that differ."""
    if not exercise.package:
        write_file(file, encode_text(text, file))
        return
    for name, content in package.split(text).items():
        path = file / name
        data = encode_text(content, path)
        with _explained(path):
            if not path.is_file() or path.read_bytes() != data:
                write_file(path, data)


def encode_text(text: str, file: Path) -> bytes:
    """A learner's text as it goes into `file`; raises CourseError where no file can hold it."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise CourseError(
            f"{file} was not saved: line {line} holds a character that no file can hold. "
            "Delete that character and save again."
        ) from error


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    """Turn the system's errors into words for the learner."""
    try:
        yield
    except OSError as error:
        raise CourseError(_words(file, error)) from error


def _words(file: Path, error: OSError) -> str:
    what = error.strerror or str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return (
            f"{file} was not saved, because the disk is full. The version before is untouched. "
            "Free some space and save again."
        )
    if error.errno == errno.EISDIR or file.is_dir():
        return f"There is a folder where the file {file} should be. Rename or move that folder."
    blocking = next((folder for folder in file.parents if folder.is_file()), None)
    if blocking is not None:
        return f"{blocking} is a file, but a folder has to be there. Rename or move that file."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"{file} cannot be read or written: {what}. Make the folder {file.parent} yours and "
            "writable, or set COURSE_HOME to a folder you may write to."
        )
    return f"{file} cannot be read or written: {what}. Check the folder {file.parent}."
