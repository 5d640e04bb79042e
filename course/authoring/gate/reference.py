"""The offline reference: every example is run, every name it points at is there."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, Findings, at, found
from course.catalogue.documents import read_content_file
from course.catalogue.reference import Entry, EntryGroup, files, read_group
from course.errors import ContentError
from course.model import Example

if TYPE_CHECKING:
    from course.authoring.gate.runs import Runs

MOST_SENTENCES = 3
MOST_COLUMNS = 78
"""Of an example's line: so much fits into a window of 80 columns."""


def check_names(content: Content) -> Iterator[Finding]:
    """What can be seen without running anything: names, links, lengths."""
    seen: dict[str, Path] = {}
    groups: dict[Path, EntryGroup] = {}
    for file in files(content.lessons_folder):
        try:
            groups[file] = read_group(file)
        except ContentError as error:
            yield from map(found, error.problems)
    names = {entry.name for group in groups.values() for entry in group.entries}
    for file, group in groups.items():
        document = read_content_file(file)
        for place, entry in enumerate(group.entries):

            def problem(part: str, text: str, place: int = place) -> Finding:
                return at(file, document.line(("entries", place, part)), text)  # noqa: B023

            if entry.name in seen:
                text = f"`{entry.name}` is in {seen[entry.name].name} already; keep one of them"
                yield problem("name", text)
            seen[entry.name] = file
            if entry.lesson is not None and entry.lesson not in content.lesson_ids:
                yield problem("lesson", f"there is no lesson {entry.lesson}; name one, or none")
            for name in entry.see:
                if name not in names:
                    yield problem("see", f"the reference has no `{name}`; add it, or leave it out")
            yield from (problem(part, text) for part, text in _lengths(entry))


def _lengths(entry: Entry) -> Iterator[tuple[str, str]]:
    sentences = entry.text.count(". ") + 1
    if sentences > MOST_SENTENCES:
        yield "text", f"it has {sentences} sentences; one or two say what a name does"
    for part in ("use", "example", "output"):
        longest = max(map(len, getattr(entry, part).splitlines()), default=0)
        if longest > MOST_COLUMNS:
            yield part, f"a line has {longest} columns; keep to {MOST_COLUMNS}"


async def check_examples(file: Path, runs: Runs) -> Findings:
    """Run the examples of one file and compare what they print."""
    from course.authoring.gate.lessons import example_fault

    try:
        group = read_group(file)
    except ContentError:
        return Findings()  # it is told by `check_names`
    document = read_content_file(file)
    reports = await asyncio.gather(
        *(runs.run_beside_others(entry.example) for entry in group.entries)
    )
    problems = []
    for place, (entry, report) in enumerate(zip(group.entries, reports, strict=True)):
        example = Example(entry.example, entry.output)
        if example_fault(example, report) is None:
            continue
        if fault := example_fault(example, await runs.run(entry.example)):
            part = "example" if fault.part == "code" else fault.part
            line = document.line(("entries", place, part))
            problems.append(at(file, line and line + fault.below, f"`{entry.name}`: {fault.text}"))
    return Findings(examples=len(group.entries), problems=tuple(problems), checks=runs.count)
