"""`ValueError`: a value of the right kind that cannot be used."""

from __future__ import annotations

import ast
import re

from course.checking.values import UNKNOWN
from course.checking.words import a_type, code
from course.explaining.exception_scene import Reason, Scene
from course.explaining.on_items import loop_takes_apart, nested, no_pairs
from course.explaining.syntax_tree import body_nodes, loops, parameters, stored_names
from course.plural import counted


def value_error(scene: Scene) -> Reason | None:
    """A `ValueError`: the value, and what could not be done with it."""
    for explain in (
        _coroutine_not_made,
        _truth_of_many,
        _number,
        _largest,
        _unpacking,
        _not_in,
        _format,
        _other,
    ):
        if (reason := explain(scene)) is not None:
            return reason
    return None


def _coroutine_not_made(scene: Scene) -> Reason | None:
    """`asyncio.run(main)`: the function itself, where what its call makes is wanted."""
    if not scene.message.startswith("a coroutine was expected"):
        return None
    call = next((it for it in scene.nodes(ast.Call) if it.args), None)
    what = f"`{ast.unparse(call.args[0])}`" if call is not None else "What it gets"
    if call is not None and isinstance(call.args[0], ast.Name | ast.Attribute):
        text = (
            f"{what} has no parentheses after it, so `{ast.unparse(call.func)}` gets the function "
            "itself. A call of an `async def` function makes the coroutine that it runs."
        )
    else:
        text = f"{what} is not a coroutine: only a call of an `async def` function makes one."
    return Reason("coroutine_not_made", text)


def _truth_of_many(scene: Scene) -> Reason | None:
    """An `if` asks an array or a column of a table, which has many answers."""
    many = re.match(r"The truth value of an? (?:empty )?(array|Series|DataFrame)", scene.message)
    if many is None:
        return None
    what = "an array" if many[1] == "array" else f"a `{many[1]}`"
    each = "cell" if many[1] == "DataFrame" else "item"
    return Reason(
        "truth_of_many",
        f"A condition needs one `True` or `False`, and a comparison of {what} gives one for each "
        f"{each}. `if`, `and`, `or` and `not` cannot choose {each} by {each}.",
    )


def _may_be_header(scene: Scene, text: str) -> str:
    """Where lines of a CSV file are read one by one, the first of them names the columns."""
    whole = scene.evidence.source
    if not re.fullmatch(r"'[^\d]+'", text) or "csv.reader(" not in whole or "next(" in whole:
        return ""
    return " `csv.reader` gives the first line, with the names of the columns, as a row, too."


def _number(scene: Scene) -> Reason | None:
    message = scene.message
    if message.startswith("invalid literal for int()"):
        text = message.rpartition(": ")[2]
        base = message.partition("with base ")[2].partition(":")[0]
        what = _no_whole_number(text.strip("'\""), base)
        header = _may_be_header(scene, text)
        if text == "''" and re.search(r"\.split\(([\"']) \1\)", scene.evidence.source):
            header = " `.split()` without an argument leaves no empty strings between spaces."
        return Reason("not_a_number", f"`int(...)` was given {code(text)}, which {what}.{header}")
    if message.startswith("could not convert string to float"):
        text = message.rpartition(": ")[2]
        more = "; the decimal point is a dot" if re.fullmatch(r"'\d+,\d+'", text) else ""
        if text == "''":
            return Reason("not_a_number", "`float(...)` was given `''`, which is empty.")
        return Reason(
            "not_a_number", f"`float(...)` was given {code(text)}, which is not a number{more}."
        )
    return None


def _no_whole_number(text: str, base: str) -> str:
    """Why `int` reads no number from a text: the end of a sentence."""
    if not text:
        return "is empty"
    if base != "10":
        if base != "0":
            digits = f", whose digits are 0 to {int(base) - 1}" if int(base) < 10 else ""
            return f"is not a whole number in base {base}{digits}"
        return (
            "is not a whole number as Python code writes it; with base 0, the text itself says its "
            "base, by `0x`, `0o` or `0b`, or it is 10"
        )
    if re.fullmatch(r"\s*[-+]?(\d+\.\d*|\.\d+)\s*", text):
        return "has a decimal point; `float(...)` reads that"
    if re.fullmatch(r"\s*[-+]?[\d.]+[eE][-+]?\d+\s*", text):
        return "has an exponent; `float(...)` reads that"
    if re.fullmatch(r"0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+", text):
        return f"says its base by `{text[:2]}`; `int(..., 0)` reads that"
    if re.fullmatch(r"[-+]?\d+([,' ]\d+)+", text):
        return "has other characters between its digits"
    if len(text) > 7 and re.fullmatch(r"[\da-fA-F]*\d[\da-fA-F]*", text):  # no slip of a finger
        return "is a number in base 16; `int(...)` reads base 10 unless it is told"
    return "is not a whole number"


