"""How each known mistake of an exercise answers the probes, worked out once and kept on disk."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence

from course.checking.fingerprint import fingerprint
from course.checking.once import Once
from course.checking.stored import load, save
from course.explaining.known_by_answers import REFERENCE, Answers
from course.model import Exercise, ProbeResult

Known = Mapping[str, Answers]
ProbeAll = Callable[
    [Exercise, Sequence[str], tuple[str, ...]], Awaitable[list[tuple[ProbeResult, ...]]]
]


class KnownMistakes:
    """Finds and keeps the answers of mistakes, by all that they depend on.

    That is the exercise's files, and the course, the libraries and the Python that ran them.
    What was not finished is not stored: the next time it may be.
    """

    def __init__(self, probe_all: ProbeAll) -> None:
        self._probe_all = probe_all
        self._known: Once[Known] = Once()

    async def of(self, exercise: Exercise, calls: tuple[str, ...]) -> Known:
        """The answers of every mistake and of the reference, by name.

        Empty without mistakes or probes.
        """
        if not calls or not exercise.mistakes:
            return {}
        sources = {
            mistake.name: mistake.path.read_text(encoding="utf-8") for mistake in exercise.mistakes
        }
        if exercise.solution_path.is_file():
            sources[REFERENCE] = exercise.solution_path.read_text(encoding="utf-8")
        key = _key(exercise, sources, calls)
        return await self._known.get(key, lambda: self._find(exercise, sources, calls, key))

    async def aclose(self) -> None:
        """Stop what is still being worked out."""
        await self._known.aclose()

    async def _find(
        self, exercise: Exercise, sources: dict[str, str], calls: tuple[str, ...], key: str
    ) -> Known:
        return load("mistakes", key, dict[str, Answers]) or await self._work_out(
            exercise, sources, calls, key
        )

    async def _work_out(
        self, exercise: Exercise, sources: dict[str, str], calls: tuple[str, ...], key: str
    ) -> dict[str, Answers]:
        results = await self._probe_all(exercise, list(sources.values()), calls)
        answers = {
            name: Answers.of_today(probes) for name, probes in zip(sources, results, strict=True)
        }
        if not any(one.outcome == "unfinished" for its in answers.values() for one in its.probes):
            save("mistakes", key, answers)
        return answers


def _key(exercise: Exercise, sources: dict[str, str], calls: tuple[str, ...]) -> str:
    digest = hashlib.sha256(fingerprint("checking", "explaining", "worker", "model.py"))
    files = [*exercise.test_files, *exercise.data_files]
    parts = [exercise.module_name, *exercise.source.needs, *calls, *sources, *sources.values()]
    for part in [
        *(part.encode("utf-8", "replace") for part in parts),
        *(content for file in files for content in (file.name.encode(), file.read_bytes())),
    ]:
        digest.update(f"{len(part)} ".encode() + part)
    return digest.hexdigest()
