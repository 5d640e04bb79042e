"""What the kinds beyond write and fix have in their folders, and what is wrong there."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from course.catalogue import kinds
from course.errors import ContentError
from course.model import Defect, ExerciseSource


def source(kind: str, **more: object) -> ExerciseSource:
    return msgspec.convert({"title": "T", "kind": kind, "brief": "B", **more}, ExerciseSource)


def test_a_defect_past_the_end_of_the_diff_is_told(tmp_path: Path) -> None:
    (tmp_path / kinds.DIFF).write_text("+a\n+b\n", encoding="utf-8")
    text = "defects:\n  - {lines: [1, 2], category: bug, why: w}\n"
    (tmp_path / kinds.DEFECTS).write_text(text, encoding="utf-8")
    [defect] = kinds.read_defects(tmp_path)
    assert defect.lines == (1, 2)
    (tmp_path / kinds.DEFECTS).write_text(text.replace("1, 2", "2, 3"), encoding="utf-8")
    with pytest.raises(
        ContentError,
        match=r"defects.yaml:2: line 3 is past the end of change.diff, which has 2 lines",
    ):
        kinds.read_defects(tmp_path)


def test_milestones_come_in_order_and_each_has_tests(tmp_path: Path) -> None:
    for name in ("02-b", "01-a", "__pycache__"):
        stage = tmp_path / "milestones" / name
        stage.mkdir(parents=True)
        words = f"title: {name}\nbrief: b\nhints: [h]\n"
        (stage / kinds.MILESTONE).write_text(words, encoding="utf-8")
        (stage / "test_it.py").touch()
    (tmp_path / "milestones" / "beside.txt").touch()
    milestones = kinds.read_milestones(tmp_path)
    assert [milestone.name for milestone in milestones] == ["01-a", "02-b"]
    both = kinds.with_milestones(source("project", hints=["first"]), milestones)
    assert both.brief == "B\n\n## Milestone 1: 01-a\n\nb\n\n## Milestone 2: 02-b\n\nb"
    assert both.hints == ("first", "h", "h")
    (tmp_path / "milestones/01-a/test_it.py").unlink()
    (tmp_path / "milestones/02-b" / kinds.MILESTONE).write_text("title: t\n", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        kinds.read_milestones(tmp_path)
    assert len(raised.value.problems) == 2


def test_a_project_without_milestones_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="a project has milestones"):
        kinds.read_milestones(tmp_path)


def test_the_reference_names_each_defect_under_its_last_line() -> None:
    defects = (Defect((1,), "name", "say\nmore"), Defect((2, 3), "bug", "wrong"))
    assert kinds.reference_review("+a\n+b\n+c\n+d\n", defects) == (
        "+a\n>> name: say more\n+b\n+c\n>> bug: wrong\n+d\n"
    )


def test_a_test_exercise_names_the_module_it_tests(tmp_path: Path) -> None:
    [missing] = kinds.check_files(tmp_path, source("test"))
    assert "`under_test` is missing" in str(missing)
    [missing] = kinds.check_files(tmp_path, source("test", under_test="fee"))
    assert missing.file == tmp_path / "fee.py"
    (tmp_path / "fee.py").touch()
    assert kinds.check_files(tmp_path, source("test", under_test="fee")) == []
    assert kinds.check_files(tmp_path, source("write")) == []
