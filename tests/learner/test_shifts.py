"""A learner's shifts: kept as they happen, gone on with, concluded; typed as plain lines."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from course.errors import WorkspaceError
from course.learner import report_html, report_markdown
from course.learner.session import Session
from course.learner.shift_outcomes import Outcome, ShiftRun
from course.learner.shifts import Shifts
from course.locations import Locations
from course.plain.shift import say_outcomes, work
from course.plain.talk import Left, Talk
from course.shift.mark import Mark
from tests.checking.repository.scripts import NEEDS_GIT
from tests.learner.made_report import REPORT
from tests.plain.talking import Learner

pytestmark = NEEDS_GIT


def _lines(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", Learner(lines))


def test_a_shift_is_left_gone_on_with_and_concluded(
    with_a_shift: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def first_window() -> None:
        async with Session.open(with_a_shift) as session:
            shifts = Shifts(session)
            run, desk = await shifts.start("tiny", calm=True)
            async with desk:
                _lines(monkeypatch, "wait 5", "rollback", "q")
                with pytest.raises(Left):
                    await work(Talk(), shifts, run, desk)
                async with Session.open(with_a_shift) as other:
                    await _second_window(Shifts(other))
                with pytest.raises(WorkspaceError, match="in another window"):
                    await desk.do("wait 1")

    async def _second_window(shifts: Shifts) -> None:
        run = shifts.under_way()
        assert run is not None
        async with await shifts.resume(run) as desk:
            assert desk.time == "09:05"
            _lines(monkeypatch, "", "nonsense", "end now")
            await work(Talk(), shifts, run, desk)
        assert shifts.under_way() is None
        [outcome] = shifts.outcomes()
        assert outcome.run == run
        assert [mark.title for mark in outcome.marks if mark.holds] == [
            *("It greets at the end", "Served again", "Put back"),
        ]
        say_outcomes(Talk(), shifts)

    asyncio.run(first_window())
    said = capsys.readouterr().out
    assert "5220bba A counter that greets everybody serves now" in said
    assert "`nonsense` is no command here" in said
    assert said.count("3 of the 6 things that count hold") == 2  # and once more in the report


def test_a_folder_that_is_there_is_kept(with_a_shift: Locations) -> None:
    async def twice() -> list[str]:
        async with Session.open(with_a_shift) as session:
            shifts = Shifts(session)
            for _ in range(2):
                _, desk = await shifts.start("tiny", calm=True)
                async with desk:
                    (desk.folder / "note.md").write_text("mine")
            return sorted(it.name for it in shifts.folder("tiny").parent.iterdir())

    assert asyncio.run(twice()) == ["tiny", "tiny-1"]


def test_the_report_shows_what_was_shown_and_what_was_not() -> None:
    run = ShiftRun("1", "tiny", "A <tiny> day", "2026-03-02", calm=True)
    marks = (Mark("It runs", True, "Tried: X."), Mark("The note", False, "Nothing was sent."))
    found = msgspec.structs.replace(REPORT.skills, shifts=(Outcome(run, marks),))
    report = msgspec.structs.replace(REPORT, skills=found)
    page, text = report_html.page(report), report_markdown.document(report)
    for said in (page, text):
        assert "2026-03-02, without a clock: 1 of the 2 things that count hold" in said
        assert "Nothing was sent." in said
    assert "A &lt;tiny&gt; day" in page
    assert "- **The note**: not shown. Nothing was sent." in text
