"""The world of a shift: what really runs is what is noted, and it can be gone on with anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.checking import Checker
from course.errors import WrongUse
from course.shift import shift_folder
from course.shift.history import Happened, encode, of_kind
from course.shift.repository import Version
from course.shift.scenario import Scenario
from course.shift.shift_desk import ShiftDesk
from tests.checking.door import Door
from tests.checking.repository.scripts import NEEDS_GIT

pytestmark = NEEDS_GIT


async def _until(desk: ShiftDesk, minute: int) -> list[str]:
    await desk.world.advance(minute)
    return [encode(event) for event in desk.world.events]


def test_a_day_goes_on_from_its_events_as_if_it_had_never_stopped(
    door: Door, tiny: Scenario, tmp_path: Path
) -> None:
    checker: Checker = door.checker
    kept: list[Happened] = []

    async def played() -> tuple[list[str], list[str]]:
        async with ShiftDesk(tiny, tmp_path / "a", checker, kept.append) as desk:
            await desk.begin(calm=True)
            await desk.world.advance(4)
            await desk.do("flag loud on")
            await desk.do("read 2")
            so_far = list(kept)
            whole = await _until(desk, 12)
        async with ShiftDesk(tiny, tmp_path / "a", checker, kept.append) as desk:
            await desk.resume(so_far)
            assert desk.read == {2}
            return whole, await _until(desk, 12)

    whole, resumed = door.run_async(played())
    assert resumed == whole
    # The counter is in a database of the service: what is answered later rests on all before.
    assert "X is number 23" in whole[-1] or "is number 24" in whole[-1]


def test_what_does_not_start_and_what_never_ends_is_down_and_nothing_else_is(
    door: Door, tiny: Scenario, tmp_path: Path
) -> None:
    async def played() -> list[Happened]:
        async with ShiftDesk(tiny, tmp_path / "a", door.checker, lambda _: None) as desk:
            await desk.begin(calm=True)
            files = dict(of_kind(desk.world.events, "deploy")[0].data["files"])
            broken = {**files, "words.py": "def greeting(name:\n"}
            assert not await desk.world.deploy(Version("b" * 40, "Broken", broken))
            await desk.world.advance(1)
            endless = "def greeting(name):\n    n = 0\n    while True:\n        n += 1\n"
            await desk.world.deploy(Version("e" * 40, "Endless", {**files, "words.py": endless}))
            await desk.world.advance(2)
            await desk.do("deploy v1")
            await desk.world.advance(3)
            return of_kind(desk.world.events, "minute")

    down, endless, well = door.run_async(played())
    assert down.data["errors"] == endless.data["errors"] == 2
    assert "503" in down.data["log"][0]
    assert "504" in endless.data["log"][0]
    assert endless.data["slowest"] > 1_000
    assert not well.data["failed"]


def test_a_rollback_never_puts_back_what_was_taken_back(
    door: Door, tiny: Scenario, tmp_path: Path
) -> None:
    async def played() -> str:
        async with ShiftDesk(tiny, tmp_path / "a", door.checker, lambda _: None) as desk:
            await desk.begin(calm=True)
            await desk.world.advance(3)  # Hugo has released v2
            first = shift_folder.versions(tiny, desk.folder)["v1"].commit
            await desk.do("rollback")
            with pytest.raises(WrongUse, match="No other version"):
                await desk.do("rollback")
            return str(desk.world.deployed == first)

    assert door.run_async(played()) == "True"


def test_a_release_that_is_taken_back_at_once_is_over_as_well(
    door: Door, tiny: Scenario, tmp_path: Path
) -> None:
    async def played() -> list[str]:
        async with ShiftDesk(tiny, tmp_path / "a", door.checker, lambda _: None) as desk:
            await desk.begin(calm=True)
            await desk.world.advance(2)  # Hugo has just released v2
            await desk.do("rollback")
            await desk.world.advance(7)
            assert not desk.world.incidents()
            return [message.data["subject"] for message in desk.messages()]

    assert door.run_async(played()) == ["Good morning", "v2 is out", "It works"]
