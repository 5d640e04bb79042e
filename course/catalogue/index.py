"""The catalogue's index: what the app needs to know of every file without parsing any.

One file per content root in the cache folder. It is believed when the folders' times are what
they were; `refresh` looks at every file's time and size and reads the changed ones again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from course import __version__
from course.atomic_write import write_whole
from course.catalogue.names import (
    COURSE_FILE,
    EXERCISE_FILE,
    lesson_files,
    lesson_id,
    unnumbered,
)
from course.errors import ContentError, Problem
from course.locations import Locations
from course.model import CourseSource, ExerciseEntry, LessonEntry, ModuleEntry, ModuleSource

FORMAT = 8
Stamp = tuple[int, int]


class IndexedProblem(msgspec.Struct, frozen=True, array_like=True):
    """A `Problem` with its file relative to the content root."""

    file: str
    line: int | None
    text: str


class Index(msgspec.Struct, frozen=True):
    """Every module and lesson; the exercises stay encoded until they are asked for."""

    format: int
    version: str
    folders: dict[str, int]
    digest: bytes
    course: CourseSource
    modules: tuple[ModuleEntry, ...]
    exercises: msgspec.Raw
    problems: tuple[IndexedProblem, ...]

    def exercise_entries(self) -> dict[str, ExerciseEntry]:
        """Every exercise by id, in the order of modules and folders."""
        entries = msgspec.msgpack.decode(self.exercises, type=tuple[ExerciseEntry, ...])
        return {entry.id: entry for entry in entries}


class Stamps(msgspec.Struct, frozen=True):
    """The time and size of every file the index was made from."""

    files: dict[str, Stamp]


def load(locations: Locations) -> Index | None:
    """The stored index, or None where there is none that can be believed."""
    try:
        stored = msgspec.msgpack.decode(_index_file(locations).read_bytes(), type=Index)
    except (OSError, msgspec.MsgspecError):
        return None
    current = (stored.format, stored.version) == (FORMAT, __version__)
    return stored if current and stored.folders == _folders(locations) else None


def build(locations: Locations, before: Index | None = None) -> Index:
    """Read the content, taking unchanged files from `before`, and store the index.

    Raises ContentError where `course.yaml` itself cannot be used.
    """
    from course.catalogue.lessons import read_course

    course = read_course(locations.course_file)
    stamps = dict(_stamps(locations))
    reader = _Reader(locations, stamps, _load_stamps(locations), before)
    modules = tuple(entry for name in course.modules for entry in reader.module(name))
    exercises = tuple(entry for name in course.modules for entry in reader.exercises(name))
    reader.note_strays(course)
    index = Index(
        format=FORMAT,
        version=__version__,
        folders=_folders(locations),
        digest=_digest(stamps.items()),
        course=course,
        modules=modules,
        exercises=msgspec.Raw(msgspec.msgpack.encode(exercises)),
        problems=tuple(
            IndexedProblem(_relative(problem.file, locations), problem.line, problem.text)
            for problem in reader.problems
        ),
    )
    # A cache that cannot be written costs time, not correctness.
    with contextlib.suppress(OSError):
        write(_stamps_file(locations), msgspec.msgpack.encode(Stamps(stamps)))
        write(_index_file(locations), msgspec.msgpack.encode(index))
    return index


def is_current(index: Index, locations: Locations) -> bool:
    """Whether no content file has changed since the index was made (looks at every file).

    Works file by file: ten thousand exercises take no more memory than ten.
    """
    return _digest(_stamps(locations)) == index.digest


class _Reader:
    """Turns files into entries, collecting problems; unchanged files are not opened."""

    def __init__(
        self,
        locations: Locations,
        stamps: dict[str, Stamp],
        old_stamps: dict[str, Stamp],
        before: Index | None,
    ) -> None:
        self.locations = locations
        self.problems: list[Problem] = []
        usable = before is not None and (before.format, before.version) == (FORMAT, __version__)
        broken = {problem.file for problem in before.problems} if before and usable else set()
        self._same = {
            file
            for file, stamp in stamps.items()
            if usable and old_stamps.get(file) == stamp and file not in broken
        }
        old_modules = before.modules if before and usable else ()
        self._lessons = {entry.file: entry for module in old_modules for entry in module.lessons}
        self._exercises = (
            {entry.folder: entry for entry in before.exercise_entries().values()}
            if before and usable
            else {}
        )
        self._folders = {
            unnumbered(folder.name): folder for folder in self._inside(locations.lessons)
        }

    def module(self, name: str) -> Iterator[ModuleEntry]:
        """The module of that id, or nothing and a problem where it has no folder."""
        folder = self._folders.get(name)
        if folder is None:
            self.problems.append(
                Problem(
                    self.locations.course_file,
                    None,
                    f"module `{name}` has no folder in lessons/; add it or take it off the list",
                )
            )
            return
        source = self._module_source(folder)
        lessons: dict[str, LessonEntry] = {}
        for file in lesson_files(folder):
            entry = self._lesson(file)
            if entry is None:
                continue
            if entry.id in lessons:
                self.problems.append(
                    Problem(
                        file,
                        None,
                        f"its id `{entry.id}` is already that of {lessons[entry.id].file}; "
                        "rename one of the two",
                    )
                )
            else:
                lessons[entry.id] = entry
        yield ModuleEntry(
            name, source.title, source.can_do, tuple(lessons.values()), source.concepts
        )

    def exercises(self, module: str) -> Iterator[ExerciseEntry]:
        """The exercises of a module's folder; a broken one keeps its id as its title."""
        parent = self.locations.exercises / module
        for folder in self._inside(parent) if parent in self._inside(parent.parent) else ():
            if (entry := self._exercise(folder)) is not None:
                yield entry

    def note_strays(self, course: CourseSource) -> None:
        """Folders that no module claims are problems: their content can never be reached."""
        known = set(course.modules)
        seen: dict[str, Path] = {}
        for folder in self._inside(self.locations.lessons):
            name = unnumbered(folder.name)
            if name not in known:
                words = f"module `{name}` is not in course.yaml; list it there or remove the folder"
                self.problems.append(Problem(folder, None, words))
            elif name in seen:
                words = f"its id `{name}` is already that of {seen[name].name}; rename one"
                self.problems.append(Problem(folder, None, words))
            seen.setdefault(name, folder)
        for folder in self._inside(self.locations.exercises):
            if folder.name not in known:
                words = f"`{folder.name}` is not a module of course.yaml; list it or move it"
                self.problems.append(Problem(folder, None, words))

    def _inside(self, parent: Path) -> Iterator[Path]:
        """The folders in a folder; a link that leads out of the course is a problem and none."""
        from course.catalogue.documents import leads_out, led_out

        for folder in _subfolders(parent):
            if leads_out(folder, self.locations.content):
                if led_out(folder) not in self.problems:
                    self.problems.append(led_out(folder))
            else:
                yield folder

    def _module_source(self, folder: Path) -> ModuleSource:
        from course.catalogue.lessons import read_module

        try:
            return read_module(folder)
        except ContentError as error:
            self.problems.extend(error.problems)
            return ModuleSource(title=unnumbered(folder.name))

    def _lesson(self, file: Path) -> LessonEntry | None:
        """The lesson's entry; None for a draft."""
        relative = _relative(file, self.locations)
        if relative in self._same and relative in self._lessons:
            return self._lessons[relative]
        from course.catalogue.lessons import read_lesson

        try:
            lesson = read_lesson(file)
        except ContentError as error:
            self.problems.extend(error.problems)
            broken = lesson_id(file)
            words = "This lesson's file has a problem."
            return LessonEntry(broken, broken, words, 1, (), (), (), relative)
        source = lesson.source
        if source.status is not None and not shows_drafts():
            return None
        return LessonEntry(
            id=lesson.id,
            title=source.title,
            summary=source.summary,
            minutes=source.minutes,
            teaches=source.teaches,
            exercises=tuple(step.content for step in source.steps if step.kind == "exercise"),
            steps=tuple(step.kind for step in source.steps),
            file=relative,
        )

    def _exercise(self, folder: Path) -> ExerciseEntry | None:
        """The exercise's entry; None for a draft."""
        relative = _relative(folder, self.locations)
        same = f"{relative}/{EXERCISE_FILE}" in self._same
        if same and relative in self._exercises:
            return self._exercises[relative]
        from course.catalogue.exercises import read_exercise_source

        ident = f"{folder.parent.name}/{folder.name}"
        try:
            source = read_exercise_source(folder)
        except ContentError as error:
            self.problems.extend(error.problems)
            return ExerciseEntry(ident, ident, "write", 1, 1, (), relative)
        if source.status is not None and not shows_drafts():
            return None
        return ExerciseEntry(
            ident,
            source.title,
            source.kind,
            source.minutes,
            source.difficulty,
            source.practises,
            relative,
        )


