"""`TypeError`: which value is of which kind on the line, and what was asked of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from course.checking.words import a_type, code, listed
from course.explaining import (
    on_calls,
    on_contexts,
    on_conversions,
    on_handlers,
    on_items,
    on_not_callable,
)
from course.explaining.exception_scene import Reason, Scene
from course.explaining.on_conversions import (
    NUMBERS,
    between,
    both_strings,
    joining,
    moment_in_quotes,
    number_in_quotes,
    of_iterator,
    summed,
)
from course.explaining.syntax_tree import body_nodes, is_generator
from course.explaining.unusual import FUNCTIONS, unusual

_TWO = {"str": "two strings", "list": "two lists", "tuple": "two tuples", "bytes": "two `bytes`"}

_DUNDERS = {
    "+": "__add__",
    "-": "__sub__",
    "*": "__mul__",
    "/": "__truediv__",
    "<": "__lt__",
    ">": "__gt__",
    "<=": "__le__",
    ">=": "__ge__",
}


def type_error(scene: Scene) -> Reason | None:
    """The first explanation whose pattern fits Python's words."""
    for find in (_name_in_quotes, on_items.type_for_list):
        if (reason := find(scene)) is not None:
            return reason
    for pattern, explain in _PATTERNS:
        match = re.search(pattern, scene.message)
        if match is not None and (reason := explain(scene, *match.groups())) is not None:
            return reason
    return None


def _name_in_quotes(scene: Scene) -> Reason | None:
    """A string is calculated or compared with that is a variable's name: `"total" // "people"`."""
    sides = [side for node in scene.nodes(ast.BinOp) for side in (node.left, node.right)]
    for node in scene.nodes(ast.Compare):
        sides += (node.left, *node.comparators)
    for side in sides:
        name = side.value if isinstance(side, ast.Constant) else None
        if not isinstance(name, str) or name not in scene.frame.variables:
            continue
        if not isinstance(scene.value(ast.Name(name, ast.Load())), str):  # another string: no help
            return Reason(
                "name_in_quotes",
                f"`{name}` is between quotes there, so it is only text: its value is not looked "
                "up. A name has no quotes.",
            )
    return None


def _inside(scene: Scene) -> Reason | None:
    """The operator is not on the line: a function of others that is called there used it."""
    if any(True for kind in (ast.BinOp, ast.AugAssign, ast.Compare) for _ in scene.nodes(kind)):
        return None
    called = [ast.unparse(it.func) for it in scene.nodes(ast.Call)]
    names = [it for it in called if it.partition(".")[0] in scene.imported()]
    names += scene.called_variables
    if not names:
        return None
    return Reason(
        "library_refuses",
        f"It came from inside `{names[0]}(...)`, which cannot work with what this line passes to "
        f"it. {scene.values_there()}".strip(),
    )


def _two_kinds(scene: Scene, operator: str, left: str, right: str) -> Reason | None:
    if (reason := unusual(scene, (left, right))) is not None:
        return reason
    if (reason := _inside(scene)) is not None:
        return reason
    if "NoneType" in (left, right):
        return Reason(
            "operates_on_none",
            f"One side of `{operator}` is `None` there. {scene.values_there()}".strip(),
        )
    if left in {"date", "datetime"} and right in {"int", "float"}:
        return Reason(
            "date_and_number",
            f"`{operator}` between a date and a number says nothing of days or hours. A "
            "`timedelta` does, as in `timedelta(days=1)`.",
        )
    if (method := _DUNDERS.get(operator)) is not None and scene.class_named(left) is not None:
        if (reason := _of_enum(scene, left, operator)) is not None:
            return reason
        return Reason(
            "operator_undefined",
            f"A method `{method}` would say what `{operator}` does with objects of `{left}`; the "
            "class has none that fits.",
        )
    if operator == "+" and left in NUMBERS and (by_sum := summed(scene, right)) is not None:
        return by_sum
    helps = between(scene, operator, left, right)
    return Reason(
        "mixes_types",
        f"`{operator}` does not work between {a_type(left)} and {a_type(right)}. "
        f"{_there(scene, helps)}".strip(),
    )


