"""`TypeError` of calls: what is called is no function."""

from __future__ import annotations

import ast
import re
import sys

from course.checking.words import a_type, code
from course.explaining.evidence import Evidence, Saying
from course.explaining.exception_scene import Reason, Scene
from course.explaining.on_attributes import not_awaited
from course.explaining.syntax_tree import (
    BUILTINS,
    Function,
    body_nodes,
    names_in,
    parameters,
    value_returns,
)
from course.explaining.why_none import why_none

_WITH_ITEMS = frozenset({"list", "tuple", "dict", "str"})


def not_callable(scene: Scene, kind: str) -> Reason:
    """Parentheses after something that is no function."""
    if (reason := _method_hidden(scene)) is not None:
        return reason
    for call in scene.nodes(ast.Call):
        for find in (_literal_called, _shadowed, _decorated, _of_kind, _property_called):
            if (reason := find(scene, call, kind)) is not None:
                return reason
    if kind == "module":
        return _module_called(scene)
    if scene.statement is None and (reason := _called_too_soon(scene)):
        return reason
    by_mark = scene.statement is None or scene.code.startswith("@")
    if kind == "NoneType" and by_mark and (reason := _nothing_called(scene)):
        return reason
    if kind == "coroutine":
        return not_awaited(scene, None)
    of_object = [it for it in scene.nodes(ast.Call) if isinstance(it.func, ast.Attribute)]
    has_items = kind in _WITH_ITEMS and any(len(call.args) == 1 for call in of_object)
    items = " One of its items is reached with brackets." if has_items else ""
    return Reason(
        "calls_a_value",
        f"The parentheses call something that is {a_type(kind)}, not a function.{items} "
        f"{scene.values_there()}".strip(),
    )


def _method_hidden(scene: Scene) -> Reason | None:
    """`self.state = ...` in a class with a method `state`: the attribute takes its place."""
    called = [it.func.attr for it in scene.nodes(ast.Call) if isinstance(it.func, ast.Attribute)]
    called += re.findall(r"\.(\w+)\(", scene.case.call) if scene.statement is None else []
    classes = [it for it in scene.definitions.values() if isinstance(it, ast.ClassDef)]
    for of, name in ((of, name) for of in classes for name in called):
        methods = {it.name for it in of.body if isinstance(it, Function) and not it.decorator_list}
        for node in ast.walk(of) if name in methods else ():
            if not isinstance(node, ast.Attribute) or not isinstance(node.ctx, ast.Store):
                continue
            if ast.unparse(node) == f"self.{name}":
                text = (
                    f"Line {node.lineno} gives the object an attribute `{name}`, and `{of.name}` "
                    f"has a method of that name: the attribute hides it, and `.{name}()` calls "
                    "the value."
                )
                return Reason("method_hidden", text, node.lineno)
    return None


def _literal_called(_scene: Scene, call: ast.Call, _kind: str) -> Reason | None:
    """`(1, 2)(3, 4)`, `2(x + 1)`, `"a"("b")`: something is missing before the parenthesis."""
    if isinstance(call.func, ast.Tuple | ast.List | ast.Dict | ast.Set):
        end = call.func.end_lineno or call.func.lineno
        what = code(ast.unparse(call.func), 30)
        return Reason(
            "comma_missing_between",
            f"On line {end} there is no comma after {what}, so Python takes the parentheses that "
            "follow for a call.",
            end,
        )
    if isinstance(call.func, ast.Constant | ast.BinOp | ast.JoinedStr):
        what = code(ast.unparse(call.func), 30)
        return Reason(
            "operator_missing_between",
            f"Between {what} and the parenthesis after it there is nothing, so Python takes it for "
            "a call. Is an operator such as `*` missing, or a comma?",
        )
    return None


def _shadowed(scene: Scene, call: ast.Call, kind: str) -> Reason | None:
    name = ast.unparse(call.func)
    if not (isinstance(call.func, ast.Name) and name in BUILTINS):
        return None
    line = _where_set(scene, name)
    if line is None:
        return None
    return Reason(
        "shadows_builtin",
        f"`{name}` is {a_type(kind)} there, because line {line} uses that name for a value of "
        f"yours. After that, Python's own `{name}` cannot be reached: give your value another "
        "name.",
        line,
    )


def _where_set(scene: Scene, name: str) -> int | None:
    function = scene.function
    if function is not None:
        if name in parameters(function):
            return function.lineno
        for node in body_nodes(function):
            if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store):
                return node.lineno
    for statement in scene.evidence.tree.body if scene.evidence.tree else ():
        if isinstance(statement, ast.Assign) and any(
            name in names_in(t) for t in statement.targets
        ):
            return statement.lineno
    return None


def _decorated(scene: Scene, call: ast.Call, kind: str) -> Reason | None:
    """`None` is called: a decorator, or a function that should return one, returns nothing."""
    own = scene.function_named(ast.unparse(call.func).rpartition(".")[2])
    if kind != "NoneType" or own is None:
        return None
    return decorator_without_return(scene, own)


