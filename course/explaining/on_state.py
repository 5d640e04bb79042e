"""Symptoms of things that last from call to call, or that all objects share."""

from __future__ import annotations

import ast

from course.checking.words import code
from course.explaining.evidence import Evidence, Saying
from course.explaining.on_code import returned_ones, suspects
from course.explaining.sentences import outcome
from course.explaining.syntax_tree import Function, body_nodes, parameters


def keeps_between_calls(evidence: Evidence) -> Saying | None:
    """A list or dict made once, outside the function or as a default, grows from call to call."""
    for function, cases in suspects(evidence, returned_ones(evidence)):
        words = _growing_default(function) or _growing_outside(function, evidence)
        if words:
            text, line = words
            return Saying(f"{text} {outcome(cases[0])}", cases, line)
    return None


def shared_rows(evidence: Evidence) -> Saying | None:
    """`[[0] * 3] * 3`: all rows are one and the same list, and one of them is changed."""
    for function, cases in suspects(evidence, returned_ones(evidence)):
        changes = any(
            isinstance(node, ast.Subscript)
            and isinstance(node.ctx, ast.Store)
            and isinstance(node.value, ast.Subscript)
            for node in body_nodes(function)
        )
        for node in body_nodes(function) if changes else ():
            if not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)):
                continue
            if isinstance(node.left, ast.List) and any(map(_is_list, node.left.elts)):
                text = (
                    f"On line {node.lineno}, {code(ast.unparse(node))} does not make several rows: "
                    "it holds one and the same row several times, so a change in one row shows in "
                    f"all of them. {outcome(cases[0])}"
                )
                return Saying(text, cases, node.lineno)
    return None


def _is_list(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return _is_list(node.left)
    return isinstance(node, ast.List | ast.ListComp | ast.Dict)


def _is_container(node: ast.expr) -> bool:
    """Whether an expression makes something that can grow: `[]`, `set()`, `defaultdict(list)`."""
    if isinstance(node, ast.Call):
        return ast.unparse(node.func).rpartition(".")[2] in _MAKERS
    kinds = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    return isinstance(node, kinds)


_MAKERS = frozenset(
    {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}
)


def _growing_default(function: Function) -> tuple[str, int] | None:
    defaults = function.args.defaults
    by_place = [*function.args.posonlyargs, *function.args.args]
    pairs: list[tuple[ast.arg, ast.expr | None]] = []
    pairs += zip(by_place[len(by_place) - len(defaults) :], defaults, strict=True)
    pairs += zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    for argument, default in pairs:
        if default is not None and _is_container(default) and _grows(function, argument.arg):
            text = (
                f"The default `{argument.arg}={ast.unparse(default)}` on line {function.lineno} is "
                "made once, when Python reads the `def`, and not for each call. Every call without "
                "that argument goes on with what the calls before it left there."
            )
            return text, function.lineno
    return None


def _growing_outside(function: Function, evidence: Evidence) -> tuple[str, int] | None:
    """A name made at the top of the file that the function adds to or, as a global, sets."""
    for statement in evidence.tree.body if evidence.tree else ():
        if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
            continue
        name = statement.targets[0].id
        if name in parameters(function):
            continue
        own = any(
            isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
            for node in body_nodes(function)
        )
        shared = any(isinstance(n, ast.Global) and name in n.names for n in body_nodes(function))
        if (_is_container(statement.value) and not own and _grows(function, name)) or (
            shared and own
        ):
            text = (
                f"`{name}` is made once, on line {statement.lineno}, outside `{function.name}`. "
                "Every call goes on with what the calls before it left there."
            )
            return text, statement.lineno
    return None


def _grows(function: Function, name: str) -> bool:
    """Whether the function adds to what `name` stands for."""
    for node in body_nodes(function):
        target: ast.expr | None = None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            target = node.func.value if node.func.attr in _ADDING else None
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            target = node.value
        if isinstance(target, ast.Name) and target.id == name:
            return True
    return False


_ADDING = {"append", "extend", "insert", "add", "update", "setdefault"}


def shared_by_all_objects(evidence: Evidence) -> Saying | None:
    """A list or dict in the class itself, which all its objects share."""
    if evidence.tree is None or not evidence.failed_tests:
        return None
    for cls in (node for node in ast.walk(evidence.tree) if isinstance(node, ast.ClassDef)):
        for statement in cls.body:
            if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
                target = statement.targets[0]
            elif isinstance(statement, ast.AnnAssign) and not cls.bases:
                target = statement.target  # a base, as of pydantic, may copy what is there
            else:
                continue
            made = statement.value
            if not isinstance(target, ast.Name) or made is None or not _is_container(made):
                continue
            texts = [ast.unparse(n) for n in ast.walk(cls) if isinstance(n, ast.Attribute)]
            sets = [
                n
                for n in ast.walk(cls)
                if isinstance(n, ast.Attribute)
                and n.attr == target.id
                and isinstance(n.ctx, ast.Store)
            ]
            grows = any(
                text.startswith(f"self.{target.id}.") and text.rpartition(".")[2] in _ADDING
                for text in texts
            ) or any(
                isinstance(n, ast.Subscript)
                and isinstance(n.ctx, ast.Store)
                and ast.unparse(n.value) == f"self.{target.id}"
                for n in ast.walk(cls)
            )
            if grows and not sets:
                text = (
                    f"`{target.id}` on line {statement.lineno} belongs to the class `{cls.name}` "
                    f"itself, so all objects of `{cls.name}` share the same one: what one of them "
                    "adds, the others have too."
                )
                return Saying(text, evidence.failing, statement.lineno)
    return None
