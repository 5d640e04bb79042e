"""Edits of a function as a whole: one cause, in several places."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from course.explaining.repair import PLACES, WAYS
from course.worker.edits.pairs import first_ones, in_turns
from course.worker.edits.purposes import KINDS
from course.worker.edits.walk import edits_of


def made(source: str, kind: str) -> list[dict[str, Any]]:
    """What each edit of a kind makes of a program, by the names it defines."""
    tree = ast.parse(source)
    programs: list[dict[str, Any]] = []
    for edit in edits_of(tree):
        if edit.kind == kind:
            with edit.made():
                names: dict[str, Any] = {"line_of_edit": edit.line}
                exec(compile(ast.fix_missing_locations(tree), "f.py", "exec"), names)
            programs.append(names)
    return programs


FLAG = """
def only_one(x, xs):
    once = {start}
    for item in xs:
        if item == x:
            once = {then}
    return once
"""
AT_FIRST = """
def only_one(x, xs):
    for item in xs:
        if item == x:
            return {then}
    return {start}
"""
IN_ITS_LOOP = """
def only_one(x, xs):
    for item in xs:
        if item == x:
            return True
        else:
            return False
"""


@pytest.mark.parametrize("source", [FLAG, AT_FIRST])
@pytest.mark.parametrize("start", [True, False])
def test_a_flag_becomes_a_count(source: str, start: bool) -> None:
    programs = made(source.format(start=start, then=not start), "one_or_several")
    right = [
        it
        for it in programs
        if it["only_one"](1, [1, 2]) is True
        and it["only_one"](1, [1, 1]) is False
        and it["only_one"](1, [2]) is False
    ]
    assert right
    assert {it["line_of_edit"] for it in right} <= {5, 6}


def test_a_flag_that_is_taken_back_is_left_alone() -> None:
    source = FLAG.format(start=True, then=False) + "\n".join(
        ["def f(xs):", "    a = True", "    for x in xs:", "        a = False", "        a = True"]
    )
    assert len(made(source, "one_or_several")) == 2
    assert not made(IN_ITS_LOOP, "one_or_several")


@pytest.mark.parametrize("empty", ["0", "()", "[]"])
def test_what_comes_back_where_nothing_was_counted(empty: str) -> None:
    more = "1" if empty == "0" else f"{empty[0]}x{',' if empty == '()' else ''}{empty[1]}"
    source = (
        f"def f(xs):\n    found = {empty}\n    for x in xs:\n        found += {more}\n"
        "    if found == 9:\n        return False\n    else:\n        return True\n"
    )
    programs = made(source, "still_empty")
    assert [(it["f"]([]), it["f"]([1])) for it in programs] == [(False, True)]


def test_neighbours_are_swapped_in_as_many_passes_as_there_are_items() -> None:
    source = (
        "def f(xs):\n    for i in range(len(xs) - 1):\n        if xs[i] > xs[i + 1]:\n"
        "            xs[i], xs[i + 1] = xs[i + 1], xs[i]\n    return xs\n"
    )
    assert [it["f"]([3, 2, 1]) for it in made(source, "one_pass")] == [[1, 2, 3]]
    assert not made("def f(xs):\n    for x in xs:\n        x[0] = 1\n", "one_pass")


@pytest.mark.parametrize(
    ("head", "item"), [("for p in people:", "p"), ("for p in range(len(people)):", "people[p]")]
)
def test_what_was_chosen_in_the_loop_is_used_after_it(head: str, item: str) -> None:
    source = (
        f"def f(people):\n    oldest = people[0][1]\n    {head}\n        if {item}[1] > oldest:\n"
        f"            oldest = {item}[1]\n    return {item}[0]\n"
    )
    programs = made(source, "after_loop")
    people = [("b", 2), ("c", 3), ("a", 1)]
    assert [(it["f"](people), it["line_of_edit"]) for it in programs] == [("c", 6)]
    assert [it["f"]([("b", 2)]) for it in programs] == ["b"]


def test_the_item_at_an_index_of_what_is_worked_out_anew() -> None:
    source = (
        "def f(x):\n    for i in range(len(str(x))):\n        if i == '7':\n            return 1\n"
    )
    tree = ast.parse(source)
    kinds = [edit for edit in edits_of(tree) if edit.kind == "item_of" and edit.line == 3]
    with kinds[0].made():
        assert "if str(x)[i] == '7':" in ast.unparse(tree)


def test_one_part_decides_a_comparison_or_an_order() -> None:
    source = "def f(a, b):\n    return a > b\n"
    assert any(it["f"]((1, 5), (2, 3)) for it in made(source, "compared_whole"))
    assert not made("def f(a, b):\n    return a == b\n", "compared_whole")
    source = "def f(xs):\n    xs.sort()\n    return xs\n"
    orders = [it["f"]([(1, 5), (2, 7), (3, 6)]) for it in made(source, "measured_by")]
    assert [(2, 7), (3, 6), (1, 5)] in orders


def test_one_item_for_all_that_it_holds() -> None:
    source = "def f(xs):\n    new = ()\n    for x in xs:\n        new = new + x\n    return new\n"
    found: list[Any] = []
    for names in made(source, "item_not_list"):
        try:
            found.append(names["f"]([(1, 2)]))
        except TypeError:
            continue
    assert ((1, 2),) in found


def test_their_names_are_those_of_the_words() -> None:
    assert KINDS == WAYS <= set(PLACES)


def test_what_no_item_decided_is_said_after_the_loop() -> None:
    source = (
        "def has(x, xs):\n    for item in xs:\n        if item == x:\n            return True\n"
        "        else:\n            return False\n"
    )
    programs = made(source, "too_soon")
    assert [(it["line_of_edit"], it["has"](2, [1, 2]), it["has"](3, [1])) for it in programs][
        -1
    ] == (6, True, False)
    assert not made(source + "    return False\n", "too_soon")


def test_a_flag_that_stayed_what_it_was() -> None:
    source = "def f(xs):\n    sign = 1\n    for x in xs:\n        sign = -sign\n    return True\n"
    assert [(it["f"]([]), it["f"]([1])) for it in made(source, "still_empty")] == [(False, True)]


def test_an_assignment_the_other_way_round() -> None:
    source = "def f(xs):\n    best = 0\n    for x in xs:\n        x = best\n    return best\n"
    assert [it["f"]([1, 7]) for it in made(source, "turned_assignment")] == [7]


def test_the_other_part_of_each_is_compared() -> None:
    source = "def f(a, b):\n    return a[0] < b[0]\n"
    answers = [
        (it["f"]((1, 5), (1, 3)), it["f"]((1, 3), (1, 5))) for it in made(source, "compared_part")
    ]
    assert (True, False) in answers
    assert (False, True) in answers
    assert not made("def f(a, b):\n    return a[0] < b[1]\n", "compared_part")


def test_all_of_them_are_taken_from_the_front() -> None:
    source = "def f(xs):\n    if xs[0]:\n        return xs.pop()\n    return xs.pop()\n"
    assert [it["f"]([1, 2]) for it in made(source, "taken_from")] == [1, 2, 1]


def test_a_way_of_doing_it_is_the_first_of_two() -> None:
    tree = ast.parse(FLAG.format(start=True, then=False))
    edits = edits_of(tree)
    way = next(edit for edit in edits if edit.kind in KINDS)
    number = next(edit for edit in edits if edit.kind == "comparison")
    assert first_ones([number], edits)[0] is way
    assert first_ones([number], edits)[-1] is number
    assert first_ones([], [number]) == [number]
    before = ast.dump(tree)
    pairs = list(in_turns([way, number], lambda: edits_of(tree)[:50]))
    assert [one.kind for one, _ in pairs[:41]] == [way.kind] * 40 + ["comparison"]
    assert len(pairs) == 100
    assert ast.dump(tree) == before


def test_what_each_item_is_compared_with() -> None:
    source = (
        "def f(xs):\n    best = xs[0]\n    for x in xs:\n        if x < xs[0]:\n"
        "            best = x\n    return best\n"
    )
    answers = [it["f"]([4, 5, 6, 3]) for it in made(source, "compared_first")]
    assert 6 in answers
    assert all(it in (4, 3, 6) for it in answers)
