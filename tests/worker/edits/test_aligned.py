"""Two programs side by side: each difference is one edit, and putting them in makes it right."""

from __future__ import annotations

import ast

import pytest

from course.worker.edits.aligned import aligned_edits

RIGHT = '''
def total(prices, limit=9):
    """Add up."""
    amount = 0
    for price in prices:
        if price > 0:
            amount += price
        else:
            amount -= 1
    return amount


class Shop:
    name = "Harbour"

    async def open(self, door):
        await door.unlock()
        return self.name
'''


def steps(mine: str, right: str = RIGHT) -> list[tuple[str, int]]:
    """The kind and the line of each edit that makes the program right."""
    tree, wanted = ast.parse(mine), ast.unparse(ast.parse(right))
    before = ast.dump(tree)
    found = []
    for edit in aligned_edits(tree, ast.parse(right)):
        with edit.made():
            made = ast.unparse(ast.fix_missing_locations(tree))
            compile(made, "program", "exec")
        assert ast.dump(tree) == before
        assert edit.towards
        if made == wanted:
            found.append((edit.kind, edit.line))
    return found


#  what is written instead, and the edit that takes it back
DIFFERENCES = [
    ("price > 0", "price >= 0", ("comparison", 6)),
    ("price > 0", "price", ("head", 6)),
    ("amount += price", "amount -= price", ("arithmetic", 7)),
    ("amount += price", "amount = price", ("accumulate", 7)),
    ("amount += price", "amount = amount - price", ("statement", 7)),
    ("amount -= 1", "amount = 1", ("statement", 9)),
    ("            amount += price\n", "            pass\n", ("missing_statement", 7)),
    ("    amount = 0\n", "", ("missing_statement", 4)),
    ("        else:\n            amount -= 1\n", "", ("lacks_else", 7)),
    ("    return amount\n", "    return None\n", ("answer", 10)),
    ("    return amount\n", "        return amount\n", ("dent", 10)),
    ("limit=9", "limit=8", ("parameters", 2)),
    ('"Harbour"', '"Harbor"', ("text", 14)),
    ("await door.unlock()", "door.unlock()", ("no_await", 17)),
    ("door.unlock()", "door.lock()", ("method", 17)),
    ("self.name", "self.title", ("attribute", 18)),
    ("self.name", "door.name", ("name", 18)),
    ("return self.name\n", "return self.name\n        print()\n", None),
]


@pytest.mark.parametrize(("right", "mine", "step"), DIFFERENCES)
def test_one_difference_is_one_edit(right: str, mine: str, step: tuple[str, int] | None) -> None:
    found = steps(RIGHT.replace(right, mine, 1))
    assert found[0] == (step or ("extra_statement", 19))


def test_the_names_are_the_learners() -> None:
    mine = RIGHT.replace("amount", "sum_").replace("price ", "p ").replace("= price", "= p")
    assert aligned_edits(ast.parse(mine), ast.parse(RIGHT)) == []
    wrong = ast.parse(mine.replace("p > 0", "p < 0"))
    assert [(edit.kind, edit.line) for edit in aligned_edits(wrong, ast.parse(RIGHT))] == [
        ("comparison", 6)
    ]


def test_a_statement_at_another_place_of_its_block() -> None:
    mine = "def run(x):\n    x += 1\n    y = [x]\n    x *= 2\n    return x, y\n"
    right = "def run(x):\n    y = [x]\n    x += 1\n    x *= 2\n    return x, y\n"
    assert ("order", 2) in steps(mine, right)


def test_a_function_that_does_it_in_another_way_gets_no_edits() -> None:
    mine = (
        "def between(xs, low):\n    n = 0\n    for x in xs:\n        n += x > low\n    return n\n"
    )
    right = "def between(xs, low):\n    return sum(low <= x for x in xs)\n"
    assert aligned_edits(ast.parse(mine), ast.parse(right)) == []


def test_a_way_of_its_own_gets_no_edits() -> None:
    mine = "def total(a, b):\n" + "".join(f"    print({n})\n" for n in range(20))
    assert aligned_edits(ast.parse(mine), ast.parse(RIGHT)) == []
