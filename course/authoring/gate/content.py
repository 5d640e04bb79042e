"""All content of a course, read as far as it can be: what is readable, and what is wrong."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from course.authoring.gate.findings import Finding, at, found
from course.authoring.gate.jargon import LessonFacts
from course.authoring.gate.snapshot import Snapshot
from course.catalogue import lessons as reading
from course.catalogue import names
from course.catalogue.catalogue import nearest
from course.catalogue.documents import Document, read_content_file, read_text
from course.catalogue.exercises import read_exercise
from course.catalogue.names import COURSE_FILE, EXERCISE_FILE, unnumbered
from course.catalogue.reference import FOLDER
from course.catalogue.where_taught import Links
from course.errors import ContentError, UnknownId
from course.locations import Locations
from course.model import CourseSource, Exercise, Lesson, ModuleSource
from course.shift.scenario import FILE as SHIFT_FILE
from course.shift.scenario import FOLDER as SHIFTS

REFERENCE = "reference"
"""What the offline reference is called where lessons and exercises are named."""


@dataclass(slots=True)
class Content:
    """Lessons and exercises by id, in course order, and the problems met while reading."""

    lessons_folder: Path
    exercises_folder: Path
    course: CourseSource | None = None
    modules: dict[str, ModuleSource] = field(default_factory=dict)
    module_folders: dict[str, list[Path]] = field(default_factory=dict)
    lessons: dict[str, Lesson] = field(default_factory=dict)
    lesson_files: dict[str, list[Path]] = field(default_factory=dict)
    exercises: dict[str, Exercise] = field(default_factory=dict)
    exercise_folders: dict[str, Path] = field(default_factory=dict)
    documents: dict[Path, Document] = field(default_factory=dict)
    problems: list[Finding] = field(default_factory=list)
    drafts: set[str] = field(default_factory=set)
    facts: dict[str, LessonFacts] = field(default_factory=dict)
    homes: dict[str, list[str]] = field(default_factory=dict)
    teachers: dict[str, str] = field(default_factory=dict)
    links: Links | None = None
    _taught: dict[str, frozenset[str]] = field(default_factory=dict)
    _homes: dict[str, str] = field(default_factory=dict)

    @property
    def lesson_ids(self) -> list[str]:
        """Readable and unreadable lessons, in course order."""
        return list(self.lesson_files)

    @property
    def known_ids(self) -> set[str]:
        """Every id there is: lessons, exercises, modules."""
        return {*self.lesson_files, *self.exercise_folders, *self.module_folders}

    @property
    def is_whole(self) -> bool:
        """Whether every lesson and module can be read: only then is it known what is taught."""
        return len(self.lessons) == len(self.lesson_files) and self.modules_are_whole

    @property
    def modules_are_whole(self) -> bool:
        """Whether every module can be read: only then is it known which concepts there are."""
        return len(self.modules) == len(self.module_folders)

    def text(self, file: Path) -> str:
        """A file's text; "" where it cannot be read, which is told of elsewhere."""
        try:
            return read_text(file)
        except ContentError:
            return ""

    def document(self, file: Path) -> Document:
        """The file's data and lines; parsed once."""
        if file not in self.documents:
            self.documents[file] = read_content_file(file)
        return self.documents[file]

    def line(self, file: Path, *steps: str | int) -> int | None:
        """The line of a part of a YAML file, None where the file is not readable."""
        try:
            return self.document(file).line(steps)
        except ContentError:
            return None

    def line_of(self, file: Path, steps: tuple[str | int, ...], text: str) -> int | None:
        """The first line with a text, from the line of that part of a file on.

        A word is found as a whole; where no line has the text it is the line of the part.
        """
        begins = self.line(file, *steps) if file.suffix == ".yaml" else 1
        if begins is None:
            return None
        edge = r"\b" if text.isalpha() else ""
        wanted = re.compile(rf"{edge}{re.escape(text)}{edge}")
        lines = self.text(file).splitlines()
        for number, line in enumerate(lines[begins - 1 :], begins):
            if wanted.search(line):
                return number
        return begins

    def taught_before(self, lesson_id: str) -> frozenset[str]:
        """Concepts taught in that lesson or in one before it."""
        if not self._taught:
            before: frozenset[str] = frozenset()
            for ident in self.lesson_files:
                if ident in self.lessons:
                    before |= frozenset(self.lessons[ident].source.teaches)
                self._taught[ident] = before
        return self._taught.get(lesson_id, frozenset())

    def lesson_of(self, exercise_id: str) -> str | None:
        """The first lesson with that exercise as a step."""
        if not self._homes:
            for lesson_id, lesson in self.lessons.items():
                for step in lesson.steps:
                    if step.kind == "exercise":
                        self._homes.setdefault(step.content, lesson_id)
        return self._homes.get(exercise_id)


