"""Tables in a string: their columns and rules, one by one, and what each edit is about."""

from __future__ import annotations

import ast

import pytest

from course.worker.edits.queries import of_queries
from course.worker.edits.tables import tables_of

RIGHT = """
    CREATE TABLE guests (
        id INTEGER PRIMARY KEY,
        mail TEXT NOT NULL UNIQUE
    );
    CREATE TABLE IF NOT EXISTS nights (
        guest INTEGER NOT NULL REFERENCES guests (id) ON DELETE CASCADE,
        day TEXT NOT NULL,
        beds INTEGER NOT NULL CHECK (beds > 0),
        PRIMARY KEY (guest, day)
    );
"""


def found(mine: str) -> list[tuple[str, int, str, str]]:
    """The kind, the line, the name and the aspect of each edit that makes it all right."""
    tree = ast.parse(f'query = """{mine}"""')
    node = next(it for it in ast.walk(tree) if isinstance(it, ast.Constant))
    edits = []
    for edit in of_queries(node, str(node.value), RIGHT, ""):
        with edit.made():
            so = "".join(str(node.value).split()) == "".join(RIGHT.split())
        if so:
            edits.append((edit.kind, edit.line, edit.was, edit.now))
    return edits


def test_tables_and_what_is_in_them() -> None:
    guests, nights = tables_of(RIGHT)
    assert (guests.name, nights.name) == ("guests", "nights")
    assert [one.name for one in nights.columns][:3] == ["guest", "day", "beds"]
    assert [one.is_rule for one in nights.columns] == [False, False, False, True]


@pytest.mark.parametrize(
    ("was", "now", "line", "column", "aspect"),
    [
        (" ON DELETE CASCADE", "", 7, "guest", "ON DELETE"),
        ("beds > 0", "beds >= 0", 9, "beds", "CHECK"),
        (" UNIQUE", "", 4, "mail", "UNIQUE"),
        ("day TEXT NOT NULL", "day TEXT", 8, "day", "NOT NULL"),
        ("day TEXT", "day INTEGER", 8, "day", "type"),
        ("id INTEGER PRIMARY KEY", "id INTEGER", 3, "id", "PRIMARY KEY"),
    ],
)
def test_a_column_that_differs(was: str, now: str, line: int, column: str, aspect: str) -> None:
    assert found(RIGHT.replace(was, now))[0] == ("table_column", line, column, aspect)


def test_a_rule_that_is_missing_or_too_many() -> None:
    rule = ",\n        PRIMARY KEY (guest, day)"
    assert found(RIGHT.replace(rule, "")) == [("table_rule", 6, "nights", "missing")]
    more = f"{rule},\n        UNIQUE (day)"
    assert found(RIGHT.replace(rule, more)) == [("table_rule", 11, "nights", "extra")]


def test_only_one_aspect_of_a_column_that_is_said_in_another_way() -> None:
    mine = RIGHT.replace("NOT NULL CHECK (beds > 0)", "CHECK (0 < beds)")
    tree = ast.parse(f'query = """{mine}"""')
    node = next(it for it in ast.walk(tree) if isinstance(it, ast.Constant))
    edits = {edit.now: edit for edit in of_queries(node, str(node.value), RIGHT, "")}
    assert list(edits) == ["CHECK", "NOT NULL", "all"]
    with edits["NOT NULL"].made():
        assert "CHECK (0 < beds) NOT NULL" in str(node.value)
