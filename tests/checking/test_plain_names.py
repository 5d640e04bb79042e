"""The names of tests as learners read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.checking.plain_names import plain_names
from course.model import Exercise, ExerciseSource

TESTS = """\
import pytest


@pytest.fixture(params=[{}, {"a": 1}])
def shop(request):
    return request.param


@pytest.mark.parametrize("name, other", [({}, {}), ({}, {})])
def test_refused(name, other):
    pass


def test_shop(shop):
    pass
"""


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    file = tmp_path / "test_clamp.py"
    file.write_text(TESTS, encoding="utf-8")
    source = ExerciseSource("A task", "write", "Write it.")
    return Exercise("a/clamp", tmp_path, source, "clamp", "", (file,))


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ("test_clamp.py::test_unknown_sku[A-1]", "unknown sku (A-1)"),
        ("test_clamp.py::test_unknown_sku[a::b]", "unknown sku (a::b)"),
        (r"test_clamp.py::test_unknown_sku[caf\xe9\n\x1b]", r"unknown sku (café\n\x1b)"),
        ("test_clamp.py::test_unknown_sku[mug2]", "unknown sku (mug2)"),
        ("test_clamp.py::TestClamp::testInsideStays", "Inside Stays"),
        ("test_clamp.py::test_", "test_"),
        ("test", "test"),
        ("test_clamp.py::Test_it", "it"),
    ],
)
def test_a_test_has_a_name_in_plain_words(exercise: Exercise, identity: str, name: str) -> None:
    assert plain_names(exercise, [identity]) == {identity: name}


@pytest.mark.parametrize(
    ("cases", "names"),
    [
        (["name0-other0", "name1-other1"], ["(case 1)", "(case 2)"]),
        (["", "POST-other1", "name10"], ["()", "(POST, case 2)", "(case 3)"]),
        (["shop0", "shop1"], ["(case 1)", "(case 2)"]),
    ],
)
def test_what_pytest_makes_up_for_a_value_is_not_shown(
    exercise: Exercise, cases: list[str], names: list[str]
) -> None:
    expected = [f"test_clamp.py::test_refused[{case}]" for case in cases]
    assert list(plain_names(exercise, expected).values()) == [f"refused {name}" for name in names]
