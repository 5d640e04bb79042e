"""What a brief calls given is locked, so that no answer passes by changing it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from course.authoring.gate.findings import Finding
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject
from course.checking.rules import changed_parts

_STAYS = re.compile(r"\b(is|are) given\b|\bstays? as (it is|it was|they are|they were)\b")
_NAME = re.compile(r"`([A-Za-z_]\w*)")


@rule("exercise")
def check_given(subject: Subject) -> list[Finding]:
    """What a brief says stays as it is, is locked."""
    exercise = subject.exercise
    if exercise.package or subject.kind in ("test", "review"):
        return []
    try:
        names = {*_defined(exercise.starter)}
        names_given = set(_given(exercise.source.brief)) & names - set(exercise.source.rules.locked)
        changed = changed_parts(exercise.starter, subject.solution, tuple(names_given))
    except SyntaxError:  # a ticket about a file that cannot be read
        return []
    return [
        subject.in_yaml(
            f"the brief says that `{name}` stays as it is, and a learner may change it; name it "
            "in `locked` under `rules`",
            "brief",
        )
        for name in sorted(names_given - changed.keys())
    ]


def _defined(source: str) -> Iterator[str]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name


def _given(brief: str) -> Iterator[str]:
    """The names before the words, in one sentence: "`a` and `b` stay as they are"."""
    for sentence in re.split(r"(?<=[.:;])\s|\n\s*[-*]\s|\n\n", brief):
        if match := _STAYS.search(" ".join(sentence.split())):
            yield from _NAME.findall(" ".join(sentence.split())[: match.start()])