def _largest(scene: Scene) -> Reason | None:
    if "empty" not in scene.message or not scene.message.startswith(("max()", "min()")):
        return None
    which = scene.message[:5]
    for call in scene.nodes(ast.Call):
        if ast.unparse(call.func) == which[:3] and call.args:
            if scene.size_of(ast.unparse(call.args[0])):
                continue  # it is another call of the line that gets nothing
            given = ast.unparse(call.args[0])
            size = "largest" if which.startswith("max") else "smallest"
            return Reason(
                "largest_of_nothing",
                f"`{which}` was given `{given}`, which is empty there: it has no {size} item.",
            )
    return Reason("largest_of_nothing", f"`{which}` was given something empty.")


def _unpacking(scene: Scene) -> Reason | None:
    message = scene.message
    if "values to unpack" not in message:
        return None
    numbers = re.findall(r"\d+", message)
    wanted = int(numbers[0]) if numbers else 0
    stars = [it for it in scene.nodes(ast.Starred) if isinstance(it.ctx, ast.Store)]
    beside = " without a star" if stars and "at least" in message else ""
    names = f"{counted(wanted, 'name')}{beside} on the left" if wanted else "the names on the left"
    assigned = scene.statement.value if isinstance(scene.statement, ast.Assign) else None
    there = scene.value(assigned) if assigned is not None else None
    many = len(there) if isinstance(there, list | tuple | str) else 0
    got = counted(many, "value") if many > wanted else "more values than that"
    got = f"{counted(int(numbers[1]), 'value')}" if len(numbers) > 1 else got
    loops: list[ast.For | ast.comprehension] = [*scene.nodes(ast.For)]
    loops += scene.nodes(ast.comprehension)
    for loop in loops:
        if isinstance(loop.target, ast.Tuple) and scene.kind_of(loop.iter) == "dict":
            name = ast.unparse(loop.iter)
            return Reason(
                "loops_over_keys",
                f"`{name}` is a dict, and a loop over a dict gives its keys only. `.items()` gives "
                "each key with its value.",
            )
    if start := loop_takes_apart(scene, counted(wanted, "name") + beside):
        return Reason("unpacking", f"{start} an item has {got}.")
    if not scene.line:  # in a test: its own names say nothing to the learner
        expected = counted(wanted, "value") if wanted else "a number of values"
        return Reason("unpacking", f"The test expects {expected} there, and gets {got}.")
    verb = "is" if wanted == 1 else "are"
    text = f"There {verb} {names} and {got} on the right. {scene.values_there()}"
    targets = scene.statement.targets if isinstance(scene.statement, ast.Assign) else []
    if any(map(nested, targets)):
        names = names.replace(" on the left", "")
        text = f"At one place on the left there {verb} {names}, and {got} for it on the right."
    return Reason("unpacking", text.strip())


def _not_in(scene: Scene) -> Reason | None:
    message = scene.message
    if "substring not found" in message:
        calls = [it for it in scene.nodes(ast.Call) if _looks_for(it)]
        where = _between(calls[0]) if len(calls) == 1 else ""
        text = f"It looks for a string that is not there{where}. {scene.values_there()}"
        return Reason("not_in_text", text)
    if not any(words in message for words in ("is not in list", "x not in")):
        return None
    for call in scene.nodes(ast.Call):
        if isinstance(call.func, ast.Attribute) and _looks_for(call):
            name, item = ast.unparse(call.func.value), ast.unparse(call.args[0])
            value, holder = scene.value(call.args[0]), scene.value(call.func.value)
            is_known = value is not UNKNOWN and isinstance(holder, list | tuple)
            if is_known and len(call.args) == 1 and value in holder:
                continue  # it is another call of the line that finds nothing
            where = f"in `{name}`{_between(call)}"
            if value is UNKNOWN or isinstance(call.args[0], ast.Constant):
                moment = "" if call.args[1:] else " at that moment"
                text = f"{code(item)} is not {where}{moment}."
            else:
                text = f"`{item}` is {code(repr(value), 30)} there, and that is not {where}."
                text += _taken_from_another(scene, call) or _taken_out_before(scene, call, value)
            return Reason("not_in_list", text)
    return Reason("not_in_list", f"It looks for an item that is not there. {scene.values_there()}")


