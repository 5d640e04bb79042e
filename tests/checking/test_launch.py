"""A worker that does not start says why; one whose folder went is started again."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

import pytest

from course.checking import Checker
from course.errors import SandboxError
from course.worker import leftovers
from tests.checking.door import exercise_named

GOOD = "def clamp(value, low, high):\n    return max(low, min(value, high))\n"


@pytest.fixture(params=["forked", "once", "one check"])
def checker_of(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Checker:
    """A checker of each way to start workers; its folders are this test's own."""
    monkeypatch.setenv("COURSE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COURSE_WORKERS", request.param)
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    return Checker(size=1, one_check=request.param == "one check")


def test_the_reason_is_told(
    checker_of: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "site-packages"
    (packages / "_pytest").mkdir(parents=True)
    broken = "raise ImportError('half of an update \\x1b[31m')\n"
    (packages / "_pytest" / "__init__.py").write_text(broken, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(packages), *sys.path])

    async def run() -> None:
        async with checker_of as checker:
            await checker.check(exercise_named("clamp"), GOOD)

    with pytest.raises(SandboxError) as raised:
        asyncio.run(run())
    told = str(raised.value)
    assert "did not start: ImportError: half of an update \\x1b[31m. " in told
    assert "course doctor" in told
    broken_file = str(packages / "_pytest" / "__init__.py")
    assert any(broken_file in note for note in raised.value.__notes__)


def test_a_folder_that_was_swept_away_is_made_again(checker_of: Checker) -> None:
    """Other programs clear up the folder for temporary files, too."""

    async def run() -> None:
        async with checker_of as checker:
            assert (await checker.check(exercise_named("clamp"), GOOD)).passed
            for folder in os.scandir(tempfile.gettempdir()):  # while it works in there
                leftovers.remove(folder.path, 60)
            assert (await checker.check(exercise_named("clamp"), GOOD)).passed

    asyncio.run(run())