def read_content(locations: Locations, snapshot: Snapshot | None = None) -> Content:
    """Read everything under `lessons/` and `exercises/`; problems are gathered, not raised.

    With a `snapshot` only what has changed since is parsed.
    """
    snapshot = snapshot or Snapshot(None)
    content = Content(locations.lessons, locations.exercises)
    try:
        content.course = reading.read_course(locations.course_file)
    except ContentError as error:
        content.problems.extend(map(found, error.problems))
    for folder in _folders(locations.lessons):
        content.module_folders.setdefault(unnumbered(folder.name), []).append(folder)
    named = list(content.course.modules) if content.course else []
    for module in [*named, *(m for m in content.module_folders if m not in named)]:
        for folder in content.module_folders.get(module, []):
            _read_module(content, module, folder, snapshot)
    for module_folder in _folders(locations.exercises):
        for folder in _folders(module_folder):
            _read_exercise(content, folder, snapshot)
    snapshot.keep()
    return content


def kept_in(locations: Locations) -> Snapshot:
    """The snapshot of this course."""
    key = hashlib.sha256(str(locations.content).encode()).hexdigest()[:16]
    return Snapshot(locations.cache / "author-check" / f"content-{key}.msgpack")


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_"))
    )


def _read_module(content: Content, module: str, folder: Path, snapshot: Snapshot) -> None:
    try:
        content.modules[module] = reading.read_module(folder)
    except ContentError as error:
        content.problems.extend(map(found, error.problems))
    for file in names.lesson_files(folder):
        lesson_id = names.lesson_id(file)
        content.lesson_files.setdefault(lesson_id, []).append(file)
        try:
            lesson, facts = snapshot.lesson(file, reading.read_lesson)
            content.lessons.setdefault(lesson_id, lesson)
            content.facts.setdefault(lesson_id, facts)
            if lesson.source.status is not None:
                content.drafts.add(lesson_id)
        except ContentError as error:
            content.problems.extend(map(found, error.problems))


def _read_exercise(content: Content, folder: Path, snapshot: Snapshot | None = None) -> None:
    exercise_id = f"{folder.parent.name}/{folder.name}"
    content.exercise_folders[exercise_id] = folder
    file = folder / EXERCISE_FILE
    if not file.is_file() and not file.is_symlink():
        text = f"there is no {EXERCISE_FILE}; add it (course author new exercise {exercise_id})"
        content.problems.append(at(folder, None, f"{text} or remove the folder"))
        return
    try:
        read = read_exercise if snapshot is None else partial(snapshot.exercise, read=read_exercise)
        content.exercises[exercise_id] = read(folder)
        if content.exercises[exercise_id].source.status is not None:
            content.drafts.add(exercise_id)
    except ContentError as error:
        content.problems.extend(map(found, error.problems))


