"""Edits of statements and blocks: dents, order, `return`, loops, what begins where.

It is long: all of them go by where a block is, and each kind is a few lines.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from .edit import Definition, Edit, Loop, Swap, nothing, overwrites, placed, statements

_CHANGING = frozenset(
    {"append", "extend", "sort", "reverse", "remove", "insert", "add", "update", "clear", "discard"}
)
_STARTS = ("0", "1", "[]", "{}", "''", "None", "False", "True")
_LOAD = ast.Load()
_Block = list[ast.stmt]


class Around(NamedTuple):
    """Where a block is: the node that has it, and the blocks further out, the innermost first."""

    holder: ast.AST
    block: _Block
    field: str
    function: str
    names: list[str]
    parameters: list[str]
    outer: Sequence[tuple[_Block, int]] = ()
    in_loop: bool = False

    def edit(
        self, kind: str, cost: float, line: int, *swaps: Swap, was: str = "", now: str = ""
    ) -> Edit:
        """An edit in this block."""
        return Edit(kind, line, cost, swaps, self.function, was, now)

    def whole(self, block: _Block, content: _Block) -> Swap:
        """Other content for a block; an emptied one is a `pass`."""
        return Swap(block, None, content or nothing(block[0]))


def of_statement(node: ast.stmt, number: int, around: Around) -> Iterator[Edit]:
    """The edits of one statement of a block."""
    yield from _order(node, number, around)
    yield from _dents(node, number, around)
    if isinstance(node, ast.If):
        yield from _branches(node, number, around)
        yield from _never_renewed(node, around)
        yield from _first_lost(node, around)
    if isinstance(node, Loop):
        yield from _loops(node, number, around)
    yield from _assigned(node, number, around)
    yield from _values(node, number, around)
    if isinstance(node, ast.Break | ast.Continue):
        other = ast.Continue() if isinstance(node, ast.Break) else ast.Break()
        yield _instead(node, number, around, "break_continue", 1.5, other)


def of_block(around: Around) -> Iterator[Edit]:
    """What may be missing at the end of a block, or at its beginning."""
    last = around.block[-1]
    line = last.end_lineno or last.lineno
    if around.in_loop and around.field == "body":
        yield _more(around, "break", "missing_break", 2.2, line)
        for name in (it for it in around.names if it not in _given_by_loops(around)):
            yield _more(around, f"{name} += 1", "missing_step", 2.4, line, now=name)
            yield _more(around, f"{name} -= 1", "missing_step", 2.8, line, now=name)
    yield from _turned_round(around)
    yield from _last_part(around)
    if isinstance(around.holder, Definition):
        yield from _of_function(around.holder, around, line)


def _last_part(around: Around) -> Iterator[Edit]:
    """What a loop has begun to collect goes out after it, also where that is empty."""
    for number, node in enumerate(around.block[1:], 1):
        call = node.value if isinstance(node, ast.Expr) else None
        is_append = isinstance(call, ast.Call) and ast.unparse(call.func).endswith(".append")
        given = call.value if isinstance(call, ast.Yield) else None
        if isinstance(call, ast.Call) and is_append and len(call.args) == 1:
            given = call.args[0]
        loop = around.block[number - 1]
        if not isinstance(given, ast.Name) or not isinstance(loop, Loop):
            continue
        if any(_collects(it, given.id) for it in ast.walk(loop)):
            test = ast.copy_location(ast.Name(given.id, ast.Load()), node)
            guarded = ast.copy_location(ast.If(test, [node], []), node)
            swap = Swap(around.block, number, guarded)
            yield around.edit("empty_last", 0.9, node.lineno, swap, was=given.id)


def _collects(node: ast.AST, name: str) -> bool:
    """Whether a name gets a further item."""
    if isinstance(node, ast.AugAssign):
        return ast.unparse(node.target) == name
    return isinstance(node, ast.Call) and ast.unparse(node.func) in (
        f"{name}.append",
        f"{name}.add",
    )


def _given_by_loops(around: Around) -> set[str]:
    """The names to which the loops around a block give their values."""
    fors = [block[at] for block, at in around.outer]
    return {ast.unparse(it.target) for it in fors if isinstance(it, ast.For)}


def _turned_round(around: Around) -> Iterator[Edit]:
    """`if ...: return ...`, three or more in a row, the last one first."""
    block = around.block
    leaves = [
        isinstance(node, ast.If) and not node.orelse and isinstance(node.body[-1], ast.Return)
        for node in block
    ]
    first = leaves.index(True) if True in leaves else len(block)
    end = next((n for n in range(first, len(block)) if not leaves[n]), len(block))
    if end - first > 2:
        turned = [*block[:first], *block[first:end][::-1], *block[end:]]
        swap = around.whole(block, turned)
        yield around.edit("branch_order", 1.2, block[first].lineno, swap)


def _of_function(function: Definition, around: Around, line: int) -> Iterator[Edit]:
    for name in around.names:
        yield _more(around, f"return {name}", "missing_return", 1.4, line, now=name)
    for value in ("0", "[]", "False", "True", "''", "None"):
        yield _more(around, f"return {value}", "missing_return", 1.8, line, now=value)
    for name in around.parameters:
        for value in ("0", "[]", "False", "True", "None", "''", name):
            guard = statements(f"if not {name}:\n    return {value}")[0]
            placed_guard = _placed(guard, around.block[0])
            swap = around.whole(around.block, [placed_guard, *around.block])
            yield around.edit("guard", 3.0, function.lineno, swap, now=name)
    yield from _defaults(function, around)


def _defaults(function: Definition, around: Around) -> Iterator[Edit]:
    """A fresh list for each call, where a default is one list for all of them."""
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args]
    last = named[len(named) - len(arguments.defaults) :]
    places: list[tuple[ast.arg, Sequence[ast.expr | None], int]] = [
        (one, arguments.defaults, at) for at, one in enumerate(last)
    ]
    places += [(one, arguments.kw_defaults, at) for at, one in enumerate(arguments.kwonlyargs)]
    for one, defaults, at in places:
        value = defaults[at]
        if isinstance(value, ast.List | ast.Dict | ast.Set | ast.Call):
            source = f"if {one.arg} is None:\n    {one.arg} = {ast.unparse(value)}"
            fresh = _placed(statements(source)[0], around.block[0])
            swaps = (
                Swap(defaults, at, placed(ast.Constant(None), value)),
                around.whole(around.block, [fresh, *around.block]),
            )
            yield around.edit("shared_default", 0.8, function.lineno, *swaps, now=one.arg)


def of_class(node: ast.ClassDef) -> Iterator[Edit]:
    """A list of its own for each object, where the class has one for all of them."""
    makes = [one for one in node.body if isinstance(one, ast.FunctionDef)]
    own = next((one for one in makes if one.name == "__init__"), None)
    for statement in node.body:
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target = statement.targets[0]
        elif isinstance(statement, ast.AnnAssign):
            target = statement.target
        else:
            continue
        value = statement.value
        if isinstance(target, ast.Name) and isinstance(
            value, ast.List | ast.Dict | ast.Set | ast.Call
        ):
            fresh = statements(f"self.{target.id} = {ast.unparse(value)}")[0]
            if own is not None:
                swap = Swap(own.body, None, [_placed(fresh, own.body[0]), *own.body])
            else:
                made = statements("def __init__(self):\n    pass")[0]
                assert isinstance(made, ast.FunctionDef)  # noqa: S101 - just written
                made.body = [fresh]
                swap = Swap(node.body, None, [*node.body, _placed(made, statement)])
            yield Edit("shared_by_all", statement.lineno, 0.8, (swap,), now=target.id)
    if own is not None:
        yield from _worked_out_once(node, own)


def _worked_out_once(node: ast.ClassDef, own: ast.FunctionDef) -> Iterator[Edit]:
    """`self.cold = warmth < limit` in `__init__`, where it should follow what changes later."""
    kept = {
        it.value.id: ast.unparse(it.targets[0])
        for it in own.body
        if isinstance(it, ast.Assign) and isinstance(it.value, ast.Name) and len(it.targets) == 1
    }
    for number, it in enumerate(own.body):
        if not (isinstance(it, ast.Assign) and isinstance(it.value, ast.BinOp | ast.Compare)):
            continue
        target, value = it.targets[0], ast.parse(ast.unparse(it.value), mode="eval").body
        if not isinstance(target, ast.Attribute) or len(own.body) == 1:
            continue
        for name in (one for one in ast.walk(value) if isinstance(one, ast.Name)):
            name.id = kept.get(name.id, name.id)  # `self.warmth`: it is read as text once more
        made = f"@property\ndef {target.attr}(self):\n    return {ast.unparse(value)}"
        swaps = (
            Swap(own, "body", [*own.body[:number], *own.body[number + 1 :]]),
            Swap(node, "body", [*node.body, _placed(statements(made)[0], it)]),
        )
        yield Edit("worked_out_once", it.lineno, 0.8, swaps, "__init__", now=target.attr)


def _order(node: ast.stmt, number: int, around: Around) -> Iterator[Edit]:
    block = around.block
    if isinstance(node, Definition | ast.ClassDef | ast.Import | ast.ImportFrom):
        return
    ends = (ast.Return, ast.Raise, ast.Break, ast.Continue)  # nothing below them would run
    fixed = (Definition, ast.ClassDef, *ends)
    if number + 1 < len(block) and not isinstance(block[number + 1], fixed):
        swapped = [*block]
        swapped[number : number + 2] = swapped[number : number + 2][::-1]
        cost = 1.6 if not isinstance(node, ast.Return) else 2.5
        later = str(block[number + 1].lineno)
        yield around.edit("order", cost, node.lineno, around.whole(block, swapped), now=later)
    if number + 1 < len(block):
        yield from _steps_turned(node, block[number + 1], around)
    without = [*block[:number], *block[number + 1 :]]
    cost = 2.0 if isinstance(node, ends) else 2.3
    yield around.edit("extra_statement", cost, node.lineno, around.whole(block, without))


def _steps_turned(node: ast.stmt, after: ast.stmt, around: Around) -> Iterator[Edit]:
    """`b = a.one(x)` and then `b = b.other(y)`: the two methods the other way round."""
    first, second = _method_of(node), _method_of(after)
    if first is None or second is None or ast.dump(first) == ast.dump(second):
        return
    swaps = (
        *(Swap(first, name, getattr(second, name)) for name in ("args", "keywords")),
        Swap(first.func, "attr", second.func.attr),  # type: ignore[attr-defined]
        *(Swap(second, name, getattr(first, name)) for name in ("args", "keywords")),
        Swap(second.func, "attr", first.func.attr),  # type: ignore[attr-defined]
    )
    yield around.edit("call_order", 1.3, node.lineno, *swaps)


def _method_of(node: ast.stmt) -> ast.Call | None:
    """The call of a method whose value a statement assigns."""
    value = node.value if isinstance(node, ast.Assign) else None
    is_method = isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute)
    return value if is_method else None  # type: ignore[return-value]


def _never_renewed(node: ast.If, around: Around) -> Iterator[Edit]:
    """`if len(x) > best:` in a loop where `best` stays what it was: it gets the other side."""
    test = node.test
    if not (around.in_loop and isinstance(test, ast.Compare) and len(test.ops) == 1):
        return
    sides = (test.left, test.comparators[0])
    for kept, other in (sides, sides[::-1]):
        if isinstance(kept, ast.Name) and kept.id not in around.parameters:
            renew = ast.Assign([ast.Name(kept.id, ast.Store())], other)
            if overwrites(renew, node.body):
                continue
            more = [*node.body, _placed(renew, node.body[-1])]
            swap = Swap(node.body, None, more)
            yield around.edit("never_renewed", 1.3, node.lineno, swap, now=kept.id)


def _first_lost(node: ast.If, around: Around) -> Iterator[Edit]:
    """`if key in d: d[key].append(x)`, `else: d[key] = []`: the first item goes nowhere."""
    for adds, begins in ((node.body, node.orelse), (node.orelse, node.body)):
        last = begins[-1] if begins else None
        if not (isinstance(last, ast.Assign) and isinstance(last.targets[0], ast.Subscript)):
            continue
        place = ast.unparse(last.targets[0])
        empty = ast.unparse(last.value) in ("[]", "list()", "set()")
        for one in adds if empty else ():
            call = one.value if isinstance(one, ast.Expr) else None
            method = call.func if isinstance(call, ast.Call) else None
            if isinstance(method, ast.Attribute) and ast.unparse(method.value) == place:
                swap = Swap(begins, None, [*begins, one])
                yield around.edit("first_lost", 0.8, last.lineno, swap, now=method.attr)


def _dents(node: ast.stmt, number: int, around: Around) -> Iterator[Edit]:
    block = around.block
    before, after = block[:number], block[number + 1 :]
    for depth, (outer, place) in enumerate(around.outer[:2]):
        cost = 1.0 + 0.3 * depth
        if isinstance(node, ast.Return | ast.Expr | ast.Assign | ast.AugAssign | ast.If | ast.For):
            tail = [*outer[: place + 1], node, *block[number + 1 :], *outer[place + 1 :]]
            if number or around.field == "orelse":
                swaps = (around.whole(block, before), Swap(outer, None, tail))
                if around.field == "orelse" and not before:
                    swaps = (Swap(block, None, []), Swap(outer, None, tail))
                yield around.edit("dent", cost, node.lineno, *swaps)
            ahead = [*outer[:place], node, *outer[place:]]
            swaps = (around.whole(block, [*before, *after]), Swap(outer, None, ahead))
            if before or after:
                rare = 0.0 if around.in_loop else 0.5
                yield around.edit("starts_afresh", cost + rare, node.lineno, *swaps)
    if number:
        above = block[number - 1]
        for depth in range(2):
            if isinstance(above, ast.If | Loop | ast.With):
                inside = above.body
                swaps = (
                    around.whole(block, [*before, *after]),
                    Swap(inside, None, [*inside, node]),
                )
                if len(block) > 1:
                    yield around.edit("dent", 1.2 + 0.3 * depth, node.lineno, *swaps)
                    if isinstance(above, ast.If) and not above.orelse and depth == 0:
                        swaps = (around.whole(block, before), Swap(above, "orelse", block[number:]))
                        yield around.edit("missing_else", 1.4, node.lineno, *swaps)
                above = inside[-1]


def _branches(node: ast.If, number: int, around: Around) -> Iterator[Edit]:
    block, line = around.block, node.lineno
    before, after = block[:number], block[number + 1 :]
    if node.orelse:
        yield around.edit("extra_else", 1.6, node.orelse[0].lineno, Swap(node, "orelse", []))
        swaps = (Swap(node, "body", node.orelse), Swap(node, "orelse", node.body))
        yield around.edit("branches", 1.5, line, *swaps)
        if len(node.orelse) == 1 and isinstance(other := node.orelse[0], ast.If):
            apart = [*before, node, other, *after]
            yield around.edit(
                "elif_if", 1.2, other.lineno, Swap(node, "orelse", []), Swap(block, None, apart)
            )
            four = (
                Swap(node, "test", other.test),
                Swap(node, "body", other.body),
                Swap(other, "test", node.test),
                Swap(other, "body", node.body),
            )
            yield around.edit("branch_order", 1.2, line, *four)
            if around.field != "orelse" or len(block) > 1:
                yield from _to_the_front(node, around)
    elif after and isinstance(follows := after[0], ast.If):
        joined = [*before, node, *after[1:]]
        swaps = (Swap(node, "orelse", [follows]), Swap(block, None, joined))
        yield around.edit("if_elif", 1.3, follows.lineno, *swaps)
    yield around.edit("extra_if", 1.9, line, Swap(block, None, [*before, *node.body, *after]))
    if not node.orelse:
        loop = ast.copy_location(ast.While(node.test, node.body, []), node)
        yield _instead(node, number, around, "if_while", 1.8, loop)


def _to_the_front(first: ast.If, around: Around) -> Iterator[Edit]:
    """A later condition of a chain is asked first, or all of them the other way round."""
    chain = [first]
    while len(chain[-1].orelse) == 1 and isinstance(chain[-1].orelse[0], ast.If):
        chain.append(chain[-1].orelse[0])
    orders = [
        [chain[number], *chain[:number], *chain[number + 1 :]] for number in range(2, len(chain))
    ]
    if len(chain) > 2:
        orders.append(chain[::-1])
    for order in orders:
        swaps = [
            swap
            for place, one in zip(chain, order, strict=True)
            for swap in (Swap(place, "test", one.test), Swap(place, "body", one.body))
        ]
        yield around.edit("branch_order", 1.2, first.lineno, *swaps)


def _loops(node: Any, number: int, around: Around) -> Iterator[Edit]:
    block, line = around.block, node.lineno
    if isinstance(node, ast.While):
        once = ast.copy_location(ast.If(node.test, node.body, []), node)
        yield _instead(node, number, around, "if_while", 1.8, once)
    for name in around.names:
        for value in _STARTS:
            start = _placed(statements(f"{name} = {value}")[0], node)
            more = [*block[:number], start, *block[number:]]
            yield around.edit("missing_start", 2.2, line, Swap(block, None, more), now=name)
            inside = _placed(statements(f"{name} = {value}")[0], node.body[0])
            swap = Swap(node.body, None, [inside, *node.body])
            yield around.edit("missing_start", 2.5, line, swap, now=name)


def _begins_anew(node: ast.Assign, number: int, around: Around) -> Iterator[Edit]:
    """What begins before a loop, and should begin in each of its iterations."""
    before, after = around.block[:number], around.block[number + 1 :]
    loop = next((it for it in after if not isinstance(it, ast.Assign)), None)
    name = node.targets[0]
    is_start = isinstance(node.value, ast.Constant | ast.List | ast.Dict)
    if is_start and isinstance(loop, Loop) and isinstance(name, ast.Name):
        inside = Swap(loop.body, None, [node, *loop.body])
        swaps = (around.whole(around.block, [*before, *after]), inside)
        yield around.edit("begins_anew", 1.2, node.lineno, *swaps, was=name.id)


def _assigned(node: ast.stmt, number: int, around: Around) -> Iterator[Edit]:
    if isinstance(node, ast.AugAssign):
        plain = ast.Assign([node.target], node.value)
        kind = "accumulate" if isinstance(node.op, ast.Add) else "statement"
        yield _instead(node, number, around, kind, 1.8, plain, was="+=", now="=")
        if isinstance(node.op, ast.Add):
            one: ast.expr = ast.List([node.value], ast.Load())
            for new_value, cost in ((one, 1.0), (ast.Tuple([node.value], ast.Load()), 1.6)):
                swap = Swap(node, "value", placed(new_value, node))
                yield around.edit("item_not_list", cost, node.lineno, swap, was="+=")
    if not (isinstance(node, ast.Assign) and len(node.targets) == 1):
        return
    yield from _begins_anew(node, number, around)
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Subscript) and not isinstance(target.slice, ast.Slice):
        get = ast.Attribute(target.value, "get", ast.Load())
        before = ast.Call(get, [target.slice, ast.Constant(0)], [])
        swap = Swap(node, "value", placed(ast.BinOp(before, ast.Add(), value), node))
        yield around.edit("accumulate", 1.2, node.lineno, swap, was="=", now="+=")
    if isinstance(target, ast.Name):
        plus = value.operand if isinstance(value, ast.UnaryOp) else value
        more = ast.AugAssign(target, ast.Add(), plus)
        if not _reads(value, target.id):
            yield _instead(node, number, around, "accumulate", 1.1, more, was="=", now="+=")
        if isinstance(value, ast.Name):
            if target.id in _given_by_loops(around):
                turned = ast.Assign([ast.Name(value.id, ast.Store())], ast.Name(target.id, _LOAD))
                words = {"was": target.id, "now": value.id}
                yield _instead(node, number, around, "turned_assignment", 0.6, turned, **words)
            copy = placed(ast.Call(ast.Attribute(value, "copy", ast.Load()), [], []), value)
            swap = Swap(node, "value", copy)
            yield around.edit("not_a_copy", 1.2, node.lineno, swap, was=value.id, now=target.id)
        hidden = around.parameters if isinstance(value, ast.Constant) else []
        for other in around.names:
            if other != target.id and other not in hidden:  # what was passed is not what is meant
                swap = Swap(target, "id", other)
                yield around.edit("target", 1.9, node.lineno, swap, was=target.id, now=other)
    is_call = isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute)
    if is_call and value.func.attr in _CHANGING:  # type: ignore[attr-defined]
        yield _instead(node, number, around, "returns_change", 0.6, ast.Expr(value))


def _values(node: ast.stmt, number: int, around: Around) -> Iterator[Edit]:
    if not isinstance(node, ast.Expr) or isinstance(node.value, ast.Constant):
        return
    value = node.value
    if (
        isinstance(value, ast.Compare)
        and len(value.ops) == 1
        and isinstance(value.ops[0], ast.Eq)
        and isinstance(value.left, ast.Name)
    ):
        assign = ast.Assign([ast.Name(value.left.id, ast.Store())], value.comparators[0])
        yield _instead(node, number, around, "equality", 0.6, assign, was="==", now="=")
    if isinstance(value, ast.UnaryOp) and isinstance(value.operand, ast.UnaryOp):
        inner = value.operand.operand
        if isinstance(inner, ast.Name) and type(value.op) is type(value.operand.op):
            sign: ast.operator = ast.Add() if isinstance(value.op, ast.UAdd) else ast.Sub()
            step = ast.AugAssign(ast.Name(inner.id, ast.Store()), sign, ast.Constant(1))
            yield _instead(node, number, around, "plus_plus", 0.6, step, now=inner.id)
    yield _instead(node, number, around, "unused_value", 1.2, ast.Return(value))
    if isinstance(value, ast.Call):
        called = value.func
        returned = any(isinstance(it, ast.Return) and it.value for it in around.block[number:])
        is_print = isinstance(called, ast.Name) and called.id == "print"
        if is_print and len(value.args) == 1 and not returned:
            yield _instead(node, number, around, "prints_instead", 0.8, ast.Return(value.args[0]))
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            target = ast.Name(called.value.id, ast.Store())
            kept = ast.Assign([target], value)
            yield _instead(node, number, around, "unused_value", 0.9, kept, now=target.id)
    for name in around.names:
        add = ast.AugAssign(ast.Name(name, ast.Store()), ast.Add(), value)
        keep = ast.Assign([ast.Name(name, ast.Store())], value)
        yield _instead(node, number, around, "unused_value", 1.7, add, now=name)
        yield _instead(node, number, around, "unused_value", 1.7, keep, now=name)


def _reads(value: ast.expr, name: str) -> bool:
    """Whether a name is used: `total = total - x` keeps what was there before."""
    return any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(value))


def _instead(
    node: ast.stmt, number: int, around: Around, kind: str, cost: float, new: ast.stmt, **words: str
) -> Edit:
    """Another statement in the place of this one."""
    swap = Swap(around.block, number, _placed(new, node))
    return around.edit(kind, cost, node.lineno, swap, **words)


def _more(around: Around, source: str, kind: str, cost: float, line: int, now: str = "") -> Edit:
    """One statement more at the end of the block."""
    new = _placed(statements(source)[0], around.block[-1])
    return around.edit(kind, cost, line, Swap(around.block, None, [*around.block, new]), now=now)


def _placed(new: ast.stmt, like: ast.stmt) -> ast.stmt:
    if getattr(new, "lineno", None) is None:
        ast.copy_location(new, like)
    copy: ast.stmt = placed(new, like)
    return copy
