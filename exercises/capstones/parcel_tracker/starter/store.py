"""The parcels and what happened to them, in one SQLite file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ANNOUNCED = "announced"  # the status of a parcel that no carrier has told us about yet
FINAL = ("delivered", "returned")  # after these, nothing more happens to a parcel


class UnknownParcel(Exception):
    """There is no parcel with this number."""


class ParcelExists(Exception):
    """There is a parcel with this number already."""


@dataclass(frozen=True)
class Parcel:
    """A parcel, with the newest status that we know of."""

    number: str
    carrier: str
    status: str


@dataclass(frozen=True)
class Event:
    """A parcel got a new status."""

    number: str
    status: str
    at: str  # such as 2026-03-02T09:00:00+00:00


def utc_now() -> str:
    """Return the time, to the second, as it is stored."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Store:
    """All parcels and their events; the only place that knows the tables."""

    def __init__(self, path: Path | str, now: Callable[[], str] = utc_now) -> None:
        """Open the file, or make it. `now` gives the time of each event."""

    def add(self, number: str, carrier: str) -> Parcel:
        """Take a parcel in, with its first event; ParcelExists if we have it."""

    def get(self, number: str) -> Parcel:
        """Return the parcel; UnknownParcel if there is none."""

    def parcels(self) -> list[Parcel]:
        """Return all parcels in the order in which they were added."""

    def under_way(self) -> list[Parcel]:
        """Return the parcels to which something can still happen."""

    def record(self, number: str, status: str) -> Event | None:
        """Note a status. Return the event, or None if the parcel has that status already."""

    def history(self, number: str) -> list[Event]:
        """Return what happened to the parcel, oldest first; UnknownParcel if there is none."""
