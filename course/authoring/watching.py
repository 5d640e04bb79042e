"""`course author check --watch`: what a save has changed, within a second of it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

from course import locations as places
from course.authoring.cache import Cache
from course.authoring.gate.checks import check_units, stored
from course.authoring.gate.content import kept_in, read_content, select
from course.authoring.gate.findings import Findings, merged
from course.authoring.gate_output import as_lines, place, said
from course.checking import Checker
from course.errors import CourseError
from course.locations import Locations
from course.terminal import echo

_DEBOUNCE = 150  # milliseconds: an editor writes a file in several steps
_STEP = 30


def watch(names: tuple[str, ...], notes: bool) -> None:
    """Check what is named now and after each save; without names, what was saved."""
    with suppress(KeyboardInterrupt):
        asyncio.run(_follow(names, notes, places.find()))


async def _follow(names: tuple[str, ...], notes: bool, locations: Locations) -> None:
    from watchfiles import awatch

    before: set[str] = set()
    outside = [Path(name).absolute() for name in names if Path(name).exists()]
    checker = Checker()  # it starts workers when there is something to run
    try:
        if names:
            before = await _tell(names, notes, locations, checker, before)
        echo("Watching; save a file (ctrl+c ends).")
        watched = {locations.lessons, locations.exercises, *outside}
        async for changes in awatch(*watched, debounce=_DEBOUNCE, step=_STEP):
            files = sorted({Path(file) for _, file in changes if _is_content(Path(file))})
            if files:
                echo(f"\nsaved: {', '.join(place(str(file)) for file in files)}")
                wanted = names or tuple(dict.fromkeys(_asked_by(files, locations)))
                before = await _tell(wanted, notes, locations, checker, before)
    finally:
        await checker.aclose()


def _is_content(file: Path) -> bool:
    """Whether somebody wrote it: not what Python or an editor leaves beside a file."""
    hidden = file.name.startswith((".", "#")) or file.name.endswith(("~", ".swp", ".tmp"))
    passing = not file.exists() and not file.suffix  # what an editor writes and renames
    return not hidden and not passing and "__pycache__" not in file.parts


def _asked_by(files: list[Path], locations: Locations) -> list[str]:
    """The lessons and exercises that files belong to."""
    names = []
    for file in files:
        if locations.exercises in file.parents:
            parts = file.relative_to(locations.exercises).parts
            if len(parts) > 2:
                names.append("/".join(parts[:2]))
        elif file.suffix == ".yaml" and file.is_file() and file.parent.parent == locations.lessons:
            names.append(str(file.parent if file.name == "module.yaml" else file))
    return names


async def _tell(
    names: tuple[str, ...],
    notes: bool,
    locations: Locations,
    checker: Checker,
    before: set[str],
) -> set[str]:
    """Say what is wrong, and what no longer is; the problems there are."""
    try:
        findings = await _checked(names, locations, checker)
    except CourseError as error:
        echo(f"course: {error}", err=True)
        return before
    lines = {said(one) for one in findings.problems}
    for line in sorted(before - lines):
        echo(f"mended: {line}")
    echo("\n".join(as_lines(findings, notes)))
    return lines


async def _checked(names: tuple[str, ...], locations: Locations, checker: Checker) -> Findings:
    content = read_content(locations, kept_in(locations))
    selection = select(content, names)
    cache = Cache(locations.cache / "author-check")
    parts, left = stored(content, selection, cache)
    return merged([*parts, *await check_units(left, checker, cache)])
