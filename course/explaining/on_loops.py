"""Symptoms of loops that are seen in the code: what they take over, and what they leave empty."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from course.checking.words import code, listed
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.sentences import outcome
from course.explaining.syntax_tree import (
    Function,
    Loop,
    blocks,
    body_nodes,
    inside,
    names_in,
    parameters,
    stored_names,
)


def loop_takes_parameter(evidence: Evidence) -> Saying | None:
    """`def find(x, items): for x in items:`: what the caller passed is gone before it was used."""
    for function, cases in evidence.may_run():
        unread = set(parameters(function)) - {"self", "cls"}
        for node in sorted(_statements(function), key=lambda it: it.lineno):
            if isinstance(node, ast.For):
                unread -= _reads(node.iter)
                for name in sorted(stored_names(node.target) & unread):
                    if any(name in _reads(it) for it in node.body):
                        where = f"line {node.lineno}, {code(evidence.code(node.lineno), 50)}"
                        text = (
                            f"The loop on {where}, gives `{name}` one item after another. What the "
                            f"caller passed as `{name}` is gone before anything has used it."
                        )
                        if cases:
                            text += f" {outcome(cases[0])}"
                        return Saying(text, cases, node.lineno)
            else:
                unread -= _reads(node) | stored_names(node)
    return None


def used_up(evidence: Evidence) -> Saying | None:
    """What a loop goes on with until it is empty is used after that loop."""
    for function, cases in evidence.may_run():
        for block in blocks(function):
            for number, loop in enumerate(block):
                name = _until_empty(loop) if isinstance(loop, ast.While) else None
                if name is None or not isinstance(loop, ast.While):
                    continue
                used = _first_use(name, block[number + 1 :])
                if used is None:
                    continue
                text = (
                    f"Line {used.lineno}, {code(evidence.code(used.lineno), 50)}, uses `{name}`, "
                    f"which is empty there: the loop on line {loop.lineno} goes on until no item "
                    f"of `{name}` is left."
                )
                if cases:
                    text += f" {outcome(cases[0])}"
                return Saying(text, cases, used.lineno)
    return None


def skips_next(evidence: Evidence) -> Saying | None:
    """`x.pop(i)` and then `i += 1` all the same: what moved to that index is passed over."""
    for function, cases in evidence.may_run():
        returned = tuple(it for it in cases if it.returned)
        for loop in (it for it in body_nodes(function) if isinstance(it, ast.While)):
            step = _step(loop)
            if step is None or not returned:
                continue
            number = ast.unparse(step.target)
            for branch in (it for it in loop.body if isinstance(it, ast.If)):
                taken = next((it for it in branch.body if _takes_out_at(it, number)), None)
                nodes = list(inside(branch.body))
                steps_back = any(isinstance(it, ast.AugAssign) and it is not step for it in nodes)
                if taken is None or steps_back or any(map(_leaves, nodes)):
                    continue
                text = (
                    f"Line {taken.lineno}, {code(evidence.code(taken.lineno), 50)}, takes an item "
                    f"out, and the next one moves to its index. Line {step.lineno} then adds 1 to "
                    f"`{number}`, so that one is passed over. {outcome(returned[0])}"
                )
                return Saying(text, returned, step.lineno)
    return None


def _step(loop: ast.While) -> ast.AugAssign | None:
    """The line of a loop itself that adds 1 to a name of its condition."""
    for node in loop.body:
        if (
            isinstance(node, ast.AugAssign)
            and isinstance(node.op, ast.Add)
            and ast.unparse(node.value) == "1"
            and names_in(node.target) & names_in(loop.test)
        ):
            return node
    return None


def _takes_out_at(node: ast.stmt, number: str) -> bool:
    """Whether a statement takes the item at an index out of a list."""
    words = ast.unparse(node)
    if isinstance(node, ast.Delete) or words.endswith(f".pop({number})"):
        return f"[{number}]" in words or words.endswith(f".pop({number})")
    if not isinstance(node, ast.Assign):
        return False
    name = ast.unparse(node.targets[0])
    return ast.unparse(node.value) == f"{name}[:{number}] + {name}[{number} + 1:]"


def _leaves(node: ast.AST) -> bool:
    return isinstance(node, ast.Break | ast.Continue | ast.Return | ast.Raise)


def asked_too_late(evidence: Evidence) -> Saying | None:
    """`while n < k:` around a loop that counts `n` on: it is asked when that loop has ended."""
    for function, cases in evidence.may_run():
        longer = tuple(it for it in cases if _has_too_many(it.got_value, it.expected_value))
        for loop in (it for it in body_nodes(function) if isinstance(it, ast.While)):
            counts = names_in(loop.test) - set(parameters(function)) - {"len"}
            for inner in (it for it in loop.body if isinstance(it, Loop)):
                nodes = list(inside(inner.body))
                change = next((it for it in nodes if _adds_to(it, counts)), None)
                asks = any(
                    isinstance(it, ast.If | ast.While) and names_in(it.test) & counts
                    for it in (*nodes, inner)
                )
                if change is None or asks or not longer or any(map(_leaves, nodes)):
                    continue
                line = getattr(change, "lineno", inner.lineno)
                text = (
                    f"The condition on line {loop.lineno}, {code(evidence.code(loop.lineno), 40)}, "
                    f"is only asked again when the loop on line {inner.lineno} has ended, and line "
                    f"{line} may run several times before that. {outcome(longer[0])}"
                )
                return Saying(text, longer, loop.lineno)
    return None


def _has_too_many(got: Any, wanted: Any) -> bool:
    """Whether more items came than should, or a larger number."""
    if isinstance(got, list) and isinstance(wanted, list):
        return len(got) > len(wanted)
    numbers = isinstance(got, int | float) and isinstance(wanted, int | float)
    return numbers and got > wanted


def _adds_to(node: ast.AST, names: set[str]) -> bool:
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add):
        return bool(names_in(node.target) & names)
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "append"
        and bool(names_in(node.func.value) & names)
    )


def same_each_time(evidence: Evidence) -> Saying | None:
    """`found.append(max(xs))` in a loop that does not change `xs`."""
    for function, cases in evidence.may_run():
        fitting = tuple(it for it in cases if _repeats_one(it.got_value, it.expected_value))
        for loop in (it for it in body_nodes(function) if isinstance(it, Loop) and fitting):
            changing = _changed_in(loop)
            for node in loop.body:
                item = _added(node)
                if item is None or isinstance(item, ast.Constant) or not _is_pure(item):
                    continue
                called = {ast.unparse(it.func) for it in ast.walk(item) if isinstance(it, ast.Call)}
                used = sorted(names_in(item) - called)
                if used and not changing & set(used):
                    names = listed([f"`{name}`" for name in used], "or")
                    text = (
                        f"Line {node.lineno}, {code(evidence.code(node.lineno), 50)}, adds the "
                        f"same value each time: nothing in the loop on line {loop.lineno} changes "
                        f"{names}. {outcome(fitting[0])}"
                    )
                    return Saying(text, fitting, node.lineno)
    return None


def item_not_used(evidence: Evidence) -> Saying | None:
    """`for order in orders:` over lines that ask for `orders[0]`, and none for `order`."""
    for function, cases in evidence.may_run():
        nodes = list(body_nodes(function))
        read = {it.id for it in nodes if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Load)}
        for loop in (it for it in nodes if isinstance(it, ast.For)):
            if not isinstance(loop.target, ast.Name) or not isinstance(loop.iter, ast.Name):
                continue
            item, items = loop.target.id, loop.iter.id
            if item in read or item.startswith("_") or items in _changed_in(loop):
                continue
            for node in inside(loop.body):
                if _is_one_of(node, items):
                    line = getattr(node, "lineno", loop.lineno)
                    text = (
                        f"Line {line}, {code(evidence.code(line), 50)}, looks at "
                        f"{code(ast.unparse(node))} in every iteration. The loop on line "
                        f"{loop.lineno} gives `{item}` one item after another, and no line uses "
                        f"`{item}`."
                    )
                    return Saying(text, cases, line)
    return None


def _is_one_of(node: ast.AST, items: str) -> bool:
    """`items[0]`: always the same one."""
    return (
        isinstance(node, ast.Subscript)
        and isinstance(node.ctx, ast.Load)
        and ast.unparse(node.value) == items
        and isinstance(node.slice, ast.Constant)
        and isinstance(node.slice.value, int)
    )


_PURE = frozenset({"max", "min", "len", "sum", "sorted", "str", "int", "float", "abs", "round"})
"""Functions that give the same for the same values, and change nothing."""


def _repeats_one(got: Any, wanted: Any) -> bool:
    """Whether all items of a list are the same one, and should not be."""
    lists = isinstance(got, list) and isinstance(wanted, list)
    return lists and len(got) > 1 and all(it == got[0] for it in got) and wanted != got


def _added(node: ast.stmt) -> ast.expr | None:
    """The item that a statement adds to a list."""
    if isinstance(node, ast.AugAssign) and isinstance(node.value, ast.List | ast.Tuple):
        return node.value.elts[0] if len(node.value.elts) == 1 else None
    call = node.value if isinstance(node, ast.Expr) else None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
        return call.args[0] if call.func.attr == "append" and len(call.args) == 1 else None
    return None


def _is_pure(item: ast.expr) -> bool:
    calls = [it for it in ast.walk(item) if isinstance(it, ast.Call)]
    return all(isinstance(it.func, ast.Name) and it.func.id in _PURE for it in calls)


def _changed_in(loop: Loop) -> set[str]:
    """The names that a loop gives another value, or whose value it may change."""
    changed = stored_names(loop.target) if not isinstance(loop, ast.While) else set()
    for node in inside(loop.body):
        changed |= stored_names(node) if isinstance(node, ast.stmt) else set()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            changed |= names_in(node.func.value)
        elif isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            changed |= names_in(node.value)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) not in _PURE:
            changed |= {name for it in node.args for name in names_in(it)}
    return changed


def compares_with_itself(evidence: Evidence) -> Saying | None:
    """`while len(xs) > len(xs) - k:`, where the loop takes items out of `xs`."""
    for function, cases in evidence.may_run():
        for loop in (it for it in body_nodes(function) if isinstance(it, ast.While)):
            test = loop.test
            if not (isinstance(test, ast.Compare) and len(test.ops) == 1):
                continue
            side, other = ast.unparse(test.left), test.comparators[0]
            if (
                isinstance(other, ast.BinOp)
                and isinstance(other.op, ast.Add | ast.Sub)
                and ast.unparse(other.left) == side
                and not names_in(other.right) & _changed_in(loop)
            ):
                text = (
                    f"Line {loop.lineno}, {code(evidence.code(loop.lineno), 50)}, has `{side}` on "
                    "both sides: however it changes in the loop, both sides change alike, and the "
                    "condition stays what it was."
                )
                return Saying(text, cases, loop.lineno)
    return None


_BY_ITS_END = frozenset({"IndexError", "KeyError", "ValueError"})
"""What comes of a loop that goes on too long; any other exception comes in its first iteration."""


def never_ends(evidence: Evidence) -> Saying | None:
    """An exception ended a `while` whose condition nothing in it changes."""
    for function, cases in evidence.may_run():
        for loop in (it for it in body_nodes(function) if isinstance(it, ast.While)):
            within = range(loop.lineno + 1, (loop.end_lineno or loop.lineno) + 1)
            stopped = tuple(it for it in cases if _stopped_at(it, function.name) in within)
            leaves = any(isinstance(it, ast.Break | ast.Return) for it in inside(loop.body))
            used = sorted(names_in(loop.test) - {"len"})
            pure = _is_pure(loop.test) and not _changed_in(loop) & set(used)
            if leaves or not used or not pure or not stopped:
                continue
            line = f"line {loop.lineno}, {code(evidence.code(loop.lineno), 50)}"
            names = listed([f"`{name}`" for name in used], "or")
            text = f"Nothing in the loop on {line}, changes {names}, so it does not end. "
            return Saying(text + outcome(stopped[0]), stopped, loop.lineno)
    return None


def _stopped_at(case: Case, function: str) -> int | None:
    """The line of a function that an exception came out of."""
    by_its_end = case.exception is not None and case.exception.type in _BY_ITS_END
    frames = case.exception.frames if case.exception is not None and by_its_end else ()
    return frames[-1].line if frames and frames[-1].function == function else None


def lost_in_exchange(evidence: Evidence) -> Saying | None:
    """`a = b` and then `b = a`, where the two were to change places."""
    for function, cases in evidence.may_run():
        for block in blocks(function):
            for one, other in pairwise(block):
                if not (isinstance(one, ast.Assign) and isinstance(other, ast.Assign)):
                    continue
                first, second = ast.unparse(one.targets[0]), ast.unparse(other.targets[0])
                if (ast.unparse(one.value), ast.unparse(other.value)) != (second, first):
                    continue
                text = (
                    f"Line {one.lineno} gives {code(first, 30)} the value of {code(second, 30)}, "
                    f"and what it had is gone. So line {other.lineno}, "
                    f"{code(evidence.code(other.lineno), 50)}, changes nothing."
                )
                return Saying(text, cases, one.lineno)
    return None


def _until_empty(loop: ast.While) -> str | None:
    """The name of the list that a loop goes on with until it is empty; None where it may stop."""
    if any(isinstance(node, ast.Break | ast.Return) for node in inside(loop.body)) or loop.orelse:
        return None
    test = loop.test
    if isinstance(test, ast.Name):
        shrinks = any(
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("remove", "pop")
            and ast.unparse(node.func.value) == test.id
            for node in inside(loop.body)
        )
        return test.id if shrinks else None
    words = ast.unparse(test)
    for name in sorted(names_in(test) - {"len"}):
        if words in (f"{name} != []", f"len({name}) > 0", f"len({name}) != 0", f"len({name}) >= 1"):
            return name
    return None


def _first_use(name: str, after: list[ast.stmt]) -> ast.stmt | None:
    """The first statement that reads a name before it gets another value."""
    for node in after:
        if name in _reads(node):
            return node
        if name in stored_names(node):
            return None
    return None


def _reads(node: ast.AST) -> set[str]:
    return {
        it.id for it in ast.walk(node) if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Load)
    }


def _statements(function: Function) -> Iterator[ast.stmt]:
    """All statements; of an `if`, a `while` and a `with` only what stands before their block."""
    for node in body_nodes(function):
        if isinstance(node, ast.If | ast.While):
            yield ast.copy_location(ast.Expr(node.test), node)
        elif isinstance(node, ast.With):
            yield from (ast.copy_location(ast.Expr(it.context_expr), node) for it in node.items)
        elif isinstance(node, ast.stmt) and not isinstance(node, ast.Try):
            yield node
