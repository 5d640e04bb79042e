"""Writing the report from the app: where it is, and whether the browser shall open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import CourseError
from course.learner import report, report_files
from course.ui import tab
from course.ui.screens.confirm import ConfirmDialog

if TYPE_CHECKING:
    from course.ui.host import Host


def write_report(app: Host) -> None:
    """Write the report into the learner's folder and offer to open it."""
    try:
        folder = app.locations.workspace / "report"
        files = report_files.write(report.gather(app.session), folder)
    except CourseError as error:
        app.show_error(error)
        return

    def opened(wanted: bool | None) -> None:
        if wanted:
            served = tab.address()
            app.open_url(f"{served}report/{files[0].name}" if served else files[0].as_uri())

    dialog = ConfirmDialog(
        "Your report is written",
        f"{files[0]}\nBeside it is {files[1].name}. It shows only what was counted.",
        yes="Open it in the browser",
        no="Close",
    )
    app.push_screen(dialog, opened)
