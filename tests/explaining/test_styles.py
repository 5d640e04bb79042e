"""The same task with tests written in other styles: what is said does not get poorer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.catalogue import read_exercise
from tests.checking.door import Door
from tests.explaining.submissions import STUDENTS, submissions

CASES = """CASES = [
    ("search(42, (-5, 1, 3, 5, 7, 10))", "6"),
    ("search(5, (1, 5, 10))", "1"),
    ("search(7, [1, 5, 10])", "2"),
    ("search(-5, (1, 5, 10))", "0"),
    ("search(100, [])", "0"),
    ("search(-100, ())", "0"),
]
"""
STYLES = {
    "texts of calls": f"""
import pytest
import search
{CASES}
def run(call):
    return eval(call, vars(search))

@pytest.mark.parametrize("call, expected", CASES)
def test_case(call, expected):
    assert run(call) == eval(expected)
""",
    "subtests over texts": f"""
import unittest
from search import *
{CASES}
class SearchTest(unittest.TestCase):
    def test_all(self):
        for call, expected in CASES:
            with self.subTest(call=call):
                self.assertEqual(repr(eval(call)), expected)
""",
    "JSON": '''
import json
import pytest
from search import search

CASES = json.loads("""[[[42, [-5, 1]], 2], [[5, [1, 5, 10]], 1], [[7, [1, 5, 10]], 2],
    [[-5, [1, 5]], 0], [[100, []], 0]]""")

@pytest.mark.parametrize("arguments, expected", CASES)
def test_case(arguments, expected):
    assert search(*arguments) == expected
''',
    "a helper that asserts": """
from search import search

def check(x, seq, expected):
    got = search(x, seq)
    assert got == expected, f"search({x}, {seq}) gave {got}"

def test_above_all():
    check(42, (-5, 1, 3, 5, 7, 10), 6)

def test_equal():
    check(5, (1, 5, 10), 1)

def test_between():
    check(7, (1, 5, 10), 2)

def test_below():
    check(-5, (1, 5, 10), 0)

def test_empty():
    check(100, [], 0)
""",
    "a loop": """
import search as answer

def test_all():
    for x, seq, expected in [(42, [1, 5], 2), (5, (1, 5, 10), 1), (7, [1, 5, 10], 2),
                             (-5, (1, 5), 0), (100, [], 0)]:
        result = answer.search(x, seq)
        assert result == expected
""",
}


@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_test_is_explained(door: Door, tmp_path: Path, style: str) -> None:
    folder = tmp_path / "task"
    shutil.copytree(STUDENTS / "search", folder)
    (folder / "test_search.py").unlink()
    (folder / "test_it.py").write_text(STYLES[style], encoding="utf-8")
    with (folder / "exercise.yaml").open("a", encoding="utf-8") as file:
        file.write("module: search\n")
    exercise = read_exercise(folder)
    expected = {
        "no_return_above_all": {"fell_off_the_end"},
        "strictly_smaller": {"off_by_one", "comparison"},
        "else_in_loop": {"returns_on_first_turn"},
        "empty_index": {"index_in_empty"},
        "returns_item": {"item_for_position", "too_large_or_small", "iterated", "name"},
        "prints": {"prints_instead"},
        "text_answer": {"right_value_wrong_type"},
    }
    for name, symptoms in expected.items():
        told = door.check(exercise, submissions("search")[name], searches=True).diagnosis
        assert told[0].name in symptoms, (name, told)
        assert "eval" not in told[0].text
