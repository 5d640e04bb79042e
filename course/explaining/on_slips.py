"""Slips of the first hours that Python can read: they mean something else than was meant.

Each is seen in the code itself, at its line, and told of a function whose calls fail.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator

from course.checking.values import evaluate
from course.checking.words import code
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.sentences import the_call
from course.explaining.syntax_tree import (
    Function,
    body_nodes,
    parameters,
    returns,
    unused_parameters,
)
from course.explaining.unreadable.pasted import INVISIBLE, LETTERS
from course.explaining.unreadable.tokens import scan

_LOOK_ALIKE = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-"}  # noqa: RUF001


def failing_functions(evidence: Evidence) -> Iterator[tuple[Function, tuple[Case, ...]]]:
    """The functions of failing calls, each with its failing calls."""
    for name in dict.fromkeys(case.function for case in evidence.failing):
        function = evidence.functions.get(name)
        if function is not None:
            yield function, tuple(case for case in evidence.failing if case.function == name)


def hidden_character(evidence: Evidence) -> Saying | None:
    """A character in a string that only looks like the one that is expected."""
    seen = " ".join(f"{case.got} {case.printed}" for case in evidence.failing)
    seen += " ".join(f"{test.got} {test.printed}" for test in evidence.failed_tests)
    wanted = " ".join(str(case.expected) for case in evidence.failing)
    wanted += " ".join(str(test.expected) for test in evidence.failed_tests)
    for token in scan(evidence.source).tokens:
        for mark in token.text if token.kind == "string" else "":
            if mark in wanted or repr(mark)[1:-1] in wanted:
                continue
            if mark not in seen and repr(mark)[1:-1] not in seen:
                continue
            if (words := _of_mark(mark)) is not None:
                line = token.line + token.text[: token.text.index(mark)].count("\n")
                text = (
                    f"Line {line}, {code(evidence.code(line))}, has {words} inside the quotes. "
                    "Type that part again."
                )
                return Saying(text, evidence.failing, line)
    return None


def _of_mark(mark: str) -> str | None:
    if mark in INVISIBLE:
        seen = "which only looks like an ordinary one" if mark.isspace() else "which cannot be seen"
        return f"{INVISIBLE[mark]}, {seen},"
    plain = LETTERS.get(mark) or _LOOK_ALIKE.get(mark)
    return f"a `{mark}`, which only looks like `{plain}`," if plain else None


def double_sign(evidence: Evidence) -> Saying | None:
    """`++n` and `=+`: signs of numbers, not a change."""
    for function, cases in failing_functions(evidence):
        for node in body_nodes(function):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.UnaryOp):
                inner = node.value.operand
                if isinstance(inner, ast.UnaryOp) and isinstance(inner.operand, ast.Name):
                    name = inner.operand.id
                    sign = "+" if isinstance(inner.op, ast.UAdd) else "-"
                    text = (
                        f"Line {node.lineno}, {code(evidence.code(node.lineno))}, changes nothing: "
                        f"the two signs only stand before the value of `{name}`. `{sign}=` changes "
                        "a name's value."
                    )
                    return Saying(text, cases, node.lineno)
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.UnaryOp):
                line = evidence.code(node.lineno)
                match = re.match(r"(\w+)\s*=([+-])\s*\S", line)
                if match and not re.match(r"\w+\s*=\s+[+-]", line) and _set_before(function, node):
                    name, sign = match.groups()
                    text = (
                        f"Line {node.lineno}, {code(line)}, gives `{name}` a new value: `={sign}` "
                        f"is a `=` and the sign of what follows. `{sign}=` would change the value "
                        f"that `{name}` has."
                    )
                    return Saying(text, cases, node.lineno)
    return None


def _set_before(function: Function, node: ast.Assign) -> bool:
    """Whether the name an assignment sets has a value already."""
    names = {target.id for target in node.targets if isinstance(target, ast.Name)}
    return any(
        isinstance(other, ast.Assign)
        and other.lineno < node.lineno
        and names & {target.id for target in other.targets if isinstance(target, ast.Name)}
        for other in body_nodes(function)
    )


def compares_for_assigning(evidence: Evidence) -> Saying | None:
    """A line that only compares: `left == right`."""
    for function, cases in failing_functions(evidence):
        for node in body_nodes(function):
            value = node.value if isinstance(node, ast.Expr) else None
            if isinstance(value, ast.Tuple):  # left, right == right, left
                value = next((it for it in value.elts if isinstance(it, ast.Compare)), None)
            if isinstance(value, ast.Compare) and isinstance(value.ops[0], ast.Eq):
                text = (
                    f"Line {value.lineno}, {code(evidence.code(value.lineno))}, compares two "
                    "values and does nothing with the answer. One `=` gives a name a value."
                )
                return Saying(text, cases, value.lineno)
    return None


def name_in_quotes(evidence: Evidence) -> Saying | None:
    """A name that the function needs occurs between quotes only."""
    for function, cases in failing_functions(evidence):
        unused = [*unused_parameters(function), *_never_read(function)]
        given = [name for name in parameters(function) if any(it.got == repr(name) for it in cases)]
        named = _not_meant(function)
        for node in body_nodes(function):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            if node in named or node.value == ast.get_docstring(function, clean=False):
                continue
            for name in dict.fromkeys([*unused, *given]):
                if _is_meant(name, node.value, function, cases):
                    text = (
                        f"On line {node.lineno}, {code(evidence.code(node.lineno))}, `{name}` is "
                        "between quotes. There it is only text: its value is not looked up."
                    )
                    return Saying(text, cases, node.lineno)
    return None


def _is_meant(name: str, text: str, function: Function, cases: tuple[Case, ...]) -> bool:
    """Whether a text has a name where its value belongs: alone, calculated with, or put in."""
    if text.strip() == name:
        return True
    if not re.search(rf"(?<!\{{)\b{name}\b", text):
        return False
    if re.search(rf"\b{name}\b\s*[-+*/%]|[-+*/%]\s*\b{name}\b", text) and "{" not in text:
        return True
    names = parameters(function)
    for case in cases if name in names else ():
        value = dict(zip(names, case.arguments or (), strict=False)).get(name)
        got, wanted = case.got_value, case.expected_value
        if isinstance(got, str) and isinstance(wanted, str) and value is not None:
            filled = re.sub(rf"\b{name}\b", lambda _: str(value), got)  # noqa: B023
            if got != wanted and filled == wanted:
                return True
    return False


def _never_read(function: Function) -> list[str]:
    """The variables of a function that get a value and are never looked at."""
    names = [node for node in body_nodes(function) if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    return [it.id for it in names if isinstance(it.ctx, ast.Store) and it.id not in read]


def _not_meant(function: Function) -> set[ast.AST]:
    """What stands where a key of a dictionary does, and `name = "name"`."""
    keys: set[ast.AST] = set()
    for node in body_nodes(function):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            if any(ast.unparse(it) == node.value.value for it in node.targets):
                keys.add(node.value)
        elif isinstance(node, ast.Dict):
            keys.update(it for it in node.keys if it is not None)
        elif isinstance(node, ast.Subscript):
            keys.add(node.slice)
    return keys


def f_inside_quotes(evidence: Evidence) -> Saying | None:
    """The `f` of an f-string after its first quote: `"fGood morning, {name}!"`."""
    for function, cases in failing_functions(evidence):
        names = "|".join(map(re.escape, parameters(function)))
        for node in body_nodes(function):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            if not names or not re.match(rf"f.*\{{({names})\b", node.value):
                continue
            begins = node.value[1:].split("{")[0]
            if any(begins in (case.expected or "") for case in cases):
                words = (
                    f"Line {node.lineno}, {code(evidence.code(node.lineno))}, has the `f` inside "
                    "the quotes, where it is text like the rest. It belongs before the first quote."
                )
                return Saying(words, cases, node.lineno)
    return None


def other_capitals(evidence: Evidence) -> Saying | None:
    """A variable whose name differs from a parameter's in capital letters only: `Left = right`."""
    for function, cases in failing_functions(evidence):
        own = {name.lower(): name for name in parameters(function)}
        for node in body_nodes(function):
            if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Store):
                continue
            name = own.get(node.id.lower(), node.id)
            if name != node.id:
                text = (
                    f"Line {node.lineno}, {code(evidence.code(node.lineno))}, gives `{node.id}` a "
                    f"value, not `{name}`. Capital letters count: these are two names."
                )
                return Saying(text, cases, node.lineno)
    return None


