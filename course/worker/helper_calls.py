"""The learner's part of a test's helpers: the call that `visit(site)` makes of the learner's code.

A test's helpers and variables mean nothing to a learner. A helper that makes one call of the
learner's code stands for that call; what cannot be written as a value is named as the learner's
own function names it, or left open.
"""

from __future__ import annotations

import ast
import re
import types
from collections.abc import Callable, Container, Iterator
from typing import Any

from .learner_names import is_in
from .value_text import Namespace
from .written import BUILTIN_NAMES

_MOST_DEEP = 3
"""So far from a test a helper's helper is looked into."""
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_OPEN = ast.Constant(...)
_RUNS_PROGRAMS = dict.fromkeys(("pytest", "importlib", "runpy"), "_pytest")
"""Modules by which a test fails, or runs the learner's file as a program."""
FindCall = Callable[[ast.AST], ast.expr | None]


class Helpers:
    """The functions of a test file that are no tests; `makers` return objects of the learner's."""

    def __init__(self, tree: ast.Module, learners: Container[str]) -> None:
        defined = [node for node in tree.body if isinstance(node, _DEFINITIONS)]
        self._classes = {node.name for node in defined if isinstance(node, ast.ClassDef)}
        self._functions = {
            node.name: node
            for node in defined
            if not isinstance(node, ast.ClassDef) and not node.name.startswith("test")
        }
        self.makers = {
            name for name, helper in self._functions.items() if _returns_own(helper, learners)
        }

    def call_in(self, node: ast.AST) -> ast.Call | None:
        """The first call of a helper in a part of a test file."""
        return next(
            (
                it
                for it in ast.walk(node)
                if isinstance(it, ast.Call)
                and isinstance(it.func, ast.Name)
                and it.func.id in self._functions
            ),
            None,
        )

    def behind(
        self, node: ast.AST, namespace: Namespace, find: FindCall
    ) -> tuple[ast.expr, Namespace] | None:
        """The one call of the learner's code that the helper called here makes, and its names.

        A call that only makes what the helper then works with has not given the helper's answer.
        """
        for _ in range(_MOST_DEEP):
            if (call := self.call_in(node)) is None or not isinstance(call.func, ast.Name):
                return None
            helper = self._functions[call.func.id]
            namespace = _bound(helper, call, namespace)
            calls = [it for it in ast.walk(helper) if isinstance(it, ast.Call) and find(it) is it]
            deeper = {id(it) for one in calls for it in ast.walk(one) if it is not one}
            inside = [it for it in calls if id(it) not in deeper]
            if inside:
                is_one = len(inside) == 1 and not _only_makes(inside[0], helper, namespace)
                return (inside[0], namespace) if is_one else None
            node = ast.Module(helper.body, [])
        return None

    def is_of_test(self, call: ast.Call, namespace: Namespace) -> bool:
        """Whether a call is of something that the test file or pytest has made."""
        root: ast.expr = call.func
        while isinstance(root, ast.Attribute | ast.Call | ast.Subscript):
            root = root.func if isinstance(root, ast.Call) else root.value
        if not isinstance(root, ast.Name):
            return False
        value = namespace.get(root.id)
        kind = str(vars(type(value)).get("__module__"))
        if isinstance(value, types.ModuleType):
            kind = _RUNS_PROGRAMS.get(value.__name__, "")
        return root.id in self._classes or kind.partition(".")[0] == "_pytest"


def _returns_own(node: ast.AST, learners: Container[str]) -> bool:
    made = {
        target.id
        for it in ast.walk(node)
        if isinstance(it, ast.Assign) and _is_call_of(it.value, learners)
        for target in it.targets
        if isinstance(target, ast.Name)
    }
    returned = [it.value for it in ast.walk(node) if isinstance(it, ast.Return) and it.value]
    return any(
        _is_call_of(it, learners) or (isinstance(it, ast.Name) and it.id in made) for it in returned
    )


def _only_makes(call: ast.Call, helper: ast.AST, namespace: Namespace) -> bool:
    """Whether a call makes an object that the helper works with and does not return."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    return isinstance(namespace.get(name), type) and not _returns_own(helper, {name})


def _is_call_of(node: ast.expr, names: Container[str]) -> bool:
    function = node.func if isinstance(node, ast.Call) else None
    return isinstance(function, ast.Name) and function.id in names


def _bound(
    helper: ast.FunctionDef | ast.AsyncFunctionDef, call: ast.Call, namespace: Namespace
) -> Namespace:
    """The names inside a helper that was called so, as far as they are known to be values.

    What the helper itself gives a value is left out, as are names of the test.
    """
    stores = {
        node.id
        for node in ast.walk(helper)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    plain = helper.args.posonlyargs + helper.args.args
    own = stores | {one.arg for one in ast.walk(helper) if isinstance(one, ast.arg)}
    names = {name: value for name, value in namespace.items() if name not in own}
    named = [*plain, *helper.args.kwonlyargs]
    defaults = [None] * (len(plain) - len(helper.args.defaults)) + list(helper.args.defaults)
    given: dict[str, ast.expr | None] = {
        one.arg: default
        for one, default in zip(named, [*defaults, *helper.args.kw_defaults], strict=True)
    }
    starred = any(isinstance(one, ast.Starred) for one in call.args)
    if starred or any(keyword.arg is None for keyword in call.keywords):
        return names
    given |= {one.arg: value for one, value in zip(plain, call.args, strict=False)}
    given |= {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg in given}
    if helper.args.vararg is not None:
        rest = ast.Tuple(list(call.args[len(plain) :]), ast.Load())
        given[helper.args.vararg.arg] = rest
    for name, node in given.items():
        if node is not None and name not in stores and (value := _value(node, namespace)):
            names[name] = value[0]
    return names


def _value(node: ast.expr, namespace: Namespace) -> tuple[Any] | None:
    """What an argument is, alone in a tuple; None where it is no literal and no name of one."""
    if isinstance(node, ast.Name) and node.id in namespace:
        return (namespace[node.id],)
    if isinstance(node, ast.Tuple):
        items = [_value(item, namespace) for item in node.elts]
        values = [item[0] for item in items if item is not None]
        return (tuple(values),) if len(values) == len(items) else None
    try:
        return (ast.literal_eval(node),)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


def is_of_method(node: ast.expr) -> bool:
    """A call such as `client.get("/")`, whose answer a test gives a name."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)


