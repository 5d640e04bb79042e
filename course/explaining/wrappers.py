"""What a decorator puts in a function's place: Python blames it by the name of the function."""

from __future__ import annotations

import ast

from course.checking.words import code, listed
from course.explaining.syntax_tree import Function, body_nodes, parameters


def wrapper_of(function: Function, tree: ast.Module | None) -> Function | None:
    """The function that a decorator of the learner's own returns in the place of another one."""
    own = {it.name: it for it in (tree.body if tree else ()) if isinstance(it, Function)}
    for mark in function.decorator_list:
        name = ast.unparse(mark.func if isinstance(mark, ast.Call) else mark)
        if name in own and (inner := _returned_by(own[name])) is not None:
            return _returned_by(inner) or inner
    return None


def named_by_wraps(tree: ast.Module | None) -> Function | None:
    """The only function of a file that `functools.wraps` gives the name of another one."""
    found = [
        node
        for node in (ast.walk(tree) if tree else ())
        if isinstance(node, Function)
        and any("wraps(" in ast.unparse(mark) for mark in node.decorator_list)
    ]
    return found[0] if len(found) == 1 else None


def _returned_by(function: Function) -> Function | None:
    """The inner function that a function returns."""
    inner = {it.name: it for it in function.body if isinstance(it, Function)}
    returned = [it.value for it in body_nodes(function) if isinstance(it, ast.Return)]
    names = [it.id for it in returned if isinstance(it, ast.Name)]
    return next((inner[name] for name in names if name in inner), None)


def lacks_parameters(wrapper: Function | None, name: str, passed: str = "") -> str | None:
    """That a wrapper does not take what the function in whose place it is does; None if it may.

    `passed` is the name by which an argument was passed that was refused.
    """
    if wrapper is None or wrapper.args.kwarg or (wrapper.args.vararg and not passed):
        return None
    if wrapper.args.vararg:
        return (
            f"`{wrapper.name}` on line {wrapper.lineno} takes the place of {code(name)}. It takes "
            f"`*{wrapper.args.vararg.arg}`: any arguments, but none by name. `{passed}=` needs a "
            "part with two stars as well."
        )
    names = [it.arg for it in (*wrapper.args.posonlyargs, *wrapper.args.args)]
    takes = f"only {', '.join(f'`{it}`' for it in names)}" if names else "no arguments"
    return (
        f"`{wrapper.name}` on line {wrapper.lineno} takes the place of {code(name)}, and is called "
        f"with what {code(name)} is called with. It takes {takes}."
    )


def hands_nothing_on(wrapper: Function | None, tree: ast.Module | None) -> str | None:
    """That a wrapper calls what it wraps without what it takes itself; None if it does not."""
    if wrapper is None:
        return None
    around = [it for it in ast.walk(tree) if isinstance(it, Function)] if tree else []
    outer = {it for one in around if wrapper in one.body for it in parameters(one)}
    read = {it.id for it in ast.walk(wrapper) if isinstance(it, ast.Name)}
    own = wrapper.args
    stars = [(sign, it.arg) for sign, it in (("*", own.vararg), ("**", own.kwarg)) if it]
    takes = [("", name) for name in parameters(wrapper)] + stars
    lost = [f"`{sign}{name}`" for sign, name in takes if name not in read]
    calls = [it for it in body_nodes(wrapper) if isinstance(it, ast.Call)] if lost else []
    call = next((it for it in calls if ast.unparse(it.func) in outer), None)
    if call is None:
        return None
    return (
        f"`{wrapper.name}` on line {wrapper.lineno} takes {listed(lost)}, and calls "
        f"`{ast.unparse(call.func)}` without {'them' if len(lost) > 1 else 'it'} on line "
        f"{call.lineno}."
    )


def returns_nothing(wrapper: Function | None) -> bool:
    """Whether a wrapper comes to its end without a `return`."""
    return wrapper is not None and not isinstance(wrapper.body[-1], ast.Return | ast.Raise)
