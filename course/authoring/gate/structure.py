"""The course hangs together: ids are unique, references lead somewhere, no file is astray."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from course.authoring.gate.answers import answer_suffix
from course.authoring.gate.content import Content
from course.authoring.gate.doubles import tickets_differ, titles_differ
from course.authoring.gate.findings import Finding, at, meant
from course.authoring.gate.mixed import misconceptions_are_shown
from course.authoring.gate.rule import rule
from course.authoring.gate.shows import shows_its_subject
from course.catalogue.constructs import SYNTAX, is_construct
from course.catalogue.names import (
    COURSE_FILE,
    EXERCISE_FILE,
    MISCONCEPTIONS_FILE,
    MODULE_FILE,
    unnumbered,
)
from course.catalogue.reference import FOLDER as REFERENCE
from course.model import Exercise
from course.shift.scenario import FOLDER as SHIFTS

_NUMBERED = re.compile(r"^\d\d-[a-z0-9]+(?:-[a-z0-9]+)*$")
LISTED = "see the list in docs/authoring.md"
_IGNORED = {".DS_Store", "README.md"}

EXERCISE_FILES = {
    "*": {"exercise.yaml", "mutants.yaml", "starter.py", "solution.py"},
    "review": {"exercise.yaml", "change.diff", "defects.yaml"},
    "repo": {"exercise.yaml", "start.yaml", "solution.yaml"},
}
EXERCISE_FOLDERS = {"answers", "approaches", "bugs", "data", "milestones", "mistakes"}


def check_structure(content: Content) -> list[Finding]:
    """Everything that is wrong between files, over the whole course."""
    return [
        *content.problems,
        *_modules(content),
        *_lesson_names(content),
        *_moved(content),
        *_concepts(content),
        *_references(content),
        *_shared_places(content),
        *tickets_differ(content),
        *titles_differ(content),
        *_stray(content),
        *shows_its_subject(content),
        *misconceptions_are_shown(content),
    ]


@rule(
    "course",
    "A path names lessons and modules that there are.",
)
def _modules(content: Content) -> Iterator[Finding]:
    """Every module of `course.yaml` has its folder, and every folder is in it."""
    file = content.lessons_folder / COURSE_FILE
    named = content.course.modules if content.course else ()
    for number, module in enumerate(named):
        if named.index(module) != number:
            yield at(
                file,
                content.line(file, "modules", number),
                f"module {module} is here twice; keep one",
            )
        if module not in content.module_folders:
            yield at(
                file,
                content.line(file, "modules", number),
                f"there is no folder for module {module} in {content.lessons_folder.name}/; "
                f"add NN-{module}/ or take it out of the list",
            )
    paths = content.course.paths if content.course else ()
    for number, path in enumerate(paths):
        if path.id in [one.id for one in paths[:number]]:
            text = f"path {path.id} is here twice; give one of them another id"
            yield at(file, content.line(file, "paths", number), text)
        for lesson_id in path.only:
            if lesson_id not in content.lesson_files:
                yield at(
                    file,
                    content.line(file, "paths", number),
                    f"path {path.id} has only {lesson_id} of its module, and there is no such "
                    "lesson; correct the id",
                )
    for module, folders in content.module_folders.items():
        if content.course and module not in named:
            text = f"module {module} is not in {COURSE_FILE}; add it to `modules`, in its place"
            yield at(folders[0], None, text)
        for other in folders[1:]:
            yield at(other, None, f"{folders[0].name} is module {module} as well; rename one")


@rule("course")
def _moved(content: Content) -> Iterator[Finding]:
    """What has moved is no longer under its old id, and is somewhere."""
    file = content.lessons_folder / COURSE_FILE
    moved = content.course.moved if content.course else {}
    known = {*content.lesson_files, *content.exercise_folders}
    for old, new in moved.items():
        line = content.line(file, "moved", old)
        if old in known:
            text = f"{old} has moved to {new}, and there is still one of that id; remove one"
            yield at(file, line, text)
        seen = {old}
        while new in moved and new not in seen:
            seen.add(new)
            new = moved[new]
        if new in seen:
            yield at(file, line, f"{old} has moved in a circle; name the id of today")
        elif new not in known:
            yield at(file, line, f"{old} has moved to {new}, which there is not; correct the id")


@rule(
    "course",
    "No two lessons of a module have the same number.",
)
def _lesson_names(content: Content) -> Iterator[Finding]:
    """A lesson has an id of its own, and a file named 02-like-this.yaml."""
    for lesson_id, files in content.lesson_files.items():
        for file in files[1:]:
            yield at(
                file,
                None,
                f"the id {lesson_id} is also that of {files[0].name}; rename one of them",
            )
    yield from _same_numbers(f for files in content.lesson_files.values() for f in files)
    for files in content.lesson_files.values():
        for file in files:
            if not _NUMBERED.match(file.stem):
                yield at(
                    file,
                    None,
                    "a lesson's file is named 02-like-this.yaml (two digits, then words with "
                    "hyphens); rename it",
                )


def _same_numbers(places: Iterable[Path]) -> Iterator[Finding]:
    """Files and folders side by side with the same number: which comes first is chance."""
    seen: dict[tuple[Path, str], Path] = {}
    for place in places:
        number = place.name[:2]
        if not number.isdigit():
            continue
        other = seen.setdefault((place.parent, number), place)
        if other != place and unnumbered(other.stem) != unnumbered(place.stem):
            text = f"{other.name} has the number {number} as well; give one of them another"
            yield at(place, None, text)


@rule("course", "Every concept is taught by a lesson.", "Every module has a module.yaml.")
def _concepts(content: Content) -> Iterator[Finding]:
    """A concept is defined in one module and taught in one lesson."""
    defined: dict[str, str] = {}
    without = _without_module_file(content)
    for module in sorted(without):
        folder = content.module_folders[module][0]
        text = f"there is no {MODULE_FILE}, so its concepts are not known; add it"
        yield at(folder, None, text)
    for module, source in content.modules.items():
        file = content.module_folders[module][0] / MODULE_FILE
        for name, concept in source.concepts.items():
            if name in defined:
                text = f"concept {name} is defined in module {defined[name]} as well; keep one"
                yield at(file, content.line(file, "concepts", name), text)
            defined.setdefault(name, module)
            for construct in concept.constructs:
                if not is_construct(construct):
                    yield at(
                        file,
                        content.line(file, "concepts", name),
                        f"concept {name} lists the construct `{construct}`, which there is not; "
                        + meant(construct, SYNTAX, LISTED),
                    )
    taught: dict[str, str] = {}
    for lesson_id, lesson in content.lessons.items():
        for number, name in enumerate(lesson.source.teaches):
            place = partial(content.line, lesson.path, "teaches", number)
            if name not in defined and lesson.module not in without and content.modules_are_whole:
                yield at(
                    lesson.path,
                    place(),
                    f"teaches {name}, which no module.yaml defines; add it under `concepts` in "
                    f"{lesson.path.parent.name}/{MODULE_FILE}",
                )
            if name in taught:
                before = taught[name]
                text = f"{name} is already taught in {before}; teach it once"
                if before == lesson_id:
                    text = f"{name} is here twice; keep one"
                yield at(lesson.path, place(), text)
            taught.setdefault(name, lesson_id)
    for module, source in content.modules.items():
        file = content.module_folders[module][0] / MODULE_FILE
        for name in source.concepts:
            if name not in taught and not _is_unreadable(content, module):
                text = f"no lesson teaches {name}; add it to `teaches` of one, or take it away"
                yield at(file, content.line(file, "concepts", name), text)


def _is_unreadable(content: Content, module: str) -> bool:
    """Whether a lesson of that module cannot be read, so that nobody knows what it teaches."""
    return any(
        one.startswith(f"{module}/") and one not in content.lessons for one in content.lesson_files
    )


def _without_module_file(content: Content) -> set[str]:
    """Modules without `module.yaml`: told once, and not of each concept they would have."""
    return {
        module
        for module, folders in content.module_folders.items()
        if module in content.modules and not (folders[0] / MODULE_FILE).is_file()
    }


@rule(
    "course",
    "An exercise is in one lesson; only a checkpoint may have it again.",
    "`must_use` and `must_avoid` name constructs that there are.",
)
def _references(content: Content) -> Iterator[Finding]:
    """A lesson's exercise is there, a lesson uses every exercise, and its concepts are defined."""
    used: set[str] = set()
    for lesson_id, lesson in content.lessons.items():
        for number, step in enumerate(lesson.steps):
            if step.kind != "exercise":
                continue
            spot = partial(content.line, lesson.path, "steps", number, "exercise")
            if step.content not in content.exercise_folders:
                yield at(
                    lesson.path,
                    spot(),
                    f"there is no exercise {step.content}; correct the id or make it "
                    f"(course author new exercise {step.content})",
                )
            elif step.content in used and not lesson_id.endswith("/checkpoint"):
                text = f"exercise {step.content} is in the course twice; keep one"
                yield at(lesson.path, spot(), text)
            if step.content in content.drafts and lesson_id not in content.drafts:
                text = (
                    f"exercise {step.content} is a draft (`status: wip`); take the step out until"
                )
                yield at(lesson.path, spot(), f"{text} it is ready")
            used.add(step.content)
    yield from _of_exercises(content, used)


