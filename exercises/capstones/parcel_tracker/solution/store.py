"""The parcels and what happened to them, in one SQLite file."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ANNOUNCED = "announced"  # the status of a parcel that no carrier has told us about yet
FINAL = ("delivered", "returned")  # after these, nothing more happens to a parcel

TABLES = """
CREATE TABLE IF NOT EXISTS parcels (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    carrier TEXT NOT NULL,
    status TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS events (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL REFERENCES parcels (number),
    status TEXT NOT NULL,
    at TEXT NOT NULL
);
"""


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
    """All parcels and their events; the only place that knows the tables.

    Every call opens the file for itself, so the store may be used from any thread.
    """

    def __init__(self, path: Path | str, now: Callable[[], str] = utc_now) -> None:
        self._path = path
        self._now = now
        with self._database() as database:
            database.executescript(TABLES)

    def add(self, number: str, carrier: str) -> Parcel:
        """Take a parcel in, with its first event; ParcelExists if we have it."""
        parcel = Parcel(number, carrier, ANNOUNCED)
        insert = "INSERT INTO parcels (number, carrier, status) VALUES (?, ?, ?)"
        with self._database() as database:
            try:
                database.execute(insert, (number, carrier, ANNOUNCED))
            except sqlite3.IntegrityError:
                raise ParcelExists(number) from None
            self._add_event(database, number, ANNOUNCED)
        return parcel

    def get(self, number: str) -> Parcel:
        """Return the parcel; UnknownParcel if there is none."""
        with self._database() as database:
            return _find(database, number)

    def parcels(self) -> list[Parcel]:
        """Return all parcels in the order in which they were added."""
        query = "SELECT number, carrier, status FROM parcels ORDER BY id"
        with self._database() as database:
            return [Parcel(*row) for row in database.execute(query)]

    def under_way(self) -> list[Parcel]:
        """Return the parcels to which something can still happen."""
        return [parcel for parcel in self.parcels() if parcel.status not in FINAL]

    def record(self, number: str, status: str) -> Event | None:
        """Note a status. Return the event, or None if the parcel has that status already."""
        update = "UPDATE parcels SET status = ? WHERE number = ? AND status != ?"
        with self._database() as database:
            if database.execute(update, (status, number, status)).rowcount:
                return self._add_event(database, number, status)
            _find(database, number)
            return None

    def history(self, number: str) -> list[Event]:
        """Return what happened to the parcel, oldest first; UnknownParcel if there is none."""
        query = "SELECT number, status, at FROM events WHERE number = ? ORDER BY id"
        with self._database() as database:
            _find(database, number)
            return [Event(*row) for row in database.execute(query, (number,))]

    def _add_event(self, database: sqlite3.Connection, number: str, status: str) -> Event:
        event = Event(number, status, self._now())
        insert = "INSERT INTO events (number, status, at) VALUES (?, ?, ?)"
        database.execute(insert, (event.number, event.status, event.at))
        return event

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        """Open the file for one piece of work, which is stored as a whole or not at all."""
        with closing(sqlite3.connect(self._path)) as database:
            database.execute("PRAGMA foreign_keys = ON")
            with database:
                yield database


def _find(database: sqlite3.Connection, number: str) -> Parcel:
    query = "SELECT number, carrier, status FROM parcels WHERE number = ?"
    row = database.execute(query, (number,)).fetchone()
    if row is None:
        raise UnknownParcel(number)
    return Parcel(*row)
