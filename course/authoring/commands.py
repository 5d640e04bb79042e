"""`course author ...`: the authors' commands. What they need is imported when they run."""

from __future__ import annotations

import sys

import rich_click as click

from course.terminal import echo, write_json

KINDS = ("write", "fix", "test", "review", "refactor", "project", "repo")


@click.group()
def author() -> None:
    """Write lessons and exercises: start one, check it, count what there is."""


@author.command()
@click.argument("names", nargs=-1, metavar="[ID]...")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--fresh", is_flag=True, help="Check what has not changed as well.")
@click.option("--notes", is_flag=True, help="Tell waived and unnoticed changes of solutions too.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved.")
def check(names: tuple[str, ...], as_json: bool, fresh: bool, notes: bool, watch: bool) -> None:
    """Check lessons and exercises: all of them, or the IDs, modules or paths named.

    Ends with 0 when nothing is wrong and with 1 when there are problems.
    """
    from course.authoring import gate_output, gatekeeper

    if watch:
        from course.authoring.watching import watch as begin

        begin(names, notes)
        return
    if refusal := gate_output.installed_copy():
        echo(refusal, err=True)
    shown = sys.stderr.isatty() and not as_json
    findings = gatekeeper.run(names, fresh=fresh, shown=shown)
    if as_json:
        write_json(gate_output.as_json(findings))
    else:
        echo("\n".join(gate_output.as_lines(findings, notes)))
    sys.exit(1 if findings.problems else 0)


@author.command()
@click.argument("what", type=click.Choice(["lesson", "exercise", "shift", "course"]))
@click.argument("name", metavar="ID")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="write",
    show_default=True,
    help="What an exercise asks of learners.",
)
def new(what: str, name: str, kind: str) -> None:
    """Start a lesson, an exercise, a shift or a course: its files, with TODO where you write.

    ID is module/name: functions/return-values for a lesson, functions/find_sku for an exercise.
    For a shift it is its name; it begins as a day that works. For a course of your own it is a
    folder that is not there yet.
    """
    from course import locations
    from course.authoring import new as scaffolding
    from course.authoring.gate.content import kept_in, read_content
    from course.authoring.gate_output import installed_copy, place

    if what == "course":
        made = scaffolding.new_course(name)
        for file in made:
            echo(place(str(file)))
        echo(scaffolding.how_to_go_on(name))
        return
    where = locations.find()
    if refusal := installed_copy():
        echo(refusal, err=True)
    content = read_content(where, kept_in(where))
    if what == "shift":
        made = scaffolding.new_shift(content, name)
        name = f"shift/{name}"
    elif what == "lesson":
        made = scaffolding.new_lesson(content, name)
    else:
        made = scaffolding.new_exercise(content, name, kind)
    for file in made:
        echo(place(str(file)))
    how = "It works as it is. Make it yours" if what == "shift" else "Write what TODO asks for"
    echo(f"\n{how}, then: course author check {name}")


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
    from course.authoring.gate_output import place
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
@click.option("--write", "file", metavar="FILE", help="Write the page into FILE.")
def rules(file: str | None) -> None:
    """Print every rule that lessons and exercises are held to."""
    from pathlib import Path

    from course.authoring.rules_page import page
    from course.learner.files import write_output

    if file is None:
        echo(page())
    else:
        write_output(Path(file), page().encode())


@author.command()
@click.argument("name", metavar="ID")
@click.argument("step", type=click.IntRange(1), default=1, metavar="[STEP]")
@click.pass_context
def preview(ctx: click.Context, name: str, step: int) -> None:
    """Open the app at an exercise, or at a lesson's step number STEP, and follow the file.

    ID may be a path. What you save is shown within a second. Nothing of it becomes progress.
    """
    from course.authoring.preview import beginning_at, without_progress

    first = beginning_at(name, step)
    with without_progress():
        ctx.obj(first)


@author.command()
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@click.option("--concepts", is_flag=True, help="What is taught where, and practised by what.")
def stats(as_json: bool, concepts: bool) -> None:
    """Count lessons, words, questions and exercises of each module."""
    import msgspec

    from course import locations
    from course.authoring.gate.content import kept_in, read_content
    from course.authoring.stats import as_table, concept_stats, concept_table, module_stats

    where = locations.find()
    content = read_content(where, kept_in(where))
    if concepts:
        taught = concept_stats(content)
        if as_json:
            write_json(msgspec.json.format(msgspec.json.encode(taught), indent=2).decode())
        else:
            echo("\n".join(concept_table(taught)))
        return
    rows = module_stats(content)
    if as_json:
        write_json(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode())
    else:
        echo("\n".join(as_table(rows)))
