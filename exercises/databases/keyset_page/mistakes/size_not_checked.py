"""A size of 0 gives an empty page, as if the list were at its end, and a negative one gives everything.
Refuse both."""

import sqlite3


def shop_with(parcels):
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE parcels (sent TEXT, id INTEGER, PRIMARY KEY (sent, id))")
    shop.executemany("INSERT INTO parcels VALUES (?, ?)", parcels)
    return shop


def next_page(shop, after, size):
    day, number = after or ("", 0)
    query = """
        SELECT sent, id FROM parcels
        WHERE (sent, id) > (?, ?)
        ORDER BY sent, id
        LIMIT ?
    """
    return shop.execute(query, (day, number, size)).fetchall()
