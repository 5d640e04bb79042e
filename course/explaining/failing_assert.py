"""What the failing line of a test looks at: a call's value, what was printed, or something else."""

from __future__ import annotations

import ast
from typing import Literal

from msgspec import Struct

from course.checking.bindings import Names, Substitute
from course.checking.calls_in_tests import reader_of
from course.checking.expectations import Reader
from course.checking.values import UNKNOWN, evaluate, same, value_of
from course.model import Exercise, TestResult

About = Literal["value", "printed", "argument", "other"]
_LONGEST = 100


class Asserted(Struct, frozen=True):
    """The expression a test compares, as source, and what it is about.

    `value`: a call of the learner's code; `other`: an expression with such a call inside, such
    as `len(f(x))`; `printed`: captured output; `argument`: something the test made itself.
    `of_test`: it names something that only the test file knows. `unchanged`: what is expected of an
    argument is what the test has made it.
    """

    text: str
    about: About
    of_test: bool = False
    unchanged: bool = False


def asserted(exercise: Exercise, test: TestResult) -> Asserted | None:
    """What the line at which a test failed compares; None where it cannot be told."""
    if test.line is None:
        return None
    name = test.id.split("::")[-1].partition("[")[0].partition(" (")[0]
    for path in exercise.test_files:
        reader = reader_of(path, exercise.module_name)
        if reader is None:
            continue
        for node in reader.functions.get(name, ()):
            if node.lineno <= test.line <= (node.end_lineno or node.lineno):
                looked_at = _in_function(node, test.line, reader)
                if looked_at is not None and looked_at.about == "argument":
                    kept = _made_as(looked_at.text, node, test.expected)
                    return Asserted(looked_at.text, "argument", unchanged=kept)
                return looked_at
    return None


def changes_are_wanted(exercise: Exercise) -> bool:
    """Whether a test expects an argument to be another after a call than what it was made as."""
    for path in exercise.test_files:
        reader = reader_of(path, exercise.module_name)
        functions = [it for them in reader.functions.values() for it in them] if reader else []
        for node in functions:
            for one in (it for it in ast.walk(node) if isinstance(it, ast.Assert)):
                looked_at = _in_function(node, one.lineno, reader) if reader else None
                if looked_at is None:
                    continue
                if not isinstance(one.test, ast.Compare) or not isinstance(one.test.ops[0], ast.Eq):
                    continue
                wanted = ast.unparse(one.test.comparators[0])
                known = value_of(wanted) is not UNKNOWN and _is_made(looked_at.text, node)
                if known and not _made_as(looked_at.text, node, wanted):
                    return True
    return False


