"""Symptoms read off the source and told only where the failing calls bear them out."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence

from course.checking.words import code, listed
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.loop_shapes import (
    changed_while_looped,
    first_turn_return,
    only_moves,
    reset_in_loop,
    uses_index,
)
from course.explaining.sentences import outcome
from course.explaining.syntax_tree import (
    GIVES_TEXT,
    Function,
    body_nodes,
    inside,
    parameters,
    unused_parameters,
)


def full_calls(evidence: Evidence) -> tuple[Case, ...]:
    """The failing calls that came back and were given nothing empty: their loops had turns."""
    return tuple(
        case
        for case in returned_ones(evidence)
        if case.arguments is None
        or all(argument or not hasattr(argument, "__len__") for argument in case.arguments)
    )


def suspects(
    evidence: Evidence, cases: Iterable[Case]
) -> Iterator[tuple[Function, tuple[Case, ...]]]:
    """The learner's functions the cases call, each with its cases, then those these call."""
    by_name: dict[str, list[Case]] = {}
    for case in cases:
        by_name.setdefault(case.function, []).append(case)
    helpers: list[tuple[Function, tuple[Case, ...]]] = []
    for name, causes in by_name.items():
        function = evidence.functions.get(name)
        if function is None:
            continue
        yield function, tuple(causes)
        for node in body_nodes(function):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                helper = evidence.functions.get(node.func.id)
                if helper is not None and helper.name not in by_name:
                    helpers.append((helper, tuple(causes)))
    yield from helpers


def _any_suspects(evidence: Evidence) -> Iterator[tuple[Function, tuple[Case, ...]]]:
    """The same; where no failing call is known to be one of the file's, all it may come to."""
    found = list(suspects(evidence, evidence.failing))
    yield from found or evidence.may_run()


def _outcome(cases: Sequence[Case]) -> str:
    return outcome(cases[0]) if cases else ""


def simplest_return(evidence: Evidence) -> tuple[Case, Function] | None:
    """The simplest failing call that came back, with the learner's function it calls."""
    for case in evidence.failing:
        function = evidence.function_of(case)
        if function is not None and case.returned:
            return case, function
    return None


def returned_ones(evidence: Evidence) -> tuple[Case, ...]:
    """The failing calls that came back."""
    return tuple(case for case in evidence.failing if case.returned)


def asks_input(evidence: Evidence) -> Saying | None:
    """The function the tests call asks for input."""
    for case in evidence.failing:
        function = evidence.function_of(case)
        if function is None or not parameters(function) or case.returned:
            continue
        for node in body_nodes(function):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "input":
                text = (
                    f"Line {node.lineno} asks someone to type something. In a check nobody types: "
                    f"what `{function.name}` needs comes in through "
                    f"{listed(f'`{name}`' for name in parameters(function))}."
                )
                return Saying(text, evidence.failing, node.lineno)
    return None


def returns_on_first_turn(evidence: Evidence) -> Saying | None:
    """A loop that always leaves the function on its first turn."""
    for function, cases in suspects(evidence, full_calls(evidence)):
        statement = first_turn_return(function)
        if statement is None:
            continue
        loop, left = statement
        lines = [each.lineno for each in inside(loop.body) if isinstance(each, ast.Return)]
        every = (
            f"a `return`, on line {listed((str(n) for n in lines), 'or')}"
            if len(lines) > 1
            else f"the `return` on line {left.lineno}"
        )
        turn = (
            "only looks at the first item"
            if isinstance(loop, ast.For)
            else "has one iteration only"
        )
        text = (
            f"The loop on line {loop.lineno} {turn}: its first iteration always reaches "
            f"{every}, and `return` ends the whole function. {outcome(cases[0])}"
        )
        return Saying(text, cases, left.lineno)
    return None


def starts_afresh(evidence: Evidence) -> Saying | None:
    """The result is set back to its start value on each turn of the loop."""
    for function, cases in suspects(evidence, full_calls(evidence)):
        reset = reset_in_loop(function)
        if reset is None:
            continue
        name, statement, loop = reset
        text = (
            f"Line {statement.lineno}, {code(evidence.code(statement.lineno))}, is inside the loop "
            f"that starts on line {loop.lineno}. So `{name}` starts afresh in every iteration, and "
            "after "
            f"the loop it holds only what the last iteration put there. {outcome(cases[0])}"
        )
        return Saying(text, cases, statement.lineno)
    return None


