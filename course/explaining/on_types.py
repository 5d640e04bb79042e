"""Symptoms of values that are of another type than the one expected."""

from __future__ import annotations

import ast
import re

from course.checking.values import UNKNOWN, is_number, items_of, same
from course.checking.words import a_type, code
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.sentences import awaited, how_many, in_which, returned, the_call
from course.explaining.syntax_tree import Function, body_nodes, returns

_CALLABLE = {"function", "method", "builtin_function_or_method", "type", "method-wrapper"}
_LAZY = {
    "generator": "A generator hands out its items one at a time, when a loop asks for them.",
    "map": "`map(...)` hands out its items one at a time, when a loop asks for them.",
    "filter": "`filter(...)` hands out its items one at a time, when a loop asks for them.",
    "zip": "`zip(...)` hands out its items one at a time, when a loop asks for them.",
    "enumerate": "`enumerate(...)` hands out its items one at a time, when a loop asks for them.",
    "reversed": "`reversed(...)` hands out its items one at a time, when a loop asks for them.",
    "list_reverseiterator": "`reversed(...)` hands out its items one at a time.",
    "range": "A `range` stands for numbers without being a list of them.",
    "dict_keys": "`.keys()` gives a view of the dict, which is not a list.",
    "dict_values": "`.values()` gives a view of the dict, which is not a list.",
    "dict_items": "`.items()` gives a view of the dict, which is not a list.",
}


def returns_function(evidence: Evidence) -> Saying | None:
    """Gives back a function or method itself: the brackets that call it are missing."""
    cases = [c for c in evidence.failing if c.returned and c.got_type in _CALLABLE]
    if not cases:
        return None
    case = cases[0]
    function = evidence.function_of(case)
    for node in returns(function) if function else []:
        value = node.value
        if isinstance(value, ast.Attribute | ast.Name) and value is not None:
            name = ast.unparse(value)
            if isinstance(value, ast.Name) and name not in {*evidence.functions, "sum", "len"}:
                continue
            text = (
                f"{the_call(case)} gave back {a_type(case.got_type)} instead of a value. Line "
                f"{node.lineno} names `{name}` without the parentheses that would call it."
            )
            return Saying(text, tuple(cases), node.lineno)
    name = case.call.rpartition(".")[2]
    if name in evidence.functions and case.got_type == "method":
        line = evidence.functions[name].lineno
        text = (
            f"{the_call(case)} is the method itself: the test reads `{name}` like an attribute, "
            f"without parentheses. `@property` above `def {name}`, line {line}, makes it one."
        )
        return Saying(text, tuple(cases), line)
    text = (
        f"{the_call(case)} gave back {a_type(case.got_type)} itself, {returned(case)}, instead of "
        "what it gives when it is called. A function is called by the parentheses after its "
        "name."
    )
    return Saying(text, tuple(cases))


def never_awaited(evidence: Evidence) -> Saying | None:
    """Gives back a coroutine: `await` is missing."""
    cases = [c for c in evidence.failing if c.returned and c.got_type == "coroutine"]
    tests = [test for test in evidence.failed_tests if test.got_type == "coroutine"]
    if not cases and not tests:
        return _coroutine_inside(evidence)
    what = the_call(cases[0]) if cases else f"In the test {code(tests[0].name)}, your code"
    got = cases[0].got if cases else tests[0].got
    call, is_async = _coroutine_made(cases[0], evidence) if cases else None, False
    if call is None:
        call, is_async = _not_awaited(got or "", evidence)
    then = "Its value comes only when someone awaits it with `await`."
    if call is not None:
        makes = f"On line {call.lineno}, `{ast.unparse(call.func)}(...)`"
        then = (
            f"{makes} makes it, without `await`."
            if is_async
            else f"{makes} only makes it; an ordinary function cannot `await` it, but "
            "`asyncio.run(...)` runs it."
        )
    text = (
        f"{what} gave back a coroutine: an `async def` function that was called but "
        f"not yet run. {then}"
    )
    return Saying(text, tuple(cases), call.lineno if call is not None else None)


