"""What is written where somebody names a file: through no link, and over nothing but a file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from course import cli
from course.locations import Locations

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


def course(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The status of a command and what it says of an error, on one line."""
    with pytest.raises(SystemExit) as ended:
        cli.build_command()(list(arguments), prog_name="course")
    return int(ended.value.code or 0), " ".join(capsys.readouterr().err.split())


def _precious(file: Path) -> None:
    (file.parent / "precious").write_text("precious", encoding="utf-8")
    file.symlink_to("precious")


IN_PLACE: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link": (_precious, "nothing is written through it"),
    "a link to nothing": (lambda file: file.symlink_to("nothing"), "nothing is written through it"),
    "a link to itself": (lambda file: file.symlink_to(file.name), "nothing is written through it"),
    "a link to a device": (lambda file: file.symlink_to("/dev/full"), "nothing is written"),
    "a folder": (lambda file: (file / "report.md").mkdir(parents=True), "There is a folder where"),
    "a pipe": (lambda file: os.mkfifo(file), "is a pipe"),
}


@pytest.mark.parametrize(("put", "words"), IN_PLACE.values(), ids=IN_PLACE)
@pytest.mark.parametrize("command", [("report", "--output"), ("progress", "export")], ids=" ".join)
def test_only_a_file_makes_way_for_what_is_written(
    small_course: Locations,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
    put: Callable[[Path], object],
    words: str,
) -> None:
    file = tmp_path / "out.md"
    put(file)
    before = {path: path.lstat().st_mode for path in tmp_path.glob("*")}
    status, told = course(capsys, *command, str(file))
    assert status == 1
    assert str(file) in told
    assert words in told
    assert {path: path.lstat().st_mode for path in tmp_path.glob("*") if path in before} == before
    assert not (tmp_path / "nothing").exists()
    if "precious" in {path.name for path in before}:
        assert (tmp_path / "precious").read_text(encoding="utf-8") == "precious"


def test_a_file_that_is_there_makes_way(
    small_course: Locations, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out.json"
    file.write_text("old", encoding="utf-8")
    assert course(capsys, "progress", "export", str(file))[0] == 0
    assert '"format": 1' in file.read_text(encoding="utf-8")


def test_a_report_in_the_workspace_is_written_through_no_link(
    small_course: Locations, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_course.workspace / "report"
    folder.mkdir(parents=True)
    (folder / "report.html").symlink_to(tmp_path / "elsewhere.html")
    status, told = course(capsys, "report")
    assert status == 1
    assert "nothing is written through it" in told
    assert not (tmp_path / "elsewhere.html").exists()
