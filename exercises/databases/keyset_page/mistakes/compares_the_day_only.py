"""You skip parcels: those that were sent on the same day as the last one you showed. The day alone does
not say where the page ended."""

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
        WHERE sent > ?
        ORDER BY sent, id
        LIMIT ?
    """
    return shop.execute(query, (day, size)).fetchall()
