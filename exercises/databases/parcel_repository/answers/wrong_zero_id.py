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
        update = "UPDATE parcels SET city = ?, grams = ? WHERE id = ?"
        insert = "INSERT INTO parcels (city, grams, id) VALUES (?, ?, ?)"
        values = (parcel.city, parcel.grams, parcel.id)
        with self.connection:
            if self.connection.execute(update, values).rowcount == 0:
                self.connection.execute(insert, values)

    def get(self, parcel_id):
        """Return the parcel; raise KeyError if there is none."""
        query = "SELECT id, city, grams FROM parcels WHERE id = ?"
        row = self.connection.execute(query, (parcel_id,)).fetchone()
        if row is None or not row[0]:
            raise KeyError(parcel_id)
        return Parcel(*row)

    def in_city(self, city):
        """Return the parcels of a city, heaviest first."""
        query = """
            SELECT id, city, grams FROM parcels
            WHERE city = ?
            ORDER BY grams DESC, id
        """
        return [Parcel(*row) for row in self.connection.execute(query, (city,))]

    def __len__(self):
        """Return the number of parcels."""
        query = "SELECT COUNT(*) FROM parcels"
        return self.connection.execute(query).fetchone()[0]
