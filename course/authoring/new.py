"""Scaffolds: files that lack only what the author must say, marked TODO for the gate to name."""

from __future__ import annotations

from pathlib import Path

from course.authoring import scaffolds
from course.authoring.gate.content import Content
from course.errors import WrongUse

KINDS = ("write", "fix", "test", "review", "refactor", "project")


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
    number = max(numbers, default=0) + 1
    made[folder / f"{number:02}-{lesson}.yaml"] = scaffolds.lesson()
    return _write(made)


def new_exercise(content: Content, name: str, kind: str) -> list[Path]:
    """Make the folder of exercise `module/name`; the files made.

    Raises CourseError where the id is none or is taken.
    """
    module, exercise = _parts(name, "exercise", hyphens=False)
    folder = content.exercises_folder / module / exercise
    if folder.exists():
        raise WrongUse(f"There is an exercise {name} already: {folder}")
    _module_folder(content, module)
    files = scaffolds.exercise(kind, exercise)
    return _write({folder / place: text for place, text in files.items()})


def _parts(name: str, what: str, hyphens: bool) -> tuple[str, str]:
    module, slash, rest = name.partition("/")
    plain = rest.replace("-" if hyphens else "_", "")
    if not slash or not module or not plain.isalnum() or not plain.islower() or rest[0].isdigit():
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
        known = ", ".join(named) or "none yet"
        raise WrongUse(
            f"The course has no module {module}. Its modules are: {known}. "
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
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return list(files)
