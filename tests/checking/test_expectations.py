"""What is read from test files: the calls and what is expected of them."""

from __future__ import annotations

import ast
import sys

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
        ("assert str(f(1)) == '2'", [("f(1)", "2")]),
        ("assert f(True) is False", [("f(True)", "False")]),
        ("xs = [1, 2]\ni = 1\nassert f(xs[i]) == 3", [("f(2)", "3")]),
        ("xs = []\nfill(xs)\nassert f(xs) == 2", []),
        ("xs = [1]\nxs.append(2)\nassert f(xs) == 3", []),
        ("xs = [1]\nxs += [2]\nassert f(xs) == 3", []),
        ("xs = [1]\ndel xs\nassert f(xs) == 3", []),
        ("n: int = 1\nassert f(n) == 2", [("f(1)", "2")]),
        ("n: int = f(1)", [("f(1)", None)]),
        (
            "assert f(1) == 2 and not f(2) and f(3)",
            [
                ("f(1)", "2"),
                ("f(2)", "False"),
                ("f(3)", "True"),
            ],
        ),
        ("assert repr(f(1)) == '[2]'", [("f(1)", "[2]")]),
        ("assert str(f(1)) == 'tea'", [("f(1)", None)]),
        ("assert str(f(1), 'x') == '2'", [("f(1)", None)]),
        ("assert f(1).x() == 2", [("f(1).x()", "2")]),
        ("assert f(set([1])) == 2", [("f(set([1]))", "2")]),
        ("assert f(open('x')) == 2", []),
        (
            "with pytest.raises(ValueError):\n    f(-1)\nassert f(1) == 2",
            [
                ("f(-1)", "ValueError"),
                ("f(1)", "2"),
            ],
        ),
        ("with self.assertRaisesRegex(KeyError, 'x'):\n    f(-1)", [("f(-1)", "KeyError")]),
        ("with open('x') as file:\n    f(1)", [("f(1)", None)]),
        (
            "pytest.raises(ValueError, f, 1, n=2)\nf(3)",
            [
                ("f(1, n=2)", "ValueError"),
                ("f(3)", None),
            ],
        ),
        ("pytest.raises(ValueError)\nf(3)", [("f(3)", None)]),
        ("for n in range(2):\n    f(n)", [("f(0)", None), ("f(1)", None)]),
        (f"f('{'x' * 1_997}')", []),
        (f"f('{'x' * 1_995}')", [(f"f('{'x' * 1_995}')", None)]),
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


def test_a_value_that_an_f_string_cannot_hold_loses_no_call() -> None:
    source = (
        "import pytest\nfrom answer import f\n"
        '@pytest.mark.parametrize("text", ["a\\rb"])\n'
        "def test_it(text):\n    assert f(1) == f'<{text!r}>'\n"
        "    assert f(f'<{text!r}>') == 2\n    assert f(3) == 4\n"
    )
    calls = read(source)
    assert [call for call, _ in calls if call in ("f(1)", "f(3)")] == ["f(1)", "f(3)"]
    assert ("f(3)", "4") in calls


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


@pytest.mark.parametrize(
    "name",
    ["Equal", "Is", "ListEqual", "TupleEqual", "DictEqual", "SetEqual", "MultiLineEqual",
     "SequenceEqual", "AlmostEqual"],
)  # fmt: skip
def test_every_way_in_which_unittest_compares(name: str) -> None:
    source = f"from answer import f\ndef test_it(self):\n    self.assert{name}(f(1), 2)\n"
    expectation = first(source)
    assert (expectation.call, expectation.expected) == ("f(1)", "2")
    assert expectation.tolerance == (1e-6 if name == "AlmostEqual" else None)
    assert not expectation.truth


@pytest.mark.parametrize(
    ("line", "expected", "truth"),
    [
        ("self.assertTrue(f(1))", "True", True),
        ("self.assertFalse(f(1))", "False", True),
        ("self.assertIsNone(f(1))", "None", False),
        ("assert f(1)", "True", True),
        ("assert not f(1)", "False", True),
        ("assert f(1) is True", "True", False),
        ("self.assertIn(f(1), [2])", None, False),
    ],
)
def test_what_counts_as_true_is_told_apart_from_true(
    line: str, expected: str | None, truth: bool
) -> None:
    expectation = first(f"from answer import f\ndef test_it(self):\n    {line}\n")
    assert (expectation.expected, expectation.truth) == (expected, truth)


