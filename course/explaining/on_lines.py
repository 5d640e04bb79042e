"""Symptoms of lines that Python never comes to, does nothing with, or runs at another time."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from itertools import pairwise

from course.checking.words import code
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.loop_shapes import item_after_loop as chosen_in_loop
from course.explaining.loop_shapes import never_renewed, overwritten_in_loop
from course.explaining.on_returns import is_empty
from course.explaining.on_slips import failing_functions
from course.explaining.syntax_tree import (
    Function,
    blocks,
    body_nodes,
    inside,
    is_print,
    names_in,
    parameters,
)


def _to_be_printed(cases: Iterable[Case]) -> str:
    """Everything that the failing calls should print."""
    return "".join(case.expected or "" for case in cases if case.about == "printed")


def lines_outside(evidence: Evidence) -> Saying | None:
    """The lines below the `def` are at the left edge, so they are not part of the function."""
    for function, cases in failing_functions(evidence):
        wanted = _to_be_printed(cases)
        for node in _prints_below(function, evidence):
            texts = [it.value for it in ast.walk(node) if isinstance(it, ast.Constant)]
            shown = any(isinstance(it, str) and it and repr(it)[1:-1] in wanted for it in texts)
            if not shown and not is_empty(function):
                continue
            line = node.lineno
            text = (
                f"Line {line}, {code(evidence.code(line))}, is not indented, so it is not part of "
                f"`{function.name}`: Python runs it once, when it loads the file. The lines of a "
                "function are indented under its `def`."
            )
            return Saying(text, cases, line)
    return None


def _prints_below(function: Function, evidence: Evidence) -> Iterator[ast.Expr]:
    """The lines outside that print, and call nothing of the file: no trial of the function."""
    body = evidence.tree.body if evidence.tree else []
    for node in body[body.index(function) + 1 :] if function in body else ():
        if not isinstance(node, ast.Expr) or not is_print(node.value):
            return
        names = {it.id for it in ast.walk(node) if isinstance(it, ast.Name)}
        if names & set(evidence.functions):
            return
        yield node


def text_alone(evidence: Evidence) -> Saying | None:
    """A line that is only a string, where it should be printed."""
    for function, cases in failing_functions(evidence):
        wanted = _to_be_printed(cases)
        for node in body_nodes(function):
            if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Constant):
                continue
            value = node.value
            if not isinstance(value.value, str):
                continue
            if value.value and repr(value.value)[1:-1] in wanted:
                text = (
                    f"Line {node.lineno}, {code(evidence.code(node.lineno))}, is only a text: "
                    "Python reads it and does nothing with it. `print(...)` shows a text."
                )
                return Saying(text, cases, node.lineno)
    return None


def set_not_shown(evidence: Evidence) -> Saying | None:
    """`Welcome = "Welcome"` where the text should be printed, and no line looks at the name."""
    for function, cases in failing_functions(evidence):
        printed = [case for case in cases if case.about == "printed"]
        nodes = body_nodes(function)
        read = {it.id for it in nodes if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Load)}
        for node in nodes if printed else ():
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Constant):
                continue
            target, value = node.targets[0], node.value.value
            if not isinstance(target, ast.Name) or target.id in read or not isinstance(value, str):
                continue
            shown = repr(value)[1:-1]
            if any(shown in (it.expected or "") and shown not in (it.got or "") for it in printed):
                text = (
                    f"Line {node.lineno}, {code(evidence.code(node.lineno))}, gives "
                    f"`{target.id}` a value, and no line shows it. `print(...)` does."
                )
                return Saying(text, cases, node.lineno)
    return None


def after_return(evidence: Evidence) -> Saying | None:
    """Lines below a `return` that are indented as far as it is."""
    for function, cases in failing_functions(evidence):
        for block in blocks(function):
            for node, below in pairwise(block):
                ends = isinstance(below, ast.Return) and not is_print(below.value or below)
                if isinstance(node, ast.Return) and ends and any(map(_wants_several, cases)):
                    text = (
                        f"Line {node.lineno}, {code(evidence.code(node.lineno))}, ends the "
                        f"function, so line {below.lineno}, {code(evidence.code(below.lineno))}, "
                        "never runs. One `return` can give back several values, with commas "
                        "between them."
                    )
                    return Saying(text, cases, node.lineno)
                if isinstance(node, ast.Return) and not ends and not _is_nothing(below):
                    text = (
                        f"Line {node.lineno}, {code(evidence.code(node.lineno))}, ends the "
                        f"function: line {below.lineno}, {code(evidence.code(below.lineno))}, is "
                        "never reached."
                    )
                    return Saying(text, cases, node.lineno)
    return None


def _is_nothing(node: ast.stmt) -> bool:
    """`pass`, `...`, or a string: what nobody misses where it is never reached."""
    is_value = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return isinstance(node, ast.Pass | ast.Break | ast.Continue) or is_value


def _wants_several(case: Case) -> bool:
    """Whether several values should have come back, and one did."""
    return case.expected_type == "tuple" and case.got_type not in ("tuple", None)


def prints_none(evidence: Evidence) -> Saying | None:
    """`print(print("HARBOUR"))`: the outer one shows what the inner one gives back."""
    for function, cases in failing_functions(evidence):
        for node in body_nodes(function):
            inner = node.args if isinstance(node, ast.Call) and is_print(node) else []
            if any(is_print(it) for it in inner) and isinstance(node, ast.Call):
                text = (
                    f"Line {node.lineno}, {code(evidence.code(node.lineno))}, has a `print` inside "
                    "another. The inner one shows its text and gives back `None`, and the outer "
                    "one shows that."
                )
                return Saying(text, cases, node.lineno)
    return None


def else_overwrites(evidence: Evidence) -> Saying | None:
    """Separate `if`s give one name its value, and the `else` of the last one gives it another."""
    for function, cases in failing_functions(evidence):
        for block in blocks(function):
            for first, last in pairwise(block):
                if not (isinstance(first, ast.If) and isinstance(last, ast.If)):
                    continue
                names = _always_set(last)
                if names is None or not names & _set_in(first):
                    continue
                name = min(names & _set_in(first))
                end = last.orelse[0].lineno - 1
                text = (
                    f"Whatever the `if` on line {first.lineno} gives `{name}`, the lines from "
                    f"{last.lineno} on give it another value: the `else` on line {end} belongs "
                    f"only to the `if` on line {last.lineno}. An `elif` goes on with the `if` "
                    "above it."
                )
                return Saying(text, cases, last.lineno)
    return None


def _set_in(block: ast.If) -> set[str]:
    """The names that an `if` gives a value, and does nothing else."""
    sets = [it for it in (*block.body, *block.orelse) if isinstance(it, ast.Assign | ast.AugAssign)]
    if len(sets) < len(block.body) + len(block.orelse):
        return set()
    return {it.id for one in sets for it in _targets(one) if isinstance(it, ast.Name)}


def _targets(node: ast.Assign | ast.AugAssign) -> list[ast.expr]:
    return node.targets if isinstance(node, ast.Assign) else [node.target]


def _always_set(block: ast.If) -> set[str] | None:
    """The names that an `if` with an `else` of one line sets either way, without reading them."""
    if len(block.orelse) != 1 or not isinstance(block.orelse[0], ast.Assign):
        return None
    names = _set_in(block)
    other = {it.id for it in block.orelse[0].targets if isinstance(it, ast.Name)}
    body = {
        it.id
        for one in block.body
        if isinstance(one, ast.Assign | ast.AugAssign)
        for it in _targets(one)
        if isinstance(it, ast.Name)
    }
    read = {
        it.id for it in ast.walk(block) if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Load)
    }
    return (names & other & body) - read


def emptied_in_loop(evidence: Evidence) -> Saying | None:
    """A file is opened for writing in every iteration of a loop, by a name that stays the same."""
    for function, cases in evidence.may_run():
        for loop in body_nodes(function):
            if not isinstance(loop, ast.For | ast.While):
                continue
            nodes = list(inside(loop.body))
            changing = {it.id for it in nodes if isinstance(it, ast.Name) and _is_set(it)}
            if isinstance(loop, ast.For):
                changing |= names_in(loop.target)
            for node in nodes:
                if _opens_to_write(node) and not names_in(node) & changing:
                    line = getattr(node, "lineno", loop.lineno)
                    text = (
                        f"Line {line}, {code(evidence.code(line))}, opens the file in every "
                        f"iteration of the loop on line {loop.lineno}, and `'w'` empties it each "
                        "time: what the last iteration writes is all that is left."
                    )
                    return Saying(text, cases, line)
    return None


def _is_set(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _opens_to_write(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not ast.unparse(node.func).endswith("open"):
        return False
    modes = [it.value for it in ast.walk(node) if isinstance(it, ast.Constant)]
    return "w" in modes or "wt" in modes


def lost_default(evidence: Evidence) -> Saying | None:
    """`groups.get(key, []).append(item)`: the list that is made for a new key is kept nowhere."""
    for function, cases in evidence.may_run():
        for node in body_nodes(function):
            call = node.value if isinstance(node, ast.Expr) else None
            if not isinstance(node, ast.Expr) or not isinstance(call, ast.Call):
                continue
            if not isinstance(call.func, ast.Attribute):
                continue
            inner = call.func.value
            if (
                isinstance(inner, ast.Call)
                and isinstance(inner.func, ast.Attribute)
                and inner.func.attr == "get"
                and len(inner.args) == 2
                and ast.unparse(inner.args[1]) in ("[]", "{}", "set()", "list()", "dict()")
            ):
                name = ast.unparse(inner.func.value)
                text = (
                    f"Line {node.lineno}, {code(evidence.code(node.lineno))}, changes what "
                    f"`.get()` returns. For a new key that is the default, a new object, and "
                    f"nothing puts it into `{name}`: `.get()` only looks."
                )
                return Saying(text, cases, node.lineno)
    return None


def try_around_loop(evidence: Evidence) -> Saying | None:
    """One `try` around a whole loop: the first exception ends the loop."""
    for function, cases in evidence.may_run():
        for node in body_nodes(function):
            if not isinstance(node, ast.Try) or not isinstance(node.body[-1], ast.For):
                continue
            loop = node.body[-1]
            handled = [it for handler in node.handlers for it in inside(handler.body)]
            if any(isinstance(it, ast.Raise | ast.Return) for it in handled) or not cases:
                continue
            text = (
                f"The `try` on line {node.lineno} is around the whole loop on line {loop.lineno}. "
                "So the first exception ends the loop, and the items that come after it are left "
                "out."
            )
            return Saying(text, cases, node.lineno)
    return None


def overwritten(evidence: Evidence) -> Saying | None:
    """`rows = [row]` in a loop, where each iteration was to add one."""
    for function, cases in failing_functions(evidence):
        shape = overwritten_in_loop(function)
        if shape is not None:
            name, statement, loop = shape
            when = "in each iteration of" if statement in loop.body else "each time it runs in"
            text = (
                f"Line {statement.lineno}, {code(evidence.code(statement.lineno))}, gives `{name}` "
                f"a new value {when} the loop on line {loop.lineno}: what the iterations before "
                "put there is gone."
            )
            return Saying(text, cases, statement.lineno)
    return None


def same_all_along(evidence: Evidence) -> Saying | None:
    """`if price > best:` in a loop, where `best` is 0 before it and never anything else."""
    for function, cases in failing_functions(evidence):
        shape = never_renewed(function)
        if shape is not None:
            name, start, choice = shape
            text = (
                f"Line {choice.lineno}, {code(evidence.code(choice.lineno))}, compares each item "
                f"with `{name}`. That is `{ast.unparse(start.value)}`, from line {start.lineno}, "
                "and no line gives it another value."
            )
            return Saying(text, cases, choice.lineno)
    return None


def item_after_loop(evidence: Evidence) -> Saying | None:
    """`queue.remove(person)` after the loop that went over them all, where one was chosen."""
    for function, cases in failing_functions(evidence):
        shape = chosen_in_loop(function)
        if shape is not None:
            item, chosen, statement, loop = shape
            line = statement.lineno
            text = (
                f"Line {line}, {code(evidence.code(line))}, uses `{item}` after the loop on line "
                f"{loop.lineno}: it is the last one there. What the loop chose is `{chosen}`, and "
                "no line after it uses that."
            )
            return Saying(text, cases, line)
    return None


def only_one_item(evidence: Evidence) -> Saying | None:
    """`return day in dates[0]`: of all that was passed, one item is looked at."""
    for function, cases in failing_functions(evidence):
        nodes = list(body_nodes(function))
        for name in parameters(function):
            used = [it for it in nodes if isinstance(it, ast.Name) and it.id == name]
            asked = [
                it
                for it in nodes
                if isinstance(it, ast.Subscript)
                and isinstance(it.value, ast.Name)
                and it.value.id == name
                and isinstance(it.slice, ast.Constant)
            ]
            failing = tuple(it for it in cases if _has_several(it, parameters(function), name))
            whole = {ast.unparse(it) for it in asked}
            if len(whole) != 1 or len(used) > len(asked) or not failing:
                continue
            line = asked[0].lineno
            text = (
                f"Line {line}, {code(evidence.code(line))}, looks at `{whole.pop()}` only. No line "
                f"of `{function.name}` gets to the other items of `{name}`."
            )
            return Saying(text, failing, line)
    return None


def _has_several(case: Case, names: list[str], name: str) -> bool:
    """Whether a call that came back with a wrong value passed several items of one type."""
    at = names.index(name)
    given = case.arguments[at] if case.arguments and len(case.arguments) == len(names) else None
    if not isinstance(given, list | tuple) or len(given) < 2:
        return False
    return case.returned and len({type(it) for it in given}) == 1
