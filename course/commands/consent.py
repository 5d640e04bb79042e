"""What code from elsewhere may do beyond computing is asked for once, in plain words."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from course import locations
from course.errors import WrongUse
from course.terminal import echo

if TYPE_CHECKING:
    from course.learner.consent import Consent
    from course.model import Exercise

KNOWN = ("localhost", "processes")


def allowed_words(_context: click.Context, _option: click.Parameter, value: str) -> frozenset[str]:
    """The value of `--allow`: needs with commas between them."""
    given = frozenset(word.strip() for word in value.split(",") if word.strip())
    if unknown := sorted(given - set(KNOWN)):
        raise click.BadParameter(f"`{unknown[0]}` is none of {', '.join(KNOWN)}.")
    return given


def ask_for_needs(exercise: Exercise, folder: Path, given: frozenset[str]) -> None:
    """Go on when the learner has allowed what an exercise outside the course needs.

    `given` are the needs allowed on the command line. What was answered at a terminal is kept for
    this folder and these needs. Raises CourseError where it is not allowed.
    """
    from course.learner.consent import Consent

    needs = exercise.source.needs
    where = locations.find()
    if folder.resolve().is_relative_to(where.exercises.resolve()):
        folder = where.content  # of a course, all of it is asked for at once
        ask(Consent(where, folder), needs, given, "course")
    else:
        ask(Consent(where, folder, needs), needs, given, "exercise")


def ask(consent: Consent, needs: Iterable[str], given: frozenset[str], what: str) -> None:
    """Ask for what code in a folder (of a `course` or an `exercise`) needs and may not do yet."""
    from course.learner.consent import asked, in_words

    consent.allow_for_now(given)
    if not consent.lacks(needs):
        return
    whose = "is not part of the course" if what == "exercise" else "came not with this program"
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise WrongUse(
            f"The {what} in {consent.folder} {whose}, and its code asks to {in_words(needs)}. "
            f"Where you trust who wrote it, add `--allow {','.join(asked(needs))}`."
        )
    echo(f"The {what} in {consent.folder} {whose}.", err=True)
    does = in_words(consent.needs)
    echo(f"Its code, and yours while it is checked, asks to {does}.", err=True)
    echo("Your files and the internet stay closed to it.", err=True)
    if not click.confirm(f"Allow this for this {what} from now on?", err=True):
        raise WrongUse("It was not checked: it cannot be checked without that.")
    consent.allow()
