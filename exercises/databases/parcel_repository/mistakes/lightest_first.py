"""Your `in_city` begins with the lightest parcel. The van is loaded with the heaviest first."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True)
class Parcel:
    id: int
    city: str
    grams: int


def new_repository():
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE TABLE parcels (id INTEGER PRIMARY KEY, city TEXT, grams INTEGER)"
    )
    return ParcelRepository(connection)


class ParcelRepository:
    def __init__(self, connection):
        self.connection = connection

    def save(self, parcel):
        update = "UPDATE parcels SET city = ?, grams = ? WHERE id = ?"
        insert = "INSERT INTO parcels (city, grams, id) VALUES (?, ?, ?)"
        values = (parcel.city, parcel.grams, parcel.id)
        with self.connection:
            if self.connection.execute(update, values).rowcount == 0:
                self.connection.execute(insert, values)

    def get(self, parcel_id):
        query = "SELECT id, city, grams FROM parcels WHERE id = ?"
        row = self.connection.execute(query, (parcel_id,)).fetchone()
        if row is None:
            raise KeyError(parcel_id)
        return Parcel(*row)

    def in_city(self, city):
        query = """
            SELECT id, city, grams FROM parcels
            WHERE city = ?
            ORDER BY grams, id
        """
        return [Parcel(*row) for row in self.connection.execute(query, (city,))]

    def __len__(self):
        query = "SELECT COUNT(*) FROM parcels"
        return self.connection.execute(query).fetchone()[0]
