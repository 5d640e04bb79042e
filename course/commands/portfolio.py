"""`course portfolio`: the projects as a git repository that can be shown."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from course.plural import counted
from course.terminal import echo


@click.command("portfolio")
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="Your name, for the README, the licence and the commits.")
@click.option("--email", help="Your address for the commits.")
@click.option("--url", help="Where others will see it; your report links it.")
def portfolio(folder: Path | None, name: str | None, email: str | None, url: str | None) -> None:
    """Write your projects and capstones as a git repository: their history, tests, CI, a licence.

    Into FOLDER, else `portfolio` in your exercises' folder. Written again, it goes on where it was,
    with the name and addresses it had.
    """
    from course.commands.opening import open_session
    from course.learner.portfolio import Owner, remembered, usual_folder, write

    with open_session() as session:
        place = folder or usual_folder(session)
        was = remembered(session, place)
        owner = Owner(
            was.name if name is None else name,
            was.email if email is None else email,
            was.url if url is None else url,
        )
        written = write(session, place, owner)
    echo(f"Your portfolio is in {written.folder}: {'; '.join(written.projects)}.")
    echo(f"{counted(written.commits, 'new commit')}.")
    if not owner.name:
        echo('It says no name yet: course portfolio --name "..." --email ...')
