"""Scaffolds: files that lack only what the author must say, marked TODO for the gate to name."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

from course.authoring import scaffolds
from course.authoring.gate.content import Content
from course.authoring.schema import write_schemas
from course.errors import WrongUse
from course.learner.files import write_output
from course.shift.scenario import FOLDER as SHIFTS

CHECKPOINT = 99
"""The number of a module's last lesson, which looks back; others come before it."""


def new_lesson(content: Content, name: str) -> list[Path]:
    """Make the file of lesson `module/name`, numbered after the last; the files made.

    Raises CourseError where the id is none or is taken.
    """
    module, lesson = _parts(name, "lesson", hyphens=True)
    if name in content.lesson_files:
        raise WrongUse(f"There is a lesson {name} already: {content.lesson_files[name][0]}")
    folder = _module_folder(content, module)
    made = {}
    if not (folder / "module.yaml").exists():
        made[folder / "module.yaml"] = scaffolds.MODULE
    numbers = [int(file.name[:2]) for file in folder.glob("[0-9][0-9]-*.yaml")]
    number = max((one for one in numbers if one < CHECKPOINT), default=0) + 1
    if number in (CHECKPOINT, 100):
        raise WrongUse(f"The numbers of {folder} are used up to 98; renumber its lessons first.")
    made[folder / f"{number:02}-{lesson}.yaml"] = scaffolds.lesson()
    return _write(made)


def new_exercise(content: Content, name: str, kind: str) -> list[Path]:
    """Make the folder of exercise `module/name`; the files made.

    Raises CourseError where the id is none or is taken.
    """
    module, exercise = _parts(name, "exercise", hyphens=False)
    if kind == "test" and not exercise.startswith("test_"):
        raise WrongUse(
            f"The id of a test exercise names the code it tests: {module}/test_{exercise} for "
            f"tests of {exercise}.py."
        )
    if exercise in sys.stdlib_module_names:
        raise WrongUse(
            f"The learner's file would be {exercise}.py and hide Python's own module {exercise}. "
            "Give the exercise another name."
        )
    folder = content.exercises_folder / module / exercise
    if folder.exists():
        raise WrongUse(f"There is an exercise {name} already: {folder}")
    _module_folder(content, module)
    files = scaffolds.exercise(kind, exercise)
    return _write({folder / place: text for place, text in files.items()})


def new_course(name: str) -> list[Path]:
    """Make a course in a folder of its own: one module, one lesson, one exercise, all of it good.

    The schemas for editors, which new lessons and exercises name, lie in its `docs/schema`.

    Raises CourseError where the folder is there and has something in it.
    """
    folder = Path(name).absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongUse(f"{folder} is there already. Name a folder that is not, or an empty one.")
    sample = Path(__file__).with_name("sample_course")
    texts = {
        folder / file.relative_to(sample): file.read_text(encoding="utf-8")
        for file in sorted(sample.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    }
    return [*_write(texts), *write_schemas(folder / "docs" / "schema")]


def new_shift(content: Content, name: str) -> list[Path]:
    """Make the folder of a shift: a service, a branch, a release that goes wrong, and its play.

    Raises CourseError where the name is none or is taken.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", name):
        raise WrongUse(f"{name} cannot name a shift. Write lower-case words with hyphens between.")
    folder = content.lessons_folder / SHIFTS / name
    if folder.exists():
        raise WrongUse(f"There is a shift {name} already: {folder}")
    sample = Path(__file__).with_name("sample_shift")
    files = sorted(sample.glob("*.yaml"))
    return _write({folder / file.name: file.read_text(encoding="utf-8") for file in files})


def how_to_go_on(name: str) -> str:
    """What to do with a course that was just made."""
    return (
        f"\nThis is a course that works. Make it yours, and look at it as learners do:\n"
        f"    export COURSE_CONTENT={shlex.quote(str(Path(name).absolute()))}\n"
        f"    course author check\n"
        f"    course"
    )


def _parts(name: str, what: str, hyphens: bool) -> tuple[str, str]:
    module, slash, rest = name.partition("/")
    words = r"[a-z][a-z0-9]*"
    wanted = rf"{words}(?:-[a-z0-9]+)*" if hyphens else rf"{words}(?:_[a-z0-9]+)*"
    if not slash or not re.fullmatch(r"[a-z0-9-]+", module) or not re.fullmatch(wanted, rest):
        shape = "module/return-values" if hyphens else "module/find_sku"
        words = "hyphens" if hyphens else "underscores"
        raise WrongUse(
            f"{name} cannot be the id of {'a lesson' if what == 'lesson' else 'an exercise'}. "
            f"Write it like {shape}: the module, a slash, lower-case words with {words} between."
        )
    return module, rest


def _module_folder(content: Content, module: str) -> Path:
    """The module's folder; a new one only where the course names the module."""
    if folders := content.module_folders.get(module):
        return folders[0]
    named = list(content.course.modules) if content.course else []
    if module not in named:
        names = ", ".join(named) or "none yet"
        raise WrongUse(
            f"The course has no module {module}. Its modules are: {names}. "
            f"Add {module} to `modules` in {content.lessons_folder / 'course.yaml'} first."
        )
    place = named.index(module)
    before = [
        content.module_folders[one][0] for one in named[:place] if one in content.module_folders
    ]
    number = int(before[-1].name[:2]) + 1 if before else place
    return content.lessons_folder / f"{number:02}-{module}"


def _write(files: dict[Path, str]) -> list[Path]:
    for file, text in files.items():
        write_output(file, text.encode())
    return list(files)
