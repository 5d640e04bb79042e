"""Asserts that cannot fail, or that search the code for words: read, not run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from course.authoring.gate.asserting import (
    TestFile,
    asserts_in,
    tests_are_there,
    tests_assert,
    tests_do_not_wait,
    tests_leave_nothing,
)
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.explaining.syntax_tree import names_in

_ANY = {"Exception", "BaseException"}
_EVERYTHING = {"AssertionError", *_ANY}
_CODE = {"getsource", "getsourcelines", "__file__"}


@rule("tests", "A test that asks for nothing but an exception names it: any is too many.")
def asserts_can_fail(file: TestFile) -> Iterator[Finding]:
    """An `assert` is reached, and nothing catches it when it fails."""
    for test in file.tests:
        for node in ast.walk(test):
            if told := _swallowed(node) or _never_there(node):
                yield at(file.path, getattr(node, "lineno", test.lineno), told)
        asked = list(asserts_in(test))
        any_will_do = [_asks_for_any(node) for node in asked]
        if any_will_do and all(any_will_do):
            yield at(file.path, getattr(asked[0], "lineno", test.lineno), any_will_do[0])
        if (place := _only_under_a_condition(test)) is not None:
            text = f"{test.name} asserts only where `{ast.unparse(place.test)}`, and is silent else"
            yield at(file.path, place.lineno, f"{text}; assert without a condition")


def _swallowed(node: ast.AST) -> str:
    """That a `try` has an assert in it whose failure it catches, and says no more."""
    if not isinstance(node, ast.Try) or not _has_asserts(node.body):
        return ""
    for handler in node.handlers:
        caught = {"BaseException"} if handler.type is None else names_in(handler.type)
        if caught & _EVERYTHING and not _has_asserts(handler.body):
            return "an `assert` that fails is caught here; take it out of the `try`"
    return ""


def _never_there(node: ast.AST) -> str:
    """That a loop with an assert in it goes through nothing."""
    empty = isinstance(node, ast.For) and isinstance(node.iter, ast.List | ast.Tuple | ast.Dict)
    if not empty or not _has_asserts(node.body):  # type: ignore[attr-defined]
        return ""
    inside = node.iter.keys if isinstance(node.iter, ast.Dict) else node.iter.elts  # type: ignore
    return "" if inside else "this loop goes through nothing, so nothing in it is asserted; fill it"


def _asks_for_any(node: ast.AST) -> str:
    """That `raises` takes any exception, with any words."""
    if not isinstance(node, ast.Call) or not node.args:
        return ""
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name != "raises" or any(one.arg == "match" for one in node.keywords):
        return ""
    if not names_in(node.args[0]) & _ANY:
        return ""
    return f"`{ast.unparse(node)}` takes any exception, a misspelt name too; name the one it is"


def _only_under_a_condition(test: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.If | None:
    """The `if` that has all asserts of a test in it, and none for where it is false."""
    asserting = [one for one in test.body if _has_asserts([one])]
    if len(asserting) != 1 or not isinstance(asserting[0], ast.If):
        return None
    return None if _has_asserts(asserting[0].orelse) else asserting[0]


@rule("tests")
def tests_search_no_code(file: TestFile) -> Iterator[Finding]:
    """A test looks at what code does: for the words in it there is `rules`."""
    for test in file.tests:
        for node in ast.walk(test):
            if isinstance(node, ast.Compare) and _searches_code(node):
                text = "this searches the code for words, and a comment with one would do; ask for "
                text += "what it does, or write `must_use` or `must_avoid` under `rules`"
                yield at(file.path, node.lineno, text)


def _searches_code(compared: ast.Compare) -> bool:
    """Whether a text that is no comment is looked for in what the code's file holds."""
    if not any(isinstance(sign, ast.In | ast.NotIn) for sign in compared.ops):
        return False
    wanted = compared.left.value if isinstance(compared.left, ast.Constant) else None
    if isinstance(wanted, str) and wanted.startswith("#"):
        return False
    parts = [node for one in compared.comparators for node in ast.walk(one)]
    return any(getattr(node, "attr", getattr(node, "id", "")) in _CODE for node in parts)


def _has_asserts(body: list[ast.stmt]) -> bool:
    return any(True for one in body for _ in asserts_in(one))


def check_test_file(path: Path, module: str, by_name: bool = True) -> list[Finding]:
    """Everything that reading shows to be wrong with a test file.

    `by_name` where tests reach the learner's code by its names, and not through a framework.
    """
    file = TestFile(path, module, by_name)
    looks = (
        tests_are_there,
        tests_assert,
        asserts_can_fail,
        tests_search_no_code,
        tests_leave_nothing,
        tests_do_not_wait,
    )
    return [found for look in looks for found in look(file)]
