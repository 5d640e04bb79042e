"""Checks replace, accompany and leave one another alone."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from course.checking import Checker
from course.model import Verdict
from course.worker import sandbox
from tests.checking.door import Door, exercise_named
from tests.checking.processes import GOOD, LOOP, started_since, supervisors, wait_until_gone

pytestmark = pytest.mark.skipif(not sandbox.LINUX, reason="reads /proc")


def test_closing_leaves_nothing(own_tmp: Path) -> None:
    before = supervisors()
    door = Door()
    assert door.check("clamp", GOOD).passed
    assert door.check("clamp", LOOP).verdict is Verdict.TIMEOUT
    mine = started_since(before)
    assert len(mine) >= 2  # the supervisor and a template at least
    door.close()
    wait_until_gone(mine, own_tmp)


def test_a_check_replaces_the_one_before(door: Door) -> None:
    exercise = exercise_named("clamp")

    async def two() -> None:
        first = asyncio.create_task(door.checker.check(exercise, LOOP))
        await asyncio.sleep(0.05)
        second = await door.checker.check(exercise, GOOD)
        assert second.passed
        assert first.done()
        with pytest.raises(asyncio.CancelledError):
            await first

    assert door.check(exercise, GOOD).passed
    door.run_async(two())


def test_independent_checks_run_side_by_side(door: Door) -> None:
    exercise = exercise_named("clamp")

    async def many() -> list[Verdict]:
        checks = (
            door.checker.check(exercise, source, independent=True)
            for source in (GOOD, "def clamp(a, b, c): return a", GOOD, GOOD, "x", GOOD)
        )
        return [report.verdict for report in await asyncio.gather(*checks)]

    assert door.run_async(many()) == [
        Verdict.PASSED,
        Verdict.FAILED,
        Verdict.PASSED,
        Verdict.PASSED,
        Verdict.ERROR,
        Verdict.PASSED,
    ]


def test_a_cancelled_check_ends_its_worker(own_door: Door) -> None:
    exercise = exercise_named("clamp")

    async def cancel() -> None:
        task = asyncio.create_task(own_door.checker.check(exercise, LOOP))
        await asyncio.sleep(0.3)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await own_door.checker.check(exercise, GOOD)).passed

    own_door.run_async(cancel())


def test_the_same_text_in_another_folder_is_another_exercise(tmp_path: Path, door: Door) -> None:
    import shutil

    from course.catalogue import read_exercise
    from tests.checking.door import EXERCISES

    folder = tmp_path / "clamp"
    shutil.copytree(EXERCISES / "clamp", folder)
    assert door.check(read_exercise(folder), GOOD).passed
    tests = folder / "test_clamp.py"
    tests.write_text(
        tests.read_text("utf-8") + "\n\ndef test_more():\n    assert clamp(1, 1, 1) == 2\n"
    )
    report = door.check(read_exercise(folder), GOOD)
    assert report.verdict is Verdict.FAILED
    assert len(report.tests) == 6


def test_a_checker_that_was_never_used_closes() -> None:
    async def nothing() -> None:
        async with Checker():
            pass
        await Checker().aclose()

    asyncio.run(nothing())
