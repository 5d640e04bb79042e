"""The offline reference: what a name of Python is, with an example that has been run.

`lessons/_reference/*.yaml` hold a title and a list of entries each. What was read is kept in the
cache folder, because a lookup must not take longer than the look.
"""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from course import __version__
from course.catalogue.documents import decode, read_content_file
from course.catalogue.index import Stamp, stamp, write
from course.errors import ContentError
from course.locations import Locations

if TYPE_CHECKING:
    from course.catalogue.catalogue import Catalogue

FOLDER = "_reference"
"""Below `lessons/`; the `_` keeps it from being a module."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One name: how it is used, what it does in a sentence or two, an example and its output.

    `lesson` is the id of the lesson that teaches it; `also` are other names somebody may look
    for, `see` are names of entries like it.
    """

    name: str
    use: str
    text: str
    example: str
    output: str
    lesson: str | None = None
    also: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


class EntryGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file: entries that belong together."""

    title: str
    entries: tuple[Entry, ...]


class _Kept(msgspec.Struct, frozen=True):
    version: str
    stamps: dict[str, Stamp]
    groups: tuple[EntryGroup, ...]


def files(lessons: Path) -> list[Path]:
    """The files of the reference below the folder of lessons, in order."""
    return sorted((lessons / FOLDER).glob("*.yaml"))


def read_group(file: Path) -> EntryGroup:
    """One file of the reference. ContentError holds every problem, each with its line."""
    return decode(read_content_file(file), EntryGroup)


class Reference:
    """Every entry, by name. A file that cannot be read is left out: the gate tells of it."""

    def __init__(self, groups: Iterable[EntryGroup]) -> None:
        self.groups = tuple(groups)
        self.entries = {entry.name: entry for group in self.groups for entry in group.entries}
        self._by_word: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            for word in {entry.name, entry.name.rpartition(".")[2], *entry.also}:
                self._by_word.setdefault(word.casefold(), []).append(entry)

    @classmethod
    def open(cls, locations: Locations) -> Reference:
        """The course's reference, from the cache where the files are what they were."""
        stamps = {file.name: stamp(file) for file in files(locations.lessons)}
        kept = locations.cache / "reference.msgpack"
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            stored = msgspec.msgpack.decode(kept.read_bytes(), type=_Kept)
            if (stored.version, stored.stamps) == (__version__, stamps):
                return cls(stored.groups)
        groups = []
        for file in files(locations.lessons):
            with contextlib.suppress(ContentError):
                groups.append(read_group(file))
        with contextlib.suppress(OSError):
            write(kept, msgspec.msgpack.encode(_Kept(__version__, stamps, tuple(groups))))
        return cls(groups)

    def find(self, asked: str) -> tuple[Entry, ...]:
        """What is called that: by its whole name, else by any of its words, `()` for nothing.

        `split`, `.split` and `text.split(" ")` find `str.split`; a name of the same letters in
        another case is found too.
        """
        name = asked.partition("(")[0].strip().strip(".@:`")
        if name in self.entries:
            return (self.entries[name],)
        for word in (name, name.rpartition(".")[2]):
            if entry := self._by_word.get(word.casefold()):
                return tuple(entry)
        return ()

    def nearest(self, asked: str) -> list[str]:
        """Names that are written much like it, at most three."""
        words = difflib.get_close_matches(asked.casefold(), self._by_word, n=3, cutoff=0.6)
        return list(dict.fromkeys(self._by_word[word][0].name for word in words))


def looked_up(asked: str, reference: Reference, catalogue: Catalogue) -> str:
    """What is called that, as Markdown: entries, else an idea of the course, else nothing."""
    titles = {ident: lesson.title for ident, lesson in catalogue.lessons.items()}
    entries = [told(entry, titles) for entry in reference.find(asked)]
    return "\n\n".join(entries or _ideas(asked, catalogue))


def _ideas(asked: str, catalogue: Catalogue) -> list[str]:
    """Where the course teaches an idea of that name."""
    wanted = asked.strip().casefold().replace("_", " ")
    return [
        f"**{concept.name}** is taught in *{lesson.title}* ({lesson.id})."
        for ident, concept in catalogue.concepts.items()
        if wanted in (concept.name.casefold(), ident.replace("_", " "))
        and (lesson := catalogue.lesson_teaching(ident)) is not None
    ]


def told(entry: Entry, lessons: Mapping[str, str]) -> str:
    """An entry as Markdown, its output as comments; `lessons` are titles by id."""
    prints = "\n".join(f"# {line}".rstrip() for line in entry.output.rstrip().splitlines())
    parts = [f"**{entry.name}**: `{entry.use}`", entry.text.strip()]
    parts.append(f"```python\n{entry.example.rstrip()}\n{prints}\n```")
    if entry.lesson is not None and entry.lesson in lessons:
        parts.append(f"Taught in *{lessons[entry.lesson]}* ({entry.lesson}).")
    if entry.see:
        parts.append("See also: " + ", ".join(f"`{name}`" for name in entry.see))
    return "\n\n".join(parts)