def slash_n(evidence: Evidence) -> Saying | None:
    """`/n` in a string where a new line is expected."""
    for function, cases in failing_functions(evidence):
        if not any("\\n" in (case.expected or "") for case in cases):
            continue
        for node in body_nodes(function):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and "/n" in node.value
            ):
                text = (
                    f"Line {node.lineno}, {code(evidence.code(node.lineno))}, has `/n` in a "
                    "string. Those are two ordinary characters; a new line is `\\n`, with a "
                    "backslash."
                )
                return Saying(text, cases, node.lineno)
    return None


def decimal_comma(evidence: Evidence) -> Saying | None:
    """`return celsius * 1,8`: a comma where a decimal point is meant."""
    for case in evidence.failing:
        function = evidence.function_of(case)
        if function is None or case.got_type != "tuple" or case.expected_type == "tuple":
            continue
        for number in range(function.lineno, (function.end_lineno or function.lineno) + 1):
            if match := re.search(r"(?<![\w.])\d+,\d+(?![\w.,])", evidence.code(number)):
                text = (
                    f"Line {number}, {code(evidence.code(number))}, has `{match.group()}`. A comma "
                    "separates two values; a number with decimals has a point, "
                    f"`{match.group().replace(',', '.')}`."
                )
                cases = tuple(each for each in evidence.failing if each.got_type == "tuple")
                return Saying(text, cases, number)
    return None


