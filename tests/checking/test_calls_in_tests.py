"""What the tests of an exercise call, over all of their files."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import msgspec
import pytest

from course.checking import calls_in_tests
from course.checking.calls_in_tests import (
    MOST_PROBES,
    expectations_of,
    imported_names,
    probes_of,
    reader_of,
)
from course.model import Exercise
from tests.checking.door import exercise_named

CLAMP = exercise_named("clamp")


def with_tests(folder: Path, *sources: str) -> Exercise:
    """The exercise with these test files, and without probes of its own."""
    files = []
    for number, source in enumerate(sources):
        files.append(folder / f"test_{number}.py")
        files[-1].write_text(source, encoding="utf-8")
    plain = msgspec.structs.replace(CLAMP.source, probes=())
    return msgspec.structs.replace(CLAMP, source=plain, test_files=tuple(files))


def test_calls_come_from_every_file_in_its_order(tmp_path: Path) -> None:
    one = "from clamp import clamp\ndef test_a():\n    assert clamp(1, 2, 3) == 2\n"
    two = "from clamp import clamp, least\ndef test_b():\n    clamp(4, 2, 3)\n    clamp(1, 2, 3)\n"
    exercise = with_tests(tmp_path, one, "def broken(:\n", two)
    made = ["clamp(1, 2, 3)", "clamp(4, 2, 3)", "clamp(1, 2, 3)"]
    assert [it.call for it in expectations_of(exercise)] == made
    assert probes_of(exercise) == ("clamp(1, 2, 3)", "clamp(4, 2, 3)")
    names = {
        name: [ast.unparse(call) for call in made]
        for name, made in imported_names(exercise).items()
    }
    assert names == {"clamp": made, "least": []}


def test_an_exercises_own_probes_are_taken_and_of_others_sixty_at_most(tmp_path: Path) -> None:
    assert probes_of(CLAMP) == CLAMP.source.probes
    body = "".join(f"    clamp({number}, 0, 9)\n" for number in range(MOST_PROBES + 1))
    exercise = with_tests(tmp_path, f"from clamp import clamp\ndef test_a():\n{body}")
    assert probes_of(exercise) == tuple(f"clamp({number}, 0, 9)" for number in range(60))


def test_a_file_is_read_again_once_it_has_changed(tmp_path: Path) -> None:
    exercise = with_tests(tmp_path, "from clamp import clamp\ndef test_a():\n    clamp(1)\n")
    [file] = exercise.test_files
    first = reader_of(file, "clamp")
    assert first is not None
    assert reader_of(file, "clamp") is first
    file.write_text("from clamp import clamp\ndef test_a():\n    clamp(2)\n", encoding="utf-8")
    os.utime(file, (1, 1))
    assert [it.call for it in expectations_of(exercise)] == ["clamp(2)"]
    file.unlink()
    assert reader_of(file, "clamp") is None
    assert expectations_of(exercise) == ()
    assert calls_in_tests.tests_mentioning(exercise, "clamp") == set()


@pytest.mark.parametrize(
    ("name", "tests"),
    [
        ("clamp", {"test_a", "TestB::test_c"}),
        ("low", {"TestB::test_c"}),
        ("d", {"test_a", "later"}),
        ("nothing", set()),
    ],
)
def test_which_tests_mention_a_name(tmp_path: Path, name: str, tests: set[str]) -> None:
    source = (
        "def test_a(d):\n    clamp(d)\n"
        "class TestB:\n    def test_c(self):\n        x.clamp.low\n"
        "async def later():\n    d\n"
    )
    exercise = with_tests(tmp_path, source, "def broken(:\n")
    assert calls_in_tests.tests_mentioning(exercise, name) == tests
