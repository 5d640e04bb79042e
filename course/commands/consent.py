"""What an exercise from elsewhere may do beyond computing is asked for once, in plain words."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from course import locations
from course.errors import WrongUse
from course.terminal import echo

if TYPE_CHECKING:
    from course.model import Exercise

ASKED = {
    "localhost": "open network connections inside this machine",
    "processes": "start other programs",
}
"""The needs that open something in the sandbox, and what they open."""


def allowed_words(_context: click.Context, _option: click.Parameter, value: str) -> frozenset[str]:
    """The value of `--allow`: needs with commas between them."""
    given = frozenset(word.strip() for word in value.split(",") if word.strip())
    if unknown := sorted(given - ASKED.keys()):
        raise click.BadParameter(f"`{unknown[0]}` is none of {', '.join(ASKED)}.")
    return given


def ask_for_needs(exercise: Exercise, folder: Path, given: frozenset[str]) -> None:
    """Go on when the learner has allowed what an exercise outside the course needs.

    `given` are the needs allowed on the command line. What was answered at a terminal is kept for
    this folder and these needs. Raises CourseError where it is not allowed.
    """
    wanted = sorted(ASKED.keys() & set(exercise.source.needs))
    found = locations.find()
    place = folder.resolve()
    if set(wanted) <= given or place.is_relative_to(found.exercises.resolve()):
        return
    remembered = found.data / "allowed" / f"{_key(place, wanted)}.json"
    if remembered.is_file():
        return
    does = " and ".join(ASKED[need] for need in wanted)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise WrongUse(
            f"The exercise in {folder} is not part of the course, and its code asks to {does}. "
            f"Where you trust who wrote it, add `--allow {','.join(wanted)}`."
        )
    echo(f"The exercise in {folder} is not part of the course.", err=True)
    echo(f"Its code, and yours while it is checked, asks to {does}.", err=True)
    echo("Your files and the internet stay closed to it.", err=True)
    if not click.confirm("Allow this for this exercise from now on?", err=True):
        raise WrongUse("It was not checked: it cannot be checked without that.")
    remembered.parent.mkdir(parents=True, exist_ok=True)
    remembered.write_text(json.dumps({"folder": str(place), "needs": wanted}), encoding="utf-8")


def _key(place: Path, wanted: list[str]) -> str:
    return hashlib.sha256(json.dumps([str(place), wanted]).encode()).hexdigest()[:32]
