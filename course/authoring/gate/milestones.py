"""Milestones are numbered, and each can be reached without what only a later one asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject
from course.authoring.gate.texts import own_brief
from course.catalogue.documents import read_text

_NUMBERED = re.compile(r"^(\d\d)-[a-z0-9]+(?:-[a-z0-9]+)*$")


@rule("kind")
def milestones_are_numbered(subject: Subject) -> Iterator[Finding]:
    """The folders of milestones are named 01-like-this, 02-like-that: counted from 01, no gap."""
    for place, stage in enumerate(subject.exercise.milestones, 1):
        match = _NUMBERED.match(stage.name)
        if match is None:
            text = "a milestone's folder is named 01-like-this: two digits, then words in small "
            yield at(stage.folder, None, f"{text}letters with hyphens; rename it")
        elif int(match[1]) != place:
            text = f"this is milestone {place} and its number is {match[1]}; number them from 01 on"
            yield at(stage.folder, None, text)


@rule("kind")
def milestones_stand_alone(subject: Subject) -> Iterator[Finding]:
    """A milestone's tests use only names that its brief, an earlier one or the starter has."""
    exercise = subject.exercise
    if subject.kind != "project" or exercise.package:
        return
    stages = exercise.milestones
    texts = f"{own_brief(exercise)}\n{exercise.starter}"
    for number, stage in enumerate(stages):
        texts += f"\n{stage.source.title}\n{stage.source.brief}"
        later = "\n".join(f"{one.source.title}\n{one.source.brief}" for one in stages[number + 1 :])
        for file in stage.test_files:
            for name, line in _used(read_text(file), exercise.module_name):
                if not _says(name, texts) and _says(name, later):
                    text = (
                        f"this milestone needs `{name}`, which only a later one asks for; test it"
                    )
                    yield at(file, line, f"{text} there")


def _says(name: str, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", text))


def _used(source: str, module: str) -> Iterator[tuple[str, int]]:
    """Names of the learner's module that a test file uses, each with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == module:
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == module
        ):
            yield node.attr, node.lineno
