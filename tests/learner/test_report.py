"""What the report gathers: rows counted week by week, and in which order it is shown."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from course.learner import report
from course.learner.session import Session
from course.locations import Locations
from tests.learner.conftest import NOW, attempt
from tests.learner.made_report import REPORT


def test_weeks_without_a_check_are_in_the_plot(own_course: Locations) -> None:
    now = [NOW]
    session = Session.open(own_course, clock=lambda: now[0])
    attempt(session, "basics/double", "failed")
    now[0] = NOW + timedelta(weeks=3)
    attempt(session, "basics/double")
    assert report.gather(session).weeks == (
        (date(2026, 3, 16), 1, 0),
        (date(2026, 3, 23), 0, 0),
        (date(2026, 3, 30), 0, 0),
        (date(2026, 4, 6), 1, 1),
    )
    session.store.close()


def test_projects_and_areas_are_shown_in_the_order_of_their_weight() -> None:
    assert [work.id for work in REPORT.projects] == ["capstones/c", "b/two"]
    assert [area.title for area in REPORT.areas] == ["Shown", "Begun", "Placed", "Open"]
    assert (REPORT.capstones_passed, REPORT.first_tries) == (1, 1)


def test_only_a_report_of_nothing_at_all_is_empty() -> None:
    assert not REPORT.is_empty
    nothing = replace(REPORT.skills, questions=0, reviews=0)
    assert replace(REPORT, attempts=0, skills=nothing).is_empty
    assert not replace(REPORT, attempts=0, skills=replace(nothing, reviews=1)).is_empty
    assert not replace(REPORT, attempts=0, skills=replace(nothing, questions=1)).is_empty
    assert not replace(REPORT, skills=nothing).is_empty


def test_everything_that_is_gathered(own_course: Locations) -> None:
    now = [NOW]
    session = Session.open(own_course, clock=lambda: now[0])
    attempt(session, "basics/double", "failed")
    attempt(session, "basics/double", hints=1, source="mine\n")
    now[0] = NOW + timedelta(days=1)
    attempt(session, "basics/label")
    attempt(session, "gone/exercise")
    session.note("basics/functions", "My note.")
    session.note("gone/lesson", "Lost.")
    found = report.gather(session, "  Kim \n Lee ", "all", notes=True)
    assert (found.name, found.course, found.written) == (
        "Kim Lee",
        "A small course",
        NOW.date() + DAY,
    )
    assert (found.days, found.first_day, found.last_day) == (2, NOW.date(), NOW.date() + DAY)
    assert (found.attempts, found.exercises, found.capstones) == (4, 3, 0)
    assert found.notes == (("Functions hand values back", "My note."),)
    basics = {"kind": "write", "module": "basics", "module_title": found.work[0].module_title}
    assert found.work[0] == report.Work(
        "basics/double",
        "Twice as many",
        passed_on=NOW.date(),
        attempts=2,
        hints=1,
        tests=2,
        source="mine\n",
        alone_on=NOW.date(),
        **basics,
    )
    assert [(one.id, one.kind, one.passed_on) for one in found.work[1:]] == [
        ("basics/label", "fix", NOW.date() + DAY)
    ]
    assert [(one.module, one.name, one.evidence) for one in found.concepts] == [
        ("basics", "function", 1),
        ("basics", "return", 1),
        ("basics", "arithmetic", 1),
        ("basics", "f-string", 1),
    ]
    assert report.gather(session).notes == ()
    assert {one.source for one in report.gather(session, code="none").work} == {""}
    session.store.close()


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("kept", "where"),
    [
        (None, ""),
        ("text", ""),
        ({"url": "https://harbour.example/kim"}, "https://harbour.example/kim"),
        ({"url": "http://x", "folder": "mine"}, "http://x"),
        ({"url": "javascript:x", "folder": "gone"}, ""),
        ({"url": 'https://x"><', "folder": "gone"}, ""),
        ({"folder": "mine"}, "mine"),
        ({"folder": "other"}, ""),
        ({}, ""),
    ],
)
def test_where_a_portfolio_is(
    session: Session, tmp_path: Path, kept: dict[str, str] | str | None, where: str
) -> None:
    (tmp_path / "mine/.git").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    if isinstance(kept, dict) and "folder" in kept:
        kept = {**kept, "folder": str(tmp_path / kept["folder"])}
    if kept is not None:
        session.decide("portfolio", kept)
    assert report.gather(session).portfolio == where


def test_of_nothing_nothing_is_gathered(session: Session) -> None:
    found = report.gather(session)
    assert (found.weeks, found.work, found.concepts, found.notes) == ((), (), (), ())
    assert (found.days, found.first_day, found.last_day, found.attempts) == (0, None, None, 0)
    assert (found.name, found.portfolio, found.leant, found.projects) == ("", "", 0, ())
    assert found.is_empty
