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
