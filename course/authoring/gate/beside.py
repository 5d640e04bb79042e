"""The files beside a lesson's programs: their names, that they load, that they are used."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.catalogue.beside import beside, program_of
from course.model import Lesson

_TAKEN = {"main", *sys.stdlib_module_names}
"""Names of modules that a file would hide."""


@rule("lesson", "A file beside a lesson hides no module of Python or of a library.")
def check_files(content: Content, lesson: Lesson) -> Iterator[Finding]:
    """A file beside a lesson's programs is Python, if it is called so, and one of them uses it."""
    needed = {need for step in lesson.steps for need in getattr(step.content, "needs", ())}
    programs = [program_of(step.content) for step in lesson.steps if step.kind != "choose"]
    used = {name for program in programs for name in beside(program, lesson.files)}
    for name, text in lesson.files.items():
        module, _, kind = name.partition(".")

        def problem(words: str, name: str = name) -> Finding:
            line = content.line(lesson.path, "files", name)
            return at(lesson.path, line, f"file {name}: {words}")

        if kind == "py":
            if module in _TAKEN | needed:
                yield problem(f"it hides the module `{module}`; give it another name")
            try:
                ast.parse(text)
            except SyntaxError as error:
                yield problem(f"line {error.lineno} is not Python ({error.msg}); correct it")
        if name not in used:
            yield problem("no program of this lesson uses it; import it in one, or remove it")