def shows_drafts() -> bool:
    """Whether drafts are shown, as in a preview: `COURSE_DRAFTS` says so."""
    return bool(os.environ.get("COURSE_DRAFTS"))


def _subfolders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_"))
    )


def _relative(path: Path, locations: Locations) -> str:
    return path.relative_to(locations.content).as_posix()


def _folders(locations: Locations) -> dict[str, int]:
    """The modification times that change when a file is added, removed or renamed."""
    times: dict[str, int] = {}
    for parent in (locations.lessons, locations.exercises):
        if not parent.is_dir():
            continue
        name = _relative(parent, locations)
        times[name] = parent.stat().st_mtime_ns
        # Every start comes by here: `scandir` is several times as fast as `Path.iterdir`.
        with os.scandir(parent) as entries:
            for entry in entries:
                if entry.is_dir() and not entry.name.startswith((".", "_")):
                    times[f"{name}/{entry.name}"] = entry.stat().st_mtime_ns
    if locations.course_file.exists():
        times[COURSE_FILE] = locations.course_file.stat().st_mtime_ns
    return times


def _stamps(locations: Locations) -> Iterator[tuple[str, Stamp]]:
    """Time and size of every file an entry is made from, always in the same order."""
    root = f"{locations.content}{os.sep}"
    yield f"lessons/{COURSE_FILE}", stamp(f"{root}lessons/{COURSE_FILE}")
    for module in _names(f"{root}lessons"):
        for name in _names(f"{root}lessons/{module}"):
            if name.endswith(".yaml"):
                file = f"lessons/{module}/{name}"
                yield file, stamp(root + file)
    for module in _names(f"{root}exercises"):
        for name in _names(f"{root}exercises/{module}"):
            file = f"exercises/{module}/{name}/{EXERCISE_FILE}"
            yield file, stamp(root + file)


def _names(folder: str) -> list[str]:
    """What the folder holds; nothing where it is a file or is not there."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith((".", "_")))
    except OSError:
        return []


def stamp(file: str | Path) -> Stamp:
    """The time and size of a file; zeros for one that cannot be asked."""
    try:
        status = os.stat(file)
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def _digest(stamps: Iterable[tuple[str, Stamp]]) -> bytes:
    total = hashlib.blake2b(digest_size=16)
    for file, (time, size) in stamps:
        total.update(f"{file} {time} {size}\n".encode("utf-8", "surrogateescape"))
    return total.digest()


def _load_stamps(locations: Locations) -> dict[str, Stamp]:
    try:
        return msgspec.msgpack.decode(_stamps_file(locations).read_bytes(), type=Stamps).files
    except (OSError, msgspec.MsgspecError):
        return {}


def _index_file(locations: Locations) -> Path:
    key = hashlib.sha256(str(locations.content).encode()).hexdigest()[:16]
    return locations.index / f"{key}.msgpack"


def _stamps_file(locations: Locations) -> Path:
    return _index_file(locations).with_suffix(".stamps")


def write(file: Path, content: bytes) -> None:
    """A file of the cache, whole or not at all; OSError where that cannot be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, content)
