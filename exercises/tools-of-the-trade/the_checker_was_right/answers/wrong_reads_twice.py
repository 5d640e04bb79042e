from collections.abc import Iterable
from typing import TypedDict


class Parcel(TypedDict):
    code: str
    grams: int
    bay: int | None


def too_heavy(parcels: Iterable[Parcel], limit: int) -> list[str]:
    return [parcel["code"] for parcel in parcels if parcel["grams"] > limit]


def by_bay(parcels: Iterable[Parcel]) -> list[Parcel]:
    with_bay = [parcel for parcel in parcels if parcel["bay"] is not None]
    without = [parcel for parcel in parcels if parcel["bay"] is None]
    return sorted(with_bay, key=lambda parcel: parcel["bay"] or 0) + without


def next_bay(parcels: Iterable[Parcel]) -> int:
    return max((parcel["bay"] or 0 for parcel in parcels), default=0) + 1
