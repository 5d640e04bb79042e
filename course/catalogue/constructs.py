"""Which constructs a program uses: the language of `rules:` and of a concept's `constructs:`.

Names of syntax are words (`for_loop`, `f_string`, `list_comprehension`); names in the program
carry a prefix: `call:sorted`, `method:append`, `attr:name`, `import:re`, `decorator:property`,
`raises:ValueError`, `catches:KeyError`, `op:%`, `literal:dict`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

_BY_NODE: dict[type[ast.AST], str] = {
    ast.For: "for_loop",
    ast.While: "while_loop",
    ast.If: "if",
    ast.IfExp: "ternary",
    ast.Return: "return",
    ast.Lambda: "lambda",
    ast.ClassDef: "class",
    ast.Yield: "yield",
    ast.YieldFrom: "yield_from",
    ast.Await: "await",
    ast.AsyncFunctionDef: "async_def",
    ast.AsyncFor: "async_for",
    ast.AsyncWith: "async_with",
    ast.With: "with",
    ast.Try: "try",
    ast.TryStar: "except_group",
    ast.Raise: "raise",
    ast.Assert: "assert",
    ast.Global: "global",
    ast.Nonlocal: "nonlocal",
    ast.JoinedStr: "f_string",
    ast.ListComp: "list_comprehension",
    ast.DictComp: "dict_comprehension",
    ast.SetComp: "set_comprehension",
    ast.GeneratorExp: "generator_expression",
    ast.Slice: "slice",
    ast.Starred: "star_unpacking",
    ast.AnnAssign: "annotation",
    ast.Match: "match",
    ast.NamedExpr: "walrus",
    ast.AugAssign: "augmented_assignment",
    ast.Assign: "assignment",
    ast.Break: "break",
    ast.Continue: "continue",
    ast.Pass: "pass",
    ast.Delete: "del",
    ast.Subscript: "index",
}

_BY_OPERATOR: dict[type[ast.AST], str] = {
    ast.And: "and",
    ast.Or: "or",
    ast.Not: "not",
    ast.In: "in",
    ast.NotIn: "in",
    ast.Is: "is",
    ast.IsNot: "is",
    ast.Add: "op:+",
    ast.Sub: "op:-",
    ast.Mult: "op:*",
    ast.Div: "op:/",
    ast.FloorDiv: "op://",
    ast.Mod: "op:%",
    ast.Pow: "op:**",
    ast.MatMult: "op:@",
    ast.BitAnd: "op:&",
    ast.BitOr: "op:|",
    ast.BitXor: "op:^",
    ast.LShift: "op:<<",
    ast.RShift: "op:>>",
    ast.Invert: "op:~",
    ast.Eq: "op:==",
    ast.NotEq: "op:!=",
    ast.Lt: "op:<",
    ast.LtE: "op:<=",
    ast.Gt: "op:>",
    ast.GtE: "op:>=",
}

_BY_LITERAL: dict[type[ast.AST], str] = {
    ast.List: "literal:list",
    ast.Dict: "literal:dict",
    ast.Set: "literal:set",
    ast.Tuple: "literal:tuple",
}

SYNTAX = frozenset(
    {
        *_BY_NODE.values(),
        *(name for name in _BY_OPERATOR.values() if ":" not in name),
        *("def", "elif", "else", "nested_function", "recursion", "decorator", "star_args"),
        *("keyword_argument", "default_parameter", "keyword_only", "annotation", "finally"),
        *("comparison_chain", "tuple_unpacking", "docstring", "call", "method", "loop", "import"),
    }
)
PREFIXES = frozenset(
    {"call", "method", "attr", "import", "decorator", "raises", "catches", "op", "literal"}
)


def constructs(source: str) -> dict[str, int]:
    """Each construct that the program uses, with the first line it stands on.

    Raises SyntaxError where `source` is not Python.
    """
    first_lines: dict[str, int] = {}
    for name, line in _walk(ast.parse(source), ()):
        first_lines[name] = min(line, first_lines.get(name, line))
    return first_lines


def is_construct(name: str) -> bool:
    """Whether `name` is in the language: known syntax, or a known prefix with something after."""
    prefix, colon, rest = name.partition(":")
    return name in SYNTAX or bool(colon and rest and prefix in PREFIXES)


def _walk(node: ast.AST, functions: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    line = getattr(node, "lineno", 1)
    for name in _names(node, functions):
        yield name, line
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        functions = (*functions, node.name)
    for child in ast.iter_child_nodes(node):
        yield from ((name, line) for name in _operator(child))
        yield from _walk(child, functions)


def _operator(node: ast.AST) -> Iterator[str]:
    if type(node) in _BY_OPERATOR:
        yield _BY_OPERATOR[type(node)]


def _names(node: ast.AST, functions: tuple[str, ...]) -> Iterator[str]:
    if type(node) in _BY_NODE:
        yield _BY_NODE[type(node)]
    if type(node) in _BY_LITERAL and isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        yield _BY_LITERAL[type(node)]
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from _function(node, functions)
        case ast.Module() | ast.ClassDef() if ast.get_docstring(node):
            yield "docstring"
        case ast.Call():
            yield from _call(node, functions)
        case ast.Attribute(attr=attr):
            yield f"attr:{attr}"
        case ast.Import(names=names):
            yield from (f"import:{alias.name}" for alias in names)
            yield "import"
        case ast.ImportFrom(module=module, names=names):
            yield "import"
            yield f"import:{module or '.'}"
            yield from (f"import:{module}.{alias.name}" for alias in names if module)
        case ast.If(orelse=orelse) if orelse:
            chained = len(orelse) == 1 and isinstance(orelse[0], ast.If)
            yield "elif" if chained and orelse[0].col_offset == node.col_offset else "else"
        case ast.Try(finalbody=finalbody, handlers=handlers):
            if finalbody:
                yield "finally"
            for handler in handlers:
                yield from (f"catches:{name}" for name in _type_names(handler.type))
        case ast.Raise(exc=exc) if exc is not None:
            yield from (f"raises:{name}" for name in _type_names(exc))
        case ast.Compare(ops=ops) if len(ops) > 1:
            yield "comparison_chain"
        case ast.Assign(targets=targets):
            if any(isinstance(target, (ast.Tuple, ast.List)) for target in targets):
                yield "tuple_unpacking"
        case ast.Constant(value=float()):
            yield "literal:float"
        case ast.For(target=ast.Tuple()) | ast.comprehension(target=ast.Tuple()):
            yield "tuple_unpacking"
        case _:
            pass
    if isinstance(node, (ast.For, ast.While, ast.AsyncFor)):
        yield "loop"
    for decorator in getattr(node, "decorator_list", ()):
        yield "decorator"
        yield from (f"decorator:{name}" for name in _type_names(decorator))


def _function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, functions: tuple[str, ...]
) -> Iterator[str]:
    yield "def"
    if functions:
        yield "nested_function"
    if ast.get_docstring(node):
        yield "docstring"
    arguments = node.args
    if arguments.vararg or arguments.kwarg:
        yield "star_args"
    if arguments.defaults or any(default is not None for default in arguments.kw_defaults):
        yield "default_parameter"
    if arguments.kwonlyargs:
        yield "keyword_only"
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    if node.returns or any(argument.annotation for argument in every):
        yield "annotation"


def _call(node: ast.Call, functions: tuple[str, ...]) -> Iterator[str]:
    yield "call"
    match node.func:
        case ast.Name(id=name):
            yield f"call:{name}"
            if name in functions:
                yield "recursion"
        case ast.Attribute(attr=name, value=value):
            yield "method"
            yield f"method:{name}"
            if isinstance(value, ast.Name):
                yield f"call:{value.id}.{name}"
                if value.id in ("self", "cls") and functions[-1:] == (name,):
                    yield "recursion"
        case _:
            pass
    if any(keyword.arg for keyword in node.keywords):
        yield "keyword_argument"


def _type_names(node: ast.AST | None) -> Iterator[str]:
    match node:
        case ast.Name(id=name):
            yield name
        case ast.Attribute(attr=name, value=ast.Name(id=owner)):
            yield name
            yield f"{owner}.{name}"
        case ast.Attribute(attr=name):
            yield name
        case ast.Call(func=func):
            yield from _type_names(func)
        case ast.Tuple(elts=elts):
            for element in elts:
                yield from _type_names(element)
        case _:
            pass
