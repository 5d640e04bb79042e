"""What is read from test files: the calls and what is expected of them."""

from __future__ import annotations

import ast

import pytest

from course.checking.expectations import Expectation, Reader


def read(source: str) -> list[tuple[str, str | None]]:
    """The calls and their expectations in a test file about `answer`."""
    found = Reader(ast.parse(source), "answer").read()
    return [(each.call, each.raises or each.expected) for each in found]


def first(source: str) -> Expectation:
    """The first expectation in a test file."""
    return Reader(ast.parse(source), "answer").read()[0]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("assert f(1) == 2", [("f(1)", "2")]),
        ("assert 2 == f(1)", [("f(1)", "2")]),
        ("assert f(1) is None", [("f(1)", "None")]),
        ("assert f(1)", [("f(1)", "True")]),
        ("assert not f(1)", [("f(1)", "False")]),
        ("x = [1]\nassert f(x) == x", [("f([1])", "[1]")]),
        ("result = f(1)\nassert result == 2", [("f(1)", None), ("f(1)", "2")]),
        ("assert f(*[1, 2]) == 3", [("f(1, 2)", "3")]),
        ("assert f(**{'n': 1}) == 3", [("f(n=1)", "3")]),
        ("for n, e in [(1, 2), (3, 4)]:\n    assert f(n) == e", [("f(1)", "2"), ("f(3)", "4")]),
        ("for n, e in {1: 2}.items():\n    assert f(n) == e", [("f(1)", "2")]),
        ("with pytest.raises(ValueError):\n    f(-1)", [("f(-1)", "ValueError")]),
        ("assert f(0.1) == pytest.approx(0.3)", [("f(0.1)", "0.3")]),
        ("assert len(f(1)) == 2", [("f(1)", None)]),
        ("assert f(1) > 2", [("f(1)", None)]),
        ("assert eval('f(1)') == 2", [("f(1)", "2")]),
        ("assert f(unknown) == 2", []),
        ("xs = [1]\nxs.append(2)\nassert f(xs) == 3", []),
        ("xs = [1]\nxs += [2]\nassert f(xs) == 3", []),
    ],
)
def test_reads_the_calls_of_a_test(body: str, expected: list[tuple[str, str | None]]) -> None:
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    assert read(f"import pytest\nfrom answer import f\n\ndef test_it():\n{lines}") == expected


def test_follows_parametrize_by_name_and_value() -> None:
    source = (
        "import pytest\nfrom answer import f\nROWS = [(1, 2), pytest.param(3, 4, id='x')]\n"
        "@pytest.mark.parametrize('n, expected', ROWS)\n"
        "def test_it(n, expected):\n    assert f(n) == expected\n"
    )
    assert read(source) == [("f(1)", "2"), ("f(3)", "4")]


def test_follows_unittest_and_fixtures() -> None:
    source = (
        "import pytest, unittest\nimport answer\n"
        "@pytest.fixture\ndef xs():\n    return [1, 2]\n"
        "def test_it(xs):\n    assert answer.f(xs) == 3\n"
        "class TestF(unittest.TestCase):\n"
        "    def test_a(self):\n        self.assertEqual(answer.f(1), 2)\n"
        "    def test_b(self):\n        self.assertRaises(ValueError, answer.f, 0)\n"
    )
    assert read(source) == [
        ("answer.f([1, 2])", "3"),
        ("answer.f(1)", "2"),
        ("answer.f(0)", "ValueError"),
    ]
    assert first(source).function == "f"


def test_an_object_that_was_changed_is_not_made_anew() -> None:
    source = (
        "from answer import Cart\n"
        "def test_it():\n    cart = Cart()\n    cart.add(1)\n    assert cart.total() == 1\n"
    )
    assert {call for call, _ in read(source)} == {"Cart()"}


def test_a_star_import_brings_the_names_that_nothing_else_defines() -> None:
    source = (
        "from answer import *\ndef helper():\n    return 1\n"
        "def test_it():\n    assert f(1) == 2\n    assert helper() == 1\n    assert len([1]) == 1\n"
    )
    assert read(source) == [("answer.f(1)", "2")]


def test_awaited_calls_are_probed_with_await() -> None:
    source = (
        "import asyncio\nfrom answer import f\n"
        "def test_it():\n    assert asyncio.run(f(1)) == 2\n"
        "async def test_that():\n    assert await f(2) == 3\n"
    )
    assert read(source) == [("await f(1)", "2"), ("await f(2)", "3")]