def _of_exercises(content: Content, used: set[str]) -> Iterator[Finding]:
    """What exercises name, and whether a lesson names them."""
    unknown = {unnumbered(one.split("/")[0]) for one in _without_module_file(content)}
    known = {name for module in content.modules.values() for name in module.concepts}
    for exercise_id, exercise in content.exercises.items():
        file = exercise.folder / EXERCISE_FILE
        if exercise_id in content.lesson_files:
            yield at(file, None, f"{exercise_id} is also the id of a lesson; rename one of them")
        outside = content.exercises_folder not in exercise.folder.parents
        unused = exercise_id not in used and not outside and exercise_id not in content.drafts
        if unused and not _is_unreadable(content, exercise.folder.parent.name):
            module = content.module_folders.get(exercise.folder.parent.name)
            place = module[0].name if module else "its module"
            text = (
                f"no lesson uses {exercise_id}; add `- exercise: {exercise_id}` to one of {place}"
            )
            yield at(file, None, text)
        for number, name in enumerate(exercise.source.practises):
            if (
                name not in known
                and content.modules_are_whole
                and exercise_id.split("/")[0] not in unknown
            ):
                yield at(
                    file,
                    content.line(file, "practises", number),
                    f"practises {name}, which no module.yaml defines; "
                    + meant(name, known, "correct it or define it"),
                )
        for key in ("must_use", "must_avoid"):
            for number, name in enumerate(getattr(exercise.source.rules, key)):
                if not is_construct(name):
                    yield at(
                        file,
                        content.line(file, "rules", key, number),
                        f"`{name}` is not a construct; {meant(name, SYNTAX, LISTED)}",
                    )