def commas_for_plus(evidence: Evidence) -> Saying | None:
    """Commas between strings that should be one."""
    for case in evidence.failing:
        function = evidence.function_of(case)
        if function is None or case.got_type != "tuple" or case.expected_type != "str":
            continue
        for node in body_nodes(function):
            value = node.value if isinstance(node, ast.Assign | ast.Return) else None
            if isinstance(value, ast.Tuple) and isinstance(node, ast.stmt):
                text = (
                    f"{the_call(case)} returned {len(value.elts)} values side by side. Line "
                    f"{node.lineno}, {code(evidence.code(node.lineno))}, has commas between the "
                    "pieces; `+` joins strings into one."
                )
                cases = tuple(each for each in evidence.failing if each.got_type == "tuple")
                return Saying(text, cases, node.lineno)
    return None


def commented_out(evidence: Evidence) -> Saying | None:
    """The function's lines are there, but as comments."""
    for function, cases in failing_functions(evidence):
        if any(not isinstance(each, ast.Expr | ast.Pass) for each in function.body) or any(
            isinstance(node, ast.Call) for node in body_nodes(function)
        ):
            continue
        for number in range(function.lineno, len(evidence.lines)):
            line = evidence.lines[number]
            if line.strip() and not line[0].isspace():
                break
            match = re.match(r"\s+#\s*(\w+.*\(.*\)|\w+ = .+|return .+)$", line)
            if match is not None:
                text = (
                    f"Line {number + 1}, {code(line.strip())}, begins with `#`, so Python skips "
                    "it. Without the `#` it is an instruction."
                )
                return Saying(text, cases, number + 1)
    return None


