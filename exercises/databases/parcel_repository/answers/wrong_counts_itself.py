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
        self.known = set()

    def _parcels(self, rest, *values):
        rows = self.connection.execute(f"SELECT id, city, grams FROM parcels {rest}", values)
        return [Parcel(*row) for row in rows]

    def save(self, parcel):
        """Store the parcel, or replace the one with its id."""
        values = vars(parcel)
        self.known.add(parcel.id)
        with self.connection as connection:
            changed = connection.execute(
                "UPDATE parcels SET city = :city, grams = :grams WHERE id = :id", values
            ).rowcount
            if not changed:
                connection.execute("INSERT INTO parcels VALUES (:id, :city, :grams)", values)

    def get(self, parcel_id):
        """Return the parcel; raise KeyError if there is none."""
        for parcel in self._parcels("WHERE id = ?", parcel_id):
            return parcel
        raise KeyError(parcel_id)

    def in_city(self, city):
        """Return the parcels of a city, heaviest first."""
        found = self._parcels("WHERE city = ?", city)
        return sorted(found, key=lambda parcel: (-parcel.grams, parcel.id))

    def __len__(self):
        """Return the number of parcels."""
        return len(self.known)
