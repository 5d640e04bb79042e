"""Expressions of a test as source with the values that names had."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from course.worker.written import literal, write


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.5, "1.5"),
        (float("inf"), "float('inf')"),
        ("a", "'a'"),
        ("x" * 401, None),
        ([1, (2,), {3}, {"a": None}], "[1, (2,), {3}, {'a': None}]"),
        ((), "()"),
        ((1, 2), "(1, 2)"),
        (set(), "set()"),
        ({2, 1}, "{1, 2}"),
        ([object()], None),
        ({"a": object()}, None),
        (list(range(60)), repr(list(range(60)))),
        (list(range(61)), None),
        ([[[[[[1]]]]]], "[[[[[[1]]]]]]"),
        ([[[[[[[1]]]]]]], None),
        (["x" * 300, "y" * 300], None),
    ],
)
def test_plain_data_is_written_and_nothing_else(value: Any, text: str | None) -> None:
    assert literal(value) == text


def written(source: str, namespace: dict[str, Any], **made: str) -> str:
    def tree(text: str) -> ast.expr:
        return ast.parse(text, mode="eval").body

    return write(tree(source), namespace, {name: tree(text) for name, text in made.items()})


def test_names_are_replaced_by_their_values_but_not_what_is_called() -> None:
    names = {"total": sum, "items": [1, 2], "rate": 0.5, "len": 9, "order": object()}
    assert written("total(items, rate=rate)", names) == "total([1, 2], rate=0.5)"
    assert written("len(items)", names) == "len([1, 2])"
    assert written("items.count(rate)", names) == "[1, 2].count(0.5)"
    assert written("order.total", names) == "order.total"
    assert written("other", names) == "other"


def test_a_name_is_written_as_it_was_made() -> None:
    names = {"order": object(), "items": [1]}
    assert written("order.total()", names, order="Order(items)") == "Order([1]).total()"
    assert written("order", names, order="change(order)") == "change(order)"


def test_what_is_too_long_is_written_with_its_names() -> None:
    names = {f"v{number}": "x" * 300 for number in range(9)}
    source = f"f({', '.join(names)})"
    assert written(source, names) == source
