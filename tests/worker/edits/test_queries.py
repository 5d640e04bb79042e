"""SQL in a string: its clauses, one by one, and the lines of the file they are on."""

from __future__ import annotations

import ast

from course.worker.edits.queries import clauses_of, of_queries

RIGHT = """
    SELECT city, COUNT(*) FROM parcels
    LEFT JOIN vans ON vans.id = parcels.van
    WHERE late > 0
    GROUP BY city
    ORDER BY late DESC, id
"""


def found(mine: str) -> list[tuple[str, int, str, str]]:
    """The kind, the line and the clauses of each edit, and whether it makes the query right."""
    tree = ast.parse(f'query = """{mine}"""')
    node = next(it for it in ast.walk(tree) if isinstance(it, ast.Constant))
    edits = []
    for edit in of_queries(node, str(node.value), RIGHT, "f"):
        with edit.made():
            assert str(node.value).split() == RIGHT.split()
        edits.append((edit.kind, edit.line, edit.was, edit.now))
    return edits


def test_the_clauses() -> None:
    words = ["SELECT", "FROM", "LEFT JOIN", "WHERE", "GROUP BY", "ORDER BY"]
    assert [clause.words for clause in clauses_of(RIGHT)] == words
    assert "".join(clause.text for clause in clauses_of(RIGHT)).strip() == RIGHT.strip()


def test_a_clause_that_differs() -> None:
    assert found(RIGHT.replace(" DESC", "")) == [("clause", 6, "ORDER BY", "ORDER BY")]
    assert found(RIGHT.replace("LEFT ", "")) == [("clause", 3, "JOIN", "LEFT JOIN")]


def test_a_clause_that_is_missing_or_too_many() -> None:
    assert found(RIGHT.replace("    WHERE late > 0\n", "")) == [
        ("lacks_clause", 3, "LEFT JOIN", "WHERE")
    ]
    assert found(RIGHT.replace("ORDER BY", "LIMIT 3 ORDER BY")) == [("clause", 6, "LIMIT", "")]


def test_a_text_is_no_query() -> None:
    node = ast.parse("'Hello'").body[0]
    assert isinstance(node, ast.Expr)
    assert isinstance(node.value, ast.Constant)
    assert of_queries(node.value, "Hello", RIGHT, "f") == []
