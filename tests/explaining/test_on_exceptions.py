"""Every program of the golden file of exceptions: what leads is the cause, at its line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.explaining.stopping import told_of

GOLDEN = Path(__file__).with_name("golden") / "exceptions.yaml"


def programs() -> list[dict[str, Any]]:
    """The programs of the golden file."""
    found: list[dict[str, Any]] = yaml.load(
        GOLDEN.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return found


@pytest.mark.parametrize("program", programs(), ids=lambda program: program["name"])
def test_the_exception_and_its_cause_lead(program: dict[str, Any], tmp_path: Path) -> None:
    told = told_of(program["source"], program.get("call"), tmp_path)
    assert (told.name, told.line) == (program["name"], program.get("line")), told.text
    assert _alike(told.text) == _alike(program["says"])


def _alike(text: str) -> str:
    """A text without how deep a recursion went, and by its older name what 3.13 calls anew."""
    return re.sub(r"to `-\d+`", "to `-n`", text).replace("a `PatternError`", "an `error`")


def test_the_words_are_few() -> None:
    for program in programs():
        words = re.sub(r"`` .*? ``|`[^`]*`", "code", program["says"]).split()
        assert len(words) <= 42, program["says"]
        assert program["says"].endswith((".", "?")), program["says"]
