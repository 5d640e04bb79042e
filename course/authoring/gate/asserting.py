"""Tests are read before they run: that they assert something of the learner's and touch nothing."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.catalogue.documents import read_text

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_CHECKS = ("raises", "warns", "deprecated_call", "fail", "wait_for", "timeout")
_WRITES = {"write_text", "write_bytes", "mkdir", "touch", "unlink", "rmdir", "rename", "symlink_to"}
_WRITES_OF_OS = {"mkdir", "makedirs", "remove", "unlink", "rename", "rmdir", "chdir", "putenv"}
_LONGEST_WAIT = 0.2  # seconds


class TestFile:
    """A test file, taken apart: its functions, and what each of them reaches."""

    __test__ = False

    def __init__(self, path: Path, module: str, by_name: bool = True) -> None:
        self.by_name = by_name
        self.path = path
        self.tree = ast.parse(read_text(path))
        self.functions: dict[str, _Function] = {}
        self.tests: list[_Function] = []
        for node in ast.walk(self.tree):
            if isinstance(node, _Function):
                self.functions.setdefault(node.name, node)
                if node.name.startswith("test"):
                    self.tests.append(node)
        self.subject_names = _names_of(self.tree, module)
        self.values = _module_values(self.tree)
        self.called = {
            node.func.id
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        } & self.subject_names
        self.helpers = _helpers(self.tree, module)

    def reached(self, test: _Function) -> list[ast.AST]:
        """The test and every function and value of the file that it gets to, fixtures too."""
        seen: dict[str, ast.AST] = {}
        waiting: list[ast.AST] = [test]
        parts: list[ast.AST] = []
        while waiting:
            part = waiting.pop()
            parts.append(part)
            for name in _names_in(part):
                definition = self.functions.get(name) or self.values.get(name)
                if definition is not None and name not in seen and definition is not part:
                    seen[name] = definition
                    waiting.append(definition)
        return parts


def _names_of(tree: ast.Module, module: str) -> set[str]:
    """The names by which a file knows the learner's module and what is in it."""
    names = {module}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == module:
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {
                alias.asname or alias.name.split(".")[0]
                for alias in node.names
                if alias.name.split(".")[0] == module
            }
    return names


