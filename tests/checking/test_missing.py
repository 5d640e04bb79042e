"""A file of an exercise that has gone is named with what to do; any other error is another's."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from course.checking.missing import names_missing_files
from course.errors import ContentError
from course.model import Exercise
from tests.checking.door import exercise_named

CLAMP = exercise_named("clamp")


class Reads:
    @names_missing_files
    async def read(self, _exercise: Exercise, file: Path) -> str:
        return file.read_text("utf-8")


def read(file: Path) -> str:
    return asyncio.run(Reads().read(CLAMP, file))


def test_a_file_of_the_exercise_is_named_with_what_to_do(tmp_path: Path) -> None:
    gone = CLAMP.folder / "gone.py"
    with pytest.raises(ContentError) as told:
        read(gone)
    assert str(told.value).startswith(f"{gone} cannot be read: ")
    assert f"It belongs to the exercise `{CLAMP.id}`. Put it back, or install" in str(told.value)
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "gone.py")
    assert read(CLAMP.folder / "starter.py") == CLAMP.starter
