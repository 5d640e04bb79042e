"""Sources that Python cannot read: each as a beginner writes it, with the words it must get."""

from __future__ import annotations

import ast

import pytest
from syrupy.assertion import SnapshotAssertion

from course.explaining.syntax import syntax_problem
from tests.explaining.as_it_was import as_it_was

#  what is wrong, the source, the line, words that must be in the text
CASES = [
    ("colon_missing", "def area(w, h)\n    return w * h\n", 1, "`def` and needs a colon"),
    ("colon_missing", "x = 3\nif x > 2\n    print(x)\n", 2, "`if` and needs a colon"),
    ("colon_missing", "for n in [1, 2]\n    print(n)\n", 1, "`for`"),
    ("colon_missing", "while True\n    pass\n", 1, "`while`"),
    ("colon_missing", "x = 1\nif x:\n    pass\nelse\n    pass\n", 4, "`else`"),
    ("colon_missing", "class Cart\n    pass\n", 1, "`class`"),
    ("colon_missing", "if x == {1: 2}\n    pass\n", 1, "`if`"),
    ("bracket_unclosed", "print(max(1, 2)\nx = 3\n", 1, "`(` on line 1"),
    ("bracket_unclosed", "prices = [1, 2\nprint(prices)\n", 1, "`[` on line 1"),
    ("bracket_unclosed", "def f(a, b:\n    return a\n", 1, "never closed"),
    ("bracket_too_many", "print(max(1, 2)))\n", 1, "a `)` too many"),
    ("bracket_mismatch", "prices = [1, 2)\n", 1, "closes with `)`"),
    ("text_unclosed", 'name = "Ada\nprint(name)\n', 1, "not closed"),
    ("text_unclosed", "print('it's late')\n", 1, "apostrophe"),
    ("text_unclosed", '"""A module.\n\nx = 1\n', 1, "three quotes"),
    ("single_equals", "x = 3\nif x = 3:\n    print(x)\n", 2, "`==`"),
    ("single_equals", "while done = False:\n    pass\n", 1, "`==`"),
    ("single_equals", "if len(x) = 0:\n    pass\n", 1, "`==`"),
    ("else_if", "x = 1\nif x:\n    pass\nelse if x == 2:\n    pass\n", 4, "`elif`"),
    ("else_if", "x = 1\nif x:\n    pass\nelseif x == 2:\n    pass\n", 4, "`elif`"),
    ("else_condition", "x = 1\nif x:\n    pass\nelse x == 2:\n    pass\n", 4, "no condition"),
    ("block_missing", "def f():\nprint(1)\n", 2, "indented further"),
    ("block_missing", "for n in [1]:\n", 1, "indented further"),
    ("block_missing", "if True:\n    # nothing yet\nx = 1\n", 3, "indented further"),
    ("indent_unexpected", "x = 1\n  y = 2\n", 2, "indented further than"),
    ("indent_mismatch", "if True:\n        x = 1\n    y = 2\n", 3, "not under any line"),
    ("tabs_and_spaces", "if True:\n        x = 1\n\ty = 2\n", 3, "tabs"),
    ("old_print", 'print "hello"\n', 1, "parentheses"),
    ("old_print", "x = 1\nprint x\n", 2, "parentheses"),
    ("misspelt_keyword", "def f(x):\n    retrun x\n", 2, "Did you mean `return`"),
    ("misspelt_keyword", "fro n in [1]:\n    print(n)\n", 1, "Did you mean `for`"),
    ("misspelt_keyword", "whlie True:\n    pass\n", 1, "Did you mean `while`"),
    ("misspelt_keyword", "x = 1\nif x:\n    pass\nesle:\n    pass\n", 4, "Did you mean `else`"),
    ("misspelt_keyword", "Def f(x):\n    return x\n", 1, "Did you mean `def`"),
    ("misspelt_keyword", "imprt math\n", 1, "Did you mean `import`"),
    ("curly_quote", "print(“hello”)\n", 1, "straight quotes"),
    ("curly_quote", "name = ‘Ada’\n", 1, "straight quotes"),  # noqa: RUF001
    ("long_dash", "x = 5 – 3\n", 1, "long dash"),  # noqa: RUF001
    ("invisible_character", "def f():\n\u00a0   return 1\n", 2, "invisible"),
    ("invisible_character", "x\u200b = 1\n", 1, "invisible"),
    ("look_alike", "print（1）\n", 1, "Python writes"),  # noqa: RUF001
    ("look_alike", "x = 3 × 4\n", 1, "Python writes"),  # noqa: RUF001
    ("fence_pasted", "```python\nx = 1\n```\n", 1, "delete it"),
    ("prompt_pasted", ">>> x = 1\n", 1, "prompt"),
    ("foreign_sign", "if a && b:\n    pass\n", 1, "`and`"),
    ("foreign_sign", "if a || b:\n    pass\n", 1, "`or`"),
    ("foreign_sign", "if !done:\n    pass\n", 1, "`not`"),
    ("foreign_sign", "if a =< b:\n    pass\n", 1, "`<=`"),
    ("foreign_sign", "if a => b:\n    pass\n", 1, "`>=`"),
    ("foreign_sign", "count++\n", 1, "`+= 1`"),
    ("foreign_sign", "if x > 1 {\n    y = 2\n", 1, "not braces"),
    ("foreign_sign", "if a = = b:\n    pass\n", 1, "space inside"),
    ("foreign_word", "if x > 3 then:\n    pass\n", 1, "`then`"),
    ("foreign_word", "function area(w):\n    return w\n", 1, "`def`"),
    ("foreign_word", "int x = 3\n", 1, "leave it out"),
    ("foreign_word", "for (i = 0; i < 3; i += 1):\n    pass\n", 1, "`for ... in ...:`"),
    ("for_without_in", "for n of [1, 2]:\n    pass\n", 1, "the word `in`"),
    ("def_brackets", "def f:\n    return 1\n", 1, "parentheses"),
    ("def_name", "def (x):\n    return x\n", 1, "no name"),
    ("def_name", "def find-sku(x):\n    return x\n", 1, "where a name belongs"),
    ("parameter_value", 'def f("x"):\n    return 1\n', 1, "Names belong there"),
    ("default_order", "def f(a=1, b):\n    return a\n", 1, "default"),
    ("reserved_word", "class = 3\n", 1, "keeps that word for itself"),
    ("reserved_word", "def pass(x):\n    return x\n", 1, "keeps that word for itself"),
    ("name_with_digit", "2nd = 3\n", 1, "cannot begin with a digit"),
    ("name_with_digit", "area = 2x + 1\n", 1, "an operator"),
    ("leading_zero", "x = 007\n", 1, "cannot begin with 0"),
    ("assign_to_value", "f(x) = 3\n", 1, "a call"),
    ("assign_to_value", "5 = x\n", 1, "a value"),
    ("assign_to_value", "a + b = c\n", 1, "a calculation"),
    ("cut_off", "total = 3 +\nprint(total)\n", 1, "stops after `+`"),
    ("cut_off", "x =\n", 1, "stops after `=`"),
    ("cut_off", "if x == :\n    pass\n", 1, "a value is missing"),
    ("condition_missing", "if:\n    pass\n", 1, "condition"),
    ("comma_missing", "prices = [1 2 3]\n", 1, "Are commas missing"),
    ("comma_missing", 'print("Total" total)\n', 1, "nothing between"),
    ("comma_missing", 'print(total "euro")\n', 1, "nothing between"),
    ("comma_missing", "x = a b\n", 1, "nothing between"),
    ("import_order", "import sqrt from math\n", 1, "wrong way round"),
    ("lonely_branch", "x = 1\nelse:\n    pass\n", 2, "does not belong to any `if`"),
    ("lonely_branch", "if True:\n    x = 1\ny = 2\nelif y:\n    pass\n", 4, "`elif`"),
    ("try_alone", "try:\n    x = 1\ny = 2\n", 1, "no `except`"),
    ("return_outside", "def f(x):\n    y = x\nreturn y\n", 3, "outside every function"),
    ("break_outside", "x = 1\nif x:\n    break\n", 3, "not inside a loop"),
    ("await_outside", "def f():\n    await g()\n", 2, "`async def`"),
    ("f_string_brackets", 'name = "a"\nprint(f"{name")\n', 2, "has no `}`"),
    ("f_string_brackets", 'print(f"{}")\n', 1, "nothing between"),
    ("def_brackets", "def f{x}:\n    return 1\n", 1, "no parentheses"),
    ("parameter_twice", "def f(a, a):\n    return a\n", 1, "twice"),
]