@dataclass(frozen=True, slots=True)
class Selection:
    """What to check: lesson ids and exercise ids; `everything` when nothing was named.

    Everything is all that learners see: drafts are checked by name.
    """

    lessons: tuple[str, ...]
    exercises: tuple[str, ...]
    everything: bool
    reference: bool = False
    shifts: tuple[Path, ...] = ()

    def covers(self, file: Path, content: Content) -> bool:
        """Whether a problem in that file belongs to what was asked for."""
        if self.everything:
            return True
        places = [path for one in self.lessons for path in content.lesson_files.get(one, [])]
        places += [content.exercise_folders[one] for one in self.exercises]
        places += [content.lessons_folder / FOLDER] if self.reference else []
        around = {content.lessons_folder, content.exercises_folder}
        around |= {place.parent for place in places}
        if file.parent in around and (file.name == COURSE_FILE or not self._is_another(file)):
            return True  # a stray file, or one of the course or of the module
        return any(file == place or place in file.parents for place in places)

    @staticmethod
    def _is_another(file: Path) -> bool:
        """Whether a file or folder beside what was asked for is content that was not."""
        lesson = file.suffix == ".yaml" and file.name != names.MODULE_FILE
        return lesson or file.is_dir()


def select(content: Content, wanted_names: tuple[str, ...]) -> Selection:
    """Turn names into lessons and exercises: `module/name`, a module, a file or a folder.

    Raises UnknownId with the closest names.
    """
    lessons = content.lesson_ids
    shifts = shift_folders(content)
    if not wanted_names:
        ready = [one for one in content.exercise_folders if one not in content.drafts]
        return Selection(
            tuple(one for one in lessons if one not in content.drafts),
            tuple(ready),
            everything=True,
            reference=True,
            shifts=tuple(shifts.values()),
        )
    chosen_lessons: list[str] = []
    chosen_exercises: list[str] = []
    chosen_shifts: list[Path] = []
    for name in wanted_names:
        if name == REFERENCE:
            continue
        if (shift := _as_shift(shifts, name)) is not None:
            chosen_shifts.append(shift)
            continue
        wanted = _as_id(content, name)
        exercises = list(content.exercise_folders)
        some_lessons = [one for one in lessons if one == wanted or one.startswith(f"{wanted}/")]
        some_exercises = [one for one in exercises if one == wanted or one.startswith(f"{wanted}/")]
        if not some_lessons and not some_exercises:
            raise UnknownId(_unknown(name, wanted, [*lessons, *exercises, *shifts]))
        chosen_lessons += some_lessons
        chosen_exercises += some_exercises
    return Selection(
        tuple(dict.fromkeys(chosen_lessons)),
        tuple(dict.fromkeys(chosen_exercises)),
        everything=False,
        reference=REFERENCE in wanted_names,
        shifts=tuple(chosen_shifts),
    )


def shift_folders(content: Content) -> dict[str, Path]:
    """The folder of each shift, by `shift/name`."""
    files = sorted((content.lessons_folder / SHIFTS).glob(f"*/{SHIFT_FILE}"))
    return {f"shift/{file.parent.name}": file.parent for file in files}


def _as_shift(shifts: dict[str, Path], name: str) -> Path | None:
    """The folder of a shift that a name or a path means."""
    if name in shifts:
        return shifts[name]
    path = Path(name).absolute()
    return next((it for it in shifts.values() if it in (path, path.parent)), None)


def _as_id(content: Content, name: str) -> str:
    """An id out of an id or a path to a lesson file, an exercise folder or a file inside it."""
    path = Path(name).absolute()
    if path.exists():
        for exercise_id, folder in content.exercise_folders.items():
            if path == folder or folder in path.parents:
                return exercise_id
        if (path / EXERCISE_FILE).is_file():  # an exercise outside the course
            _read_exercise(content, path)
            return f"{path.parent.name}/{path.name}"
        if path.suffix == ".yaml":
            return names.lesson_id(path)
        return unnumbered(path.name)
    return "/".join(unnumbered(part) for part in name.strip("/").split("/"))


def _unknown(name: str, wanted: str, names: list[str]) -> str:
    near = nearest(wanted, names)
    advice = f"Did you mean {near}?" if near else "`course list` names them all."
    return f"There is no lesson, exercise or module called {name}. {advice}"
