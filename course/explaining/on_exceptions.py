"""Symptoms of calls that stopped with an exception: what was asked for, and what was there.

Everything said of a value is read from the variables in the frame the exception left.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import Any

from course.checking.values import UNKNOWN
from course.checking.words import code
from course.explaining.cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.on_names import name_not_set, unknown_name
from course.explaining.on_type_errors import type_error
from course.explaining.scene import Scene, scene_of
from course.explaining.sentences import in_which, the_call
from course.model import Frame
from course.plural import counted


def stopped(evidence: Evidence) -> tuple[str, Saying] | None:
    """The symptom's name and what is said of the simplest call that stopped with an exception."""
    for case in evidence.failing:
        if case.exception is not None and case.exception.frames:
            return _explain(case, evidence)
    for test in evidence.failed_tests if not evidence.failing else ():
        if test.exception is not None and test.exception.frames and test.got is None:
            case = Case(
                call=test.call or test.name,
                function=test.call.partition("(")[0] if test.call else "",
                arguments=None,
                passed=False,
                exception=test.exception,
                test=test.id,
            )
            return _explain(case, evidence)
    for case in evidence.failing:
        if case.exception is not None and not case.raises:
            return _without_frames(case, evidence)
    return None


def _without_frames(case: Case, evidence: Evidence) -> tuple[str, Saying] | None:
    """What can be said of an exception when only its name and words are known."""
    assert case.exception is not None  # noqa: S101 - the caller has looked
    kind = case.exception.type
    alike = tuple(
        other
        for other in evidence.failing
        if other.exception is not None and other.exception.type == kind
    )
    shared = in_which(alike, evidence)
    scene = Scene(case.exception, Frame("", 0, ""), case, evidence)
    name, told = _told(scene)
    if kind == "RecursionError":
        told = "A function calls itself again and again, without an end."
    text = f"{the_call(case)} stopped with {_article(kind)} `{kind}`. {told}{shared}"
    return name, Saying(text.replace("  ", " ").rstrip(), alike)


def _explain(case: Case, evidence: Evidence) -> tuple[str, Saying] | None:
    scene = scene_of(case, evidence)
    if scene is None:
        return None
    name, told = _told(scene)
    alike = tuple(
        other
        for other in evidence.failing
        if other.exception is not None and other.exception.type == scene.type
    )
    shared = in_which(alike, evidence) if alike else ""
    start = f"{the_call(case)} stopped on line {scene.line}, {code(scene.code)}"
    text = f"{start}, with {_article(scene.type)} `{scene.type}`. {told}{shared}"
    return name, Saying(text, alike or (case,), scene.line)


def explain_exception(case: Case, evidence: Evidence) -> str:
    """What an exception means, in plain words, without the line it came from."""
    scene = scene_of(case, evidence)
    return _told(scene)[1] if scene else ""


def _article(name: str) -> str:
    return "an" if name[:1] in tuple("AEIOU") else "a"


def _told(scene: Scene) -> tuple[str, str]:
    explain = _BY_TYPE.get(scene.type)
    told = explain(scene) if explain else None
    if told is None and scene.raised_here:
        return "own_exception", (
            "Your own `raise` on that line made it: for this call, its condition was true."
        )
    name, text = told or (f"stopped_by_{scene.type.lower()}", _plain(scene))
    return name, text


def _plain(scene: Scene) -> str:
    """Python's own words, and the values at that line."""
    words = f"Python says: {code(scene.message, 120)}." if scene.message else ""
    return f"{words} {scene.values_there()}".strip()


# ---------------------------------------------------------------- positions and keys


def _index_error(scene: Scene) -> tuple[str, str] | None:
    if "pop" in scene.message and "empty" in scene.message:
        return "pop_from_empty", "It takes an item out of a list that has no items left." + (
            " " + scene.values_there()
        ).rstrip()
    for node in scene.nodes(ast.Subscript):
        held, asked = scene.value(node.value), scene.value(node.slice)
        if not isinstance(held, list | tuple | str) or type(asked) is not int:
            continue
        if -len(held) <= asked < len(held):
            continue
        return _outside(node, held, asked)
    return "index_out_of_range", (
        f"It asks for a position that is not there. {scene.values_there()}".strip()
    )


