"""Where a `None` came from: the line that made a name `None`, not the line where that hurts."""

from __future__ import annotations

import ast

from course.explaining.exception_scene import Reason, Scene
from course.explaining.syntax_tree import (
    IN_PLACE,
    Function,
    body_nodes,
    can_fall_off,
    is_generator,
    value_returns,
)

_NOTHING_FOUND = {
    "get": "`.get()` returns `None` for a key that is not there",
    "match": "it returns `None` where the pattern does not fit",
    "search": "it returns `None` where the pattern is not found",
    "fullmatch": "it returns `None` where the pattern does not fit",
    "find_one": "it returns `None` where nothing is found",
    "fetchone": "it returns `None` where there is no further row",
    "first": "it returns `None` where there is no row",
}
_OF_LISTS = {"append", "extend", "insert", "sort", "reverse"}


def why_none(scene: Scene, node: ast.expr) -> Reason | None:
    """What made an expression `None`: told with the line where that happened."""
    if isinstance(node, ast.Call):
        words = _of_call(scene, node)
        return Reason(words[0], words[1]) if words else None
    if isinstance(node, ast.Subscript):
        return _of_an_entry(scene, node)
    if not isinstance(node, ast.Name):
        return None
    set_at = _last_set(scene, node.id)
    if set_at is None:
        return _of_parameter(scene, node.id) or _of_a_turn_before(scene, node.id)
    line, value = set_at
    if isinstance(value, ast.Constant) and value.value is None:
        return Reason(
            "stayed_none_here",
            f"`{node.id}` is `None` there, the value that line {line} gives it.",
        )
    words = _of_call(scene, value) if isinstance(value, ast.Call) else None
    if words is None:
        return _of_a_turn_before(scene, node.id)
    name, text = words
    if line == scene.line:
        return Reason(
            name,
            f"`{node.id}` is `None` there, since this line gave it what its call returns: {text}",
        )
    return Reason(name, f"{scene.shown_line(line)} makes `{node.id}` `None`: {text}", line)


def _of_an_entry(scene: Scene, node: ast.Subscript) -> Reason | None:
    """`rows[key] = rows[key].append(x)`: what the entry got in an iteration before."""
    name = ast.unparse(node)
    for one in body_nodes(scene.function) if scene.function else ():
        if isinstance(one, ast.Assign) and name in map(ast.unparse, one.targets):
            words = _of_call(scene, one.value) if isinstance(one.value, ast.Call) else None
            if words is not None and words[0] != "nothing_found":
                shown = f"{scene.shown_line(one.lineno)} makes `{name}` `None`"
                return Reason(words[0], f"{shown}: {words[1]}", one.lineno)
    return None


def _of_a_turn_before(scene: Scene, name: str) -> Reason | None:
    """A later line of the loop that made the name `None`, where only one can have done that."""
    found = [
        (line, words)
        for line, value in _set_later_in_loop(scene, name)
        if isinstance(value, ast.Call) and (words := _of_call(scene, value))
    ]
    if len(found) != 1:
        return None
    line, (kind, text) = found[0]
    return Reason(kind, f"{scene.shown_line(line)} makes `{name}` `None`: {text}", line)


def given(scene: Scene, name: str) -> list[tuple[int, ast.expr]]:
    """Where a name can have got the value that it has on the line, the nearest first."""
    set_at = _last_set(scene, name)
    return [*([set_at] if set_at else []), *_set_later_in_loop(scene, name)]


def _set_later_in_loop(scene: Scene, name: str) -> list[tuple[int, ast.expr]]:
    """What a name is given below the line, in a loop around both: in an iteration before."""
    holder = scene.function or scene.evidence.tree
    loops = [
        node
        for node in (ast.walk(holder) if holder else ())
        if isinstance(node, ast.For | ast.AsyncFor | ast.While)
        and node.lineno <= scene.line <= (node.end_lineno or node.lineno)
    ]
    return sorted(
        {
            (node.lineno, node.value)
            for loop in loops
            for node in ast.walk(loop)
            if isinstance(node, ast.Assign) and node.lineno > scene.line and name in _targets(node)
        },
        key=lambda each: each[0],
    )


