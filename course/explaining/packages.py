"""What is told about a project of several files: in the file where its code went wrong."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping

import msgspec

from course.catalogue.package import joined, split
from course.checking.calls_in_tests import imported_names
from course.explaining.diagnose import diagnose
from course.explaining.evidence import Evidence
from course.explaining.hypothesis import Laboratory
from course.explaining.on_returns import nothing_yet
from course.explaining.syntax_tree import parse
from course.model import CheckReport, Diagnosis, Exercise, TestResult

_MOST_FILES = 2
"""So many files are searched for a mend: that of the call that fails, then what it imports."""
MakeLaboratory = Callable[[str, float], Laboratory]
"""Where causes in a file are put to the test, in that share of the time."""


async def diagnose_package(
    report: CheckReport,
    exercise: Exercise,
    text: str,
    laboratory: MakeLaboratory | None = None,
) -> tuple[Diagnosis, ...]:
    """As `diagnose`, with the file that an exception came out of in the place of the source.

    Where no exception passed through the learner's files, it is the file that the failing call is
    in, and then the one that a proven mend is in.
    """
    files = split(text)
    report = _without_asserts_of_given(report, files)
    file = _where(report, exercise)
    if not file and (unwritten := _unwritten(report, exercise, files)):
        return (unwritten,)
    suspects = [file] if file else _suspects(report, exercise, files)
    found: list[tuple[Diagnosis, ...]] = []
    for each in suspects or [""]:
        bench = laboratory(each, 1 / len(suspects)) if laboratory and each in files else None
        diagnoses = await diagnose(report, exercise, files.get(each, ""), None, bench)
        found.append(_told_of_file(diagnoses, each))
        if any(one.kind == "symptom" and one.line is not None for one in found[-1]):
            return found[-1]
    return found[0]


def _told_of_file(diagnoses: tuple[Diagnosis, ...], file: str) -> tuple[Diagnosis, ...]:
    """What is said of one file, with its name: there is more than one that is the learner's."""
    told = []
    for one in diagnoses:
        if one.name == "empty_file":  # no failing test tells which file that would be
            continue
        if file:
            text = one.text.replace("in your file", f"in `{file}`")
            one = msgspec.structs.replace(one, text=text)
        if file and one.line is not None:
            one = msgspec.structs.replace(one, file=file, text=f"In `{file}`: {one.text}")
        told.append(one)
    return tuple(told)


def _without_asserts_of_given(report: CheckReport, files: Mapping[str, str]) -> CheckReport:
    """The report, with what an `assert` in a given file raised as an exception of the test."""

    def plain(test: TestResult) -> TestResult:
        raised = test.exception
        if raised is None or raised.type != "AssertionError" or not raised.frames:
            return test
        if any(frame.file in files for frame in raised.frames[-1:]):
            return test
        bare = msgspec.structs.replace(raised, frames=())
        return msgspec.structs.replace(test, exception=bare, call=None)

    return msgspec.structs.replace(report, tests=tuple(map(plain, report.tests)))


def _where(report: CheckReport, exercise: Exercise) -> str:
    """The file that an exception came out of: that of the call which is told, if there is one."""
    failing = report.first_failure
    told = [case.exception for case in Evidence(report, exercise, "").failing]
    for exception in (report.exception, *told, failing and failing.exception):
        if exception and exception.frames:
            return exception.frames[-1].file.removeprefix(f"{exercise.module_name}/")
    return ""


def _suspects(report: CheckReport, exercise: Exercise, files: Mapping[str, str]) -> list[str]:
    """The files where the fault may be: what a failing test asks comes first.

    Then come those of which the tests import a function, the others, and what these import.
    """
    imported = [name for name in _imported(exercise) if name in files]
    failed = [test for test in report.tests if test.outcome in ("failed", "error")]
    asked = {name for it in failed for name in _called_in(f"{it.call or ''} {it.compared or ''}")}
    wanted = {name for name in imported_names(exercise) if name[:1].islower()}
    ordered = [name for name in imported if asked & _defines(files[name])]
    ordered += [name for name in imported if wanted & _defines(files[name])]
    ordered += imported
    for name in list(ordered):
        ordered += [it for it in _imports_of(files[name], exercise.module_name) if it in files]
    has_code = [name for name in dict.fromkeys(ordered) if _defines(files[name])]
    return has_code[:_MOST_FILES]


def _called_in(text: str) -> set[str]:
    """The names that something is asked for by, in a text of calls."""
    return set(re.findall(r"(\w+)\(", text))


def _defines(source: str) -> set[str]:
    """The functions, methods and classes of a file."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    tree = parse(source)
    return {node.name for node in (ast.walk(tree) if tree else ()) if isinstance(node, kinds)}


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
    sources = [path.read_text(encoding="utf-8") for path in exercise.test_files]
    names = [name for text in sources for name in _imports_of(text, exercise.module_name)]
    return list(dict.fromkeys(names))


def _imports_of(source: str, package: str) -> list[str]:
    """The files of a package that some code imports something from."""
    names: list[str] = []
    tree = parse(source)
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.ImportFrom) and node.module:
            own, _, inner = node.module.partition(".")
            if own == package:
                parts = [inner] if inner else [alias.name for alias in node.names]
                names += [f"{part.replace('.', '/')}.py" for part in parts]
    return names
