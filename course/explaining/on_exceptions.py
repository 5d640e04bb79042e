"""Symptoms of calls that stopped with an exception: what was asked for, and what was there.

Everything said of a value is read from the variables in the frame the exception left.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Callable

from course.checking.words import a_name, code, listed
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.exception_scene import Reason, Scene, scene_of
from course.explaining.on_attributes import attribute_error
from course.explaining.on_databases import database_error
from course.explaining.on_handlers import except_one_of, missed, not_caught
from course.explaining.on_imports import import_error, module_not_found
from course.explaining.on_lookups import index_error, key_error
from course.explaining.on_names import unknown_name
from course.explaining.on_own_classes import not_overridden
from course.explaining.on_refusals import refused
from course.explaining.on_runtime_errors import runtime_error
from course.explaining.on_type_errors import type_error
from course.explaining.on_unset import name_not_set
from course.explaining.on_value_errors import value_error
from course.explaining.sentences import in_which, the_call
from course.explaining.syntax_tree import Function, body_nodes, parameters
from course.model import Frame


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


def _alike(case: Case, evidence: Evidence) -> tuple[Case, ...]:
    assert case.exception is not None  # noqa: S101 - the caller has looked
    kind = case.exception.type
    return tuple(
        other
        for other in evidence.failing
        if other.exception is not None and other.exception.type == kind
    )


def _without_frames(case: Case, evidence: Evidence) -> tuple[str, Saying] | None:
    """What can be said of an exception when only its name and words are known."""
    assert case.exception is not None  # noqa: S101 - the caller has looked
    kind = case.exception.type
    alike = _alike(case, evidence)
    reason = _reason(Scene(case.exception, Frame("", 0, ""), case, evidence))
    sentence = reason.text
    if kind == "RecursionError":
        sentence = "A function calls itself again and again, without an end."
    shared = in_which(alike, evidence)
    test = evidence.test_that_stopped(case)
    who = the_call(case) if test is None else f"The test {code(test)}"
    text = f"{who} stopped with {a_name(kind)}. {sentence}{shared}"
    return reason.name, Saying(text.replace("  ", " ").rstrip(), alike, reason.line)


def _explain(case: Case, evidence: Evidence) -> tuple[str, Saying] | None:
    scene = scene_of(case, evidence)
    if scene is None:
        return None
    reason = _reason(scene)
    alike = _alike(case, evidence)
    names = {test.name for test in evidence.failed_tests}
    test = evidence.test_that_stopped(case) or (case.call if case.call in names else None)
    who = the_call(case) if test is None else f"The test {code(test)}"
    where = f"{who} stopped on line {scene.line}, {code(scene.code)}"
    kind = f"{a_name(scene.type)}"
    if reason.line is not None and reason.line != scene.line:
        text = f"{reason.text} So {where.replace('The test', 'the test', 1)}, with {kind}."
        return reason.name, Saying(text, alike or (case,), reason.line)
    sentence = reason.text[:1].upper() + reason.text[1:] if reason.text else ""
    shared = in_which(alike, evidence) if alike and _by_value(reason) else ""
    sentence += _inside_itself(scene) if _by_value(reason) else ""
    text = f"{where}, with {kind}. {sentence}{shared}"
    return reason.name, Saying(text.rstrip(), alike or (case,), scene.line)


def _inside_itself(scene: Scene) -> str:
    """How often the function had called itself by then, and with what."""
    times = sum(frame.function == scene.frame.function for frame in scene.frames) - 1
    if times < 1 or scene.function is None:
        return ""
    names = [it.arg for it in scene.function.args.args]
    given = [(it, scene.frame.variables[it]) for it in names if it in scene.frame.variables]
    values = listed(f"`{name}` is {code(text, 30)}" for name, text in given[:3])
    name = scene.function.name
    again = "again" if times == 1 else f"{times} times"
    return f" `{name}` has called itself {again} by then: {values}." if given else ""


def _by_value(reason: Reason) -> bool:
    """Whether it is the value of an argument, not the code, that brings the exception."""
    return reason.name in {
        "division_by_zero",
        "index_in_empty",
        "index_out_of_range",
        "key_missing",
        "largest_of_nothing",
        "math_domain",
        "not_in_list",
        "not_in_text",
        "not_a_number",
        "used_before_set",
    }


def explain_exception(case: Case, evidence: Evidence) -> str:
    """What an exception means, in plain words, without the line it came from."""
    scene = scene_of(case, evidence)
    return _reason(scene).text if scene else ""


def is_own_raise(case: Case, evidence: Evidence) -> bool:
    """Whether a `raise` of the learner's own made the exception of a case."""
    scene = scene_of(case, evidence)
    return scene is not None and scene.made_by_raise