def _taken_out_before(scene: Scene, call: ast.Call, value: object) -> str:
    """That a line in a loop has itself taken out of a list what it looks for."""
    function, arguments = scene.function, scene.case.arguments
    if function is None or not isinstance(call.func, ast.Attribute) or call.func.attr != "remove":
        return ""
    name = ast.unparse(call.func.value)
    given = dict(zip(parameters(function), arguments or (), strict=False)).get(name)
    nodes = [it for it in body_nodes(function) if isinstance(it, ast.Call)]
    own = [it for it in nodes if ast.unparse(it.func) in (f"{name}.remove", f"{name}.pop")]
    is_set = any(name in stored_names(it) for it in function.body)
    if not isinstance(given, list) or value not in given or len(own) != 1 or is_set:
        return ""
    around = [it for it in loops(function) if it.lineno < scene.line <= (it.end_lineno or 0)]
    if not around:
        return ""
    line = around[-1].lineno
    return f" It was there at first: this line, in the loop on line {line}, took it out before."


def _taken_from_another(scene: Scene, call: ast.Call) -> str:
    """The line that takes an item from another list than the one where it is looked for."""
    if not (isinstance(call.args[0], ast.Name) and isinstance(call.func, ast.Attribute)):
        return ""
    for node in body_nodes(scene.function) if scene.function else ():
        if (
            isinstance(node, ast.Assign)
            and ast.unparse(node.targets[0]) == call.args[0].id
            and isinstance(node.value, ast.Subscript)
            and isinstance(node.value.value, ast.Name)
            and node.value.value.id != ast.unparse(call.func.value)
        ):
            return f" Line {node.lineno} takes it from `{node.value.value.id}`."
    return ""


def _looks_for(call: ast.Call) -> bool:
    """Whether a call looks for an item or a part: `.index(item)`, `.remove(item)`."""
    names = {"index", "rindex", "remove"}
    return isinstance(call.func, ast.Attribute) and call.func.attr in names and bool(call.args)


def _between(call: ast.Call) -> str:
    """Where a call looks only from a start on, or up to a stop: ` from index 1 on`."""
    shown = [f"`{ast.unparse(it)}`" for it in call.args[1:3]]
    if not shown:
        return ""
    stop = f" and before index {shown[1]}" if len(shown) > 1 else ""
    return f" from index {shown[0]} on{stop}"


def _format(scene: Scene) -> Reason | None:
    if match := re.match(r"Unknown format code '(.)' for object of type '(\w+)'", scene.message):
        mark, kind = match.groups()
        if mark in "<>^":
            return Reason(
                "format_unknown",
                f"After the colon, `{mark}` comes before the width, as in `{mark}12`.",
            )
        if mark not in "bcdeEfFgGnoxX%":
            what = f"`{mark}` after the colon is no format for it."
            return Reason("format_of_other_type", f"The value is {a_type(kind)} there, and {what}")
        return Reason(
            "format_of_other_type",
            f"The `{mark}` after the colon formats a number, and the value is {a_type(kind)} "
            "there.",
        )
    if "nvalid format specifier" in scene.message:
        return Reason(
            "format_unknown",
            "What follows the colon between the braces is not a format. "
            f"{code(scene.message, 80)}.",
        )
    if match := re.match(r"time data (.+) does not match format (.+)", scene.message):
        return Reason(
            "date_format",
            f"The text is {code(match.group(1), 40)} and the format {code(match.group(2), 40)}: "
            "they have to match, character by character.",
        )
    return None


def _domain(scene: Scene) -> str:
    """Why a calculation of `math` has no result, where the number it gets is known."""
    for call in scene.nodes(ast.Call):
        name = ast.unparse(call.func).rpartition(".")[2]
        number = scene.value(call.args[0]) if call.args else UNKNOWN
        if not isinstance(number, int | float):
            continue
        if name in {"sqrt", "isqrt"} and number < 0:
            return f"A negative number has no square root, and `{name}` gets {number}."
        if name in {"log", "log2", "log10"} and number <= 0:
            return f"Only a number above 0 has a logarithm, and `{name}` gets {number}."
    return "The calculation has no result for this number."


def _other(scene: Scene) -> Reason | None:
    message = scene.message
    if "math domain error" in message or message.startswith("expected a nonnegative"):
        text = f"{_domain(scene)} {scene.values_there()}".strip()
        return Reason("math_domain", text)
    if "mutable default" in message:
        return Reason(
            "mutable_default_field",
            "A list, dict or set as the default of a field would be shared by all objects. "
            "`field(default_factory=list)` makes a new one for each.",
        )
    if "closed file" in message:
        return Reason(
            "file_closed",
            "The file is closed there already: after the lines indented under `with`, it can no "
            "longer be read or written.",
        )
    if "arg 3 must not be zero" in message:
        return Reason(
            "range_step",
            "The third argument of `range` is how far each step goes, and it is 0 there.",
        )
    if found := re.match(r"dictionary update sequence element #(\d+) has length", message):
        return no_pairs(scene, found[1])
    return None
