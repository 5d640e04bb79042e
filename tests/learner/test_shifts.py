"""A learner's shifts: kept as they happen, gone on with, concluded; typed as plain lines."""

from __future__ import annotations

import asyncio
import json

import msgspec
import pytest

from course.errors import WorkspaceError
from course.learner import report_html, report_markdown
from course.learner.session import Session
from course.learner.shift_outcomes import Outcome, ShiftRun
from course.learner.shifts import Shifts, _is_whole
from course.locations import Locations
from course.plain.shift import say_outcomes, work
from course.plain.talk import Left, Talk
from course.shift.history import Happened
from course.shift.mark import Mark
from course.shift.scenario import read
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
        assert "2026-03-02, without a clock: 1 of the 2 things that count holds" in said
        assert "Nothing was sent." in said
    assert "A &lt;tiny&gt; day" in page
    assert "- **The note**: not shown. Nothing was sent." in text


def test_each_scenario_is_gone_on_with_where_it_was_begun_last(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.learner.shifts.scenarios", lambda _: ["tiny", "shop"])
    shifts = Shifts(session)
    assert (shifts.begun(), shifts.unfinished(), shifts.under_way()) == ([], [], None)
    runs = [
        ShiftRun(str(number), name, name.title(), "2026-03-02")
        for number, name in enumerate(("tiny", "shop", "tiny", "gone"))
    ]
    for run in runs:
        shifts._decide("shift begun", msgspec.to_builtins(run))
    assert shifts.begun() == runs
    assert shifts.unfinished() == [runs[2], runs[1]]
    assert shifts.under_way() == runs[2]
    outcome = shifts.conclude(runs[2], [Mark("It runs", True, "Tried.")])
    assert shifts.outcomes() == [outcome]
    assert outcome.held == 1
    assert shifts.unfinished() == [runs[1]], "an earlier one has lost its folder"
    session.decide("shift done", "of another version")
    assert shifts.outcomes() == [outcome]


def test_what_earlier_versions_have_kept_of_shifts_is_read(session: Session) -> None:
    run = {"run": "1", "scenario": "tiny", "title": "A tiny day", "day": "2026-03-02"}
    session.decide("shift begun", run)
    mark = {"title": "It runs", "holds": True, "words": "Tried."}
    session.decide("shift done", json.dumps({"run": run, "marks": [mark]}))
    shifts = Shifts(session)
    assert shifts.begun() == [ShiftRun("1", "tiny", "A tiny day", "2026-03-02", calm=False)]
    assert shifts.outcomes() == [Outcome(shifts.begun()[0], (Mark("It runs", True, "Tried."),))]
    assert shifts.folder("tiny") == session.locations.workspace / "shifts" / "tiny"


def test_events_are_kept_as_long_as_no_other_window_goes_on_with_the_shift(
    session: Session,
) -> None:
    run, other = (ShiftRun(it, "tiny", "Tiny", "2026-03-02") for it in "ab")
    first, second = Shifts(session)._keep(run), Shifts(session)._keep(other)
    note = {"sender": "Mei", "subject": "Hello", "text": "Tea?"}
    early, late = (Happened(minute, "message", note) for minute in (0, 3))
    for event in (early, late):
        first(event)
    second(early)
    session.decide("shift a", "of another version")
    session.decide("shift a", '{"at": 1, "kind": "message", "data": {}}')
    assert Shifts(session).events(run) == [early, late]
    session.decide("shift b held", "another window")
    with pytest.raises(WorkspaceError, match="goes on in another window"):
        second(late)
    Shifts(session)._keep(run)(late)
    with pytest.raises(WorkspaceError, match="goes on in another window; leave it there first"):
        first(late)
    assert Shifts(session).events(run) == [early, late, late]


def test_a_shift_can_be_gone_on_with_from_a_morning_and_a_release(with_a_shift: Locations) -> None:
    scenario = read(with_a_shift, "tiny")
    refs = dict.fromkeys(scenario.refs(), "c")
    start, deploy = Happened(0, "start", {"refs": refs}), Happened(1, "deploy", {})
    assert _is_whole(scenario, [start, deploy])
    assert not _is_whole(scenario, [])
    assert not _is_whole(scenario, [start])
    assert not _is_whole(scenario, [deploy, start])
    less = Happened(0, "start", {"refs": dict(list(refs.items())[1:])})
    assert not _is_whole(scenario, [less, deploy])


def test_a_shift_that_cannot_begin_is_none(with_a_shift: Locations) -> None:
    async def begin() -> None:
        async with Session.open(with_a_shift) as session:
            shifts = Shifts(session)
            place = shifts.folder("tiny").parent
            place.parent.mkdir(parents=True)
            place.write_text("in the way", encoding="utf-8")
            with pytest.raises(WorkspaceError, match=r"tiny cannot be made: Not a directory\."):
                await shifts.start("tiny", calm=True)
            assert shifts.begun() == []

    asyncio.run(begin())
