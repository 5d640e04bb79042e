"""A YAML file as plain data plus the line of every part; every problem at once.

The only place that reads YAML. Uses libyaml's parser where PyYAML was built with it.
"""

from __future__ import annotations

import difflib
import functools
import itertools
import os
import re
import stat
import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec
import yaml

from course import shapes
from course.catalogue.yaml_words import (
    NoValueError,
    expected_words,
    is_rewritten,
    kind_of,
    split_text,
    told,
)
from course.errors import ContentError, Problem

T = TypeVar("T")
Steps = tuple[str | int, ...]
_Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_VALUE = (ValueError, LookupError, AttributeError, TypeError, OverflowError)
"""What PyYAML lets through where a text is not of its kind: a month 13, an empty `!!int`."""

# What a file may cost; the largest of the course is a hundredth of it.
MOST_BYTES = 1_000_000
MOST_YAML_BYTES = 250_000
MOST_PARTS = 20_000
"""Parts of a YAML file, each counted wherever an alias repeats it."""
MOST_DEPTH = 40
MOST_DIGITS = {":int": 18, ":float": 100}
MOST_PROBLEMS = 100
MOST_WORDS = 1_000

_MOST_PARTS = re.compile(r"of length <= (\d+)")


class _Loader(_Base):  # type: ignore[misc, valid-type]
    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except _NO_VALUE as error:
            words = f"{node.value!r:.80} is no value here"
            raise NoValueError(None, None, words, node.start_mark) from error


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file's data and where each part of it stands: `lines[("steps", 3)]` is a line.

    `rewritten` has the values that are no longer as they are written: `yes`, `1.10`, `1_000`.
    """

    file: Path
    data: Any
    lines: dict[Steps, int] = field(repr=False)
    rewritten: dict[Steps, str] = field(default_factory=dict, repr=False)

    def line(self, steps: Steps) -> int | None:
        """The line of that part, or of the nearest part around it that has one."""
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return self.lines.get(steps)

    def problem(self, steps: Steps, text: str) -> Problem:
        """Something wrong at that part."""
        short = text if len(text) <= MOST_WORDS else f"{text[:MOST_WORDS]} ..."
        return Problem(self.file, self.line(steps), short)


def read_text(file: Path, most: int = MOST_BYTES) -> str:
    """The file's text as UTF-8.

    ContentError when it is missing, no regular file, larger than `most` bytes or no UTF-8 text.
    """
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise ContentError((Problem(file, None, "this is not a file; put a file here"),))
        with file.open("rb") as stream:
            content = stream.read(most + 1)
        if len(content) > most:
            words = f"this file is larger than {most // 1_000} kB; make it smaller"
            raise ContentError((Problem(file, None, words),))
        text = content.decode("utf-8-sig")
    except FileNotFoundError:
        raise ContentError((Problem(file, None, "this file is missing; add it"),)) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentError(
            (Problem(file, line, "this is not UTF-8 text; save the file as UTF-8"),)
        ) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise ContentError(
            (Problem(file, None, f"cannot be read ({reason}); check the file's permissions"),)
        ) from None
    return text.replace("\r\n", "\n")


def leading_out(folder: Path) -> tuple[Problem, ...]:
    """The links in a folder that lead out of it. Content has none: it is what lies there."""
    return tuple(
        led_out(path)
        for parent, folders, files in os.walk(folder)
        for path in (Path(parent, name) for name in sorted((*folders, *files)))
        if leads_out(path, folder)
    )


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a path is a link that leads out of a folder."""
    inside = Path(os.path.realpath(folder))
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(inside)


def led_out(link: Path) -> Problem:
    """What is wrong with such a link."""
    text = "this is a link that leads out of its folder; put what it leads to here instead"
    return Problem(link, None, text)


def read_content_file(file: Path) -> Document:
    """A document of the course: `read_document` of a file that lies in its folder."""
    if leads_out(file, file.parent):
        raise ContentError((led_out(file),))
    return read_document(file)


