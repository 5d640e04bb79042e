"""The search for mends, through the checker's door: what is found, and what cannot be."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import msgspec
import pytest

from course.catalogue import read_exercise
from course.model import Exercise
from course.worker.protocol import Mended
from tests.checking.door import Door

PLAIN = """
def test_two():
    assert f([1, 2]) == 3
def test_three():
    assert f([1, 2, 3]) == 6
def test_none():
    assert f([]) == 0
"""


def make(folder: Path, tests: str, head: str = "from answer import f") -> Exercise:
    """An exercise about a function `f`."""
    folder = folder / "task"
    folder.mkdir()
    (folder / "exercise.yaml").write_text(
        "title: A task\nkind: write\nbrief: Write it.\nmodule: answer\n", encoding="utf-8"
    )
    (folder / "starter.py").write_text("\n", encoding="utf-8")
    (folder / "solution.py").write_text("f = None\n", encoding="utf-8")
    (folder / "test_answer.py").write_text(f"{head}\n{dedent(tests)}", encoding="utf-8")
    return read_exercise(folder)


def found(door: Door, exercise: Exercise, source: str) -> tuple[Mended, ...]:
    """The mends of a program, by a search that has time."""
    source = dedent(source)
    report = door.run_async(door.checker.check(exercise, source))
    return door.run_async(door.checker.mends(exercise, source, report, (), 4)).mends


OVERWRITES = """
    def f(xs):
        total = 0
        for x in xs:
            total = x
        return total
"""


RIGHT = """
def f(xs, rate=2):
    return sum(x for x in xs if x > 0)
"""


def test_what_a_right_program_that_is_close_has_there_is_the_first(
    door: Door, tmp_path: Path
) -> None:
    exercise = make(tmp_path, PLAIN + "def test_minus():\n    assert f([-1]) == 0\n")
    exercise.solution_path.write_text(RIGHT, encoding="utf-8")
    (first,) = found(door, exercise, RIGHT.replace("> 0", "!= 0"))
    assert (first.kind, first.line, first.towards) == ("comparison", 3, True)
    assert first.whole


def test_a_small_change_of_a_statement_that_has_to_be_another_one(
    door: Door, tmp_path: Path
) -> None:
    tests = """
    def test_one(): assert f(True, False, 9) is False
    def test_two(): assert f(True, True, 9) is True
    def test_three(): assert f(True, True, 0) is False
    """
    exercise = make(tmp_path, tests)
    right = "def f(a, b, n):\n    c = bool(0 < n and a and b)\n    return c\n"
    (tmp_path / "task" / "solution.py").write_text(right, encoding="utf-8")
    mends = found(door, exercise, "def f(a, b, n):\n    c = (a or b) and n > 2\n    return c\n")
    assert ("and_or", "or", "and") in [(mend.kind, mend.was, mend.now) for mend in mends]


def test_functions_that_run_in_threads_are_seen(door: Door, tmp_path: Path) -> None:
    tests = """
        def test_two():
            with ThreadPoolExecutor() as pool:
                assert pool.submit(f, [1, 2]).result() == 3
    """
    head = "from concurrent.futures import ThreadPoolExecutor\nfrom answer import f"
    mends = found(door, make(tmp_path, tests, head), OVERWRITES)
    assert "accumulate" in [mend.kind for mend in mends]


def test_the_edit_that_makes_all_tests_pass(door: Door, tmp_path: Path) -> None:
    first = found(door, make(tmp_path, PLAIN), OVERWRITES)[0]
    assert (first.kind, first.line, first.function) == ("accumulate", 5, "f")
    assert first.whole
    assert sorted(first.right) == ["test_answer.py::test_three", "test_answer.py::test_two"]
    assert "total += x" in first.source


def test_two_edits_where_one_is_not_enough(door: Door, tmp_path: Path) -> None:
    source = """
        def f(xs):
            total = 1
            for x in xs:
                total = x
            return total
    """
    whole = [mend for mend in found(door, make(tmp_path, PLAIN), source) if mend.whole]
    assert whole[0].second


STYLES = {
    "a class": """
        class TestF:
            def test_two(self):
                assert f([1, 2]) == 3
            def test_none(self):
                assert f([]) == 0
    """,
    "a case": """
        import unittest
        class TestF(unittest.TestCase):
            def setUp(self):
                self.xs = [1, 2]
            def test_two(self):
                self.assertEqual(f(self.xs), 3)
            def test_none(self):
                self.assertEqual(f([]), 0)
    """,
    "a table": """
        import pytest
        @pytest.mark.parametrize(("xs", "total"), [([1, 2], 3), ([], 0)])
        def test_total(xs, total):
            assert f(xs) == total
    """,
    "fixtures": """
        import pytest
        @pytest.fixture
        def xs():
            yield [1, 2]
        @pytest.fixture(autouse=True)
        def place(monkeypatch, tmp_path):
            monkeypatch.chdir(tmp_path)
        def test_two(xs, capsys):
            print(f(xs))
            assert capsys.readouterr().out == "3\\n"
        def test_none(tmp_path):
            (tmp_path / "a").write_text("1")
            assert f([]) == 0
    """,
}


@pytest.mark.parametrize("style", STYLES)
def test_the_styles_of_tests(door: Door, tmp_path: Path, style: str) -> None:
    mends = found(door, make(tmp_path, STYLES[style]), OVERWRITES)
    assert ("accumulate", 5, True) in [(mend.kind, mend.line, mend.whole) for mend in mends]


def test_what_lasts_from_test_to_test_is_tried_in_their_order(door: Door, tmp_path: Path) -> None:
    tests = "def test_one():\n    assert f(1) == [1]\ndef test_two():\n    assert f(2) == [2]\n"
    source = "def f(x, found=[]):\n    found.append(x)\n    return found\n"
    mends = found(door, make(tmp_path, tests), source)
    assert "shared_default" in [mend.kind for mend in mends]


def test_programs_that_end_or_never_end_do_not_end_the_search(door: Door, tmp_path: Path) -> None:
    source = """
        import sys
        def f(xs):
            total, i = 0, 0
            while i < len(xs):
                total += xs[i]
                i += 1
                if i > 50:
                    sys.exit()
            return total - 1
    """
    mends = found(door, make(tmp_path, PLAIN), source)
    assert (10, True) in [(mend.line, mend.whole) for mend in mends]


def test_one_function_is_mended_by_its_own_tests(door: Door, tmp_path: Path) -> None:
    tests = "def test_f():\n    assert f(2) == 3\ndef test_g():\n    assert g(2) == 4\n"
    source = "def f(n):\n    return n - 1\n\ndef g(n):\n    return n.x.y\n"
    mends = found(door, make(tmp_path, tests, "from answer import f, g"), source)
    assert ("f", True) in [(mend.function, mend.whole) for mend in mends]


@pytest.mark.parametrize(
    "tests",
    [
        "async def test_one():\n    assert f([1, 2]) == 3\n",
        "import pytest\n@pytest.mark.xfail\ndef test_one():\n    assert f([1, 2]) == 4\n",
        "def setup_function():\n    pass\ndef test_one():\n    assert f([1, 2]) == 3\n",
    ],
)
def test_tests_that_need_more_of_pytest_are_left_alone(
    door: Door, tmp_path: Path, tests: str
) -> None:
    assert found(door, make(tmp_path, tests), OVERWRITES) == ()


def test_a_file_that_cannot_be_imported_has_no_mends(door: Door, tmp_path: Path) -> None:
    assert found(door, make(tmp_path, PLAIN), "import nothing_there\n") == ()


SITE = """
    from django.conf import settings

    if not settings.configured:
        settings.configure(ROOT_URLCONF=__name__)

    from django.http import JsonResponse
    from django.urls import path

    def door(request):
        return JsonResponse({"open": False})

    urlpatterns = [path("door/", door)]