def _concatenate(scene: Scene, left: str, right: str) -> Reason | None:
    if (reason := unusual(scene, (right,))) is not None:
        return reason
    if (reason := _inside(scene)) is not None:
        return reason
    what = _TWO.get(left, f"two values of the type `{left}`")
    return Reason(
        "mixes_types",
        f"`+` can join {what}, and here the other side is {a_type(right)}. "
        f"{_there(scene, joining(scene, left, right))}".strip(),
    )


def _of_enum(scene: Scene, kind: str, operator: str) -> Reason | None:
    """A member of an `Enum` where its value is meant."""
    made = scene.class_named(kind)
    if made is None or "Enum" not in [ast.unparse(it).rpartition(".")[2] for it in made.bases]:
        return None
    return Reason(
        "enum_value",
        f"A member of the enum `{kind}` is neither a number nor a string, so `{operator}` does not "
        "work with it. What the member was given is its attribute `.value`.",
    )


def _compared(scene: Scene, operator: str, left: str, right: str) -> Reason | None:
    if (reason := unusual(scene, (left, right))) is not None:
        return reason
    if (reason := _inside(scene)) is not None:
        return reason
    if (method := _DUNDERS.get(operator)) is not None and scene.class_named(left) is not None:
        if (reason := _of_enum(scene, left, operator)) is not None:
            return reason
        return Reason(
            "operator_undefined",
            f"A method `{method}` would say how objects of `{left}` are compared with "
            f"`{operator}`; the class has none that fits.",
        )
    if {left, right} & (FUNCTIONS - {"type"}):
        return Reason(
            "not_called",
            f"`{operator}` cannot compare {a_type(left)} with {a_type(right)}. Nothing calls that "
            "function there: what it returns comes with parentheses.",
        )
    in_quotes = number_in_quotes(scene) if {left, right} & NUMBERS else ""
    helps = in_quotes or moment_in_quotes(scene, left, right) or of_iterator(left, right)
    return Reason(
        "compares_types",
        f"`{operator}` cannot compare {a_type(left)} with {a_type(right)}. "
        f"{_there(scene, helps)}".strip(),
    )


def _one_kind(scene: Scene, operator: str, kind: str) -> Reason | None:
    if (reason := unusual(scene, (kind,))) is not None:
        return reason
    return Reason(
        "mixes_types",
        f"`{operator}` before a value needs a number, and here it is {a_type(kind)}. "
        f"{scene.values_there()}{_typed_in(scene)}".strip(),
    )


def _there(scene: Scene, helps: str) -> str:
    """The values on the line, that one was typed in or what would help, as sentences."""
    parts = (scene.values_there(), _typed_in(scene).strip() or helps)
    return " ".join(part for part in parts if part)


def _typed_in(scene: Scene) -> str:
    """A hint at `input`, where a name on the line got its value from it."""
    outside = scene.evidence.tree.body if scene.evidence.tree else []
    for node in body_nodes(scene.function) if scene.function else outside:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            name, kind = ast.unparse(node.targets[0]), scene.kind_of(node.targets[0])
            is_typed = ast.unparse(node.value.func) == "input" and node.lineno <= scene.line
            if is_typed and kind == "str" and re.search(rf"\b{name}\b", scene.code):
                return f" `input` on line {node.lineno} always gives a string."
    return ""


def _multiplied(scene: Scene, kind: str) -> Reason:
    both = (
        "Both sides are strings there"
        if kind == "str" and both_strings(scene)
        else f"The other side is {a_type(kind)}"
    )
    return Reason(
        "multiplies_text",
        f"`*` repeats a string or list as often as a whole number says. {both}. "
        f"{_there(scene, number_in_quotes(scene))}".strip(),
    )


def _formatting(_scene: Scene) -> Reason:
    return Reason(
        "percent_on_text",
        "The value on the left of `%` is a string. There, `%` fills values into the string; it "
        "does not give the remainder of a division.",
    )