def _reason(scene: Scene) -> Reason:
    explain = _BY_TYPE.get(scene.type)
    own = scene.made_by_raise and scene.type not in _TOLD_ANYHOW
    reason = except_one_of(scene)
    if reason is None and not own:
        reason = refused(scene) or (explain(scene) if explain else None)
    if reason is None and (own or scene.raised_here):
        return not_overridden(scene) or Reason("own_exception", _own_raise(scene))
    if reason is not None and (sentence := missed(scene)):
        return Reason(reason.name, f"{reason.text} {sentence}", reason.line)
    reason = reason or _handed_on_by_gather(scene) or not_caught(scene, _plain(scene))
    return reason or Reason(f"stopped_by_{scene.type.lower()}", _plain(scene))


def _handed_on_by_gather(scene: Scene) -> Reason | None:
    """One of several coroutines failed, and `gather` was not told to keep what was raised."""
    for call in scene.nodes(ast.Call):
        keeps = any(keyword.arg in (None, "return_exceptions") for keyword in call.keywords)
        if ast.unparse(call.func) in ("asyncio.gather", "gather") and not keeps:
            return Reason(
                "gather_stops",
                "One of the coroutines raised it, and `gather` hands on the first exception at "
                "once: the answers of the others are lost. It can return exceptions instead, each "
                "in its place.",
            )
    return None


def _own_raise(scene: Scene) -> str:
    """Whose `raise` it was, under which condition, and what a test wants raised instead."""
    text = "Your own `raise` on that line made it"
    for it in reversed(body_nodes(scene.function) if scene.function else ()):
        if isinstance(it, ast.If) and scene.statement in it.body:
            text += f": the condition on line {it.lineno}, {code(ast.unparse(it.test))}, was true"
            break
    wanted = (scene.case.raises or "").rpartition(".")[2]
    is_type = wanted.isidentifier() and wanted[0].isupper()
    return f"{text}. The test expects {a_name(wanted)}." if is_type else f"{text}."


def _plain(scene: Scene) -> str:
    """Python's own words, and the values at that line."""
    words = f"Python says: {code(scene.message, 120)}." if scene.message else ""
    return f"{words} {scene.values_there()}".strip()


def _name_error(scene: Scene) -> Reason | None:
    unset = "free variable" in scene.message or "cannot access" in scene.message
    return name_not_set(scene) if unset else unknown_name(scene)


def _zero_division(scene: Scene) -> Reason:
    nodes = [(node.op, node.right) for node in scene.nodes(ast.BinOp)]
    if isinstance(scene.statement, ast.AugAssign):
        nodes.append((scene.statement.op, scene.statement.value))
    for call in scene.nodes(ast.Call):
        if ast.unparse(call.func) == "divmod" and len(call.args) == 2:
            nodes.append((ast.Mod(), call.args[1]))
    for operator, right in nodes:
        if not isinstance(operator, ast.Div | ast.FloorDiv | ast.Mod):
            continue
        if scene.value(right) == 0:
            name = ast.unparse(right)
            text = f"It divides by `{name}`, and `{name}` is 0 there."
            if isinstance(right, ast.Call) and ast.unparse(right.func) == "len" and right.args:
                divisor = ast.unparse(right.args[0])
                text = f"It divides by `{name}`, which is 0: `{divisor}` has no items."
            elif isinstance(right, ast.Constant):
                text = f"It divides by `{name}`."
            return Reason("division_by_zero", text)
    if "negative power" in scene.message:
        text = f"0 has no negative power: it would be a division by 0. {scene.values_there()}"
        return Reason("division_by_zero", text.strip())
    return Reason(
        "division_by_zero", f"It divides by something that is 0. {scene.values_there()}".strip()
    )


def _recursion(scene: Scene) -> Reason | None:
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
    others = {frame.function for frame in scene.frames[-6:]} - {function.name, ""}
    if others and not _calls_itself(function):
        names = listed(f"`{name}`" for name in sorted({*others, function.name}))
        text = f"{names} call each other again and again, and no call answers without the next."
    if moved:
        name = moved[0]
        text += f" `{name}` went from {code(first[name])} to {code(last[name])} on the way."
    elif unchanged:
        text += f" {scene.listed_values(dict(list(last.items())[:3]))} in every one of those calls."
    return Reason("endless_recursion", text)


def _calls_itself(function: Function) -> bool:
    return any(
        isinstance(node, ast.Call) and ast.unparse(node.func).endswith(function.name)
        for node in ast.walk(function)
    )


def _end_of_input(scene: Scene) -> Reason:
    names = parameters(scene.function) if scene.function else []
    if names:
        return Reason(
            "asks_input",
            "It asks someone to type something. In a check of this function nobody types: what "
            f"it needs comes in through {listed(f'`{name}`' for name in names)}.",
        )
    return Reason(
        "asks_input",
        "It waits for a line that nobody types in this check. Ask with `input` only where the "
        "brief says so, and as often.",
    )


