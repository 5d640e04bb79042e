"""A review by keyboard: a line is marked, a kind chosen, words written."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from course.catalogue import read_exercise
from course.checking.kinds.review import read_comments, score
from course.locations import Locations
from course.ui.screens.remark import KINDS

REVIEW = Path(__file__).parents[1] / "authoring" / "content" / "exercises" / "shop" / "review_fee"


@pytest.fixture
def review_course(own_course: Locations) -> Locations:
    """The small course with a review in it."""
    shutil.copytree(REVIEW, own_course.exercises / "loops" / "review_fee")
    lesson = own_course.lessons / "02-loops" / "01-for.yaml"
    steps = lesson.read_text(encoding="utf-8").rstrip()
    lesson.write_text(f"{steps}\n  - exercise: loops/review_fee\n", encoding="utf-8")
    return own_course


@pytest.mark.usefixtures("patient")
async def test_enter_on_a_line_asks_for_a_comment_and_puts_it_below(
    open_app: Any, review_course: Locations
) -> None:
    async with open_app(review_course, size=(80, 24)) as it:
        screen = await it.exercise("loops/review_fee")
        await it.press("2", "down", "down", "enter")
        assert it.place == "RemarkDialog"
        await it.press("down", "enter", *"anyone")
        assert f">> {KINDS[1]}: anyone" in screen.editor.text, "it is kept as it is typed"
        await it.press("enter")
        lines = screen.editor.text.split("\n")
        assert lines[3] == f">> {KINDS[1]}: anyone"
        await it.press("enter", *"reads it")
        assert screen.editor.text.split("\n")[4] == ">> reads it", "the comment goes on"
        [comment] = read_comments(screen.editor.text)[1]
        assert (comment.line, comment.seen) == (3, 3)
        await it.press("up", "up", "enter", "enter", *"no", "escape")
        assert len(screen.editor.text.split("\n")) == len(lines) + 1, "Esc leaves it as it was"


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_alone_finds_nothing(kind: str) -> None:
    exercise = read_exercise(REVIEW)
    lines = exercise.starter.splitlines()
    source = "\n".join(f"{line}\n>> {kind}: here" for line in lines)
    diff, comments = read_comments(source)
    assert not score(diff, exercise.defects, comments).hits
    assert comments[1].seen == 3, "as the learner counts, comments and all"
