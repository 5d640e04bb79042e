"""Every command is documented, and what the README shows is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from course import locations
from course.catalogue import Catalogue
from course.checking.promises import PROMISES
from course.cli import build_command
from course.learner.exam import MINUTES as EXAM_MINUTES
from course.learner.review import BUDGET_MINUTES
from course.locations import Locations
from course.model import QUESTION_KINDS
from course.ui.keys import HOME
from course.worker import limits

CHECKOUT = Path(__file__).parent.parent
README = CHECKOUT / "README.md"

pytestmark = pytest.mark.skipif(not README.exists(), reason="a wheel carries no README")


def commands(group: Any, before: str = "course") -> list[str]:
    found = []
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        found.append(f"{before} {name}")
        if isinstance(command, click.Group) and name != "author":
            found.extend(commands(command, f"{before} {name}"))
    return found


def test_the_readme_counts_what_is_there(indexed: Callable[[Locations], Locations]) -> None:
    text = " ".join(README.read_text(encoding="utf-8").split())
    said = re.search(
        r"More than (\d+) lessons in (\d+) modules, with (\d+) examples that you can run and (\d+) "
        r"questions; more than (\d+) exercises, (\d+) of them projects",
        text,
    )
    assert said is not None
    lessons, modules, examples, questions, exercises, projects = map(int, said.groups())
    course = Catalogue.open(indexed(locations.find()))
    kinds = Counter(kind for lesson in course.lessons.values() for kind in lesson.steps)
    asked = sum(kinds[kind] for kind in QUESTION_KINDS)
    big = sum(it.kind == "project" for it in course.exercises.values())
    for at_least, number in (
        (lessons, len(course.lessons)),
        (modules, len(course.modules)),
        (projects, big),
        (examples, kinds["example"]),
        (questions, asked),
        (exercises, len(course.exercises)),
    ):
        assert at_least <= number < 1.1 * at_least, (at_least, number)


@pytest.mark.parametrize("command", commands(build_command()))
def test_every_command_is_in_the_readme(command: str) -> None:
    text = README.read_text(encoding="utf-8")
    words = command.split()
    assert f"`{' '.join(words[:2])}" in text
    for word in words[2:]:
        assert f"`{word}`" in text


def test_the_authors_commands_are_in_the_authors_guide() -> None:
    text = (CHECKOUT / "docs" / "authoring.md").read_text(encoding="utf-8")
    group = build_command()
    for name in group.get_command(click.Context(group), "author").commands:
        assert f"course author {name}" in text


@pytest.mark.parametrize(
    "file", ["README.md", "CONTRIBUTING.md", "docs/authoring.md", "docs/security.md"]
)
def test_links_lead_somewhere(file: str) -> None:
    text = (CHECKOUT / file).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert ((CHECKOUT / file).parent / target).exists(), target


def test_the_readme_opens_with_two_commands_that_start_from_nothing() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    shown = [line.strip() for line in lines if line.startswith("    ")][:4]
    assert shown[0].startswith("python3 -m venv")
    assert shown[0].endswith("/course")
    assert shown[1] == "uv run course"
    assert "-m pytest" in shown[2]
    assert shown[3].startswith("uv run")


def test_the_promises_of_the_sandbox_are_those_that_doctor_tries() -> None:
    text = (CHECKOUT / "docs" / "security.md").read_text(encoding="utf-8")
    table = [line for line in text.splitlines() if line.startswith("| ")][2:]
    said = [re.split(r" \(| \| ", row.removeprefix("| "))[0] for row in table]
    assert said == [promise.can for promise in PROMISES]


def test_the_numbers_of_the_prose_are_those_of_the_limits() -> None:
    security = " ".join((CHECKOUT / "docs" / "security.md").read_text(encoding="utf-8").split())
    often = {20: "twenty"}[round(1 / limits.MEASURED_EVERY)]
    for words in (
        f"({limits.STORED_BYTES >> 20} MB, {limits.STORED_FILES:,} files)",
        f"at most {limits.PRINTED_CHARACTERS >> 20} million characters",
        f"more than {limits.PROCESSES} processes, {limits.THREADS:,} threads or "
        f"{limits.MEMORY >> 30} GB",
        f"{limits.FILE_SIZE >> 20} MB each, up to {limits.DESCRIPTORS} in a process",
        f"counted {often} times a second",
        f"| measured {often} times a second",
    ):
        assert words in security
    minutes = f"{({10: 'ten'})[BUDGET_MINUTES]} minutes at most"
    assert f"due today, asked here, {minutes}" in README.read_text(encoding="utf-8")
    assert next(key for key in HOME if key.id == "home.review").tooltip.endswith(minutes)
    exam = f"{EXAM_MINUTES} minutes, no hints"
    assert f"--plain]` | {exam}" in README.read_text(encoding="utf-8")
    assert next(key for key in HOME if key.id == "home.exam").tooltip.startswith(
        f"Take an exam: {exam}"
    )
    for said_in in ("course/ui/palette.py", "course/commands/exam.py"):
        assert exam in (CHECKOUT / said_in).read_text(encoding="utf-8")
