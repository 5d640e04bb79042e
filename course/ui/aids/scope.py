"""What a file that is being written has in it: names, functions, classes, what values are.

The line at the cursor is left out where it cannot be read yet. Nothing of it is run.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

BUILT_IN = {
    "str": "str", "input": "str", "repr": "str", "chr": "str", "int": "int", "len": "int",
    "ord": "int", "sum": "int", "float": "float", "list": "list", "sorted": "list",
    "dict": "dict", "set": "set", "frozenset": "set", "tuple": "tuple", "open": "file",
    "bytes": "bytes", "bool": "bool", "range": "range",
}  # fmt: skip
"""What calling it gives."""
GIVES = {
    "str": {"split": "list", "splitlines": "list", "encode": "bytes", "find": "int",
            "count": "int", "index": "int", "partition": "tuple"},
    "list": {"copy": "list", "count": "int", "index": "int"},
    "dict": {"copy": "dict"},
    "set": {"copy": "set", "union": "set", "intersection": "set", "difference": "set"},
    "file": {"read": "str", "readline": "str", "readlines": "list"},
    "bytes": {"decode": "str"},
}  # fmt: skip
"""What a method gives; a method of `str` that is not here and no question gives a `str`."""
_ASKS = ("is", "starts", "ends")
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Scope(NamedTuple):
    """What is known at a place.

    `names` are those that can be used there, with what their values are (`str`, `module:math`,
    `class:Box` for the class itself, `Box` for one of it), nothing where that is not known.
    """

    names: dict[str, str]
    functions: dict[str, Function]
    classes: dict[str, ast.ClassDef]

    def type_of(self, value: ast.expr | None) -> str:
        """What an expression is, where that is obvious; else nothing."""
        match value:
            case ast.Constant(value=known):
                return type(known).__name__ if known is not None else ""
            case ast.JoinedStr():
                return "str"
            case ast.List() | ast.ListComp():
                return "list"
            case ast.Dict() | ast.DictComp():
                return "dict"
            case ast.Set() | ast.SetComp():
                return "set"
            case ast.Tuple():
                return "tuple"
            case ast.Name(id=name):
                return self.names.get(name, "")
            case ast.BinOp(left=left):
                return self.type_of(left)
            case ast.Subscript(value=inner) if self.type_of(inner) == "str":
                return "str"
            case ast.Call(func=ast.Name(id=name)):
                if name in self.classes:
                    return name
                return BUILT_IN.get(name, "") if name not in self.functions else ""
            case ast.Call(func=ast.Attribute(value=inner, attr=method)):
                return given(self.type_of(inner), method)
        return ""

    def members(self, kind: str) -> dict[str, Function | None]:
        """The attributes of a class of the file, methods with their definition."""
        functions: dict[str, Function | None] = {}
        node = self.classes.get(kind)
        for base in node.bases if node is not None else ():
            if isinstance(base, ast.Name) and base.id != kind:
                functions |= self.members(base.id)
        for inner in ast.walk(node) if node is not None else ():
            match inner:
                case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                    functions.setdefault(name, None)
        for inner in node.body if node is not None else ():
            if isinstance(inner, Function):
                functions[inner.name] = inner
            elif isinstance(inner, ast.AnnAssign) and isinstance(inner.target, ast.Name):
                functions.setdefault(inner.target.id, None)
        return functions


def given(kind: str, method: str) -> str:
    """What a method of a built-in type gives."""
    known = GIVES.get(kind, {})
    if kind == "str" and method not in known and not method.startswith(_ASKS):
        return "str"
    return known.get(method, "")


def scope_at(lines: Sequence[str], row: int) -> Scope:
    """What is known on a row; nothing of a file that cannot be read even without that row."""
    scope = Scope({}, {}, {})
    tree = _tree(lines, row)
    if tree is not None:
        _enter(tree.body, row + 1, scope)
    return scope


def _tree(lines: Sequence[str], row: int) -> ast.Module | None:
    line = lines[row]
    kept = line[: len(line) - len(line.lstrip())] + "pass"
    without = [*lines[:row], kept, *lines[row + 1 :]]
    for text in (without, lines, without[: row + 1]):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse("\n".join(text))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


def _enter(body: list[ast.stmt], line: int, scope: Scope, within: str = "") -> None:
    for statement in body:
        for node in _of_this_scope(statement):
            _learn(node, line, scope, within)


def _of_this_scope(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    if not isinstance(node, (*Function.__args__, ast.ClassDef, ast.Lambda)):
        for child in ast.iter_child_nodes(node):
            yield from _of_this_scope(child)


def _learn(node: ast.AST, line: int, scope: Scope, within: str) -> None:
    """What a piece of code makes known."""
    is_here = isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0)
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            if not within:
                scope.functions[node.name] = node
                scope.names[node.name] = "function"
            if is_here:
                _arguments(node.args, scope, within)
                _enter(node.body, line, scope)
        case ast.ClassDef():
            scope.classes[node.name] = node
            scope.names[node.name] = f"class:{node.name}"
            if is_here:
                _enter(node.body, line, scope, node.name)
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            scope.names[name] = scope.type_of(value)
        case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
            scope.names[name] = annotated(annotation)
        case ast.For(target=ast.Name(id=name), iter=over):
            scope.names[name] = {"str": "str", "range": "int", "file": "str"}.get(
                scope.type_of(over), _element(over)
            )
        case ast.withitem(context_expr=value, optional_vars=ast.Name(id=name)):
            scope.names[name] = scope.type_of(value)
        case ast.Import(names=aliases):
            for it in aliases:
                name = it.asname or it.name.partition(".")[0]
                scope.names[name] = f"module:{it.name if it.asname else name}"
        case ast.ImportFrom(names=aliases, module=module):
            for it in aliases:
                scope.names[it.asname or it.name] = f"from:{module}.{it.name}"
        case ast.Name(id=name, ctx=ast.Store()):
            scope.names.setdefault(name, "")
        case ast.ExceptHandler(name=str(name)):
            scope.names.setdefault(name, "")


def _element(over: ast.expr) -> str:
    if isinstance(over, (ast.List, ast.Tuple)) and over.elts:
        kinds = {type(it.value).__name__ for it in over.elts if isinstance(it, ast.Constant)}
        if len(kinds) == 1 and all(isinstance(it, ast.Constant) for it in over.elts):
            return kinds.pop()
    return ""


def annotated(annotation: ast.expr | None) -> str:
    """The type that an annotation names, without what is in its brackets."""
    match annotation:
        case ast.Name(id=name):
            return name
        case ast.Constant(value=str(name)):
            return name.partition("[")[0]
        case ast.Subscript(value=ast.Name(id=name)):
            return name
        case ast.BinOp(left=left, op=ast.BitOr()):
            return annotated(left)
    return ""


def _arguments(arguments: ast.arguments, scope: Scope, within: str) -> None:
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    for place, it in enumerate(every):
        kind = annotated(it.annotation)
        scope.names[it.arg] = within if within and place == 0 and it.arg == "self" else kind
    for extra, kind in ((arguments.vararg, "tuple"), (arguments.kwarg, "dict")):
        if extra is not None:
            scope.names[extra.arg] = kind


def parameters(arguments: ast.arguments) -> Mapping[str, bool]:
    """The names of the arguments that can be passed by name, and whether they must be."""
    named = [*arguments.args, *arguments.kwonlyargs]
    first = len(arguments.args) - len(arguments.defaults)
    must = [place < first for place in range(len(arguments.args))]
    must += [default is None for default in arguments.kw_defaults]
    return {it.arg: needed for it, needed in zip(named, must, strict=True) if it.arg != "self"}