def _awaited(scene: Scene, kind: str) -> Reason:
    for node in scene.nodes(ast.Await):
        name = ast.unparse(node.value)
        own = scene.function_named(name.partition("(")[0].rpartition(".")[2])
        if own is not None and not isinstance(own, ast.AsyncFunctionDef):
            return Reason(
                "awaits_a_value",
                f"`{own.name}` on line {own.lineno} is an ordinary function: it returns its value "
                "at once, so there is nothing to `await`.",
            )
    for call in scene.nodes(ast.Call):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        if isinstance(owner, ast.Name) and scene.kind_of(owner) == "coroutine":
            return Reason(
                "coroutine_kept",
                f"`{owner.id}` is a coroutine there: nothing has waited for what it gives. Where "
                f"`{owner.id}` gets its value, an `await` is missing.",
                _line_of_call_kept(scene, owner.id),
            )
    return Reason(
        "awaits_a_value", f"`await` waits for a coroutine or a task, and gets {a_type(kind)}."
    )


def _line_of_call_kept(scene: Scene, name: str) -> int | None:
    """The line where a variable gets what a call returns; None where there are several."""
    lines = [
        node.lineno
        for node in (body_nodes(scene.function) if scene.function else ())
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        if [ast.unparse(it) for it in node.targets] == [name]
    ]
    return lines[0] if len(lines) == 1 else None


def _special_method(scene: Scene, name: str) -> Reason:
    own = scene.function_named(name)
    where = f"`{name}` on line {own.lineno}" if own else f"`{name}`"
    what = (
        "returns nothing: it only sets up the object"
        if name == "__init__"
        else "has to return a string"
    )
    return Reason(
        "special_method",
        f"{where} {what}. Python says: {code(scene.message, 60)}.",
        own.lineno if own else None,
    )


def _abstract(scene: Scene, kind: str, method: str) -> Reason:
    own = scene.class_named(kind)
    return Reason(
        "abstract_method",
        f"`{kind}` has no method `{method}`. A class it inherits from demands one, with "
        "`@abstractmethod`.",
        own.lineno if own else None,
    )


def _needs_number(scene: Scene, name: str, kind: str) -> Reason:
    text = f"`{name}` needs a number, and gets {a_type(kind)}. {scene.values_there()}".strip()
    helps = number_in_quotes(scene, name) if kind == "str" else ""
    return Reason("needs_number", f"{text} {helps}".strip())


def _raised(_scene: Scene) -> Reason:
    return Reason(
        "raises_no_exception",
        '`raise` needs an exception, such as `ValueError("...")`. What follows it on that line '
        "is not one.",
    )


def _not_iterator(scene: Scene, kind: str) -> Reason | None:
    for own in scene.definitions.values():
        marks = [ast.unparse(mark) for mark in own.decorator_list]
        is_manager = any(mark.endswith("contextmanager") for mark in marks)
        if isinstance(own, ast.ClassDef) or not is_manager or is_generator(own):
            continue
        return Reason(
            "yield_missing",
            f"`{own.name}` on line {own.lineno} is a context manager without a `yield`. "
            "The `with` runs its lines where the `yield` is.",
            own.lineno,
        )
    return Reason("not_iterator", f"`next` needs an iterator, and gets {a_type(kind)}.")


def _one_without_zone(scene: Scene) -> Reason:
    """Two moments, one with a time zone and one without."""
    sides = [side for node in scene.nodes(ast.Compare) for side in (node.left, *node.comparators)]
    sides += [side for node in scene.nodes(ast.BinOp) for side in (node.left, node.right)]
    names = list(dict.fromkeys(it.id for it in sides if isinstance(it, ast.Name)))
    shown = {name: scene.frame.variables.get(name, "") for name in names}
    aware = [name for name, text in shown.items() if "tzinfo" in text or "timezone" in text]
    naive = [name for name, text in shown.items() if re.fullmatch(r"[\w.]+\([\d, ]+\)", text)]
    rest = [name for name in names if name not in aware]
    if not naive and aware and len(rest) == 1 and len(names) == len(sides):
        naive = rest
    which = "One of the two has a time zone, and the other has none."
    if naive:
        has = "has" if len(naive) == 1 else "have"
        who = listed(f"`{name}`" for name in naive)
        which = f"{who} {has} no time zone there, and the other side has one."
    return Reason("one_without_zone", f"{which} {scene.values_there()}".strip())


