"""What exercises beyond write and fix have in their folders: bugs, defects, milestones, scripts."""

from __future__ import annotations

from pathlib import Path

import msgspec

from course.catalogue.documents import decode, read_content_file, read_text
from course.errors import ContentError, Problem
from course.model import Defect, ExerciseSource, Milestone, MilestoneSource, RepoScript
from course.plural import counted

DIFF = "change.diff"
DEFECTS = "defects.yaml"
START = "start.yaml"
MILESTONE = "milestone.yaml"
MARK = ">>"
"""A line of a review that begins so is a comment on the line of the diff above it."""


class _Defects(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    defects: tuple[Defect, ...]


def read_defects(folder: Path) -> tuple[Defect, ...]:
    """`defects.yaml` of a review; ContentError where a line is not in the diff."""
    document = read_content_file(folder / DEFECTS)
    defects = decode(document, _Defects).defects
    last = len(read_text(folder / DIFF).splitlines())
    problems = [
        document.problem(
            ("defects", number, "lines"),
            f"line {line} is past the end of {DIFF}, which has {counted(last, 'line')}",
        )
        for number, defect in enumerate(defects)
        for line in defect.lines
        if line > last
    ]
    if problems:
        raise ContentError(tuple(problems))
    return defects


def read_milestones(folder: Path) -> tuple[Milestone, ...]:
    """The stages of a project in order; ContentError holds every problem of all of them."""
    problems: list[Problem] = []
    milestones: list[Milestone] = []
    for stage in sorted(path for path in folder.glob("milestones/*") if path.is_dir()):
        if stage.name == "__pycache__":
            continue
        tests = tuple(sorted(stage.glob("test_*.py")))
        if not tests:
            problems.append(Problem(stage, None, "this milestone has no tests; add test_*.py"))
        try:
            source = decode(read_content_file(stage / MILESTONE), MilestoneSource)
        except ContentError as error:
            problems.extend(error.problems)
        else:
            milestones.append(Milestone(stage.name, stage, source, tests))
    if not milestones and not problems:
        problems.append(
            Problem(folder, None, "a project has milestones; add milestones/01-.../milestone.yaml")
        )
    if problems:
        raise ContentError(tuple(problems))
    return tuple(milestones)


def with_milestones(source: ExerciseSource, milestones: tuple[Milestone, ...]) -> ExerciseSource:
    """The project's brief and hints with those of its milestones after them, in order."""
    briefs = [source.brief.rstrip()]
    hints = list(source.hints)
    for number, milestone in enumerate(milestones, start=1):
        briefs.append(
            f"## Milestone {number}: {milestone.source.title}\n\n{milestone.source.brief}"
        )
        hints += milestone.source.hints
    return msgspec.structs.replace(source, brief="\n\n".join(briefs), hints=tuple(hints))


def reference_review(diff: str, defects: tuple[Defect, ...]) -> str:
    """The review a careful reader would write: each defect under its last line."""
    lines = diff.splitlines()
    for defect in sorted(defects, key=lambda one: -max(one.lines)):
        why = " ".join(defect.why.split())
        lines.insert(max(defect.lines), f"{MARK} {defect.category}: {why}")
    return "\n".join(lines) + "\n"


def read_script(file: Path) -> RepoScript:
    """A script of a repository: its start, a solution or an answer; ContentError if it is none."""
    return decode(read_content_file(file), RepoScript)


def as_commands(script: RepoScript) -> str:
    """A script as one would type it: git commands, and for each file that is written, a remark."""
    lines = []
    for step in script.steps:
        lines += [f"# write {name}" for name in step.write]
        lines += [f"# delete {name}" for name in step.remove]
        if step.git:
            lines.append(f"git {step.git}")
    return "".join(f"{line}\n" for line in lines)


def check_files(folder: Path, source: ExerciseSource) -> list[Problem]:
    """Files a kind cannot do without, and which are not there."""
    if source.kind != "test":
        return []
    problems: list[Problem] = []
    if source.under_test is None:
        problems.append(
            Problem(
                folder / "exercise.yaml",
                None,
                "`under_test` is missing; name the module the learner's tests import",
            )
        )
    elif not (folder / f"{source.under_test}.py").is_file():
        problems.append(
            Problem(
                folder / f"{source.under_test}.py",
                None,
                "this file is missing; it is the right code, which the learner's tests import",
            )
        )
    return problems
