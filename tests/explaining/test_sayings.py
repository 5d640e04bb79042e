"""Every pattern of the golden file: what one symptom says of it, and of neighbours that are none.

What leads of all that is said is in `answers.yaml`; here each symptom is asked alone.
"""

from __future__ import annotations

import ast
import warnings
from pathlib import Path
from typing import Any

import pytest
import yaml

from course.explaining.symptoms import SYMPTOMS
from tests.explaining.answering import said_by, said_of_answers

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
def test_what_a_symptom_says(name: str, entry: dict[str, Any]) -> None:
    """`gives` are pairs of what calls give and what they should, for want of a program."""
    symptom = SYMPTOMS[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some compare with `is`, or leave a coroutine alone
        if "gives" in entry:
            pairs = [ast.literal_eval(pair) for pair in entry["gives"]]
            assert said_of_answers(symptom, *pairs) == entry["says"]
        else:
            together = entry.get("one_process", False)
            said = said_by(symptom, entry["source"], entry["calls"], one_process=together)
            assert said == entry["says"]
