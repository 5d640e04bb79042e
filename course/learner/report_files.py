"""The report as files: HTML, Markdown, or both in a folder."""

from __future__ import annotations

from pathlib import Path

from course.errors import WrongUse
from course.learner.files import write_file
from course.learner.report import Report
from course.learner.report_html import page
from course.learner.report_markdown import document

NAMES = ("report.html", "report.md")
"""What is written into a folder."""


def write(report: Report, output: Path) -> list[Path]:
    """Write HTML or Markdown by the file's ending, both into a folder; the files written.

    Raises CourseError for another ending, or where it cannot be written.
    """
    if output.is_dir() or not output.suffix:
        html, markdown = (output / name for name in NAMES)
        return [*write(report, html), *write(report, markdown)]
    ending = output.suffix.lower()
    if ending in (".html", ".htm"):
        text = page(report)
    elif ending in (".md", ".markdown"):
        text = document(report)
    else:
        raise WrongUse(
            f"A report is not written as {output.suffix}: name a file that ends in .html or .md, "
            "or a folder for both."
        )
    write_file(output, text.encode("utf-8"))
    return [output]
