"""An Exercism exercise as it comes, turned into an exercise folder of ours.

Read are `.meta/config.json` (which files are the stub, the tests, the example), `.docs/` and, for a
whole track, `config.json` (names, difficulty, order). Nothing is run.

An exercise that asks for a refactoring has a stub that works already, so its tests alone would call
it done. It becomes our kind *refactor*: the tests stay green, and where the example is better than
the stub, the code has to come half of that way.
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from course import shapes
from course.catalogue.documents import read_text
from course.checking.kinds.refactor import MEASURES
from course.errors import ContentError, WrongUse
from course.learner.packs.folder import Made, Maker

_META = Path(".meta/config.json")
_HEADING = re.compile(r"\A\s*# (?:Instructions|Introduction|Instructions append)\s*\n")
_REFACTORING = re.compile(r"refactor\b", re.IGNORECASE)
_MINUTES = 15
_MOST_HINTS = 12


class _Files(msgspec.Struct, frozen=True):
    solution: tuple[str, ...] = ()
    test: tuple[str, ...] = ()
    exemplar: tuple[str, ...] = ()
    example: tuple[str, ...] = ()
    editor: tuple[str, ...] = ()


class _Meta(msgspec.Struct, frozen=True):
    files: _Files
    blurb: str = ""


class _Line(msgspec.Struct, frozen=True):
    slug: str
    name: str = ""
    difficulty: int = 1


class _Lines(msgspec.Struct, frozen=True):
    concept: tuple[_Line, ...] = ()
    practice: tuple[_Line, ...] = ()


class _Track(msgspec.Struct, frozen=True):
    exercises: _Lines = _Lines()
    language: str = ""
    slug: str = ""


def is_exercise(folder: Path) -> bool:
    """Whether a folder is an exercise of that site."""
    return (folder / _META).is_file()


def is_track(folder: Path) -> bool:
    """Whether a folder is a track: a clone of its repository."""
    return any(_all_in(folder))


def name_of(folder: Path) -> str:
    """What a track calls itself; "" where it does not."""
    slug = _track(folder).slug
    return f"exercism-{slug}" if slug else ""


def exercises(folder: Path, make: Maker) -> Iterator[Made]:
    """Turn every exercise of a track, in its order, into ours; broken ones are left out."""
    track = _track(folder)
    lines = [*track.exercises.concept, *track.exercises.practice]
    places = {line.slug: place for place, line in enumerate(lines)}
    known = {line.slug: line for line in lines}
    concepts = len(track.exercises.concept)
    folders = list(_all_in(folder))

    def order(one: Path) -> tuple[int, int, str]:
        place = places.get(one.name, len(lines))
        return (0, place, "") if place < concepts else (known_difficulty(one), 0, one.name)

    def known_difficulty(one: Path) -> int:
        return known[one.name].difficulty if one.name in known else 99

    for one in sorted(folders, key=order):
        yield exercise(one, make, known.get(one.name))


def exercise(folder: Path, make: Maker, line: _Line | None = None) -> Made:
    """Turn one exercise into ours."""
    line = line or _Line(folder.name)
    title = line.name or folder.name.replace("-", " ").title()
    try:
        return _turned(folder, make, line, title)
    except (ContentError, msgspec.MsgspecError, OSError, WrongUse) as error:
        return Made(folder.name, title, why_not=" ".join(str(error).split()))


def _turned(folder: Path, make: Maker, line: _Line, title: str) -> Made:
    meta = shapes.decode(read_text(folder / _META), _Meta)
    stubs = [it for it in meta.files.solution if it.endswith(".py")]
    if len(stubs) != 1:
        raise WrongUse(f"it has {len(stubs)} files to write, and one is what can be checked")
    examples = (*meta.files.exemplar, *meta.files.example)
    if not examples:
        raise WrongUse("it names no example solution")
    stub = _inside(folder, stubs[0])
    tests = [_inside(folder, it) for it in meta.files.test if it.endswith(".py")]
    named = {_inside(folder, it) for it in (*meta.files.editor, *meta.files.test)}
    others = {it for it in folder.iterdir() if it.is_file() and not it.name.startswith(".")}
    real = [it for it in tests if _has_tests(it)]
    if not real:
        raise WrongUse("there are no tests in its test files")
    docs = folder / ".docs"
    brief = _document(docs, "instructions.md", "instructions.append.md") or meta.blurb or title
    solution, starter = read_text(_inside(folder, examples[0])), read_text(stub)
    kind = dict[str, Any]()
    if _REFACTORING.match(meta.blurb) and (limits := _limits(starter, solution)):
        kind = {"kind": "refactor", "rules": {"limits": limits}}
        brief = f"{brief}\n\n{_asked(limits)}"
    target = make.folder(folder.name)
    make.exercise(
        target,
        title=title,
        brief=brief,
        minutes=_MINUTES,
        difficulty=min(5, max(1, (line.difficulty + 1) // 2)),
        hints=tuple(_hints(docs)),
        module=stub.stem,
        solution=solution,
        starter=starter,
        **kind,
    )
    for test in real:
        name = test.name if test.name.endswith("_test.py") else f"{test.stem}_test.py"
        (target / name).write_text(_without_skipped(read_text(test)), encoding="utf-8")
    for file in sorted((named | others) - {stub, *real}):
        (target / "beside").mkdir(exist_ok=True)
        shutil.copyfile(file, target / "beside" / file.name)
    return Made(target.name, title, before=_document(docs, "introduction.md"), minutes=_MINUTES)


def _limits(starter: str, solution: str) -> dict[str, int]:
    """What the code has to come down to, halfway to the example; {} where that is no better."""
    limits = {}
    try:
        for name, (_, measure) in MEASURES.items():
            before, after = measure(starter).value, measure(solution).value
            if after < before:
                limits[name] = (before + after) // 2
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}  # the stub cannot be read, so its tests are what is to be done
    return limits


def _asked(limits: dict[str, int]) -> str:
    items = "\n".join(f"- at most {most} {MEASURES[name][0]}" for name, most in limits.items())
    return f"You are done when the tests still pass and the code has\n\n{items}"


def _all_in(folder: Path) -> Iterator[Path]:
    for kind in ("concept", "practice"):
        parent = folder / "exercises" / kind
        if parent.is_dir():
            yield from (it for it in sorted(parent.iterdir()) if is_exercise(it))


def _track(folder: Path) -> _Track:
    file = folder / "config.json"
    if not file.is_file():
        return _Track()
    try:
        return shapes.decode(read_text(file), _Track)
    except (msgspec.MsgspecError, ContentError):
        return _Track()


def _inside(folder: Path, name: str) -> Path:
    """A file that an exercise names, which has to be one of its own."""
    place = PurePosixPath(name)
    if place.is_absolute() or ".." in place.parts or "\\" in name or ":" in name:
        raise WrongUse(f"it names the file {name!r}, which leads out of its folder")
    file = folder / place
    if not file.is_file():
        raise WrongUse(f"its file {name} is not there")
    return file


def _has_tests(file: Path) -> bool:
    return re.search(r"^\s*(async )?def test", read_text(file), re.MULTILINE) is not None


def _without_skipped(tests: str) -> str:
    """Tests without those that their own author skips: nobody can pass these."""
    try:
        tree = ast.parse(tests)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return tests
    lines = tests.splitlines(keepends=True)
    functions = [it for it in ast.walk(tree) if isinstance(it, ast.FunctionDef)]
    for one in sorted(functions, key=lambda it: -it.lineno):
        marks = [it.func if isinstance(it, ast.Call) else it for it in one.decorator_list]
        if any(isinstance(it, ast.Attribute) and it.attr == "skip" for it in marks):
            del lines[one.decorator_list[0].lineno - 1 : one.end_lineno]
    return "".join(lines)


def _document(docs: Path, *names: str) -> str:
    """Documents one after the other, without the heading that only says what they are."""
    texts = [read_text(docs / name) for name in names if (docs / name).is_file()]
    bare = [_HEADING.sub("", text) for text in texts]
    return "\n\n".join(text.strip() for text in bare if text.strip())


def _hints(docs: Path) -> Iterator[str]:
    """The hints: each item of its lists."""
    if not (docs / "hints.md").is_file():
        return
    text = read_text(docs / "hints.md")
    items = re.findall(r"^[-*] (.+(?:\n(?![-*#\n]).+)*)", text, re.MULTILINE)
    yield from (" ".join(item.split()) for item in items[:_MOST_HINTS])
