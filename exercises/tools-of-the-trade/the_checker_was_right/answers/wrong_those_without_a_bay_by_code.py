from collections.abc import Iterable
from typing import TypedDict


class Parcel(TypedDict):
    code: str
    grams: int
    bay: int | None


def too_heavy(parcels: Iterable[Parcel], limit: int) -> list[str]:
    return [parcel["code"] for parcel in parcels if parcel["grams"] > limit]


def by_bay(parcels: Iterable[Parcel]) -> list[Parcel]:
    def place(parcel: Parcel) -> tuple[bool, int, str]:
        bay = parcel["bay"]
        return bay is None, bay or 0, parcel["code"] if bay is None else ""

    return sorted(parcels, key=place)


def next_bay(parcels: Iterable[Parcel]) -> int:
    used = [p["bay"] for p in parcels if p["bay"] is not None]
    return max(used) + 1 if used else 1