def star_outside(evidence: Evidence) -> Saying | None:
    """`print("tea", * "mugs")`: the star takes the string apart."""
    for function, cases in failing_functions(evidence):
        for node in body_nodes(function):
            starred = node.value if isinstance(node, ast.Starred) else None
            if isinstance(starred, ast.Constant) and isinstance(starred.value, str):
                text = (
                    f"On line {starred.lineno}, {code(evidence.code(starred.lineno))}, the `*` is "
                    f"outside the quotes. There it takes {code(repr(starred.value), 30)} apart "
                    "into its characters."
                )
                return Saying(text, cases, starred.lineno)
    return None


def digits_in_all(evidence: Evidence) -> Saying | None:
    """`{price:.2}` where two decimals are meant."""
    for function, cases in failing_functions(evidence):
        for node in body_nodes(function):
            spec = node.format_spec if isinstance(node, ast.FormattedValue) else None
            if not isinstance(spec, ast.JoinedStr) or not isinstance(node, ast.FormattedValue):
                continue
            text = "".join(
                str(each.value) for each in spec.values if isinstance(each, ast.Constant)
            )
            match = re.search(r"\.\d+$", text)
            if match and isinstance(node.value, ast.BinOp):
                sentence = (
                    f"Line {node.lineno} formats {code(ast.unparse(node.value), 30)} with "
                    f"`{match.group()}`. Without an `f` at its end, that is the number of digits "
                    "in all, not of those after the point."
                )
                return Saying(sentence, cases, node.lineno)
    return None


def timedelta_of_days(evidence: Evidence) -> Saying | None:
    """`timedelta(12)` where the task speaks of hours or minutes."""
    if not re.search(r"\bhours?\b|\bminutes?\b", evidence.exercise.source.brief):
        return None
    for function, cases in failing_functions(evidence):
        for node in body_nodes(function):
            if not isinstance(node, ast.Call) or not ast.unparse(node.func).endswith("timedelta"):
                continue
            is_zero = len(node.args) == 1 and evaluate(node.args[0]) == 0
            if len(node.args) == 1 and not is_zero:
                text = (
                    f"On line {node.lineno}, {code(ast.unparse(node))} counts days. Hours and "
                    "minutes are passed by name, as in `timedelta(hours=1)`."
                )
                return Saying(text, cases, node.lineno)
    return None


def returns_exception(evidence: Evidence) -> Saying | None:
    """`return ValueError("...")` where the exception should be raised."""
    for function, cases in failing_functions(evidence):
        wanted = tuple(case for case in cases if case.raises)
        for node in returns(function) if wanted else ():
            value = node.value
            made = value.func if isinstance(value, ast.Call) else value
            kind = getattr(builtins, made.id, None) if isinstance(made, ast.Name) else None
            if isinstance(kind, type) and issubclass(kind, BaseException):
                text = (
                    f"Line {node.lineno} returns the `{kind.__name__}` and does not raise it, so "
                    f"{the_call(wanted[0])} gives it back like any other value. `raise` would stop "
                    "there."
                )
                return Saying(text, wanted, node.lineno)
    return None


def index_for_item(evidence: Evidence) -> Saying | None:
    """`for i in range(len(prices)): total += i`."""
    for function, cases in failing_functions(evidence):
        for loop in body_nodes(function):
            if not isinstance(loop, ast.For) or not isinstance(loop.target, ast.Name):
                continue
            match = re.fullmatch(r"range\(len\((\w+)\)\)", ast.unparse(loop.iter))
            index = loop.target.id
            inner = list(ast.walk(ast.Module(loop.body, [])))
            if match is None or any(isinstance(n, ast.Subscript | ast.Return) for n in inner):
                continue
            for node in inner:
                if isinstance(node, ast.AugAssign) and ast.unparse(node.value) == index:
                    text = (
                        f"Line {node.lineno}, {code(evidence.code(node.lineno))}, uses `{index}`, "
                        f"which is the index: 0, 1, 2 and so on. The item itself is "
                        f"`{match.group(1)}[{index}]`."
                    )
                    return Saying(text, cases, node.lineno)
    return None
