"""`course author ...`: the authors' commands. What they need is imported when they run."""

from __future__ import annotations

import sys

import rich_click as click

from course.terminal import echo, write_json

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
        write_json(report.as_json(findings))
    else:
        echo("\n".join(report.as_lines(findings)))
    sys.exit(1 if findings.problems else 0)


@author.command()
@click.argument("what", type=click.Choice(["lesson", "exercise"]))
@click.argument("name", metavar="ID")
@click.option("--kind", type=click.Choice(KINDS), default="write", show_default=True)
def new(what: str, name: str, kind: str) -> None:
    """Start a lesson or an exercise: its files, with TODO where you write.

    ID is module/name: functions/return-values for a lesson, functions/find_sku for an exercise.
    """
    from course import locations
    from course.authoring import new as scaffolding
    from course.authoring.gate.content import read_content
    from course.authoring.report import place

    content = read_content(locations.find())
    if what == "lesson":
        made = scaffolding.new_lesson(content, name)
    else:
        made = scaffolding.new_exercise(content, name, kind)
    for file in made:
        echo(place(str(file)))
    echo(f"\nWrite what TODO asks for, then: course author check {name}")


@author.command()
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--write", "folder", metavar="FOLDER", help="Write every schema into FOLDER.")
def schema(name: str | None, folder: str | None) -> None:
    """Print the JSON Schema of one kind of file, or write all of them.

    NAME is course, module, lesson, exercise, milestone, defects or mutants.
    """
    import json
    from pathlib import Path

    from course.authoring import schema as schemas
    from course.authoring.report import place
    from course.errors import WrongUse

    if folder:
        for file in schemas.write_schemas(Path(folder)):
            echo(place(str(file)))
        return
    if name is not None and name not in schemas.FILES:
        raise WrongUse(f"There is no schema {name}. There are: {', '.join(schemas.FILES)}.")
    wanted = [name] if name else list(schemas.FILES)
    made = {one: schemas.schema(one) for one in wanted}
    write_json(json.dumps(made[name] if name else made, indent=2, ensure_ascii=False))


@author.command()
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def stats(as_json: bool) -> None:
    """Count lessons, words, questions and exercises of each module."""
    import msgspec

    from course import locations
    from course.authoring.gate.content import read_content
    from course.authoring.stats import as_table, module_stats

    rows = module_stats(read_content(locations.find()))
    if as_json:
        write_json(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode())
    else:
        echo("\n".join(as_table(rows)))