def _outside(node: ast.Subscript, held: Any, asked: int) -> tuple[str, str]:
    whole, name = ast.unparse(node), ast.unparse(node.value)
    index = ast.unparse(node.slice)
    if not held:
        return "index_in_empty", (
            f"`{name}` is empty at that moment, so there is no `{whole}`: an empty sequence has no "
            "positions at all."
        )
    there = f"`{name}` has {counted(len(held), 'item')}, at positions 0 to {len(held) - 1}"
    if len(held) == 1:
        there = f"`{name}` has 1 item, at position 0"
    which = f"`{whole}` asks for position {asked}"
    if not isinstance(node.slice, ast.Constant):
        which += f" (`{index}` is {asked} there)"
    more = ""
    if asked == len(held):
        more = " That is one past the end."
    return "index_out_of_range", f"{which}, but {there}.{more}"


def _key_error(scene: Scene) -> tuple[str, str] | None:
    key = scene.message
    for node in scene.nodes(ast.Subscript):
        held, asked = scene.value(node.value), scene.value(node.slice)
        if isinstance(held, dict) and repr(asked) == key:
            name = f"`{ast.unparse(node.value)}`"
            break
    else:
        held, name = UNKNOWN, "The dict"
    where = f"{name} has no key {code(key)} at that moment."
    if held == {}:
        where = f"{name} is empty at that moment, so it has no key {code(key)}."
    for statement in scene.nodes(ast.AugAssign):
        if isinstance(statement.target, ast.Subscript):
            return "key_not_set", (
                f"{where} The line changes the value that is stored under the key, and the first "
                "time a key comes up nothing is stored yet."
            )
    for call in scene.nodes(ast.Call):
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Subscript):
            return "key_not_set", (
                f"{where} The line uses what is stored under the key, and the first time a key "
                "comes up nothing is stored yet."
            )
    return "key_missing", where


# ---------------------------------------------------------------- attributes


def _attribute_error(scene: Scene) -> tuple[str, str] | None:
    found = re.match(r"'(\w+)' object has no attribute '(\w+)'", scene.message)
    if found is None:
        return None
    kind, attribute = found.groups()
    holder = next((node for node in scene.nodes(ast.Attribute) if node.attr == attribute), None)
    name = ast.unparse(holder.value) if holder is not None else ""
    if kind == "NoneType":
        who = f"`{name}` is `None` at that moment" if name else "The value is `None`"
        return "attribute_of_none", (
            f"{who}, and `None` has no `.{attribute}`. Where does it get its value, and why is "
            "that `None` for this call?"
        )
    near = scene.near_attribute(kind, attribute)
    who = f"`{name}`" if name else "The value"
    there = f"{who} is {scene.kind_words(kind)} there, and that has no `.{attribute}`."
    if near:
        there += f" There is a `.{near}`, which looks similar."
    elif scene.is_own_class(kind) and scene.calls_method(attribute):
        there += (
            f" It is called like a method: in your class `{kind}` there has to be a "
            f"`def {attribute}(self, ...)`, indented under the `class` line."
        )
    elif scene.is_own_class(kind):
        there += (
            f" Objects of your class `{kind}` have it only after some method has run "
            f"`self.{attribute} = ...`."
        )
    return "attribute_missing", there


# ---------------------------------------------------------------- values