def _last_set(scene: Scene, name: str) -> tuple[int, ast.expr] | None:
    """The last assignment to a name before the line, where all ways lead through one."""
    holder = scene.function
    body = (
        body_nodes(holder)
        if holder
        else tuple(scene.evidence.tree.body if scene.evidence.tree else ())
    )
    latest: tuple[int, ast.expr] | None = None
    for node in body:
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in node.targets
        ):
            before = node.lineno <= scene.line
            if before and (latest is None or node.lineno > latest[0]):
                latest = node.lineno, node.value
    if latest is not None and latest[0] == scene.line:
        # The line uses the name and sets it again: what it had comes from a turn before.
        own = [
            value.lineno
            for value in body
            if isinstance(value, ast.Assign)
            and value.lineno < scene.line
            and name in _targets(value)
        ]
        above = _set_just_above(scene, name)
        if own and (above or not _in_place_call(latest[1], name)):
            return _last_before(body, name, scene.line)
    return latest


def _set_just_above(scene: Scene, name: str) -> bool:
    """Whether a line of the same block sets the name: it has run before, in the same iteration."""
    holder = scene.function or scene.evidence.tree
    for node in ast.walk(holder) if holder else ():
        for block in (getattr(node, "body", None), getattr(node, "orelse", None)):
            if isinstance(block, list) and scene.statement in block:
                before = block[: block.index(scene.statement)]
                return any(isinstance(it, ast.Assign) and name in _targets(it) for it in before)
    return False


def _last_before(body: tuple[ast.AST, ...], name: str, line: int) -> tuple[int, ast.expr] | None:
    places = [
        (node.lineno, node.value)
        for node in body
        if isinstance(node, ast.Assign) and node.lineno < line and name in _targets(node)
    ]
    return max(places, key=lambda each: each[0], default=None)


def _targets(node: ast.Assign) -> set[str]:
    return {target.id for target in node.targets if isinstance(target, ast.Name)}


def _in_place_call(value: ast.expr, name: str) -> bool:
    return (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Attribute)
        and value.func.attr in IN_PLACE
        and ast.unparse(value.func.value) == name
    )


def _of_call(scene: Scene, call: ast.Call) -> tuple[str, str] | None:
    """What a call that gave `None` does, as the second half of a sentence."""
    name = ast.unparse(call.func)
    if isinstance(call.func, ast.Attribute):
        method = call.func.attr
        if method in IN_PLACE and scene.function_named(method) is None:
            what = "the list itself" if method in _OF_LISTS else "what it is called on"
            return "change_assigned", f"`.{method}()` changes {what} and returns `None`."
        if method in _NOTHING_FOUND:
            return "nothing_found", f"{_NOTHING_FOUND[method]}."
    if name in {"print", "random.shuffle", "shuffle"}:
        does = "shows something on the screen" if name == "print" else "shuffles the list itself"
        return "change_assigned", f"`{name}()` {does} and returns `None`."
    own = scene.function_named(name.rpartition(".")[2])
    if own is not None and not is_generator(own) and not isinstance(own, ast.AsyncFunctionDef):
        return _of_any(own.name) if _has_namesakes(scene, own) else _of_own(own)
    return None


def _has_namesakes(scene: Scene, own: Function) -> bool:
    """Whether several classes have a method of that name: which one was called is not known."""
    nodes = ast.walk(scene.evidence.tree) if scene.evidence.tree else ()
    return sum(isinstance(node, Function) and node.name == own.name for node in nodes) > 1


def _of_any(name: str) -> tuple[str, str]:
    return "own_none", f"`{name}` came to its end without a `return`, or returned `None`."


def _of_own(own: Function) -> tuple[str, str] | None:
    inner = [node for node in own.body if isinstance(node, Function)]
    if not value_returns(own) and inner:
        return "function_not_returned", (
            f"`{own.name}` ends without returning its inner function `{inner[-1].name}`."
        )
    if not value_returns(own):
        return "own_none", f"`{own.name}` has no `return` with a value, so it returns `None`."
    if can_fall_off(own):
        return _of_any(own.name)
    return None


def _of_parameter(scene: Scene, name: str) -> Reason | None:
    function = scene.function
    if function is None:
        return None
    arguments = function.args
    names = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    defaults = dict(zip(reversed(names), reversed(arguments.defaults), strict=False))
    default = defaults.get(name)
    if isinstance(default, ast.Constant) and default.value is None:
        return Reason(
            "default_none",
            f"`{name}` is `None` there, which is also its default on line {function.lineno}.",
        )
    return None
