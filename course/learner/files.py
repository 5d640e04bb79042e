"""Files that others may have made: read without waiting and within bounds, written whole.

A submission is a regular file of at most a megabyte: a pipe would never end, a device neither, and
a file of gigabytes would take the machine along.
"""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from course.atomic_write import write_whole
from course.catalogue import package
from course.errors import WorkspaceError
from course.worker.limits import FILE_BYTES

_WITHOUT_WAITING = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_BOM = b"\xef\xbb\xbf"
_PART = re.compile(r"\..+\.\d+(-\d+)?\.part")
_OLD = 600.0
"""Seconds after which nobody writes a file any more that takes milliseconds to write."""


class NotASubmission(WorkspaceError):  # noqa: N818 - it reads as what it is
    """What lies there is no regular file, or too large a one; it can be put aside unread."""


# ---------------------------------------------------------------- reading


def read_submission(file: Path) -> bytes:
    """The content of a submission. Raises NotASubmission, or OSError where it cannot be read."""
    _expect_regular(file, file.stat())
    descriptor = os.open(file, _WITHOUT_WAITING)
    with open(descriptor, "rb") as stream:
        _expect_regular(file, os.fstat(descriptor))  # it may be another one by now
        content = stream.read(FILE_BYTES + 1)
    if len(content) > FILE_BYTES:
        raise _too_large(file)
    return content


def read_text(file: Path) -> str:
    """A submission as text: UTF-8, with or without a byte order mark, any line ends.

    Raises CourseError where it is not UTF-8 or no submission, OSError where it cannot be read.
    """
    content = read_submission(file)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise WorkspaceError(
            f"{file} is not saved as UTF-8 (line {line}). Save it as UTF-8 in your editor, or put "
            "the starter back with `course reset`; your version is then kept beside it."
        ) from error
    return io.IncrementalNewlineDecoder(None, translate=True).decode(text, final=True)


def read_project(folder: Path) -> str:
    """The files of a project as one text, empty where there are none; raises as `read_text`."""
    files, size = {}, 0
    for path in package.files_of(folder):
        text = read_text(path)
        size += len(text)
        if size > FILE_BYTES:
            raise _too_large(folder)
        files[path.relative_to(folder).as_posix()] = text
    return package.joined(files)


def _expect_regular(file: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(file))
    if not stat.S_ISREG(status.st_mode):
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), "no file with text in it")
        raise NotASubmission(
            f"{file} is {kind}, not a file with your code. Move it away, or put the starter back "
            "with `course reset`; what is there is then kept beside it."
        )
    if status.st_size > FILE_BYTES:
        raise _too_large(file)


def _too_large(file: Path) -> NotASubmission:
    return NotASubmission(
        f"{file} is too large: code for an exercise has at most {FILE_BYTES // 1_000_000} MB. Make "
        "it smaller, or put the starter back with `course reset`; what is there is then kept "
        "beside it."
    )


# ---------------------------------------------------------------- writing


def encode_text(text: str, file: Path) -> bytes:
    """A learner's text as it goes into `file`; raises CourseError where no file can hold it.

    A file with Windows line ends or a byte order mark keeps them; what is no submission stays.
    """
    try:
        content = text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise WorkspaceError(
            f"{file} was not saved: line {line} holds a character that no file can hold. "
            "Delete that character and save again."
        ) from error
    try:
        before = read_submission(file)
    except OSError:
        return content
    if before.count(b"\r\n") * 2 > before.count(b"\n"):
        content = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return _BOM + content if before.startswith(_BOM) else content


def write_file(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: also through a loss of power.

    Folders are made; a symbolic link stays one; the file's mode is kept. Raises CourseError.
    """
    with explained(file):
        if file.is_symlink():
            file = Path(os.path.realpath(file))
        mode = _mode(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, content, mode=mode, lasts=True)
        sync_folder(file.parent)


def write_output(file: Path, content: bytes) -> None:
    """Write a file where somebody wants it: whole, over nothing but a file, through no link."""
    if file.is_symlink():
        with explained(file):
            target = os.readlink(file)
        raise WorkspaceError(
            f"{file} is a link to {target}, and nothing is written through it. Name the file "
            "itself, or remove the link."
        )
    write_file(file, content)


def _mode(file: Path) -> int | None:
    """The mode of the file that is there, if any; only a file may be replaced by one."""
    try:
        mode = file.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "a folder has its name", str(file))
    if not stat.S_ISREG(mode):
        kind = _KINDS.get(stat.S_IFMT(mode), "no file")
        raise WorkspaceError(f"{file} is {kind}; nothing is written there. Move it away.")
    return stat.S_IMODE(mode)


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


def expect_inside(folder: Path, file: Path) -> None:
    """Raise NotASubmission where writing `file` would write outside `folder`, through a link.

    The folder itself may be a link: that is for the learner to say.
    """
    real = os.path.realpath(file)
    if not Path(real).is_relative_to(os.path.realpath(folder)):
        raise NotASubmission(
            f"{file} leads to {real}, outside the folder of your exercises, and the course writes "
            "nothing there. Put the file itself in the place of the link."
        )


# ---------------------------------------------------------------- what was left behind


def sweep(folders: Iterable[Path]) -> None:
    """Remove what interrupted writes have left in some folders: only our own, only old ones."""
    with suppress(OSError):
        for folder in folders:
            for place, _, names in os.walk(folder):
                for name in filter(_PART.fullmatch, names):
                    part = Path(place, name)
                    with suppress(OSError):
                        status = part.lstat()
                        if stat.S_ISREG(status.st_mode) and time.time() - status.st_mtime > _OLD:
                            part.unlink()


# ---------------------------------------------------------------- words


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Turn the system's errors into words for the learner."""
    try:
        yield
    except OSError as error:
        raise WorkspaceError(_words(file, error)) from error


def _words(file: Path, error: OSError) -> str:
    what = error.strerror or str(error)
    is_named = isinstance(error.filename, str) and error.filename2 is None
    if is_named and error.errno == errno.EISDIR:
        file = Path(error.filename)  # one of a project's files
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return (
            f"{file} was not saved, because the disk is full. The version before is untouched. "
            "Free some space and save again."
        )
    is_refused = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
    if error.errno == errno.EISDIR or (is_refused and os.name == "nt" and file.is_dir()):
        return f"There is a folder where the file {file} should be. Rename or move that folder."
    blocking = next((folder for folder in file.parents if folder.is_file()), None)
    if blocking is not None:
        return f"{blocking} is a file, but a folder has to be there. Rename or move that file."
    if is_refused:
        return (
            f"{file} cannot be read or written: {what}. Make the folder {file.parent} yours and "
            "writable, or set COURSE_HOME to a folder you may write to."
        )
    if error.errno == errno.ELOOP:
        return f"{file} is a link that leads back to itself. Remove it."
    return f"{file} cannot be read or written: {what}. Check the folder {file.parent}."


def free_name(file: Path, reason: str) -> Path:
    """Where a version of a file or a folder is kept, with the first number that is free.

    A kept test file ends in `.txt`: plain `pytest` would collect it otherwise.
    """
    suffix = ".txt" if file.name.startswith("test_") else file.suffix
    number = 1
    while os.path.lexists(kept := file.with_name(f"{file.stem}.before-{reason}-{number}{suffix}")):
        number += 1
    return kept
