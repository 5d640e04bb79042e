"""`course add`: exercises from elsewhere, put beside the course."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from course.plural import counted
from course.terminal import echo, echo_json


@click.command("add")
@click.argument("source", metavar="FOLDER|ZIP", required=False, type=click.Path(path_type=Path))
@click.option("--remove", metavar="NAME", help="Take a pack away; your own files of it stay.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
def add(source: Path | None, remove: str | None, as_json: bool) -> None:
    """Add exercises from elsewhere: a folder or a ZIP, in our own format or as Exercism has them.

    Without a FOLDER, lists what was added. Its code only ever runs in the sandbox.
    """
    from course.catalogue.packs import pack_folders
    from course.commands.opening import open_session
    from course.learner.packs import adding

    with open_session(reading=True) as session:
        if remove is not None:
            adding.remove(session.locations, remove)
            echo(f"{remove} is no longer beside the course. Your own files of it are still there.")
            return
        if source is None:
            names = [folder.name for folder in pack_folders(session.locations)]
            if as_json:
                echo_json({"packs": names})
            else:
                echo("\n".join(names) or "Nothing has been added yet: course add FOLDER|ZIP")
            return
        added = adding.add(session.locations, session.catalogue, source)
    if as_json:
        echo_json(added)
        return
    echo(f"Added {added.name}: {counted(added.exercises, 'exercise')}.")
    echo(f"They are in the list: course list (module {', '.join(added.modules)})")
    if added.left_out:
        echo(f"\nLeft out or not as it should be ({len(added.left_out)}):")
        for words in added.left_out:
            echo(f"  {words}")
