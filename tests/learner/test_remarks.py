"""What is said about a passing solution: in words of what was taught, never about the starter."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course import locations
from course.catalogue import read_exercise
from course.learner.remarks import Remark, known_at, remarks
from course.learner.session import Session
from course.locations import Locations


@pytest.fixture
def real_session(indexed: Callable[[Locations], Locations]) -> Iterator[Session]:
    """An open session on the whole course."""
    opened = Session.open(indexed(locations.find()))
    yield opened
    opened.store.close()


def said(session: Session, ident: str, source: str) -> tuple[Remark, ...]:
    """The remarks on a solution of an exercise of the course."""
    catalogue = session.catalogue
    found = asyncio.run(remarks(catalogue.exercise(ident), source, catalogue))
    assert found is not None
    return found


def test_three_remarks_at_most_the_most_useful_first(real_session: Session) -> None:
    source = (
        "import math\nimport os\n\n\ndef find_sku(products, sku, list=3):\n    l = 3; k = 4\n"
        "    for product in products:\n        if product['sku'] == sku:\n            "
        "return product\n"
    )
    found = said(real_session, "functions/find_sku", source)
    assert [(one.line, one.code) for one in found] == [
        (6, "l = 3; k = 4"),
        (1, "import math"),
        (5, "def find_sku(products, sku, list=3):"),
    ]
    assert found[1].words.startswith("`math` is imported and never used.")


def test_nothing_is_said_before_it_is_taught(real_session: Session) -> None:
    catalogue = real_session.catalogue
    first = next(it for it in catalogue.exercise_ids if catalogue.lesson_of(it))
    assert "mutable_default" not in (known_at(first, catalogue) or ())
    source = "def f(items=[]):\n    return items == None\n"
    assert said(real_session, first, source) == ()
    late = next(it for it in catalogue.exercise_ids if it.startswith("objects/"))
    assert len(said(real_session, late, source)) == 2


def test_what_the_starter_had_and_the_reference_does_is_not_held_against_the_learner(
    own_course: Locations,
) -> None:
    session = Session.open(own_course)
    folder = own_course.exercises / "basics" / "double"
    given = "import math\n\n\ndef double(n):\n    pass\n"
    (folder / "starter.py").write_text(given, encoding="utf-8")
    own = "import math\n\n\ndef double(n):\n    return (n * 2);\n"
    assert [one.code for one in _on(folder, session, own)] == ["return (n * 2);"]
    (folder / "solution.py").write_text("def double(n):\n    return n * 2;\n", encoding="utf-8")
    assert _on(folder, session, own) == ()
    session.store.close()


def _on(folder: Path, session: Session, source: str) -> tuple[Remark, ...]:
    found = asyncio.run(remarks(read_exercise(folder), source, session.catalogue))
    assert found is not None
    return found


def test_a_reference_of_the_course_has_few_remarks(real_session: Session) -> None:
    catalogue = real_session.catalogue
    exercise = catalogue.exercise("functions/find_sku")
    source = exercise.solution_path.read_text(encoding="utf-8")
    assert said(real_session, "functions/find_sku", source) == ()


@pytest.mark.parametrize("kind", ["review", "repo", "package"])
def test_nothing_is_said_of_what_is_no_file_of_code(real_session: Session, kind: str) -> None:
    catalogue = real_session.catalogue
    one = next(
        exercise
        for ident, entry in catalogue.exercises.items()
        if entry.kind in (kind, "project")
        and ((exercise := catalogue.exercise(ident)).package or kind != "package")
        and (exercise.source.kind == kind or kind == "package")
    )
    assert asyncio.run(remarks(one, "import os\n", catalogue)) is None


def test_an_exercise_of_no_lesson_is_looked_at_with_all_that_is_taught(
    own_course: Locations,
) -> None:
    session = Session.open(own_course)
    assert known_at("removed/exercise", session.catalogue) is None
    folder = own_course.exercises / "basics" / "again"
    shutil.copytree(own_course.exercises / "basics" / "double", folder)
    catalogue = session.catalogue
    assert catalogue.lesson_of("basics/again") is None
    assert len(_on(folder, session, "def double(n=[]):\n    return n == None\n")) == 2
    session.store.close()
