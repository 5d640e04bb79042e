"""A repository in the workspace: built once, built anew where nobody has touched it, kept else."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from course.checking.repository.build import build
from course.checking.repository.facts import facts
from course.learner.exercise_updates import BUILT, Given, GivenTexts, digest, start_of
from course.learner.files import free_name
from course.model import Exercise


class BuiltFolder:
    """The `folder` of an exercise that a script begins; `given` remembers how it was built."""

    def __init__(self, exercise: Exercise, folder: Path, given: GivenTexts) -> None:
        self._exercise = exercise
        self._folder = folder
        self._given = given

    def load(self) -> str:
        """What is in it; built where there is no folder, or nothing in it.

        One that nobody has touched makes way for what a newer course builds.
        """
        folder = self._folder
        if folder.is_dir() and any(folder.iterdir()):
            text = facts(folder)
            given = self._given.of(self._exercise.id)
            if given is None or given.is_task_of(self._exercise) or not self.is_given(text):
                return text
            folder.rename(free_name(folder, "update"))  # what git ignores may be theirs
        with suppress(FileNotFoundError):
            folder.rmdir()
        return self._build()

    def reset(self) -> Path | None:
        """Build the start again; the learner's folder is kept beside it as it is."""
        kept = None
        if os.path.lexists(self._folder):
            kept = free_name(self._folder, "reset")
            self._folder.rename(kept)
        self._build()
        return kept

    def is_given(self, text: str) -> bool:
        """Whether what is there is as it was built."""
        given = self._given.of(self._exercise.id)
        return given is not None and given.has(BUILT, text.encode())

    def _build(self) -> str:
        start, exercise = self._exercise.start, self._exercise
        if start is None:
            raise ValueError(f"{exercise.id} has no script for its repository")
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        build(start, self._folder)
        text = facts(self._folder)
        files = {BUILT: digest(text.encode())}
        self._given.remember(exercise.id, Given(start_of(exercise), exercise.source.brief, files))
        return text
