"""`course shift`: what there is, a shift begun, told of, gone on with and ended, through a pipe."""

from __future__ import annotations

from click.testing import CliRunner, Result

from course.cli import build_command
from course.locations import Locations
from tests.checking.repository.scripts import NEEDS_GIT

pytestmark = NEEDS_GIT


def shift(*args: str, typed: str = "") -> Result:
    runner = CliRunner()
    return runner.invoke(build_command(), ["shift", *args], input=typed, catch_exceptions=False)


def test_a_shift_through_a_pipe(with_a_shift: Locations) -> None:
    assert "tiny: A tiny day, about 3 minutes" in shift("list").stdout
    assert "No shift is under way" in shift("status").stdout
    nothing = shift()
    assert nothing.exit_code == 2
    assert "`course shift start ID` begins one" in nothing.stderr
    assert "There is no shift called huge" in shift("start", "huge").stderr
    assert "No shift is over yet" in shift("report").stdout
    begun = shift("start", "tiny", "--calm", typed="wait 5\nwrite note\n")
    assert "Alarm: It fails" in begun.stdout
    assert "with your own editor" in begun.stdout
    assert "09:05 of the day" in shift("status").stdout
    assert "No shift huge is under way" in shift("continue", "huge").stderr
    assert "09:05 of 09:12" in shift("continue", "tiny").stdout
    assert "3 of the 6 things that count hold" in shift(typed="rollback\nend now\n").stdout
    assert "2 of the 6" not in shift("report").stdout
    assert "3 of the 6 things that count hold" in shift("report").stdout
    assert "No shift is under way" in shift("status").stdout
