"""One run of the gate from the command line or a benchmark: read, check, tell."""

from __future__ import annotations

import asyncio
from pathlib import Path

from course import locations as places
from course.authoring.cache import Cache, stamp_of
from course.authoring.gate.findings import Findings, merged
from course.errors import CourseError
from course.locations import Locations


def run(
    names: tuple[str, ...] = (),
    locations: Locations | None = None,
    fresh: bool = False,
    shown: bool = False,
) -> Findings:
    """Check what is named, or everything.

    Raises UnknownId for a name that is none. `shown` draws a progress bar on stderr. Where no file
    of the course has changed since the same was asked, nothing is read: the answer is the same.
    """
    locations = locations or places.find()
    cache = Cache(locations.cache / "author-check", believe=not fresh)
    asked = cache.key([], _asked(locations, names))
    if (known := cache.get(asked)) is not None:
        return known
    findings = _check(names, locations, cache, shown)
    if not findings.unsure:
        cache.put(asked, findings)
    cache.prune()
    return findings


def _asked(locations: Locations, names: tuple[str, ...]) -> str:
    """What was asked, and the times and sizes of everything that may be read for it."""
    named = [Path(name).absolute() for name in names]
    read = [locations.lessons, locations.exercises, *named]
    return repr((names, [(str(place), stamp_of(place)) for place in read]))


def _check(names: tuple[str, ...], locations: Locations, cache: Cache, shown: bool) -> Findings:
    """Read, and run what was not run before. Workers start while content is read."""
    from course.authoring.gate.checks import Unit, check_units, stored
    from course.authoring.gate.content import kept_in, read_content, select
    from course.authoring.gate_output import progress
    from course.checking import Checker

    def read() -> tuple[list[Findings], list[Unit]]:
        content = read_content(locations, kept_in(locations))
        return stored(content, select(content, names), cache)

    async def work() -> list[Findings]:
        async with Checker(rehearse=False, first=_needs(names, locations)) as checker:
            parts, left = await asyncio.to_thread(read)
            with progress(len(left), shown) as done:
                return [*parts, *await check_units(left, checker, cache, done)]

    return merged(asyncio.run(work()))


def _needs(names: tuple[str, ...], locations: Locations) -> tuple[str, ...]:
    """What all exercises need that are named by their ids, if that is the same."""
    from course.catalogue.exercises import read_exercise_source

    try:
        kinds = {read_exercise_source(locations.exercises / name).needs for name in names}
    except (CourseError, OSError):  # told once it is read
        return ()
    return tuple(kinds.pop()) if len(kinds) == 1 else ()
