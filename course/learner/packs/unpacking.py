"""A folder or a ZIP from elsewhere copied to where packs are: plain files, few, no way out.

Nothing of it is run or imported here.
"""

from __future__ import annotations

import os
import shutil
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from course.errors import WrongUse

MOST_FILES = 20_000
MOST_BYTES = 100_000_000
MOST_FOLDERS_DEEP = 20
MOST_TIMES_SMALLER = 200
"""A ZIP that is so many times smaller than what is in it was made to fill a disk."""
_NOT_CONTENT = frozenset(
    {".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", "__MACOSX"}
)


def take(source: Path, into: Path) -> None:
    """Copy what `source` holds into the folder `into`, which is made; WrongUse with why not."""
    if source.is_dir():
        _take_folder(source, into)
    elif not source.exists():
        raise WrongUse(f"There is no {source}. Name a folder or a ZIP file.")
    elif source.is_file() and zipfile.is_zipfile(source):  # a pipe would be waited for
        _take_zip(source, into)
    else:
        raise WrongUse(f"{source} is neither a folder nor a ZIP file.")


def _take_folder(source: Path, into: Path) -> None:
    inside = Path(os.path.realpath(source))
    size = 0
    for files, (file, place) in enumerate(_files(source, inside), 1):
        size += file.stat().st_size
        _within_bounds(source, files, size)
        target = into / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _files(source: Path, inside: Path) -> Iterator[tuple[Path, Path]]:
    """Each plain file and its place; a link inside the folder is what it leads to."""
    for parent, folders, names in os.walk(source):
        here = Path(parent)
        place = here.relative_to(source)
        if len(place.parts) > MOST_FOLDERS_DEEP:
            raise WrongUse(f"{source} has folders more than {MOST_FOLDERS_DEEP} deep; not added.")
        folders[:] = sorted(it for it in folders if it not in _NOT_CONTENT)
        for name in (*folders, *names):
            if not Path(os.path.realpath(here / name)).is_relative_to(inside):
                raise WrongUse(
                    f"{here / name} is a link that leads out of the folder; not added. "
                    "Put what it leads to there instead."
                )
        for name in sorted(names):
            if (here / name).is_file():
                yield here / name, place / name


def _take_zip(source: Path, into: Path) -> None:
    try:
        with zipfile.ZipFile(source) as archive:
            entries = [it for it in archive.infolist() if not it.is_dir()]
            size = sum(it.file_size for it in entries)
            _within_bounds(source, len(entries), size)
            if size > MOST_TIMES_SMALLER * max(source.stat().st_size, 10_000):
                raise WrongUse(f"{source} holds {size:,} bytes in a very small file; not added.")
            for entry in entries:
                place = _place(source, entry)
                if place is not None:
                    _unpack(archive, entry, into / place)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise WrongUse(f"{source} cannot be unpacked ({error}); not added.") from None


def _place(source: Path, entry: zipfile.ZipInfo) -> Path | None:
    """Where an entry goes; None where it is no content. Raises WrongUse where it would lead out."""
    name = entry.filename
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    if posix.is_absolute() or windows.is_absolute() or windows.drive or windows.root:
        raise WrongUse(f"{source}: the name {name!r} in it is absolute; not added.")
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or "\0" in name:
        raise WrongUse(f"{source}: the name {name!r} in it leads out of its folder; not added.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise WrongUse(f"{source}: {name!r} in it is a link; not added.")
    if len(parts) > MOST_FOLDERS_DEEP:
        raise WrongUse(f"{source} has folders more than {MOST_FOLDERS_DEEP} deep; not added.")
    if _NOT_CONTENT & set(parts):
        return None
    return Path(*parts)


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    """Unpack one file; `zipfile` reads no more of it than it says it has."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as packed, target.open("wb") as file:
        shutil.copyfileobj(packed, file)


def _within_bounds(source: Path, files: int, size: int) -> None:
    if files > MOST_FILES:
        raise WrongUse(f"{source} holds more than {MOST_FILES:,} files; not added.")
    if size > MOST_BYTES:
        raise WrongUse(f"{source} holds more than {MOST_BYTES // 1_000_000} MB; not added.")
