"""A name that nothing in the file gives a value, and no other name is like it: what it may be."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable

from course.explaining.exception_scene import Reason, Scene
from course.explaining.syntax_tree import body_nodes, unused_parameters

_ADDS = frozenset({"append", "add", "extend", "insert", "update"})
_FEWEST = 4
"""With fewer letters, the same ones in another order are a word of their own."""


def nothing_gives_it(scene: Scene, name: str) -> Reason:
    """All there is to say: it has no value; what is done with it shows what it should hold."""
    if (skipped := _import_passed_over(scene, name)) is not None:
        return skipped
    text = f"Nothing in your file gives `{name}` a value before this line runs."
    called = any(isinstance(it.func, ast.Name) and it.func.id == name for it in _calls(scene))
    if called and name in sys.stdlib_module_names:
        return Reason("unknown_name", f"{text} The module `{name}` is there after `import {name}`.")
    adds = [it for it in _attributes(scene, name) if it.attr in _ADDS]
    if adds:
        where = "This line" if adds[0].lineno == scene.line else f"Line {adds[0].lineno}"
        text += f" {where} adds to it with `.{adds[0].attr}`: where does it begin, and as what?"
    elif (unused := _never_read(scene)) is not None and not _of_python(name):
        text += f" Line {unused.lineno} gives `{unused.id}` one, and no line uses that."
    elif _may_be_text(scene, name):
        text += " If it is meant as text, it needs quotes."
    return Reason("unknown_name", text)


def _import_passed_over(scene: Scene, name: str) -> Reason | None:
    """`try: from data import rates` with an `except` that goes on without the name."""
    for block in scene.evidence.tree.body if scene.evidence.tree else ():
        node = block.body[0] if isinstance(block, ast.Try) and block.handlers else None
        if not (isinstance(block, ast.Try) and isinstance(node, ast.Import | ast.ImportFrom)):
            continue
        if any((it.asname or it.name.partition(".")[0]) == name for it in node.names):
            return Reason(
                "unknown_name",
                f"The import on line {node.lineno} should give `{name}`. It failed, and the "
                f"`except` on line {block.handlers[0].lineno} hides that and goes on without it.",
            )
    return None


def _never_read(scene: Scene) -> ast.Name | None:
    """Where the one name gets its value that the function never reads, not even in a loop."""
    nodes = list(body_nodes(scene.function)) if scene.function is not None else []
    names = [it for it in nodes if isinstance(it, ast.Name)]
    read = {it.id for it in names if isinstance(it.ctx, ast.Load)}
    targets: list[ast.expr] = [it.target for it in nodes if isinstance(it, ast.AugAssign)]
    targets += [side for it in nodes if isinstance(it, ast.Assign) for side in it.targets]
    loops = [it for it in nodes if isinstance(it, ast.For) and not _counts(it.iter)]
    targets += [it.target for it in loops if it.lineno < scene.line <= (it.end_lineno or 0)]
    names_set = [it for it in targets if isinstance(it, ast.Name) and it.id not in read]
    left = [it for it in names_set if it.lineno != scene.line]  # which gives nothing any more
    several = any(isinstance(it, ast.Global | ast.Nonlocal) for it in nodes)
    if len({it.id for it in left}) != 1 or several:
        return None
    return max(left, key=lambda it: it.lineno)


def _counts(iterated: ast.expr) -> bool:
    """Whether a loop may be there for its number of iterations alone."""
    return isinstance(iterated, ast.Call) and ast.unparse(iterated.func) == "range"


def parameter_instead(scene: Scene, name: str) -> Reason | None:
    """`def is_free(room, plan):`, where the lines below say `seat` and never `room`."""
    function = scene.function
    unused = unused_parameters(function) if function is not None else []
    if _of_python(name):
        return None
    called = any(isinstance(it.func, ast.Name) and it.func.id == name for it in _calls(scene))
    if function is None or len(unused) != 1 or called or _attributes(scene, name):
        return None
    text = (
        f"There is no `{name}` in `{function.name}`: what its caller passes is `{unused[0]}` on "
        f"line {function.lineno}, and no line uses that."
    )
    return Reason("unknown_name", text)


def _of_python(name: str) -> bool:
    """Whether a name says what it is: it is not meant as another one."""
    return name in {"self", "this", "cls"} or name in sys.stdlib_module_names


def short_truth(scene: Scene, name: str) -> Reason | None:
    """`reverse=T`, where Python writes the whole word."""
    whole = {"T": "True", "F": "False"}.get(name)
    passed = [it.value for call in _calls(scene) for it in call.keywords]
    if whole is None or not any(isinstance(it, ast.Name) and it.id == name for it in passed):
        return None
    return Reason("unknown_name", f"Python does not know `{name}`; it writes `{whole}`.")


def other_parameter(scene: Scene, near: str) -> bool:
    """Whether a parameter that no line uses is meant rather than a name that only looks alike."""
    unused = unused_parameters(scene.function) if scene.function is not None else []
    return len(unused) == 1 and near not in unused and _is_own(scene, near)


def _is_own(scene: Scene, near: str) -> bool:
    """Whether the function gives a name its value, for what it needs itself."""
    nodes = body_nodes(scene.function) if scene.function is not None else ()
    stored = (it for it in nodes if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Store))
    return any(it.id == near for it in stored)


def turned_letters(name: str, known: Iterable[str]) -> list[str]:
    """The known names with the same letters in another order: `Flase`."""
    if len(name) < _FEWEST:
        return []
    letters = sorted(name.lower())
    return [
        it for it in known if sorted(it.lower()) == letters and it[0].lower() == name[0].lower()
    ]


def owners_of(scene: Scene, name: str) -> set[str]:
    """What has the method that gets the name: `ages` in `ages.remove(age)` is not meant again."""
    return {
        it.func.value.id
        for it in _calls(scene)
        if isinstance(it.func, ast.Attribute)
        and isinstance(it.func.value, ast.Name)
        and any(isinstance(one, ast.Name) and one.id == name for one in it.args)
    }


def is_object(scene: Scene, name: str) -> bool:
    """Whether a name is used as a list or the like: no function of Python's is meant."""
    return bool(_attributes(scene, name))


