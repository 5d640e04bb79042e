"""Which parcels wait at which bay of the warehouse."""

from collections.abc import Iterable
from math import inf
from typing import TypedDict


class Parcel(TypedDict):
    """A parcel; its bay is None as long as it has none."""

    code: str
    grams: int
    bay: int | None


def too_heavy(parcels: Iterable[Parcel], limit: int) -> list[str]:
    """Return the codes of the parcels above the limit, in grams."""
    return [parcel["code"] for parcel in parcels if parcel["grams"] > limit]


def by_bay(parcels: Iterable[Parcel]) -> list[Parcel]:
    """Return the parcels in the order of their bays; those without one come last."""
    def place(parcel: Parcel) -> float:
        bay = parcel["bay"]
        return inf if bay is None else bay

    return sorted(parcels, key=lambda parcel: parcel["bay"] or 10**9)  # type: ignore


def next_bay(parcels: Iterable[Parcel]) -> int:
    """Return the bay after the last one in use; 1 where none is in use."""
    bays = {parcel["bay"] for parcel in parcels}
    return 1 + max((bay for bay in bays if bay is not None), default=0)
