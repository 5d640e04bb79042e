"""You ask for a later day *and* a greater id. A parcel of a later day may well have a smaller id, and you
skip it."""

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
        WHERE sent >= ? AND id > ?
        ORDER BY sent, id
        LIMIT ?
    """
    return shop.execute(query, (day, number, size)).fetchall()
