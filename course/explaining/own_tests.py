"""What is told about tests that a learner wrote: why one stops, and why one notices nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import msgspec

from course.checking.words import code
from course.explaining.syntax_tree import Function, names_in, parse
from course.model import CheckReport, Diagnosis, TestResult

_OF_A_TEST = frozenset({"AssertionError", "Failed"})


def diagnose_own_tests(report: CheckReport, source: str) -> tuple[Diagnosis, ...]:
    """What the check says of the tests, with the cause where it is seen in their code."""
    first = report.diagnosis[0] if report.diagnosis else None
    tree = parse(source)
    if first is None or tree is None:
        return report.diagnosis
    if first.name == "fails_on_right" and report.first_failure is not None:
        told = _stopped(report.first_failure, first, tree, source)
        return (told or first, *report.diagnosis[1:])
    if first.name == "bug_got_away":
        seen = next(_notices_nothing(tree, source), None)
        return report.diagnosis if seen is None else (seen, *report.diagnosis)
    return report.diagnosis


def _stopped(
    failing: TestResult, first: Diagnosis, tree: ast.Module, source: str
) -> Diagnosis | None:
    """A test that an exception ended: one of its own, or one that the right code raises."""
    exception = failing.exception
    if exception is None or exception.type in _OF_A_TEST:
        return None
    where = f" on line {first.line}, {_code(source, first.line)}," if first.line else ""
    stopped = f"Your test `{failing.id}` stopped{where} with `{exception.type}`."
    if exception.type in ("NameError", "UnboundLocalError", "ImportError"):
        text = f"{stopped} Python says: {code(exception.message, 100)}."
    elif first.line is not None and exception.type in _compared_with(tree, first.line):
        text = (
            f"{stopped} That is right: an exception is raised, not returned, so `==` never sees "
            f"it. `with pytest.raises({exception.type}):` expects one."
        )
    else:
        text = (
            f"{stopped} The code says: {code(exception.message, 80)}. Where an exception is "
            "right, `pytest.raises` expects it; where not, call the code in another way."
        )
    return msgspec.structs.replace(first, text=text, name="test_stopped", proof="observed")


def _compared_with(tree: ast.Module, line: int) -> set[str]:
    """The names on a line that asserts."""
    nodes = (it for it in ast.walk(tree) if isinstance(it, ast.Assert) and it.lineno == line)
    return {name for node in nodes for name in names_in(node)}


def _notices_nothing(tree: ast.Module, source: str) -> Iterator[Diagnosis]:
    """Tests that are never run, or pass whatever the code does."""
    met: dict[str, int] = {}
    used = [it.id for it in ast.walk(tree) if isinstance(it, ast.Name)]
    for function in (it for it in tree.body if isinstance(it, Function)):
        asserts = [it for it in ast.walk(function) if isinstance(it, ast.Assert)]
        line = function.lineno
        if not function.name.startswith("test"):
            if asserts and function.name not in used and not function.decorator_list:
                yield _told(
                    "test_never_run",
                    f"`{function.name}` on line {line} is never run: pytest only calls functions "
                    "whose names begin with `test`.",
                    line,
                )
            continue
        if function.name in met:
            yield _told(
                "test_never_run",
                f"Lines {met[function.name]} and {line} both define `{function.name}`. The second "
                "one takes the name, so the first is never run.",
                met[function.name],
            )
        met[function.name] = line
        for node in ast.walk(function):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Compare):
                yield _told(
                    "assert_missing",
                    f"Line {node.lineno}, {_code(source, node.lineno)}, compares and does nothing "
                    "with the answer. Without `assert`, the test passes whatever comes out.",
                    node.lineno,
                )
            if isinstance(node, ast.Assert) and isinstance(node.test, ast.Tuple):
                yield _told(
                    "assert_tuple",
                    f"Line {node.lineno}, {_code(source, node.lineno)}, asserts a tuple, and one "
                    "with something in it always counts as true. Leave the parentheses out.",
                    node.lineno,
                )


def _code(source: str, line: int) -> str:
    return code(source.splitlines()[line - 1].strip())


def _told(name: str, text: str, line: int) -> Diagnosis:
    return Diagnosis("symptom", text, name, line, proof="observed")