@rule("course")
def _shared_places(content: Content) -> Iterator[Finding]:
    """No two exercises put different files of one name into the learner's folder."""
    homes: dict[tuple[str, str], Path] = {}
    for exercise in content.exercises.values():
        module = exercise.folder.parent.name
        for name, file in _places(exercise):
            other = homes.setdefault((module, name), file)
            if other != file and (not other.is_file() or other.read_bytes() != file.read_bytes()):
                text = (
                    f"the learner's folder would have two files {name}, this one and that of "
                    f"{other.relative_to(exercise.folder.parent).parts[0]}; give one another name"
                )
                yield at(file, None, text)


def _places(exercise: Exercise) -> Iterator[tuple[str, Path]]:
    """Each file beside the learner's: its place there and the file it is copied from."""
    yield exercise.file_name, exercise.folder / EXERCISE_FILE
    for file in exercise.test_files:
        if file.name != exercise.file_name:
            yield file.name, file
    if exercise.source.under_test:
        name = f"{exercise.source.under_test}.py"
        yield name, exercise.folder / name
    for file in exercise.data_files:
        yield file.relative_to(exercise.folder).as_posix(), file


def _visible(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.name not in _IGNORED
        and path.name != "__pycache__"
        and not path.name.startswith(".")
    )


@rule("course", "Module folders are named 03-like-this, and exercise folders belong to a module.")
def _stray(content: Content) -> Iterator[Finding]:
    """Nothing lies about that nothing reads."""
    lessons, exercises = content.lessons_folder, content.exercises_folder
    for path in _visible(lessons):
        if path.is_file() and path.name not in (COURSE_FILE, MISCONCEPTIONS_FILE):
            yield _astray(path, f"only {COURSE_FILE} and module folders belong here")
        elif path.is_dir() and path.name not in (REFERENCE, SHIFTS):
            if not _NUMBERED.match(path.name):
                text = "a module's folder is named 03-like-this (two digits, then words); rename it"
                yield at(path, None, text)
            for inner in _visible(path):
                if inner.is_dir() or inner.suffix != ".yaml":
                    yield _astray(inner, f"only {MODULE_FILE} and lessons (.yaml) belong here")
    for path in _visible(exercises):
        if path.is_file():
            yield _astray(path, "only module folders belong here")
            continue
        if path.name not in content.module_folders:
            near = next((m for m in content.module_folders if m == unnumbered(path.name)), None)
            advice = f"rename it {near}" if near else "rename it or add the module to lessons/"
            yield at(path, None, f"there is no module {path.name}; {advice}")
        for inner in _visible(path):
            if inner.is_file():
                yield _astray(inner, "only exercise folders belong here")
    for exercise in content.exercises.values():
        yield from _stray_in_exercise(exercise)


def _stray_in_exercise(exercise: Exercise) -> Iterator[Finding]:
    folder, kind, under_test = exercise.folder, exercise.source.kind, exercise.source.under_test
    known = EXERCISE_FILES.get(kind, EXERCISE_FILES["*"])
    for path in _visible(folder):
        if path.is_dir():
            if path.name in ("starter", "solution") and kind == "project":
                continue
            if path.name not in EXERCISE_FOLDERS:
                yield _astray(path, f"folders here are {', '.join(sorted(EXERCISE_FOLDERS))}")
        elif path.name not in known and not _is_test(path) and path.name != f"{under_test}.py":
            yield _astray(path, f"files here are {', '.join(sorted(known))} and test_*.py")
    for name in ("answers", "approaches", "bugs", "mistakes"):
        kept = name == "answers" or kind == "repo"
        suffix = answer_suffix(kind, exercise.package) if kept else ".py"
        for path in _visible(folder / name):
            if path.suffix != suffix or path.is_dir() == bool(suffix):
                what = f"files ending in {suffix}" if suffix else "folders of changed files"
                yield _astray(path, f"only {what} belong in {name}/")


def _is_test(path: Path) -> bool:
    return path.suffix == ".py" and (path.stem.startswith("test_") or path.stem.endswith("_test"))


def _astray(path: Path, belongs: str) -> Finding:
    return at(path, None, f"nothing reads this; {belongs}: move it or remove it")
