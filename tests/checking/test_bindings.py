"""Names of a test file, followed through its statements without running them."""

from __future__ import annotations

import ast

import pytest

from course.checking.bindings import (
    Names,
    Substitute,
    bind,
    bound_parameters,
    called_and_unknown,
    evaluated_names,
    forget_changed,
    forget_passed,
    rows_of,
)


def expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def function(text: str) -> ast.FunctionDef:
    found = ast.parse(text).body[0]
    assert isinstance(found, ast.FunctionDef)
    return found


HELPERS = {
    "made": function("def made(n, more=1):\n    half = n // 2\n    return Cart(half, more)"),
    "printing": function("def printing(n):\n    print(n)\n    return n"),
    "branching": function("def branching(n):\n    if n:\n        pass\n    return n"),
    "silent": function("def silent(n):\n    print(n)"),
    "endless": function("def endless(n):\n    return endless(n)"),
}


def known(text: str, **names: str) -> str:
    tree = Substitute({name: expression(it) for name, it in names.items()}, HELPERS)
    return ast.unparse(tree.visit(expression(text)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("f(a, b)", "f(3, b)"),
        ("eval('f(a)')", "f(a)"),
        ("asyncio.run(f(a))", "await f(3)"),
        ("json.loads('[1, null]')", "[1, None]"),
        ("json.loads('[')", "json.loads('[')"),
        ("[1, 2][1]", "2"),
        ("f'/parcels/{a}{b}'", "f'/parcels/{3}{b}'"),
        ("f'/parcels/{a}{\"\"}'", "'/parcels/3'"),
        ("f'{a:03}'", "f'{3:03}'"),
        ("{'k': 'v'}['k']", "'v'"),
        ("[1, 2][5]", "[1, 2][5]"),
        ("[1, x][0]", "[1, x][0]"),
        ("f(*(1, a), **{'k': 2})", "f(1, 3, k=2)"),
        ("f(*b, **b)", "f(*b, **b)"),
        ("made(a)", "Cart(3 // 2, 1)"),
        ("made(4, more=a)", "Cart(4 // 2, 3)"),
        ("printing(a)", "3"),
        ("branching(a)", "branching(3)"),
        ("silent(a)", "silent(3)"),
        ("endless(a)", "endless(3)"),
        ("made()", "made()"),
    ],
)
def test_what_is_known_stands_in_the_place_of_names(text: str, shown: str) -> None:
    assert known(text, a="3") == shown


@pytest.mark.parametrize(
    ("helper", "call", "bound"),
    [
        ("def f(a, b=2): ...", "f(1)", {"a": "1", "b": "2"}),
        ("def f(a, b=2): ...", "f(1, b=3)", {"a": "1", "b": "3"}),
        ("def f(a): ...", "f()", None),
        ("def f(a): ...", "f(1, 2)", None),
        ("def f(a): ...", "f(1, c=2)", None),
        ("def f(a): ...", "f(*x)", None),
        ("def f(*a): ...", "f()", None),
        ("def f(**a): ...", "f()", None),
        ("def f(): ...", "f()", {}),
    ],
)
def test_arguments_are_bound_where_they_fit(
    helper: str, call: str, bound: dict[str, str] | None
) -> None:
    node = expression(call)
    assert isinstance(node, ast.Call)
    found = bound_parameters(function(helper), node)
    shown = None if found is None else {name: ast.unparse(it) for name, it in found.items()}
    assert shown == bound


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("[1, x]", ["1", "x"]),
        ("(1,)", ["1"]),
        ("{'a': 1}.items()", ["('a', 1)"]),
        ("{'a': 1}.keys()", []),
        ("range(2)", ["0", "1"]),
        ("sorted([2, 1])", ["1", "2"]),
        ("'ab'", []),
        ("rows", []),
    ],
)
def test_rows_of_a_table(table: str, rows: list[str]) -> None:
    assert [ast.unparse(row) for row in rows_of(expression(table))] == rows


def after(statement: str, **names: str) -> dict[str, str]:
    known_now: Names = {name: expression(text) for name, text in names.items()}
    [node] = ast.parse(statement).body
    if isinstance(node, ast.Assign):
        bind(node.targets[0], node.value, known_now)
    else:
        forget_changed(node, known_now)
    return {name: ast.unparse(it) for name, it in known_now.items()}


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("a = 2", {"a": "2", "b": "1"}),
        ("a, b = 3, 4", {"a": "3", "b": "4"}),
        ("a, b = f()", {}),
        ("a, b = 1, 2, 3", {}),
        ("a.x = 2", {"b": "1"}),
        ("a[0] = 2", {"b": "1"}),
        ("a += 1", {"b": "1"}),
        ("a.add(b)", {"b": "1"}),
        ("f(a)", {"a": "1", "b": "1"}),
        ("del a", {"b": "1"}),
    ],
)
def test_what_a_statement_may_change_is_forgotten(statement: str, names: dict[str, str]) -> None:
    assert after(statement, a="1", b="1") == names


def test_names_that_a_star_import_brings_and_those_in_texts() -> None:
    source = (
        "from shop import *\nfrom a import b\ndef g(x):\n    y = 1\n    x(y(b(g(len(price())))))"
    )
    assert called_and_unknown(ast.parse(source)) == {"price"}
    texts = "CASES = ['fee(3)', 'len(a)', 'a word', ' tax( 1 ) ']\n"
    assert evaluated_names(ast.parse(texts)) == set()
    assert evaluated_names(ast.parse(texts + "eval(CASES[0])")) == {"fee", "tax"}


@pytest.mark.parametrize(
    ("statement", "left"),
    [
        ("register(users, 'Mei')", {"prices", "name", "shop"}),
        ("assert register(users, 'Mei')", {"prices", "name", "shop"}),
        ("total(prices)", {"users", "name", "shop"}),
        ("assert total(prices) == 3", {"users", "prices", "name", "shop"}),
        ("found = f(name, mugs(shop))", {"users", "prices", "name"}),
    ],
)
def test_what_a_call_may_fill_is_forgotten(statement: str, left: set[str]) -> None:
    values = {"users": "{}", "prices": "[1, 2]", "name": "'Mei'", "shop": "new_shop()"}
    names: Names = {name: expression(it) for name, it in values.items()}
    forget_passed(ast.parse(statement).body[0], names)
    assert set(names) == left


@pytest.mark.parametrize(("helpers", "followed"), [(1, True), (4, True), (5, False)])
def test_helpers_that_call_helpers_are_followed_four_deep(helpers: int, followed: bool) -> None:
    chain = {"h0": function("def h0(n):\n    return n")}
    for number in range(1, helpers):
        chain[f"h{number}"] = function(f"def h{number}(n):\n    return h{number - 1}(n)")
    seen = Substitute({}, chain).visit(expression(f"h{helpers - 1}(7)"))
    assert ast.unparse(seen) == ("7" if followed else "h0(7)")