def _is_made(name: str, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a test writes out what it passes under a name."""
    return any(
        [ast.unparse(it) for it in node.targets] == [name] and evaluate(node.value) is not UNKNOWN
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
    )


def stops_at_call(exercise: Exercise, test: TestResult, call: str) -> bool:
    """Whether a failing test's line does nothing but make a call of that name, or it cannot be
    told. What a test does with objects is not done by the call that made them."""
    function = _name_called(call)
    for path in exercise.test_files if test.line is not None else ():
        reader = reader_of(path, exercise.module_name)
        name = test.id.split("::")[-1].partition("[")[0].partition(" (")[0]
        for node in reader.functions.get(name, ()) if reader else ():
            made = _calls_at(node, test.line or 0)
            if made is not None:
                return function in made
    return True


def _name_called(call: str) -> str:
    try:
        node = ast.parse(call.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return call
    while isinstance(node, ast.Await):
        node = node.value
    return _name_of(node.func) if isinstance(node, ast.Call) else call


def _name_of(function: ast.expr) -> str:
    """The last name of what is called, also where it is called again: `retry(3)(scan)`."""
    while isinstance(function, ast.Call):
        function = function.func
    return ast.unparse(function).rpartition(".")[2]


def _calls_at(function: ast.FunctionDef | ast.AsyncFunctionDef, line: int) -> set[str] | None:
    """The names of what a line of a test calls; None where no statement is found there."""
    statements = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Assert | ast.Assign | ast.Expr | ast.Return)
        and node.lineno <= line <= (node.end_lineno or line)
    ]
    if not statements:
        return None
    calls = [it for it in ast.walk(statements[-1]) if isinstance(it, ast.Call)]
    return {_name_of(call.func) for call in calls}


def _made_as(
    name: str, function: ast.FunctionDef | ast.AsyncFunctionDef, expected: str | None
) -> bool:
    """Whether a variable of a test was given the value that the test expects of it later."""
    wanted = value_of(expected) if expected is not None else UNKNOWN
    first = next(
        (
            evaluate(node.value)
            for node in ast.walk(function)
            if isinstance(node, ast.Assign) and [ast.unparse(it) for it in node.targets] == [name]
        ),
        UNKNOWN,
    )
    return wanted is not UNKNOWN and first is not UNKNOWN and same(first, wanted)


def _in_function(
    function: ast.FunctionDef | ast.AsyncFunctionDef, line: int, reader: Reader
) -> Asserted | None:
    known: Names = {}
    expression: ast.expr | None = None
    changing = _asked_again(function)
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and node.lineno < line and len(node.targets) == 1:
            target = node.targets[0]
            if isinstance(target, ast.Name) and target.id not in changing:
                known[target.id] = node.value
        elif isinstance(node, ast.Assert) and node.lineno <= line <= (node.end_lineno or line):
            expression = _compared(node.test)
        elif isinstance(node, ast.Call) and node.lineno <= line <= (node.end_lineno or line):
            is_method = isinstance(node.func, ast.Attribute) and node.func.attr.startswith("assert")
            if is_method and node.args:
                expression = node.args[0]
                if len(node.args) > 1 and evaluate(expression) is not UNKNOWN:
                    expression = node.args[1]
    if expression is None:
        return None
    whole: ast.expr = ast.parse(ast.unparse(expression), mode="eval").body
    for _ in range(3):
        whole = Substitute(known).visit(whole)
    text = ast.unparse(whole)
    if "readouterr" in text or "getvalue" in text:
        return Asserted(text, "printed")
    if reader.is_learner_call(whole):
        return Asserted(text, "value")
    calls = any(reader.is_learner_call(inner) for inner in ast.walk(whole))
    shown = text if len(text) <= _LONGEST else ast.unparse(expression)
    if not calls:
        return Asserted(ast.unparse(expression), "argument")
    return Asserted(shown, "other", _names_own(shown, function, reader.tree))


def _asked_again(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """Names of objects that are called or changed, or whose methods are, and used more than once.

    What made such an object does not stand for it: each call may leave it changed.
    """
    loads: dict[str, int] = {}
    called: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            loads[node.id] = loads.get(node.id, 0) + 1
        root = node.func if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
            root = node  # it is changed there
        while isinstance(root, ast.Attribute | ast.Subscript):
            root = root.value
        if isinstance(root, ast.Name):
            called.add(root.id)
    return {name for name in called if loads.get(name, 0) > 1}


def _names_own(
    text: str, function: ast.FunctionDef | ast.AsyncFunctionDef, tree: ast.Module
) -> bool:
    """Whether a text has a helper, a table, a variable or a loop of the test file in it."""
    nodes = list(ast.walk(ast.parse(text, mode="eval")))
    if any(isinstance(node, ast.comprehension | ast.Lambda) for node in nodes):
        return True
    inside = {node.arg for node in nodes if isinstance(node, ast.arg)}
    stores = {node.id for node in nodes if isinstance(node, ast.Name) and _is_stored(node)}
    helpers = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    tables = {
        node.id
        for it in (*tree.body, function)
        if not isinstance(it, ast.FunctionDef | ast.ClassDef) or it is function
        for node in ast.walk(it)
        if isinstance(node, ast.Name) and _is_stored(node)
    }
    names = {node.id for node in nodes if isinstance(node, ast.Name)} - inside - stores
    worked_out = any(isinstance(node, ast.comprehension | ast.Lambda) for node in nodes)
    return worked_out or bool(names & (helpers | tables))


def _is_stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _compared(test: ast.expr) -> ast.expr:
    """The side of a comparison that is not written out."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    if isinstance(test, ast.Compare):
        left, right = test.left, test.comparators[0]
        return right if evaluate(left) is not UNKNOWN else left
    return test


def learner_call_in(text: str, exercise: Exercise) -> str | None:
    """The one call of the learner's code inside a longer expression; None where there is none."""
    try:
        node = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    readers = [reader_of(path, exercise.module_name) for path in exercise.test_files]
    for reader in readers:
        if reader is None or reader.is_learner_call(node) or _calls_what_came(node, reader):
            continue
        calls = [inner for inner in ast.walk(node) if reader.is_learner_call(inner)]
        names = {name for name in reader.wanted if name}
        if not calls:
            calls = [
                inner
                for inner in ast.walk(node)
                if isinstance(inner, ast.Call)
                and isinstance(inner.func, ast.Name)
                and inner.func.id in names
            ]
        if len(calls) == 1:
            return ast.unparse(calls[0])
    return None


def _calls_what_came(node: ast.expr, reader: Reader) -> bool:
    """Whether an expression calls what a call of the learner's code gave: `retry(3)(scan)()`."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Call):
        node = node.func
        if reader.is_learner_call(node):
            return True
    return False
