"""Other words for a program that does the same."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from course.checking.respelling import respelt

FEE = Path(__file__).parents[1] / "authoring/content/exercises/shop/test_fee/fee.py"
RIGHT = FEE.read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", range(5))
def test_other_words_are_other_code_that_does_the_same(seed: int) -> None:
    spelt = respelt(RIGHT, seed)
    assert spelt != RIGHT
    assert "Return the fee" not in spelt
    assert respelt(RIGHT, seed) == spelt != respelt(RIGHT, seed + 100)
    names: dict[str, object] = {}
    exec(spelt, names)
    assert [names["fee"](days) for days in (0, 3, 4, 9)] == [0, 0, 5, 5]  # type: ignore[operator]


def test_only_names_that_nobody_else_sees_are_others() -> None:
    source = '''
from __future__ import annotations


def parcels(weights, *, most=3):
    """Said."""
    global seen
    seen = total = 0
    import math as m
    try:
        light = [weight for weight in weights if weight < most]
        for weight in light:
            total += weight
    except TypeError as error:
        raise ValueError(str(error)) from error
    shared = m.floor(total)

    def inner():
        return shared

    return inner(), locals is not None
'''
    spelt = ast.parse(respelt(source, 3))
    assert isinstance(spelt.body[0], ast.ImportFrom)
    names = {node.id for node in ast.walk(spelt) if isinstance(node, ast.Name)}
    assert {"seen", "m", "error", "shared", "weights", "most", "weight"} <= names
    calm = source.replace("locals is not None", "True")
    renamed = {node.id for node in ast.walk(ast.parse(respelt(calm, 3))) if hasattr(node, "id")}
    assert "total" not in renamed
    assert "light" not in renamed
    found: dict[str, object] = {}
    exec(respelt(calm, 3), found)
    assert found["parcels"]([1, 2, 5]) == (3, True)  # type: ignore[operator]


def test_what_holds_its_docstring_alone_stays_code_that_runs() -> None:
    found: dict[str, object] = {}
    exec(respelt('class Empty(Exception):\n    """Nothing is left."""\n', 1), found)
    assert issubclass(found["Empty"], Exception)  # type: ignore[arg-type]
    assert "Nothing is left" not in respelt('"""Nothing is left."""\n', 1)


def kept(body: str, *names: str, around: str = "") -> list[str]:
    """Which of the names a function with that body has after it was respelt."""
    source = f"{around}def f(a, *more, k=1, **rest):\n" + "".join(
        f"    {line}\n" for line in body.splitlines()
    )
    spelt = ast.parse(respelt(source, 3))
    inside = {node.id for node in ast.walk(spelt) if isinstance(node, ast.Name)}
    return [name for name in names if name in inside]


@pytest.mark.parametrize(
    ("body", "own"),
    [
        ("x = 1\nreturn x", False),
        ("x: int = 1\nreturn x", False),
        ("for x in a: pass\nreturn x", False),
        ("x, (y, *z) = a\nreturn x + y", False),
        ("x += 1\nreturn x", False),
        ("with a as x: return x", False),
        ("return x", True),
        ("global x\nx = 1\nreturn x", True),
        ("nonlocal x\nx = 1\nreturn x", True),
        ("import x\nx = x.y\nreturn x", True),
        ("import x.y\nx = 1\nreturn x", True),
        ("from y import z as x\nx = 1\nreturn x", True),
        ("x = 1\ntry: pass\nexcept A as x: return x", True),
        ("x = 1\nmatch a:\n    case [x, *_]: return x", True),
        ("x = 1\nmatch a:\n    case [*x]: return x", True),
        ("x = 1\nmatch a:\n    case {'k': 1, **x}: return x", True),
        ("x = 1\ndef x(): pass\nreturn x", True),
        ("x = 1\nclass x: pass\nreturn x", True),
        ("x = 1\ndef g(): return x\nreturn g", True),
        ("x = 1\ndef g(x): pass\nreturn x", True),
        ("x = 1\nreturn lambda: x", True),
        ("x = 1\nreturn [x for _ in a]", True),
        ("x = 1\nreturn {x for _ in a}", True),
        ("x = 1\nreturn {x: 1 for _ in a}", True),
        ("x = 1\nreturn list(x for _ in a)", True),
        ("x = 1\ndef g():\n    global x\n    return x\nreturn x", True),
        ("x = 1\nreturn locals()", True),
        ("x = 1\nreturn vars()", True),
        ("x = 1\nreturn dir()", True),
        ("x = 1\nreturn eval('x')", True),
        ("x = 1\nreturn exec('x')", True),
        ("x = 1\nreturn globals()", True),
    ],
)
def test_which_names_are_the_functions_own(body: str, own: bool) -> None:
    assert kept(body, "x") == (["x"] if own else [])


def test_parameters_keep_their_names() -> None:
    body = "a = 1\nmore = 2\nk = 3\nrest = 4\nreturn a, more, k, rest"
    assert kept(body, "a", "more", "k", "rest") == ["a", "more", "k", "rest"]


def test_what_comes_in_besides_does_nothing() -> None:
    source = "from __future__ import annotations\nimport sys\n\n\ndef f():\n    return 1\n"
    counts = set()
    for seed in range(60):
        text = respelt(source, seed)
        blank = len(text) - len(text.lstrip("\n"))
        tree = ast.parse(text)
        first, nothing, second, function = tree.body
        assert [type(first), type(second)] == [ast.ImportFrom, ast.Import]
        assert isinstance(nothing, ast.Assign)
        assert isinstance(function, ast.FunctionDef)
        counts.add((blank, len(function.body) - 1))
    assert {blank for blank, _ in counts} == set(range(1, 9))
    assert {lines for _, lines in counts} == {1, 2, 3}
    alone = ast.parse(respelt("from __future__ import annotations\n", 1))
    assert [type(node) for node in alone.body] == [ast.ImportFrom, ast.Assign]


def test_docstrings_go_and_other_texts_stay() -> None:
    source = (
        '"""Module."""\nclass A:\n    """Class."""\n    b = "kept"\n'
        '    async def f(self):\n        """Function."""\n        return "kept too"\n'
    )
    text = respelt(source, 2)
    assert [word in text for word in ("Module", "Class", "Function", "kept", "kept too")] == [
        *[False] * 3,
        *[True] * 2,
    ]
