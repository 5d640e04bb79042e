"""You sort by the latest day first, but choose the rows that come after the last one. The order and the
condition must go the same way."""

import sqlite3


def shop_with(parcels):
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE parcels (sent TEXT, id INTEGER, PRIMARY KEY (sent, id))")
    shop.executemany("INSERT INTO parcels VALUES (?, ?)", parcels)
    return shop


def next_page(shop, after, size):
    if size < 1:
        raise ValueError("size must be 1 or more")
    day, number = after or ("", 0)
    query = """
        SELECT sent, id FROM parcels
        WHERE (sent, id) > (?, ?)
        ORDER BY sent DESC, id
        LIMIT ?
    """
    return shop.execute(query, (day, number, size)).fetchall()
