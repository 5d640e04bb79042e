"""Symptoms of calls that gave back `None`, and of values that never leave the function."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from course.checking.calls_in_tests import imported_names
from course.checking.words import code
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.on_walks import returns_reached
from course.explaining.sentences import in_which, returned, the_call
from course.explaining.syntax_tree import (
    IN_PLACE,
    Function,
    assigned_values,
    body_nodes,
    can_fall_off,
    is_generator,
    is_print,
    never_none,
    none_returns,
    parameters,
    stored_names,
    value_returns,
)


def gave_none(evidence: Evidence) -> tuple[Case, ...]:
    """The failing calls that gave back `None` where something else is expected."""
    return tuple(
        case
        for case in evidence.failing
        if case.got == "None" and case.expected not in {None, "None"} and not case.raises
    )


def with_function(evidence: Evidence) -> tuple[Case, Function] | None:
    """The first of those whose function is in the file, with that function."""
    for case in gave_none(evidence):
        if (function := evidence.function_of(case)) is not None:
            return case, function
    return None


def nothing_yet(evidence: Evidence) -> Saying | None:
    """The function the tests call has no code yet."""
    for case in evidence.failing:
        function = evidence.function_of(case)
        if function is not None and all(map(is_empty, evidence.all_named(function.name))):
            text = (
                f"`{function.name}` has no instructions of its own yet, so {the_call(case)} does "
                "nothing. Put the steps it should take under its first line, indented."
            )
            return Saying(text, evidence.failing, function.lineno)
    return None


def is_empty(function: Function) -> bool:
    """Whether there is nothing but `pass` and a docstring in it."""
    return all(
        isinstance(statement, ast.Pass)
        or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for statement in function.body
    )


def returns_change(evidence: Evidence) -> Saying | None:
    """Returns what `.sort()`, `.append()` or `print()` gives back."""
    for case, node, function in _sure_returns(evidence):
        value = node.value
        if isinstance(value, ast.Name):
            values = [one for one in assigned_values(function, value.id) if one is not None]
            value = next((one for one in reversed(values) if _changes(one, evidence)), value)
        if not (isinstance(value, ast.Call) and (name := _changes(value, evidence))):
            continue
        if name == "print":
            text = (
                f"{the_call(case)} gave back `None`. On line {value.lineno} the value comes from "
                "`print(...)`, and `print` shows something on the screen but always gives back "
                "`None`."
            )
        else:
            text = (
                f"{the_call(case)} gave back `None`. On line {value.lineno} the value comes from "
                f"`.{name}(...)`. `.{name}()` changes the object it is called on, and itself gives "
                "back `None`."
            )
        return Saying(text, gave_none(evidence), value.lineno)
    return None


def _sure_returns(evidence: Evidence) -> Iterator[tuple[Case, ast.Return, Function]]:
    """The calls that gave back `None`, each with a `return` that its `None` surely came from."""
    for case in gave_none(evidence):
        if (function := evidence.function_of(case)) is None:
            continue
        reached, given = returns_reached(case, evidence), value_returns(function)
        leaves_otherwise = can_fall_off(function) or bool(none_returns(function))
        for node in given if reached is None else reached:
            others = [it for it in given if it is not node]
            only = not leaves_otherwise and never_return_none(others, function, [case])
            if only or reached == [node]:
                yield case, node, function


def never_return_none(
    given: Sequence[ast.Return], function: Function, cases: Sequence[Case]
) -> bool:
    """Whether what the `return`s give back is known not to be `None` in these calls."""
    return all(
        node.value is not None
        and (
            never_none(node.value, function) or all(_passes_on(node, function, it) for it in cases)
        )
        for node in given
    )


def _passes_on(node: ast.Return, function: Function, case: Case) -> bool:
    """Whether a `return` gives back an argument of the call as it came in, which is not None."""
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    values = dict(zip(names, case.arguments or (), strict=False))
    if not isinstance(node.value, ast.Name) or values.get(node.value.id) is None:
        return False
    return not any(node.value.id in stored_names(it) for it in function.body)


def _changes(node: ast.expr, evidence: Evidence) -> str | None:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        name = node.func.attr
        return name if name in IN_PLACE and name not in evidence.functions else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return "print" if node.func.id == "print" and "print" not in evidence.functions else None
    return None


def adds_none(evidence: Evidence) -> Saying | None:
    """`found.append(xs.remove(x))`: what is added is what `.remove()` gives back."""
    fitting = tuple(it for it in evidence.failing if _has_none(it.got_value, it.expected_value))
    function = evidence.function_of(fitting[0]) if fitting else None
    for node in body_nodes(function) if function is not None else ():
        added = node.args if isinstance(node, ast.Call) else []
        if isinstance(node, ast.AugAssign) and isinstance(node.value, ast.List | ast.Tuple):
            added = node.value.elts
        for value in added:
            if (name := _changes(value, evidence)) is not None:
                call = "print(...)" if name == "print" else f".{name}()"
                line = getattr(node, "lineno", 0)
                text = (
                    f"Line {line}, {code(evidence.code(line), 50)}, adds what `{call}` gives back, "
                    f"and that is `None`. {the_call(fitting[0])} gave back {returned(fitting[0])}."
                )
                return Saying(text, fitting, line)
    return None


def _has_none(got: Any, wanted: Any) -> bool:
    lists = isinstance(got, list) and isinstance(wanted, list)
    return lists and None in got and None not in wanted


def prints_instead(evidence: Evidence) -> Saying | None:
    """Prints the answer, and returns nothing or something else."""
    for case in gave_none(evidence):
        function = evidence.function_of(case)
        if function is None or not case.printed.strip() or value_returns(function):
            continue
        printed = code(case.printed.strip(), 50)
        start = (
            f"{the_call(case)} printed {printed}, which is the right answer, but gave back `None`."
            if _printed_right(case)
            else f"{the_call(case)} printed {printed} and gave back `None`."
        )
        text = (
            f"{start} `print` shows a value to a person; the code that made the call does not "
            f"get it. `{function.name}` has no `return` with a value."
        )
        return Saying(text, gave_none(evidence), _line_of_print(function))
    function = _gives_a_test_none(evidence)
    if function is not None and (line := _line_of_print(function)) is not None:
        text = (
            f"Line {line}, {code(evidence.code(line))}, shows the answer to a person, but the test "
            f"gets `None`: `{function.name}` has no `return` with a value."
        )
        return Saying(text, (), line)
    return _prints_beside(evidence)


def _prints_beside(evidence: Evidence) -> Saying | None:
    """The right answers are printed, and others are returned."""
    cases = [it for it in evidence.failing if it.returned and _printed_right(it)]
    function = evidence.function_of(cases[0]) if cases else None
    if function is None:
        return None
    case = cases[0]
    text = (
        f"{the_call(case)} printed {code(case.printed.strip(), 50)}, which is the right answer, "
        f"but gave back {code(case.got or '', 50)}. `print` shows a value to a person; the code "
        "that made the call only gets what `return` gives."
    )
    return Saying(text, tuple(cases), _line_of_print(function))


def _printed_right(case: Case) -> bool:
    printed = case.printed.strip()
    return bool(printed) and printed in {case.expected, str(case.expected_value)}


def _gives_a_test_none(evidence: Evidence) -> Function | None:
    """The function without a `return` whose `None` a test stopped at."""
    stopped = [it.exception for it in evidence.failed_tests if it.exception is not None]
    if evidence.failing or not any("NoneType" in it.message and not it.frames for it in stopped):
        return None
    called = [evidence.functions.get(name) for name in imported_names(evidence.exercise)]
    without = [it for it in called if it is not None and not value_returns(it)]
    return without[0] if len(without) == len(called) == 1 else None


def _line_of_print(function: Function) -> int | None:
    prints = (node for node in body_nodes(function) if isinstance(node, ast.Call))
    return next((node.lineno for node in prints if is_print(node)), None)


def recursion_dropped(evidence: Evidence) -> Saying | None:
    """Calls itself and does nothing with what comes back."""
    pair = with_function(evidence)
    gave, cases = "`None`", gave_none(evidence)
    if pair is None:
        pair, cases = _builds_alone(evidence), evidence.failing
        gave = returned(pair[0]) if pair is not None else ""
    if pair is None:
        return None
    case, function = pair
    for node in body_nodes(function):
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
            continue
        called = node.value.func
        if isinstance(called, ast.Name) and called.id == function.name:
            text = (
                f"{the_call(case)} gave back {gave}. Line {node.lineno} calls `{function.name}` "
                "again, but nothing happens with what that call gives back: it is not returned "
                "and not stored."
            )
            return Saying(text, cases, node.lineno)
    return None


def _builds_alone(evidence: Evidence) -> tuple[Case, Function] | None:
    """The simplest failing call, where each call of its function builds a value of its own."""
    case = next(iter(evidence.failing), None)
    function = evidence.function_of(case) if case is not None else None
    if case is None or function is None or not case.returned or is_generator(function):
        return None
    values = [it.value for it in value_returns(function)]
    own = {
        target.id
        for node in body_nodes(function)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.List | ast.Dict | ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    } - set(parameters(function))
    alone = values and all(isinstance(it, ast.Name) and it.id in own for it in values)
    passed = {it.id for node in body_nodes(function) for it in _arguments(node, function.name)}
    return (case, function) if alone and not passed & own else None


def _arguments(node: ast.AST, name: str) -> list[ast.Name]:
    """The names that a call of a function passes."""
    if not (isinstance(node, ast.Call) and ast.unparse(node.func) == name):
        return []
    return [it for argument in node.args for it in ast.walk(argument) if isinstance(it, ast.Name)]


def inner_return(evidence: Evidence) -> Saying | None:
    """Only a function inside the function returns."""
    pair = with_function(evidence)
    if pair is None or value_returns(pair[1]):
        return None
    case, function = pair
    for node in body_nodes(function):
        if isinstance(node, ast.FunctionDef) and value_returns(node):
            line = value_returns(node)[0].lineno
            text = (
                f"{the_call(case)} gave back `None`. The `return` on line {line} belongs to the "
                f"inner function `{node.name}`; `{function.name}` itself, which the tests call, "
                "returns nothing. Look at how far line "
                f"{node.lineno} and the lines below it are indented."
            )
            return Saying(text, gave_none(evidence), node.lineno)
    return None


def no_return(evidence: Evidence) -> Saying | None:
    """The function has no `return` at all."""
    pair = with_function(evidence)
    if pair is None or value_returns(pair[1]) or is_generator(pair[1]):
        return None
    case, function = pair
    bare = none_returns(function)
    if bare:
        has = "says so" if bare[0].value else "has no value after it, so the caller gets `None`"
        text = f"{the_call(case)} gave back `None`. The `return` on line {bare[0].lineno} {has}."
        return Saying(text, gave_none(evidence), bare[0].lineno)
    text = (
        f"{the_call(case)} gave back `None`. There is no `return` in `{function.name}`: whatever "
        "it works out is forgotten when it ends, and the caller gets `None`."
    )
    return Saying(text, gave_none(evidence), function.lineno)


def stayed_none(evidence: Evidence) -> Saying | None:
    """Returns a name that starts as `None` and kept that value."""
    pair = with_function(evidence)
    if pair is None:
        return None
    case, function = pair
    given = value_returns(function)
    if len(given) != 1 or can_fall_off(function) or none_returns(function):
        return None
    if not isinstance(given[0].value, ast.Name):
        return None
    name = given[0].value.id
    starts = [
        node
        for node in body_nodes(function)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and node.value.value is None
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]
    if not starts:
        return None
    text = (
        f"{the_call(case)} gave back `None`. Line {starts[0].lineno} gives `{name}` the value "
        f"`None`, and line {given[0].lineno} returns `{name}`. Was any line that gives `{name}` "
        f"another value reached in this call?{in_which(gave_none(evidence), evidence)}"
    )
    return Saying(text, gave_none(evidence))


def returns_in_generator(evidence: Evidence) -> Saying | None:
    """A function with `yield` also has a `return` with a value, which no loop ever gets."""
    if "= yield from" in evidence.source or ".value" in evidence.source:
        return None
    for function, cases in evidence.may_run():
        if not is_generator(function) or isinstance(function, ast.AsyncFunctionDef):
            continue
        for node in value_returns(function):
            text = (
                f"Line {node.lineno}, {code(evidence.code(node.lineno))}, ends the generator, and "
                "a loop over it never gets that value. `yield` gives a value and goes on."
            )
            return Saying(text, cases, node.lineno)
    return None