def test_how_near_is_near_enough_is_known() -> None:
    source = "from answer import f\ndef test_it():\n    assert f(1) == approx(0.3)\n"
    assert first(source).tolerance == 1e-6
    assert first(source.replace("approx(0.3)", "0.3")).tolerance is None


def test_a_table_is_followed_for_a_hundred_rows() -> None:
    rows = [(number, number) for number in range(102)]
    marked = (
        "import pytest\nfrom answer import f\n"
        f"@pytest.mark.parametrize('n, e', {rows})\n"
        "def test_it(n, e):\n    assert f(n) == e\n"
    )
    assert read(marked) == [(f"f({n})", str(n)) for n in range(100)]
    looped = (
        f"from answer import f\ndef test_it():\n    for n, e in {rows}:\n        assert f(n) == e\n"
    )
    assert read(looped) == read(marked)


def test_each_call_knows_its_test_and_which_row_it_is() -> None:
    source = (
        "import pytest\nfrom answer import f\n"
        "@pytest.mark.parametrize('n', [1, 2])\n"
        "class TestF:\n    @pytest.mark.parametrize(('a', 'b'), [(3, 4), [5, 6]])\n"
        "    def test_it(self, n, a, b):\n        assert f(n, a) == b\n"
        "    def helper(self):\n        f(9)\n"
    )
    told = [(it.test, it.case, it.call) for it in Reader(ast.parse(source), "answer").read()]
    assert told == [
        ("TestF::test_it", 0, "f(1, 3)"), ("TestF::test_it", 1, "f(2, 3)"),
        ("TestF::test_it", 2, "f(1, 5)"), ("TestF::test_it", 3, "f(2, 5)"),
    ]  # fmt: skip


def test_a_helper_of_the_tests_is_followed_three_deep() -> None:
    source = (
        "from answer import f\n"
        "def check(n, e):\n    assert f(n) == e\n"
        "def twice(n, e):\n    check(n, e)\n    check(n + 0, e)\n"
        "def test_it():\n    check(1, 2)\n    twice(3, 4)\n"
    )
    assert read(source)[0] == ("f(1)", "2")
    assert ("f(3)", "4") in read(source)


def test_names_that_the_tests_take_and_the_calls_of_each() -> None:
    source = (
        "import answer as mine\nfrom answer import f as g, unused\n"
        "def test_it():\n    mine.h(1)\n    mine.__doc__\n    mine.x = 1\n    g(2)\n    g(3)\n"
    )
    wanted = Reader(ast.parse(source), "answer").wanted
    calls = {name: [ast.unparse(call) for call in made] for name, made in wanted.items()}
    assert calls == {"f": ["g(2)", "g(3)"], "unused": [], "h": ["mine.h(1)"]}


