"""What a refactoring is measured by: complexity, length, repetition, flags."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.checking.kinds.measures import (
    _apart,
    _groups,
    complexity,
    duplicate_blocks,
    flag_arguments,
    function_lines,
    hidden_code,
)

TOOLS = Path(__file__).parents[3] / "exercises/tools-of-the-trade"


def test_measures() -> None:
    source = (TOOLS / "long_function/starter.py").read_text("utf-8")
    assert (complexity(source).value, complexity(source).where) == (11, "receipt")
    assert function_lines(source).value == 37
    assert duplicate_blocks(source).value == 2
    assert duplicate_blocks((TOOLS / "long_function/solution.py").read_text("utf-8")).value == 0


@pytest.mark.parametrize(
    "call",
    [
        "make(parcel, True)",
        "make(parcel, 'gift')",
        "make(parcel, kind='gift')",
        "make(parcel, GIFT)",
        "make(parcel, Kind.GIFT)",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        "if kind: return 1",
        "if kind == 'gift': return 1",
        "return 1 if kind else 2",
        "return MAKERS[kind](parcel)",
        "return MAKERS.get(kind)(parcel)",
        "return kind and 1",
    ],
)
def test_a_parameter_that_chooses_the_job_is_a_flag(call: str, body: str) -> None:
    source = f"def make(parcel, kind):\n    {body}\ndef label(parcel):\n    return {call}\n"
    assert flag_arguments(source).value == 1
    assert flag_arguments(source).where == "make"


def test_an_argument_that_is_only_used_is_no_flag() -> None:
    source = "def lines(parcel, title):\n    return [title, parcel]\nlines(1, 'A gift')\n"
    assert flag_arguments(source).value == 0
    asked = "def warn(grams):\n    if grams > 2: return 1\ndef f(parcel):\n    warn(parcel.grams)\n"
    assert flag_arguments(asked).value == 0


@pytest.mark.parametrize(
    "source",
    [
        "exec('x = 1')",
        "import builtins as b",
        "from importlib import import_module",
        "import types\ntypes.FunctionType",
        "getattr(x, 'exec')",
        "f.__code__ = g.__code__",
        "import marshal",
    ],
)
def test_what_runs_other_code_is_found(source: str) -> None:
    assert hidden_code(source) is not None


def test_a_regular_expression_is_not_hidden_code() -> None:
    assert hidden_code("import re\nPATTERN = re.compile('x')\n") is None


def test_a_class_body_is_a_part_of_its_function() -> None:
    assert (
        complexity("def f(a):\n    class X:\n        y = 1 if a else 2 if a + 1 else 3").value == 3
    )


def test_a_statement_that_does_nothing_parts_no_block() -> None:
    block = "    a = one(x)\n{}    b = two(a)\n{}    c = three(b)\n"
    parted = block.format("    pass\n", "    0\n")
    source = f"def f(x):\n{block.format('', '')}\ndef g(x):\n{parted}"
    assert duplicate_blocks(source).value == 1


def test_repetitions_that_overlap_are_one() -> None:
    spots = [(1, 3, 9), (0, 2, 3), (0, 0, 1), (0, 3, 4)]
    assert _apart(spots) == [(0, 0, 1), (0, 3, 4), (1, 3, 9)]
    assert _apart([]) == []


def test_windows_that_follow_each_other_are_one_repetition() -> None:
    first, second, third = [(0, 0, 1), (1, 0, 9)], [(0, 1, 2), (1, 1, 10)], [(0, 2, 3), (2, 0, 20)]
    assert _groups([second, first]) == 1
    assert _groups([third, second, first]) == 2
    assert _groups([]) == 0


def test_three_statements_with_a_call_make_a_block() -> None:
    three = "a = 1\nb = a + 2\nprint(b)\n"
    both = "def f():\n" + indent(three) + "\ndef g():\n" + indent(three)
    assert (duplicate_blocks(both).value, duplicate_blocks(both).line) == (1, 2)
    assert duplicate_blocks(both.replace("print(b)", "c = b")).value == 0
    assert duplicate_blocks(both.replace("    a = 1\n", "", 1)).value == 0


def indent(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())
