"""What is told about a project of several files: in the file where its code went wrong."""

from __future__ import annotations

import ast

import msgspec

from course.catalogue.package import joined, split
from course.explaining.diagnose import diagnose
from course.explaining.evidence import Evidence
from course.explaining.on_returns import nothing_yet
from course.explaining.syntax_tree import parse
from course.model import CheckReport, Diagnosis, Exercise


async def diagnose_package(
    report: CheckReport, exercise: Exercise, text: str
) -> tuple[Diagnosis, ...]:
    """As `diagnose`, with the file that an exception came out of in the place of the source.

    Where no exception passed through the learner's files, nothing is said of their code, but that
    a function which the tests call is still to be written.
    """
    files = split(text)
    file = _where(report, exercise)
    if not file and (unwritten := _unwritten(report, exercise, files)):
        return (unwritten,)
    diagnoses = await diagnose(report, exercise, files.get(file, ""))
    return tuple(
        one
        if one.line is None or not file
        else msgspec.structs.replace(one, file=file, text=f"In `{file}`: {one.text}")
        for one in diagnoses
        if one.name != "empty_file"  # no failing test of a package tells which file that would be
    )


def _where(report: CheckReport, exercise: Exercise) -> str:
    """The file that an exception came out of: that of the call which is told, if there is one."""
    failing = report.first_failure
    told = [case.exception for case in Evidence(report, exercise, "").failing]
    for exception in (report.exception, *told, failing and failing.exception):
        if exception and exception.frames:
            return exception.frames[-1].file.removeprefix(f"{exercise.module_name}/")
    return ""


def _unwritten(report: CheckReport, exercise: Exercise, files: dict[str, str]) -> Diagnosis | None:
    """That a function has no code yet, in one of the files that the tests import."""
    python = joined({name: files[name] for name in _imported(exercise) if name in files})
    evidence = Evidence(report, exercise, python)
    saying = nothing_yet(evidence)
    if saying is None or saying.line is None:
        return None
    functions = evidence.functions.items()
    name = next((it for it, function in functions if function.lineno == saying.line), "")
    test = next((case.test for case in saying.cases if case.function == name), None)
    headings = {joined({it: ""}).rstrip("\n"): it for it in files}
    before = python.split("\n")[: saying.line]
    top = max(at for at, line in enumerate(before) if line in headings)
    file, line = headings[before[top]], saying.line - top - 1
    text = f"In `{file}`: {saying.text}"
    return Diagnosis("symptom", text, "nothing_yet", line, test, file=file, proof="observed")


def _imported(exercise: Exercise) -> list[str]:
    """The files of the package that its tests import something from."""
    names: list[str] = []
    for test in exercise.test_files:
        tree = parse(test.read_text(encoding="utf-8"))
        for node in ast.walk(tree) if tree else ():
            if isinstance(node, ast.ImportFrom) and node.module:
                package, _, inner = node.module.partition(".")
                if package == exercise.module_name:
                    parts = [inner] if inner else [alias.name for alias in node.names]
                    names += [f"{part.replace('.', '/')}.py" for part in parts]
    return list(dict.fromkeys(names))
