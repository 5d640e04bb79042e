"""Whether packs are checked rightly: of every exercise the example passes and the stub does not.

Run it as `python -m benchmarks.packs FOLDER|ZIP`, with a clone of an Exercism track for example.
The pack is added to an empty home first, by the very door that learners use.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from benchmarks.machine import machine
from course import locations
from course.catalogue import Catalogue
from course.catalogue.exercises import reference
from course.checking import Checker
from course.errors import CourseError
from course.learner.packs.adding import add
from course.model import Verdict


async def verdicts(catalogue: Catalogue, idents: list[str]) -> list[tuple[str, str, str]]:
    """Of each exercise the verdict on its example and on its stub."""
    async with Checker() as checker:

        async def one(ident: str) -> tuple[str, str, str]:
            try:
                exercise = catalogue.exercise(ident)
                example = await checker.check(exercise, reference(exercise), independent=True)
                stub = await checker.check(exercise, exercise.starter, independent=True)
            except CourseError as error:
                return ident, str(error), ""
            return ident, example.verdict, stub.verdict

        return list(await asyncio.gather(*(one(ident) for ident in idents)))


def main() -> int:
    """Add the pack, check everything, tell what is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", type=Path)
    pack = parser.parse_args().pack
    with tempfile.TemporaryDirectory() as home:
        where = locations.find(Path(home))
        added = add(where, Catalogue.open(where), pack)
        catalogue = Catalogue.open(where)
        idents = [it for it in catalogue.exercises if it.partition("/")[0] in added.modules]
        found = asyncio.run(verdicts(catalogue, idents))
    good = [one for one in found if one[1] == Verdict.PASSED and one[2] != Verdict.PASSED]
    print(machine())
    for words in added.left_out:
        print(f"left out: {words}")
    for ident, example, stub in found:
        if (ident, example, stub) not in good:
            print(f"{ident}: the example {example}, the stub {stub}")
    print(f"{len(good)} of {len(found)}: the example passes and the stub does not")
    return 0 if len(good) == len(found) and not added.left_out else 1


if __name__ == "__main__":
    sys.exit(main())
