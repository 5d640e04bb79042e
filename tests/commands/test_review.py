"""`course review`: the due cards in plain text, answered line by line, and as JSON."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from course import locations
from course.learner.questions import identity
from course.learner.records import Answer, Review
from course.learner.session import Session
from course.locations import Locations
from course.model import QUESTION_KINDS


@pytest.fixture
def forgotten(small_course: Locations) -> Locations:
    """A learner who went through the first lesson of the small course sixty days ago."""
    return learnt(small_course, "basics/functions")


def learnt(where: Locations, ident: str) -> Locations:
    """A learner who went through a lesson sixty days ago."""
    then = datetime.now(UTC) - timedelta(days=60)
    session = Session.open(where, clock=lambda: then)
    lesson = session.catalogue.lesson(ident)
    for number, step in enumerate(lesson.steps):
        session.visit(lesson.id, number)
        if step.kind in QUESTION_KINDS:
            session.store.append(
                Answer(
                    **session.store.new_row(),
                    lesson=lesson.id,
                    step=number,
                    question=identity(step),
                    correct=True,
                    concepts=session.catalogue.lesson_entry(lesson.id).teaches,
                    answer="",
                )
            )
    session.store.close()
    return where


def review(answers: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "course", "review", *arguments],
        input=answers,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def reviews(where: Locations) -> list[Review]:
    """The reviews that are kept."""
    session = Session.open(where)
    kept = session.store.rows(Review)
    session.store.close()
    return kept


def test_nothing_is_due_for_a_beginner(small_course: Locations) -> None:
    done = review("")
    assert (done.returncode, done.stdout.strip()) == (0, "Nothing is due today.")
    assert json.loads(review("", "--json").stdout) == {"due": []}


def test_the_same_cards_as_in_the_app_as_json(forgotten: Locations) -> None:
    session = Session.open(forgotten)
    due = [(item.id, item.card) for item in session.due()]
    session.store.close()
    said = json.loads(review("", "--json").stdout)["due"]
    assert [(it["id"], it["card"]) for it in said] == due
    assert due
    assert {it["kind"] for it in said} <= {"question", "exercise"}


def test_a_question_is_marked_and_kept() -> None:
    where = learnt(learnt(locations.find(), "first-steps/numbers"), "first-steps/strings")
    done = review("later\n" * 9)
    prompts = ("Type", "Enter: check")
    asked = [line for line in done.stdout.splitlines() if line.startswith(prompts)]
    number = next(at for at, line in enumerate(asked) if line.startswith("Type"))
    gaps = re.search(r"the (\d) gaps", asked[number])
    answer = "|".join("1" * int(gaps[1])) if gaps else "1"
    done = review("later\n" * number + f"{answer}\nstop\n")
    assert done.returncode == 0, done.stderr
    kept = reviews(where)
    assert len(kept) == 1
    if kept[0].rating == 3:
        assert "✓ Right" in done.stdout
        assert "1 of 1 card went well the first time." in done.stdout
    else:
        assert "✗ Not this time" in done.stdout
        assert "You will be asked again soon about" in done.stdout


def test_an_exercise_counts_by_its_first_check(forgotten: Locations) -> None:
    session = Session.open(forgotten)
    exercise = session.catalogue.exercise("basics/double")
    session.save(exercise, "def double(n):\n    return n\n")
    with subprocess.Popen(
        [sys.executable, "-m", "course", "review"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        said = iter(asked.stdout.readline, "")
        next(line for line in said if line.startswith("Enter: check"))
        for source in ("def double(n):\n    return n\n", "def double(n):\n    return n * 2\n"):
            session.save(exercise, source)
            asked.stdin.write("\n")
            asked.stdin.flush()
            next(line for line in said if line.startswith("Enter: "))
        asked.stdin.close()
        rest = "".join(said)
    session.store.close()
    assert "0 of 1 card went well the first time." in rest
    assert [row.rating for row in reviews(forgotten)] == [1]


def test_what_is_left_out_and_the_end_of_the_input_keep_nothing(forgotten: Locations) -> None:
    done = review("later\n")
    assert done.returncode == 0, done.stderr
    assert "Nothing was answered. What is due stays due." in done.stdout
    session = Session.open(forgotten)
    assert session.due()
    session.store.close()
