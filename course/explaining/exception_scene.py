"""Where an exception came out of the learner's code: the line, its syntax, the values there."""

from __future__ import annotations

import ast
import difflib
import math
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

import msgspec

from course.checking.bindings import Substitute
from course.checking.values import UNKNOWN, evaluate, value_of
from course.checking.words import code, listed
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence
from course.explaining.syntax_tree import Function, body_nodes, inside
from course.model import ExceptionInfo, Frame

Node = TypeVar("Node", bound=ast.AST)
_BUILTIN_TYPES: dict[str, type] = {
    kind.__name__: kind
    for kind in (str, list, tuple, dict, set, int, float, bool, frozenset, bytes)
}

_MAY_FAIL: dict[str, Any] = {
    "AttributeError": ast.Attribute | ast.Call,
    "IndexError": ast.Call | ast.Subscript,
    "KeyError": ast.Call | ast.Subscript,
    "TypeError": ast.BinOp | ast.Call | ast.Compare | ast.Subscript,
    "ZeroDivisionError": ast.BinOp | ast.Call,
}
"""What can itself stop with an exception before the one that is being made."""

_COMPREHENSIONS = frozenset({"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"})


class Reason(NamedTuple):
    """Why an exception came: the name of the cause, the words, and the line where it lies.

    `line` is left out where the cause lies on the line of the exception itself.
    """

    name: str
    text: str
    line: int | None = None


