"""The Parsons problem of a reference, and what is said of an order."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.catalogue.exercises import reference
from course.learner.ladder.parts import Part, code_parts, parts
from course.learner.ladder.puzzle import (
    MOST,
    Puzzle,
    Wrong,
    _alike,
    _blocks,
    _changed,
    _distractors,
    _head,
    _names,
    _with,
    bare,
    first_wrong,
    level_of,
    puzzle,
)
from course.model import Exercise
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


def test_a_line_may_stand_for_the_one_that_is_there_or_come_from_below() -> None:
    right = ["a", "b", "c", "d"]
    assert list(_with(right, 1, "c")) == [["a", "c", "b", "d"]]
    assert list(_with(right, 1, "x")) == [["a", "x", "c", "d"]]
    assert list(_with(right, 3, "x")) == [["a", "b", "c", "x"]]
    assert right == ["a", "b", "c", "d"]


def test_a_program_of_lines_has_their_gaps_and_none_above() -> None:
    made = Puzzle(
        source="the source\n", right=("a", "    b", "c"), gaps=("\n", "\n\n", ""),
        pool=("c", "b", "a"), distractors=(),
    )  # fmt: skip
    assert made.program(made.right) == "the source\n"
    assert made.program(("c", "b")) == "c\n\n\nb\n"
    assert made.program(("a", "x")) == "a\nx\n"
    assert made.at("b", 1) == "    b"
    assert made.at("b", 0) == "b"
    assert made.at("b", 2) == " " * 8 + "b"
    assert (level_of("        a"), level_of("   a"), bare("    a\n      b")) == (2, 0, "a\n  b")


def test_with_more_than_sixteen_lines_the_shortest_neighbours_are_moved_together() -> None:
    short = [Part("", f"a = {number}") for number in range(16)]
    assert _blocks(short) == short
    long = Part("", "def f():\n    pass")
    more = _blocks([long, *short])
    assert len(more) == 16
    assert more[0] == long
    assert more[1].text == "a = 0\na = 1"
    inner = [Part("", "    b = 1"), *short]
    assert _blocks(inner)[0] == inner[0], "what is further out does not go under what is further in"


def write_mistakes(folder: Path, **sources: str) -> Exercise:
    """A copy of an exercise with those known mistakes."""
    shutil.copytree(SMALL_COURSE / "exercises/basics/double", folder)
    shutil.rmtree(folder / "mistakes", ignore_errors=True)
    (folder / "mistakes").mkdir()
    for name, source in sources.items():
        (folder / "mistakes" / f"{name}.py").write_text(source, encoding="utf-8")
    return read_exercise(folder)


def test_lines_that_belong_nowhere_come_from_known_mistakes(tmp_path: Path) -> None:
    source = '"""{}"""\n\n\ndef double(n):\n    {}\n'
    exercise = write_mistakes(
        tmp_path / "double",
        adds=source.format("You add.", "return n + 2"),
        adds_too=source.format("You add.", "return n + 2"),
        thrice=source.format("You take three.", "return n * 3"),
        other=source.format("Else.", "zzz = qqq"),
    )
    made = puzzle(exercise)
    assert made is not None
    assert made.distractors == ("return n + 2",), "one for three lines at most"
    statements = code_parts("def double(n):\n    return n * 2\n")
    every = list(_distractors(exercise, statements, {bare(it.text) for it in statements}))
    assert every == ["return n + 2", "return n * 3"]


def test_lines_that_are_right_are_not_run() -> None:
    tried: list[str] = []

    async def passes(source: str) -> bool:
        tried.append(source)
        return True

    assert asyncio.run(first_wrong(total(), total().right, passes)) is None
    assert tried == []
    assert asyncio.run(first_wrong(total(), [HEAD, B, A, END], passes)) is None
    assert len(tried) == 1
