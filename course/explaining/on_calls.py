"""`TypeError` of calls: what is called is no function, or the arguments do not fit."""

from __future__ import annotations

import ast
import difflib
import re

from course.checking.words import a_type, code, listed
from course.explaining.exception_scene import Reason, Scene
from course.explaining.on_attributes import init_problem, not_awaited
from course.explaining.syntax_tree import (
    BUILTINS,
    Function,
    body_nodes,
    names_in,
    parameters,
    value_returns,
)
from course.explaining.why_none import why_none
from course.plural import counted


def not_callable(scene: Scene, kind: str) -> Reason:
    """Parentheses after something that is no function."""
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
    return Reason(
        "calls_a_value",
        f"The parentheses call something that is {a_type(kind)}, not a function. "
        f"{scene.values_there()}".strip(),
    )


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
        if maker is not None and (reason := _returns_call(maker)):
            return reason
    return None


def _returns_call(maker: Function) -> Reason | None:
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


def _nothing_called(scene: Scene) -> Reason | None:
    """The test's own call meets `None`: of a decorator, or of a function that makes functions."""
    own = scene.function_named(scene.case.function)
    if own is not None and (reason := decorator_without_return(scene, own)):
        return reason
    for name in re.findall(r"\w+", scene.case.call or scene.code):
        maker = scene.function_named(name)
        if maker is None or value_returns(maker):
            continue
        inner = [node for node in maker.body if isinstance(node, Function)]
        ends = (
            f"ends without returning its inner function `{inner[-1].name}`"
            if inner
            else "has no `return`"
        )
        return Reason(
            "function_not_returned",
            f"`{name}` on line {maker.lineno} {ends}, so what it returns is `None`, and `None` "
            "cannot be called.",
            maker.lineno,
        )
    return None