FILES: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "names of a class give its tables": (
        "class TestF:\n"
        "    ROWS = [1, 2]\n"
        "    MORE: list = [(3, 4)]\n"
        "    @pytest.mark.parametrize('n', ROWS)\n"
        "    def test_a(self, n):\n"
        "        f(n)\n"
        "    @pytest.mark.parametrize('n, e', MORE)\n"
        "    async def test_b(self, n, e):\n"
        "        assert f(n) == e\n",
        [("f(1)", None), ("f(2)", None), ("f(3)", "4")],
    ),
    "a fixture that returns is known by what it returns": (
        "N = 3\n"
        "@pytest.fixture\n"
        "def xs():\n"
        "    return [N]\n"
        "@pytest.fixture\n"
        "def made():\n"
        "    yield 1\n"
        "@pytest.fixture\n"
        "def nothing():\n"
        "    return\n"
        "def test_it(xs, made, nothing):\n"
        "    f(xs)\n"
        "    f(made)\n"
        "    f(nothing)\n",
        [("f([3])", None)],
    ),
    "a mark without a table, and one that is no table": (
        "@pytest.mark.parametrize('n')\n"
        "@pytest.mark.slow('n', [1, 2])\n"
        "@pytest.mark.skip\n"
        "def test_it(n=1):\n"
        "    f(2)\n"
        "    f(n)\n",
        [("f(2)", None)],
    ),
    "names in a list": (
        "@pytest.mark.parametrize(['a', 'b'], [(1, 2)])\ndef test_it(a, b):\n    f(a, b)\n",
        [("f(1, 2)", None)],
    ),
    "one name: a row is its value": (
        "@pytest.mark.parametrize(('a,'), [(1, 2), pytest.param((3, 4))])\n"
        "def test_it(a):\n"
        "    f(a)\n",
        [("f((1, 2))", None), ("f((3, 4))", None)],
    ),
    "rows that nobody knows": (
        "@pytest.mark.parametrize('a, b', [made(), (1, 2), 3])\ndef test_it(a, b):\n    f(a, b)\n",
        [("f(1, 2)", None)],
    ),
    "names that nobody knows": (
        "@pytest.mark.parametrize(NAMES, [1, 2])\ndef test_it():\n    f(7)\n",
        [("f(7)", None)],
    ),
    "names that are none": (
        "@pytest.mark.parametrize(5, [1, 2])\ndef test_it():\n    f(7)\n",
        [("f(7)", None)],
    ),
    "awaited in what raises": (
        "async def test_it():\n"
        "    async with pytest.raises(ValueError):\n"
        "        await f(1)\n"
        "    async with made() as it:\n"
        "        await f(2)\n",
        [("await f(1)", "ValueError"), ("await f(2)", None)],
    ),
    "returned": (
        "def test_it():\n    return f(1)\n",
        [("f(1)", None)],
    ),
    "two targets": (
        "def test_it():\n    a = b = 1\n    f(a)\n    x, y = 1, 2\n    f(x, y)\n",
        [("f(1, 2)", None)],
    ),
    "helpers of helpers, three deep": (
        "def check(n):\n"
        "    assert f(n) == 1\n"
        "def one(n):\n"
        "    check(n)\n"
        "def two(n):\n"
        "    one(n)\n"
        "def three(n):\n"
        "    two(n)\n"
        "def test_it():\n"
        "    check(1)\n"
        "    one(2)\n"
        "    two(3)\n"
        "    three(4)\n"
        "    f(5)\n",
        [("f(1)", "1"), ("f(2)", "1"), ("f(3)", "1"), ("f(5)", None)],
    ),
    "arguments that do not fit": (
        "def check(n, e):\n"
        "    assert f(n) == e\n"
        "def test_it():\n"
        "    check(1)\n"
        "    check(1, e=2)\n"
        "    f(3)\n",
        [("f(1)", "2"), ("f(3)", None)],
    ),
    "what is wrapped or a test is no helper": (
        "@wrapped\n"
        "def check(n):\n"
        "    f(n)\n"
        "def test_a(n):\n"
        "    f(n)\n"
        "def test_it():\n"
        "    check(1)\n"
        "    test_a(2)\n"
        "    f(3)\n",
        [("f(3)", None)],
    ),
    "which block raises": (
        "def test_it():\n"
        "    with pytest.raises():\n"
        "        f(1)\n"
        "    with pytest.warns(UserWarning):\n"
        "        f(2)\n"
        "    with open('x'), pytest.raises(KeyError):\n"
        "        with open('y'):\n"
        "            f(3)\n"
        "        f(4)\n"
        "    f(5)\n",
        [
            ("f(1)", None),
            ("f(2)", None),
            ("f(3)", "KeyError"),
            ("f(4)", "KeyError"),
            ("f(5)", None),
        ],
    ),
    "asserts that compare otherwise": (
        "def test_it():\n"
        "    assert f(1) or f(2)\n"
        "    assert 1 < f(3) < 5\n"
        "    assert f(4) != 5\n"
        "    assert f(5) is not None\n"
        "    assert f(6) in [1]\n"
        "    assert -f(7)\n",
        [
            ("f(1)", None),
            ("f(3)", None),
            ("f(4)", None),
            ("f(5)", None),
            ("f(6)", None),
            ("f(7)", None),
        ],
    ),
    "both sides, and what shows a value": (
        "def test_it():\n"
        "    assert f(1) == f(2)\n"
        "    assert 3 == len(f(3))\n"
        "    assert [f(4)] == [5]\n"
        "    assert f(5) == approx()\n"
        "    assert f(6) == pytest.approx(0.1, abs=1)\n"
        "    assert '7' == repr(f(7))\n"
        "    assert repr(f(8)) == made()\n"
        "    assert repr(len(f(9))) == '9'\n"
        "    assert f(10).x.y() == 1\n"
        "    assert f(11).x == 1\n",
        [
            ("f(1)", "f(2)"),
            ("f(3)", None),
            ("f(4)", None),
            ("f(5)", "approx()"),
            ("f(6)", "0.1"),
            ("f(7)", "7"),
            ("f(8)", None),
            ("f(9)", None),
            ("f(10)", None),
            ("f(11)", None),
        ],
    ),
    "unittest without an object": (
        "def test_it(self):\n"
        "    self.assertRaises(ValueError)\n"
        "    self.assertRaises(ValueError, f, 1, n=2)\n"
        "    f(3)\n"
        "    assertEqual(f(4), 5)\n"
        "    self.assertEqual(6, f(6))\n"
        "    self.assertTrue(g(f(7)))\n",
        [
            ("f(1, n=2)", "ValueError"),
            ("f(3)", None),
            ("f(4)", None),
            ("f(6)", "6"),
            ("f(7)", None),
        ],
    ),
    "calls in calls": (
        "def test_it():\n    g(f(1), f(2))\n    f(f(3))\n    f(x=f(4))\n    f(unknown, f(5))\n",
        [("f(1)", None), ("f(f(3))", None), ("f(x=f(4))", None)],
    ),
    "what may stand in a call": (
        "def test_it():\n"
        "    f(n=[1], m={'a': True, 'b': None})\n"
        "    f(len([1]))\n"
        "    f(str(1), list(), tuple(), dict(a=1), range(2), float(1), int('2'), frozenset())\n"
        "    f(lambda x: x)\n",
        [
            ("f(n=[1], m={'a': True, 'b': None})", None),
            (
                "f(str(1), list(), tuple(), dict(a=1), range(2), float(1), int('2'), frozenset())",
                None,
            ),
        ],
    ),
}
"""What stands in a test file after its import of `f`, and what is read of it."""


