"""`course serve`: the app in a browser."""

from __future__ import annotations

import rich_click as click

from course.terminal import echo


@click.command("serve")
@click.option("--port", default=0, metavar="N", help="The port; without it, any that is free.")
@click.option("--no-open", is_flag=True, help="Print the address and open no browser.")
def serve(port: int, no_open: bool) -> None:
    """Open the app in a browser on this machine.

    The address holds a secret: only who knows it can use the course. Nothing outside this machine
    can reach it. Ctrl+C ends it.
    """
    from course.serve import serve as run

    run(port, open_browser=not no_open, say=echo)
