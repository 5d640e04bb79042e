"""Search over what the index knows: every word must be there, titles weigh most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

HitKind = Literal["command", "module", "lesson", "exercise", "concept", "note"]
_KIND_WEIGHT: dict[HitKind, int] = {
    "command": 4,
    "lesson": 3,
    "concept": 2,
    "exercise": 1,
    "module": 1,
    "note": 0,
}
_NAMED = 1_000
"""More than any number of words weighs."""


class SearchHit(Struct, frozen=True):
    """Something that was found: open `id` as a `kind`. `detail` is a line about it."""

    kind: HitKind
    id: str
    title: str
    detail: str


def search(everything: Iterable[SearchHit], words: str, limit: int = 50) -> list[SearchHit]:
    """The hits that hold every word (case and accents of no matter), best first.

    What has the words as its id, with its module or without, or as its title comes before all,
    and what is written as they are before its like.
    """
    wanted = spoken(words).split()
    if not wanted:
        return []
    as_written = words.strip().casefold()
    scored = [(score, hit) for hit in everything if (score := _score(hit, wanted, as_written))]
    scored.sort(key=lambda pair: -pair[0])
    return [hit for _, hit in scored[:limit]]


def spoken(words: str) -> str:
    """Words in the form in which they are compared: an id is written with other signs."""
    return words.casefold().replace("_", " ").replace("-", " ")


def _score(hit: SearchHit, wanted: list[str], as_written: str) -> int:
    title, ident, detail = spoken(hit.title), spoken(hit.id), spoken(hit.detail)
    name, total = " ".join(wanted), 0
    if hit.kind != "note":
        total += _NAMED * (name in (ident, ident.rpartition("/")[2], title))
        total += _NAMED * (as_written in (hit.id, hit.id.rpartition("/")[2]))
    for word in wanted:
        if title.startswith(word) or f" {word}" in title:
            total += 40
        elif word in title:
            total += 20
        elif word in ident:
            total += 15
        elif word in detail:
            total += 5
        else:
            return 0
    return total + _KIND_WEIGHT[hit.kind]
