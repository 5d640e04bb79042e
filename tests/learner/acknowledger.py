"""Run by tests: does learner work for ever and says on standard output what was acknowledged.

    python acknowledger.py NAME

Prints `NAME-0`, `NAME-1` ... each only after the session has taken it.
"""

from __future__ import annotations

import itertools
import sys

from course import locations
from course.learner.session import Session


def main(name: str) -> None:
    """Keep notes, visits and a file, and say so, until killed."""
    session = Session.open(locations.find())
    exercise = session.catalogue.exercise("basics/double")
    for number in itertools.count():
        session.visit("basics/functions", number)
        session.save(exercise, f"# {name}-{number}\n" * 500)
        session.note("basics/functions", f"{name}-{number}")
        print(f"{name}-{number}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
