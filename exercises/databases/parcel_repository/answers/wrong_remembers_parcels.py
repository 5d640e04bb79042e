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
        self.seen = {}

    def save(self, parcel):
        """Store the parcel, or replace the one with its id."""
        with self.connection:
            self.connection.execute(
                "INSERT OR REPLACE INTO parcels (id, city, grams) VALUES (?, ?, ?)", (parcel.id, parcel.city, parcel.grams)
            )

    def get(self, parcel_id):
        """Return the parcel; raise KeyError if there is none."""
        if parcel_id in self.seen:
            return self.seen[parcel_id]
        row = self.connection.execute("SELECT id, city, grams FROM parcels WHERE id = ?", (parcel_id,)).fetchone()
        if row is None:
            raise KeyError(parcel_id)
        self.seen[parcel_id] = Parcel(*row)
        return self.seen[parcel_id]

    def in_city(self, city):
        """Return the parcels of a city, heaviest first."""
        query = "SELECT id, city, grams FROM parcels WHERE city = ? ORDER BY grams DESC, id"
        return [Parcel(*row) for row in self.connection.execute(query, (city,))]

    def __len__(self):
        """Return the number of parcels."""
        return self.connection.execute("SELECT COUNT(*) FROM parcels").fetchone()[0]
