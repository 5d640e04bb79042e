"""Your list begins with the parcel that is least late. `ORDER BY` goes upwards unless a word after the
column turns it round."""

import sqlite3


def ask(sql, parcels):
    shop = sqlite3.connect(":memory:")
    shop.execute(
        "CREATE TABLE parcels"
        " (id INTEGER, city TEXT, status TEXT, days_late INTEGER)"
    )
    shop.executemany("INSERT INTO parcels VALUES (?, ?, ?, ?)", parcels)
    return shop.execute(sql).fetchall()


def late_parcels_sql():
    return """
        SELECT id, city, days_late FROM parcels
        WHERE days_late > 0 AND status <> 'delivered'
        ORDER BY days_late, id
    """
