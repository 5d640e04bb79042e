"""In the first modules, nothing is said in words that have not been taught by then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.explaining.vocabulary import EARLY, in_known_words, plainer
from course.model import Diagnosis, DiagnosisKind, Exercise, ExerciseSource
from tests.explaining import test_on_exceptions, test_unreadable
from tests.explaining.stopping import told_of

UNTAUGHT = re.compile(
    r"\b(raise[sd]?|exceptions?|parameters?|tuples?|positions?|blocks?|columns?)\b"
)
CODE = re.compile(r"`` .*? ``|`[^`]*`", re.S)


def test_of_files_that_python_cannot_read() -> None:
    for program in test_unreadable.programs():
        assert not UNTAUGHT.search(CODE.sub("", program["says"])), program["says"]


@pytest.mark.parametrize("number", range(len(EARLY)))
def test_of_programs_that_stop(number: int, tmp_path: Path) -> None:
    """The words are the same for all early modules: a third of the programs is asked of each."""
    module = EARLY[number]
    for program in test_on_exceptions.programs()[number :: len(EARLY)]:
        told = told_of(program["source"], program.get("call"), tmp_path, module)
        assert not UNTAUGHT.search(CODE.sub("", told.text)), told.text


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("never uses its parameter `x`.", "never uses `x`."),
        ("It raises `KeyError`.", "It stops with `KeyError`."),
        (
            "`f` gave back a tuple: `a tuple`.",
            "`f` gave back several values in parentheses: `a tuple`.",
        ),
        ("At position 1 there is an exception.", "At index 1 there is an error."),
    ],
)
def test_other_words_take_their_place(said: str, plain: str) -> None:
    assert plainer(said) == plain


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("its parameter `x`", "`x`"),
        ("the parameters `x`", "`x`"),
        ("a parameter `x`", "`x`"),
        ("your parameters `x`", "`x`"),
        ("two parameters", "two names in its parentheses"),
        ("one parameter", "one name in its parentheses"),
        ("No exception came.", "It did not stop."),
        ("and no exception came", "and it did not stop"),
        ("An exception", "An error"),
        ("an exception", "an error"),
        ("some exceptions", "some errors"),
        ("this exception", "this error"),
        ("raises `E`", "stops with `E`"),
        ("is raised", "is caused"),
        ("it raises", "it stops with an error"),
        ("positions", "indexes"),
        ("blocks", "indented lines"),
        ("a block", "a group of indented lines"),
        ("columns", "distances from the left edge"),
        ("a column", "a distance from the left edge"),
        ("the call stack", "the calls that are not finished"),
        ("A tuple", "Several values in parentheses"),
        ("two tuples", "two values in parentheses"),
        ("unblocked, `a block`, `` a `block` ``", "unblocked, `a block`, `` a `block` ``"),
    ],
)
def test_each_untaught_word_has_a_plainer_one(said: str, plain: str) -> None:
    assert plainer(said) == plain


@pytest.mark.parametrize("module", [*EARLY, "functions"])
@pytest.mark.parametrize("kind", ["symptom", "mistake"])
@pytest.mark.parametrize(
    "practises",
    [
        *("", "loops", "tuple", "unpacking", "dict_items", "enumerate", "zip", "star_target"),
        "sort_key",
    ],
)
def test_plainer_words_are_for_who_has_not_met_the_others(
    module: str, kind: DiagnosisKind, practises: str
) -> None:
    source = ExerciseSource("Own", "write", "-", practises=(practises,) if practises else ())
    exercise = Exercise(f"{module}/x", Path(), source, "x", "", ())
    told = in_known_words(Diagnosis(kind, "a tuple, an exception"), exercise).text
    if module not in EARLY or kind == "mistake":
        assert told == "a tuple, an exception"
    elif practises in ("", "loops"):
        assert told == "several values in parentheses, an error"
    else:
        assert told == "a tuple, an error"
