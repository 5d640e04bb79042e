"""Which tests a submission must pass: from the exercise's own files, never from the submission.

pytest itself collects them once, in a worker like any other, with the reference solution in the
learner's place (or the starter, or a file that answers to any name where neither imports). So
parametrised tests, unittest classes and whatever else pytest collects are listed as pytest names
them. The list is kept by the content of the files, in the cache folder too: a submission cannot
reach it, and no second worker is needed where it is known.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from course.catalogue.package import files_of
from course.checking.conversation import Conversation
from course.checking.fingerprint import fingerprint
from course.checking.once import Once
from course.checking.stored import load, save
from course.errors import ContentError
from course.model import Exercise
from course.worker.protocol import Collected, CollectFailed, Compiled, CompiledCode

Collect = Callable[[Exercise, str], Awaitable[Conversation | None]]
_REMEMBERED = 256
_DEPENDS_ON = ("checking/expected.py", "worker")
# Answers `from module import anything` and any use of what it gives.
_ANYTHING = """
class _Anything(Exception):
    def __init__(self, *arguments, **named): pass
    def __call__(self, *arguments, **named): return self
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return _Anything
    def __iter__(self): return iter(())
def __getattr__(name):
    if name.startswith("__"): raise AttributeError(name)
    return _Anything
"""
_MAKES_CLASSES = re.compile(r"\b(class|type|exec|eval|import|setattr)\b|__")
_SPECIAL = re.compile(r"\b__[a-z]+__\b|\bweakref\b")
_ORDERED = re.compile(r"\btotal_ordering\b|\border\s*=\s*True")
_LOOKS_AT_FRAMES = re.compile(r"frame|inspect|settrace|setprofile|\bgc\b")


class CollectError(ContentError):
    """The tests cannot be collected; `reason` is the last line of what pytest says."""

    def __init__(self, exercise: Exercise, reason: str) -> None:
        super().__init__(
            f"The tests of {exercise.id} in {exercise.folder} cannot be collected. {reason}"
        )
        self.reason = reason.strip()


@dataclass(frozen=True)
class Expected:
    """The tests' ids, `test_find_sku.py::test_known`, in pytest's order.

    `compiled` is what the worker made of each test file, for later workers to start from.
    """

    ids: tuple[str, ...]
    compiled: dict[str, CompiledCode]


class ExpectedTests:
    """Finds and keeps the expected tests of exercises."""

    def __init__(self, collect: Collect) -> None:
        self._collect = collect
        self._known: Once[Expected] = Once()
        self._subjects: dict[str, tuple[tuple[str, ...], bool]] = {}

    async def of(self, exercise: Exercise) -> Expected:
        """The expected tests; `CourseError` when the exercise has none that pytest can collect."""
        return await self._known.get(content_key(exercise), lambda: self._find(exercise))

    async def rests_on(self, exercise: Exercise) -> str:
        """The digest of all that a check of this exercise rests on, but the source."""
        ids = (await self.of(exercise)).ids
        digest = hashlib.sha256(repr((ids, self._about(exercise))).encode())
        digest.update(repr((exercise.module_name, exercise.package, exercise.by_learner)).encode())
        settings = msgspec.structs.replace(exercise.source, title="", hints=(), after=None)
        digest.update(msgspec.json.encode(settings) + exercise.starter.encode("utf-8", "replace"))
        for path in (*exercise.test_files, *exercise.data_files):
            inside = exercise.folder in path.parents
            place = path.relative_to(exercise.folder) if inside else Path(path.name)
            content = path.read_bytes()
            digest.update(f"{place.as_posix()} {len(content)} ".encode() + content)
        return digest.hexdigest()

    async def aclose(self) -> None:
        """Stop what is still being collected."""
        await self._known.aclose()

    def suspects_equality(self, source: str) -> bool:
        """Whether this source may hold a class with its own `__eq__`."""
        return bool(_MAKES_CLASSES.search(source))

    def about(self, exercise: Exercise) -> tuple[str, ...]:
        """The special methods that the exercise's own files speak of."""
        return self._about(exercise)[0]

    def may_peek(self, exercise: Exercise) -> bool:
        """Whether the exercise itself is about frames or tracing."""
        return self._about(exercise)[1]

    def _about(self, exercise: Exercise) -> tuple[tuple[str, ...], bool]:
        """The special methods the exercise's own files speak of, and whether of frames."""
        key = content_key(exercise)
        if key not in self._subjects:
            if len(self._subjects) >= _REMEMBERED:
                self._subjects.clear()
            text = "\n".join((exercise.starter, *_texts(exercise)))
            spoken = set(_SPECIAL.findall(text))
            if _ORDERED.search(text):
                spoken.add("__lt__")
            given = "\n".join(map(_read, filter(_is_python, exercise.data_files)))
            frames = _LOOKS_AT_FRAMES.search(f"{text}\n{given}")
            self._subjects[key] = (tuple(sorted(spoken)), frames is not None)
        return self._subjects[key]

    async def _find(self, exercise: Exercise) -> Expected:
        if not exercise.test_files:
            raise ContentError(f"The exercise {exercise.id} has no tests in {exercise.folder}.")
        key = _stored_under(exercise)
        if (stored := load("expected", key, Expected)) is not None:
            return stored
        reason = ""
        for source in _stand_ins(exercise):
            talk = await self._collect(exercise, source)
            if talk is None:
                return Expected((), {})
            collected = talk.last(Collected)
            if collected and collected.ids and not talk.of(CollectFailed):
                compiled = {event.file: _as_sent(event) for event in talk.of(Compiled)}
                expected = Expected(collected.ids, compiled)
                if key == _stored_under(exercise):  # nobody has written to a file meanwhile
                    save("expected", key, expected)
                return expected
            if (error := talk.last(CollectFailed)) is not None:
                reason = error.text.strip().rsplit("\n", 1)[-1]
        raise CollectError(exercise, reason)


