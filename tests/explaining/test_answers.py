"""Every program of the golden file of wrong answers: what leads, word by word."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import pytest
import yaml
from syrupy.assertion import SnapshotAssertion

from tests.explaining.answering import all_said, reported, told_of_answers
from tests.explaining.as_it_was import as_it_was

GOLDEN = Path(__file__).with_name("golden") / "answers.yaml"


def programs() -> list[dict[str, Any]]:
    """The programs of the golden file."""
    found: list[dict[str, Any]] = yaml.load(
        GOLDEN.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return found


@pytest.mark.parametrize("program", programs(), ids=lambda program: program["name"])
def test_what_leads(program: dict[str, Any], snapshot: SnapshotAssertion) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some compare with `is`, or leave a coroutine alone
        told = told_of_answers(program["source"], program["calls"])
        report, exercise = reported(program["source"], program["calls"])
    assert (told.name or told.kind, told.line) == (program["name"], program.get("line")), told.text
    assert told.text == program["says"]
    assert as_it_was(snapshot, *all_said(report, exercise, program["source"], known=told.text))


def test_the_words_are_few() -> None:
    for program in programs():
        words = re.sub(r"`` .*? ``|`[^`]*`", "code", program["says"]).split()
        assert len(words) <= 42, program["says"]
        assert program["says"].endswith((".", "?")), program["says"]
