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


def test_each_ending_has_its_form(job: Session, tmp_path: Path) -> None:
    found = report.gather(job)
    for name, begin in (
        ("a.html", "<!doctype html>"), ("b.HTM", "<!doctype html>"), ("c.md", "# Python"),
        ("d.markdown", "# Python"),
    ):  # fmt: skip
        [file] = report_files.write(found, tmp_path / name)
        assert file.read_text(encoding="utf-8").startswith(begin)
    with pytest.raises(CourseError) as told:
        report_files.write(found, tmp_path / "mine.pdf")
    assert str(told.value) == (
        "A report is not written as .pdf: name a file that ends in .html or .md, or a folder for "
        "both."
    )
    assert not (tmp_path / "mine.pdf").exists()
