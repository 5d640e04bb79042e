"""What calls share: every kind of input has values it holds of, and neighbours it does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.checking.values import UNKNOWN
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence
from course.explaining.inputs import CallKind, _holds, _kinds, what_they_share
from course.model import CheckReport, Exercise, ExerciseSource, TestResult, Verdict

ONE: dict[str, tuple[list[Any], list[Any]]] = {
    "{} is empty": ([[], (), set(), frozenset(), {}, ""], [[0], "a", 0, None]),
    "{} is `None`": ([None], [0, "", False]),
    "{} is 0": ([0, 0.0], [1, -1, False, "0"]),
    "{} has exactly one item": ([[7], {"a": 1}], [[], [1, 2], "a"]),
    "{} has at most one item": ([[], [7]], [[1, 2], "", "a"]),
    "{} is a single character": (["a"], ["", "ab", ["a"]]),
    "{} is negative": ([-1], [0, 1, "a"]),
    "{} is 1": ([1, 1.0], [0, 2, True, "1"]),
    "{} is 0 or negative": ([0, -1], [1, "a"]),
    "two pairs in {} have the same last element": (
        [[("a", 1), ("b", 1)]],
        [[("a", 1), ("b", 2)], [1, 1], [(1,), (1,)], "aa"],
    ),
    "equal items in {} stand apart from each other": ([[1, 2, 1]], [[1, 1, 2], [1, 2], "aba"]),
    "{} has only negative numbers in it": ([[-1], [-1, -2]], [[], [-1, 0], ["a"], -1]),
    "the same item stands twice in a row in {}": ([[1, 1], (2, 3, 3)], [[1, 2, 1], [], "aa"]),
    "an item stands more than once in {}": ([[1, 2, 1]], [[1, 2], [], "aa"]),
    "no item stands more than once in {}": ([[1, 2], []], [[1, 2, 1], "ab"]),
    "all items of {} are equal": ([[2, 2]], [[2], [2, 3], [], "aa"]),
    "{} has a negative number in it": ([[3, -1]], [[3, 0], ["a"], -1]),
    "{} has a 0 in it": ([[3, 0]], [[3, 1], [False], 0]),
    "{} has numbers with a decimal point in it": ([[1, 2.5]], [[1, 2], 2.5]),
    "{} has an odd number of items": ([[1], [1, 2, 3]], [[], [1, 2], "a"]),
    "{} has an even number of items": ([[], [1, 2]], [[1], "ab"]),
    "{} is not in ascending order": (
        [[2, 1], (3, 1, 2)],
        [[1, 2], [1, 1], "ba", [("b", 1), ("a", 2)]],
    ),
    "{} is already in ascending order": ([[1, 2], [1, 1], ()], [[2, 1], "ab"]),
    "{} is in descending order": ([[2, 1], [1, 1]], [[1, 2], "ba"]),
    "{} has another list or tuple in it": ([[1, [2]], [(1,)]], [[1], ["a"], "a"]),
    "{} has `None` in it": ([[1, None]], [[1], [], None]),
    "{} has capital letters in it": (["Tea"], ["tea", "1", ["T"]]),
    "{} has spaces in it": (["a b"], ["ab", [" "]]),
    "{} starts or ends with a space": ([" a", "a "], ["a b", "a"]),
    "{} has punctuation in it": (["a!"], ["a b", "a1", "", ["!"]]),
    "{} has digits in it": (["a1"], ["a", "", [1]]),
    "a letter stands more than once in {}": (["tat"], ["ta", "", [1, 1]]),
    "{} is not a whole number": ([2.5], [2.0, 2]),
    "{} has a decimal point": ([2.5, 2.0], [2, "2.5"]),
    "{} can be divided by 15": ([15, 30, 0], [5, 3, 16, "a"]),
    "{} can be divided by 5": ([5, 10], [3, 6, "a"]),
    "{} can be divided by 3": ([3, 9], [4, 5, "a"]),
    "{} can be divided by 100": ([100, 1900], [10, 101, "a"]),
    "{} can be divided by 4": ([4, 100], [2, 5, "a"]),
    "{} is even": ([0, 2], [1, 3, "a"]),
    "{} is odd": ([1, 3], [0, 2, "a"]),
    "{} has at least one item in it": ([[0], "a", {1}, {"a": 1}], [[], "", 1]),
    "{} has more than one item": ([[0, 0], "ab"], [[0], "a", 2]),
    "{} has more than two items": ([[0, 0, 0], "abc"], [[0, 0], "ab", 3]),
    "{} is above 0": ([1, 0.5], [0, -1, "a"]),
    "{} is above 1": ([2, 1.5], [1, 0, "a"]),
    "{} is a list": ([[]], [(), "", 0]),
    "{} is a tuple": ([()], [[], "", 0]),
    "{} is a text": ([""], [[], 0, None]),
    "{} is `True`": ([True], [False, 1, "True"]),
    "{} is `False`": ([False], [True, 0, ""]),
}
"""The words of a kind; values it holds of; values it does not."""

TWO: dict[str, tuple[list[tuple[Any, Any]], list[tuple[Any, Any]]]] = {
    "{a} is larger than every item of {b}": ([(3, [1, 2])], [(2, [1, 2]), (3, []), (3, "ab")]),
    "{a} is smaller than every item of {b}": ([(0, [1, 2])], [(1, [1, 2]), (0, []), (0, [5, "a"])]),
    "no item of {b} is as large as {a}": ([(3, [1, 2]), (3, [])], [(2, [1, 2]), (3, [1, "a"])]),
    "no item of {b} is smaller than {a}": ([(1, [1, 2]), (1, [])], [(2, [1, 2]), (1, [2, "a"])]),
    "{a} is one of the items of {b}": (
        [(1, [1, 2]), ("a", {"a": 1}), (1, {1}), (1, (1,))],
        [(3, [1, 2]), ("a", "ab")],
    ),
    "{a} is the first item of {b}": ([(1, [1, 2])], [(2, [1, 2]), (1, []), ("a", "ab")]),
    "{a} is the last item of {b}": ([(2, [1, 2])], [(1, [1, 2]), (1, []), ("b", "ab")]),
    "{a} is not one of the items of {b}": ([(3, [1, 2]), ("b", {"a": 1})], [(1, [1]), ("c", "ab")]),
    "{a} lies between two items of {b} without being one of them": (
        [(2, [1, 3])],
        [(1, [1, 3]), (3, [1, 3]), (2, [1, 2, 3]), (4, [1, 3]), (0, [1, 3])],
    ),
    "{a} stands more than once in {b}": ([(1, [1, 1])], [(1, [1]), (2, [1, 1]), ("a", "aa")]),
    "{a} is larger than the number of items in {b}": ([(3, [1, 2]), (1, "")], [(2, [1, 2])]),
    "{a} is the number of items in {b}": ([(2, [1, 2]), (1, "a")], [(1, [1, 2]), (3, [1, 2])]),
    "{a} is smaller than the number of items in {b}": ([(1, [1, 2]), (1, "ab")], [(2, [1, 2])]),
    "{a} and {b} are equal": ([(1, 1), ("a", "a")], [(1, 2), (1, 1.0), (1, True)]),
    "{a} is larger than {b}": ([(2, 1)], [(1, 1), (1, 2), ("b", "a")]),
    "{a} has more items than {b}": ([([1, 2], [1])], [([1], [1]), ([], [1]), ("ab", "a")]),
    "{a} can be divided by {b} without a rest": ([(6, 3)], [(6, 4), (6, 0), ("a", 1)]),
}

EXPECTED: dict[str, tuple[list[Any], list[Any]]] = {
    "the right answer is `None`": ([None], [0, UNKNOWN, ""]),
    "the right answer is empty": (["", [], {}], ["a", [0], 0, UNKNOWN]),
    "the right answer is 0": ([0], [1, False, UNKNOWN]),
    "the right answer is `True`": ([True], [False, 1, UNKNOWN]),
    "the right answer is `False`": ([False], [True, 0, UNKNOWN]),
    "the right answer is negative": ([-1], [0, 1, UNKNOWN]),
}
EDGES = {
    *("{} is empty", "{} is `None`", "{} is 0", "{} has exactly one item"),
    *("{} has at most one item", "{} is a single character", "{} is negative", "{} is 1"),
    *("{} is 0 or negative", "the right answer is `None`", "the right answer is empty"),
}


def kinds(count: int) -> dict[str, CallKind]:
    """The kinds of a call with so many arguments, by their words; the first of a name counts."""
    return {kind.said: kind for kind in reversed([*_kinds(["{a}", "{b}"][:count])])}


def holds(kind: CallKind, *arguments: Any, expected: Any = UNKNOWN) -> bool:
    """Whether it holds of a call with these arguments."""
    case = Case(
        call="f()", function="f", arguments=arguments, passed=False, expected_value=expected
    )
    return _holds(kind, case)


def test_every_kind_is_tried_here() -> None:
    of_one = {words.format("{a}") for words in ONE} | set(EXPECTED)
    assert set(kinds(1)) == of_one
    other = {words.format("{b}") for words in ONE}
    assert {said for said in kinds(2) if "{a}" in said and "{b}" in said} >= set(TWO)
    assert set(kinds(2)) == of_one | other | {
        words for both in TWO for words in (both, both.format(a="{b}", b="{a}"))
    } - {
        "{b} and {a} are equal",
        "{b} can be divided by {a} without a rest",
    }


@pytest.mark.parametrize("words", ONE)
def test_a_kind_of_one_argument(words: str) -> None:
    first, second = kinds(1)[words.format("{a}")], kinds(2)[words.format("{b}")]
    for expected, values in zip((True, False), ONE[words], strict=True):
        for value in values:
            assert holds(first, value) is expected, value
            assert holds(second, None, value) is expected, value
    assert first.edge == (words in EDGES)
    assert first.ties == (words == "all items of {} are equal")


@pytest.mark.parametrize("words", TWO)
def test_a_kind_of_two_arguments(words: str) -> None:
    kind = kinds(2)[words]
    turned = kinds(2).get(words.format(a="{b}", b="{a}"))
    for expected, values in zip((True, False), TWO[words], strict=True):
        for one, other in values:
            assert holds(kind, one, other) is expected, (one, other)
            assert turned is None or holds(turned, other, one) is expected, (one, other)
    assert kind.ties == (words in ("{a} is one of the items of {b}", "{a} and {b} are equal"))


@pytest.mark.parametrize("words", EXPECTED)
def test_a_kind_of_the_right_answer(words: str) -> None:
    kind = kinds(1)[words]
    for expected, values in zip((True, False), EXPECTED[words], strict=True):
        for value in values:
            assert holds(kind, 5, expected=value) is expected, value
    assert kind.edge == (words in EDGES)


def shared(folder: Path, wrong: list[int], right: list[int]) -> str | None:
    """What failing calls of `f` share, and passing ones have not."""
    numbers = [*wrong, *right]
    lines = [f"def test_{at}():\n    assert f({it}) == 1\n" for at, it in enumerate(numbers)]
    file = folder / "test_lesson.py"
    file.write_text("from lesson import f\n" + "".join(lines), encoding="utf-8")
    tests = [
        TestResult("it", f"test_{at}", "failed" if at < len(wrong) else "passed", call=f"f({it})",
                   got="2" if at < len(wrong) else "1", expected="1", line=2 * at + 3)
        for at, it in enumerate(numbers)
    ]  # fmt: skip
    exercise = Exercise(
        "own/lesson", folder, ExerciseSource("Own", "write", "-"), "lesson", "", (file,)
    )
    report = CheckReport("own/lesson", Verdict.FAILED, tests=tuple(tests))
    evidence = Evidence(report, exercise, "def f(x):\n    return 1\n")
    kind = what_they_share(evidence.failing, evidence)
    return kind.said if kind else None


def test_a_kind_that_most_calls_are_of_needs_two_that_are_not(tmp_path: Path) -> None:
    above = [7, 8, 10, 17, 22, 23, 31]
    assert shared(tmp_path, above, [-2]) is None
    assert shared(tmp_path, above, [-2, -3]) == "`x` is above 0"
    assert shared(tmp_path, [-2, -3, -5], [7, 8, 10, 17]) == "`x` is negative"
    assert shared(tmp_path, [-2, -3, -5, -6], [7]) == "`x` is negative"
