"""Characters that came along from elsewhere: each is named, with what Python writes for it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from course.explaining.syntax import syntax_problem

GOLDEN: dict[str, dict[str, str]] = yaml.load(
    Path(__file__).with_name("golden").joinpath("characters.yaml").read_text(encoding="utf-8"),
    Loader=yaml.CSafeLoader,
)


@pytest.mark.parametrize("number", GOLDEN)
def test_a_strange_character_is_named(number: str) -> None:
    source, says = GOLDEN[number]["source"], GOLDEN[number]["says"]
    assert chr(int(number[2:], 16)) in source
    told = syntax_problem(source)
    assert told is not None
    assert told.text == says
