"""Shifts before the gate: what a play has to show, and what authors begin with."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from course.authoring.gate.shifts import problems_of
from course.cli import build_command
from course.shift.mark import Mark
from course.shift.scenario import Scenario, read_folder, read_play
from tests.authoring.conftest import Course
from tests.conftest import CHECKOUT


@pytest.fixture
def tiny() -> Scenario:
    return read_folder(CHECKOUT / "course" / "authoring" / "sample_shift")


def _events(*names: str) -> list[str]:
    return [json.dumps({"at": 0, "kind": "message", "data": {"id": name}}) for name in names]


def test_what_a_play_does_not_show_and_what_never_happens_is_told(tiny: Scenario) -> None:
    every = _events(*(event.id for event in tiny.source.events))
    good, bad = Mark("The review", True, "Sent."), Mark("The note", False, "Nothing was sent.")
    assert not problems_of(tiny, (every, every, []), [good], [bad])
    [untold] = problems_of(tiny, (every, every, []), [good, bad], [bad])
    assert "does not show “The note”: Nothing was sent." in untold.text
    [free] = problems_of(tiny, (every, every, []), [good], [good])
    assert "nothing is done shows all" in free.text
    [differs] = problems_of(tiny, (every, every[::-1], []), [good], [bad])
    assert "two plays differ" in differs.text
    [never] = problems_of(tiny, (every[1:], every[1:], []), [good], [bad])
    assert "the event hello never happens" in never.text
    assert not problems_of(tiny, (every[1:], every[1:], every[:1]), [good], [bad])


def _author(*args: str) -> Result:
    return CliRunner().invoke(build_command(), ["author", *args], catch_exceptions=False)


def test_authors_begin_with_a_day_that_works(good: Course, tiny: Scenario) -> None:
    told = _author("new", "shift", "small-day").stdout
    assert "It works as it is. Make it yours, then: course author check shift/small-day" in told
    made = read_folder(good.root / "lessons" / "_shifts" / "small-day")
    assert made.source == tiny.source
    assert read_play(made) == read_play(tiny)
    assert "There is a shift small-day already" in _author("new", "shift", "small-day").stderr
    assert "cannot name a shift" in _author("new", "shift", "Small Day").stderr