_PATTERNS: tuple[tuple[str, Callable[..., Reason | None]], ...] = (
    (r"'(\w+)' object is not callable", on_not_callable.not_callable),
    (
        r"unsupported operand type\(s\) for '?([^\s']+?)'?(?: or \S+?)?:? '(?:\w+\.)*(\w+)' and "
        r"'(?:\w+\.)*(\w+)'",
        _two_kinds,
    ),
    (r"can only concatenate (\w+) \(not \"(\w+)\"\)", _concatenate),
    (
        r"'(\S+)' not supported between instances of '(?:\w+\.)*(\w+)' and '(?:\w+\.)*(\w+)'",
        _compared,
    ),
    (r"^(int|float)\(\) argument must be .* not '(?:\w+\.)*(\w+)'", on_conversions.no_number),
    (r"bad operand type for unary (\S+): '(\w+)'", _one_kind),
    (r"can't multiply sequence by non-int of type '(\w+)'", _multiplied),
    (r"'(\w+)' object is not subscriptable", on_items.not_subscriptable),
    (r"cannot unpack non-iterable (\w+) object", on_items.unpacked),
    (r"'(\w+)' object is not iterable", on_items.not_iterable),
    (r"argument of type '(\w+)' is not (?:iterable|a container)", on_items.not_iterable),
    (r"'in <string>' requires string as left operand, not (\w+)", on_items.looked_for_in_text),
    (r"'(\w+)' object is not an iterator", _not_iterator),
    (r"(\w+) (?:indices|index) must be integers?(?: or slices)?, not '?(\w+)'?", on_items.indices),
    (r"'(\w+)' object cannot be interpreted as an integer", on_items.needs_whole),
    (r"'(\w+)' object (?:does not|doesn't) support item \w+", on_items.no_assignment),
    (r"(__\w+__)\(?\)? (?:returned non-string|should return None, not)", _special_method),
    (r"unhashable type: '(\w+)'", on_items.unhashable),
    (r"cannot convert dictionary update sequence element #(\d+) to", on_items.no_pairs),
    (r"cannot use '(\w+)' as a (?:dict key|set element)", on_items.unhashable),
    (r"object of type '(\w+)' has no len\(\)", on_items.no_length),
    (r"sequence item (\d+): expected str instance, (\w+) found", on_items.joined),
    (r"object (\w+) can't be used in 'await' expression", _awaited),
    (
        r"'([\w.]+)' object does not support the (asynchronous )?context manager protocol",
        on_contexts.not_for_with,
    ),
    (r"exceptions must derive from BaseException", _raised),
    (r"catching classes that do not inherit from BaseException", on_handlers.no_exception),
    (r"can't (?:compare|subtract) offset-naive and offset-aware", _one_without_zone),
    (r"(\w+)\(\) takes no arguments", on_calls.no_arguments),
    (r"unbound method (\w+)\.(\w+)\(\) needs an argument", on_calls.unbound),
    (
        r"descriptor '(?P<m>\w+)' for '(?P<k>\w+)' objects doesn't apply",
        lambda s, m, k: on_calls.unbound(s, k, m),
    ),
    (r"^(\w+)\(\) takes (.+) arguments? \((\d+) given\)", on_calls.builtin_count),
    (
        r"^(\w+) expected ((?:at least |at most )?\d+)(?: positional)? arguments?, got (\d+)",
        on_calls.builtin_count,
    ),
    (r"(list|str|dict|set)\.(\w+)\(\) takes", on_calls.unbound),
    (r"^\w+\.(\w+)\(\) takes (.+) arguments? \((\d+) given\)", on_calls.builtin_count),
    (r"Can't instantiate abstract class (\w+) with.*? methods? '?(\w+)", _abstract),
    (r"bad operand type for (\w+)\(\): '(\w+)'", _needs_number),
    (r"type (?P<k>\w+) doesn't define __(?P<n>\w+)__", lambda s, k, n: _needs_number(s, n, k)),
    (r"([\w.<>]+)\(\) (?:takes|missing)", on_calls.argument_count),
    (r"([\w.<>]+)\(\) got multiple values for argument '(\w+)'", on_calls.two_values),
    (r"(slice) indices must be integers", on_items.slices),
    (r"'(\w+)' is an invalid keyword argument for (\w+)\(\)", on_calls.foreign_keyword),
    (r"([\w.<>]+)\(\) got an unexpected keyword argument '(\w+)'", on_calls.unexpected_keyword),
    (r"not all arguments converted during string formatting", _formatting),
)
