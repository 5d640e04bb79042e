"""What the report gathers: rows counted week by week, and in which order it is shown."""

from __future__ import annotations

from datetime import date, timedelta

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