def _as_sent(event: Compiled) -> CompiledCode:
    return {
        "code": event.code,
        "imported": list(event.imported),
        "imports_at_top": event.imports_at_top,
        "modules": list(event.modules),
    }


def _stored_under(exercise: Exercise) -> str:
    """The digest of the exercise's own files, and of what collects tests on this machine."""
    digest = hashlib.sha256(fingerprint(*_DEPENDS_ON))
    names = (exercise.module_name, exercise.source.kind, *exercise.source.needs)
    digest.update(f"{exercise.id} {names} {exercise.by_learner}\n".encode())
    solution = exercise.solution_path
    solutions = files_of(solution) if exercise.package else [solution]
    contents = [exercise.starter.encode("utf-8", "replace")]
    for path in (*exercise.test_files, *solutions, *exercise.data_files):
        place = path.relative_to(exercise.folder) if exercise.folder in path.parents else path
        contents += [place.as_posix().encode(), path.read_bytes() if path.is_file() else b""]
    for content in contents:
        digest.update(f"{len(content)} ".encode() + content)
    return digest.hexdigest()


def content_key(exercise: Exercise) -> str:
    """Changes whenever the exercise's tests, solution or starter change."""
    digest = hashlib.sha256()
    solution = exercise.solution_path
    solutions = files_of(solution) if exercise.package else [solution]
    for path in (*exercise.test_files, *solutions, *exercise.data_files):
        with contextlib.suppress(OSError):
            stat = path.stat()
            digest.update(repr((path, stat.st_mtime_ns, stat.st_size)).encode())
    digest.update(exercise.starter.encode("utf-8", "replace"))
    return digest.hexdigest()


def _stand_ins(exercise: Exercise) -> Iterator[str]:
    from course.catalogue.exercises import reference

    if exercise.solution_path.exists():
        yield reference(exercise)
    yield exercise.starter
    if not exercise.package:
        yield _ANYTHING


def _texts(exercise: Exercise) -> Iterator[str]:
    solution = exercise.solution_path
    for path in (*(files_of(solution) if exercise.package else [solution]), *exercise.test_files):
        if path.is_file():
            yield _read(path)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _is_python(path: Path) -> bool:
    return path.suffix == ".py"
