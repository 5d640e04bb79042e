"""Which parcels wait at which bay of the warehouse."""

from collections.abc import Iterable
from typing import TypedDict


class Parcel(TypedDict):
    """A parcel; its bay is None as long as it has none."""

    code: str
    grams: int
    bay: int | None


def too_heavy(parcels: Iterable[Parcel], limit: int) -> list[str]:
    """Return the codes of the parcels above the limit, in grams."""
    return [parcel["code"] for parcel in parcels if parcel["grams"] > limit]


def place(parcel: Parcel) -> tuple[bool, int]:
    """Return what to sort a parcel by: whether it has no bay, then the bay."""
    bay = parcel["bay"]
    return (True, 0) if bay is None else (False, bay)


def by_bay(parcels: Iterable[Parcel]) -> list[Parcel]:
    """Return the parcels in the order of their bays; those without one come last."""
    return sorted(parcels, key=place)


def next_bay(parcels: Iterable[Parcel]) -> int:
    """Return the bay after the last one in use; 1 where none is in use."""
    if all(parcel["bay"] is None for parcel in parcels):
        return 1
    return max(parcel["bay"] for parcel in parcels if parcel["bay"] is not None) + 1
