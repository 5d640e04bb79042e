"""In the first modules, nothing is said in words that have not been taught by then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.explaining.vocabulary import EARLY, plainer
from tests.explaining import test_on_exceptions, test_unreadable
from tests.explaining.stopping import told_of

UNTAUGHT = re.compile(
    r"\b(raise[sd]?|exceptions?|parameters?|tuples?|positions?|blocks?|columns?)\b"
)
CODE = re.compile(r"`` .*? ``|`[^`]*`", re.S)


def test_of_files_that_python_cannot_read() -> None:
    for program in test_unreadable.programs():
        assert not UNTAUGHT.search(CODE.sub("", program["says"])), program["says"]


@pytest.mark.parametrize("module", EARLY)
def test_of_programs_that_stop(module: str, tmp_path: Path) -> None:
    for program in test_on_exceptions.programs():
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
