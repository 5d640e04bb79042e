"""What is known where an exception came: values, their types, and who raised it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from course.checking.values import UNKNOWN
from course.explaining.evidence import Evidence
from course.explaining.exception_scene import Scene, scene_of
from course.model import (
    CheckReport,
    ExceptionInfo,
    Exercise,
    ExerciseSource,
    Frame,
    TestResult,
    Verdict,
)

VARIABLES = {
    "many": "[0, 1, 2, 3, …] (900 items)",
    "pair": "(0, 1, 2, 3, …) (900 items)",
    "prices": "{0: 1, 1: 2, …} (900 items)",
    "tags": "{0, 1, 2, …} (900 items)",
    "text": "'a long text that goes on and …",
    "box": "<Box>",
    "tea": "Tea(name='a', make=<function>)",
    "words": "['tea', 'mug']",
    "price": "2.4",
}


def scene(
    source: str = "x = 1\n",
    line: int = 1,
    exception: tuple[str, str] = ("ValueError", "no"),
    *,
    frames: tuple[Frame, ...] = (),
    variables: dict[str, str] | None = None,
) -> Scene:
    """The scene of a call that stopped on a line of a program."""
    last = Frame("lesson.py", line, "f", "", VARIABLES if variables is None else variables)
    stopped = ExceptionInfo(*exception, (*frames, last))
    test = TestResult("it", "test_it", "failed", call="f(1)", exception=stopped)
    exercise = Exercise("own/x", Path(), ExerciseSource("Own", "write", "-"), "x", "", ())
    report = CheckReport("own/x", Verdict.FAILED, tests=(test,))
    evidence = Evidence(report, exercise, source)
    found = scene_of(evidence.failing[0], evidence)
    assert found is not None
    return found


def expression(text: str) -> ast.expr:
    """An expression of that text."""
    return ast.parse(text, mode="eval").body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("many", "list"),
        ("pair", "tuple"),
        ("prices", "dict"),
        ("tags", "set"),
        ("text", "str"),
        ("box", "Box"),
        ("tea", "Tea"),
        ("words", "list"),
        ("price", "float"),
        ("words[0]", "str"),
        ("unheard", None),
    ],
)
def test_the_type_is_told_by_what_is_shown_of_a_value(name: str, kind: str | None) -> None:
    assert scene().kind_of(expression(name)) == kind


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("len(many)", 900),
        ("len(many) - 1", 899),
        ("len(prices) + len(tags)", 1800),
        ("len(words)", 2),
        ("len(words[0])", 3),
        ("len(words[0]) + len(words)", 5),
        ("len(words[0], 1)", UNKNOWN),
        ("len(box)", UNKNOWN),
        ("size(words)", UNKNOWN),
        ("math.ceil(price)", 3),
        ("math.floor(price)", 2),
        ("ceil(price)", 3),
        ("math.ceil(len(many) / 7)", 129),
        ("math.ceil(words)", UNKNOWN),
        ("math.ceil(1e999)", UNKNOWN),
        ("many", UNKNOWN),
    ],
)
def test_a_size_is_known_where_the_items_are_not(text: str, value: Any) -> None:
    assert scene().value(expression(text)) == value


@pytest.mark.parametrize(
    ("line", "exception", "variables", "is_made"),
    [
        ("raise error", ("ValueError", "x"), {"error": "ValueError('x')"}, True),
        ("raise error", ("ValueError", "x"), {"error": "KeyError('x')"}, False),
        ("raise errors[0]", ("ValueError", "x"), {"errors[0]": "ValueError('x')"}, False),
        ("raise", ("ValueError", "x"), {}, False),
        ("raise ValueError", ("ValueError", ""), {}, True),
        ("raise KeyError(name)", ("KeyError", "'tea'"), {"name": "'tea'"}, True),
        ("raise make(name)", ("KeyError", "'tea'"), {"name": "'tea'"}, True),
        ("raise make(name)", ("KeyError", "'mug'"), {"name": "'tea'"}, False),
        ("raise KeyError(names[0])", ("KeyError", "'tea'"), {"names": "['a']"}, False),
        ("raise KeyError(name)", ("KeyError", "'tea'"), {}, True),
        ("raise ValueError(f'no {int(n)} there')", ("ValueError", "no 3 there"), {}, True),
        ("raise ValueError(f'no {int(n)} there')", ("ValueError", "invalid literal"), {}, False),
        ("raise ValueError(f'a {int(n)}')", ("ValueError", "a 3"), {}, False),
        ("raise ValueError('no %d!' % int(n))", ("ValueError", "no 3!"), {}, True),
        ("raise ValueError('(no) ' + str(n))", ("ValueError", "(no) 3"), {}, True),
    ],
)
def test_whether_the_raise_made_it_or_did_not_come_so_far(
    line: str, exception: tuple[str, str], variables: dict[str, str], is_made: bool
) -> None:
    assert scene(f"{line}\n", exception=exception, variables=variables).made_by_raise is is_made


def test_the_function_of_a_line() -> None:
    source = "def outer(x):\n    y = 1\n    def f(x): return x.y\n    return f\n"
    at = {line: scene(source, line) for line in (1, 2, 3, 4)}
    functions = [it.function.name if it.function else None for it in at.values()]
    assert functions == ["outer", "outer", "outer", "outer"]
    assert [it.name for it in at[3].outer_functions] == ["outer"]
    assert [type(it.statement).__name__ for it in at.values()] == [
        "FunctionDef",
        "Assign",
        "Return",
        "Return",
    ]
    alone = scene("def f(x): return x.y\n")
    assert alone.function is not None
    assert scene("x = 1\ny = 2\n", 2).function is None


def test_what_is_passed_in_and_called() -> None:
    source = "def f(make, names):\n    for each in names:\n        make(each(g(1)))\n"
    assert scene(source, 3).called_variables == ["make", "each"]
    assert scene("print(g(1))\n").called_variables == []


def test_values_are_listed_up_to_four() -> None:
    values = {name: str(number) for number, name in enumerate("abcde")}
    there = scene("x = a + b + c + d + e\n", variables=values)
    assert there.values_there() == "There, `a` is `0`, `b` is `1`, `c` is `2` and `d` is `3`."
    assert scene("x = z\n", variables=values).values_there() == ""


def test_the_first_and_the_last_call_of_a_recursion() -> None:
    first = Frame("lesson.py", 1, "f", "", {"n": "3"})
    other = Frame("lesson.py", 1, "g", "", {"n": "9"})
    last = {"n": "0"}
    both = scene(frames=(other, first), variables=last).first_and_last_variables()
    assert both == ({"n": "3"}, {"n": "0"})
    assert scene(frames=(other,), variables=last).first_and_last_variables() == ({}, {})
