"""The report as Markdown."""

from __future__ import annotations

from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from course.learner import report
from course.learner.records import Answer
from course.learner.report_markdown import document
from course.learner.session import Session
from tests.learner.conftest import attempt
from tests.learner.made_report import CAPSTONE, FOUND, MORE, REPORT


def test_a_table_of_a_job_is_there_when_something_of_it_is_begun(job: Session) -> None:
    head = "| area | so far | counted from |"
    job.store.append(
        Answer(**job.store.new_row(), lesson="basics/functions", step=2, question="q", correct=True)
    )
    found = document(report.gather(job))
    assert "Not yet: Writing, Loops, Reviews." in found
    assert head not in found
    attempt(job, "basics/label")
    assert head in document(report.gather(job))


def test_one_of_everything(snapshot: SnapshotAssertion) -> None:
    assert document(REPORT) == snapshot
    assert document(MORE) == snapshot


def test_code_does_not_get_out_of_its_fence() -> None:
    source = "x = '```'\r\ny = '````'\n"
    text = document(replace(REPORT, work=(replace(CAPSTONE, source=source),)))
    assert "\n`````python\nx = '```'\ny = '````'\n`````\n" in text
    blank = document(replace(REPORT, work=(replace(CAPSTONE, source=" \n"),)))
    assert "```" not in blank


def test_a_beginner_who_answered_and_passed_nothing_is_shown_what_there_is() -> None:
    bare = replace(
        REPORT,
        first_day=None,
        work=(),
        notes=(),
        capstones=0,
        skills=replace(FOUND, modules=(), areas=()),
    )
    assert document(bare).splitlines()[2:5] == [
        "- **0 of 10 exercises passed**, 0 at the first check without a hint; 6 checks in all",
        "- **1,200 questions answered**, 7 rightly at once",
        "- **1 review**, 1 known",
    ]
    assert "##" not in document(bare)
