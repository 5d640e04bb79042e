"""The desk: commands in, words out; and the clock."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from course.errors import WorkspaceError, WrongUse
from course.shift.clock import Clock
from course.shift.scenario import Scenario
from course.shift.shift_desk import HELP, ShiftDesk
from tests.checking.door import Door
from tests.checking.repository.scripts import NEEDS_GIT

pytestmark = NEEDS_GIT


def test_a_clock_counts_what_runs_and_stands_still_when_it_is_told_to() -> None:
    now = [100.0]
    clock = Clock(pace=4, calm=False, now=lambda: now[0])
    now[0] += 1_000
    assert clock.due() == 0  # it has not been started
    clock.go()
    now[0] += 40
    assert clock.due() == 2
    now[0] += 4
    assert clock.due() == 0
    clock.pause()
    now[0] += 500
    clock.go()
    now[0] += 1
    assert clock.due() == 1  # the ten, four and one seconds together
    calm = Clock(pace=4, calm=True, now=lambda: now[0])
    calm.go()
    now[0] += 500
    assert calm.due() == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_text_is_a_file_that_ends(door: Door, tiny: Scenario, tmp_path: Path) -> None:
    note = tmp_path / "day/note.md"

    async def sent() -> None:
        async with ShiftDesk(tiny, tmp_path / "day", door.checker, lambda _: None) as desk:
            await desk.begin(calm=True)
            note.unlink()
            os.mkfifo(note)
            await desk.do("send note")

    with pytest.raises(WorkspaceError, match="no file with text"):
        door.run_async(sent())


def test_every_command_of_the_help_does_something(
    door: Door, tiny: Scenario, tmp_path: Path
) -> None:
    async def typed() -> dict[str, str]:
        said = {}
        async with ShiftDesk(tiny, tmp_path / "day", door.checker, lambda _: None) as desk:
            await desk.begin(calm=True)
            (tmp_path / "day/service.log").symlink_to(tmp_path / "elsewhere")
            for line in (
                "help", "inbox", "read", "read 7", "status", "next", "log errors", "log 3",
                "log save", "figures", "tasks", "deploy short", "deploy", "deploy --help",
                "flag loud on", "flag loud red", "flag", "send note", "send", "rollback", "pause",
                "go", "wait 2",
                "nonsense", "", "end", "next ", "next  ", "end now", "deploy main",
            ):  # fmt: skip
                try:
                    said[line] = "\n".join(await desk.do(line))
                except WrongUse as error:
                    said[line] = f"No: {error}"
        return said

    said = door.run_async(typed())
    assert "deployed by" in (tmp_path / "day/service.log").read_text("utf-8")
    assert not (tmp_path / "elsewhere").exists()
    refused = [line for line in said if said[line].startswith("No:")]
    assert refused == [
        *("read 7", "deploy", "deploy --help", "flag loud red", "flag", "send", "nonsense"),
        "deploy main",
    ]
    known = {line.split()[0].rstrip(",") for line in HELP.splitlines() if line[0] != " "}
    assert known <= {line.split()[0] for line in said if line}
    assert said["inbox"].endswith("Mei: Good morning")
    assert "v2 is out" in said["next"]
    assert "9074ccb Short greetings serves now" in said["deploy short"]
    assert "of the day are left" in said["end"]
    assert said["end now"].count("✓") + said["end now"].count("✗") == 6
    assert "Good" not in (tmp_path / "day" / "service.log").read_text("utf-8")
    assert str(tmp_path / "day" / "counter") in said["tasks"]
    assert "Nothing of yours is in it yet" in said["send note"]
    assert "Nothing was written to you in " in said["next  "]
    assert max(map(len, HELP.splitlines())) <= 72  # on a screen of 80 columns