def _value_error(scene: Scene) -> tuple[str, str] | None:
    message = scene.message
    if message.startswith("invalid literal for int()"):
        text = message.rpartition(": ")[2]
        return "not_a_number", f"`int(...)` was given {code(text)}, which is not a whole number."
    if message.startswith("could not convert string to float"):
        text = message.rpartition(": ")[2]
        return "not_a_number", f"`float(...)` was given {code(text)}, which is not a number."
    if "empty" in message and message.startswith(("max()", "min()")):
        which = message[:5]
        return "largest_of_nothing", (
            f"`{which}` was given something empty, and nothing has no largest or smallest item."
        )
    if "values to unpack" in message:
        return "unpacking", (
            "The number of names on the left and the number of values on the right differ "
            f"({code(message)}). {scene.values_there()}"
        )
    if "is not in list" in message or "not in tuple" in message or "x not in" in message:
        return "not_in_list", (
            "It looks for an item that is not in the list at that moment. " + scene.values_there()
        )
    if "substring not found" in message:
        return "not_in_text", f"It looks for a text that does not occur. {scene.values_there()}"
    return None


def _zero_division(scene: Scene) -> tuple[str, str] | None:
    for node in scene.nodes(ast.BinOp):
        if not isinstance(node.op, ast.Div | ast.FloorDiv | ast.Mod):
            continue
        if scene.value(node.right) == 0:
            name = ast.unparse(node.right)
            text = f"It divides by `{name}`, and `{name}` is 0 there."
            counted = node.right
            if (
                isinstance(counted, ast.Call)
                and ast.unparse(counted.func) == "len"
                and counted.args
            ):
                text += f" `{ast.unparse(counted.args[0])}` has no items."
            return "division_by_zero", text
    return "division_by_zero", f"It divides by something that is 0. {scene.values_there()}".strip()


def _recursion(scene: Scene) -> tuple[str, str] | None:
    function = scene.function
    if function is None:
        return None
    first, last = scene.first_and_last_variables()
    unchanged = [name for name in first if name in last and first[name] == last[name]]
    moved = [name for name in first if name in last and first[name] != last[name]]
    text = (
        f"`{function.name}` calls itself again and again and never comes to a call that answers "
        "without calling itself."
    )
    if moved:
        name = moved[0]
        text += f" `{name}` went from {code(first[name])} to {code(last[name])} on the way."
    elif unchanged:
        text += f" {scene.listed_values(dict(list(last.items())[:3]))} in every one of those calls."
    return "endless_recursion", text


def _changed_size(scene: Scene) -> tuple[str, str] | None:
    if "changed size during iteration" in scene.message:
        return "changed_while_looped", (
            "A loop walks over something while entries are being added to it or taken out of it."
        )
    return None


def _end_of_input(_scene: Scene) -> tuple[str, str]:
    return "asks_input", (
        "It waits for someone to type. In a check nobody types: the function gets its values "
        "through its parameters."
    )


def _not_there(scene: Scene) -> tuple[str, str]:
    return "file_missing", f"The file it opens is not there: {code(scene.message, 100)}."


def _module_not_found(scene: Scene) -> tuple[str, str]:
    return "module_missing", f"The module it imports is not there: {code(scene.message, 80)}."


def _stop_iteration(_scene: Scene) -> tuple[str, str]:
    return "nothing_left", "`next(...)` asked for one more item, and there was none left."


def _exit(_scene: Scene) -> tuple[str, str]:
    return "exits", (
        "That line ends the whole program. To leave a function, give its value back with `return`."
    )


def _overflow(scene: Scene) -> tuple[str, str]:
    return "too_large", f"A number became too large. {scene.values_there()}"


_BY_TYPE: dict[str, Callable[[Scene], tuple[str, str] | None]] = {
    "AttributeError": _attribute_error,
    "EOFError": _end_of_input,
    "FileNotFoundError": _not_there,
    "IndexError": _index_error,
    "KeyError": _key_error,
    "ModuleNotFoundError": _module_not_found,
    "NameError": unknown_name,
    "OverflowError": _overflow,
    "RecursionError": _recursion,
    "RuntimeError": _changed_size,
    "StopIteration": _stop_iteration,
    "SystemExit": _exit,
    "TypeError": type_error,
    "UnboundLocalError": name_not_set,
    "ValueError": _value_error,
    "ZeroDivisionError": _zero_division,
}
