"""`course`: opens the app; with a command, parses it, imports what it needs and runs it."""

from __future__ import annotations

import gc
import os
import sys
from typing import Any

from course import search_path
from course.errors import CourseError


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
    build_command()()


def _open_app(first: str = "") -> None:
    """The app, without paying for the command line's parser; `first` is a place to open at."""
    from course import locations

    in_browser = "TEXTUAL_DRIVER" in os.environ  # `course serve` draws what it writes
    if not in_browser and not (sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stderr.write(
            "course: the app needs a terminal; `course --help` shows what works without one\n"
        )
        sys.exit(2)
    # Nothing made on the way to the first screen is garbage; the app collects again from there.
    gc.disable()
    from course.ui.app import CourseApp

    try:
        app = CourseApp(locations.find(), first=first)
    except CourseError as error:
        from course.text import clean

        sys.stderr.write(f"course: {clean(error)}\n")
        sys.exit(2)
    app.run()
    sys.exit(app.return_code or 0)


def build_command() -> Any:
    """The whole command line as a click group; the commands import their work when they run."""
    import rich_click as click

    from course import __version__
    from course.authoring.commands import author
    from course.commands import (
        assess,
        check,
        content,
        doctor,
        exercise,
        progress,
        report,
        review,
        serve,
    )
    from course.terminal import echo, show_only

    class Formatter(click.RichHelpFormatter):
        """Writes errors and help; the arguments named in them are shown and never obeyed."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            show_only(self.console)

    class CourseContext(click.RichContext):
        """A context whose words go through that formatter."""

        formatter_class = Formatter

    class CourseGroup(click.RichGroup):
        """Tells a CourseError in its own words and ends with 2."""

        context_class = CourseContext

        def invoke(self, ctx: Any) -> Any:
            try:
                return super().invoke(ctx)
            except CourseError as error:
                echo(f"course: {error}", err=True)
                ctx.exit(2)

    @click.group(cls=CourseGroup, invoke_without_command=True)
    @click.version_option(__version__, prog_name="course")
    @click.pass_context
    def course(ctx: click.RichContext) -> None:
        """Become a Python developer from a terminal.

        Without a command, opens the app.
        """
        ctx.obj = _open_app
        if ctx.invoked_subcommand is None:
            _open_app()

    for command in (
        content.list_course,
        content.next_step,
        content.show,
        assess.assess,
        check.check,
        exercise.hint,
        exercise.reset,
        exercise.watch,
        progress.progress,
        review.review,
        report.report,
        serve.serve,
        doctor.doctor,
        author,
    ):
        course.add_command(command)
    return course
