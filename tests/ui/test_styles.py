"""Every style sheet lies beside what it is about, is read once, and reads."""

from __future__ import annotations

from pathlib import Path

from textual.css.stylesheet import Stylesheet

from course.ui import styles
from course.ui.app import CourseApp
from course.ui.theme import THEMES

FOLDER = Path(styles.__file__).parent
SHEETS = [Path(sheet) for sheet in (*styles.WORK, *styles.PAGES)]
ITS_OWN = {
    sheet
    for sheet in FOLDER.rglob("*.tcss")
    if f'CSS_PATH = "{sheet.name}"' in sheet.with_suffix(".py").read_text("utf-8")
}
"""Read by the class beside them alone."""


def test_every_sheet_has_the_name_of_the_file_beside_it() -> None:
    for sheet in FOLDER.rglob("*.tcss"):
        assert sheet.with_suffix(".py").is_file(), sheet


def test_every_sheet_is_in_one_list() -> None:
    assert len(SHEETS) == len(set(SHEETS))
    assert not ITS_OWN & set(SHEETS)
    assert {*SHEETS, *ITS_OWN} == set(FOLDER.rglob("*.tcss"))


def test_every_sheet_reads() -> None:
    theme = next(iter(THEMES.values()))
    stylesheet = Stylesheet(variables=theme.to_color_system().generate() | theme.variables)
    stylesheet.read_all([str(sheet) for sheet in (*SHEETS, *ITS_OWN)])
    stylesheet.parse()
    assert len(stylesheet.rules) > 200
    assert Path(CourseApp.CSS_PATH).name == "app.tcss"
