"""What is told of reports as a worker makes them, which are kept beside the program and its tests.

`answering` makes reports of calls alone. Here tests look at what was printed, at arguments after
the call, at a part of an answer, at exceptions; several tests fail, and in several ways.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from syrupy.assertion import SnapshotAssertion

from course.model import CheckReport, Exercise, ExerciseSource
from tests.explaining.answering import all_said
from tests.explaining.as_it_was import as_it_was

GOLDEN = Path(__file__).with_name("golden") / "reports.yaml"


def checked() -> list[dict[str, Any]]:
    """The programs of the golden file, each with its tests and its report."""
    found: list[dict[str, Any]] = yaml.load(
        GOLDEN.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return found


@pytest.mark.parametrize("one", checked())
def test_what_is_told_of_a_report(
    one: dict[str, Any], tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    file = tmp_path / "test_answer.py"
    file.write_text(f"from answer import f\n\n\n{one['tests']}", encoding="utf-8")
    source = ExerciseSource("A task", "write", "Write it.")
    exercise = Exercise("own/task", tmp_path, source, "answer", "", (file,))
    report = msgspec.convert(one["report"], CheckReport)
    assert as_it_was(snapshot, *all_said(report, exercise, one["source"], known=""))
