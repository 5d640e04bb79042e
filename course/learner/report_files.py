"""The report as files: HTML, Markdown, or both in a folder."""

from __future__ import annotations

from pathlib import Path

from course.errors import WrongUse
from course.learner.files import write_output
from course.learner.report import Report
from course.learner.report_html import page
from course.learner.report_markdown import document

NAMES = ("report.html", "report.md")
"""What is written into a folder."""


def write(report: Report, output: Path) -> list[Path]:
    """Write HTML or Markdown by the file's ending, both into a folder; the files written.

    Raises CourseError for another ending, or where it cannot be written.
    """
    in_folder = output.is_dir() or not output.suffix
    files = [output / name for name in NAMES] if in_folder else [output]
    for file in files:
        write_output(file, _text(report, file).encode("utf-8"))
    return files


def _text(report: Report, file: Path) -> str:
    """The report as the file's ending says."""
    ending = file.suffix.lower()
    if ending in (".html", ".htm"):
        return page(report)
    if ending in (".md", ".markdown"):
        return document(report)
    raise WrongUse(
        f"A report is not written as {file.suffix}: name a file that ends in .html or .md, "
        "or a folder for both."
    )
