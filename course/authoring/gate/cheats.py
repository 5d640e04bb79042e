"""The standard cheats: submissions that solve nothing and that every exercise's tests must fail."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from course.catalogue.package import replaced, split

_ALWAYS_EQUAL = """\
class _Equal:
    def __init__(self, *a, **k): pass
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __lt__
    def __hash__(self): return 0
    def __bool__(self): return True
    def __contains__(self, item): return True
    def __len__(self): return 1
    def __iter__(self): return iter([self])
    def __call__(self, *a, **k): return self
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return self
    def __getitem__(self, key): return self
    def __enter__(self): return self
    def __exit__(self, *a): return False
"""

_BASIC_CONSTANTS = ("0", "1", "True", "False", "''", "[]", "{}")
_MOST_CONSTANTS = 16


@dataclass(frozen=True, slots=True)
class Cheat:
    """A submission that solves nothing. `what` completes "the tests pass for code that ..."."""

    what: str
    source: str


def cheats(solution: str, tests: list[str]) -> list[Cheat]:
    """The cheats against an exercise, made from the names its solution defines.

    A constant is tried for every literal that the tests compare with. A cheat that would be the
    solution itself (a function that should return None) is left out.
    """
    tree = ast.parse(solution)
    ways = [
        Cheat("ends Python with `sys.exit(0)`", "import sys\nsys.exit(0)\n"),
        Cheat("ends Python with `os._exit(0)`", "import os\nos._exit(0)\n"),
        Cheat("skips the tests", "import pytest\npytest.skip('', allow_module_level=True)\n"),
    ]
    if not _functions(tree) and not _values(tree):
        return [*ways, Cheat("does nothing", "pass\n")]
    ways += [
        Cheat("returns None", _stub(tree, "return None")),
        Cheat("returns an object that is equal to everything", _always_equal(tree)),
        Cheat("ends Python with `sys.exit(0)` when it is called", _stub(tree, _SYS_EXIT)),
        Cheat("ends Python with `os._exit(0)` when it is called", _stub(tree, _OS_EXIT)),
        Cheat("skips the tests when it is called", _stub(tree, _SKIP)),
    ]
    for constant in _constants(tests):
        ways.append(Cheat(f"always returns {constant}", _stub(tree, f"return {constant}")))
    if printing := _printing(tree):
        ways.append(Cheat("prints the answer instead of returning it", printing))
    own = ast.dump(tree)
    return [cheat for cheat in ways if ast.dump(ast.parse(cheat.source)) != own]


def round_the_limits(starter: str, locked: tuple[str, ...]) -> list[Cheat]:
    """The unchanged starter of a refactoring with something done to what measures it."""
    clock = (
        "\nimport time, tracemalloc\ntime.perf_counter = time.process_time = lambda: 0.0\n"
        "tracemalloc.get_traced_memory = lambda: (0, 0)\n"
    )
    cheats = [
        Cheat("is kept in a string that `exec` runs", f"exec({starter!r})\n"),
        Cheat("sets the clock", starter + clock),
    ]
    return cheats + [
        Cheat(f"replaces the given `{name}`", f"{starter}\n_given = {name}\n{name} = _given\n")
        for name in locked
    ]


def package_cheats(solution: str, tests: list[str]) -> list[Cheat]:
    """The cheats against a project of several files: each in all files that define something."""
    files = {name: text for name, text in split(solution).items() if name.endswith(".py")}
    changes: dict[str, dict[str, str]] = {}
    for name, text in files.items():
        if _functions(ast.parse(text)):
            for cheat in cheats(text, tests):
                changes.setdefault(cheat.what, {})[name] = cheat.source
    return [Cheat(what, replaced(solution, changed)) for what, changed in changes.items()]


_SYS_EXIT = "import sys; sys.exit(0)"
_OS_EXIT = "import os; os._exit(0)"
_SKIP = "import pytest; pytest.skip('')"
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions(tree: ast.Module) -> list[_Function]:
    return [
        node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]


def _values(tree: ast.Module) -> list[str]:
    """Names that the module binds to something other than a function or a class."""
    return [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


class _Bodies(ast.NodeTransformer):
    """Every function's body replaced; a nested function goes with the body it stands in."""

    def __init__(self, body: list[ast.stmt]) -> None:
        self._body = body

    def _replace(self, node: _Function) -> _Function:
        if node.name == "__init__":
            return node
        is_property = any("fixture" not in ast.dump(one) for one in node.decorator_list)
        node.decorator_list = node.decorator_list if is_property else []
        node.body = self._body
        return node

    visit_FunctionDef = _replace  # noqa: N815 - names that ast dispatches on
    visit_AsyncFunctionDef = _replace  # noqa: N815


def _stub(tree: ast.Module, body: str) -> str:
    """The solution with every function doing `body` instead."""
    copy = ast.parse(ast.unparse(tree))
    changed = _Bodies(ast.parse(f"def f():\n    {body}\n").body[0].body).visit(copy)  # type: ignore[attr-defined]
    return ast.unparse(ast.fix_missing_locations(changed)) + "\n"


def _always_equal(tree: ast.Module) -> str:
    """Every name of the module is a function that returns an always-equal object, or is one."""
    lines = [_ALWAYS_EQUAL]
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            start = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
            lines.append(f"{start} {node.name}(*a, **k): return _Equal()\n")
        elif isinstance(node, ast.ClassDef):
            lines.append(f"class {node.name}(_Equal): pass\n")
    lines += [f"{name} = _Equal()\n" for name in _values(tree)]
    return "".join(lines)


def _printing(tree: ast.Module) -> str | None:
    """The solution with `print(x)` for every `return x`, None where nothing is returned."""
    copy = ast.parse(ast.unparse(tree))
    printer = _Printer()
    changed = printer.visit(copy)
    if not printer.count:
        return None
    return ast.unparse(ast.fix_missing_locations(changed)) + "\n"


class _Printer(ast.NodeTransformer):
    count = 0

    def visit_Return(self, node: ast.Return) -> list[ast.stmt]:
        if node.value is None or (
            isinstance(node.value, ast.Constant) and node.value.value is None
        ):
            return [node]
        self.count += 1
        call = ast.Call(ast.Name("print", ast.Load()), [node.value], [])
        return [ast.Expr(call), ast.Return(None)]


def _constants(tests: list[str]) -> list[str]:
    """Literals that the tests compare with, and the ones a learner tries first."""
    constants = dict.fromkeys(_BASIC_CONSTANTS)
    for source in tests:
        for literal in _compared(ast.parse(source)):
            constants.setdefault(literal)
    return list(constants)[:_MOST_CONSTANTS]


def _compared(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for side in (node.left, *node.comparators):
                try:
                    ast.literal_eval(side)
                except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
                    continue
                if not (isinstance(side, ast.Constant) and side.value is None):
                    yield ast.unparse(side)
