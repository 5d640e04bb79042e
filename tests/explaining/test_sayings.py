"""Every pattern of the golden file: what one symptom says of it, and of neighbours that are none.

What leads of all that is said is in `answers.yaml`; here each symptom is asked alone. What the
others say of the same program is kept beside: each is a neighbour to all that say nothing.
"""

from __future__ import annotations

import ast
import warnings
from pathlib import Path
from typing import Any

import pytest
import yaml
from syrupy.assertion import SnapshotAssertion

from course.explaining.evidence import Evidence
from course.explaining.symptoms import SYMPTOMS
from tests.explaining.answering import all_said, giving, reported
from tests.explaining.as_it_was import as_it_was

GOLDEN = Path(__file__).with_name("golden") / "sayings.yaml"


def rows() -> list[Any]:
    """A symptom and one of its entries in the golden file, each."""
    golden = yaml.load(GOLDEN.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [
        pytest.param(name, entry, id=f"{name}{number}")
        for name, entries in golden.items()
        for number, entry in enumerate(entries)
    ]


@pytest.mark.parametrize(("name", "entry"), rows())
def test_what_a_symptom_says(name: str, entry: dict[str, Any], snapshot: SnapshotAssertion) -> None:
    """`gives` are pairs of what calls give and what they should, for want of a program."""
    if "gives" in entry:
        source, calls = giving(*(ast.literal_eval(pair) for pair in entry["gives"]))
    else:
        source, calls = entry["source"], entry["calls"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some compare with `is`, or leave a coroutine alone
        report, exercise = reported(source, calls, one_process=entry.get("one_process", False))
        saying = SYMPTOMS[name](Evidence(report, exercise, source))
    assert (saying.text if saying else "") == entry["says"]
    assert as_it_was(snapshot, *all_said(report, exercise, source, known=entry["says"]))
