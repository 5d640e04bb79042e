"""A class without a server: many learners' files in a folder, and what their checks found, told.

A folder holds one folder for each learner, with their files anywhere in it: as in a workspace
(`functions/find_sku.py`), or under the exercise's own name (`find_sku.py`). With one exercise for
all, a file or folder for each learner is enough (`amira.py`). Nothing of it gets into anybody's
progress.
"""

from __future__ import annotations

import csv
import io
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from course.errors import CourseError
from course.learner.files import read_project, read_submission, write_output
from course.model import CheckReport, Exercise, Verdict
from course.plural import counted
from course.text import clean_line
from course.verdict_words import WORDS

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.learner.mixed_up import MixUps

MOST_FILES = 20_000
NAMES = ("summary.md", "summary.csv", "summary.json")
"""What is written: for a person, for a spreadsheet, for a program."""
_LONGEST = 300
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_TELLS = ("cannot_start", "rule", "mistake", "symptom")


class HandedIn(Struct, frozen=True):
    """A file of a learner, and the exercise it is for."""

    learner: str
    file: Path
    exercise: Exercise
    source: str | bytes


class CheckedWork(Struct, frozen=True):
    """What a check of a learner's file found. `mistake` names what is known, `words` tell it.

    `misconception` is what the mistake shows, by id; `mixed_up` says what that is, and `taught_in`
    is the lesson that tells it apart. They are empty where the mistake shows none.
    """

    learner: str
    exercise: str
    title: str
    file: str
    verdict: str
    passed: int
    tests: int
    mistake: str = ""
    words: str = ""
    misconception: str = ""
    mixed_up: str = ""
    taught_in: str = ""


class Class(Struct, frozen=True):
    """What was found of everybody, and files that are nobody's exercise, with why."""

    found: tuple[CheckedWork, ...]
    left_out: tuple[tuple[str, str], ...] = ()


def handed_in(
    folder: Path, catalogue: Catalogue, only: Exercise | None = None
) -> tuple[list[HandedIn], list[tuple[str, str]]]:
    """The files in a folder of learners, by learner; and those that are left out, with why."""
    known = _Known(catalogue, only)
    work: dict[tuple[str, str], HandedIn] = {}
    left_out: list[tuple[str, str]] = []
    for learner, file in _files(folder):
        place = file.relative_to(folder).as_posix()
        try:
            exercise, whole = known.exercise_of(file, folder)
            if exercise is None:
                if file.suffix == ".py" and not file.name.startswith(("test_", "_")):
                    left_out.append((place, "no exercise has a file of that name"))
                continue
            who = learner or (file.stem if only is not None else folder.absolute().name)
            key = (who, exercise.id)
            if key in work:
                if work[key].file != whole:
                    left_out.append((place, f"{who} has another file for {exercise.id}"))
                continue
            source = read_project(whole) if exercise.package else read_submission(whole)
        except (CourseError, OSError) as error:
            left_out.append((place, clean_line(str(error), _LONGEST)))
            continue
        work[key] = HandedIn(who, whole, exercise, source)
    order = {ident: place for place, ident in enumerate(catalogue.exercise_ids)}
    done = sorted(
        work.values(),
        key=lambda it: (it.learner.casefold(), order.get(it.exercise.id, 0), it.exercise.id),
    )
    return done, left_out


class _Known:
    """The exercises by the names that learners' files have."""

    def __init__(self, catalogue: Catalogue, only: Exercise | None) -> None:
        self._catalogue = catalogue
        self._only = only
        self._opened: dict[str, Exercise] = {}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for ident in catalogue.exercises:
            self._by_name[ident.rpartition("/")[2]].append(ident)

    def exercise_of(self, file: Path, folder: Path) -> tuple[Exercise | None, Path]:
        """The exercise that a file is for, and the file or the package's folder it is."""
        if self._only is not None:
            return self._of_all(self._only, file, folder)
        inside = file.relative_to(folder).parts
        for depth in range(len(inside), 0, -1):
            name = Path(inside[depth - 1]).stem if depth == len(inside) else inside[depth - 1]
            module = inside[depth - 2] if depth > 1 else ""
            exercise = self._named(module, name)
            whole = folder.joinpath(*inside[:depth])
            if exercise is None or exercise.package != whole.is_dir():
                continue
            if exercise.package or whole.suffix == Path(exercise.file_name).suffix:
                return exercise, whole
        return None, file

    def _of_all(self, only: Exercise, file: Path, folder: Path) -> tuple[Exercise | None, Path]:
        """The one exercise: a file of its name, or any file that lies there by itself."""
        inside = file.relative_to(folder).parts
        if only.package:
            for depth in range(len(inside) - 1, 0, -1):
                if depth == 1 or inside[depth - 1] == only.module_name:
                    return only, folder.joinpath(*inside[:depth])
            return None, file
        fits = file.suffix == Path(only.file_name).suffix
        return (only if fits and (len(inside) == 1 or file.name == only.file_name) else None), file

    def _named(self, module: str, name: str) -> Exercise | None:
        idents = [it for it in self._by_name.get(name, ()) if it == f"{module}/{name}"]
        idents = idents or self._by_name.get(name, [])
        if len(idents) != 1:
            return None
        [ident] = idents
        if ident not in self._opened:
            self._opened[ident] = self._catalogue.exercise(ident)
        exercise = self._opened[ident]
        return None if exercise.source.kind == "repo" else exercise


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each file with its learner: the folder right under `folder`; "" where it lies there itself.

    A link that leads out is not followed.
    """
    inside, count = Path(os.path.realpath(folder)), 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(it for it in folders if not it.startswith((".", "__")))
        for name in sorted(names):
            file = Path(parent) / name
            if not Path(os.path.realpath(file)).is_relative_to(inside) or name.startswith("."):
                continue
            count += 1
            if count > MOST_FILES:
                return
            place = file.relative_to(folder)
            yield (place.parts[0] if len(place.parts) > 1 else ""), file


def found(work: HandedIn, folder: Path, report: CheckReport, mixups: MixUps) -> CheckedWork:
    """What a check of a learner's file found, in a line."""
    leading = next((it for it in report.diagnosis if it.kind in _TELLS), None)
    shown = mixups.in_report(work.exercise.id, report)
    about = mixups.all[shown] if shown else None
    return CheckedWork(
        learner=work.learner,
        exercise=work.exercise.id,
        title=work.exercise.title,
        file=work.file.relative_to(folder).as_posix(),
        verdict=report.verdict.value,
        passed=sum(test.outcome == "passed" for test in report.tests),
        tests=len(report.tests),
        mistake=(leading.name or leading.kind) if leading else "",
        words=clean_line(" ".join(leading.text.split()), _LONGEST) if leading else "",
        misconception=shown,
        mixed_up=f"{about.name}. {about.apart}" if about else "",
        taught_in=about.question.partition("#")[0] if about else "",
    )


