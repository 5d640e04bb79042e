"""Your function cannot make the first page: `after` is `None` there, and `None` has no day and no id."""

import sqlite3


def shop_with(parcels):
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE parcels (sent TEXT, id INTEGER, PRIMARY KEY (sent, id))")
    shop.executemany("INSERT INTO parcels VALUES (?, ?)", parcels)
    return shop


def next_page(shop, after, size):
    if size < 1:
        raise ValueError("size must be 1 or more")
    day, number = after
    query = """
        SELECT sent, id FROM parcels
        WHERE (sent, id) > (?, ?)
        ORDER BY sent, id
        LIMIT ?
    """
    return shop.execute(query, (day, number, size)).fetchall()