def changes_what_it_walks_over(evidence: Evidence) -> Saying | None:
    """A loop takes items out of the list it walks over, or adds some."""
    for function, cases in suspects(evidence, evidence.failing):
        fitting = tuple(case for case in cases if _fits_a_shrinking_list(case))
        mutation = changed_while_looped(function)
        if mutation is None or not fitting:
            continue
        name, change, loop = mutation
        if not uses_index(loop, name) or only_moves(loop, name):
            continue
        line = getattr(change, "lineno", loop.lineno)
        adds = isinstance(change, ast.Call) and ast.unparse(change.func).endswith(
            ("append", "insert", "extend", "add")
        )
        start = (
            f"Line {line} {'adds items to' if adds else 'takes items out of'} `{name}` while the "
        )
        start += f"loop on line {loop.lineno} is walking over `{name}`."
        if adds:
            start += " The loop then meets the new items as well."
        elif isinstance(loop, ast.For) and "range(" in ast.unparse(loop.iter):
            start += (
                " All later items move up by one index, while the indexes the loop goes "
                "through were fixed before it began."
            )
        elif isinstance(change, ast.Call) and ast.unparse(change).endswith(".pop()"):
            start += " So the list gets shorter, and the loop ends before it has seen every item."
        else:
            start += (
                " All later items then move up by one index, so the loop passes over the one "
                "that comes next."
            )
        return Saying(f"{start} {outcome(fitting[0])}", fitting, line)
    return None


def _fits_a_shrinking_list(case: Case) -> bool:
    """Whether a failure can come from that: a value, or an exception about a position."""
    return case.exception is None or case.exception.type in {"IndexError", "RuntimeError"}


def ignores_parameter(evidence: Evidence) -> Saying | None:
    """A parameter is never used, though the tests give it different values."""
    for case in evidence.failing:
        function = evidence.function_of(case)
        if function is None:
            continue
        names = [name for name in parameters(function) if name not in {"self", "cls"}]
        for name in unused_parameters(function):
            position = names.index(name)
            unused = [
                other.arguments[position]
                for other in evidence.cases
                if other.function == case.function
                and other.arguments is not None
                and len(other.arguments) > position
            ]
            if len({repr(each) for each in unused}) > 1:
                text = (
                    f"`{function.name}` never uses its parameter `{name}`: whatever the caller "
                    f"gives there, the answer is the same. {outcome(case)}"
                )
                return Saying(text, _of(evidence, function.name), function.lineno)
    return None


def _of(evidence: Evidence, name: str) -> tuple[Case, ...]:
    return tuple(case for case in evidence.failing if case.function == name)


def replaces_parameter(evidence: Evidence) -> Saying | None:
    """A parameter gets a new value before its own was ever looked at."""
    for case in evidence.failing:
        function = evidence.function_of(case)
        if function is None:
            continue
        names = set(parameters(function))
        for statement in function.body:
            if not (isinstance(statement, ast.Assign) and len(statement.targets) == 1):
                if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                    continue
                break
            target = statement.targets[0]
            read = {n.id for n in ast.walk(statement.value) if isinstance(n, ast.Name)}
            if isinstance(target, ast.Name) and target.id in names and target.id not in read:
                text = (
                    f"Line {statement.lineno} gives `{target.id}` a new value before the value "
                    f"that the caller put there is looked at. {outcome(case)}"
                )
                return Saying(text, _of(evidence, function.name), statement.lineno)
            names -= read
    return None


def always_true(evidence: Evidence) -> Saying | None:
    """`if x == "a" or "b"`, `if "@" and "." in x`: a part that stands alone counts as true."""
    for function, cases in _any_suspects(evidence):
        for node in body_nodes(function):
            if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
                if _counts_as_true(node.operand):
                    whole = code(ast.unparse(node))
                    text = (
                        f"On line {node.lineno}, what follows `not` is only "
                        f"{code(ast.unparse(node.operand))}. A value that stands alone counts as "
                        f"true unless it is empty or 0, so {whole} is always false."
                    )
                    return Saying(f"{text} {_outcome(cases)}".rstrip(), cases, node.lineno)
                continue
            if not isinstance(node, ast.BoolOp):
                continue
            alone = [part for part in node.values if _counts_as_true(part)]
            asks = any(isinstance(part, ast.Compare | ast.BoolOp) for part in node.values)
            if not alone or not asks:
                continue
            is_or = isinstance(node.op, ast.Or)
            word = "or" if is_or else "and"
            where = "after" if node.values.index(alone[0]) else "before"
            follows = f"{code(ast.unparse(node))} is always true"
            text = (
                f"On line {node.lineno}, the part {where} `{word}` is only "
                f"{code(ast.unparse(alone[0]))}. A value that stands alone counts as true unless "
                f"it is empty or 0, so {follows if is_or else 'it decides nothing there'}."
            )
            return Saying(f"{text} {_outcome(cases)}".rstrip(), cases, node.lineno)
    return None