def _helpers(tree: ast.Module, module: str) -> set[str]:
    """Names from files beside the tests, which may assert for them."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (top := (node.module or "").split(".")[0]) not in sys.stdlib_module_names
        and top not in (module, "pytest")
        for alias in node.names
    }


def _module_values(tree: ast.Module) -> dict[str, ast.AST]:
    """What each name of the file itself is bound to: a value, a class, a `with` at the top."""
    values: dict[str, ast.AST] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                for name in ast.walk(target):
                    if isinstance(name, ast.Name):
                        values[name.id] = node
        elif isinstance(node, ast.ClassDef):
            values[node.name] = node
    return values


def _names_in(part: ast.AST) -> Iterator[str]:
    for node in ast.walk(part):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value  # `usefixtures("shop")`, `getattr(module, "name")`


def asserts_in(part: ast.AST) -> Iterator[ast.AST]:
    """What makes a test fail on its own account."""
    for node in ast.walk(part):
        if isinstance(node, ast.Assert | ast.Raise):
            yield node
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in _CHECKS or name.lower().startswith("assert") or name == "sys.exit":
                yield node


def _always(test: ast.expr, functions: set[str]) -> str:
    """Why an asserted expression is true whatever the learner wrote; "" where it is not.

    `functions` are those of the learner's names that the tests call.
    """
    match test:
        case ast.Constant(value=value) if value:
            return f"`assert {ast.unparse(test)}` is true whatever the code does"
        case ast.Tuple(elts=elts) if elts:
            return "`assert (..., ...)` is true whatever is in the parentheses; take them away"
        case ast.BoolOp(op=ast.Or(), values=values) if any(
            _always(one, functions) for one in values
        ):
            return f"`assert {ast.unparse(test)}` is true whatever the code does"
        case ast.Compare(left=left, comparators=[right], ops=[ast.Eq() | ast.Is()]) if ast.unparse(
            left
        ) == ast.unparse(right) and not any(isinstance(one, ast.Call) for one in ast.walk(left)):
            return f"`assert {ast.unparse(test)}` compares a value with itself"
        case ast.Compare(left=left, comparators=rights) if all(
            isinstance(one, ast.Constant) for one in (left, *rights)
        ):
            return f"`assert {ast.unparse(test)}` does not look at any code"
        case ast.Compare(
            left=ast.Call(func=ast.Name(id="len")), ops=[ast.GtE()], comparators=[ast.Constant(0)]
        ):
            return f"`assert {ast.unparse(test)}` is true whatever the code does"
        case ast.Call(func=ast.Name(id="isinstance"), args=[_, ast.Name(id="object")]):
            return f"`assert {ast.unparse(test)}` is true whatever the code does"
        case ast.Name(id=name) if name in functions:
            return f"`{name}` is a function, and a function is true"
    return ""


@rule("tests", "A test does not assert what is true anyway.", "A test uses the learner's code.")
def tests_assert(file: TestFile) -> Iterator[Finding]:
    """Every test asserts something."""
    for test in file.tests:
        parts = file.reached(test)
        asserts = [one for part in parts for one in asserts_in(part)]
        if not asserts and not file.helpers.intersection(
            n for part in parts for n in _names_in(part)
        ):
            text = f"{test.name} asserts nothing, so it passes for any code that runs; add an "
            yield at(file.path, test.lineno, text + "`assert` on what should come out")
            continue
        empty = [
            one for one in asserts if isinstance(one, ast.Assert) and _always(one.test, file.called)
        ]
        for one in empty:
            if any(one is part for part in ast.walk(test)):
                words = _always(one.test, file.called)
                yield at(file.path, one.lineno, f"{words}; assert what the learner's code gives")
        names = {name for part in parts for name in _names_in(part)}
        unknown = _arguments(test) - file.functions.keys() - {"self"}
        if not file.by_name:
            continue  # a framework leads to the learner's code
        if not names & file.subject_names and not unknown - _BUILT_IN_FIXTURES and not empty:
            text = f"{test.name} never uses the learner's code; call it, or take the test away"
            yield at(file.path, test.lineno, text)


_BUILT_IN_FIXTURES = {
    *("tmp_path", "capsys", "capfd", "monkeypatch", "caplog", "recwarn", "request", "tmpdir"),
}


def _arguments(test: _Function) -> set[str]:
    marked = {
        name.strip()
        for decorator in test.decorator_list
        if isinstance(decorator, ast.Call)
        and decorator.args
        and isinstance(decorator.args[0], ast.Constant | ast.List | ast.Tuple)
        for name in _parameters(decorator.args[0])
    }
    return {argument.arg for argument in test.args.args} - marked


def _parameters(node: ast.expr) -> list[str]:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return []
    return value.split(",") if isinstance(value, str) else [str(one) for one in value]


@rule("tests")
def tests_leave_nothing(file: TestFile) -> Iterator[Finding]:
    """A test writes only where pytest gives it a folder: `tmp_path`."""
    for test in file.tests:
        if {"tmp_path", "tmpdir", "tmp_path_factory"} & _everything(file, test):
            continue
        for node in ast.walk(test):
            if isinstance(node, ast.Call) and (what := _written(node)):
                text = f"`{what}` leaves a file behind; take `tmp_path` and write in there"
                yield at(file.path, node.lineno, text)
                break


def _everything(file: TestFile, test: _Function) -> set[str]:
    return {name for part in file.reached(test) for name in _names_in(part)}


def _written(call: ast.Call) -> str:
    """The call, where it writes to a place that the test itself names."""
    written = ast.unparse(call)
    short = written if len(written) <= 40 else f"{written[:37]}..."
    match call.func:
        case ast.Name(id="open") if call.args and isinstance(call.args[0], ast.Constant):
            modes = [*call.args[1:2], *(one.value for one in call.keywords if one.arg == "mode")]
            mode = next((one.value for one in modes if isinstance(one, ast.Constant)), "r")
            return short if set(str(mode)) & set("wax+") else ""
        case ast.Attribute(attr=name, value=ast.Name(id="os")) if name in _WRITES_OF_OS:
            return short if call.args and isinstance(call.args[0], ast.Constant) else ""
        case ast.Attribute(attr=name, value=ast.Call(func=ast.Name(id="Path"), args=[first])) if (
            name in _WRITES and isinstance(first, ast.Constant)
        ):
            return short
    return ""


@rule("tests")
def tests_do_not_wait(file: TestFile) -> Iterator[Finding]:
    """A test does not wait for the clock: a pause of more than a fifth of a second is too long."""
    for node in ast.walk(file.tree):
        if (
            isinstance(node, ast.Await)
            and isinstance(node.value, ast.Call)
            and ast.unparse(node.value.func) in ("asyncio.sleep", "sleep")
            and node.value.args
            and isinstance(node.value.args[0], ast.Constant)
            and isinstance(node.value.args[0].value, int | float)
            and _LONGEST_WAIT < node.value.args[0].value < 100
            and _in_a_test(file, node)
        ):
            seconds = node.value.args[0].value
            text = f"this waits {seconds} s each time; wait for an event, or hand the pause in"
            yield at(file.path, node.lineno, text)


def _in_a_test(file: TestFile, node: ast.AST) -> bool:
    """Whether a test itself waits: a stand-in that would take long is ended, not waited for."""
    return any(
        node is part
        for test in file.tests
        for statement in test.body
        if not isinstance(statement, _Function | ast.ClassDef)
        for part in ast.walk(statement)
    )


@rule("tests")
def tests_are_there(file: TestFile) -> Iterator[Finding]:
    """A test file has tests, and no two of them have the same name."""
    if not file.tests:
        yield at(file.path, 1, "there is no test in this file; write functions called `test_...`")
    for body in (file.tree.body, *(n.body for n in file.tree.body if isinstance(n, ast.ClassDef))):
        seen: dict[str, int] = {}
        for node in body:
            if isinstance(node, _Function) and node.name.startswith("test"):
                if node.name in seen:
                    text = (
                        f"{node.name} is already on line {seen[node.name]}, and only the last one "
                    )
                    yield at(file.path, node.lineno, text + "runs; give it another name")
                seen[node.name] = node.lineno
