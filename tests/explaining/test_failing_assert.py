"""What the line looks at on which a test failed."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.explaining.failing_assert import About, asserted, changes_are_wanted, stops_at_call
from course.model import Exercise, ExerciseSource, TestResult


def looked_at(
    folder: Path, lines: str, expected: str = "[1]"
) -> tuple[str, About, bool, bool] | None:
    """What is said of the last line of a test."""
    exercise, test = failed_at_end(folder, lines, expected)
    found = asserted(exercise, test)
    return found and (found.text, found.about, found.of_test, found.unchanged)


def failed_at_end(folder: Path, lines: str, expected: str = "[1]") -> tuple[Exercise, TestResult]:
    """An exercise with a test of these lines, which failed at the last one."""
    source = f"from lesson import Basket, f, make\n\ndef test_it():\n    {lines}\n"
    file = folder / "test_lesson.py"
    file.write_text(source.replace("; ", "\n    "), encoding="utf-8")
    exercise = Exercise(
        "own/lesson", folder, ExerciseSource("Own", "write", "-"), "lesson", "", (file,)
    )
    last = 4 + lines.count("; ")
    test = TestResult("it", "test_it", "failed", got="[2]", expected=expected, line=last)
    return exercise, test


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("assert f([1]) == [1]", ("f([1])", "value", False, False)),
        ("found = f([1]); assert found == [1]", ("f([1])", "value", False, False)),
        ("assert len(f([1])) == 1", ("len(f([1]))", "other", False, False)),
        ("xs = [1]; f(xs); assert xs == [1]", ("xs", "argument", False, True)),
        ("xs = [3]; f(xs); assert xs == [1]", ("xs", "argument", False, False)),
        ("a = make(3); assert [a(), a()] == [1]", ("[a(), a()]", "argument", False, False)),
        (
            "a = make(3); a.size = 4; assert a.size == [1]",
            ("a.size", "argument", False, False),
        ),
        (
            "assert [x for x in f([1])] == [1]",
            ("[x for x in f([1])]", "other", True, False),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_test_looks_at(
    tmp_path: Path, lines: str, wanted: tuple[str, About, bool, bool]
) -> None:
    assert looked_at(tmp_path, lines) == wanted


@pytest.mark.parametrize(
    ("lines", "call", "is_there"),
    [
        ("total = Basket(1) + Basket(2)", "Basket(1)", True),
        ("basket = Basket(1); assert len(basket) == 1", "Basket(1)", False),
        ("basket = Basket(1); basket.add(2)", "basket.get(1)", False),
        ("assert make(3)(f)('a') == 1", "make(3)(f)", True),
        ("assert await_it(client.get('/')) == 1", "await client.get('/')", True),
        ("if f(1):; pass", "f(1)", True),
    ],
)
def test_whether_the_test_stopped_at_that_call(
    tmp_path: Path, lines: str, call: str, is_there: bool
) -> None:
    exercise, test = failed_at_end(tmp_path, lines.replace(":; ", ":;     "))
    assert stops_at_call(exercise, test, call) is is_there


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("xs = [1]; f(xs); assert xs == [1]", False),
        ("xs = [3]; f(xs); assert xs == [1]", True),
        ("xs = []; f(xs); assert xs == make(1)", False),
        ("xs = make(1); f(xs); assert xs == [1]", False),
        ("assert f([1]) == [1]", False),
        ("xs = [3]; f(xs); assert xs != [1]", False),
        ("xs = [3]; f(xs); assert xs", False),
        ("xs = [3]; f(xs); assert 0 < xs == [1]", False),
        ("xs = [3]; f(xs); assert xs == [3]; ys = []; f(ys); assert ys == [1]", True),
        ("xs = ys = [3]; f(xs); assert xs == [1]", False),
        ("ys = [3]; xs = make(ys); f(xs); assert xs == [1]", False),
    ],
)
def test_whether_an_argument_should_be_another_after_the_call(
    tmp_path: Path, lines: str, wanted: bool
) -> None:
    exercise, _ = failed_at_end(tmp_path, lines)
    assert changes_are_wanted(exercise) is wanted


def test_files_that_cannot_be_read_ask_for_nothing(tmp_path: Path) -> None:
    exercise, _ = failed_at_end(tmp_path, "xs = [3]; f(xs); assert xs == [1]")
    (tmp_path / "test_first.py").write_text("def test_it(:\n", encoding="utf-8")
    first = tmp_path / "test_first.py"
    for files, wanted in (((), False), ((first,), False), ((first, *exercise.test_files), True)):
        source = ExerciseSource("Own", "write", "-")
        one = Exercise("own/lesson", tmp_path, source, "lesson", "", files)
        assert changes_are_wanted(one) is wanted
