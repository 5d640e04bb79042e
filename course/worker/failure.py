"""What a failing test compared: the call it made, what came back, what it wanted.

Read from the syntax tree of the test file at the failing line, with names replaced by the
values they had. Nothing here imports or runs the learner's code except through `repr`.
"""

from __future__ import annotations

import ast
from typing import Any

from .asserting import (
    NOTHING_RAISED,
    SIDES_OF_UNITTEST,
    TURNED,
    WITH_WORDS,
    part_of_chain,
    statements_by_line,
    wanted_exception,
    wanted_words,
)
from .compared import LATER, awaited, in_learners_words, show_where_they_differ
from .helper_calls import Helpers, any_call, in_learners_names, is_of_method, own_expressions
from .learner_names import is_in, module_aliases, names_of_imports
from .parsing import parsed
from .protocol import Failure
from .value_text import Namespace, describe, type_name
from .written import is_literal, literal, write


class TestTree:
    """A test file's syntax tree: which names are the learner's, and what a line asserts."""

    __test__ = False

    def __init__(self, tree: ast.Module, module: str) -> None:
        self._statements = statements_by_line(tree)
        self._functions = [
            node
            for node in ast.walk(tree)
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        ]
        self._with_blocks = [node for node in ast.walk(tree) if isinstance(node, ast.With)]
        self._learner_names = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and is_in(node.module, module)
            for alias in node.names
        }
        self._learner_names |= module_aliases(tree, module)
        self._module = module
        self._known = self._learner_names | names_of_imports(tree)
        self._helpers = Helpers(tree, self._learner_names)

    def statement_at(self, line: int) -> ast.stmt | None:
        """The statement of the test file at a line."""
        return self._statements.get(line)

    def call_at(self, line: int, namespace: Namespace) -> str | None:
        """The call of the learner's code that the statement at `line` makes."""
        statement = self._statements.get(line)
        if statement is None:
            return None
        expressions = own_expressions(statement)
        calls = [node for expression in expressions if (node := self._learner_call(expression))]
        if calls:
            return self._write(calls[0], namespace)
        texts = (self._other_call(expression, namespace) for expression in expressions)
        return next((text for text in texts if text), None)

    def asked_at(self, line: int, namespace: Namespace) -> str | None:
        """The call whose answer a line looks into: what `response` in it was assigned."""
        statement = self._statements.get(line)
        for node in ast.walk(statement) if statement is not None else ():
            if isinstance(node, ast.Name) and is_of_method(asked := self._followed(node)):
                return self._other_call(asked, namespace)
        return None

    def operation_at(self, line: int, namespace: Namespace) -> str | None:
        """The operator with its sides, of which one is the learner's, in the statement there."""
        statement = self._statements.get(line)
        for expression in own_expressions(statement) if statement is not None else ():
            inner = [it for it in ast.walk(expression) if isinstance(it, ast.Compare | ast.BinOp)]
            for node in reversed(inner):
                if self._is_learners(node):
                    return self._write(node, namespace)
        return None

    def explain(
        self,
        line: int,
        namespace: Namespace,
        compared: tuple[str, Any, Any] | None,
        refused: bool = False,
    ) -> Failure:
        """`call`, `got`, `expected` and the types, for the assertion that failed at `line`.

        `refused` where `raises(..., match=...)` got an exception, but with other words.
        """
        statement = self._statements.get(line)
        if isinstance(statement, ast.Assert):
            return self._explain_assert(statement, namespace, compared)
        failure: Failure = {"call": self.call_at(line, namespace)}
        self._explain_with(statement, namespace, failure, refused)
        for block in self._with_blocks:
            # Something else was raised inside `with raises(...)`.
            inside = block is not statement and block.lineno <= line <= (block.end_lineno or 0)
            if inside and (wanted := wanted_exception(block)) is not None:
                failure["expected"] = f"raises {ast.unparse(wanted)}"
        return failure

    def _explain_with(
        self,
        statement: ast.stmt | None,
        namespace: Namespace,
        failure: Failure,
        refused: bool = False,
    ) -> None:
        """A `with raises(...)` block in which nothing was raised, or something in other words."""
        if isinstance(statement, (ast.With, ast.AsyncWith)) and (
            wanted := wanted_exception(statement)
        ):
            failure["call"] = self._first_call(statement.body, namespace) or failure.get("call")
            failure["expected"] = f"raises {ast.unparse(wanted)}"
            if not refused:
                failure["got"] = NOTHING_RAISED
            elif (words := wanted_words(statement)) is not None:
                failure["expected"] += f"{WITH_WORDS}{write(words, namespace)}"

    def explain_unittest(
        self, line: int, namespace: Namespace, method: str, values: Namespace
    ) -> Failure:
        """The same for a `self.assert...` call; `values` are that method's own variables."""
        statement = self._statements.get(line)
        call = any_call(statement) if isinstance(statement, ast.Expr) else None
        arguments = call.args if isinstance(call, ast.Call) else []
        if method in SIDES_OF_UNITTEST and len(arguments) >= 2:
            first, second = SIDES_OF_UNITTEST[method]
            if first in values and second in values:
                operator = {"assertNotEqual": "!=", "assertGreater": ">", "assertLess": "<"}.get(
                    method, "=="
                )
                pair = (operator, values[first], values[second])
                return self._explain_pair(arguments[0], arguments[1], namespace, pair)
        failure: Failure = {"call": self.call_at(line, namespace)}
        if method in ("assertTrue", "assertFalse") and "expr" in values:
            failure |= _got(values["expr"])
            failure["expected"] = method.removeprefix("assert")
        elif method in ("assertIsNone", "assertIsNotNone") and "obj" in values:
            failure |= _got(values["obj"])
            failure["expected"] = "None" if method == "assertIsNone" else "not None"
        elif method in ("assertIn", "assertNotIn") and "container" in values:
            word = "contains" if method == "assertIn" else "does not contain"
            failure |= _got(values["container"])
            failure["expected"] = f"{word} {describe(values['member'])}"
        elif method == "assertIsInstance" and "obj" in values:
            failure |= _got(values["obj"])
            failure["expected"] = f"an instance of {ast.unparse(arguments[1])}"
        self._explain_with(statement, namespace, failure)
        return failure

    def _explain_assert(
        self,
        statement: ast.Assert,
        namespace: Namespace,
        compared: tuple[str, Any, Any] | None,
    ) -> Failure:
        test = statement.test
        wanted = "True"
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            test, wanted = test.operand, "False"
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            left, right = test.left, test.comparators[0]
            if compared is not None:
                return self._explain_pair(left, right, namespace, compared)
            # The call itself raised: there is nothing to compare, but the test says what it wants.
            is_right = self._learner_call(left) is None and self._is_learners(right)
            call, other = (right, left) if is_right else (left, right)
            failure: Failure = {"call": self._call_of(call, namespace)}
            if isinstance(test.ops[0], (ast.Eq, ast.Is)) and is_literal(other, namespace):
                failure["expected"] = write(other, namespace)
            return failure
        if isinstance(test, ast.Compare) and compared is not None:
            return self._explain_pair(*part_of_chain(test, compared), namespace, compared)
        failure = {"call": self._call_of(test, namespace), "expected": wanted}
        if compared is not None:
            failure |= _got(compared[1])
            failure["expected"] = f"{compared[0]} {describe(compared[2])}"
        return failure

    def _explain_pair(
        self,
        left: ast.expr,
        right: ast.expr,
        namespace: Namespace,
        compared: tuple[str, Any, Any],
    ) -> Failure:
        operator, left_value, right_value = compared
        asks = self._is_learners(left) or self._learner_call(left) is not None
        plain = isinstance(left, ast.Constant) and not isinstance(right, ast.Constant)
        swapped = plain or (self._is_learners(right) and not asks)
        if operator in ("is", "is not") and isinstance(left, ast.Call):
            swapped = swapped and not isinstance(right, ast.Name)  # `iter(box) is box`
        call, got, expected = (
            (right, right_value, left_value) if swapped else (left, left_value, right_value)
        )
        failure: Failure = {"call": self._call_of(call, namespace), **_got(got)}
        if (text := self._compared(call, namespace, failure["call"])) is not None:
            failure["compared"] = text
        if operator in ("==", "is"):
            failure["expected"] = describe(expected)
            near = (
                getattr(expected, "expected", None)
                if type_name(expected).startswith("Approx")
                else expected
            )
            failure["expected_type"] = type_name(near)
            show_where_they_differ(failure, got, expected)
        elif operator in ("in", "not in") and swapped:
            word = "contains" if operator == "in" else "does not contain"
            failure["expected"] = f"{word} {describe(expected)}"
        else:
            turned = TURNED.get(operator, operator) if swapped else operator
            failure["expected"] = f"{turned} {describe(expected)}"
        return failure

    def _call_of(self, node: ast.expr, namespace: Namespace) -> str | None:
        """The learner's call behind `node`: in it, in what it was assigned from, or before it."""
        line = node.lineno
        node = self._followed(node)
        call = self._learner_call(node)
        if call is None and self._helpers.call_in(node) is None:
            call = self._last_call_before(line)
        if call is not None:
            return self._write(call, namespace)
        return self._other_call(node, namespace)

    def _followed(self, node: ast.expr) -> ast.expr:
        """What a name of the test was assigned, and what that name was; else the node itself."""
        seen: set[str] = set()
        while isinstance(node, ast.Name) and node.id not in seen:
            seen.add(node.id)
            assigned = self._assigned(node)
            if assigned is None:
                break
            node = assigned
        return node

    def _compared(self, node: ast.expr, namespace: Namespace, call: str | None) -> str | None:
        """What was compared where that is not what the call gave back, in words for learners."""
        whole = self._followed(node)
        while (inner := awaited(whole)) is not None:
            whole = inner
        if call is None or self._learner_call(whole) is whole:
            return None
        helper = self._helpers.call_in(whole)
        if helper is not None:
            is_maker = isinstance(helper.func, ast.Name) and helper.func.id in self._helpers.makers
            return None if helper is whole and is_maker else LATER
        if isinstance(whole, ast.Name):
            return LATER
        text = self._write(whole, namespace)
        return in_learners_words(text, call, namespace, self._known, self._module)

    def _other_call(self, node: ast.AST, namespace: Namespace) -> str | None:
        """The learner's call behind a helper of the test, or a call of what a library made."""
        call = any_call(node)
        if self._helpers.call_in(node) is not None:
            if behind := self._helpers.behind(node, namespace, self._learner_call):
                return self._write(*behind)
            call = call if call is not None and is_of_method(call) else None
        if call is None or self._helpers.is_of_test(call, namespace):
            return None
        return self._write(call, namespace)

    def _last_call_before(self, line: int) -> ast.expr | None:
        """The last call of the learner's code above a line of the same test."""
        function = self._function_at(line)
        latest = None
        for node in ast.walk(function) if function is not None else ():
            if isinstance(node, ast.stmt) and node.lineno < line and node is not function:
                for expression in own_expressions(node):
                    call = self._learner_call(expression)
                    if call is not None and (latest is None or call.lineno >= latest.lineno):
                        latest = call
        return latest

    def _write(self, call: ast.expr, namespace: Namespace) -> str:
        """The call as source; an object the test made is written as the call that made it."""
        made = {}
        for child in ast.walk(call):
            if isinstance(child, ast.Name) and literal(namespace.get(child.id, self)) is None:
                assigned = self._assigned(child)
                if assigned is None:
                    continue
                is_own = self._learner_call(assigned) is assigned
                is_answer = not is_own and is_of_method(assigned)
                if is_answer or (is_own and not self._used_between(child, assigned)):
                    made[child.id] = assigned
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            maker = self._assigned(call.func)
            is_own = maker is not None and self._learner_call(maker) is maker
            if maker is not None and is_own and not callable(namespace.get(call.func.id)):
                call = ast.Call(maker, call.args, call.keywords)  # it is no function, and is called
        text = write(call, namespace, made)
        try:
            written = parsed(text, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return text
        if isinstance(written, ast.Call):
            written = in_learners_names(written, namespace, self._known, self._module)
        return ast.unparse(written)

    def _used_between(self, name: ast.Name, assigned: ast.expr) -> bool:
        """Whether a statement between the two may have changed what the name is for."""
        function = self._function_at(name.lineno)
        return any(
            isinstance(node, ast.Name)
            and node.id == name.id
            and assigned.lineno < node.lineno < name.lineno
            for node in (ast.walk(function) if function is not None else ())
        )

    def _first_call(self, body: list[ast.stmt], namespace: Namespace) -> str | None:
        last = body[-1]
        if isinstance(last, ast.Expr) and self._learner_calls(last.value) > 1:
            return self._write(last.value, namespace)
        for statement in body:
            for expression in own_expressions(statement):
                if call := self._learner_call(expression):
                    return self._write(call, namespace)
                if text := self._other_call(expression, namespace):
                    return text
        return None

    def _function_at(self, line: int) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        around = (it for it in self._functions if it.lineno <= line <= (it.end_lineno or line))
        return next(around, None)

    def _assigned(self, name: ast.Name) -> ast.expr | None:
        """The expression last assigned to `name` above its use, in the same test."""
        function = self._function_at(name.lineno)
        latest = None
        for node in ast.walk(function) if function is not None else ():
            if (
                isinstance(node, ast.Assign)
                and node.lineno < name.lineno
                and any(isinstance(t, ast.Name) and t.id == name.id for t in node.targets)
            ):
                latest = node.value
        return latest

    def _given(self, name: ast.Name) -> ast.expr | None:
        """What the fixture of that name hands to the test that asks for it."""
        test = self._function_at(name.lineno)
        if test is None or all(parameter.arg != name.id for parameter in test.args.args):
            return None
        inside = (it for one in self._functions if one.name == name.id for it in ast.walk(one))
        return next((it.value for it in inside if isinstance(it, ast.Return | ast.Yield)), None)

    def _is_learners(self, node: ast.expr) -> bool:
        if isinstance(node, ast.Name) and (assigned := self._assigned(node)) is not None:
            node = assigned
        return any(
            isinstance(child, ast.Name) and child.id in self._learner_names
            for child in ast.walk(node)
        )

    def _learner_calls(self, node: ast.expr) -> int:
        """How many operands or arguments of an expression are calls of the learner's code."""
        if isinstance(node, ast.Call):
            parts = [*node.args, *(it.value for it in node.keywords)]
            parts = parts if self._learner_call(node) is not node else []
        else:
            parts = [it for it in ast.iter_child_nodes(node) if isinstance(it, ast.expr)]
        return sum(self._learner_call(part) is not None for part in parts)

    def _learner_call(self, node: ast.AST) -> ast.expr | None:
        """The outermost call in `node` whose function is the learner's."""
        for child in ast.walk(node):
            if isinstance(child, ast.Call):
                root = child.func
                while isinstance(root, (ast.Attribute, ast.Call, ast.Subscript)):
                    root = root.func if isinstance(root, ast.Call) else root.value
                if isinstance(root, ast.Name) and self._is_learners_name(root):
                    return child
        return None

    def _is_learners_name(self, name: ast.Name) -> bool:
        """A name the test imported, or one it gave to what such a name made."""
        if name.id in self._learner_names:
            return True
        made = self._assigned(name) or self._given(name)
        called = made.func if isinstance(made, ast.Call) else None
        own = self._learner_names | self._helpers.makers
        return isinstance(called, ast.Name) and called.id in own


def _got(value: Any) -> Failure:
    return {"got": describe(value), "got_type": type_name(value)}
