"""What is read off a syntax tree: where a function is left, what is never None, what is read."""

from __future__ import annotations

import ast

import pytest

from course.explaining import syntax_tree
from course.explaining.syntax_tree import Function

LEAVES = [
    "return 1",
    "raise ValueError",
    "x = 1\nreturn x",
    "if a:\n    return 1\nelse:\n    return 2",
    "if a:\n    return 1\nelif b:\n    raise E\nelse:\n    return 2",
    "with a:\n    return 1",
    "async with a:\n    return 1",
    "try:\n    return 1\nexcept E:\n    return 2",
    "try:\n    x = 1\nfinally:\n    return 2",
    "while True:\n    x = 1",
    "while 1:\n    if a:\n        return 1",
    "match a:\n    case 1:\n        return 1\n    case _:\n        return 2",
    "match a:\n    case 1:\n        return 1\n    case other:\n        return other",
]
FALLS_OFF = [
    "pass",
    "if a:\n    return 1",
    "if a:\n    return 1\nelse:\n    x = 2",
    "if a:\n    x = 2\nelse:\n    return 1",
    "for x in a:\n    return x",
    "while a:\n    return 1",
    "while 0:\n    return 1",
    "while True:\n    if a:\n        break",
    "with a:\n    x = 1",
    "try:\n    return 1\nexcept E:\n    x = 1",
    "try:\n    x = 1\nexcept E:\n    return 1",
    "match a:\n    case 1:\n        return 1",
    "match a:\n    case 1:\n        return 1\n    case _:\n        x = 2",
    "match a:\n    case _ if b:\n        return 1",
    "match a:\n    case [x] as y:\n        return 1",
    "def inner():\n    return 1",
    "break\nreturn 1",
]


def function(body: str, parameters: str = "") -> Function:
    """A function with that body."""
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    [made] = ast.parse(f"async def f({parameters}):\n{lines}").body
    assert isinstance(made, ast.AsyncFunctionDef)
    return made


@pytest.mark.parametrize("body", LEAVES)
def test_a_function_that_is_left_on_every_path(body: str) -> None:
    assert not syntax_tree.can_fall_off(function(body))


@pytest.mark.parametrize("body", FALLS_OFF)
def test_a_function_whose_end_can_be_reached(body: str) -> None:
    assert syntax_tree.can_fall_off(function(body))


def never_none(expression: str, before: str = "pass", parameters: str = "") -> bool:
    value = ast.parse(expression, mode="eval").body
    return syntax_tree.never_none(value, function(before, parameters))


@pytest.mark.parametrize(
    "expression",
    ["1", "''", "a + b", "a < b", "[]", "(1,)", "{1}", "{}", "[x for x in a]", "f'{a}'", "not a",
     "lambda: None", "1 and 2", "1 if a else 2", "a[1:]", "len(a)", "a.upper()"],
)  # fmt: skip
def test_what_is_never_none_is_known(expression: str) -> None:
    assert never_none(expression)


@pytest.mark.parametrize(
    "expression",
    ["None", "a", "a.b", "a[0]", "f()", "a.f()", "print(1)", "max(a)", "1 and None", "None or 1",
     "1 if a else None", "None if a else 1"],
)  # fmt: skip
def test_what_may_be_none_is_not_promised(expression: str) -> None:
    assert not never_none(expression)


@pytest.mark.parametrize(
    ("before", "is_known"),
    [
        ("a = 1", True),
        ("a = b = 1", True),
        ("a = 1\na = None", False),
        ("a: int = 1", True),
        ("(a := 1)", True),
        ("a, b = c", False),
        ("for a in range(3):\n    pass", True),
        ("for a in b:\n    pass", False),
        ("with b as a:\n    pass", False),
        ("b = 1", False),
        ("a = b\nb = c\nc = 1", True),
        ("a = b\nb = c\nc = d\nd = 1", False),
    ],
)
def test_a_name_is_as_sure_as_what_it_is_given(before: str, is_known: bool) -> None:
    assert never_none("a", before) is is_known
    assert not never_none("a", before, "a")


def test_returns_are_the_functions_own_and_told_apart() -> None:
    body = "if a:\n    return\nif b:\n    return None\ndef inner():\n    return 3\nreturn 4"
    one = function(body)
    assert [node.lineno for node in syntax_tree.returns(one)] == [3, 5, 8]
    assert [node.lineno for node in syntax_tree.none_returns(one)] == [3, 5]
    assert [node.lineno for node in syntax_tree.value_returns(one)] == [8]


def test_a_generator_yields_by_itself() -> None:
    assert syntax_tree.is_generator(function("yield 1"))
    assert not syntax_tree.is_generator(function("def inner():\n    yield 1"))


def test_functions_are_found_by_name_the_last_at_the_top_first() -> None:
    source = (
        "def f():\n    return 1\nclass A:\n    def f(self):\n        pass\n"
        "    def g(self):\n        pass\ndef f():\n    return 2\n"
    )
    tree = syntax_tree.parse(source)
    assert tree is not None
    assert {name: it.lineno for name, it in syntax_tree.functions_of(tree).items()} == {
        "f": 8,
        "g": 6,
    }
    assert syntax_tree.parse("def f(:") is None
    assert syntax_tree.parse("a\0b") is None


def test_parameters_that_are_never_read() -> None:
    one = function("a = 1\nd = b\nreturn lambda: c", "self, a, b, /, c, *, d, _e")
    assert syntax_tree.parameters(one) == ["self", "a", "b", "c", "d", "_e"]
    assert syntax_tree.unused_parameters(one) == ["a", "d"]


def test_loops_come_outer_first_and_those_of_other_functions_do_not() -> None:
    body = "for a in b:\n    while c:\n        pass\ndef inner():\n    for d in e:\n        pass"
    assert [node.lineno for node in syntax_tree.loops(function(body))] == [2, 3]


def test_names_that_are_read_and_names_that_get_a_value() -> None:
    target = ast.parse("a, b[c] = d").body[0]
    assert syntax_tree.names_in(target) == {"a", "b", "c", "d"}
    assert syntax_tree.stored_names(target) == {"a"}


@pytest.mark.parametrize(
    ("call", "function", "comes"),
    [
        ("digest('a')", "digest", True),
        ("digest('a')", "show", False),
        ("digest('a')", "check", False),
        ("needs('a')", "check", True),
        ("app.get('/')", "digest", True),
        ("Shop(3).take(1)", "digest", True),
        ("Shop(3)", "__eq__", True),
        ("client.get('/')", "show", True),
        ("not a call", "show", True),
    ],
)
def test_whether_a_call_may_come_to_a_function(call: str, function: str, comes: bool) -> None:
    tree = ast.parse(
        "app = App()\n"
        "def digest(key):\n    return key.encode()\n"
        "def needs(scope):\n    def check():\n        return scope\n    return check\n"
        "@app.get('/')\ndef show():\n    return digest('b')\n"
        "class Shop:\n    def take(self, n):\n        return digest(n)\n"
        "    def __eq__(self, other):\n        return True\n"
    )
    assert syntax_tree.may_come_to(call, function, tree) is comes