# ---------------------------------------------------------------- told


def summary(everybody: Class) -> str:
    """For a person, in Markdown: who has passed what, which mistake how often, what to look at."""
    return "\n".join(_lines(everybody)).rstrip() + "\n"


def _lines(everybody: Class) -> Iterator[str]:
    learners = list(dict.fromkeys(one.learner for one in everybody.found))
    exercises = list(dict.fromkeys(one.exercise for one in everybody.found))
    passed = sum(_is_passed(one) for one in everybody.found)
    yield (
        f"{counted(len(learners), 'learner')}, {counted(len(exercises), 'exercise')}, "
        f"{passed} of {counted(len(everybody.found), 'file')} passed."
    )
    yield ""
    yield "## Who"
    yield ""
    for learner in learners:
        own = [one for one in everybody.found if one.learner == learner]
        yield f"- **{_plain(learner)}**: {sum(map(_is_passed, own))} of {len(own)} passed"
        for one in own:
            if not _is_passed(one):
                yield f"  - {_plain(one.title)} (`{one.exercise}`): {_how(one)}"
    if mixed := _mixed_up(everybody.found):
        yield ""
        yield "## What is mixed up, and by whom"
        yield ""
        for one, whose in mixed:
            who = f"{counted(len(whose), 'learner')} ({_plain(', '.join(whose))})"
            yield f"- {who}: {one.mixed_up} Lesson: `{one.taught_in}`."
    if mistakes := _mistakes(everybody.found):
        yield ""
        yield "## Which mistakes, and whose"
        yield ""
        for words, whose in mistakes:
            yield f"- {counted(len(whose), 'learner')} ({_plain(', '.join(whose))}): {words}"
    if everybody.left_out:
        yield ""
        yield "## Not checked"
        yield ""
        for place, why in everybody.left_out:
            yield f"- `{place}`: {_plain(why)}"


def _how(one: CheckedWork) -> str:
    tests = counted(one.tests, "test")
    words = WORDS[Verdict(one.verdict)].check.format(tests=tests, passed=one.passed)
    return f"{words}. {one.words}" if one.words else f"{words}."


def _mixed_up(everything: Sequence[CheckedWork]) -> list[tuple[CheckedWork, list[str]]]:
    """Each misconception, as one of its finds, and who shows it; the most frequent first."""
    whose: dict[str, dict[str, None]] = defaultdict(dict)
    first: dict[str, CheckedWork] = {}
    for one in everything:
        if one.misconception and not _is_passed(one):
            whose[one.misconception][one.learner] = None
            first.setdefault(one.misconception, one)
    ranked = sorted(whose, key=lambda ident: (-len(whose[ident]), ident))
    return [(first[ident], list(whose[ident])) for ident in ranked]


def _mistakes(everything: Sequence[CheckedWork]) -> list[tuple[str, list[str]]]:
    """Each mistake in words with the learners who made it, the most frequent first."""
    whose: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    words: dict[tuple[str, str], str] = {}
    for one in everything:
        if one.mistake and not _is_passed(one):
            key = (one.exercise, one.mistake)
            whose[key][one.learner] = None
            words.setdefault(key, f"{_plain(one.title)}: {one.words}")
    ranked = sorted(whose, key=lambda key: (-len(whose[key]), key))
    return [(words[key], list(whose[key])) for key in ranked]


def as_csv(everybody: Class) -> str:
    """For a spreadsheet: a row a file. A cell that would be a formula there is text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CheckedWork.__struct_fields__)
    for one in everybody.found:
        writer.writerow([_cell(value) for value in msgspec.structs.astuple(one)])
    return text.getvalue()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def write(everybody: Class, folder: Path) -> list[Path]:
    """Write the summary for a person, as CSV and as JSON; the files written."""
    document = msgspec.json.format(msgspec.json.encode(everybody))
    texts = (summary(everybody).encode(), as_csv(everybody).encode(), document + b"\n")
    files = [folder / name for name in NAMES]
    for file, text in zip(files, texts, strict=True):
        write_output(file, text)
    return files


def _is_passed(one: CheckedWork) -> bool:
    return one.verdict == Verdict.PASSED


def _plain(words: str) -> str:
    """Words that are no Markdown."""
    return clean_line(words, _LONGEST).replace("*", "\\*").replace("_", "\\_").replace("`", "'")
