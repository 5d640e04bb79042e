"""One run of the gate from the command line or a benchmark: read, check, tell."""

from __future__ import annotations

import asyncio

from course import locations as places
from course.authoring.cache import Cache
from course.authoring.gate.checks import check_content
from course.authoring.gate.content import Content, Selection, read_content, select
from course.authoring.gate.findings import Findings
from course.authoring.report import progress
from course.checking import Checker
from course.locations import Locations


def run(
    names: tuple[str, ...] = (),
    locations: Locations | None = None,
    fresh: bool = False,
    shown: bool = False,
) -> Findings:
    """Check what is named, or everything.

    Raises UnknownId for a name that is none. `shown` draws a progress bar on stderr.
    """
    locations = locations or places.find()
    content = read_content(locations)
    selection = select(content, names)
    cache = Cache(locations.cache / "author-check", believe=not fresh)
    findings = asyncio.run(_check(content, selection, cache, shown))
    cache.prune()
    return findings


async def _check(content: Content, selection: Selection, cache: Cache, shown: bool) -> Findings:
    total = sum(one in content.lessons for one in selection.lessons)
    total += sum(one in content.exercises for one in selection.exercises)
    with progress(total, shown) as done:
        async with Checker() as checker:
            return await check_content(content, selection, checker, cache, done)
