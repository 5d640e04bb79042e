"""`course docs`: look up a name of Python without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rich_click as click

from course.commands.output import show_markdown
from course.errors import UnknownId
from course.terminal import echo, echo_json

if TYPE_CHECKING:
    from course.catalogue.reference import Reference


@click.command("docs")
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON list, for programs.")
def docs(name: str | None, as_json: bool) -> None:
    """Look up NAME: a function, a method, a keyword, an exception, an idea.

    For example `course docs split`, `course docs str.split`, `course docs KeyError`. Without a
    name: what there is.
    """
    from course import locations
    from course.catalogue import Catalogue
    from course.catalogue.reference import Reference, looked_up

    here = locations.find()
    reference = Reference.open(here)
    if name is None:
        _show_names(reference, as_json)
        return
    if as_json and (entry := reference.find(name)):
        echo_json(entry)
        return
    text = looked_up(name, reference, Catalogue.open(here))
    if not text:
        raise UnknownId(_unknown(name, reference))
    show_markdown(text)


def _show_names(reference: Reference, as_json: bool) -> None:
    if as_json:
        echo_json(list(reference.entries))
        return
    for group in reference.groups:
        echo(group.title)
        echo("    " + "  ".join(entry.name for entry in group.entries))


def _unknown(name: str, reference: Reference) -> str:
    near = reference.nearest(name)
    advice = f"Did you mean {' or '.join(near)}?" if near else "`course docs` names what there is."
    return f"The reference has nothing called {name}. {advice}"
