"""Reads what a test file's source says: the calls it makes and what it expects of each."""

from __future__ import annotations

import ast
import copy
import itertools
from functools import cached_property

from msgspec import Struct

from course.checking.bindings import (
    Helpers,
    Names,
    Substitute,
    bind,
    bound_parameters,
    called_and_unknown,
    evaluated_names,
    forget_changed,
    forget_passed,
    rows_of,
)
from course.checking.values import UNKNOWN, evaluate, value_of, written

LONGEST_CALL = 2_000
_LONGEST_TABLE = 100
_SAFE_CALLS = {"list", "tuple", "set", "dict", "range", "str", "float", "int", "frozenset"}


class Expectation(Struct, frozen=True):
    """A call in a test and what the test says of it.

    `test` is the test's id without its parameters (`TestSearch::test_empty`), `case` counts the
    parameter sets from 0. `expected` is source; `raises` an exception's name. `truth` means the
    test asks only whether the value counts as true. `tolerance` is set where `approx` is used.
    """

    call: str
    function: str
    test: str
    case: int
    expected: str | None
    raises: str | None
    truth: bool
    tolerance: float | None


class Reader:
    """Reads one test file; `module` is what it imports of the learner's."""

    def __init__(self, tree: ast.Module, module: str) -> None:
        self.tree = tree
        self.module = module
        self.aliases: dict[str, str] = {}
        self.module_aliases: set[str] = set()
        self.fixtures: Names = {}
        self.helpers: Helpers = {
            node.name: node
            for node in tree.body
            if isinstance(node, ast.FunctionDef)
            and not node.name.startswith("test")
            and not node.decorator_list
        }
        self._depth = 0
        self.found: list[Expectation] = []
        self.test: str
        self.case: int
        self.raises: str | None = None
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == module:
                self.aliases.update({name.asname or name.name: name.name for name in node.names})
            elif isinstance(node, ast.Import):
                self.module_aliases.update(
                    name.asname or name.name for name in node.names if name.name == module
                )

        self.unnamed: set[str] = set()  # the learner's names that no import names
        if self.aliases.pop("*", None):
            self.unnamed |= called_and_unknown(tree)
        self.unnamed |= evaluated_names(tree)
        self.unnamed -= set(self.aliases)
        self.aliases.update({name: name for name in self.unnamed})

    # ---- names

    @cached_property
    def wanted(self) -> dict[str, list[ast.Call]]:
        """The names the tests take from the module, each with the calls made of it."""
        wanted: dict[str, list[ast.Call]] = {
            name: [] for name in self.aliases.values() if name != "*"
        }
        for node in ast.walk(self.tree):
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.ctx, ast.Load)
                and isinstance(node.value, ast.Name)
                and node.value.id in self.module_aliases
                and not node.attr.startswith("__")
            ):
                wanted.setdefault(node.attr, [])
            if isinstance(node, ast.Call) and (called := self.learner_name(node.func)):
                wanted.setdefault(called, []).append(node)
        return wanted

    @cached_property
    def functions(self) -> dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef]]:
        """The file's functions and methods by name."""
        functions: dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef]] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                functions.setdefault(node.name, []).append(node)
        return functions

    @cached_property
    def expectations(self) -> tuple[Expectation, ...]:
        """What `read` finds, read once; empty where the file is too deep to follow."""
        try:
            return tuple(self.read())
        except RecursionError:
            return ()

    def learner_name(self, function: ast.expr) -> str | None:
        """The learner's name that is called, when it is one of theirs."""
        if isinstance(function, ast.Name):
            return self.aliases.get(function.id)
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
            return function.attr if function.value.id in self.module_aliases else None
        return None

    # ---- reading

    def read(self) -> list[Expectation]:
        """Every call of the learner's names, in the order of the file."""
        names: Names = {}
        for node in self.tree.body:
            self._remember(node, names)
            if isinstance(node, ast.FunctionDef) and _is_fixture(node):
                returned = node.body[-1]
                if isinstance(returned, ast.Return) and returned.value is not None:
                    self.fixtures[node.name] = self._known(returned.value, names)
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                self._read_test(node, names, "", [])
            elif isinstance(node, ast.ClassDef):
                inside = dict(names)
                for member in node.body:
                    self._remember(member, inside)
                for member in node.body:
                    if isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef):
                        self._read_test(member, inside, f"{node.name}::", node.decorator_list)
        return self.found

    def _read_test(
        self,
        node: ast.FunctionDef | ast.AsyncFunctionDef,
        names: Names,
        prefix: str,
        outer: list[ast.expr],
    ) -> None:
        if not node.name.startswith("test"):
            return
        self.test = prefix + node.name
        tables = [self._table(mark, names) for mark in (*node.decorator_list, *outer)]
        used = [table for table in tables if table]
        for number, chosen in enumerate(itertools.product(*used)):
            if number >= _LONGEST_TABLE:
                break
            self.case = number
            inside = {**names, **self.fixtures}
            for values in chosen:
                inside.update(values)
            self._walk(node.body, inside)

    def _table(self, mark: ast.expr, names: Names) -> list[Names]:
        """The sets of names a `parametrize` decorator gives; empty for any other decorator."""
        if not (isinstance(mark, ast.Call) and ast.unparse(mark.func).endswith("parametrize")):
            return []
        if len(mark.args) < 2:
            return []
        parameters = evaluate(mark.args[0])
        if isinstance(parameters, str):
            parameters = [name.strip() for name in parameters.split(",") if name.strip()]
        if not isinstance(parameters, list | tuple):
            return []
        rows = []
        for row in rows_of(self._known(mark.args[1], names)):
            if isinstance(row, ast.Call) and ast.unparse(row.func).endswith("param"):
                cells = row.args
            elif len(parameters) == 1:
                cells = [row]
            elif isinstance(row, ast.Tuple | ast.List):
                cells = row.elts
            else:
                cells = []
            rows.append(dict(zip(parameters, cells, strict=False)))
        return rows

    def _walk(self, body: list[ast.stmt], names: Names) -> None:
        for statement in body:
            self._statement(statement, names)

    def _statement(self, statement: ast.stmt, names: Names) -> None:
        if isinstance(statement, ast.With | ast.AsyncWith):
            before, self.raises = self.raises, self._expected_exception(statement) or self.raises
            self._walk(statement.body, names)
            self.raises = before
        elif isinstance(statement, ast.For):
            for row in rows_of(self._known(statement.iter, names))[:_LONGEST_TABLE]:
                bind(statement.target, row, names)
                self._walk(statement.body, names)
        elif isinstance(statement, ast.Assert):
            self._assertion(self._known(statement.test, names))
        elif isinstance(statement, ast.Expr):
            call = self._known(statement.value, names)
            if not (isinstance(call, ast.Call) and (self._helper(call) or self._unittest(call))):
                self._plain_calls(call)
            forget_changed(statement.value, names)
        else:
            if isinstance(statement, ast.Assign | ast.Return | ast.AnnAssign) and statement.value:
                self._plain_calls(self._known(statement.value, names))
            self._remember(statement, names)
        forget_passed(statement, names)

    def _helper(self, call: ast.Call) -> bool:
        """Reads the asserts of a helper of the test file for this call; False where it is none."""
        helper = self.helpers.get(call.func.id) if isinstance(call.func, ast.Name) else None
        inside = bound_parameters(helper, call) if helper else None
        if helper is None or inside is None or self._depth > 2:
            return False
        self._depth += 1
        self._walk(helper.body, inside)
        self._depth -= 1
        return True

    def _remember(self, statement: ast.stmt, names: Names) -> None:
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            bind(statement.targets[0], self._known(statement.value, names), names)
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            bind(statement.target, self._known(statement.value, names), names)
        elif isinstance(statement, ast.AugAssign | ast.Delete):
            forget_changed(statement, names)

    def _known(self, node: ast.expr, names: Names) -> ast.expr:
        expression: ast.expr = Substitute(names, self.helpers).visit(copy.deepcopy(node))
        return expression

    def _expected_exception(self, statement: ast.With | ast.AsyncWith) -> str | None:
        for item in statement.items:
            made = item.context_expr
            if isinstance(made, ast.Call) and made.args:
                name = ast.unparse(made.func)
                if name.endswith(("raises", "assertRaises", "assertRaisesRegex")):
                    return ast.unparse(made.args[0])
        return None

    def _assertion(self, test: ast.expr) -> None:
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
            for part in test.values:
                self._assertion(part)
        elif isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            self._expect(test.operand, "False", truth=True)
        elif isinstance(test, ast.Compare) and len(test.ops) == 1:
            if isinstance(test.ops[0], ast.Eq | ast.Is):
                self._equal(test.left, test.comparators[0])
            else:
                self._plain_calls(test)
        else:
            self._expect(test, "True", truth=True)

    def _equal(self, left: ast.expr, right: ast.expr, tolerance: float | None = None) -> None:
        if not self._calls_learner(left) and self._calls_learner(right):
            left, right = right, left
        if (
            isinstance(right, ast.Call)
            and ast.unparse(right.func).endswith("approx")
            and right.args
        ):
            right, tolerance = right.args[0], 1e-6
        text = evaluate(right)
        shown = left.args[0] if isinstance(left, ast.Call) and _is_shown(left) else None
        if shown is not None and self.is_learner_call(shown) and value_of(text) is not UNKNOWN:
            self._expect(shown, str(text))
            return
        self._expect(left, written(right), tolerance=tolerance)

    def _unittest(self, call: ast.Call) -> bool:
        """Reads `self.assertEqual(...)` and its kin; False when it is none of them."""
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if name in {"assertEqual", "assertIs", "assertListEqual", "assertTupleEqual"} or name in {
            "assertDictEqual",
            "assertSetEqual",
            "assertMultiLineEqual",
            "assertSequenceEqual",
        }:
            self._equal(call.args[0], call.args[1])
        elif name == "assertAlmostEqual":
            self._equal(call.args[0], call.args[1], 1e-6)
        elif name in {"assertTrue", "assertFalse"}:
            self._expect(call.args[0], name[6:], truth=True)
        elif name == "assertIsNone":
            self._expect(call.args[0], "None")
        elif name in {"assertRaises", "raises"} and len(call.args) > 1:
            before, self.raises = self.raises, ast.unparse(call.args[0])
            self._plain_calls(ast.Call(call.args[1], call.args[2:], call.keywords))
            self.raises = before
        else:
            return False
        return True

    def is_learner_call(self, node: ast.AST) -> bool:
        """Whether a node calls one of the learner's names, or a method of what that gives."""
        if isinstance(node, ast.Await):
            node = node.value
        if not isinstance(node, ast.Call):
            return False
        if self.learner_name(node.func):
            return True
        return isinstance(node.func, ast.Attribute) and self.is_learner_call(node.func.value)

    def _calls_learner(self, node: ast.expr) -> bool:
        return any(self.is_learner_call(inner) for inner in ast.walk(node))

    def _expect(
        self,
        node: ast.expr,
        expected: str | None,
        truth: bool = False,
        tolerance: float | None = None,
    ) -> None:
        if self.is_learner_call(node) and self._can_run(node):
            self._add(node, expected, truth, tolerance)
        else:
            self._plain_calls(node)

    def _plain_calls(self, node: ast.expr) -> None:
        awaited = {id(n.value): n for n in ast.walk(node) if isinstance(n, ast.Await)}
        for inner in ast.walk(node):
            if isinstance(inner, ast.Call) and self.learner_name(inner.func):
                if self._can_run(inner):
                    self._add(awaited.get(id(inner), inner), None, False, None)
                return

    def _add(
        self, node: ast.expr, expected: str | None, truth: bool, tolerance: float | None
    ) -> None:
        plain = _plain_names(node, self)
        text = written(ast.fix_missing_locations(plain))
        if text is not None and len(text) <= LONGEST_CALL:
            called = node.value if isinstance(node, ast.Await) else node
            name = called.func if isinstance(called, ast.Call) else called
            function = self.learner_name(name) or ast.unparse(name).rpartition(".")[2]
            self.found.append(
                Expectation(
                    call=text,
                    function=function,
                    test=self.test,
                    case=self.case,
                    expected=None if self.raises else expected,
                    raises=self.raises,
                    truth=truth,
                    tolerance=tolerance,
                )
            )

    def _can_run(self, call: ast.expr) -> bool:
        """Whether nothing but literals, builtins and the learner's names is left in the call."""
        return all(
            node.id in self.aliases or node.id in self.module_aliases or node.id in _SAFE_CALLS
            for node in ast.walk(call)
            if isinstance(node, ast.Name)
        )


def _plain_names(node: ast.expr, reader: Reader) -> ast.expr:
    """The call with the learner's own names in the place of the test file's aliases."""

    class Rename(ast.NodeTransformer):
        def visit_Name(self, name: ast.Name) -> ast.expr:
            if name.id in reader.unnamed:
                return ast.Attribute(ast.Name(reader.module, ast.Load()), name.id, ast.Load())
            plain = reader.aliases.get(name.id, name.id)
            if name.id in reader.module_aliases and name.id not in reader.aliases:
                plain = reader.module
            return ast.Name(plain, ast.Load())

    plain: ast.expr = Rename().visit(copy.deepcopy(node))
    return plain


def _is_shown(call: ast.Call) -> bool:
    """Whether it is `repr(x)` or `str(x)`."""
    return ast.unparse(call.func) in {"repr", "str"} and len(call.args) == 1


def _is_fixture(node: ast.FunctionDef) -> bool:
    return any("fixture" in ast.unparse(mark) for mark in node.decorator_list)
