"""Lesson, module and course files read into structs."""

from __future__ import annotations

from pathlib import Path

from course.catalogue.documents import decode, read_content_file
from course.catalogue.names import MODULE_FILE, lesson_id, unnumbered
from course.errors import ContentError, Problem
from course.model import CourseSource, Lesson, LessonSource, ModuleSource


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
    problems: list[Problem] = []
    for number, step in enumerate(source.steps):
        where = ("steps", number, step.kind)
        content = step.content
        if step.kind == "choose" and not content.advise:
            if not any(choice.correct for choice in content.choices):
                problems.append(document.problem(where, "no choice is `correct: true`"))
        elif step.kind == "blank":
            blanks = content.code.count("___")
            if blanks != len(content.answers):
                problems.append(
                    document.problem(
                        where,
                        f"the code has {blanks} `___` and there are {len(content.answers)} answers",
                    )
                )
        elif step.kind == "spot":
            count = len(content.code.splitlines())
            if content.line > count:
                problems.append(
                    document.problem(where, f"line {content.line} is past the code's {count} lines")
                )
        if step.kind in ("order", "blank") and content.check is None and content.output is None:
            problems.append(
                document.problem(where, "a `check` (or an `output`) says when it is right; add one")
            )
    if problems:
        raise ContentError(tuple(problems))
    return Lesson(id=lesson_id(file), module=unnumbered(file.parent.name), path=file, source=source)
