"""`course author preview`: the app, opened at what is being written, and kept up with the file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from course import locations as places
from course.authoring.gate.content import kept_in, read_content, select
from course.errors import WrongUse


def beginning_at(name: str, step: int) -> str:
    """The app's action that opens a lesson at a step (from 1), or an exercise.

    Raises UnknownId for a name that is none, WrongUse where it is several.
    """
    locations = places.find()
    content = read_content(locations, kept_in(locations))
    selection = select(content, (name,))
    selected = (*selection.lessons, *selection.exercises)
    if len(selected) != 1:
        some = ", ".join(selected[:3])
        raise WrongUse(f"{name} is more than one lesson or exercise. Name one: {some} ...")
    if selection.lessons:
        lesson = content.lessons.get(selected[0])
        steps = len(lesson.steps) if lesson else step
        if step > steps:
            raise WrongUse(f"{selected[0]} has {steps} steps. Name one of them.")
        file = content.lesson_files[selected[0]][0]
    else:
        file = content.exercise_folders[selected[0]]
    return f"preview({selected[0]!r}, {step - 1}, {str(file)!r})"


@contextmanager
def without_progress() -> Iterator[None]:
    """A home of its own, for as long as the preview is open, in which drafts are shown.

    The author's progress stays as it is.
    """
    with tempfile.TemporaryDirectory(prefix="course-preview-") as folder:
        before = dict(os.environ)
        os.environ |= {"COURSE_HOME": folder, "COURSE_DRAFTS": "1"}
        try:
            yield
        finally:
            os.environ.clear()
            os.environ |= before