def _coroutine_inside(evidence: Evidence) -> Saying | None:
    """A string, a list or the like with a coroutine in it: one call was not awaited."""
    answers: list[tuple[str, tuple[Case, ...]]] = [
        (case.got or "", (case,)) for case in evidence.failing if case.returned
    ]
    answers += [(test.got or "", ()) for test in evidence.failed_tests]
    for got, cases in answers:
        made = re.search(r"<coroutine object (?:\w+\.)*(\w+)", got)
        if made is None:
            continue
        calls = [
            node
            for function in evidence.functions.values()
            for node in _unawaited(function)
            if ast.unparse(node.func).rpartition(".")[2] == made.group(1)
        ]
        if len(calls) == 1:
            call = calls[0]
            text = (
                f"Line {call.lineno} makes a coroutine with `{ast.unparse(call.func)}(...)`, and "
                "nothing awaits it. So the coroutine itself is in the answer, in the place of what "
                "it would return."
            )
            return Saying(text, cases, call.lineno)
    return None


def _unawaited(function: Function) -> list[ast.Call]:
    """The calls of a function's body that no `await` stands before."""
    nodes = body_nodes(function)
    awaited = {id(node.value) for node in nodes if isinstance(node, ast.Await)}
    return [node for node in nodes if isinstance(node, ast.Call) and id(node) not in awaited]


def _coroutine_made(case: Case, evidence: Evidence) -> ast.Call | None:
    """Where an ordinary function returns the call of an `async def` function."""
    function = evidence.function_of(case)
    for node in body_nodes(function) if isinstance(function, ast.FunctionDef) else ():
        call = node.value if isinstance(node, ast.Return) else None
        if isinstance(call, ast.Call) and isinstance(
            evidence.functions.get(ast.unparse(call.func)), ast.AsyncFunctionDef
        ):
            return call
    return None


def _not_awaited(got: str, evidence: Evidence) -> tuple[ast.Call | None, bool]:
    """The only call without `await`, whose value is kept or returned, that can have made it.

    And whether it is in an `async def` function.
    """
    made = re.match(r"<coroutine object (?:\w+\.)*(\w+)", got)
    found = [
        (node.value, isinstance(function, ast.AsyncFunctionDef))
        for function in evidence.functions.values()
        for node in body_nodes(function)
        if isinstance(node, ast.Assign | ast.Return) and isinstance(node.value, ast.Call)
        if made and ast.unparse(node.value.func).rpartition(".")[2] == made.group(1)
    ]
    return found[0] if len(found) == 1 else (None, False)


def lazy(evidence: Evidence) -> Saying | None:
    """Gives back something that hands out items, where a list or tuple is expected."""
    cases = [
        c
        for c in evidence.failing
        if c.returned and c.got_type in _LAZY and c.expected_type not in {c.got_type, None}
    ]
    if not cases:
        return None
    case = cases[0]
    text = (
        f"{the_call(case)} gave back {a_type(case.got_type)}; the test expects "
        f"{a_type(case.expected_type)}. {_LAZY[case.got_type or '']}"
    )
    return Saying(text, tuple(cases))


def right_value_wrong_type(evidence: Evidence) -> Saying | None:
    """`'3'` against `3`, a tuple against a list, `'True'` against `True`."""
    cases = _mistyped(evidence)
    pairs = [case for case in cases if _same_but_for_type(case)]
    if not pairs:
        return None
    case = pairs[0]
    all_of_them = how_many(pairs, evidence, "have the right content in the wrong type")
    text = (
        f"{the_call(case)} gave back {_typed(returned(case), case.got_type)}; the test expects "
        f"{_typed(awaited(case), case.expected_type)}. The content is right, the type is not."
        f"{all_of_them}"
    )
    return Saying(text, tuple(pairs), _comes_from(case, evidence)[0])


def _typed(shown: str, kind: str | None) -> str:
    return shown if kind in {"bool", "NoneType"} else f"{shown}, {a_type(kind)}"


def _mistyped(evidence: Evidence) -> list[Case]:
    return [
        case
        for case in evidence.failing
        if case.returned
        and case.got_type != case.expected_type
        and UNKNOWN is not case.got_value
        and UNKNOWN is not case.expected_value
        and case.got_value is not None
    ]


def _same_but_for_type(case: Case) -> bool:
    got, expected = case.got_value, case.expected_value
    if isinstance(got, str) and not isinstance(expected, str):
        return got.strip() in {str(expected), repr(expected)}
    if isinstance(expected, str) and not isinstance(got, str):
        return expected.strip() == str(got)
    mine, wanted = items_of(got), items_of(expected)
    if mine is None or wanted is None:
        return False
    if isinstance(got, set | frozenset) or isinstance(expected, set | frozenset):
        return len(mine) == len(wanted) and all(item in wanted for item in mine)
    return same(mine, wanted)


