"""A pack being made: its folder, its exercises, the lessons that lead through them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from course.catalogue.constructs import constructs
from course.catalogue.names import EXERCISE_FILE
from course.errors import WrongUse
from course.model import Concept

IN_A_LESSON = 5
_MOST_PRACTISED = 8


class Made(msgspec.Struct, frozen=True):
    """An exercise that was taken in, or `why_not`. `before` is to be read before it."""

    name: str
    title: str
    why_not: str = ""
    before: str = ""
    minutes: int = 10


class Maker:
    """Writes the content root of a pack whose module is called like the pack.

    `concepts` are the course's, in the order in which it teaches them: what an exercise practises
    is read off its solution.
    """

    def __init__(self, root: Path, name: str, concepts: Mapping[str, Concept]) -> None:
        self.root = root
        self.name = name
        self._concepts = concepts

    def folder(self, name: str) -> Path:
        """The folder of an exercise, made."""
        folder = self.root / "exercises" / self.name / identifier(name).replace("-", "_")
        if folder.exists():
            raise WrongUse(f"there are two exercises called {folder.name}")
        folder.mkdir(parents=True)
        return folder

    def exercise(self, folder: Path, *, solution: str, starter: str, **source: Any) -> None:
        """Write an exercise's own files; JSON is YAML, too."""
        document = {"kind": "write", "practises": self.practised(solution), **source}
        _write(folder / EXERCISE_FILE, document)
        (folder / "solution.py").write_text(solution, encoding="utf-8")
        (folder / "starter.py").write_text(starter, encoding="utf-8")

    def practised(self, solution: str) -> tuple[str, ...]:
        """The concepts of the course that a solution uses, those taught last."""
        try:
            used = set(constructs(solution))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return ()
        known = [it for it, concept in self._concepts.items() if used & set(concept.constructs)]
        return tuple(known[-_MOST_PRACTISED:])

    def lessons(self, title: str, made: Sequence[Made]) -> None:
        """Write the course file, the module and a lesson for every few exercises."""
        _write(self.root / "lessons/course.yaml", {"title": title, "modules": [self.name]})
        folder = self.root / "lessons" / self.name
        _write(folder / "module.yaml", {"title": title, "can_do": f"Exercises from {title}."})
        parts = [made[at : at + IN_A_LESSON] for at in range(0, len(made), IN_A_LESSON)]
        for number, part in enumerate(parts, 1):
            names = part[0].title if len(part) == 1 else f"{part[0].title} to {part[-1].title}"
            minutes = min(60, max(1, sum(one.minutes for one in part)))
            lesson = {
                "title": names,
                "minutes": minutes,
                "summary": f"Exercises from {title}.",
                "steps": list(self._steps(part)),
            }
            _write(folder / f"{number:03}-part-{number}.yaml", lesson)

    def _steps(self, part: Iterable[Made]) -> Iterable[dict[str, str]]:
        for one in part:
            if one.before:
                yield {"text": one.before}
            yield {"exercise": f"{self.name}/{one.name}"}


def identifier(name: str) -> str:
    """A name as an id: `Two Fer.zip` is `two-fer-zip`."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    if not slug:
        raise WrongUse(f"{name!r} has no letter or digit that could be its name; rename it.")
    return slug[:60]


def _write(file: Path, content: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(msgspec.json.format(msgspec.json.encode(content)))