class Scene:
    """The innermost frame of the learner's own code that an exception passed through."""

    def __init__(self, exception: ExceptionInfo, frame: Frame, case: Case, evidence: Evidence):
        self.type = exception.type
        self.message = exception.message
        self.frames = exception.frames
        self.frame = frame
        self.case = case
        self.evidence = evidence
        self.line = frame.line
        self.code = frame.code or evidence.code(frame.line)
        self.statement = _statement_at(evidence.tree, frame.line)

    @cached_property
    def around(self) -> list[Function | ast.ClassDef]:
        """The functions and classes around the line, the innermost first."""
        statements = [
            node
            for node in (ast.walk(self.evidence.tree) if self.evidence.tree else ())
            if isinstance(node, Function | ast.ClassDef)
            and node.lineno <= self.line <= (node.end_lineno or node.lineno)
        ]
        return sorted(statements, key=lambda node: -node.lineno)

    @property
    def function(self) -> Function | None:
        """The learner's function the exception came out of, also one inside another."""
        here = [node for node in self.around if isinstance(node, Function)]
        inside_body = [node for node in here if node.lineno != self.line or len(here) == 1]
        return inside_body[0] if inside_body else None

    @property
    def outer_functions(self) -> list[Function]:
        """The functions around that function, the innermost first."""
        return [node for node in self.around if isinstance(node, Function)][1:]

    @property
    def own_class(self) -> ast.ClassDef | None:
        """The class whose method the exception came out of."""
        return next((node for node in self.around if isinstance(node, ast.ClassDef)), None)

    @cached_property
    def definitions(self) -> dict[str, Function | ast.ClassDef]:
        """All functions, methods and classes of the file by name, also those inside others."""
        definitions: dict[str, Function | ast.ClassDef] = {}
        for node in ast.walk(self.evidence.tree) if self.evidence.tree else ():
            if isinstance(node, Function | ast.ClassDef):
                definitions.setdefault(node.name, node)
        return definitions

    @property
    def called_variables(self) -> list[str]:
        """What the line calls that is a parameter or an item of a loop: it was passed in."""
        if self.function is None:
            return []
        own = {it.arg for it in ast.walk(self.function.args) if isinstance(it, ast.arg)}
        targets = [it.target for it in body_nodes(self.function) if isinstance(it, ast.For)]
        own |= {it.id for target in targets for it in ast.walk(target) if isinstance(it, ast.Name)}
        called = [it.func.id for it in self.nodes(ast.Call) if isinstance(it.func, ast.Name)]
        return [name for name in called if name in own]

    def class_named(self, name: str) -> ast.ClassDef | None:
        """A class of the learner's file."""
        definition = self.definitions.get(name)
        return definition if isinstance(definition, ast.ClassDef) else None

    def class_lacking(self, name: str, attribute: str) -> ast.ClassDef | None:
        """The class of that name; of several, the first one without the attribute."""
        tree = self.evidence.tree
        named = [it for it in (ast.walk(tree) if tree else ()) if isinstance(it, ast.ClassDef)]
        lacking = [it for it in named if it.name == name and attribute not in attributes_of(it)]
        return lacking[0] if lacking else self.class_named(name)

    def function_named(self, name: str) -> Function | None:
        """A function or method of the learner's file, also one inside another."""
        definition = self.definitions.get(name)
        return definition if isinstance(definition, Function) else None

    def imported(self) -> dict[str, str]:
        """The names that the file imports, each with the module it is or comes from."""
        modules: dict[str, str] = {}
        for node in ast.walk(self.evidence.tree) if self.evidence.tree else ():
            if isinstance(node, ast.Import):
                modules.update({(a.asname or a.name).partition(".")[0]: a.name for a in node.names})
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.update({a.asname or a.name: node.module for a in node.names})
        return modules

    @property
    def raised_here(self) -> bool:
        """Whether the line is a `raise` of the learner's own."""
        return isinstance(self.statement, ast.Raise)

    @property
    def made_by_raise(self) -> bool:
        """Whether a `raise` on the line made the very exception, not what is looked up for it.

        `raise KeyError(key)` made it; `raise KeyError(names[key])` may not have come so far.
        """
        made = self.statement.exc if isinstance(self.statement, ast.Raise) else None
        if not isinstance(made, ast.Call):
            is_name = isinstance(made, ast.Name | ast.Attribute)
            return made is not None and is_name and self._is_of_its_type(made)
        values = [self.value(each) for each in made.args]
        if any(it is not UNKNOWN and self.message in (str(it), repr(it)) for it in values):
            return True
        if not self._is_of_its_type(made.func):
            return False
        given = [*made.args, *(it.value for it in made.keywords)]
        parts = [part for each in given for part in ast.walk(each)]
        may_fail = _MAY_FAIL.get(self.type, ast.Call)
        if not any(isinstance(part, may_fail) for part in parts):
            return True
        looked_up = {id(it) for p in parts if isinstance(p, ast.Subscript) for it in ast.walk(p)}
        texts = [p.value for p in parts if isinstance(p, ast.Constant) and id(p) not in looked_up]
        pieces = [it for text in texts for it in re.split(r"\{[^}]*\}|%\w", str(text))]
        words = [re.sub(r"^\W+|\W+$", "", piece) for piece in pieces]
        return any(len(it) > 1 and re.search(rf"\b{re.escape(it)}\b", self.message) for it in words)

    def _is_of_its_type(self, node: ast.expr) -> bool:
        """Whether an expression is, or holds, an exception of the type that came."""
        name = ast.unparse(node)
        held = rf"(?:<class '|<)?(?:\w+\.)*{re.escape(self.type)}\b"
        is_held = re.match(held, self.frame.variables.get(name, "")) is not None
        return is_held or self.type == name.rpartition(".")[2]

    def shown_line(self, line: int) -> str:
        """`Line 3, `total = 0`,` at the beginning of a sentence."""
        return f"Line {line}, {code(self.evidence.code(line))},"

    def size_of(self, name: str) -> int | None:
        """How many items a variable of the frame has, also where its text is shortened."""
        text = self.frame.variables.get(name, "")
        if match := re.search(r"[\])}] \((\d+) items\)$", text):
            return int(match.group(1))
        content = value_of(text)
        return len(content) if isinstance(content, list | tuple | dict | str | set) else None

    def kind_of(self, node: ast.expr) -> str | None:
        """The type of an expression's value in this frame, as far as its text tells."""
        value = self.value(node)
        if value is not UNKNOWN:
            return type(value).__name__
        text = self.frame.variables.get(ast.unparse(node), "")
        for start, kind in (("[", "list"), ("(", "tuple"), ("{", "dict"), ("'", "str")):
            if text.startswith(start):
                return "set" if kind == "dict" and ": " not in text else kind
        match = re.match(r"<?(\w+)[(>]", text)
        return match.group(1) if match else None

    def nodes(self, kind: type[Node]) -> Iterator[Node]:
        """The parts of the line of one kind, without the statements inside a loop or branch."""
        for node in self._parts():
            if isinstance(node, kind) and _touches(node, self.line):
                yield node

    def _parts(self) -> list[ast.AST]:
        """The parts of the statement; in a `lambda`, those of what it works out."""
        parts = list(own_parts(self.statement)) if self.statement is not None else []
        if self.frame.function != "<lambda>":
            return parts
        return [node for it in parts if isinstance(it, ast.Lambda) for node in ast.walk(it.body)]

    def value(self, node: ast.expr) -> Any:
        """The value an expression has in this frame, or `UNKNOWN`."""
        values: dict[str, ast.expr] = {}
        for name, text in self.frame.variables.items():
            if value_of(text) is not UNKNOWN:
                values[name] = ast.parse(text, mode="eval").body
        if any(isinstance(part, ast.Slice) for part in (node, *getattr(node, "elts", ()))):
            return UNKNOWN  # `x[a:b]` asks for no single item
        whole = _Sizes(self).visit(ast.parse(ast.unparse(node), mode="eval").body)
        filled = Substitute(values).visit(_Fields(self).visit(whole))
        return evaluate(_with_lengths(filled))

    def values_there(self) -> str:
        """The variables the line uses, with their values, as a sentence."""
        used = [node.id for node in self._parts() if isinstance(node, ast.Name)]
        values = {
            name: self.frame.variables[name]
            for name in dict.fromkeys(used)
            if name in self.frame.variables
        }
        return f"There, {self.listed_values(values)}." if values else ""

    def listed_values(self, values: dict[str, str]) -> str:
        """`n` is `3` and `xs` is `[1, 2]`, at most four."""
        return listed(f"`{name}` is {code(text, 40)}" for name, text in list(values.items())[:4])

    def first_and_last_variables(self) -> tuple[dict[str, str], dict[str, str]]:
        """The variables of the first and the last frame of this function, for a recursion."""
        own = [frame for frame in self.frames if frame.function == self.frame.function]
        return (own[0].variables, own[-1].variables) if len(own) > 1 else ({}, {})

    def near_attribute(self, kind: str, attribute: str) -> str | None:
        """An attribute of a built-in type, or of a class of the learner's, that looks similar."""
        if kind in _BUILTIN_TYPES:
            names = [name for name in dir(_BUILTIN_TYPES[kind]) if not name.startswith("_")]
        elif (own := self.class_lacking(kind, attribute)) is not None:
            names = [name for name in attributes_of(own) if name != attribute]
        else:
            names = []
        near = difflib.get_close_matches(attribute, names, 1, 0.75)
        return near[0] if near else None

    def calls_method(self, name: str) -> bool:
        """Whether the line calls that name behind a dot: `basket.count()`."""
        line = self.code or self.case.call or ""
        return re.search(rf"\.{re.escape(name)}\(", line) is not None


