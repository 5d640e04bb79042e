"""What is wrong with code before it runs: what Python cannot read, names that nothing defines."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.ui.aids.marks import marks

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        ("pritn(1)\n", [(0, "pritn")]),
        ("def f(a):\n    return a + b\n", [(1, "b")]),
        ("total = 0\ndef f():\n    return total\n", []),
        ("def f():\n    total = 1\n    return total\nprint(total)\n", [(3, "total")]),
        ("def f():\n    return later()\ndef later():\n    return f\n", []),
        ("def f():\n    global made\n    made = 1\nprint(made)\n", []),
        ("import math\nfrom os import path as p\nprint(math, p, os)\n", [(2, "os")]),
        ("class Box:\n    size = 1\n    area = size * sise\n", [(2, "sise")]),
        ("class Box:\n    size = 1\n    def f(self):\n        return size\n", [(3, "size")]),
        ("print([x for x in range(3)], x)\n", [(0, "x")]),
        ("print([x * y for x in range(3)])\n", [(0, "y")]),
        ("try:\n    pass\nexcept ValueError as e:\n    print(e)\n", []),
        ("for n in range(3):\n    print(n)\nprint(n)\n", []),
        ("if (n := 3) > 2:\n    print(n, __name__, __file__)\n", []),
        ("with open('a') as f:\n    print(f)\n", []),
        ("match 1:\n    case n:\n        print(n)\n", []),
        ("from math import *\nprint(sqrt(2), nothing)\n", []),
        ("print('ü', nmae)\n", [(0, "nmae")]),
        ("x = lambda a: a + c\n", [(0, "c")]),
        ("def f(a: Lits) -> int:\n    b: Whatever = 1\n    return b\n", [(0, "Lits")]),
        ("@cached\ndef f():\n    pass\n", [(0, "cached")]),
        ("print(f'{nam}')\n", [(0, "nam")]),
        ("", []),
        ("# nothing\n", []),
    ],
)
def test_names_that_nothing_defines_are_marked_where_they_are(
    source: str, marked: list[tuple[int, str]]
) -> None:
    lines = source.split("\n")
    found = marks(source)
    assert [(it.row, lines[it.row][it.start : it.end]) for it in found] == marked
    assert all(name in it.words for it, (_, name) in zip(found, marked, strict=True))


@pytest.mark.parametrize(
    ("source", "row", "words"),
    [
        ("if True\n    pass\n", 0, "expected ':'"),
        ("x = 1\nprint('a)\n", 1, "unterminated string literal"),
        ("x = (1,\n", 0, "'(' was never closed"),
        ("def f():\nreturn 1\n", 1, "expected an indented block"),
        ("x = = 2\n", 0, "invalid syntax"),
        ("return 1\n", 0, "'return' outside function"),
        ("x = “a”\n", 0, "invalid character"),
    ],
)
def test_what_python_cannot_read_is_marked_in_its_own_words(
    source: str, row: int, words: str
) -> None:
    (found,) = marks(source)
    assert found.row == row
    assert words in found.words
    assert 0 <= found.start < found.end


def test_names_that_are_given_are_known() -> None:
    assert not marks("print(parcels)\n", frozenset({"parcels"}))


@pytest.mark.parametrize("source", ["x = 1\0", "(" * 3_000, "a" * 200_000, "-" * 40_000 + "1"])
def test_what_no_compiler_takes_is_left_alone(source: str) -> None:
    assert len(marks(source)) <= 1


def test_nothing_is_marked_in_code_that_is_right() -> None:
    files = sorted(Path(ROOT, "exercises").glob("*/*/solution.py"))
    assert len(files) > 100
    for file in files[::6]:
        assert marks(file.read_text(encoding="utf-8")) == (), file