def _not_there(scene: Scene) -> Reason:
    what = "The file it opens" if "open(" in scene.code else "What it asks for"
    sentence = f"{what} is not there: {code(scene.message, 100)}."
    exercise = scene.evidence.exercise
    there = [exercise.place_of(it) for it in exercise.data_files]
    path = scene.message.rpartition(": ")[2].strip("'")
    folder = path.rpartition("/")[0]
    writes = re.search(r"\bopen\([^,]+,\s*(?:mode\s*=\s*)?['\"][wax]", scene.code)
    if folder and writes:
        text = f"The folder {code(folder)}, in which it should write a file, is not there."
        return Reason("file_missing", text)
    if near := difflib.get_close_matches(path, there, 1, 0.6):
        sentence += f" There is {code(near[0])}, which looks similar."
    elif folder and not path.startswith("/"):
        sentence += f" Either the folder {code(folder)} is missing, or it has no such file in it."
    if match := re.search(r"\\([tnrbafv])", scene.message):
        mark = match.group()
        sentence += f" In its name, `{mark}` is one character, not a backslash and a letter."
    return Reason("file_missing", sentence)


def _stop_iteration(scene: Scene) -> Reason:
    asks = "next(" in scene.code.replace("__next__(", "") or not scene.code
    who = "`next(...)` asked for one more item" if asks else "One more item was asked for"
    return Reason("nothing_left", f"{who}, and there was none left.")


def _exit(_scene: Scene) -> Reason:
    return Reason("exits", "That line ends the whole program. `return` only leaves the function.")


def _overflow(scene: Scene) -> Reason:
    if "date value" in scene.message:
        text = "There is no date before the year 1 or after the year 9999."
        return Reason("too_large", f"{text} {scene.values_there()}".strip())
    return Reason("too_large", f"A number became too large. {scene.values_there()}")


def _assertion(scene: Scene) -> Reason | None:
    if match := re.search(r"overwriting an existing endpoint function: (\w+)", scene.message):
        name = match.group(1)
        return Reason(
            "same_endpoint",
            f"Flask tells views apart by their names, and two are called `{name}`. A function that "
            "a decorator puts in a view's place keeps the view's name with `functools.wraps`.",
        )
    if not isinstance(scene.statement, ast.Assert):
        return None
    test = code(ast.unparse(scene.statement.test))
    return Reason(
        "own_assert",
        f"Your own `assert` stopped it: {test} was not true. {scene.values_there()}".strip(),
    )


def _pattern(scene: Scene) -> Reason:
    return Reason(
        "pattern_unreadable", f"The pattern is not a regular expression: {code(scene.message, 80)}."
    )


def _frozen(_scene: Scene) -> Reason:
    return Reason(
        "frozen_object",
        "The class is made with `frozen=True`: once an object is there, its fields cannot be set.",
    )


def _too_slow(_scene: Scene) -> Reason:
    return Reason("timeout_passed", "What was waited for took longer than the time allowed for it.")


def _no_server(scene: Scene) -> Reason | None:
    """`urlopen` came to no server; `HTTPError`, which is an answer, is told by its own words."""
    why = r"urlopen error.*(not known|resolution|getaddrinfo|refused|unreachable)"
    if not re.search(why, scene.message):
        return None
    reason = (
        "something is there, but it takes no connection at that address and port"
        if "refused" in scene.message
        else "the name in the address is not known, or there is no connection to the network here"
    )
    return Reason("no_server", f"No server was reached: {reason}.")


_TOLD_ANYHOW = frozenset({"SystemExit"})
"""What is said of these is true of a `raise` of the learner's own as well."""

_BY_TYPE: dict[str, Callable[[Scene], Reason | None]] = {
    "AssertionError": _assertion,
    "AttributeError": attribute_error,
    "EOFError": _end_of_input,
    "FileNotFoundError": _not_there,
    "FrozenInstanceError": _frozen,
    "ImportError": import_error,
    "IndexError": index_error,
    "IntegrityError": database_error,
    "KeyError": key_error,
    "ModuleNotFoundError": module_not_found,
    "NameError": _name_error,
    "OperationalError": database_error,
    "OverflowError": _overflow,
    "PatternError": _pattern,
    "ProgrammingError": database_error,
    "RecursionError": _recursion,
    "RuntimeError": runtime_error,
    "StopIteration": _stop_iteration,
    "SystemExit": _exit,
    "TimeoutError": _too_slow,
    "TypeError": type_error,
    "URLError": _no_server,
    "UnboundLocalError": name_not_set,
    "UnicodeDecodeError": value_error,
    "ValueError": value_error,
    "ZeroDivisionError": _zero_division,
    "error": _pattern,
}