def one_item_more_around(evidence: Evidence) -> Saying | None:
    """The answer is inside a list or tuple that should not be there, or the other way round."""
    wrapped = [c for c in _known(evidence) if _holds_only(c.got_value, c.expected_value)]
    if wrapped:
        case = wrapped[0]
        what = "a tuple" if isinstance(case.got_value, tuple) else "a list"
        text = (
            f"{the_call(case)} gave back {returned(case)}: the right answer, {awaited(case)}, but "
            f"inside {what}."
        )
        if isinstance(case.got_value, tuple):
            text += " A comma after a value makes a tuple of it."
        return Saying(text, tuple(wrapped))
    bare = [c for c in _known(evidence) if _holds_only(c.expected_value, c.got_value)]
    if bare:
        case = bare[0]
        text = (
            f"{the_call(case)} gave back {returned(case)} alone; the test expects "
            f"{a_type(case.expected_type)} with it inside, {awaited(case)}."
        )
        return Saying(text, tuple(bare))
    several = [
        c
        for c in _known(evidence)
        if isinstance(c.got_value, tuple)
        and not isinstance(c.expected_value, tuple | list)
        and any(same(item, c.expected_value) for item in c.got_value)
    ]
    if several:
        case = several[0]
        text = (
            f"{the_call(case)} gave back several values at once, {returned(case)}; the test "
            "expects "
            f"only {awaited(case)}, which is one of them."
        )
        return Saying(text, tuple(several))
    return None


def _holds_only(outer: object, inner: object) -> bool:
    items = items_of(outer)
    if not items_of(inner) and isinstance(inner, list | tuple | set | dict):
        return False  # `[[]]` for `[]` is one empty list too many
    return items is not None and len(items) == 1 and same(items[0], inner)


def _known(evidence: Evidence) -> list[Case]:
    return [
        case
        for case in evidence.failing
        if case.returned and case.got_value is not UNKNOWN and case.expected_value is not UNKNOWN
    ]


def other_type(evidence: Evidence) -> Saying | None:
    """Something of quite another type: a bool for a number, a text for a list."""
    cases = [
        case
        for case in evidence.failing
        if case.returned
        and case.got_type
        and case.expected_type
        and not _alike(case)
        and case.got_type != "NoneType"
    ]
    if not cases:
        return None
    case = cases[0]
    alike = [
        c for c in cases if (c.got_type, c.expected_type) == (case.got_type, case.expected_type)
    ]
    shared = in_which(alike, evidence) or how_many(
        alike, evidence, f"give back {a_type(case.got_type)}"
    )
    line, from_where = _comes_from(case, evidence)
    expects = f"the test expects {a_type(case.expected_type)}, {awaited(case)}"
    if case.expected_type == "NoneType":
        expects = "the test expects `None`"
    if case.expected_type == "bool":
        expects = f"the test expects {awaited(case)}"
    if case.expected_type == "bool" or case.got_type == "bool":
        text = f"{the_call(case)} gave back {returned(case)}; {expects}."
    else:
        text = f"{the_call(case)} gave back {a_type(case.got_type)}, {returned(case)}; {expects}."
    return Saying(text + from_where + shared, tuple(alike), line)


def _alike(case: Case) -> bool:
    if case.got_type == case.expected_type:
        return True
    numbers = {"int", "float"}
    if case.got_type in numbers and case.expected_type in numbers:
        return True
    return is_number(case.got_value) and is_number(case.expected_value)


def _comes_from(case: Case, evidence: Evidence) -> tuple[int | None, str]:
    """The one `return` that can have given a value: its line, if it is that value, and words."""
    function = evidence.function_of(case)
    every = [it for it in (returns(function) if function else []) if it.value is not None]
    lines = [it.lineno for it in every if _is_text(it, case.got)]
    if len(lines) == 1:
        return lines[0], f" {returned(case)} is what line {lines[0]} returns."
    lines = [it.lineno for it in every if not isinstance(it.value, ast.Constant)]
    if len(lines) != 1 or function is None or len(function.body) < 2:
        return None, ""
    return None, f" It comes from line {lines[0]}, {code(evidence.code(lines[0]), 40)}."


def _is_text(node: ast.Return, text: str | None) -> bool:
    return node.value is not None and ast.unparse(node.value) == text
