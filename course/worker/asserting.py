"""How a test's assertion failed: in which frame and statement, by which method, with what."""

from __future__ import annotations

import ast
import types
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from .protocol import Failure
from .value_text import Namespace

WITH_WORDS = " with the words "
"""Between the exception that a test wants and the pattern that its words should fit."""

NOTHING_RAISED = "no exception"
"""What came where a test wants an exception, and there was none."""

OPERATORS = frozenset(
    f"__{name}__"
    for name in (
        *("eq", "ne", "lt", "le", "gt", "ge", "contains"),
        *("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"),
        *("radd", "rsub", "rmul", "rtruediv", "and", "or", "xor"),
    )
)
"""The methods that an operator between two objects calls."""

_NO_OPERATOR = ("unsupported operand type", "not supported between instances of")
"""What Python says where an operator does nothing with the objects on its sides."""

SIDES_OF_UNITTEST = {
    "assertEqual": ("first", "second"),
    "assertNotEqual": ("first", "second"),
    "assertAlmostEqual": ("first", "second"),
    "assertCountEqual": ("first", "second"),
    "assertListEqual": ("list1", "list2"),
    "assertSequenceEqual": ("seq1", "seq2"),
    "assertTupleEqual": ("tuple1", "tuple2"),
    "assertSetEqual": ("set1", "set2"),
    "assertDictEqual": ("d1", "d2"),
    "assertMultiLineEqual": ("first", "second"),
    "assertIs": ("expr1", "expr2"),
    "assertGreater": ("a", "b"),
    "assertLess": ("a", "b"),
    "assertGreaterEqual": ("a", "b"),
    "assertLessEqual": ("a", "b"),
}
"""What the two sides are called inside the methods of `unittest` that compare."""

_RAISING = ("raises.py", "python_api.py", "case.py")
"""Where `pytest.raises` and `assertRaisesRegex` are, in any version."""


def wanted_exception(statement: ast.With | ast.AsyncWith) -> ast.expr | None:
    """The exception of a `with raises(...)`."""
    call = _raises(statement)
    return call.args[0] if call is not None else None


def wanted_words(statement: ast.With | ast.AsyncWith) -> ast.expr | None:
    """What the words of that exception should fit."""
    call = _raises(statement)
    if call is None:
        return None
    named = next((one.value for one in call.keywords if one.arg == "match"), None)
    return named or (call.args[1] if len(call.args) > 1 else None)


def _raises(statement: ast.With | ast.AsyncWith) -> ast.Call | None:
    for item in statement.items:
        call = item.context_expr
        if isinstance(call, ast.Call) and call.args:
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            name = call.func.id if isinstance(call.func, ast.Name) else name
            if name in ("raises", "assertRaises", "assertRaisesRegex"):
                return call
    return None


def refused_in_other_words(error: BaseException) -> BaseException | None:
    """The exception that `raises(..., match=...)` got, where its words were not those."""
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_name == "__exit__" and code.co_filename.endswith(_RAISING):
            return error.__context__ if isinstance(error, AssertionError) else None
        traceback = traceback.tb_next
    return None


def frame_in(
    path: str, traceback: types.TracebackType | None, is_learners: Callable[[types.CodeType], bool]
) -> types.TracebackType | None:
    """The innermost part of a traceback that is in the file `path`.

    What the learner's code has called there, such as a function that the test hands in, is not it.
    """
    innermost = None
    while traceback is not None:
        if innermost is not None and is_learners(traceback.tb_frame.f_code):
            return innermost
        if traceback.tb_frame.f_code.co_filename == path:
            innermost = traceback
        traceback = traceback.tb_next
    return innermost


def unittest_assertion(part: types.TracebackType) -> tuple[str, Namespace] | None:
    """The `self.assert...` method a test called, with that method's variables."""
    following = part.tb_next
    if following is not None and part.tb_frame.f_code.co_name == "__exit__":
        return None
    while following is not None:
        code = following.tb_frame.f_code
        if code.co_name.startswith("assert") and code.co_filename.endswith("case.py"):
            return code.co_name, dict(following.tb_frame.f_locals)
        following = following.tb_next
    return None


def asserted_value(error: AssertionError) -> Failure:
    """`got` for a bare `assert call()`: pytest's words are `assert VALUE`, then ` + where`."""
    words = str(error).split("\n + ", 1)[0].split("\n")[-1].strip()
    if words.startswith("assert "):
        value = words.removeprefix("assert ").removeprefix("not ")
        try:
            return {"got": value, "got_type": type(ast.literal_eval(value)).__name__}
        except (ValueError, SyntaxError):
            return {"got": value}
    return {}


TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
"""What an operator is when its sides are exchanged."""
COMPARISON_SIGNS: dict[type[ast.AST], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


def part_of_chain(test: ast.Compare, compared: tuple[str, Any, Any]) -> tuple[ast.expr, ast.expr]:
    """The two sides of `0 < total < 9` that did not compare as they should."""
    sides = [test.left, *test.comparators]
    pairs = list(pairwise(sides))
    for operator, (left, right) in zip(test.ops, pairs, strict=True):
        if COMPARISON_SIGNS.get(type(operator), compared[0]) == compared[0] and all(
            side.value == value
            for side, value in zip((left, right), compared[1:], strict=True)
            if isinstance(side, ast.Constant)
        ):
            return left, right
    return pairs[0]


def is_of_operator(kind: str, message: str) -> bool:
    """Whether an exception is that of an operator, which the objects on its sides do not have."""
    return kind == "TypeError" and any(words in message for words in _NO_OPERATOR)


def by_operator(error: BaseException, function: str) -> bool:
    """Whether an operator failed: in its method, the learner's `function`, or for want of one.

    `function` is empty where no line of the learner's code has run.
    """
    if function:
        return function in OPERATORS
    return type(error) is TypeError and is_of_operator("TypeError", str(error))


def statements_by_line(tree: ast.Module) -> dict[int, ast.stmt]:
    """The innermost statement of each line."""
    innermost: dict[int, ast.stmt] = {}
    for node in ast.walk(tree):  # breadth first: inner statements come later and win
        if isinstance(node, ast.stmt):
            last = node.end_lineno or node.lineno
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                last = node.lineno
            for line in range(node.lineno, last + 1):
                innermost[line] = node
    return innermost
