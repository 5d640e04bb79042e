"""The parcels and what happened to them, in one SQLite file."""

import sqlite3
import threading
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
    def __init__(self, path, now=utc_now):
        self._now = now
        self._lock = threading.RLock()
        self._db = sqlite3.connect(path, check_same_thread=False)
        with self._lock, self._db:
            self._db.execute("CREATE TABLE IF NOT EXISTS parcels (id INTEGER PRIMARY KEY, number TEXT UNIQUE NOT NULL, carrier TEXT NOT NULL, status TEXT NOT NULL)")
            self._db.execute("CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY, number TEXT NOT NULL, status TEXT NOT NULL, at TEXT NOT NULL)")

    def add(self, number, carrier):
        with self._lock, self._db:
            try:
                self._db.execute("INSERT INTO parcels (number, carrier, status) VALUES (?, ?, ?)", (number, carrier, ANNOUNCED))
            except sqlite3.IntegrityError:
                raise ParcelExists(number) from None
            self._note(number, ANNOUNCED)
        return Parcel(number, carrier, ANNOUNCED)

    def _note(self, number, status):
        event = Event(number, status, self._now())
        self._db.execute("INSERT INTO events (number, status, at) VALUES (?, ?, ?)", (number, status, event.at))
        return event

    def _rows(self, query, *values):
        with self._lock:
            return self._db.execute(query, values).fetchall()

    def get(self, number):
        for row in self._rows("SELECT number, carrier, status FROM parcels WHERE number = ?", number):
            return Parcel(*row)
        raise UnknownParcel(number)

    def parcels(self):
        return [Parcel(*row) for row in self._rows("SELECT number, carrier, status FROM parcels ORDER BY id")]

    def under_way(self):
        return [parcel for parcel in self.parcels() if parcel.status not in FINAL]

    def record(self, number, status):
        with self._lock, self._db:
            if self.get(number).status == status:
                return None
            event = self._note(number, status)
            self._db.commit()
            self._db.execute("UPDATE parcels SET status = ? WHERE number = ?", (status, number))
            return event

    def history(self, number):
        self.get(number)
        return [Event(*row) for row in self._rows("SELECT number, status, at FROM events WHERE number = ? ORDER BY id", number)]
