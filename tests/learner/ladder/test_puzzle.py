"""The Parsons problem of a reference, and what is said of an order."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.catalogue.exercises import reference
from course.learner.ladder.parts import parts
from course.learner.ladder.puzzle import (
    MOST,
    Puzzle,
    Wrong,
    _alike,
    _changed,
    _head,
    _names,
    bare,
    first_wrong,
    level_of,
    puzzle,
)
from tests.conftest import SMALL_COURSE

EXERCISES = Path(__file__).parents[3] / "exercises"
FOLDERS = sorted(file.parent for file in EXERCISES.glob("*/*/exercise.yaml"))


@pytest.mark.skipif(not FOLDERS, reason="a wheel carries its course elsewhere")
def test_of_every_exercise_the_puzzle_in_order_is_the_reference() -> None:
    made, with_mistakes, without_false = 0, 0, []
    for folder in FOLDERS:
        exercise = read_exercise(folder)
        whole = reference(exercise)
        assert "".join(parts(exercise, whole)) == whole, exercise.id
        found = puzzle(exercise)
        if found is None:
            assert exercise.is_folder or exercise.source.kind == "review", exercise.id
            continue
        made += 1
        in_order = [found.at(bare(line), level_of(line)) for line in found.right]
        assert found.program(in_order) == whole, exercise.id
        assert sorted(found.pool) == sorted([*map(bare, found.right), *found.distractors])
        assert len(found.right) <= MOST, exercise.id
        assert not set(found.distractors) & set(map(bare, found.right)), exercise.id
        if exercise.mistakes or exercise.source.kind == "fix":
            with_mistakes += 1
            without_false += [] if found.distractors else [exercise.id]
    assert made > 200
    # Its mistakes leave lines out, or indent them otherwise.
    assert without_false == ["objects/shopping_list"], with_mistakes


# ---------------------------------------------------------------- an order


def total() -> Puzzle:
    return Puzzle(
        source="def total(items):\n    a = 0\n    b = 1\n    return sum(items) + a\n",
        right=("def total(items):", "    a = 0", "    b = 1", "    return sum(items) + a"),
        gaps=("", "", "", ""),
        pool=("a = 0", "return sum(items) + b", "b = 1", "def total(items):",
              "return sum(items) + a"),
        distractors=("return sum(items) + b",),
    )  # fmt: skip


def said(placed: list[str]) -> Wrong | None:
    """What is said of an order where a program passes if it gives 3 for `[1, 2]`."""

    async def passes(source: str) -> bool:
        names: dict[str, object] = {}
        try:
            exec(source, names)
            return bool(names["total"]([1, 2]) == 3)  # type: ignore[operator]
        except Exception:
            return False

    return asyncio.run(first_wrong(total(), placed, passes))


HEAD, A, B, END = total().right


@pytest.mark.parametrize(
    ("placed", "wrong"),
    [
        ([HEAD, A, B, END], None),
        ([HEAD, B, A, END], None),
        ([HEAD, A, END], None),
        ([HEAD, END, A, B], Wrong(1, "line")),
        ([A, HEAD, B, END], Wrong(0, "line")),
        ([HEAD, A, B, "    return sum(items) + b"], Wrong(3, "line")),
        ([HEAD, A, B, "return sum(items) + a"], Wrong(3, "indentation")),
        ([HEAD, A, B], Wrong(3, "is_more")),
        ([HEAD, A, B, END, "print(1)"], Wrong(4, "no_more")),
        ([], Wrong(0, "is_more")),
    ],
)
def test_the_first_wrong_line_is_named(placed: list[str], wrong: Wrong | None) -> None:
    assert said(placed) == wrong


def test_a_line_keeps_what_is_in_its_strings() -> None:
    line = '    return """\nleft\n    right\n"""'
    made = Puzzle(f"{line}\n", (line,), ("",), (bare(line),), ())
    assert made.at(bare(line), 1) == line


def test_the_small_course_asks_as_a_learner_sees_it() -> None:
    found = puzzle(read_exercise(SMALL_COURSE / "exercises/basics/double"))
    assert found is not None
    assert set(found.pool) > {bare(line) for line in found.right}
    assert all(line == bare(line) for line in found.pool)


# ---------------------------------------------------------------- lines that belong nowhere


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("total = price + len(items)", {"total", "price", "items"}),
        ("for x in y: print('a b')", {"x", "y"}),
        ("x = (", {"x"}),
        ("'open", set()),
    ],
)
def test_the_names_that_a_line_uses(source: str, names: set[str]) -> None:
    assert _names(source) == names


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("a + b", "a + b", 1.0), ("a + b", "b - a", 2 / 3), ("x", "y", 0.0), ("", "", 0.0)],
)
def test_how_alike_two_lines_are(one: str, other: str, alike: float) -> None:
    assert _alike(one, other) == pytest.approx(alike)


def test_the_lines_that_a_wrong_solution_has_for_others() -> None:
    right = ["def f(a):", "b = a + 1", "return b"]
    wrong = '"""Wrong."""\ndef f(a):\n    b = a - 1\n    c = 7\n    return c\n'
    found = list(_changed(right, wrong, {"f", "a", "b"}))
    assert found == [(True, 0.8, "b = a - 1"), (False, 0.5, "return c")]
    assert list(_changed(right, "\n".join(right), set())) == []


def test_what_tells_a_line_from_others() -> None:
    lines = ("def f():\n    pass", "class A:\n    pass", "x = 1\ny", "@d\ndef f(): ...")
    assert [_head(line) for line in lines] == ["def f():", "class A:", *lines[2:]]
