"""What two lessons or exercises must not share: a title, the number of a ticket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.catalogue.names import EXERCISE_FILE

_TICKET = re.compile(r"\b[Tt]icket\s+#?(\d+)")


@rule("course")
def titles_differ(content: Content) -> Iterator[Finding]:
    """No two lessons of a module have one title, and no two of its exercises."""
    seen: dict[tuple[str, str, str], str] = {}
    titled = [("lesson", key, one.title, one.path) for key, one in content.lessons.items()]
    titled += [
        ("exercise", key, one.title, one.folder / EXERCISE_FILE)
        for key, one in content.exercises.items()
    ]
    for what, key, title, file in titled:
        other = seen.setdefault((what, key.partition("/")[0], title), key)
        if other != key:
            text = f"{other} has this title as well; say what differs"
            yield at(file, content.line(file, "title"), text)


@rule("course")
def tickets_differ(content: Content) -> Iterator[Finding]:
    """Two exercises about one ticket: a number is given only once."""
    homes: dict[str, str] = {}
    for exercise_id, exercise in content.exercises.items():
        for number in set(_TICKET.findall(f"{exercise.source.title}\n{exercise.source.brief}")):
            other = homes.setdefault(number, exercise_id)
            if other != exercise_id:
                file = exercise.folder / EXERCISE_FILE
                text = f"ticket {number} is that of {other} as well; give it another number"
                yield at(file, content.line(file, "brief"), text)