"""
SITE_TESTS = """
from django.test import Client

def test_the_door_is_open():
    assert Client().get("/door/").json() == {"open": True}

def test_no_other_page():
    assert Client().get("/window/").status_code == 404
"""


def test_a_django_site_is_set_up_again_for_each_program(door: Door, tmp_path: Path) -> None:
    exercise = make(tmp_path, SITE_TESTS, "from answer import urlpatterns")
    needs = msgspec.structs.replace(exercise.source, needs=("django",))
    first = found(door, msgspec.structs.replace(exercise, source=needs), SITE)[0]
    assert (first.kind, first.line, first.whole) == ("truth", 11, True)


GAME = """
    secret = 4
    tries = 0
    while True:
        tries += 1
        guess = int(input("? "))
        if guess >= secret:
            break
    print(tries)
"""


def test_a_program_that_tests_import_themselves_is_mended(door: Door, tmp_path: Path) -> None:
    tests = """
        import importlib, sys
        def test_tries(monkeypatch, capsys):
            typed = iter(["7", "2", "4"])
            monkeypatch.setattr("builtins.input", lambda question: next(typed))
            sys.modules.pop("answer", None)
            importlib.import_module("answer")
            assert capsys.readouterr().out == "3\\n"
    """
    mends = found(door, make(tmp_path, tests, ""), GAME)
    assert ("comparison", 7) in [(mend.kind, mend.line) for mend in mends if mend.whole]


def test_what_a_line_puts_together_is_looked_for_where_it_got_its_value(
    door: Door, tmp_path: Path
) -> None:
    tests = """
    def test_one(): assert f(100, 7) == "100 and 7 make 107"
    def test_two(): assert f(10, 20) == "10 and 20 make 30"
    """
    exercise = make(tmp_path, tests)
    right = "def f(a, n):\n    b = n + 0\n    return f'{a} and {b} make {a + b}'\n"
    exercise.solution_path.write_text(right, encoding="utf-8")
    source = right.replace("    return", "    total = a + a\n    return").replace(
        "{a + b}", "{total}"
    )
    first, *_ = found(door, exercise, source)
    assert (first.kind, first.line) == ("name", 3)
