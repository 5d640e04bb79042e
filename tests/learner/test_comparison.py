"""A solution beside others: the newest that passed, and others without the words told beside."""

from __future__ import annotations

import pytest

from course.errors import WrongUse
from course.learner.comparison import compare, without_docstring
from course.learner.session import Session
from tests.learner.conftest import attempt


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ('"""Short, and slow."""\n\nx = 1\n', "x = 1\n"),
        ("'Short.'\n\n\ndef f():\n    return 1\n", "def f():\n    return 1\n"),
        ("x = 1\n", "x = 1\n"),
        ('"""Words alone."""\n', '"""Words alone."""\n'),
    ],
)
def test_the_words_of_another_solution_are_no_part_of_it(source: str, code: str) -> None:
    assert without_docstring(source) == code


def test_the_newest_pass_is_compared_and_before_one_nothing(session: Session) -> None:
    exercise = session.catalogue.exercise("basics/double")
    attempt(session, exercise.id, "failed", source="bad = 1\n")
    with pytest.raises(WrongUse, match="is shown once you have passed it") as told:
        compare(session.store, exercise)
    assert "`course hint basics/double` helps on the way" in str(told.value)
    for source in ("old = 1\n", "new = 1\n"):
        attempt(session, exercise.id, source=source)
    attempt(session, exercise.id, "failed", source="bad = 2\n")
    attempt(session, "basics/label", source="other = 1\n")
    compared = compare(session.store, exercise)
    assert compared.yours == "new = 1\n"
    assert compared.reference == exercise.solution_path.read_text("utf-8")
    assert compared.after == exercise.source.after
    assert [it.approach for it in compared.approaches] == list(exercise.approaches)