@pytest.mark.parametrize(("name", "source", "line", "words"), CASES, ids=range(len(CASES)))
def test_says_what_is_wrong_and_where(
    name: str, source: str, line: int, words: str, snapshot: SnapshotAssertion
) -> None:
    told = syntax_problem(source)
    assert told is not None
    assert (told.name, told.line) == (name, line), told.text
    assert words in told.text
    assert as_it_was(snapshot, told.text)
    assert told.kind == "cannot_start"
    assert told.text.endswith((".", "?"))


GOOD = [
    "x = {1: 2}\n",
    "if (a := 1) == 1:\n    pass\n",
    "def f(*args, key=None, **rest) -> dict[str, int]:\n    return {}\n",
    "print('it\\'s', \"a\" 'b', f'{1:>3}')\n",
    "x = '''\nthree\n''' # a comment (\n",
    "match = 1\nprint(match)\n",
    "",
]


@pytest.mark.parametrize("source", GOOD)
def test_says_nothing_of_a_file_that_python_can_read(source: str) -> None:
    assert syntax_problem(source) is None


def test_the_first_problem_is_told_where_a_later_line_has_one_too() -> None:
    told = syntax_problem("def f(x)\n    return x\n\nprint(f(1)\n")
    assert told is not None
    assert told.line == 1


@pytest.mark.parametrize("cut", range(1, 240, 3))
def test_something_is_said_of_every_half_written_file(cut: int) -> None:
    source = (
        "def totals(orders):\n    result = {}\n    for name, amount in orders:\n"
        "        if name not in result:\n            result[name] = []\n"
        '        result[name].append(f"{amount:.2f}")\n    return result\n\n\n'
        "print(totals([('Ada', 1)]))\n"
    )[:cut]
    told = syntax_problem(source)
    try:
        compile(source, "half", "exec", ast.PyCF_ONLY_AST)
    except SyntaxError:
        assert told is not None
        assert told.line is not None
        assert 1 <= told.line <= source.count("\n") + 1


@pytest.mark.parametrize(
    "source",
    [
        "(" * 3000,
        "x = " + "-" * 50_000 + "1",
        "x = 1" + " + 1" * 20_000,
        "[" * 90 + "]" * 90,
        "\\",
        # Once each of these took minutes, in which the app stood still.
        "1" * 200_000,
        "x" * 200_000 + "] = input('Name? ')\n",
    ],
)
def test_survives_sources_that_no_one_writes(source: str) -> None:
    syntax_problem(source)
