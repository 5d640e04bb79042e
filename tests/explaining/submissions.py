"""The wrong submissions in `students/`: one folder a task, all its submissions in `wrong.txt`.

In that file a line `#### name` begins a submission. They are written the way beginners write
them; the tasks have no known mistakes and no probes, like tasks from elsewhere.
"""

from __future__ import annotations

from pathlib import Path

STUDENTS = Path(__file__).parent / "students"


def tasks() -> list[str]:
    """The names of the tasks."""
    return sorted(path.parent.name for path in STUDENTS.glob("*/wrong.txt"))


def submissions(task: str) -> dict[str, str]:
    """The wrong submissions of a task by name."""
    found: dict[str, str] = {}
    name = ""
    text = (STUDENTS / task / "wrong.txt").read_text(encoding="utf-8")
    for line in text.splitlines(keepends=True):
        if line.startswith("#### "):
            name = line.removeprefix("#### ").strip()
            found[name] = ""
        else:
            found[name] += line
    return found