def _calls(scene: Scene) -> list[ast.Call]:
    return list(scene.nodes(ast.Call))


def _attributes(scene: Scene, name: str) -> list[ast.Attribute]:
    """Where the function, or the line outside one, asks for an attribute of the name."""
    nodes = body_nodes(scene.function) if scene.function is not None else scene.nodes(ast.AST)
    return [
        it
        for it in nodes
        if isinstance(it, ast.Attribute) and isinstance(it.value, ast.Name) and it.value.id == name
    ]


def _may_be_text(scene: Scene, name: str) -> bool:
    """Whether a name stands alone where text could: not called, and without dot and brackets."""
    if re.match(r"(except|raise|class|global|del)\b|@", scene.code):
        return False
    wanted = [getattr(scene.statement, part, None) for part in ("test", "iter")]
    if any(isinstance(it, ast.Name) and it.id == name for it in wanted):
        return False
    if isinstance(scene.statement, ast.Expr) and isinstance(scene.statement.value, ast.Name):
        return len(name) >= _FEWEST  # it is all there is on the line: a word, or a slip
    for node in scene.nodes(ast.AST):
        if isinstance(node, ast.AugAssign) and ast.unparse(node.target) == name:
            return False
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            return False
        if isinstance(node, ast.Compare) and _is_number_there(node, name):
            return False
        text = getattr(node, "value", None)
        is_held = isinstance(node, ast.Attribute | ast.Subscript)
        if is_held and isinstance(text, ast.Name) and text.id == name:
            return False
    return not _takes_another(scene, name)


def _is_number_there(node: ast.Compare, name: str) -> bool:
    """`count == 1`: what is compared with a number is no text."""
    sides = [node.left, *node.comparators]
    is_side = any(isinstance(it, ast.Name) and it.id == name for it in sides)
    return is_side and any(
        isinstance(it, ast.Constant) and isinstance(it.value, int | float) for it in sides
    )


def _takes_another(scene: Scene, name: str) -> bool:
    """`smallest = x`, where another line gives `smallest` something that is not text."""
    here = scene.statement
    if not (isinstance(here, ast.Assign) and isinstance(here.value, ast.Name)):
        return False
    target = ast.unparse(here.targets[0])
    return here.value.id == name and any(
        isinstance(it, ast.Assign)
        and it is not here
        and ast.unparse(it.targets[0]) == target
        and not isinstance(it.value, ast.Constant | ast.JoinedStr)
        for it in (body_nodes(scene.function) if scene.function is not None else ())
    )
