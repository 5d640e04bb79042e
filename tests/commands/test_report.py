"""`course report` as its users meet it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from course.learner.session import Session
from course.locations import Locations


def report(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "course", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_what_was_checked_is_in_the_report(small_course: Locations, tmp_path: Path) -> None:
    session = Session.open(small_course)
    own = session.file(session.catalogue.exercise("basics/double"))
    session.store.close()
    own.parent.mkdir(parents=True)
    own.write_text("def double(n):\n    return n + n  # mine & <mine>\n", encoding="utf-8")
    assert report("check", "basics/double").returncode == 0

    done = report("report", "--output", tmp_path / "r.html", "--name", "Kim", "--code", "all")

    assert done.returncode == 0, done.stderr
    assert f"Your report is in {tmp_path / 'r.html'}" in done.stdout
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "what Kim has built" in page
    assert "mine &amp; &lt;mine&gt;" in page


def test_without_an_output_it_goes_to_the_learners_folder(small_course: Locations) -> None:
    done = report("report")

    assert done.returncode == 0, done.stderr
    assert "Nothing has been done yet" in done.stdout
    folder = small_course.workspace / "report"
    assert sorted(file.name for file in folder.iterdir()) == ["report.html", "report.md"]


def test_an_ending_it_cannot_write_is_wrong_use(small_course: Locations, tmp_path: Path) -> None:
    done = report("report", "--output", tmp_path / "r.docx")

    assert done.returncode == 2
    assert "ends in .html or .md" in done.stderr
    assert list(tmp_path.glob("r.*")) == []
