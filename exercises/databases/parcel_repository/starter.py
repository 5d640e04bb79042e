import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True)
class Parcel:
    """A parcel on its way."""

    id: int
    city: str
    grams: int


def new_repository():
    """Return a repository in a new, empty database."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE TABLE parcels (id INTEGER PRIMARY KEY, city TEXT, grams INTEGER)"
    )
    return ParcelRepository(connection)


class ParcelRepository:
    """All parcels; the only place that knows their table."""

    def __init__(self, connection):
        self.connection = connection

    def save(self, parcel):
        """Store the parcel, or replace the one with its id."""

    def get(self, parcel_id):
        """Return the parcel; raise KeyError if there is none."""

    def in_city(self, city):
        """Return the parcels of a city, heaviest first."""

    def __len__(self):
        """Return the number of parcels."""
        return 0
