"""An exercise's folder: all that is missing is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.catalogue.exercises import read_exercise
from course.errors import ContentError


def test_an_exercise_folder_tells_everything_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "exercises" / "basics" / "two-words"
    (folder / "mistakes").mkdir(parents=True)
    (folder / "exercise.yaml").write_text("title: t\nkind: wirte\nhints: no\n", encoding="utf-8")
    (folder / "mistakes" / "silent.py").write_text("x = 1\n", encoding="utf-8")
    (folder / "mistakes" / "broken.py").write_text("def (\n", encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        read_exercise(folder)

    told = [(problem.file.name, problem.line) for problem in caught.value.problems]
    assert ("exercise.yaml", 2) in told
    assert ("exercise.yaml", 3) in told
    assert ("silent.py", 1) in told
    assert ("broken.py", 1) in told
    assert "two-words" in str(caught.value)


def test_an_exercise_without_tests_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "basics" / "half"
    folder.mkdir(parents=True)
    (folder / "exercise.yaml").write_text("title: t\nkind: write\nbrief: b\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"there are no tests; add test_half\.py"):
        read_exercise(folder)


def test_a_missing_exercise_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there is no such exercise folder"):
        read_exercise(tmp_path / "nothing")
