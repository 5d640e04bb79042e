"""`course progress`: what you have done; export, import and merge it."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from course.plural import counted
from course.terminal import echo, echo_json, write_json


@click.group("progress", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@click.pass_context
def progress(ctx: click.RichContext, as_json: bool) -> None:
    """Show your progress; with a command, move it between machines."""
    if ctx.invoked_subcommand is not None:
        return
    from course.commands.opening import open_session
    from course.plain.progress import lines_of_progress

    with open_session(reading=True) as session:
        if as_json:
            echo_json(session.progress())
            return
        for line in lines_of_progress(session):
            echo(line)


@progress.command("known")
@click.argument("module")
def known(module: str) -> None:
    """You know a module: skip it."""
    from course.commands.opening import open_session
    from course.learner.own_word import say_known

    with open_session() as session:
        echo(say_known(session, module))


@progress.command("back")
@click.argument("module")
def back(module: str) -> None:
    """Put a skipped module back on your path."""
    from course.commands.opening import open_session
    from course.learner.own_word import put_back

    with open_session() as session:
        echo(put_back(session, module))


@progress.command("test")
@click.argument("module")
def test(module: str) -> None:
    """Show with one short exercise that you know a module: which one it is."""
    from course.commands.opening import open_session
    from course.learner.own_word import begin_test, told_of_test

    with open_session() as session:
        exercise = begin_test(session, module)
        echo(told_of_test(exercise, session.catalogue.module_entry(module).title))
        echo(
            f"See it with `course show {exercise.id}`, check it with `course check {exercise.id}`."
        )


@progress.command("goal")
@click.argument("days", type=int)
def set_goal(days: int) -> None:
    """Set how many days a week you want to practise; 0 is no goal."""
    from course.commands.opening import open_session
    from course.learner import habit

    with open_session() as session:
        habit.set_goal(session, days)
        echo(habit.goal_words(habit.goal(session)))


@progress.command("export")
@click.argument("file", metavar="FILE|-")
def export(file: str) -> None:
    """Write everything you did as JSON, to a file or (with -) to standard output."""
    from course.commands.opening import open_session
    from course.learner.transfer import export_progress

    with open_session(reading=True) as session:
        content = export_progress(session.store)
    if file == "-":
        write_json(content.decode())
        return
    from course.learner.files import write_output

    write_output(Path(file), content)
    echo(f"Your progress is in {file}")


@progress.command("import")
@click.argument("file", type=click.Path(path_type=Path))
def import_(file: Path) -> None:
    """Add what a file holds to your progress; what is there already is not doubled."""
    _merge(file)


@progress.command("merge")
@click.argument("file", type=click.Path(path_type=Path))
def merge(file: Path) -> None:
    """The same as import: the union of both machines' progress."""
    _merge(file)


def _merge(file: Path) -> None:
    from course.commands.opening import open_session
    from course.learner.transfer import bring_back_files, import_progress

    with open_session() as session:
        added = import_progress(session.store, file)
        echo(f"{counted(added, 'new entry', 'new entries')} added from {file}")
        if back := bring_back_files(session):
            files = counted(back, "file of yours is", "files of yours are")
            echo(f"{files} in {session.locations.workspace} again, as last checked")
