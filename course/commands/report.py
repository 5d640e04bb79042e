"""`course report`: what was built and what shows which skill, as HTML and Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import rich_click as click

from course.terminal import echo


@click.command("report")
@click.option(
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="A file that ends in .html or .md, a folder for both, or - to print it as Markdown. "
    "Your exercises' folder else.",
)
@click.option("--name", default="", help="Your name, for the title.")
@click.option(
    "--code",
    type=click.Choice(["projects", "all", "none"]),
    default="projects",
    show_default=True,
    help="Whose code is shown: your own, as it passed.",
)
@click.option("--notes", is_flag=True, help="With your notes on the lessons.")
def report(
    output: Path | None, name: str, code: Literal["projects", "all", "none"], notes: bool
) -> None:
    """Write a report you can show: what you built, what shows which skill, all of it counted."""
    from course.commands.opening import open_session
    from course.learner.report import gather
    from course.learner.report_files import write
    from course.learner.report_markdown import document

    with open_session(reading=True) as session:
        gathered = gather(session, name, code, notes)
        if output == Path("-"):
            echo(document(gathered).rstrip())
            return
        files = write(gathered, output or session.locations.workspace / "report")
        if gathered.is_empty:
            echo("Nothing has been done yet; the report says so.")
    for file in files:
        echo(f"Your report is in {file}")
