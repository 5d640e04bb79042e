"""How mistakes answer the probes is worked out once, and again when anything of it changes."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.explaining.mistake_probes import KnownMistakes
from course.model import Exercise, ProbeResult
from tests.conftest import SMALL_COURSE


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    place = SMALL_COURSE / "exercises/basics/double"
    return read_exercise(shutil.copytree(place, tmp_path / "basics" / "double"))


class Probing:
    """Who answers probes, and how often it was asked."""

    def __init__(self, outcome: str = "returned") -> None:
        self.sources: list[str] = []
        self.outcome = outcome
        self.known = KnownMistakes(self.probe_all)

    async def probe_all(
        self, _: Exercise, sources: Sequence[str], calls: tuple[str, ...]
    ) -> list[tuple[ProbeResult, ...]]:
        self.sources += sources
        answers = tuple(ProbeResult(call, self.outcome, "4") for call in calls)  # type: ignore[arg-type]
        return [answers] * len(sources)

    def of(self, exercise: Exercise, *calls: str) -> dict[str, list[str]]:
        found = asyncio.run(self.known.of(exercise, calls))
        return {name: [one.value for one in its.probes] for name, its in found.items()}


def test_every_mistake_and_the_reference_answers_once(exercise: Exercise) -> None:
    first = Probing()
    found = first.of(exercise, "double(2)")
    names = {mistake.name for mistake in exercise.mistakes}
    assert len(found) == len(names) + 1
    assert names < set(found)
    assert {tuple(values) for values in found.values()} == {("4",)}
    assert len(first.sources) == len(found)
    again = Probing()
    assert again.of(exercise, "double(2)") == found
    assert again.sources == []


def test_other_probes_another_mistake_or_test_are_worked_out(exercise: Exercise) -> None:
    Probing().of(exercise, "double(2)")
    asked = Probing()
    asked.of(exercise, "double(3)")
    assert asked.sources
    for file in (exercise.mistakes[0].path, exercise.test_files[0], exercise.solution_path):
        file.write_text(file.read_text("utf-8") + "\n# other\n", encoding="utf-8")
        asked = Probing()
        asked.of(exercise, "double(2)")
        assert asked.sources, file


def test_what_was_not_finished_is_not_kept(exercise: Exercise) -> None:
    Probing("unfinished").of(exercise, "double(2)")
    again = Probing()
    again.of(exercise, "double(2)")
    assert again.sources


def test_without_probes_or_mistakes_nobody_is_asked(exercise: Exercise) -> None:
    asked = Probing()
    assert asked.of(exercise) == {}
    for mistake in exercise.mistakes:
        mistake.path.unlink()
    assert asked.of(read_exercise(exercise.folder), "double(2)") == {}
    assert asked.sources == []