def attributes_of(own: ast.ClassDef) -> list[str]:
    """The methods of a class, its own attributes, and the names its methods set on `self`."""
    names = [node.name for node in own.body if isinstance(node, Function)]
    assigned = [node.targets[0] for node in own.body if isinstance(node, ast.Assign)]
    names += [target.id for target in assigned if isinstance(target, ast.Name)]
    for node in ast.walk(own):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            names.append(node.attr)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.append(node.target.id)
    return list(dict.fromkeys(names))


def scene_of(case: Case, evidence: Evidence) -> Scene | None:
    """The scene of a case's exception; None where no frame of the learner's is known."""
    if case.exception is None or not case.exception.frames:
        return None
    return Scene(case.exception, _with_what_is_around(case.exception.frames), case, evidence)


def _with_what_is_around(frames: Sequence[Frame]) -> Frame:
    """The last frame; that of a comprehension, as 3.11 has it, with the variables around it."""
    last = frames[-1]
    around = frames[-2].variables if len(frames) > 1 else {}
    if not around or last.function not in _COMPREHENSIONS:
        return last
    variables = {name: text for name, text in around.items() if name not in last.variables}
    own = {name: text for name, text in last.variables.items() if not name.startswith(".")}
    return msgspec.structs.replace(last, variables={**own, **variables})


