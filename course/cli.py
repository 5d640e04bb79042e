"""`course`: opens the app; with a command, parses it, imports what it needs and runs it."""

from __future__ import annotations

import errno
import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from course import search_path
from course.debug import write_to
from course.errors import CourseError, WrongUse

if TYPE_CHECKING:
    from course.locations import Locations
    from course.ui.app import CourseApp

COMMANDS = {
    "add": "commands.add:add",
    "assess": "commands.assess:assess",
    "exam": "commands.exam:exam",
    "author": "authoring.commands:author",
    "check": "commands.check:check",
    "docs": "commands.docs:docs",
    "doctor": "commands.doctor:doctor",
    "hint": "commands.hint:hint",
    "list": "commands.content:list_course",
    "next": "commands.content:next_step",
    "portfolio": "commands.portfolio:portfolio",
    "progress": "commands.progress:progress",
    "report": "commands.report:report",
    "reset": "commands.exercise:reset",
    "review": "commands.review:review",
    "run": "commands.run:run",
    "serve": "commands.serve:serve",
    "shift": "commands.shift:shift",
    "show": "commands.content:show",
    "watch": "commands.exercise:watch",
}
"""Every command and where it is: only the one that is asked for is imported."""


def main() -> None:
    """The `course` command. Exit status: 0 done or passed, 1 not passed, 2 wrong use."""
    search_path.leave_foreign()
    for stream in (sys.stdout, sys.stderr):
        # A terminal or pipe in another encoding gets a replacement, not a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if len(sys.argv) == 1:
        _open_app()
        return
    _run_command()


def _run_command() -> None:
    """Run the command; a single check ends at once, as Python takes its time to clear up."""
    command = build_command()
    if gc.isenabled():
        command()
        return
    try:
        command()
    except SystemExit as ended:
        if not isinstance(ended.code, int):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(ended.code)


def _open_app(first: str = "", recorded: tuple[str, Any] | None = None) -> None:
    """The app, without paying for the command line's parser; `first` is a place to open at.

    With `recorded`, a name and a recording, it opens that and nothing else. A terminal that says
    of itself that it can only show lines gets the plain course.
    """
    from course import locations

    in_browser = "TEXTUAL_DRIVER" in os.environ  # `course serve` draws what it writes
    has_terminal = in_browser or (sys.stdin.isatty() and sys.stdout.isatty())
    is_dumb = os.environ.get("TERM") == "dumb" and not in_browser
    if is_dumb or (recorded is not None and not has_terminal):
        _open_plain(first, recorded)
        return
    if not has_terminal:
        sys.stderr.write(
            "course: the app needs a terminal; `course --plain` is the course without one, and "
            "`course --help` shows what else there is\n"
        )
        sys.exit(2)
    # Nothing made on the way to the first screen is garbage; the app collects again from there.
    gc.disable()
    place = locations.find()
    write_to(place.data / "debug.log")
    try:
        app = _made(place, first, recorded)
    except CourseError as error:
        from course.text import clean

        sys.stderr.write(f"course: {clean(error)}\n")
        sys.exit(error.status)
    app.run()
    sys.exit(app.return_code or 0)


def _made(place: Locations, first: str, recorded: tuple[str, Any] | None) -> CourseApp:
    """The app of the whole course, or of one recording."""
    if recorded is not None:
        from course.ui.stepping import SteppingApp

        return SteppingApp(place, *recorded)
    from course.ui.app import CourseApp

    return CourseApp(place, first=first)


def _open_plain(first: str = "", recorded: tuple[str, Any] | None = None) -> None:
    """The course as plain lines, or one recording. Whoever reads them may go at any time."""
    from course import locations
    from course.plain.course import run, run_recorded
    from course.terminal import nobody_reads
    from course.text import clean

    place = locations.find()
    write_to(place.data / "debug.log")
    try:
        if recorded is None:
            run(place, first)
        else:
            run_recorded(place, recorded[1])
    except CourseError as error:
        sys.stderr.write(f"course: {clean(error)}\n")
        sys.exit(error.status)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        nobody_reads(sys.stdout.fileno())


def build_command() -> Any:
    """The whole command line as a click group; the commands import their work when they run.

    It is long, as click's classes can only be derived from where click is imported.
    """
    import rich_click as click

    from course import __version__
    from course.terminal import echo, nobody_reads, show_only
    from course.text import clean_line

    class Formatter(click.RichHelpFormatter):
        """Writes errors and help; the arguments named in them are shown and never obeyed."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            show_only(self.console)

    class CourseContext(click.RichContext):
        """A context whose words go through that formatter."""

        formatter_class = Formatter

    class CourseGroup(click.RichGroup):
        """Imports the command that is asked for; tells an error and ends with its status."""

        context_class = CourseContext

        def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - click's
            return sorted(COMMANDS)

        def get_command(self, ctx: Any, name: str) -> Any:  # noqa: ARG002 - click's
            if name not in COMMANDS:
                return None
            module, _, function = COMMANDS[name].partition(":")
            return getattr(import_module(f"course.{module}"), function)

        def invoke(self, ctx: Any) -> Any:
            try:
                done = super().invoke(ctx)
                sys.stdout.flush()
                return done
            except BrokenPipeError:  # whoever read it has read enough
                nobody_reads(sys.stdout.fileno())
                ctx.exit(0)
            except CourseError as error:
                echo(f"course: {error}", err=True)
                ctx.exit(error.status)
            except OSError as error:
                if error.errno != errno.ENAMETOOLONG:
                    raise
                # Whatever is given as a file may be any text; the system says so when it looks.
                name = clean_line(str(error.filename), 60)
                echo(f"course: {name} is too long for the name of a file.", err=True)
                ctx.exit(WrongUse.status)

    @click.group(cls=CourseGroup, invoke_without_command=True)
    @click.version_option(__version__, prog_name="course")
    @click.option(
        "--plain",
        is_flag=True,
        help="The whole course as plain lines, for screen readers, braille, pipes. By itself "
        "where TERM=dumb.",
    )
    @click.pass_context
    def course(ctx: click.RichContext, plain: bool) -> None:
        """Become a Python developer from a terminal.

        Without a command, opens the app.
        """
        ctx.obj = opens = _open_plain if plain else _open_app
        if ctx.invoked_subcommand is None:
            opens()

    return course