def _of_kind(scene: Scene, call: ast.Call, kind: str) -> Reason | None:
    if scene.kind_of(call.func) != kind:
        return None
    name = ast.unparse(call.func)
    if kind == "NoneType":
        why = why_none(scene, call.func)
        text = why.text if why else f"`{name}` is `None` there, not a function."
        return Reason("calls_none", text, why.line if why else None)
    if kind in {"list", "tuple", "dict", "str"}:
        return Reason(
            "calls_a_value",
            f"`{name}` is {a_type(kind)}, and parentheses after it call a function. One of its "
            "items is reached with brackets, `[` and `]`.",
        )
    return Reason(
        "calls_a_value",
        f"`{name}` is {a_type(kind)} there, not a function, and parentheses after it call it.",
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
            return Reason(
                "calls_a_module",
                f"`{name}` is the module there, and a module cannot be called. What it holds is "
                f"reached with a dot, as in `{name}.{name}`.",
            )
    return Reason("calls_a_module", "It calls a module, and a module cannot be called.")


# ---------------------------------------------------------------- arguments


def argument_count(scene: Scene, called: str) -> Reason:
    """Too few or too many arguments."""
    name = called.rpartition(".")[2]
    reason = _returns_call(scene.function) if scene.function is not None else None
    passes_nothing = scene.code.rstrip().endswith("()")
    if reason is not None and reason.line == scene.line and passes_nothing:
        return Reason(reason.name, reason.text)
    if name == "__init__" or scene.class_named(name) is not None:
        kind = called.partition(".")[0] if "." in called else name
        if (reason := init_problem(scene, kind)) is not None:
            return reason
    function = _function(scene, called)
    if function is None and name == "__init__" and (reason := _of_dataclass(scene, called)):
        return reason
    if function is None:
        return Reason("argument_count", f"Python says: {code(scene.message, 120)}.")
    names = parameters(function)
    holder = called.rpartition(".")[0].rpartition(".")[2]
    in_class = scene.class_named(holder) is not None
    if in_class and (not names or names[0] not in {"self", "cls"}) and not function.decorator_list:
        return Reason(
            "self_missing",
            f"`{name}` is called on an object, and Python passes that object as the first "
            f"argument. The first name in the parentheses of `def {name}` on line "
            f"{function.lineno} is not `self`.",
            function.lineno,
        )
    if in_class and "missing" in scene.message and "'self'" in scene.message:
        return Reason(
            "class_for_object",
            f"`{name}` is called on the class `{holder}` itself, not on an object of it. "
            f"`{holder}(...)` makes an object.",
        )
    return Reason("argument_count", _does_not_fit(scene, function, names, name))


def _of_dataclass(scene: Scene, called: str) -> Reason | None:
    own = scene.class_named(called.partition(".")[0])
    fields = [
        node.target.id
        for node in (own.body if own else ())
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]
    if own is None or not fields:
        return None
    missing = [name for name in _quoted(scene.message) if name in fields]
    more = f" This call gives nothing for {listed(f'`{n}`' for n in missing)}." if missing else ""
    names = listed(f"`{name}`" for name in fields)
    return Reason("argument_count", f"`{own.name}` on line {own.lineno} takes {names}.{more}")


def _function(scene: Scene, called: str) -> Function | None:
    parts = [part for part in called.split(".") if part != "<locals>"]
    if len(parts) > 1 and (own := scene.class_named(parts[-2])) is not None:
        for node in own.body:
            if isinstance(node, Function) and node.name == parts[-1]:
                return node
    return scene.function_named(parts[-1])


def _does_not_fit(scene: Scene, function: Function, own_names: list[str], name: str) -> str:
    shown = [each for each in own_names if each != "self"]
    takes = f"takes {counted(len(shown), 'argument')}"
    if shown:
        takes += f", {listed(f'`{each}`' for each in shown)}"
    missing = [each for each in _quoted(scene.message) if each in own_names]
    if "missing" in scene.message and missing:
        wanted = listed(f"`{each}`" for each in missing)
        return f"`{name}` on line {function.lineno} {takes}; this call gives nothing for {wanted}."
    by_name = [argument.arg for argument in function.args.kwonlyargs]
    if " given" in scene.message and by_name:
        names = listed(f"`{each}`" for each in by_name)
        return f"`{name}` on line {function.lineno} takes {names} by name only: `name=value`."
    if " given" in scene.message:
        given = scene.message.rpartition("but ")[2].split()[0]
        number = int(given) - (1 if own_names[:1] == ["self"] else 0) if given.isdigit() else 0
        passes = counted(number, "argument")
        return f"`{name}` on line {function.lineno} {takes}; this call passes {passes}."
    return f"`{name}` on line {function.lineno} {takes}: {code(scene.message, 120)}."


def _quoted(text: str) -> list[str]:
    return text.split("'")[1::2]


def builtin_count(_scene: Scene, name: str, takes: str, passed: str) -> Reason:
    """A function of Python's own with too few or too many arguments."""
    takes = takes.removesuffix(" positional")
    number = {"exactly one": "exactly 1", "no": "0"}.get(takes, takes)
    plural = "" if number.endswith(" 1") or number == "1" else "s"
    return Reason(
        "argument_count",
        f"`{name}` takes {number} argument{plural}; this call passes {passed}.",
    )


def two_values(_scene: Scene, called: str, name: str) -> Reason:
    """One argument that is passed twice, by its place and by its name."""
    function = called.rpartition(".")[2]
    return Reason(
        "argument_twice",
        f"`{function}` gets two values for `{name}` in this call: one without a name, which comes "
        f"to the same place, and `{name}=`.",
    )


def no_arguments(scene: Scene, name: str) -> Reason:
    """`Parcel() takes no arguments`."""
    reason = init_problem(scene, name)
    return reason or Reason("argument_count", f"Python says: {code(scene.message, 120)}.")


def unexpected_keyword(scene: Scene, called: str, name: str) -> Reason:
    """An argument by a name that the function does not have."""
    function = called.rpartition(".")[2]
    if function == "__init__" and (reason := init_problem(scene, called.partition(".")[0])):
        return reason
    if scene.class_named(function) and (reason := init_problem(scene, function)):
        return reason
    own = _function(scene, called)
    known = (
        parameters(own)
        if own
        else {
            "sort": ["key", "reverse"],
            "sorted": ["key", "reverse"],
            "print": ["sep", "end", "file", "flush"],
        }.get(function, [])
    )
    if own is not None and own.args.vararg is not None and own.args.kwarg is None:
        return Reason(
            "kwargs_missing",
            f"`{own.name}` on line {own.lineno} takes `*{own.args.vararg.arg}`: any arguments, but "
            f"none by name. `{name}=` needs a part with two stars as well.",
        )
    near = difflib.get_close_matches(name, known, 1, 0.6)
    here = [
        ast.unparse(c.func) for c in scene.nodes(ast.Call) if name in {k.arg for k in c.keywords}
    ]
    more = f"; there is a `{near[0]}`, which looks similar" if near else ""
    if not here and own is None:
        # The name comes through `**kwargs` or `*args` of a wrapper.
        return Reason(
            "argument_name",
            f"A call passes `{name}=`, and `{function}` has nothing of that name{more}.",
        )
    called_as = here[0] if here else function
    where = f" on line {own.lineno}" if own else ""
    return Reason(
        "argument_name",
        f"The call passes `{name}=`, and `{called_as}`{where} has nothing of that name{more}.",
    )


def foreign_keyword(scene: Scene, name: str, called: str) -> Reason:
    """The same in the words of a built-in function."""
    return unexpected_keyword(scene, called, name)


def unbound(scene: Scene, kind: str, method: str) -> Reason:
    """`list.append(x)`: called on the type."""
    line = next(
        (c for c in scene.nodes(ast.Call) if ast.unparse(c.func) == f"{kind}.{method}"), None
    )
    if line is None:
        return Reason("argument_count", f"Python says: {code(scene.message, 120)}.")
    return Reason(
        "method_of_type",
        f"`{kind}` is Python's own type, not one of your values. `.{method}()` is called on the "
        f"name of {a_type(kind)} of yours.",
    )
