"""Which of a lesson's files a program uses."""

from __future__ import annotations

import pytest

from course.catalogue.beside import beside, program_of
from course.model import Example

FILES = {"prices.csv": "a,1\n", "shop.py": "open('stock.txt')\n", "stock.txt": "7\n", "b.py": ""}


@pytest.mark.parametrize(
    ("program", "used"),
    [
        ("print(open('prices.csv').read())", ["prices.csv"]),
        ('print(open("data/prices.csv").read())', ["prices.csv"]),
        ("# prices.csv is not read", []),
        ("from shop import stock", ["shop.py", "stock.txt"]),
        ("    import os, shop", ["shop.py", "stock.txt"]),
        ("import shopping", []),
        ("import os  # shop", []),
        ("import b", ["b.py"]),
        ("from b.c import d", []),
        ("___ shop", []),
    ],
)
def test_what_is_imported_or_named_and_what_that_uses(program: str, used: list[str]) -> None:
    assert list(beside(program, FILES)) == used


def test_only_a_module_is_imported() -> None:
    assert beside("import stock", {"stock.txt": "7\n"}) == {}


def test_the_program_of_a_step_that_has_none_is_empty() -> None:
    assert program_of(Example(code="print(1)")) == "print(1)"
    assert program_of("only words") == ""