def _counts_as_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and bool(node.value) and node.value is not True


def compared_with_is(evidence: Evidence) -> Saying | None:
    """`is` where `==` is meant: it asks for the same object, not for an equal one."""
    for function, cases in suspects(evidence, evidence.failing):
        for node in body_nodes(function):
            if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], ast.Is | ast.IsNot):
                continue
            sides = [node.left, node.comparators[0]]
            if any(
                isinstance(s, ast.Constant) and s.value in (None, True, False, ...) for s in sides
            ):
                continue
            if any(isinstance(s, ast.Call) and ast.unparse(s.func) == "type" for s in sides):
                continue
            word = "is" if isinstance(node.ops[0], ast.Is) else "is not"
            text = (
                f"Line {node.lineno} compares with `{word}`: {code(ast.unparse(node))}. `{word}` "
                "asks "
                "whether both sides are the very same object, not whether they are equal; two "
                "equal "
                f"texts, lists or large numbers are often two objects. {outcome(cases[0])}"
            )
            return Saying(text, cases, node.lineno)
    return None


def thrown_away(evidence: Evidence) -> Saying | None:
    """A line works something out and does nothing with it."""
    return _without_effect(evidence, _wasted)


def only_named(evidence: Evidence) -> Saying | None:
    """A line names a function or a method and does not call it."""
    return _without_effect(evidence, _not_called)


def _without_effect(
    evidence: Evidence, words_of: Callable[[ast.expr, Evidence], str | None]
) -> Saying | None:
    """The first line that does nothing, with what `words_of` says of it."""
    for function, cases in _any_suspects(evidence):
        tried = {
            id(it) for node in body_nodes(function) if isinstance(node, ast.Try) for it in node.body
        }
        wasted = [
            (node, words)
            for node in body_nodes(function)
            if isinstance(node, ast.Expr)
            and id(node) not in tried  # whether it raises is asked
            and (words := words_of(node.value, evidence))
        ]
        if wasted:
            (first, words), number = wasted[0], wasted[0][0].lineno
            lines = [it.lineno for it, _ in wasted if _gives_text(it.value) and it is not first]
            more = listed(f"line {at}, {code(evidence.code(at))}" for at in lines[:3])
            same = f" The same goes for {more}." if more and _gives_text(first.value) else ""
            line = f"Line {number}, {code(evidence.code(number))},"
            return Saying(f"{line} {words}{same} {_outcome(cases)}".rstrip(), cases, number)
    return None


def _gives_text(node: ast.expr) -> bool:
    function = node.func if isinstance(node, ast.Call) else None
    return isinstance(function, ast.Attribute) and function.attr in GIVES_TEXT


def _wasted(node: ast.expr, evidence: Evidence) -> str | None:
    if isinstance(node, ast.Compare):
        if isinstance(node.ops[0], ast.Eq):
            return "compares two values and does nothing with the answer: `==` does not store."
        return "compares two values and does nothing with the answer."
    if isinstance(node, ast.BinOp):
        return "works out a value and does nothing with it: no name keeps it, nothing returns it."
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in GIVES_TEXT:
            if node.func.attr in evidence.functions:
                return None
            return (
                f"does not change the text: `.{node.func.attr}()` gives back a new one, and "
                "nothing keeps it."
            )
        if ast.unparse(node.func) in {"sorted", "reversed", "round", "abs", "int", "str", "set"}:
            name = ast.unparse(node.func)
            return f"changes nothing: `{name}(...)` gives back a new value, and nothing keeps it."
    return None


def _not_called(node: ast.expr, evidence: Evidence) -> str | None:
    if isinstance(node, ast.Attribute):
        return f"names `.{node.attr}` without the parentheses that would call it."
    if isinstance(node, ast.Name) and node.id in evidence.functions:
        return f"names `{node.id}` without the parentheses that would call it."
    return None
