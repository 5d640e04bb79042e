"""How an answer is told."""

from __future__ import annotations

from typing import cast

import pytest

from course.learner.questions import Marked
from course.model import Blank, Predict, ProgramReport, Spot, Verdict
from course.plain.desk import Desk
from course.plain.question import say_marked
from tests.plain.talking import OneDesk

RAN = ProgramReport(Verdict.PASSED, printed="7\n")
SILENT = ProgramReport(Verdict.PASSED)


@pytest.mark.parametrize(
    ("question", "program", "said"),
    [
        (
            Predict(code="print(7)", because="."),
            RAN,
            "What really happens:\n    7\n\n✗ No\n\nwhy\n",
        ),
        (Predict(code="x", because="."), SILENT, "What really happens:\n    (nothing)\n\n✗ No"),
        (
            Blank(code="___", answers=(1,), output="7"),
            SILENT,
            "Your program prints:\n    (nothing)",
        ),
        (Blank(code="___", answers=(1,), check="x"), SILENT, "✗ No\n\nwhy\n"),
        (Spot(code="x", line=1, because="."), RAN, "✗ No\n\nwhy\n"),
    ],
)
def test_a_program_is_shown_where_its_question_shows_one(
    question: Predict | Blank | Spot,
    program: ProgramReport,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    marked = Marked(False, program=program)
    say_marked(cast(Desk, OneDesk()), question, marked, "No", "why")
    assert capsys.readouterr().out.startswith(said)
