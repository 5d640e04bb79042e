"""The report's files by their endings."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.errors import CourseError
from course.learner import report, report_files
from course.learner.session import Session


def test_the_ending_says_what_is_written(job: Session, tmp_path: Path) -> None:
    found = report.gather(job)
    assert report_files.write(found, tmp_path) == [tmp_path / "report.html", tmp_path / "report.md"]
    assert report_files.write(found, tmp_path / "new") == [
        tmp_path / "new" / "report.html",
        tmp_path / "new" / "report.md",
    ]
    (markdown,) = report_files.write(found, tmp_path / "mine.MD")
    assert markdown.read_text(encoding="utf-8").startswith("# Python: what I have built")
    with pytest.raises(CourseError, match=r"ends in \.html or \.md"):
        report_files.write(found, tmp_path / "mine.pdf")
