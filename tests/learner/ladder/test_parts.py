"""A reference in parts: nothing is lost, and what belongs together stays together."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.catalogue import package, read_exercise
from course.learner.ladder.parts import Part, code_parts, parts, together
from course.model import Exercise, RepoScript
from tests.conftest import SMALL_COURSE

SHOP = '''"""Prices of the shop."""

import math
from decimal import Decimal

RATE = Decimal("0.25")  # tax


@cached
@logged
def price(net):
    """Return the price.

    Tax is added.
    """
    # cents are whole
    total = net * (
        1 + RATE
    )

    return f"""
{total}
"""
# the end
'''


def test_what_belongs_together_is_one_piece() -> None:
    firsts = [one.text.split("\n")[0] for one in code_parts(SHOP)]
    assert firsts == [
        '"""Prices of the shop."""',
        'RATE = Decimal("0.25")  # tax',
        "@cached",
        "    # cents are whole",
        '    return f"""',
    ]
    assert [one.margin for one in code_parts(SHOP)] == [0, 0, 0, 4, 4]


def test_the_pieces_are_the_program() -> None:
    assert "".join(one.whole for one in code_parts(SHOP)) == SHOP


@given(st.lists(st.sampled_from(SHOP.splitlines()), min_size=1))
def test_of_any_text_nothing_is_lost(lines: list[str]) -> None:
    source = "\n".join(lines).strip("\n") + "\n"
    if source.strip():
        assert "".join(one.whole for one in code_parts(source)) == source


def of_kind(**fields: object) -> Exercise:
    """An exercise that differs in that from one that is written."""
    exercise = read_exercise(SMALL_COURSE / "exercises/basics/double")
    kind = fields.pop("kind", "write")
    source = msgspec.structs.replace(exercise.source, kind=kind)
    return msgspec.structs.replace(exercise, source=source, **fields)


def test_each_kind_of_reference_has_its_parts() -> None:
    program = "a = 1\n\nb = 2\n"
    assert parts(of_kind(), program) == ("a = 1\n", "\nb = 2\n")
    files = package.joined({"a.py": "x = 1\n", "b.py": "y = 1\n"})
    assert [package.split(it) for it in parts(of_kind(package=True), files)] == [
        {"a.py": "x = 1\n"}, {"b.py": "y = 1\n"},
    ]  # fmt: skip
    commands = "git add a\ngit commit"
    assert parts(of_kind(start=RepoScript(".", ())), commands) == ("git add a\n", "git commit")
    remarks = "+ a\n>> bug: it\n+ b\n>> style: that\n+ c\n"
    assert parts(of_kind(kind="review"), remarks) == (
        *("+ a\n>> bug: it\n", "+ b\n>> style: that\n+ c\n"),
    )
    assert parts(of_kind(kind="review"), "+ a\n") == ("+ a\n",)


@pytest.mark.parametrize(
    ("source", "firsts"),
    [
        ("import a\nfrom b import c\nx = 1\nimport d\n", ["import a", "x = 1", "import d"]),
        ('"""Doc."""\nimport a\nx = 1\n', ['"""Doc."""', "x = 1"]),
        ("'''Doc.'''\nfrom a import b\n", ["'''Doc.'''"]),
        ('x = 1\n"words"\nimport a\n', ["x = 1", '"words"', "import a"]),
        ('class A:\n    r"""Doc."""\n    b = 1\n', ["class A:", "    b = 1"]),
        ('def f():\n    "Doc."\n    pass\n', ["def f():", "    pass"]),
        ("async def f():\n    '''Doc.'''\n    pass\n", ["async def f():", "    pass"]),
        ('x = 1\n"""Words."""\n', ["x = 1", '"""Words."""']),
        ("@a\n@b\ndef f():\n    pass\n", ["@a", "    pass"]),
        ("# one\nx = 1\n# two\n", ["# one"]),
        ("", [""]),
        ("x = (\n", ["x = ("]),
        ("x = (\ny = 1\n", ["x = (", "y = 1"]),
    ],
)
def test_what_nobody_has_to_guess_stays_together(source: str, firsts: list[str]) -> None:
    assert [it.text.split("\n")[0] for it in code_parts(source)] == firsts


def test_how_far_in_a_statement_is_shows_its_code() -> None:
    assert Part("", "# a comment\n    b = 1").margin == 4
    assert Part("", "    # only a comment").margin == 4
    assert Part("", "\n  a\n      b").margin == 2
    assert Part("\n\n", "a").whole == "\n\na\n"
    assert together(Part("\n", "a"), Part("\n\n", "b")) == Part("\n", "a\n\n\nb")
