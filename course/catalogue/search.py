"""Search over what the index knows: every word must be there, titles weigh most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

HitKind = Literal["module", "lesson", "exercise", "concept", "note"]
_KIND_WEIGHT: dict[HitKind, int] = {
    "lesson": 3,
    "concept": 2,
    "exercise": 1,
    "module": 1,
    "note": 0,
}


class SearchHit(Struct, frozen=True):
    """Something that was found: open `id` as a `kind`. `detail` is a line about it."""

    kind: HitKind
    id: str
    title: str
    detail: str


def search(everything: Iterable[SearchHit], words: str, limit: int = 50) -> list[SearchHit]:
    """The hits that hold every word (case and accents of no matter), best first."""
    wanted = words.casefold().replace("_", " ").split()
    if not wanted:
        return []
    scored = [(score, hit) for hit in everything if (score := _score(hit, wanted))]
    scored.sort(key=lambda pair: -pair[0])
    return [hit for _, hit in scored[:limit]]


def _score(hit: SearchHit, wanted: list[str]) -> int:
    title = hit.title.casefold()
    ident = hit.id.casefold().replace("_", " ").replace("-", " ")
    detail = hit.detail.casefold()
    total = 0
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
