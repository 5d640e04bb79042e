"""What an exercise consists of: its folder's name, what it needs, `data/`, where links lead."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections.abc import Iterator
from itertools import chain

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject, imported_modules, python_files
from course.authoring.gate.texts import texts_of
from course.catalogue.documents import read_text
from course.catalogue.names import EXERCISE_FILE
from course.checking.extras import EXTRAS, NO_PACKAGES
from course.model import Lesson

NEEDS = ("asyncio", "django", "fastapi", "flask", "httpx", "localhost", "processes", "pydantic",
         "ruff", "sqlalchemy", "threads", *chain.from_iterable(EXTRAS.values()))  # fmt: skip
_OPTIONAL = frozenset(chain.from_iterable(EXTRAS.values()))
MOST_BYTES = 200_000
"""Of a file under `data/`: it travels with the course, and is copied for each check."""
_FOLDER = re.compile(r"^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$")
_LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
_ID = re.compile(r"`([a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9_-]*)`")


@rule("exercise", "The module of an exercise hides no module of Python or of a library it needs.")
def folders_are_named_plainly(subject: Subject) -> Iterator[Finding]:
    """An exercise's folder is named like_this: small letters a to z, digits, underscores.

    So are the files of its mistakes, bugs and approaches.
    """
    exercise = subject.exercise
    if not _FOLDER.match(subject.folder.name):
        text = "an exercise's folder is named like_this: letters a to z, digits, underscores; "
        yield at(subject.folder, None, f"{text}rename it")
    known = [one.path for one in (*exercise.mistakes, *exercise.bugs)]
    for file in (*known, *(one.path for one in exercise.approaches)):
        if not _FOLDER.match(file.stem):
            text = "a file here is named like_this.py: letters a to z, digits, underscores; "
            yield at(file, None, f"{text}rename it")
    if subject.kind == "review":
        return
    taken = sys.stdlib_module_names | set(exercise.source.needs) | {"pytest", "conftest"}
    if exercise.module_name in taken:
        text = f"the learner's file would be {exercise.module_name}.py and hide the module "
        yield at(
            subject.folder / EXERCISE_FILE,
            None,
            f"{text}`{exercise.module_name}`; rename the folder or set `module:`",
        )


@rule("exercise", "A library under `needs` is installed.")
def needs_are_known(subject: Subject) -> Iterator[Finding]:
    """`needs` names what the course can make ready."""
    for number, need in enumerate(subject.exercise.source.needs):
        if problem := _need(need):
            yield subject.in_yaml(problem, "needs", number)


@rule("exercise")
def needs_are_named(subject: Subject) -> Iterator[Finding]:
    """A library of an extra that the tests or the solution import is under `needs`."""
    exercise = subject.exercise
    if subject.kind in ("review", "repo"):
        return
    own = {*exercise.source.needs, exercise.module_name}
    for file in (*exercise.test_files, *python_files(exercise.solution_path)):
        for node in ast.walk(ast.parse(read_text(file))):
            for module in imported_modules(node):
                if module in _OPTIONAL and module not in own:
                    text = f"`{module}` is not under `needs`, so learners may not have it; name it"
                    yield at(file, getattr(node, "lineno", None), text)


@rule("lesson")
def lessons_need_what_is_known(content: Content, lesson: Lesson) -> Iterator[Finding]:
    """What a step `needs` is known and installed."""
    for number, step in enumerate(lesson.steps):
        for place, need in enumerate(getattr(step.content, "needs", ())):
            if problem := _need(need):
                line = content.line(lesson.path, "steps", number, step.kind, "needs", place)
                yield at(lesson.path, line, problem)


def _need(need: str) -> str:
    if need not in NEEDS:
        return f"nobody can be sure to have {need}; `needs` takes {', '.join(NEEDS)}"
    if need not in NO_PACKAGES and importlib.util.find_spec(need) is None:
        return f"{need} is not installed here, so nothing that needs it was checked; install it"
    return ""


@rule("exercise")
def data_is_small(subject: Subject) -> Iterator[Finding]:
    """A file under `data/` has at most 200 kB: more is made by the tests."""
    for file in subject.exercise.data_files:
        if (size := file.stat().st_size) > MOST_BYTES:
            text = f"this file has {size // 1000:,} kB, and each check copies it; keep it under "
            yield at(file, None, f"{text}{MOST_BYTES // 1000} kB, or let the tests make it")


@rule("exercise")
def data_is_used(subject: Subject) -> Iterator[Finding]:
    """Every file under `data/` is named in the tests, the code or the brief."""
    exercise = subject.exercise
    if not exercise.data_files:
        return
    texts = [exercise.source.brief, *exercise.source.probes, exercise.starter]
    if exercise.source.rules.limits:
        texts.append(exercise.source.rules.limits.workload or "")
    for file in subject.folder.rglob("*"):
        inside = file.is_file() and "__pycache__" not in file.parts
        if inside and file.suffix in (".py", ".html", ".diff", ".md"):
            texts.append(file.read_text(encoding="utf-8", errors="replace"))
    text = "\n".join(texts)
    for file in exercise.data_files:
        names = {file.name, file.stem if file.suffix == ".py" else file.name}
        folders = [part.name for part in file.parents if part != subject.folder / "data"]
        listed = re.search(r"\b(?:glob|iterdir|rglob|listdir|walk|scandir)\(", text)
        if any(name in text for name in names) or listed:
            continue
        if file.name == "__init__.py" and any(name in text for name in folders):
            continue
        yield at(file, None, "nothing in the exercise names this file; use it or remove it")


@rule("exercise", "No concept stands under `practises` twice.")
def something_is_practised(subject: Subject) -> Iterator[Finding]:
    """An exercise practises a concept at least: reviews and skills go by it."""
    practised = subject.exercise.source.practises
    for number, concept in enumerate(practised):
        if concept in practised[:number]:
            yield subject.in_yaml(
                f"`{concept}` is there already; name it once", "practises", number
            )
    if not practised:
        text = "`practises` names no concept, so no review ever brings this exercise back; name "
        yield subject.in_yaml(f"{text}what it is about", "practises")


@rule("words", "An id of a lesson or exercise in the words is one.")
def links_lead_somewhere(content: Content, lesson: Lesson) -> Iterator[Finding]:
    """A link in the words leads somewhere."""
    for steps, text in texts_of(lesson):
        for problem in _links(content, text):
            yield at(lesson.path, content.line(lesson.path, *steps), problem)


@rule("words")
def links_of_an_exercise_lead_somewhere(subject: Subject) -> Iterator[Finding]:
    """A link in a brief, a hint or the words after a pass leads somewhere."""
    source = subject.exercise.source
    parts: list[tuple[tuple[str | int, ...], str]] = [
        (("brief",), source.brief),
        (("after",), source.after or ""),
    ]
    parts += [(("hints", number), hint) for number, hint in enumerate(source.hint_texts)]
    for steps, text in parts:
        for problem in _links(subject.content, text):
            yield subject.in_yaml(problem, *steps)


def _links(content: Content, text: str) -> Iterator[str]:
    from course.authoring.gate.markdown import without_blocks

    words = without_blocks(text)
    known = content.known_ids
    modules = {one.partition("/")[0] for one in known}
    for target in _LINK.findall(re.sub(r"`[^`]*`", "", words)):
        if target.startswith(("https://", "mailto:")) or target in known:
            continue
        if target.startswith("http://"):
            yield f"the link to {target} is not safe on the way; write https://"
        else:
            yield f"the link leads to {target}, which is no lesson or exercise; correct it"
    for name in _ID.findall(words):
        if name.partition("/")[0] in modules and name not in known:
            yield f"`{name}` is no lesson or exercise; correct the id"