def decorator_without_return(scene: Scene, own: Function) -> Reason | None:
    """The decorator of a function that returns nothing, which makes its name `None`."""
    for mark in own.decorator_list:
        name = ast.unparse(mark.func if isinstance(mark, ast.Call) else mark)
        decorator = scene.function_named(name)
        if decorator is not None and not value_returns(decorator):
            return Reason(
                "decorator_returns_nothing",
                f"`@{name}` on line {mark.lineno} puts in the place of `{own.name}` what "
                f"`{name}` returns, and `{name}` on line {decorator.lineno} has no `return`: "
                f"`{own.name}` is `None`.",
                decorator.lineno,
            )
    return None


def _called_too_soon(scene: Scene) -> Reason | None:
    """A function that should return its inner function returns what a call of it gives."""
    called = [scene.case.function, *re.findall(r"\w+", scene.case.call)]
    for name in dict.fromkeys([*called, *scene.evidence.functions]):
        maker = scene.function_named(name)
        if maker is not None and (reason := returns_call_of_inner(maker)):
            return reason
    return None


def returns_call_of_inner(maker: Function) -> Reason | None:
    """An inner function is called where it should be returned."""
    inner = {node.name for node in maker.body if isinstance(node, Function)}
    for node in value_returns(maker):
        called = node.value.func if isinstance(node.value, ast.Call) else None
        if isinstance(called, ast.Name) and called.id in inner:
            return Reason(
                "called_too_soon",
                f"In `{maker.name}`, line {node.lineno} calls the inner function `{called.id}` at "
                f"once and returns what comes out. `{called.id}` without parentheses is the "
                "function itself.",
                node.lineno,
            )
    return None


def called_too_soon(evidence: Evidence) -> Saying | None:
    """A decorator returns `wrapper()`, where `wrapper` waits for arguments of any number."""
    for function, cases in evidence.may_run():
        reason = returns_call_of_inner(function)
        if reason is None or reason.line is None:
            continue
        for node in function.body:
            if not isinstance(node, Function) or node.args.vararg is None:
                continue
            if evidence.code(reason.line).endswith(f" {node.name}()"):
                return Saying(reason.text, cases, reason.line)
    return None


def _nothing_called(scene: Scene) -> Reason | None:
    """The test's own call meets `None`: of a decorator, or of a function that makes functions."""
    own = scene.function_named(scene.case.function)
    if own is not None and (reason := decorator_without_return(scene, own)):
        return reason
    called = [scene.function_named(name) for name in re.findall(r"\w+", scene.case.call)]
    makers = [one for one in called if one is not None and not value_returns(one)]
    for one in (*called, *scene.evidence.functions.values()):
        makers += [] if one is None else _makers_of_nothing(one)
    for maker in makers[:1]:
        inner = [node for node in maker.body if isinstance(node, Function)]
        ends = (
            f"ends without returning its inner function `{inner[-1].name}`"
            if inner
            else "has no `return` with a value"
        )
        return Reason(
            "function_not_returned",
            f"`{maker.name}` on line {maker.lineno} {ends}, so what it returns is `None`, and "
            "`None` cannot be called.",
            maker.lineno,
        )
    return None


def _makers_of_nothing(function: Function) -> list[Function]:
    """Of a function and those in it, the ones that have an inner function and return nothing."""
    inside = [node for node in ast.walk(function) if isinstance(node, Function)]
    return [
        one
        for one in inside
        if any(isinstance(node, Function) for node in one.body) and not value_returns(one)
    ]


def _of_kind(scene: Scene, call: ast.Call, kind: str) -> Reason | None:
    if scene.kind_of(call.func) != kind:
        return None
    name = ast.unparse(call.func)
    if kind == "NoneType":
        why = why_none(scene, call.func)
        text = why.text if why else f"`{name}` is `None` there, not a function."
        return Reason("calls_none", text, why.line if why else None)
    if kind in _WITH_ITEMS and call.args:
        return Reason(
            "calls_a_value",
            f"`{name}` is {a_type(kind)}, and parentheses after it call a function. One of its "
            "items is reached with brackets, `[` and `]`.",
        )
    number = kind in {"int", "float"} and len(call.args) == 1
    more = " Is an operator such as `*` missing before them?" if number else ""
    return Reason(
        "calls_a_value",
        f"`{name}` is {a_type(kind)} there, not a function, and parentheses after it call it."
        + more,
    )


def _property_called(scene: Scene, call: ast.Call, _kind: str) -> Reason | None:
    if not isinstance(call.func, ast.Attribute):
        return None
    function = scene.function_named(call.func.attr)
    is_property = function is not None and any(
        ast.unparse(mark).endswith("property") for mark in function.decorator_list
    )
    if not is_property:
        return None
    return Reason(
        "calls_a_property",
        f"`{call.func.attr}` is a property of yours: it gives its value without parentheses, and "
        "the parentheses then call that value.",
    )


def _module_called(scene: Scene) -> Reason:
    for call in scene.nodes(ast.Call):
        name = ast.unparse(call.func)
        if scene.imported().get(name) == name:
            holds = callable(getattr(sys.modules.get(name), name, None))
            inner = f", as in `{name}.{name}`" if holds else ""
            return Reason(
                "calls_a_module",
                f"`{name}` is the module there, and a module cannot be called. What it holds is "
                f"reached with a dot{inner}.",
            )
    return Reason("calls_a_module", "It calls a module, and a module cannot be called.")


# ---------------------------------------------------------------- arguments
