"""What a file that is being written has in it, and what its values are."""

from __future__ import annotations

import ast

import pytest

from course.ui.aids.scope import parameters, scope_at

FILE = """\
import os.path as p, math
from pathlib import Path
TOTAL = 1
class Box:
    size: int = 2
    def __init__(self, width):
        self.width = width
    def grow(self, by: float = 1):
        made = "a"

class Crate(Box):
    pass
with open("a") as file:
    for line in file:
        pass
try:
    crate = Crate(2)
except OSError as error:
    pass
def price(parcel: "dict[str, int]", *rest, vat: float | None = None, **more):
    inner = [1]
    return inner
"""


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("'a'", "str"),
        ("f'{x}'", "str"),
        ("None", ""),
        ("[1]", "list"),
        ("{}", "dict"),
        ("{1}", "set"),
        ("(1,)", "tuple"),
        ("TOTAL", "int"),
        ("'a' + x", "str"),
        ("'a'[0]", "str"),
        ("[1][0]", ""),
        ("sorted(x)", "list"),
        ("Crate(1)", "Crate"),
        ("price(1)", ""),
        ("'a'.split()", "list"),
        ("'a'.upper().strip()", "str"),
        ("'a'.isdigit()", ""),
        ("[1].pop()", ""),
        ("line", "str"),
        ("unknown", ""),
    ],
)
def test_what_an_expression_is(expression: str, kind: str) -> None:
    known = scope_at(FILE.split("\n"), 0)
    assert known.type_of(ast.parse(expression, mode="eval").body) == kind


def test_names_that_can_be_used_at_a_place() -> None:
    lines = FILE.split("\n")
    outside = scope_at(lines, len(lines) - 1).names
    assert outside["p"] == "module:os.path"
    assert outside["math"] == "module:math"
    assert outside["Path"] == "from:pathlib.Path"
    assert (outside["Box"], outside["crate"], outside["file"]) == ("class:Box", "Crate", "file")
    assert {"error", "price"} <= set(outside)
    assert not {"inner", "made", "self", "parcel"} & set(outside)
    inside = scope_at(lines, lines.index("    return inner")).names
    assert (inside["parcel"], inside["vat"], inside["inner"]) == ("dict", "float", "list")
    assert (inside["rest"], inside["more"]) == ("tuple", "dict")
    method = scope_at(lines, lines.index('        made = "a"')).names
    assert (method["self"], method["by"]) == ("Box", "float")


def test_a_line_that_cannot_be_read_takes_nothing_else_along() -> None:
    assert "total" in scope_at(["total = 1", "x = total."], 1).names
    assert "total" in scope_at(["total = 1", "x = ", "y = ("], 1).names
    assert scope_at(["total = (", "x = "], 1).names == {}


def test_members_of_a_class_and_of_those_above_it() -> None:
    known = scope_at(FILE.split("\n"), 0)
    assert set(known.members("Crate")) == {"width", "size", "__init__", "grow"}
    assert known.members("Nothing") == {}


def test_arguments_that_can_be_passed_by_name() -> None:
    (function,) = ast.parse("def f(self, a, b=1, /, c=2, *, d, e=3): pass").body
    assert isinstance(function, ast.FunctionDef)
    assert parameters(function.args) == {"c": False, "d": True, "e": False}
