"""A lesson's file, written and read for its problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.catalogue.lessons import read_lesson
from course.errors import ContentError, Problem


def problems_of(file: Path, text: str | bytes) -> list[Problem]:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(text, bytes):
        file.write_bytes(text)
    else:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_lesson(file)
    assert str(file) in str(caught.value)
    return list(caught.value.problems)


@pytest.fixture
def lesson_file(tmp_path: Path) -> Path:
    return tmp_path / "01-basics" / "01-lesson.yaml"