def read_document(file: Path) -> Document:
    """Parse one YAML file; ContentError names the line where it is not YAML, or too much of it."""
    text = read_text(file, MOST_YAML_BYTES)
    walk = _Walk(file)
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            if node is None:
                raise ContentError((Problem(file, 1, "this file is empty; write its content"),))
            problems = tuple(itertools.islice(walk.problems(node, ()), MOST_PROBLEMS))
            if problems:
                raise ContentError(problems)
            data = loader.construct_document(node)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        line, words = told(error, text)
        raise ContentError((Problem(file, line, words),)) from None
    except yaml.reader.ReaderError as error:
        words = f"this is not YAML: U+{_number(error.character):04X} cannot be written; delete it"
        raise ContentError((Problem(file, _line_at(text, error), words),)) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        words = f"this is not YAML: {str(error).splitlines()[0]}"
        raise ContentError((Problem(file, None, words),)) from None
    return Document(file, data, walk.lines, walk.rewritten)


class _Walk:
    """One way through all nodes of a file: the line of each, and what must not be built from it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines: dict[Steps, int] = {}
        self.rewritten: dict[Steps, str] = {}
        self._parts = 0

    def problems(
        self, node: Any, steps: Steps, around: frozenset[int] = frozenset()
    ) -> Iterator[Problem]:
        """What is wrong in a node; too much of anything ends the walk."""
        line = node.start_mark.line + 1
        self.lines.setdefault(steps, line)
        if id(node) in around:
            yield self._at(line, "this part contains itself; write it out")
            return
        self._parts += 1
        if self._parts > MOST_PARTS:
            words = f"here are more than {MOST_PARTS:,} parts, with those that aliases repeat"
            raise ContentError((self._at(line, f"{words}; write less into one file"),))
        if len(around) >= MOST_DEPTH:
            words = f"parts are nested more than {MOST_DEPTH} deep; make it flatter"
            raise ContentError((self._at(line, words),))
        around |= {id(node)}
        if is_rewritten(node):
            self.rewritten[steps] = str(node.value)
        if isinstance(node, yaml.MappingNode):
            yield from self._of_mapping(node, steps, around)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                yield from self.problems(item, (*steps, index), around)
        for kind, most in MOST_DIGITS.items():
            if node.tag.endswith(kind) and len(node.value) > most:
                yield self._at(line, f"a number of more than {most} digits; put quotes around it")

    def _of_mapping(self, node: Any, steps: Steps, around: frozenset[int]) -> Iterator[Problem]:
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                yield self._at(line, "a list cannot be a key; write a word before the `:`")
                continue
            name = str(key.value)
            if name in seen:
                yield self._at(
                    line, f"`{name}` is here twice (first on line {seen[name]}); keep one"
                )
            seen[name] = line
            self.lines[(*steps, name)] = line
            yield from self.problems(value, (*steps, name), around)

    def _at(self, line: int, words: str) -> Problem:
        return Problem(self.file, line, words[:MOST_WORDS])


def _number(character: int | str) -> int:
    """What libyaml gives as a number, and PyYAML as a text."""
    return character if isinstance(character, int) else ord(character)


def _line_at(text: str, error: yaml.reader.ReaderError) -> int:
    """The line of a character that YAML does not take; where it is, libyaml says in bytes."""
    place = text.find(chr(_number(error.character)))
    return text.count("\n", 0, max(place, 0)) + 1


# ---------------------------------------------------------------- data against structs


def decode(document: Document, kind: type[T]) -> T:
    """The document as a `kind` struct; ContentError holds every problem, each with its line."""
    every = _problems(document, document.data, kind, ())
    problems = tuple(itertools.islice(every, MOST_PROBLEMS))
    if problems:
        raise ContentError(problems)
    try:
        return shapes.convert(document.data, kind)
    except msgspec.ValidationError as error:
        raise ContentError((document.problem((), str(error)),)) from None


def _problems(document: Document, value: Any, kind: Any, steps: Steps) -> Iterator[Problem]:
    if get_origin(kind) is Annotated and get_origin(get_args(kind)[0]) is not None:
        inner = get_args(kind)[0]
        problems = list(_problems(document, value, inner, steps))
        yield from problems or _converted(document, value, kind, steps, shallow=True)
        return
    if get_origin(kind) in (Union, types.UnionType):
        structs = [part for part in get_args(kind) if isinstance(part, type) and _is_struct(part)]
        if isinstance(value, dict) and structs:
            if _takes_text(kind) and not any(key in _fields(structs[0]) for key in value):
                yield document.problem(steps, f"{_name(steps)}: {split_text(value)}")
                return
            yield from _problems(document, value, structs[0], steps)
            return
        tuples = [part for part in get_args(kind) if get_origin(part) is tuple]
        if isinstance(value, list) and tuples:
            yield from _problems(document, value, tuples[0], steps)
            return
    if isinstance(kind, type) and _is_struct(kind):
        yield from _struct_problems(document, value, kind, steps)
    elif get_origin(kind) is tuple and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _problems(document, item, get_args(kind)[0], (*steps, index))
    elif get_origin(kind) is dict and isinstance(value, dict):
        for name, item in value.items():
            where = (*steps, str(name))
            if not isinstance(name, str):
                words = f"the name `{name}` is {kind_of(name)}, not text; put quotes around it"
                yield document.problem(where, words)
            yield from _problems(document, item, get_args(kind)[1], where)
    elif steps in document.rewritten and not isinstance(value, str) and _takes_text(kind):
        made = value if isinstance(value, bool | int | float) else kind_of(value)
        words = f"YAML makes {made} of `{document.rewritten[steps][:80]}`; put quotes around it"
        yield document.problem(steps, f"{_name(steps)}: {words}")
    else:
        yield from _converted(document, value, kind, steps)


def _takes_text(kind: Any) -> bool:
    """Whether a text may stand there."""
    return kind is str or any(_takes_text(part) for part in get_args(kind))


def _is_struct(kind: type) -> bool:
    return issubclass(kind, msgspec.Struct)


@functools.cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    """The fields of a struct by their names in a file; msgspec works out their types each time."""
    return {info.encode_name: info for info in msgspec.structs.fields(kind)}


def _struct_problems(
    document: Document, value: Any, kind: type[msgspec.Struct], steps: Steps
) -> Iterator[Problem]:
    if not isinstance(value, dict):
        wanted = ", ".join(_fields(kind))
        yield document.problem(
            steps,
            f"{_name(steps)} should be `key: value` lines with {wanted}; it is {kind_of(value)}",
        )
        return
    fields = _fields(kind)
    broken = False
    for name, item in value.items():
        if name in fields:
            for problem in _problems(document, item, fields[name].type, (*steps, name)):
                broken = True
                yield problem
        else:
            broken = True
            key = str(name)[:80]
            near = difflib.get_close_matches(key, list(fields), n=1)
            advice = f"did you mean `{near[0]}`?" if near else f"use {', '.join(fields)}"
            yield document.problem((*steps, str(name)), f"`{key}` is not known here; {advice}")
    for name, info in fields.items():
        if info.required and name not in value:
            broken = True
            yield document.problem(steps, f"`{name}` is missing in {_name(steps)}; add it")
    if not broken:
        yield from _converted(document, value, kind, steps)


def _converted(
    document: Document, value: Any, kind: Any, steps: Steps, shallow: bool = False
) -> Iterator[Problem]:
    try:
        shapes.convert(value, kind)
    except msgspec.ValidationError as error:
        words = str(error).split(" - at ")[0]
        if isinstance(value, dict) and len(value) == 1 and _takes_text(kind):
            words = split_text(value)
        elif not shallow and words.startswith("Expected `"):
            words = expected_words(words, value)
        elif words.startswith("Invalid enum value"):
            words = _one_of(value, kind)
        elif "length >=" in words or "at least" in words:
            words = "is empty or too short; write it"
        elif most := _MOST_PARTS.search(words):
            words = f"has {len(value)} parts; at most {most[1]}"
        yield document.problem(steps, f"{_name(steps)}: {words}")


def _one_of(value: Any, kind: Any) -> str:
    """That a value is none of those there are, and which may be meant."""
    known = [str(one) for part in (kind, *get_args(kind)) for one in _literals(part)]
    near = difflib.get_close_matches(str(value).casefold(), known, n=1)
    advice = f"did you mean `{near[0]}`?" if near else f"write one of {', '.join(known)}"
    return f"there is no `{str(value)[:80]}`; {advice}"


def _literals(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) is Literal else ()


def _name(steps: Steps) -> str:
    """The part in words: `steps[3].predict` as `predict` of step 4."""
    if not steps:
        return "this file"
    words: list[str] = []
    for index, step in enumerate(steps):
        if isinstance(step, int):
            continue
        after = steps[index + 1] if index + 1 < len(steps) else None
        if isinstance(after, int):
            is_verb = step in ("teaches", "practises", "needs", "asks")
            words.append(
                f"`{step}` {after + 1}" if is_verb else f"{step.removesuffix('s')} {after + 1}"
            )
        else:
            words.append(f"`{step}`")
    return " of ".join(reversed(words))
