"""Loops that do not do what was meant: left on the first turn, reset, changed while walked over."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from course.explaining.syntax_tree import (
    IN_PLACE,
    Function,
    Loop,
    always_leaves,
    body_nodes,
    inside,
    loops,
    names_in,
)

_EMPTY = frozenset({"[]", "()", "{}", "list()", "tuple()", "set()", "dict()"})

_LEAST = frozenset({"0", "-1", "float('inf')", "float('-inf')", "-float('inf')"})
"""What a largest or smallest one begins with."""
_ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def first_turn_return(function: Function) -> tuple[Loop, ast.Return] | None:
    """A loop that always leaves the function on its first turn, and the return that does it.

    The return told of is the one that leaves when no earlier condition was true.
    """
    for loop in loops(function):
        if not always_leaves(loop.body) or _goes_on(loop):
            continue
        if isinstance(loop, ast.While) and isinstance(loop.test, ast.Constant):
            continue  # `while True` with one return may be meant
        nodes = list(inside(loop.body))
        returns = [node for node in nodes if isinstance(node, ast.Return)]
        if returns and not any(isinstance(node, ast.Break | ast.Continue) for node in nodes):
            return loop, returns[-1]
    return None


def _goes_on(loop: Loop) -> bool:
    """Whether a `continue` of a loop goes on with the next iteration."""
    inner = [it for node in loop.body for it in inside([node]) if isinstance(it, Loop)]
    within = {id(it) for other in inner for it in inside(other.body)}
    nodes = inside(loop.body)
    return any(isinstance(it, ast.Continue) and id(it) not in within for it in nodes)


def reset_in_loop(function: Function) -> tuple[str, ast.stmt, Loop] | None:
    """A name that starts afresh on each turn, is added to in that loop and used after it."""
    for loop in loops(function):
        for statement in loop.body:
            if not (isinstance(statement, ast.Assign) and len(statement.targets) == 1):
                continue
            target = statement.targets[0]
            if not isinstance(target, ast.Name) or not _is_fresh(statement.value):
                continue
            grows = any(
                grown == target.id for node in inside(loop.body) for grown in _grown_names(node)
            )
            after = [
                node
                for node in body_nodes(function)
                if isinstance(node, ast.Name)
                and node.id == target.id
                and node.lineno > (loop.end_lineno or loop.lineno)
            ]
            if (
                grows
                and after
                and not any(
                    isinstance(n, Loop) and loop in list(inside(n.body)) for n in loops(function)
                )
            ):
                return target.id, statement, loop
    return None


def overwritten_in_loop(function: Function) -> tuple[str, ast.Assign, Loop] | None:
    """A name that begins empty and gets another value on each turn, which forgets the last one."""
    empty = {
        target.id
        for node in body_nodes(function)
        if isinstance(node, ast.Assign) and ast.unparse(node.value) in _EMPTY
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for loop in loops(function):
        nodes = list(inside(loop.body))
        names = [it for it in nodes if isinstance(it, ast.Name)]
        used = {it.id for it in names if isinstance(it.ctx, ast.Load)}
        used |= {name for it in nodes for name in _grown_names(it)}
        if any(isinstance(it, ast.Break | ast.Return | Loop) for it in nodes):
            continue
        later = {
            it.id
            for it in body_nodes(function)
            if isinstance(it, ast.Name) and it.lineno > (loop.end_lineno or loop.lineno)
        }
        for node in nodes:
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            name = target.id if isinstance(target, ast.Name) else ""
            fresh = isinstance(node, ast.Assign) and _is_fresh(node.value)
            if not (name in (empty & later) - used and isinstance(node, ast.Assign)) or fresh:
                continue
            if _always_gives(loop.body, name) or _is_one_item(node.value):
                return name, node, loop
    return None


def _always_gives(body: list[ast.stmt], name: str) -> bool:
    """Whether the statements give a name a value whichever way they go."""
    return any(
        (isinstance(it, ast.Assign) and ast.unparse(it.targets[0]) == name)
        or (
            isinstance(it, ast.If)
            and _always_gives(it.body, name)
            and _always_gives(it.orelse, name)
        )
        for it in body
    )


def _is_one_item(node: ast.expr) -> bool:
    """`[item]`, which was to be added; of what else an `if` gives, the last may be meant."""
    return isinstance(node, ast.List | ast.Tuple | ast.Set) and len(node.elts) == 1


def item_after_loop(function: Function) -> tuple[str, str, ast.stmt, ast.For] | None:
    """The name of a loop that is used after it, while what the loop chose is not.

    The two names, the statement that uses the first, and the loop.
    """
    for block in _blocks_of(function):
        for number, loop in enumerate(block):
            if not (isinstance(loop, ast.For) and isinstance(loop.target, ast.Name)):
                continue
            item, within = loop.target.id, list(inside(loop.body))
            chosen = {
                it.targets[0].id
                for choice in within
                if isinstance(choice, ast.If)
                for it in choice.body
                if isinstance(it, ast.Assign) and isinstance(it.targets[0], ast.Name)
                if isinstance(it.value, ast.Name | ast.Subscript) and item in names_in(it.value)
            }
            used = _uses(item, block[number + 1 :])
            is_left = any(isinstance(it, ast.Break | ast.Return) for it in within)
            if len(chosen) != 1 or not used or is_left:
                continue
            around = Counter(_reads(function)) - Counter(_reads(loop))
            if not chosen & around.keys():
                return item, chosen.pop(), used[0], loop
    return None


def _blocks_of(function: Function) -> Iterator[list[ast.stmt]]:
    yield function.body
    for node in body_nodes(function):
        for name in ("body", "orelse"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                yield block


def _uses(name: str, statements: list[ast.stmt]) -> list[ast.stmt]:
    """Those that read a name, before one gives it another value."""
    ahead = takewhile(lambda it: name not in stored_in(it), statements)
    return [it for it in ahead if name in _reads(it)]


def _reads(node: ast.AST) -> list[str]:
    names = (it for it in ast.walk(node) if isinstance(it, ast.Name))
    return [it.id for it in names if isinstance(it.ctx, ast.Load)]


def stored_in(node: ast.AST) -> set[str]:
    """The names that get a value in a statement."""
    names = (it for it in ast.walk(node) if isinstance(it, ast.Name))
    return {it.id for it in names if isinstance(it.ctx, ast.Store)}


def never_renewed(function: Function) -> tuple[str, ast.Assign, ast.If] | None:
    """What the items of a loop are compared with, and stays what it was before the loop."""
    nodes = list(body_nodes(function))
    stored = [it.id for it in nodes if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Store)]
    starts = {
        it.targets[0].id: it
        for it in nodes
        if isinstance(it, ast.Assign)
        and isinstance(it.targets[0], ast.Name)
        and ast.unparse(it.value) in _LEAST
        and stored.count(it.targets[0].id) == 1
    }
    for loop in (it for it in loops(function) if isinstance(it, ast.For)):
        items = names_in(loop.target)
        for choice in (it for it in inside(loop.body) if isinstance(it, ast.If)):
            test = choice.test
            if not (isinstance(test, ast.Compare) and isinstance(test.ops[0], _ORDERS)):
                continue
            for kept, other in (
                (test.left, test.comparators[0]),
                (test.comparators[0], test.left),
            ):
                start = starts.get(kept.id) if isinstance(kept, ast.Name) else None
                if start is not None and items & names_in(other) and start not in inside(loop.body):
                    return ast.unparse(kept), start, choice
    return None


def _is_fresh(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return node.value in (0, 1, "", 0.0)
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return not node.elts
    if isinstance(node, ast.Dict):
        return not node.keys
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"list", "dict", "set", "str", "int"}
        and not node.args
    )


def _grown_names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in IN_PLACE and isinstance(node.func.value, ast.Name):
            yield node.func.value.id
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
        if isinstance(node.value, ast.Name):
            yield node.value.id
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp):
        for target in node.targets:
            if isinstance(target, ast.Name) and target.id in names_in(node.value):
                yield target.id


def changed_while_looped(function: Function) -> tuple[str, ast.AST, Loop] | None:
    """A list that is walked over and shortened or lengthened in the same loop."""
    for loop in loops(function):
        if not isinstance(loop, ast.For):
            continue
        walked = _walked_name(loop.iter)
        if walked is None:
            continue
        for node in inside(loop.body):
            if changes_length(node, walked) and not _leaves_after(loop, node):
                return walked, node, loop
    return None


def _walked_name(iterated: ast.expr) -> str | None:
    """`xs` in `for x in xs`, `for i in range(len(xs))`, `for i, x in enumerate(xs)`."""
    if isinstance(iterated, ast.Name):
        return iterated.id
    if isinstance(iterated, ast.Call) and isinstance(iterated.func, ast.Name):
        if iterated.func.id == "enumerate" and iterated.args:
            return _walked_name(iterated.args[0])
        backwards = any(isinstance(inner, ast.USub) for inner in ast.walk(iterated))
        if iterated.func.id == "range" and not backwards:
            for inner in ast.walk(iterated):
                if (
                    isinstance(inner, ast.Call)
                    and isinstance(inner.func, ast.Name)
                    and inner.func.id == "len"
                    and inner.args
                    and isinstance(inner.args[0], ast.Name)
                ):
                    return inner.args[0].id
    return None


def only_moves(loop: Loop, name: str) -> bool:
    """Whether a loop puts items back into a list from which it takes some."""
    kinds = {"append", "insert", "extend", "remove", "pop"}
    nodes = list(inside(loop.body))
    calls = [it.func for it in nodes if isinstance(it, ast.Call)]
    done = {
        it.attr for it in calls if isinstance(it, ast.Attribute) and ast.unparse(it.value) == name
    }
    adds = any(isinstance(it, ast.AugAssign) and ast.unparse(it.target) == name for it in nodes)
    takes = any(isinstance(it, ast.Delete) for it in nodes) or bool(done & {"remove", "pop"})
    return takes and (adds or bool(done & (kinds - {"remove", "pop"})))


def uses_index(loop: Loop, name: str) -> bool:
    """Whether a loop that counts asks for the items of a list by the number it is at."""
    if not isinstance(loop, ast.For) or isinstance(loop.iter, ast.Name):
        return True
    numbers = {it.id for it in ast.walk(loop.target) if isinstance(it, ast.Name)}
    return any(
        isinstance(it, ast.Subscript)
        and isinstance(it.value, ast.Name)
        and it.value.id == name
        and any(isinstance(part, ast.Name) and part.id in numbers for part in ast.walk(it.slice))
        for it in ast.walk(loop)
    )


def changes_length(node: ast.AST, name: str) -> bool:
    """Whether a statement or a call adds items to a list, or takes some out."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        receiver = node.func.value
        changes = {"append", "extend", "insert", "remove", "pop", "clear", "add", "discard"}
        return isinstance(receiver, ast.Name) and receiver.id == name and node.func.attr in changes
    if isinstance(node, ast.Delete):
        return any(
            isinstance(target, ast.Subscript)
            and isinstance(target.value, ast.Name)
            and target.value.id == name
            for target in node.targets
        )
    return False


def _leaves_after(loop: ast.For, node: ast.AST) -> bool:
    """Whether the loop is left right after the change, so that it does no harm."""
    for block in (part for part in ast.walk(loop) if isinstance(part, ast.If | ast.For)):
        for body in (block.body, block.orelse):
            positions = [i for i, part in enumerate(body) if node in list(ast.walk(part))]
            if positions and any(
                isinstance(part, ast.Return | ast.Break) for part in body[positions[0] :]
            ):
                return True
    return False