@pytest.mark.parametrize(("source", "expected"), FILES.values(), ids=FILES)
def test_what_is_read_of_a_whole_file(source: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(f"from answer import f\n{source}") == expected


def test_names_of_the_module_are_put_in_the_place_of_the_files_own() -> None:
    source = (
        "import answer as mine, other\nimport answer.part\nfrom answer import f as g, Cart\n"
        "def test_it():\n    assert mine.h(1) == 2\n    assert g(3) == mine.LIMIT\n"
        "    other.f(4)\n    Cart(mine.f(1)).add(2)\n    assert mine.Cart().total() == 5\n"
    )
    reader = Reader(ast.parse(source), "answer")
    told = [(it.call, it.function, it.expected) for it in reader.expectations]
    assert told == [
        ("answer.h(1)", "h", "2"),
        ("f(3)", "f", "mine.LIMIT"),
        ("Cart(answer.f(1))", "Cart", None),
        ("answer.Cart().total()", "total", "5"),
    ]
    names = {"f": 2, "Cart": 2, "h": 1, "LIMIT": 0}
    assert {name: len(calls) for name, calls in reader.wanted.items()} == names
    assert {name: len(made) for name, made in reader.functions.items()} == {"test_it": 1}


def test_a_file_that_is_too_deep_to_follow_expects_nothing() -> None:
    deep = ast.parse("from answer import f\ndef test_it():\n    f(1)\n")
    value: ast.expr = ast.Constant(1)
    for _ in range(sys.getrecursionlimit()):
        value = ast.UnaryOp(ast.USub(), value)
    deep.body.append(ast.Assign([ast.Name("x", ast.Store())], value))
    assert Reader(deep, "answer").expectations == ()


def test_a_call_in_a_text_is_one_of_the_learners_though_no_import_names_it() -> None:
    source = "import answer\ndef test_a():\n    assert eval('f(1)', vars(answer)) == 2\n"
    assert read(source) == [("answer.f(1)", "2")]
    assert first(source).function == "f"


def test_a_helper_that_asserts_is_read_once_for_each_of_its_calls() -> None:
    source = (
        "from answer import f\ndef agree(got, wanted):\n    assert got == wanted\n"
        "def test_a():\n    agree(f(1), 2)\n    agree(f(2), 3)\n"
    )
    assert read(source) == [("f(1)", "2"), ("f(2)", "3")]


def test_long_calls_and_long_tables_are_read_as_far_as_anybody_writes_them() -> None:
    def calls(body: str) -> list[tuple[str, str | None]]:
        return read(f"from answer import f\ndef test_a():\n    {body}\n")

    assert [call for call, _ in calls(f"f('{'x' * 1_995}')")] == [f"f('{'x' * 1_995}')"]
    assert calls(f"f('{'x' * 1_996}')") == []
    assert len(calls("for n in range(101):\n        f(n)")) == 100
    table = (
        "import pytest\nfrom answer import f\n"
        "@pytest.mark.parametrize('n', range(101))\ndef test_a(n):\n    f(n)\n"
    )
    assert [call for call, _ in read(table)][-1] == "f(99)"
