"""`course author ...`: the authors' commands. What they need is imported when they run."""

from __future__ import annotations

import sys

import rich_click as click

KINDS = ("write", "fix", "test", "review", "refactor", "project")


@click.group()
def author() -> None:
    """Write lessons and exercises: start one, check it, count what there is."""


@author.command()
@click.argument("names", nargs=-1, metavar="[ID]...")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--fresh", is_flag=True, help="Check what has not changed as well.")
def check(names: tuple[str, ...], as_json: bool, fresh: bool) -> None:
    """Check lessons and exercises: all of them, or the IDs, modules or paths named.

    Ends with 0 when nothing is wrong and with 1 when there are problems.
    """
    from course.authoring import gatekeeper, report

    shown = sys.stderr.isatty() and not as_json
    findings = gatekeeper.run(names, fresh=fresh, shown=shown)
    if as_json:
        click.echo(report.as_json(findings))
    else:
        click.echo("\n".join(report.as_lines(findings)))
    sys.exit(1 if findings.problems else 0)
