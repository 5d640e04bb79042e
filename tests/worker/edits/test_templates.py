"""A template in a string: each place where a text is marked as safe."""

from __future__ import annotations

import ast

import pytest

from course.worker.edits.walk import edits_of


def found(source: str, kind: str) -> list[tuple[int, str, str]]:
    """The line, what is named and the program of each edit of a kind."""
    tree = ast.parse(source)
    edits = []
    for edit in edits_of(tree):
        if edit.kind == kind:
            with edit.made():
                program = ast.unparse(ast.fix_missing_locations(tree))
            edits.append((edit.line, edit.was, program))
    return edits


@pytest.mark.parametrize(
    ("page", "line", "wanted"),
    [
        ("<b>{{ name|safe }}</b>", 1, "<b>{{ name }}</b>"),
        ("{{ name | safe }}", 1, "{{ name }}"),
        ("<b>\n{{ name|safe|upper }}", 2, "<b>\n{{ name|upper }}"),
        ("{{ name|safely }}", 0, ""),
        ("a|safe", 0, ""),
    ],
)
def test_a_text_that_is_marked_as_safe(page: str, line: int, wanted: str) -> None:
    edits = found(f'PAGE = """{page}"""\n', "marked_safe")
    assert [it[0] for it in edits] == ([line] if line else [])
    assert [it[2] for it in edits] == ([f"PAGE = {wanted!r}"] if line else [])


GROUPS = """
def groups(items, n):
    group = []
    for item in items:
        group.append(item)
        if len(group) == n:
            yield group
            group = []
    yield group
"""


def test_what_is_left_after_a_loop_may_be_empty() -> None:
    line, was, program = found(GROUPS, "empty_last")[0]
    assert (line, was) == (9, "group")
    assert program.endswith("    if group:\n        yield group")
    listed = GROUPS.replace("\n    yield group\n", "\n    all.append(group)\n")
    assert [it[0] for it in found(listed, "empty_last")] == [9]
    assert found(GROUPS.replace("\n    yield group\n", "\n    yield n\n"), "empty_last") == []
    assert found(GROUPS.replace("\n    yield group\n", "\n    n = 1\n    yield group\n"),
                 "empty_last") == []  # fmt: skip
