"""Edits of calls that a learner gets wrong, each in a small program: what the edit makes of it."""

from __future__ import annotations

import ast

import pytest

from course.worker.edits.walk import edits_of


def mended(source: str, kind: str) -> list[str]:
    """The programs that the edits of a kind make of one."""
    tree = ast.parse(source)
    programs: list[str] = []
    for edit in edits_of(tree):
        if edit.kind == kind:
            with edit.made():
                programs.append(ast.unparse(ast.fix_missing_locations(tree)))
    return programs


MENDS = [
    ("split_at_each", "words = line.split(' ')", "words = line.split()"),
    ("counted_from", "rows = list(enumerate(line))", "rows = list(enumerate(line, 1))"),
    ("counted_from", "rows = list(enumerate(line, 1))", "rows = list(enumerate(line))"),
    (
        "any_order",
        "for file in line.iterdir():\n        pass",
        "for file in sorted(line.iterdir()):",
    ),
    (
        "any_order",
        "for file in line.glob('*'):\n        pass",
        "for file in sorted(line.glob('*')):",
    ),
    ("moved_away", "line.rename('b.txt')", "line.rename(line.with_name('b.txt'))"),
    ("still_text", "count = found.group(1)", "count = int(found.group(1))"),
    ("still_text", "count = input()", "count = int(input())"),
    ("method", "found = re.match('a', line)", "found = re.search('a', line)"),
    ("first_taken", "line.pop(0)", "line.pop()"),
    ("file_mode", "out = open(line, 'a')", "out = open(line, 'w')"),
    ("file_mode", "out = open(line, mode='w')", "out = open(line, mode='a')"),
    ("only_true", "kept = a(b) == True", "kept = a(b)\n"),
    ("only_true", "kept = a(b) == False", "kept = not a(b)"),
    ("blank_line", "kept = line != ''", "kept = line.strip() != ''"),
    ("glued", "line += '=' + str(a) + str(b)", "line += '=' + str(a + b)"),
    ("glued", "line += str(a) + str(b)", "line += str(a + b)"),
]


@pytest.mark.parametrize(("kind", "line", "wanted"), MENDS)
def test_what_an_edit_makes(kind: str, line: str, wanted: str) -> None:
    programs = mended(f"def f(line, found, a, b):\n    {line}\n", kind)
    assert any(wanted in f"{one}\n" for one in programs)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("split_at_each", "words = line.split(';')"),
        ("split_at_each", "words = line.split()"),
        ("any_order", "for file in sorted(line.iterdir()):\n        pass"),
        ("moved_away", "line.replace('a', 'b')"),
        ("still_text", "count = int(found.group(1))"),
        ("still_text", "words = line.strip().split()"),
        ("first_taken", "line.pop(1)"),
        ("file_mode", "out = open(line, 'rb')"),
        ("only_true", "kept = a(b) == 1"),
        ("only_true", "kept = a(b) != True"),
        ("blank_line", "kept = line.strip() != ''"),
        ("blank_line", "kept = line == 'a'"),
        ("glued", "line += str(a) + '-' + str(b)"),
        ("glued", "line += str(a) * str(b)"),
    ],
)
def test_what_is_right_is_left(kind: str, line: str) -> None:
    assert not mended(f"def f(line, found, a, b):\n    {line}\n", kind)


COPIES = """
def reopened(order):
    new = order.copy()
    order["state"] = "open"
    order["seen"] = 0
    return new
"""


def test_what_changes_is_the_copy() -> None:
    (program,) = mended(COPIES, "callers_object")
    assert "new['state'] = 'open'\n    new['seen'] = 0" in program


@pytest.mark.parametrize(
    "source",
    [
        COPIES.replace("order[", "new["),
        COPIES.replace("order.copy()", "{}"),  # it is no copy
        "def f(order):\n    order['state'] = 1\n    new = order.copy()\n    return new\n",
    ],
)
def test_what_changes_is_meant(source: str) -> None:
    assert not mended(source, "callers_object")


def test_a_list_of_a_class_may_have_a_type() -> None:
    source = "class Shelf:\n    items: list[str] = []\n    def put(self, x):\n        pass\n"
    assert any("self.items = []" in one for one in mended(source, "shared_by_all"))


ONCE = """
class Tank:
    def __init__(self, level, limit):
        self.level = level
        self.limit = limit
        self.low = level < limit
"""


def test_what_is_worked_out_once_follows_what_changes_later() -> None:
    (program,) = mended(ONCE, "worked_out_once")
    names: dict[str, type] = {}
    exec(program, names)
    tank = names["Tank"](5, 3)
    assert not tank.low
    tank.level = 2
    assert tank.low


@pytest.mark.parametrize("value", ["level", "[level]", "Tank"])
def test_what_is_only_kept_is_left(value: str) -> None:
    assert not mended(ONCE.replace("level < limit", value), "worked_out_once")
