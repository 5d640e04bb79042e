"""`ValueError`: a value of the right kind that cannot be used."""

from __future__ import annotations

import ast
import re

from course.checking.values import UNKNOWN
from course.checking.words import a_type, code
from course.explaining.exception_scene import Reason, Scene
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
        what = "is not a whole number"
        if re.fullmatch(r"'-?\d*\.\d+'", text):
            what = "has a decimal point; `float(...)` reads that"
        elif text == "''":
            what = "is empty"
        header = _may_be_header(scene, text)
        return Reason("not_a_number", f"`int(...)` was given {code(text)}, which {what}.{header}")
    if message.startswith("could not convert string to float"):
        text = message.rpartition(": ")[2]
        more = "; the decimal point is a dot" if re.fullmatch(r"'\d+,\d+'", text) else ""
        return Reason(
            "not_a_number", f"`float(...)` was given {code(text)}, which is not a number{more}."
        )
    return None


def _largest(scene: Scene) -> Reason | None:
    if "empty" not in scene.message or not scene.message.startswith(("max()", "min()")):
        return None
    which = scene.message[:5]
    for call in scene.nodes(ast.Call):
        if ast.unparse(call.func) == which[:3] and call.args:
            given = ast.unparse(call.args[0])
            size = "largest" if which.startswith("max") else "smallest"
            return Reason(
                "largest_of_nothing",
                f"`{which}` was given `{given}`, which is empty there: it has no {size} item.",
            )
    return Reason("largest_of_nothing", f"`{which}` was given something empty.")


def _unpacking(scene: Scene) -> Reason | None:
    if "values to unpack" not in scene.message:
        return None
    numbers = re.findall(r"\d+", scene.message)
    wanted = int(numbers[0]) if numbers else 0
    names = f"{counted(wanted, 'name')} on the left" if wanted else "the names on the left"
    got = f"{counted(int(numbers[1]), 'value')}" if len(numbers) > 1 else "more values than that"
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
        if isinstance(loop.target, ast.Tuple):
            return Reason(
                "unpacking",
                f"`for {ast.unparse(loop.target).strip('()')}` takes each item of "
                f"`{ast.unparse(loop.iter)}` apart into {counted(wanted, 'name')}, and an item has "
                f"{got}.",
            )
    if not scene.line:  # in a test: its own names say nothing to the learner
        expected = counted(wanted, "value") if wanted else "a number of values"
        return Reason("unpacking", f"The test expects {expected} there, and gets {got}.")
    verb = "is" if wanted == 1 else "are"
    text = f"There {verb} {names} and {got} on the right. {scene.values_there()}"
    return Reason("unpacking", text.strip())


def _not_in(scene: Scene) -> Reason | None:
    message = scene.message
    if "substring not found" in message:
        return Reason(
            "not_in_text", f"It looks for a string that is not there. {scene.values_there()}"
        )
    if not any(words in message for words in ("is not in list", "not in tuple", "x not in")):
        return None
    for call in scene.nodes(ast.Call):
        if (
            isinstance(call.func, ast.Attribute)
            and call.func.attr in {"remove", "index"}
            and call.args
        ):
            name, item = ast.unparse(call.func.value), ast.unparse(call.args[0])
            value = scene.value(call.args[0])
            if value is UNKNOWN or isinstance(call.args[0], ast.Constant):
                text = f"{code(item)} is not in `{name}` at that moment."
            else:
                text = f"`{item}` is {code(repr(value), 30)} there, and that is not in `{name}`."
            return Reason("not_in_list", text)
    return Reason("not_in_list", f"It looks for an item that is not there. {scene.values_there()}")


def _format(scene: Scene) -> Reason | None:
    if match := re.match(r"Unknown format code '(.)' for object of type '(\w+)'", scene.message):
        mark, kind = match.groups()
        if mark in "<>^":
            return Reason(
                "format_unknown",
                f"After the colon, `{mark}` comes before the width, as in `{mark}12`.",
            )
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


def _other(scene: Scene) -> Reason | None:
    message = scene.message
    if "math domain error" in message or message.startswith("expected a nonnegative"):
        return Reason(
            "math_domain", f"The calculation has no result for this number. {scene.values_there()}"
        )
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
    if scene.type == "JSONDecodeError":
        return Reason("not_json", f"What `json` should read is not JSON: {code(message, 60)}.")
    return None
