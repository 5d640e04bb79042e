"""An exercise folder read into an `Exercise`; every problem of the folder at once."""

from __future__ import annotations

import ast
import keyword
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from course.catalogue import kinds
from course.catalogue.documents import decode, leading_out, read_content_file, read_text
from course.catalogue.names import EXERCISE_FILE
from course.catalogue.package import read_package
from course.errors import ContentError, Problem
from course.model import (
    BESIDE,
    Approach,
    Defect,
    Exercise,
    ExerciseSource,
    Milestone,
    Mistake,
    RepoScript,
)

_NEEDS_TESTS = ("write", "fix", "refactor", "repo")


def read_exercise(folder: Path) -> Exercise:
    """Read any exercise folder, in the catalogue or not.

    Raises ContentError with every problem: no `exercise.yaml`, keys it does not know, no tests,
    a mistake without a docstring. The reference solution is not opened.
    """
    folder = _own_folder(folder)
    problems: list[Problem] = []
    source: ExerciseSource | None = None
    try:
        source = read_exercise_source(folder)
    except ContentError as error:
        problems.extend(error.problems)
    mistakes = _described(folder / "mistakes", problems)
    approaches = _described(folder / "approaches", problems)
    bugs = _described(folder / "bugs", problems)
    test_files = _test_files(folder)
    module_name = (source.module if source else None) or folder.name
    problems.extend(_out_of_place(folder, source, test_files, module_name))
    start = _Start()
    try:
        if source is not None:
            start = _start_of(folder, source)
            if source.kind == "project":
                source = kinds.with_milestones(source, start.milestones)
            test_files += tuple(file for stage in start.milestones for file in stage.test_files)
            problems.extend(kinds.check_files(folder, source))
    except ContentError as error:
        problems.extend(error.problems)
    if problems or source is None:
        raise ContentError(tuple(problems))
    return Exercise(
        id=f"{folder.parent.name}/{folder.name}",
        folder=folder,
        source=source,
        module_name=module_name,
        starter=start.text,
        test_files=test_files,
        mistakes=tuple(Mistake(path.stem, path, words) for path, words in mistakes),
        approaches=tuple(Approach(path.stem, path, words) for path, words in approaches),
        data_files=_files(folder / "data") + _files(folder / BESIDE),
        bugs=tuple(Mistake(path.stem, path, words) for path, words in bugs),
        defects=start.defects,
        milestones=start.milestones,
        package=(folder / "starter").is_dir(),
        start=start.script,
    )


def _own_folder(folder: Path) -> Path:
    """The whole path of a folder that is there and in which no link leads out of it."""
    folder = Path(folder).absolute()
    if not folder.is_dir():
        raise ContentError((Problem(folder, None, "there is no such exercise folder"),))
    if links := leading_out(folder):
        raise ContentError(links)
    return folder


class _Start(NamedTuple):
    """What the learner begins with, and what is known of it."""

    text: str = ""
    defects: tuple[Defect, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    script: RepoScript | None = None


def _start_of(folder: Path, source: ExerciseSource) -> _Start:
    """Raises `ContentError` where a file of it cannot be read."""
    if source.kind == "review":
        return _Start(read_text(folder / kinds.DIFF), kinds.read_defects(folder))
    if source.kind == "repo":
        return _Start(script=kinds.read_script(folder / kinds.START))
    text = ""
    if (folder / "starter").is_dir():
        text = read_package(folder / "starter")
    elif (folder / "starter.py").is_file():
        text = read_text(folder / "starter.py")
    return _Start(text, (), kinds.read_milestones(folder) if source.kind == "project" else ())


def _out_of_place(
    folder: Path, source: ExerciseSource | None, test_files: tuple[Path, ...], module_name: str
) -> Iterator[Problem]:
    """What is missing in a folder, or does not belong there."""
    if source is not None and source.kind in _NEEDS_TESTS and not test_files:
        yield Problem(folder, None, f"there are no tests; add test_{folder.name}.py")
    if not module_name.isidentifier() or keyword.iskeyword(module_name):
        text = f"`{module_name}` cannot be a module's name; set `module:` or rename the folder"
        yield Problem(folder / EXERCISE_FILE, None, text)
    if (folder / "starter").is_dir() and source is not None and source.kind != "project":
        text = "only a project starts from several files; make it starter.py"
        yield Problem(folder / "starter", None, text)


def reference(exercise: Exercise) -> str:
    """The reference solution: `solution.py`, a package's files, a review with every defect.

    Of a repository, the commands."""
    if exercise.source.kind == "review":
        return kinds.reference_review(exercise.starter, exercise.defects)
    if exercise.package:
        return read_package(exercise.solution_path)
    if exercise.start is not None:
        return kinds.as_commands(kinds.read_script(exercise.solution_path))
    return read_text(exercise.solution_path)


def read_exercise_source(folder: Path) -> ExerciseSource:
    """`exercise.yaml` alone: what the index needs."""
    document = read_content_file(folder / EXERCISE_FILE)
    source = decode(document, ExerciseSource)
    limits = source.rules.limits
    try:
        ast.parse((limits.workload or "") if limits else "")
    except (SyntaxError, ValueError) as error:
        words = f"the workload is not Python ({getattr(error, 'msg', error)}); correct it"
        raise ContentError((document.problem(("rules", "limits", "workload"), words),)) from None
    return source


def _test_files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted({*folder.glob("test_*.py"), *folder.glob("*_test.py")}))


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(
        sorted(
            path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
        )
    )


def _described(folder: Path, problems: list[Problem]) -> list[tuple[Path, str]]:
    """Each Python file of the folder with its docstring; a file without one is a problem."""
    described: list[tuple[Path, str]] = []
    for path in sorted(folder.glob("*.py")):
        try:
            docstring = ast.get_docstring(ast.parse(read_text(path)))
        except ContentError as error:
            problems.extend(error.problems)
            continue
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            line = getattr(error, "lineno", None)
            words = error.args[0] if error.args else "it is nested too deep"
            problems.append(Problem(path, line, f"this is not Python: {words}"))
            continue
        if docstring:
            described.append((path, docstring))
        else:
            problems.append(
                Problem(path, 1, "there is no docstring; its first lines are what is shown")
            )
    return described
