"""A widget is asked for only where it always is: `query_one` of what the class itself composes.

What a place may have or not (an editor that opens, a report that comes) is looked for with
`query`, which finds nothing without an error, or is kept in an attribute.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import course.ui

ONE = ("query_one", "query_exactly_one", "get_widget_by_id", "get_child_by_id", "get_child_by_type")
MAYBE = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.Match, ast.IfExp, ast.ListComp)


@dataclass
class Part:
    """A widget that is made somewhere: its class, `#id` and `.classes`."""

    name: str
    selectors: set[str]


@dataclass
class Kind:
    """A class: its bases, what it always composes, and what of it is asked for where."""

    bases: list[str]
    parts: list[Part] = field(default_factory=list)
    own: set[str] = field(default_factory=set)
    asked: list[tuple[str, ast.Call]] = field(default_factory=list)


def _made(node: ast.AST) -> Part | None:
    """The widget that a call makes."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return None
    return Part(node.func.id, _selectors(node))


def _selectors(call: ast.Call) -> set[str]:
    found = set()
    for given in call.keywords:
        if isinstance(given.value, ast.Constant) and isinstance(given.value.value, str):
            if given.arg == "id":
                found.add(f"#{given.value.value}")
            elif given.arg == "classes":
                found |= {f".{name}" for name in given.value.value.split()}
    return found


def _always(statements: list[ast.stmt]) -> Iterator[ast.AST]:
    """What is yielded, entered or named by statements that run whenever the method does."""
    for statement in statements:
        if isinstance(statement, ast.If):  # whatever is made on both ways
            ways = [list(_always(way)) for way in (statement.body, statement.orelse)]
            names = [{part.name for it in way if (part := _made(it))} for way in ways]
            yield from (it for it in ways[0] if (part := _made(it)) and part.name in names[1])
        elif isinstance(statement, ast.With):
            yield from (item.context_expr for item in statement.items)
            yield from _always(statement.body)
        elif isinstance(statement, ast.Assign):
            yield statement
        elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Yield):
            yield statement.value.value or statement


def _read(kind: ast.ClassDef) -> Kind:
    bases = [base.id for base in kind.bases if isinstance(base, ast.Name)]
    found = Kind([base.attr if isinstance(base, ast.Attribute) else "" for base in kind.bases])
    found.bases = [*filter(None, found.bases), *bases]
    methods = [it for it in kind.body if isinstance(it, (ast.FunctionDef, ast.AsyncFunctionDef))]
    named: dict[str, Part] = {}
    for method in methods:
        for node in ast.walk(method):
            if isinstance(node, ast.Assign) and (part := _made(node.value)):
                named.update((ast.unparse(target), part) for target in node.targets)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "super().__init__":
                found.own |= _selectors(node)
            is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if is_method and node.func.attr in ONE:
                found.asked.append((ast.unparse(node.func.value), node))
    for method in methods:
        if method.name.startswith("compose"):
            for node in _always(method.body):
                if part := _made(node) or named.get(ast.unparse(node)):
                    found.parts.append(part)
    return found


def _kinds() -> tuple[dict[str, Kind], dict[str, Path]]:
    kinds, files = {}, {}
    for file in sorted(Path(course.ui.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                kinds[node.name], files[node.name] = _read(node), file
    return kinds, files


def _line(kinds: dict[str, Kind], name: str) -> Iterator[str]:
    """A class and those it comes from."""
    yield name
    for base in kinds[name].bases if name in kinds else ():
        yield from _line(kinds, base)


def _has(kinds: dict[str, Kind], name: str, wanted: str) -> bool:
    """Whether everything of this class has such a part, however deep."""
    for one in _line(kinds, name):
        for part in kinds[one].parts if one in kinds else ():
            line = list(_line(kinds, part.name))
            own = {it for kind in line if kind in kinds for it in kinds[kind].own}
            if wanted in part.selectors | own or wanted in line:
                return True
            if part.name != name and _has(kinds, part.name, wanted):
                return True
    return False


def _wrong(kinds: dict[str, Kind], name: str, of: str, call: ast.Call) -> bool:
    wanted = call.args[0]
    if of != "self":
        return True
    if isinstance(wanted, ast.Name):
        return not _has(kinds, name, wanted.id)
    if isinstance(wanted, ast.Constant):
        return not _has(kinds, name, str(wanted.value))
    return True


def test_nothing_is_asked_for_that_may_be_gone() -> None:
    kinds, files = _kinds()
    asked = [(name, *one) for name, kind in kinds.items() for one in kind.asked]
    wrong = [
        f"{files[name].name}:{call.lineno}: {ast.unparse(call)}"
        for name, of, call in asked
        if _wrong(kinds, name, of, call)
    ]
    assert len(asked) > 40
    assert not wrong, "\n".join(wrong)


def test_the_rule_sees_what_may_be_gone() -> None:
    text = """
class Place(Screen):
    def __init__(self):
        self.page = Pane(id="page")
    def compose(self):
        with Vertical(id="always", classes="wide tall"):
            yield self.page
        if self.is_open:
            yield Editor(id="sometimes")
    def act(self):
        self.query_one("#always")
        self.query_one(".tall")
        self.query_one(Pane)
        self.query_one("#page")
        self.query_one("#sometimes")
        self.query_one(Editor)
        self.query_one(f"#{self.name}")
        self.screen.query_one(Pane)
"""
    (node,) = ast.parse(text).body
    assert isinstance(node, ast.ClassDef)
    kinds = {"Place": _read(node)}
    wrong = [_wrong(kinds, "Place", of, call) for of, call in kinds["Place"].asked]
    assert wrong == [False] * 4 + [True] * 4
