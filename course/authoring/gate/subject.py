"""The exercise in hand: its files, where its problems are told, what a check said in few words."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.runs import Runs
from course.catalogue.documents import read_text
from course.catalogue.exercises import reference
from course.catalogue.kinds import START
from course.catalogue.names import EXERCISE_FILE
from course.catalogue.package import files_of
from course.checking.kinds.test import over_code_under_test
from course.model import ENDED_BY_A_LIMIT, CheckReport, Exercise, Rules, Verdict


@dataclass(frozen=True, slots=True)
class Subject:
    """The exercise in hand with what its problems are told by."""

    content: Content
    exercise: Exercise
    runs: Runs

    @property
    def kind(self) -> str:
        """The exercise's kind."""
        return self.exercise.source.kind

    @property
    def folder(self) -> Path:
        """The exercise's folder."""
        return self.exercise.folder

    def in_yaml(self, text: str, *part: str | int) -> Finding:
        """A problem at a part of `exercise.yaml`."""
        file = self.folder / EXERCISE_FILE
        return at(file, self.content.line(file, *part), text)

    @property
    def starter_path(self) -> Path:
        """Where the learner's start is: a file, a package's folder, or a repository's script."""
        if self.exercise.start is not None:
            return self.folder / START
        return self.folder / ("starter" if self.exercise.package else "starter.py")

    @property
    def solution(self) -> str:
        """The reference; "" where it is missing, which is told of elsewhere."""
        return reference(self.exercise) if self.exercise.solution_path.exists() else ""


def python_files(path: Path) -> list[Path]:
    """The Python files of a solution or starter: itself, or those of a package's folder."""
    if not path.is_dir():
        return [path] if path.suffix == ".py" else []
    return [file for file in files_of(path) if file.suffix == ".py"]


def imported_modules(node: ast.AST) -> list[str]:
    """The modules that a statement imports, by their first names."""
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module.partition(".")[0]]
    return []


def report_line(report: CheckReport) -> str:
    """What a check found, in a few words for a message."""
    if report.verdict in ENDED_BY_A_LIMIT:
        return f"it ran into a limit ({report.verdict})"
    if report.verdict is Verdict.BROKE_RULES and report.diagnosis:
        return f"it breaks a rule: {' '.join(report.diagnosis[0].text.split())}"
    if report.exception:
        return f"{report.exception.type}: {report.exception.message}".strip()
    failing = report.first_failure
    if failing is None:
        return str(report.verdict)
    if failing.call and failing.got is not None and failing.expected is not None:
        return f"{failing.id}: {failing.call} gives {failing.got}, not {failing.expected}"
    if failing.exception:
        return f"{failing.id}: {failing.exception.type}: {failing.exception.message}"
    words = (failing.message or failing.outcome).splitlines()[0]
    name = failing.id.removeprefix("limit::")
    is_measured = name not in (failing.id, "workload")
    return f"{name}: {words}; {failing.expected}" if is_measured else f"{name}: {words}"


class PlainTests(NamedTuple):
    """The tests of any kind of exercise as plain ones, and what passes them.

    `place` is the file or the package that passes, `source` what a learner hands in with it.
    """

    place: Path
    exercise: Exercise
    source: str


def plain_tests(subject: Subject, folder: Path) -> PlainTests:
    """The tests of an exercise as plain ones.

    For the kind *test* these are the reference's tests, copied to `folder`, over the code under
    test; for a project, those of all milestones, with the time of all.
    """
    exercise = subject.exercise
    if subject.kind == "test":
        turned = over_code_under_test(exercise, subject.solution, folder)
        place = subject.folder / f"{exercise.source.under_test}.py"
        return PlainTests(place, turned, read_text(place))
    return PlainTests(exercise.solution_path, as_plain(exercise), subject.solution)


def as_plain(exercise: Exercise) -> Exercise:
    """The tests alone of an exercise that may have limits or milestones, with the time of all."""
    timeout = exercise.source.timeout * max(1, len(exercise.milestones))
    source = msgspec.structs.replace(exercise.source, kind="write", rules=Rules(), timeout=timeout)
    return msgspec.structs.replace(exercise, source=source, mistakes=(), milestones=())
