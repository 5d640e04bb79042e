"""`course run`: a program of the learner's own; why it stopped; the same step by step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from course.errors import WrongUse
from course.terminal import echo

if TYPE_CHECKING:
    from course.checking.own_program import Ending


@click.command(
    "run", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
@click.option("--step", is_flag=True, help="Step through it, in a sandbox, in place of running it.")
@click.option("-m", "module", metavar="MODULE", help="Run a module, as `python -m` does.")
@click.argument("arguments", metavar="FILE [ARGS]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def run(ctx: click.RichContext, step: bool, module: str | None, arguments: tuple[str, ...]) -> None:
    """Run a program of your own as Python would, and explain the error it ends with.

    It runs in your own environment with nothing held back: with the Python of your active virtual
    environment, or else the course's. FILE may be a folder with a `__main__.py`. What follows FILE
    are the program's own arguments; its exit status is that of this command.
    """
    if module is None and not arguments:
        raise WrongUse("`course run` needs a file: `course run hello.py`.")
    target, rest = (module, arguments) if module is not None else (arguments[0], arguments[1:])
    if module is None:
        _expect_program(Path(target))
    if step:
        from course.commands.stepping import step_through_own

        step_through_own(ctx, module is not None, target, rest)
        return
    from course.checking.own_program import end_like, run_own

    ending = run_own("file" if module is None else "module", target, rest)
    if ending.exception is not None:
        _explain(ending, target if module is None else f"-m {target}")
    ctx.exit(end_like(ending.status))


def _expect_program(place: Path) -> None:
    """Raise where there is nothing that Python could run."""
    if place.is_dir() and not (place / "__main__.py").is_file():
        raise WrongUse(
            f"{place} is a folder without a `__main__.py`. Name a file in it, or add that file: it "
            "is what runs when the folder does."
        )
    if not place.exists():
        there = Path.cwd()
        raise WrongUse(f"There is no file {place} in {there}.{_near(place)}")


def _near(place: Path) -> str:
    """A file that may be meant."""
    import difflib

    folder = place.parent
    names = [file.name for file in folder.glob("*.py")] if folder.is_dir() else []
    near = difflib.get_close_matches(place.name, names, n=1, cutoff=0.5)
    return f" Did you mean {folder / near[0]}?" if near else ""


def _explain(ending: Ending, target: str) -> None:
    """Say on standard error why it stopped, with the values."""
    import shutil

    from course.explaining.on_imports import may_be_elsewhere
    from course.explaining.programs import explain_own
    from course.plain.prose import lines_of

    assert ending.exception is not None  # noqa: S101 - the caller has looked
    frames = ending.exception.frames
    name = ending.broken or (frames[-1].file if frames else "")
    if not name:
        return
    file = Path(ending.folder, name)
    try:
        source = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return
    words = explain_own(ending.exception, source, ending.broken)
    if not words:
        return
    echo(err=True)
    for line in lines_of(words, min(shutil.get_terminal_size().columns, 100) - 1):
        echo(line, err=True)
    missing = ending.exception.type == "ModuleNotFoundError"
    if missing and may_be_elsewhere(ending.exception.message):
        echo(f"\nIt was run by {ending.python}", err=True)
        echo(
            "Where another Python has that module, activate its virtual environment first.",
            err=True,
        )
    if not ending.broken and frames[-1].variables and not target.startswith("-m"):
        echo(f"\n`course run --step {target}` shows step by step how it got there.", err=True)
