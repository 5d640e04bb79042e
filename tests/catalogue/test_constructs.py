"""The language of rules: which constructs a program uses and where first."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from course.catalogue.constructs import constructs, is_construct


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("for x in y: pass", {"for_loop", "loop"}),
        ("while True: break", {"while_loop", "loop", "break"}),
        ("if a: pass\nelif b: pass\nelse: pass", {"if", "elif", "else"}),
        ("sorted(x, key=len)", {"call:sorted", "keyword_argument"}),
        ("x.append(1)", {"method:append", "call:x.append"}),
        ("import re\nfrom os.path import join", {"import:re", "import:os.path.join"}),
        ("7 // 2 ** 3 % 4", {"op://", "op:**", "op:%"}),
        ("def f(a, *, b=1): return f(a)", {"def", "keyword_only", "default_parameter"}),
        ("def f(a): return f(a)", {"def", "recursion"}),
        ("class A:\n    def m(self): return self.m()", {"class", "recursion"}),
        ("[x for x in y if x not in z]", {"list_comprehension", "in"}),
        ("a < b < c and not d", {"comparison_chain", "and", "not", "op:<"}),
        ("x, y = 1.5, {}", {"tuple_unpacking", "literal:float", "literal:dict"}),
        ("try: pass\nexcept (KeyError, OSError): raise ValueError(1)\nfinally: pass",
         {"try", "catches:KeyError", "catches:OSError", "raises:ValueError", "finally"}),
        ("async def f():\n    async with a: await b", {"async_def", "async_with", "await"}),
        ("@property\ndef f(self) -> int: ...", {"decorator", "decorator:property", "annotation"}),
        ("match a:\n    case 1: pass", {"match"}),
        ('f"{a}"', {"f_string"}),
    ],
)  # fmt: skip
def test_names_what_a_program_uses(source: str, expected: set[str]) -> None:
    assert expected <= set(constructs(source))


def test_an_if_inside_an_else_is_no_elif() -> None:
    assert "elif" not in constructs("if a:\n    pass\nelse:\n    if b:\n        pass")


def test_tells_the_first_line() -> None:
    assert constructs("x = 1\nfor a in b:\n    sorted(a)\nsorted(b)")["call:sorted"] == 3


def test_everything_that_is_found_is_in_the_language() -> None:
    for module in (Path(ast.__file__), Path(__file__)):
        unknown = {name for name in constructs(module.read_text()) if not is_construct(name)}
        assert unknown == set()


@pytest.mark.parametrize("name", ["for_lop", "call:", "calls:sorted", ""])
def test_a_misspelt_rule_is_no_construct(name: str) -> None:
    assert not is_construct(name)