def in_learners_names(
    call: ast.Call, namespace: Namespace, known: Container[str], module: str
) -> ast.Call:
    """A call whose arguments that name something of the test are named as its function does.

    `known` are names that need no other: the learner's, and what the test file imports.
    """
    _name_arguments(call, namespace, known, module, True)
    inside = call.func
    while isinstance(inside, ast.Attribute | ast.Call):
        if isinstance(inside, ast.Call):
            _name_arguments(inside, namespace, known, module, False)
        inside = inside.func if isinstance(inside, ast.Call) else inside.value
    function = call.func
    if isinstance(function, ast.Name) and function.id not in known:
        value = namespace.get(function.id)
        if type(value) is types.FunctionType and is_in(value.__module__, module):
            function.id = value.__name__  # what a function of the learner's has returned
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        name = function.value.id
        kind = type(namespace.get(name))
        own = is_in(str(vars(kind).get("__module__")), module)
        if name not in known and own and (other := variable_for(kind)) != module:
            function.value = ast.Name(other, ast.Load())
    return call


def _name_arguments(
    call: ast.Call, namespace: Namespace, known: Container[str], module: str, is_whole: bool
) -> None:
    """Name what is the test's by the parameters, or leave it open.

    `is_whole` is false for a call inside another, where a plain name says more than nothing.
    """
    parameters = list(_parameters(call.func, namespace, module))
    is_open = any(isinstance(one, ast.Starred) for one in call.args)
    for at, argument in enumerate(call.args):
        if _names_of_test(argument, known):
            name = parameters[at] if at < len(parameters) and not is_open else ""
            kept = argument if isinstance(argument, ast.Name) and not is_whole else _OPEN
            call.args[at] = ast.Name(name, ast.Load()) if name else kept
    for keyword in call.keywords:
        if _names_of_test(keyword.value, known):
            own = keyword.arg is not None and (parameters or not is_whole)
            keyword.value = ast.Name(str(keyword.arg), ast.Load()) if own else _OPEN


def _names_of_test(node: ast.expr, known: Container[str]) -> bool:
    inside = {one.arg for one in ast.walk(node) if isinstance(one, ast.arg)}
    names = [one for one in ast.walk(node) if isinstance(one, ast.Name)]
    inside |= {one.id for one in names if isinstance(one.ctx, ast.Store)}
    return any(
        one.id not in inside and one.id not in known and one.id not in BUILTIN_NAMES
        for one in names
    )


def _parameters(function: ast.expr, namespace: Namespace, module: str) -> Iterator[str]:
    """The names of the parameters of a function of the learner's, without `self`."""
    target, skip = _target(function, namespace)
    if type(target) is types.FunctionType and is_in(target.__module__, module):
        code = target.__code__
        yield from code.co_varnames[skip : code.co_argcount]


def _target(function: ast.expr, namespace: Namespace) -> tuple[Any, int]:
    if isinstance(function, ast.Name):
        value = namespace.get(function.id)
        return (_of_class(value, "__init__"), 1) if isinstance(value, type) else (value, 0)
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        owner = namespace.get(function.value.id)
        if isinstance(owner, types.ModuleType):
            return vars(owner).get(function.attr), 0
        return _of_class(type(owner), function.attr), 1
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Call):
        made_by = function.value.func
        kind = namespace.get(made_by.id) if isinstance(made_by, ast.Name) else None
        return (_of_class(kind, function.attr), 1) if isinstance(kind, type) else (None, 0)
    return None, 0


def _of_class(kind: type, name: str) -> Any:
    owners = type.__dict__["__mro__"].__get__(kind)
    return next((vars(one)[name] for one in owners if name in vars(one)), None)


def variable_for(kind: type) -> str:
    """A name for an object of a class: `shopping_list` for one of `ShoppingList`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind.__name__).lower()


def any_call(node: ast.AST) -> ast.Call | None:
    """The first call in `node` that is not of a built-in, else the first call at all."""
    calls = [child for child in ast.walk(node) if isinstance(child, ast.Call)]
    for call in calls:
        if not (isinstance(call.func, ast.Name) and call.func.id in BUILTIN_NAMES):
            return call
    return calls[0] if calls else None


def own_expressions(statement: ast.AST) -> list[ast.expr]:
    """The expressions of a statement itself, without those of the statements inside it."""
    expressions: list[ast.expr] = []
    for child in ast.iter_child_nodes(statement):
        if isinstance(child, ast.expr):
            expressions.append(child)
        elif isinstance(child, ast.withitem):
            expressions.append(child.context_expr)
    return expressions
