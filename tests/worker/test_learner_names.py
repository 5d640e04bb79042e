"""Which names of a test file are the learner's."""

from __future__ import annotations

import ast

import pytest

from course.worker.learner_names import (
    imported_modules,
    imported_names,
    imports,
    is_in,
    module_aliases,
)

TREE = ast.parse(
    "import json, shop.prices as prices\n"
    "import shop as mine\n"
    "from shop import total, find as search\n"
    "from shop import *\n"
    "from shop.stock import count\n"
    "from shopping import basket\n"
    "from . import beside\n"
    "def test_it():\n"
    "    from pathlib import Path\n"
)


def test_names_come_from_the_module_itself() -> None:
    assert imported_names(TREE, "shop") == [("total", "total"), ("search", "find")]
    assert module_aliases(TREE, "shop") == {"mine"}


def test_other_modules_are_those_outside_the_learners_package() -> None:
    assert imported_modules(TREE, "shop") == ["json", "pathlib", "shopping"]


@pytest.mark.parametrize(
    ("statement", "does"),
    [
        ("import shop", True),
        ("import json, shop.prices", True),
        ("from shop.stock import count", True),
        ("import shopping", False),
        ("from .shop import total", False),
        ("shop = 1", False),
    ],
)
def test_a_statement_imports_the_learners_module(statement: str, does: bool) -> None:
    assert imports(ast.parse(statement).body[0], "shop") is does


def test_a_module_of_the_package_is_in_it() -> None:
    assert is_in("shop", "shop")
    assert is_in("shop.stock", "shop")
    assert not is_in("shopping", "shop")
    assert not is_in(None, "shop")
