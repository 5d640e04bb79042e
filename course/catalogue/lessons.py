"""Lesson, module and course files read into structs."""

from __future__ import annotations

from pathlib import Path

from course.catalogue.documents import decode, read_content_file
from course.catalogue.names import MODULE_FILE, lesson_id, unnumbered
from course.errors import ContentError
from course.model import (
    CourseSource,
    Lesson,
    LessonSource,
    Misconception,
    ModuleSource,
    Question,
)


def read_misconceptions(file: Path) -> dict[str, Misconception]:
    """What is often mixed up, by id; nothing where the course does not say. Raises ContentError."""
    if not file.is_file():
        return {}
    return decode(read_content_file(file), dict[str, Misconception])


def read_course(file: Path) -> CourseSource:
    """`lessons/course.yaml`; problems too when a path names a module the course has not."""
    document = read_content_file(file)
    course = decode(document, CourseSource)
    problems = [
        document.problem(
            ("paths", number, "modules"),
            f"path `{path.id}` names `{module}`, which is not among the course's modules",
        )
        for number, path in enumerate(course.paths)
        for module in path.modules
        if module not in course.modules
    ]
    problems += [
        document.problem(
            ("paths", number),
            f"path `{path.id}` names `{module}` in `keep` or `one_of`, but not in `modules`",
        )
        for number, path in enumerate(course.paths)
        for module in (*path.keep, *path.one_of)
        if module not in path.modules
    ]
    problems += [
        document.problem(("job", number), f"`{module}` is not among the course's modules")
        for number, area in enumerate(course.job)
        for module in area.modules
        if module not in course.modules
    ]
    if problems:
        raise ContentError(tuple(problems))
    return course


def read_module(folder: Path) -> ModuleSource:
    """`module.yaml`, or what the folder's name says where there is none."""
    file = folder / MODULE_FILE
    if not file.exists():
        return ModuleSource(title=unnumbered(folder.name).replace("-", " ").capitalize())
    return decode(read_content_file(file), ModuleSource)


def read_lesson(file: Path) -> Lesson:
    """A lesson file; ContentError holds every problem in it, each with its line."""
    document = read_content_file(file)
    source = decode(document, LessonSource)
    problems = [
        document.problem(("steps", number, step.kind, *part), words)
        for number, step in enumerate(source.steps)
        if isinstance(step.content, Question)
        for part, words in step.content.problems()
    ]
    if problems:
        raise ContentError(tuple(problems))
    return Lesson(id=lesson_id(file), module=unnumbered(file.parent.name), path=file, source=source)
