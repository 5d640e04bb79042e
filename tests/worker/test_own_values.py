"""What the tests have for themselves is not changed to agree with a submission."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from course.model import Verdict
from tests.checking.door import Door, exercise_named

OWN = """
from clamp import dearest, fill

TEA, LAMP = {"name": "Tea", "cents": 450}, {"name": "Lamp", "cents": 1995}
FILLED = []

def test_dearest():
    assert dearest([TEA, LAMP]) == LAMP

def test_fill():
    fill(FILLED)
    assert FILLED == [1]
"""
DEAREST = "def fill(given):\n    given.append(1)\n\ndef dearest(given):\n"


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        ("    return max(given, key=lambda one: one['cents'])", Verdict.PASSED),
        ("    for one in given: one.clear()\n    return {}", Verdict.BROKE_RULES),
        ("    given[1].update(given[0])\n    return given[0]", Verdict.BROKE_RULES),
    ],
)
def test_a_value_of_the_tests_that_was_changed_to_agree_is_no_pass(
    body: str, verdict: Verdict, door: Door, tmp_path: Path
) -> None:
    (tmp_path / "test_own.py").write_text(OWN, encoding="utf-8")
    clamp = exercise_named("clamp")
    plain = msgspec.structs.replace(clamp.source, probes=())
    own = msgspec.structs.replace(
        clamp, test_files=(tmp_path / "test_own.py",), source=plain, mistakes=()
    )
    report = door.check(own, DEAREST + body)
    assert report.verdict is verdict, (report.limit, report.first_failure)
    assert verdict is Verdict.PASSED or "`LAMP`" in str(report.limit)