def own_parts(statement: ast.stmt) -> Iterator[ast.AST]:
    """A statement's parts without the statements inside it."""
    yield statement
    for child in ast.iter_child_nodes(statement):
        if not isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield from inside([child])


def _touches(node: ast.AST, line: int) -> bool:
    first = getattr(node, "lineno", line)
    return first <= line <= (getattr(node, "end_lineno", None) or first)


def _statement_at(tree: ast.Module | None, line: int) -> ast.stmt | None:
    """The innermost statement that stands on a line."""
    innermost: ast.stmt | None = None
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.stmt) and _touches(node, line):
            if isinstance(node, Function | ast.ClassDef) and node.lineno != line:
                continue
            if innermost is None or node.lineno >= innermost.lineno:
                innermost = node
    return innermost


class _Fields(ast.NodeTransformer):
    """Puts its value in the place of `self.size`, as the text of the object shows it.

    What its class sets once, and nothing else, is known where it cannot change.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        text = self.scene.frame.variables.get(ast.unparse(node.value), "")
        shown = re.match(r"<?(\w+)[(>]", text)
        own = self.scene.class_named(shown.group(1)) if shown is not None else None
        if own is None:
            return node
        for name, value in [*_keywords(text), *_once_set(own, node.attr)]:
            if name == node.attr and evaluate(value) is not UNKNOWN:
                return value
        return node


def _keywords(text: str) -> list[tuple[str, ast.expr]]:
    """The attributes in the text of an object: `Box(size=3)`."""
    try:
        call = ast.parse(text, mode="eval").body
    except SyntaxError:
        return []
    keywords = call.keywords if isinstance(call, ast.Call) else []
    return [(it.arg, it.value) for it in keywords if it.arg is not None]


def _once_set(own: ast.ClassDef, name: str) -> list[tuple[str, ast.expr]]:
    """The constant or tuple that a class gives a name, and its methods never change."""
    if any(isinstance(it, ast.Attribute) and isinstance(it.ctx, ast.Store) for it in ast.walk(own)):
        return []
    assigned = [it for it in own.body if isinstance(it, ast.Assign)]
    named = [it.value for it in assigned if name in [ast.unparse(one) for one in it.targets]]
    fixed = [it for it in named if isinstance(it, ast.Constant | ast.Tuple)]
    return [(name, fixed[0])] if len(named) == len(fixed) == 1 else []


class _Sizes(ast.NodeTransformer):
    """Puts its number in the place of `len(xs)`, also where only the size of `xs` is known."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if ast.unparse(node.func) == "len" and len(node.args) == 1:
            size = self.scene.size_of(ast.unparse(node.args[0]))
            if size is not None:
                return ast.Constant(size)
        return node


class _Lengths(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if ast.unparse(node.func) == "len" and len(node.args) == 1:
            content = evaluate(node.args[0])
            if isinstance(content, list | tuple | dict | str | set):
                return ast.Constant(len(content))
        if (rounded := _ROUNDED.get(ast.unparse(node.func))) and len(node.args) == 1:
            number = evaluate(node.args[0])
            if isinstance(number, int | float) and math.isfinite(number):
                return ast.Constant(rounded(number))
        return node


_ROUNDED = {"math.ceil": math.ceil, "math.floor": math.floor, "ceil": math.ceil}


def _with_lengths(node: ast.expr) -> ast.expr:
    filled: ast.expr = _Lengths().visit(node)
    return filled
