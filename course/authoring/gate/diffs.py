"""A diff under review is one that git could apply, and its defects are on lines that it changes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject
from course.catalogue.kinds import DEFECTS, DIFF

_HUNK = re.compile(r"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_HEADINGS = ("diff ", "index ", "--- ", "+++ ", "new file", "deleted file", "old mode", "new mode",
             "similarity ", "rename ", "Binary ")  # fmt: skip


class Hunk(NamedTuple):
    """A part of a diff: the line of its heading, what that promises, and the lines after it."""

    line: int
    old_start: int
    old: int
    new_start: int
    new: int
    body: list[tuple[int, str]]


def hunks(diff: str) -> Iterator[Hunk]:
    """The hunks of a diff; line numbers are those of the diff, from 1."""
    current: Hunk | None = None
    lines = diff.splitlines()
    for number, line in enumerate(lines, 1):
        if match := _HUNK.match(line):
            if current is not None:
                yield current
            start, count, new_start, new_count = match.groups()
            current = Hunk(
                number, int(start), int(count or 1), int(new_start), int(new_count or 1), []
            )
        elif current is not None and _ends(line, lines[number : number + 1]):
            yield current
            current = None
        elif current is not None:
            current.body.append((number, line))
    if current is not None:
        yield current


def _ends(line: str, following: list[str]) -> bool:
    """Whether the next file of the diff begins here."""
    if line.startswith("--- ") and following and following[0].startswith("+++ "):
        return True
    return line.startswith("diff --git ")


@rule("kind", "A hunk of a diff has as many lines as its `@@` says, each with its ` `, `+` or `-`.")
def a_diff_applies(subject: Subject) -> Iterator[Finding]:
    """A diff under review names its files and has hunks that fit together."""
    if subject.kind != "review":
        return
    file, diff = subject.folder / DIFF, subject.exercise.starter
    parts = list(hunks(diff))
    if not parts:
        yield at(file, 1, "there is no `@@` in this diff; paste it as `git diff` prints it")
        return
    if not re.search(r"^--- .*\n\+\+\+ ", diff, re.M):
        yield at(file, 1, "no `---` and `+++` say which file is changed; paste them as well")
    last_line = 0
    for hunk in parts:
        for number, line in hunk.body:
            if line and line[0] not in " +-\\":
                text = "a line of a diff begins with a space, `+` or `-`; this one is neither"
                yield at(file, number, text)
                break
        else:
            yield from _counted(file, hunk)
        if hunk.old_start < last_line and hunk.line > parts[0].line:
            text = "this `@@` begins before the end of the one above; put them in order"
            yield at(file, hunk.line, text)
        following = [one for one in parts if one.line > hunk.line]
        same_file = following and not any(
            line.startswith("+++ ") for line in diff.splitlines()[hunk.line : following[0].line]
        )
        last_line = hunk.old_start + hunk.old if same_file else 0
    yield from _headings(file, diff)


def _counted(file: object, hunk: Hunk) -> Iterator[Finding]:
    lines = [line for _, line in hunk.body]
    while lines and not lines[-1]:  # an editor adds an empty line at the end of a file
        lines.pop()
    old = sum(not line.startswith(("+", "\\")) for line in lines)
    new = sum(not line.startswith(("-", "\\")) for line in lines)
    if (old, new) != (hunk.old, hunk.new):
        yield at(
            file,  # type: ignore[arg-type]
            hunk.line,
            f"this `@@` promises {hunk.old} old and {hunk.new} new lines, and there are {old} and "
            f"{new}, so the diff does not apply; paste it as `git diff` prints it",
        )


def _headings(file: object, diff: str) -> Iterator[Finding]:
    for number, line in enumerate(diff.splitlines(), 1):
        if line.startswith(("+", "-")) and not line.startswith(("+++ ", "--- ")):
            return
        if line.strip() and not line.startswith((*_HEADINGS, "@@", " ")):
            text = "above the first `@@` stand only the headings of `git diff`; take this away"
            yield at(file, number, text)  # type: ignore[arg-type]
            return


@rule("kind")
def added_lines_are_python(subject: Subject) -> Iterator[Finding]:
    """What a diff makes of a Python file is Python, where no defect says that it is not."""
    if subject.kind != "review":
        return
    lines = subject.exercise.starter.splitlines()
    faulty = {line for defect in subject.exercise.defects for line in defect.lines}
    for hunk in hunks(subject.exercise.starter):
        above = (line for line in reversed(lines[: hunk.line]) if line.startswith("+++ "))
        if PurePosixPath(next(above, "").partition("\t")[0]).suffix != ".py":
            continue
        broken = _no_python(hunk, "+")
        if broken is None or broken in faulty or _no_python(hunk, "-") is not None:
            continue
        text = "with the lines that begin with `+` this part is no Python any more; correct it"
        yield at(subject.folder / DIFF, broken, text)


def _no_python(hunk: Hunk, side: str) -> int | None:
    """The line of the diff where a part of a file stops being Python, or None where it is.

    That is the part as it was (`-`) or as it becomes (`+`), which is read by itself.
    """
    kept = [(number, line[1:]) for number, line in hunk.body if line[:1] in ("", " ", side)]
    first = next((line for _, line in kept if line.strip()), "")
    blocks = [f"{' ' * indent}if True:" for indent in range(0, len(first) - len(first.lstrip()), 4)]
    try:
        ast.parse("\n".join([*blocks, *(line for _, line in kept)]))
    except SyntaxError as error:
        place = min(max((error.lineno or 1) - len(blocks) - 1, 0), len(kept) - 1)
        return kept[place][0]
    return None


@rule("kind", "No two defects are on the same line.")
def defects_are_changed_lines(subject: Subject) -> Iterator[Finding]:
    """A defect is on lines that the diff changes: with `+` or `-` in front."""
    if subject.kind != "review":
        return
    lines = subject.exercise.starter.splitlines()
    file = subject.folder / DEFECTS
    owners: dict[int, int] = {}
    for number, defect in enumerate(subject.exercise.defects):
        place = subject.content.line(file, "defects", number)
        here = [line for line in defect.lines if line <= len(lines)]
        changed = [line for line in here if lines[line - 1].startswith(("+", "-"))]
        if here and not changed and not _is_heading(lines[here[0] - 1]):
            statement = lines[here[0] - 1].strip()
            text = f"line {here[0]} of {DIFF} is not changed by the diff (`{statement}`)"
            yield at(file, place, f"{text}; a colleague answers for what they change")
        empty = [line for line in here if len(lines[line - 1].strip(" +-")) == 0]
        if here and empty == here:
            text = f"line {here[0]} of {DIFF} is empty; count lines of the diff file from 1"
            yield at(file, place, text)
        for line in here:
            if line in owners:
                text = f"line {line} is also that of defect {owners[line] + 1}; make one of the two"
                yield at(file, place, text)
            owners.setdefault(line, number)


def _is_heading(line: str) -> bool:
    return line.startswith(("@@", "---", "+++", "diff ", "index "))
